import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The laws that definitions cite")
struct LawsTests {
    private static let text = """
        {"laws": {
          "uu-11-2020": {"cite": "UU 11/2020", "in_force": {"from": "2020-11-02", "until": "2022-12-30"},
                         "continued_by": "perppu-2-2022"},
          "perppu-2-2022": {"cite": "Perppu 2/2022", "in_force": {"from": "2022-12-30", "until": "2023-03-31"},
                            "continued_by": "uu-6-2023"},
          "uu-6-2023": {"cite": "UU 6/2023", "in_force": {"from": "2023-03-31"}, "mark": "M"},
          "uu-1-2020": {"cite": "UU 1/2020"}
        }}
        """

    private func read(_ text: String = text) throws -> (laws: Laws?, diagnostics: [Diagnostic]) {
        Laws.read(try JSONParser.parse(text, file: "laws.json"))
    }

    @Test(
        "live on in the law of the day",
        arguments: [
            ("2021-08-09", "UU 11/2020 Pasal 175; UU 1/2020 Pasal 2"),
            ("2023-01-10", "UU 11/2020 Pasal 175 (now Perppu 2/2022); UU 1/2020 Pasal 2"),
            ("2025-10-05", "UU 11/2020 Pasal 175 (now UU 6/2023); UU 1/2020 Pasal 2"),
        ]
    )
    func succession(day: String, text: String) throws {
        let laws = try #require(try read().laws)
        let day = try #require(Day(day))
        #expect(laws.text(of: "UU 11/2020 Pasal 175; UU 1/2020 Pasal 2", on: day, continued: "now") == text)
    }

    @Test("are told apart by their whole citation")
    func whole() throws {
        let laws = try #require(try read().laws)
        #expect(laws.law(citedBy: "UU 11/2020 Pasal 1")?.name.text == "uu-11-2020")
        #expect(laws.law(citedBy: "UU 1/2020") != nil)
        #expect(laws.law(citedBy: "UU 1/20201") == nil)
        #expect(laws.unknownSources(of: "UU 1/2020; UU 7/1999 Pasal 3") == ["UU 7/1999 Pasal 3"])
    }

    @Test("are refused when one continues itself, is unknown, or is cited like another")
    func faults() throws {
        let circle = Self.text.replacing(#""mark": "M""#, with: #""continued_by": "uu-11-2020""#)
        #expect(
            try read(circle).diagnostics.map(\.message)
                .contains("law uu-11-2020 is continued by itself in the end")
        )
        let unknown = Self.text.replacing(#""uu-6-2023"}"#, with: #""uu-6-2032"}"#)
        #expect(
            try read(unknown).diagnostics.map(\.message) == [
                #"unknown law "uu-6-2032"; did you mean "uu-6-2023"?"#
            ]
        )
        let twice = Self.text.replacing("UU 1/2020", with: "UU 6/2023")
        #expect(
            try read(twice).diagnostics.map(\.message) == [
                "laws uu-6-2023 and uu-1-2020 are both cited as UU 6/2023"
            ]
        )
    }
}
