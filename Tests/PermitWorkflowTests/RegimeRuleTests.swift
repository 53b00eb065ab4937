import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The rules of regimes")
struct RegimeRuleTests {
    private static let text = """
        {
          "regimes": "id",
          "settings": {"cut_over": {"default": "2021-08-09", "mark": "S2"}},
          "families": {"old": {}, "new": {}},
          "rules": [
            {"family": "old", "workflow": "a", "submitted": {"until": {"setting": "cut_over"}},
             "when": {"fact": "permit_type", "equals": "licence"}},
            {"family": "new", "workflow": "b", "submitted": {"from": {"setting": "cut_over"}},
             "when": {"all": [{"fact": "permit_type", "equals": "licence"}, {"fact": "risk", "equals": "high"}]}},
            {"family": "new", "workflow": "c", "submitted": {"from": {"setting": "cut_over"}},
             "when": {"all": [{"fact": "permit_type", "equals": "licence"}, {"fact": "risk", "equals": "low"}]}}
          ]
        }
        """
    private let high: FactValues = ["permit_type": .text("licence"), "risk": .text("high")]

    private func read(_ text: String = text) throws -> (regimes: Regimes?, diagnostics: [Diagnostic]) {
        Regimes.read(try JSONParser.parse(text, file: "regimes.json"))
    }

    @Test("goes by the cut-over, which can be set")
    func cutOver() throws {
        let regimes = try #require(try read().regimes)
        let day = try #require(Day("2021-03-01"))
        #expect(regimes.selection(submitted: day, facts: high) == .workflow("a", family: "old"))
        let moved = try regimes.applying(["cut_over": "2021-02-02"])
        #expect(moved.selection(submitted: day, facts: high) == .workflow("b", family: "new"))
    }

    @Test("refuses a setting that is unknown or no date")
    func badSetting() throws {
        let regimes = try #require(try read().regimes)
        let unknown = #expect(throws: Diagnostics.self) { try regimes.applying(["cutover": "2021-02-02"]) }
        #expect(
            unknown?.all.first?.message
                == #"unknown setting "cutover" of the regimes; did you mean "cut_over"?"#
        )
        let date = #expect(throws: Diagnostics.self) { try regimes.applying(["cut_over": "soon"]) }
        #expect(
            date?.all.first?.message
                == #"setting cut_over of the regimes is a date such as 2018-07-09, not "soon""#
        )
    }

    @Test("takes the workflow of a family on any day when days do not matter")
    func ignoringDays() throws {
        let regimes = try #require(try read().regimes)
        let day = try #require(Day("2019-01-01"))
        #expect(regimes.selection(submitted: day, facts: high, family: "new") == .none)
        #expect(
            regimes.selection(submitted: day, facts: high, family: "new", ignoringDays: true)
                == .workflow("b", family: "new")
        )
    }

    @Test("is refused where two rules claim one permit")
    func twoClaims() throws {
        let text = Self.text.replacing(
            #"{"fact": "risk", "equals": "low"}"#,
            with: #"{"fact": "kbli", "equals": "1"}"#
        )
        #expect(
            try read(text).diagnostics.map(\.message) == [
                "two rules claim one permit: b (line 8) and c when kbli is 1 and permit_type is licence and risk is high; "
                    + "give them days or conditions that exclude each other"
            ]
        )
        let days = Self.text.replacing(#""until": {"setting": "cut_over"}"#, with: #""until": "2022-01-01""#)
        #expect(try read(days).diagnostics.count == 2)
    }
}
