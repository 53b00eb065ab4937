import PermitDocuments
import PermitLog
import PermitMetrics
import PermitWorkflow
import Testing
import WorkingTime

@Suite("An embedded measurement")
struct MeasuredLogTests {
    private let office: Office

    init() throws { office = try Office() }

    private func replay(_ text: String) throws -> Replay {
        let file = try TemporaryFile(text)
        let log = try LogReader.read(ReadRequest(sources: [file.path]))
        var request = try ReplayRequest(library: office.library, office: office.time)
        request.workflow = office.workflow
        request.keepsPermits = true
        return try measure(log, request)
    }

    @Test("counts what is decided, open, late and out of step")
    func figures() throws {
        let replay = try replay(
            """
            case,activity,time
            A,submitted,2018-03-26T08:00:00+07:00
            A,complete,2018-03-26T10:00:00+07:00
            B,submitted,2018-03-26T09:00:00+07:00
            A,requirements_verified,2018-03-28T10:00:00+07:00
            A,approved,2018-03-29T08:00:00+07:00
            B,complete,2018-03-27T09:00:00+07:00
            B,approved,2018-04-05T09:00:00+07:00
            C,submitted,2018-04-02T09:00:00+07:00
            C,complete,2018-04-02T10:00:00+07:00
            D,submitted,2018-02-30

            """
        )
        let report = replay.report
        #expect(report.input.rows == 10)
        #expect(report.input.rejected == 1)
        #expect(report.input.rows == report.input.used + report.input.rejected + report.input.ignored)

        let turnaround = try #require(report.permits.turnaround)
        #expect(turnaround.n == 2)
        #expect(turnaround.open == 1)
        #expect(turnaround.medianDays == 6.5)  // 3 and 10 days

        let clock = try #require(report.permits.clocks.first { $0.name == "service" })
        // B's five days are 28 and 29 March, 2, 3 and 4 April: the fifth of April is late.
        #expect([clock.onTime, clock.late, clock.openInTime, clock.openLate] == [1, 1, 1, 0])

        let conformance = try #require(report.permits.conformance)
        #expect(conformance.cases == 3)
        #expect(conformance.fitting == 2)
        #expect(conformance.deviations.map(\.kind) == ["not_allowed"])
        #expect(replay.permits.map(\.name) == ["A", "B", "C"])
        #expect(replay.permits.map(\.outcome) == ["issued", "issued", "open"])
    }

    @Test("reads the profiles that the library carries")
    func profiles() throws {
        let paths = EmbeddedFiles.paths.filter { $0.hasPrefix("Profiles/") }
        #expect(!paths.isEmpty)
        for path in paths {
            let text = try #require(EmbeddedFiles.text(path))
            let (profile, diagnostics) = Profile.read(try JSONParser.parse(text, file: path))
            #expect(profile != nil, "\(diagnostics)")
        }
    }

    @Test("refuses a file without the columns it needs, saying which it has")
    func noColumns() throws {
        let file = try TemporaryFile("nomor,tanggal\n1,2018-01-01\n")
        let error = #expect(throws: LogError.self) {
            try LogReader.read(ReadRequest(sources: [file.path]))
        }
        #expect(error.map { "\($0)" }?.contains("nomor") == true)
    }
}
