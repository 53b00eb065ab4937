import PermitDocuments
import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("What is personal")
struct PrivacyTests {
    private static let header = "case,activity,time,owner,nib,kind"
    private static let rows = """
        1000000000011,filed,2024-01-01 09:00:00,Siti,2201234567890,shop
        1000000000022,filed,2024-01-02 09:00:00,Budi,9901234567890,shop
        1000000000033,filed,2024-01-03 09:00:00,Siti,2201234567890,stall
        """

    private func profile(personal: [String] = ["owner"], nib: [String] = ["nib"]) -> Profile {
        var profile = Profile(name: "p")
        profile.columns.caseID = ["case"]
        profile.facts = [
            .init(name: "owner", source: .columns(["owner"])), .init(name: "nib", source: .columns(["nib"])),
            .init(name: "kind", source: .columns(["kind"])),
        ]
        (profile.personal, profile.nib) = (personal, nib)
        return profile
    }

    private func measured(_ profile: Profile, by: String...) throws -> Replay {
        try Example.measured(Self.rows, header: Self.header, profile: profile) {
            $0.workflow = nil
            $0.by = by
            $0.keepsPermits = true
        }
    }

    @Test("is not kept, and cannot be grouped by")
    func personal() throws {
        let replay = try measured(profile(), by: "kind")
        #expect(replay.factNames == ["nib", "kind"])
        #expect(!replay.permits.contains { $0.facts.contains("Siti") })
        let refusal = #expect(throws: Diagnostics.self) { _ = try measured(profile(), by: "owner") }
        #expect(refusal?.description.contains("--keep-personal") == true)
    }

    @Test("is a business number but for its last four digits, and two numbers stay two groups")
    func numbers() throws {
        let replay = try measured(profile(), by: "nib")
        #expect(replay.report.groups.map(\.value) == ["*********7890", "*********7890"])
        #expect(replay.report.groups.map(\.figures.cases).sorted() == [1, 2])
        #expect(replay.permits.map { $0.facts[0] } == Array(repeating: "*********7890", count: 3))
    }

    @Test("is kept when that is asked for, and the report says so")
    func kept() throws {
        let replay = try measured(profile().keepingPersonal(), by: "owner")
        #expect(replay.report.groups.map(\.value) == ["Budi", "Siti"])
        #expect(replay.permits[0].facts.contains("2201234567890"))
        #expect(replay.assumption("personal_kept") == ["owner", "nib"])
        #expect(try measured(profile()).assumption("personal_kept") == nil)
    }

    @Test("may be the ids themselves")
    func ids() throws {
        #expect(try measured(profile()).caseIDs == .asWritten)
        #expect(try measured(profile(nib: ["CASE"])).caseIDs == .lastFour)
        #expect(try measured(profile(personal: ["case"])).caseIDs == .personal)
        #expect(try measured(profile(personal: ["case"]).keepingPersonal()).caseIDs == .asWritten)
        #expect(profile(nib: ["other"]).caseIDs(column: "other") == .lastFour)
        #expect(CaseIDs.personal.shown("Siti", place: "log.csv:2") == "log.csv:2")
    }

    @Test(
        "shows four digits of a number and never a short one",
        arguments: [("1234567890123", "*********0123"), ("1234", "****"), ("", ""), ("12345", "*2345")]
    )
    func lastFour(number: String, shown: String) {
        #expect(LastFour.text(number) == shown)
    }
}
