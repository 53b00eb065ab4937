import PermitLog
import Testing

@testable import PermitReport

@Suite("The sentence of a finding")
struct DirtSentenceTests {
    @Test("fills every gap, in both languages, for one and for many", arguments: DirtFinding.Kind.allCases)
    func fillsGaps(kind: DirtFinding.Kind) {
        let many = DirtFinding(kind, column: "Tgl Izin", count: 1_234, of: 5_678, detail: "what exactly")
        let one = DirtFinding(kind, count: 1)
        for language in Language.allCases {
            for finding in [many, one] {
                let text = DirtSentence.text(finding, language: language)
                #expect(!text.contains("?") && !text.contains("{") && !text.contains("  "), "\(text)")
                #expect(text.hasSuffix("."), "\(text)")
            }
            #expect(DirtSentence.text(many, language: language).contains(" (what exactly)"))
        }
        #expect(
            DirtSentence.text(many, language: .english) != DirtSentence.text(many, language: .indonesian)
        )
    }

    @Test("says of how many, of which column and in which file")
    func names() {
        let finding = DirtFinding(
            .nullWords,
            file: "a.csv",
            column: "Tgl Izin",
            count: 12,
            of: 3_400,
            detail: "-"
        )
        #expect(
            DirtSentence.text(finding, language: .english)
                == "a.csv: 12 of 3,400 cells of the column \"Tgl Izin\" hold a word for nothing (-) and are taken as empty."
        )
        #expect(
            DirtSentence.text(finding, language: .indonesian)
                == "a.csv: 12 dari 3.400 sel pada kolom \"Tgl Izin\" berisi kata pengganti kosong (-) dan dianggap kosong."
        )
        #expect(
            DirtSentence.text(DirtFinding(.negativeDurations, count: 1), language: .english)
                == "1 permit ends before it begins: left out of durations, counted in shares."
        )
    }
}
