import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("An unexpected event in a replay")
struct DeviationTests {
    /// Submitted and complete on the first two days.
    private static let begun = ["submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"]

    private func replayed(
        _ steps: [String],
        header: String = "case,activity,time",
        profile: Profile? = nil
    ) throws -> Replay {
        let rows = steps.map { step in Example.permit("p", step) }.joined(separator: "\n")
        return try Example.measured(rows, header: header, profile: profile)
    }

    /// A row of the table: what the log says, where the permit ends, what is found.
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var steps: [String]
        var state: String
        var found: [String]
        var isFitting: Bool

        init(_ name: String, _ steps: [String], state: String, found: [String], fits: Bool = false) {
            (testDescription, self.steps, self.state, self.found) = (name, steps, state, found)
            isFitting = fits
        }
    }

    @Test(
        "moves the permit as the rules of the replay say",
        arguments: [
            Row("nothing unexpected, and still open", begun, state: "verification", found: [], fits: true),
            Row(
                "an unknown activity leaves it",
                begun + ["tea 2024-01-03 09:00:00"],
                state: "verification",
                found: ["unknown_activity"]
            ),
            Row(
                "an illegal action moves it to the action's target",
                begun + ["approved 2024-01-03 09:00:00"],
                state: "issued",
                found: ["not_allowed"]
            ),
            Row(
                "several targets without a fact leave it",
                begun + ["assessed 2024-01-03 09:00:00"],
                state: "verification",
                found: ["guard_unknown", "ambiguous"]
            ),
            Row(
                "a first event from elsewhere is a wrong start",
                ["complete 2024-01-02 09:00:00"],
                state: "verification",
                found: ["wrong_start"]
            ),
            Row(
                "a first status from elsewhere is a wrong start",
                ["verified 2024-01-02 09:00:00"],
                state: "verified",
                found: ["wrong_start"]
            ),
            Row(
                "whatever comes after an outcome leaves it",
                begun + [
                    "rejected 2024-01-03 09:00:00", "approved 2024-01-04 09:00:00", "tea 2024-01-05 09:00:00",
                ],
                state: "refused",
                found: ["after_end", "after_end"]
            ),
            Row(
                "a status that one legal action leads to counts as that action",
                begun + ["returned 2024-01-03 09:00:00"],
                state: "returned",
                found: [],
                fits: true
            ),
            Row(
                "a status that repeats says nothing",
                begun + ["returned 2024-01-03 09:00:00", "returned 2024-01-04 09:00:00"],
                state: "returned",
                found: [],
                fits: true
            ),
            Row(
                "a status that no single action leads to is set",
                ["submitted 2024-01-01 09:00:00", "verified 2024-01-02 09:00:00"],
                state: "verified",
                found: ["not_allowed"]
            ),
            Row(
                "a clock that should start twice goes on",
                begun + ["rechecked 2024-01-03 09:00:00"],
                state: "verification",
                found: ["clock_already_running"],
                fits: true
            ),
        ]
    )
    func table(_ row: Row) throws {
        let replay = try replayed(row.steps)
        let permit = try replay.permit("p")
        #expect(permit.state == row.state)
        #expect(permit.deviations == row.found)
        #expect(permit.isFitting == row.isFitting)
        #expect(replay.report.permits.conformance?.fitting == (row.isFitting ? 1 : 0))
        let counts = Dictionary(row.found.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(replay.deviationCounts == counts)
    }

    @Test(
        "is shown with its place, the state, the steps that were skipped and the law",
        arguments: ["approved", "50"]
    )
    func example(activity: String) throws {
        let replay = try replayed(["submitted 2024-01-01 09:00:00", "\(activity) 2024-01-02 09:00:00"])
        #expect(replay.report.deviations.count == 1)
        let found = try #require(replay.report.deviations.first)
        #expect(found.kind == "not_allowed")
        #expect(found.activity == activity)
        #expect(found.state == "submitted")
        #expect(found.skipped.count == 2)
        #expect(found.skipped.first == "accept")
        #expect(found.firstPosition.hasSuffix(":3"))
        #expect(found.legal == "PP 1/2000 Pasal 3")
    }

    @Test("that recurs is counted once with the first place of all")
    func recurring() throws {
        let rows = [
            Example.permit("a", "submitted 2024-01-05 09:00:00"),
            Example.permit("b", "submitted 2024-01-01 09:00:00", "45 2024-01-01 10:00:00"),
            Example.permit("a", "45 2024-01-05 10:00:00"),
        ]
        let replay = try Example.measured(rows.joined(separator: "\n"))
        let found = try #require(replay.report.deviations.first)
        #expect(replay.report.deviations.count == 1)
        #expect(found.count == 2)
        #expect(found.skipped == ["accept"])
        #expect(found.firstPosition.hasSuffix(":4"))
    }

    @Test("of a wrong start names what was skipped before it")
    func wrongStart() throws {
        let found = try #require(try replayed(["complete 2024-01-02 09:00:00"]).report.deviations.first)
        #expect(found.kind == "wrong_start")
        #expect(found.skipped == ["submit"])
    }

    // MARK: - Guards and facts

    /// A profile whose fact is the fourth column.
    private static let facts: Profile = {
        var profile = Profile(name: "facts")
        profile.facts = [.init(name: "risk", source: .columns(["risk"]))]
        return profile
    }()

    private func replayed(risk: String, _ steps: String...) throws -> Replay {
        try replayed(steps.map { $0 + "," + risk }, header: "case,activity,time,risk", profile: Self.facts)
    }

    @Test(
        "of several targets goes where the guard holds",
        arguments: [("high", "inspection"), ("low", "verified")]
    )
    func guarded(risk: String, state: String) throws {
        let replay = try replayed(
            risk: risk,
            Self.begun[0],
            Self.begun[1],
            "assessed 2024-01-03 09:00:00"
        )
        #expect(try replay.permit("p").state == state)
        #expect(try replay.permit("p").isFitting == true)
        #expect(replay.deviationCounts.isEmpty)
    }

    @Test(
        "against a guard is found beside the fit",
        arguments: [("high", "guard_failed"), ("", "guard_unknown")]
    )
    func guardFails(risk: String, kind: String) throws {
        let replay = try replayed(
            risk: risk,
            Self.begun[0],
            Self.begun[1],
            "shortened 2024-01-03 09:00:00"
        )
        #expect(try replay.permit("p").state == "verified")
        #expect(try replay.permit("p").isFitting == true)
        #expect(replay.deviationCounts == [kind: 1])
    }

    @Test("sees the fact as it was known then, and the change is found")
    func changed() throws {
        let rows = [
            "p,submitted,2024-01-01 09:00:00,low", "p,complete,2024-01-02 09:00:00,low",
            "p,shortened,2024-01-03 09:00:00,low", "p,approved,2024-01-04 09:00:00,high",
        ]
        let replay = try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,risk",
            profile: Self.facts
        )
        #expect(replay.deviationCounts == ["fact_changed": 1])
        #expect(try replay.permit("p").isFitting == true)
        #expect(try replay.permit("p").facts == ["high"])
        #expect(replay.report.deviations.first?.firstPosition.hasSuffix(":5") == true)
    }

    @Test("is not made of a column that only makes groups, or of rows after the cut")
    func unchanged() throws {
        let rows = [
            "p,submitted,2024-01-01 09:00:00,low,a", "p,complete,2024-01-02 09:00:00,low,b",
            "p,shortened,2024-01-03 09:00:00,high,c",
        ]
        let replay = try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,risk,officer",
            profile: Self.facts
        ) {
            $0.by = ["officer"]
            $0.asOf = .init("2024-01-02")
        }
        #expect(replay.deviationCounts.isEmpty)
    }

    // MARK: - Who acted

    /// A profile that binds roles by a column.
    private static let roles: Profile = {
        var profile = Profile(name: "roles")
        profile.columns.resource = ["who"]
        profile.roleColumns = ["role"]
        profile.roles = ["Pemohon": "applicant", "Loket": "dpmptsp", "Teknis": "agency"]
        return profile
    }()

    private func replayed(
        verifiedBy verifier: String,
        _ role: String,
        approvedBy approver: String
    ) throws -> Replay {
        let rows = [
            "p,submitted,2024-01-01 09:00:00,ani,Pemohon", "p,complete,2024-01-02 09:00:00,budi,Loket",
            "p,45,2024-01-03 09:00:00,\(verifier),\(role)", "p,50,2024-01-04 09:00:00,\(approver),Loket",
        ]
        return try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,who,role",
            profile: Self.roles
        )
    }

    @Test("by a role that may not act, or by one person where two must, is found beside the fit")
    func actors() throws {
        #expect(try replayed(verifiedBy: "cici", "Teknis", approvedBy: "dedi").deviationCounts.isEmpty)
        #expect(
            try replayed(verifiedBy: "cici", "Loket", approvedBy: "dedi").deviationCounts == ["wrong_role": 1]
        )
        let same = try replayed(verifiedBy: "cici", "Teknis", approvedBy: "cici")
        #expect(same.deviationCounts == ["same_actor": 1])
        #expect(try same.permit("p").isFitting == true)
        #expect(try replayed(verifiedBy: "cici", "Tamu", approvedBy: "dedi").deviationCounts.isEmpty)
        #expect(try replayed(verifiedBy: "", "Teknis", approvedBy: "").deviationCounts.isEmpty)
    }
}
