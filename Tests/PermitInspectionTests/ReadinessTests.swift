import PermitLog
import PermitWorkflow
import Testing
import WorkingTime

@testable import PermitInspection

@Suite("What a file can prove")
struct ReadinessTests {
    @Test("is asked of sixteen indicators, the last of which every file proves")
    func sixteen() {
        #expect(Requirement.all.count == 16)
        #expect(Set(Requirement.all.map(\.id)).count == 16)
        let nothing = Readiness.all(EvidenceSet())
        #expect(nothing.last?.level == .computable)
        #expect(nothing.dropLast().allSatisfy { $0.level == .not })
    }

    @Test("is everything where everything is there")
    func all() {
        var evidence = EvidenceSet()
        for item in Evidence.allCases { evidence[item] = .init(.full) }
        #expect(Readiness.all(evidence).allSatisfy { $0.level == .computable })
    }

    @Test(
        "says of each lack what it is, where an office gets it and what it does",
        arguments: Requirement.all
    )
    func words(requirement: Requirement) {
        #expect(!requirement.title.english.isEmpty && !requirement.title.indonesian.isEmpty)
        for need in requirement.needs {
            #expect(!need.anyOf.isEmpty)
            #expect(need.bias.english != need.bias.indonesian)
        }
    }

    private static let listIzin = [
        "Id Permohonan Izin", "Nama Perusahaan", "Nib", "Day of Tanggal Terbit Oss", "Id Proyek", "Kd Resiko",
        "Kbli",
        "Day of Tgl Izin", "Uraian Jenis Perizinan", "Uraian Status Respon",
    ]

    private static func listRows() -> [[String]] {
        (0..<30)
            .map { index in
                [
                    "I-202401\(10 + index % 20)1023121234\(10 + index)", "PT Contoh \(index)",
                    "02200012345\(10 + index)",
                    day(index), "R-\(index)", "MT", "56101", day(index + 20), "Izin Usaha",
                    "Izin terbit / SS terverifikasi",
                ]
            }
    }

    @Test("is no time at all from the list of licences of OSS alone: the NIB's date is no start")
    func listOfLicences() throws {
        let found = try Inspection.of(Self.listIzin, Self.listRows())
        #expect(found.level("on_time") == .not)
        #expect(found.level("total_time") == .not)
        #expect(found.level("backlog") == .not)
        #expect(found.level("outcome_shares") == .not)
        #expect(found.level("data_quality") == .computable)
        let onTime = try #require(found.readiness.first { $0.id == "on_time" })
        let start = try #require(onTime.lacks.first { $0.evidence == [.submitted] })
        #expect(start.isEssential)
        #expect(start.note?.english == "Day of Tanggal Terbit Oss is the NIB's date and never a start")
        #expect(found.roles.dated(.businessNumber) != nil)
    }

    @Test("is no lateness from a moment inside an id, which no office has confirmed")
    func unconfirmed() throws {
        var profile = Profile(name: "list")
        profile.shape = .permits
        profile.match = ["Id Permohonan Izin"]
        profile.columns.caseID = ["Id Permohonan Izin"]
        profile.events = [.init(columns: ["Day of Tgl Izin"], activity: "issued")]
        profile.milestones = [.submitted: ["Id Permohonan Izin"], .decided: ["Day of Tgl Izin"]]
        profile.dates.columns = ["Id Permohonan Izin": "'I-'yyyymmddHHMMSS*"]
        profile.deadline = .init(
            columns: ["Kbli"],
            name: "limit",
            days: .init(unit: .workingDays, from: .submitted)
        )
        profile.unconfirmed = [.submitted]
        let found = try Inspection.of(Self.listIzin, Self.listRows(), profile: profile)
        #expect(found.level("on_time") == .not)
        #expect(found.level("total_time") == .partly)
        let lack = found.readiness.first { $0.id == "on_time" }?.lacks.first { $0.evidence == [.submitted] }
        #expect(lack?.note?.english == "that Id Permohonan Izin holds it is confirmed by no office")
    }

    @Test("is lateness once the local sheet is joined, whose dates and limits the list lacks")
    func joined() throws {
        let list = try Inspection.of(Self.listIzin, Self.listRows())
        let header = [
            "NO. PERMOHONAN", "TANGGAL PERMOHONAN", "JANGKA WAKTU (HARI KERJA)", "TANGGAL PENGEMBALIAN",
            "TANGGAL TERBIT", "STATUS",
        ]
        let rows = (0..<30)
            .map { index in
                [
                    Self.listRows()[index][0], day(index), ["7", "14"][index % 2],
                    index % 5 == 0 ? day(index + 2) : "",
                    index < 27 ? day(index + 6 + index % 3) : "", index < 27 ? "Terbit" : "Menunggu",
                ]
            }
        let local = try Inspection.of(header, rows)
        #expect(local.level("on_time") == .computable)
        let both = list.evidence.joined(with: local.evidence)
        #expect(Readiness.all(both).first { $0.id == "on_time" }?.level == .computable)
    }

    @Test("is shares and no times from counts by month")
    func counts() throws {
        var profile = Profile(name: "monthly")
        profile.shape = .counts
        let found = try Inspection.of(
            ["Jenis Izin", "Januari", "Februari"],
            [["IMB", "3", "4"]],
            profile: profile
        )
        #expect(found.level("clearance_rate") == .computable)
        #expect(found.level("outcome_shares") == .computable)
        #expect(found.level("total_time") == .not)
        #expect(found.level("backlog") == .not)
    }

    @Test("is nearly all from the messages of OSS")
    func messages() throws {
        let codes = ["09", "10", "41", "42", "45", "50"]
        let table = (0..<40)
            .flatMap { permit in
                (permit % 4 == 0 ? Array(codes.prefix(4)) : codes).enumerated()
                    .map { ["I-\(permit)", $1, "\(day(permit + $0 * 2)) 10:00:00"] }
            }
        let found = try Inspection.of(["id_izin", "kd_status", "tgl_status"], table)
        #expect(found.roles.shape == .events)
        for id in [
            "total_time", "agency_time", "applicant_time", "first_response", "first_time_right",
            "rework_rounds", "backlog", "deemed_share", "conformance",
        ] {
            #expect(found.level(id) == .computable, "\(id)")
        }
        #expect(found.level("online_share") == .not)
        #expect(found.level("on_time") == .not)
    }
}
