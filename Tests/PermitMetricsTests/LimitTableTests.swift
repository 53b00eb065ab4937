import PermitDocuments
import PermitMetrics
import PermitWorkflow
import Testing
import WorkingTime

@Suite("A limit out of a table")
struct LimitTableTests {
    /// Licences of three kinds of business, submitted on Monday 1 January.
    private static let rows = [
        ("a", "01411", "kecil"), ("b", "01411", "besar"), ("c", "47721", "besar"), ("d", "99999", "kecil"),
        ("e", "99999", "kecil"), ("f", "", "besar"),
    ]
    .map { name, kbli, scale in
        Town.permit(
            name,
            "licence",
            kbli: kbli,
            scale: scale,
            "submitted 2024-01-01 09:00:00",
            "rejected 2024-01-09 09:00:00"
        )
    }

    @Test("judges the permits that a row covers and lists the keys that none does")
    func missing() throws {
        let replay = try Town.measured(Self.rows)
        let classes = replay.permits.map { $0.clocks.first?.classification }
        #expect(classes == ["late", "unmeasured", "on_time", "unmeasured", "unmeasured", "unmeasured"])
        let missing = replay.report.missingLimits
        #expect(missing.map(\.permits) == [2, 1, 1])
        #expect(
            missing.map { $0.key.map(\.value) } == [
                ["99999", "kecil"], [nil, "besar"], ["01411", "besar"],
            ]
        )
        #expect(missing.allSatisfy { $0.table == "annex-example" && $0.clock == "verification" })
    }

    @Test("is an assumption that names the table, its law, how sure it is and how many limits it gave")
    func assumption() throws {
        let replay = try Town.measured(Self.rows)
        let tables = replay.report.assumptions.filter { $0.id == "limit_table" }.map(\.values)
        #expect(
            tables == [
                ["annex-example", "PP 3/2000 Lampiran I", "S", "1", "example"],
                ["annex-example", "PP 3/2000 Lampiran I", "S2", "1", "example"],
            ]
        )
    }

    @Test("can be given in the place of the bundled one")
    func replaced() throws {
        let json = """
            {"limits": "annex-example", "legal": "Perda 1/2024", "unit": "working_days", "keys": ["kbli", "scale"],
             "rows": [{"amount": "6"}]}
            """
        let table = try #require(LimitTable.read(JSONParser.parse(json, file: "own.json")).table)
        let library = try Town.library().replacing(table)
        let replay = try Town.measured(Self.rows, library: library)
        #expect(replay.permits.allSatisfy { $0.clocks.first?.classification == "on_time" })
        #expect(replay.report.missingLimits.isEmpty)
        #expect(replay.assumption("limit_table") == ["annex-example", "Perda 1/2024", "-", "6", "-"])
    }
}

@Suite("A day on which the rules change")
struct RegimeSettingTests {
    private static let rows = [
        Town.permit("a", "land", "submitted 2024-02-15 09:00:00"),
        Town.permit("b", "land", "submitted 2024-03-15 09:00:00"),
    ]

    @Test("is an assumption with its mark, and with its default where another was set")
    func assumption() throws {
        let usual = try Town.measured(Self.rows)
        #expect(usual.permits.map(\.workflow) == ["old-land", "new-land"])
        #expect(usual.assumption("regime_setting") == ["cut_over", "2024-03-01", "S2"])
        let library = try Town.library().settingRegimes(["cut_over": "2024-02-01"])
        let other = try Town.measured(Self.rows, library: library)
        #expect(other.permits.map(\.workflow) == ["new-land", "new-land"])
        #expect(other.assumption("regime_setting") == ["cut_over", "2024-02-01", "S2", "2024-03-01"])
    }

    @Test("is no assumption where one workflow is for all")
    func forced() throws {
        let workflow = try Town.library().workflow(named: "old-land")
        let replay = try Town.measured(Self.rows) { $0.workflow = workflow }
        #expect(replay.assumption("regime_setting") == nil)
    }
}

@Suite("Groups by rule")
struct RuleGroupTests {
    /// Land permits under two families: in time, late, deemed, open past the limit; and a licence.
    private static let rows = [
        Town.permit("a", "land", "submitted 2024-01-02 09:00:00", "approved 2024-01-03 09:00:00"),
        Town.permit("b", "land", "submitted 2024-01-02 09:00:00", "approved 2024-01-09 09:00:00"),
        Town.permit("c", "land", "submitted 2024-01-02 09:00:00", "57 2024-01-05 00:00:00"),
        Town.permit("d", "land", "submitted 2024-01-02 09:00:00"),
        Town.permit("e", "land", "submitted 2024-03-04 09:00:00", "approved 2024-03-05 09:00:00"),
        Town.permit("f", "unknown", "submitted 2024-03-04 09:00:00"),
    ]

    @Test("read on time, late, deemed, not recorded and open late by regime and permit type")
    func duties() throws {
        let report = try Town.measured(Self.rows) { $0.by = ["regime", "permit_type"] }.report
        #expect(report.groups.map(\.value) == ["(none),unknown", "new,land", "old,land"])
        let old = try #require(report.groups.last?.figures.duties)
        #expect(old.permits == 4)
        #expect([old.onTime, old.late, old.deemedRecorded, old.openLate] == [1, 1, 1, 1])
        #expect(old.deemedDueNotRecorded == 1)
        #expect(old.decidedAfterDeemedDue == 1)
        #expect(report.groups[0].figures.duties == nil)
        #expect(report.groups[1].figures.duties == nil)
        #expect(report.permits.duties?.unmeasured == 2)
        #expect(report.groups.last?.figures.outcomeCounts == ["issued": 2, "deemed": 1, "open": 1])
    }

    @Test("know the workflow, and say nothing of a type that the log does not have")
    func workflow() throws {
        let rows = [Example.permit("p", "submitted 2024-01-01 09:00:00")]
        let report = try Example.measured(rows[0]) { $0.by = ["workflow", "permit_type", "regime"] }.report
        #expect(report.groups.map(\.value) == ["example,(none),(none)"])
    }

    @Test("take a column of the same name first")
    func column() throws {
        let report =
            try Example.measured(
                "p,submitted,2024-01-01 09:00:00,west",
                header: "case,activity,time,regime"
            ) { $0.by = ["regime"] }
            .report
        #expect(report.groups.map(\.value) == ["west"])
    }

    @Test("still refuse a key that nothing knows")
    func unknown() throws {
        #expect(throws: Diagnostics.self) {
            try Example.measured("p,submitted,2024-01-01 09:00:00") { $0.by = ["regimes"] }
        }
    }
}
