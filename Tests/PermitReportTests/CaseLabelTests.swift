import PermitLog
import Testing

@testable import PermitMetrics
@testable import PermitReport

@Suite("The labels of permits")
struct CaseLabelTests {
    private func replay(_ names: String..., ids: CaseIDs = .asWritten) -> Replay {
        var replay = Replay(report: SampleReports.city, factNames: ["id"], permits: names.map(permit))
        replay.caseIDs = ids
        return replay
    }

    private func permit(_ name: String) -> PermitRecord {
        var permit = PermitRecord(
            name: name,
            outcome: "open",
            returns: 0,
            events: 1,
            deviations: [],
            clocks: [],
            facts: [name]
        )
        permit.project = "P-1"
        return permit
    }

    /// 64 digits that differ from `length` on.
    private func digest(from length: Int) -> @Sendable (String) -> String {
        { name in
            let own = name.utf8.map { String($0, radix: 16) }.joined()
            return String(
                (String(repeating: "0", count: length) + own + String(repeating: "f", count: 64)).prefix(64)
            )
        }
    }

    @Test("are the first sixteen digits of the hash")
    func hashed() {
        let labels = CaseLabels.hashed(replay("A-1", "A-2"), by: digest(from: 0))
        #expect(labels.label("A-1") == "412d31ffffffffff")
        #expect(labels.label(project: "P-1") == "502d31ffffffffff")
        #expect(labels.label(project: nil) == "")
    }

    @Test("are longer where two would be one", arguments: [(10, 16), (14, 24), (40, 48), (56, 64)])
    func lengthened(common: Int, digits: Int) {
        let labels = CaseLabels.hashed(replay("A-1", "A-2"), by: digest(from: common))
        #expect(labels.label("A-1").count == digits)
        #expect(labels.label("A-1") != labels.label("A-2"))
    }

    @Test("stand for a fact that repeats the id, too")
    func facts() {
        let replay = replay("A-1", "A-2")
        let table = PermitTable(replay, labels: .hashed(replay, by: digest(from: 0)))
        let line = table.line(replay.permits[0])
        #expect(line.hasPrefix("412d31ffffffffff,") && line.hasSuffix(",412d31ffffffffff\n"), "\(line)")
        #expect(!line.contains("A-1"))
    }

    @Test("show the last four digits of business numbers, and nothing that is personal")
    func masked() {
        let number = "1234567890123"
        let short = CaseLabels.asWritten(replay(number, ids: .lastFour))
        #expect(short.label(number) == "*********0123")
        #expect(CaseLabels.asWritten(replay(number, ids: .personal)).label(number) == "")
        #expect(CaseLabels.asWritten(replay(number)).label(number) == number)
    }
}
