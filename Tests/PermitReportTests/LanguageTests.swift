import PermitMetrics
import Testing
import WorkingTime

@testable import PermitReport

@Suite("The words of a report")
struct LanguageTests {
    @Test(
        "write whole numbers with separators",
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (1_000, "1,000", "1.000"), (-12_345, "-12,345", "-12.345"),
            (1_234_567, "1,234,567", "1.234.567"), (Int.min, "-9,223,372,036,854,775,808", nil),
        ] as [(Int, String, String?)]
    )
    func counts(number: Int, english: String, indonesian: String?) {
        #expect(Language.english.count(number) == english)
        if let indonesian { #expect(Language.indonesian.count(number) == indonesian) }
    }

    @Test(
        "write fractions rounded, never minus nothing",
        arguments: [
            (1234.5, 1, "1,234.5", "1.234,5"), (0.05, 1, "0.1", "0,1"), (-0.04, 1, "0.0", "0,0"),
            (-2.25, 1, "-2.3", "-2,3"), (7, 2, "7.00", "7,00"), (2.5, 0, "3", "3"), (.nan, 1, "-", "-"),
        ] as [(Double, Int, String, String)]
    )
    func decimals(number: Double, places: Int, english: String, indonesian: String) {
        #expect(Language.english.decimal(number, places: places) == english)
        #expect(Language.indonesian.decimal(number, places: places) == indonesian)
    }

    @Test(
        "never round a share to nothing or to everything",
        arguments: [
            (0, "0.0 %"), (0.01, "< 0.1 %"), (50, "50.0 %"), (99.97, "> 99.9 %"), (100, "100.0 %"),
            (104.98, "105.0 %"),
        ] as [(Double, String)]
    )
    func shares(percent: Double, text: String) {
        #expect(Language.english.percent(percent) == text)
    }

    @Test(
        "write lengths of time in the unit that they fill",
        arguments: [
            (0, "0.0 days", "0,0 hari"), (1, "1.0 day", "1,0 hari"), (50.6423, "50.6 days", "50,6 hari"),
            (0.5, "12.0 hours", "12,0 jam"), (1.0 / 48, "30.0 minutes", "30,0 menit"),
            (5.0 / 86_400, "5.0 seconds", "5,0 detik"),
        ] as [(Double, String, String)]
    )
    func durations(days: Double, english: String, indonesian: String) {
        #expect(Language.english.duration(days: days) == english)
        #expect(Language.indonesian.duration(days: days) == indonesian)
    }

    @Test("write dates and moments out")
    func dates() throws {
        let day = try #require(Day("2026-08-05"))
        #expect(Language.english.date(day) == "5 August 2026")
        #expect(Language.indonesian.date(day) == "5 Agustus 2026")
        #expect(Language.english.written("2026-08-05T09:07:00+07:00") == "5 August 2026, 09:07")
        #expect(Language.indonesian.written("2026-08-05T09:07:00+07:00") == "5 Agustus 2026 pukul 09.07")
        #expect(Language.english.written("soon") == "soon")
        let moment = Instant(seconds: 1_609_401_600)
        #expect(Language.english.moment(moment, in: .jakarta) == "31 December 2020, 15:00")
    }

    @Test("fill the gaps of a sentence")
    func sentences() {
        let sentence = Sentence("{0#permit|permits} {0?is|are} in {1}, {2@}; {3}; {1*}")
        #expect(
            sentence.filled(with: ["1", "X", "2026-08-05"], in: .english)
                == "1 permit is in X, 5 August 2026; ?; X, 2026-08-05"
        )
        #expect(
            Sentence("{0#permit|permits} {0?is|are} here").filled(with: [.count(1_200)], in: .english)
                == "1,200 permits are here"
        )
    }
}

@Suite("An assumption")
struct AssumptionSentenceTests {
    /// Every assumption that the metrics state, with as many values as they give.
    static let known: [(String, [String])] = [
        ("zone", ["Asia/Jakarta"]),
        ("calendar", ["id", "2017-2026", "off", "5"]),
        ("profile", ["receipt"]),
        ("no_profile", []),
        ("columns", ["case", "activity", "time"]),
        ("stamps_without_zone", ["1", "Asia/Jakarta"]),
        ("date_only_stamps", ["12000"]),
        ("as_of", ["2020-12-31T15:00:00+07:00", "3"]),
        ("open_censored", ["126"]),
        ("negative_left_out", ["2"]),
        ("span_is_not_turnaround", []),
        ("workflow", ["iui-tdi-2017", "1210", "-"]),
        ("unbound", ["1"]),
        ("unit_setting", ["iui-tdi-2017", "decision", "5", "working_days", "Perwali", "S2"]),
        ("unmeasured_year", ["2027", "4"]),
        ("deadline_column", ["ETA"]),
        ("period", ["2018-01-01", "2019-01-01"]),
        ("filter", ["type", "IUI", "3", "17"]),
        ("filter_condition", ["fee>=500000", "1", "17"]),
        ("filter_start", ["submitted,resubmitted", "3", "1"]),
        ("filter_end", ["issued", "3", "17"]),
        ("filter_has", ["41", "3", "17"]),
        ("filter_has_not", ["41", "3", "17"]),
        ("filter_path", ["41 -> 42", "3", "17"]),
        ("filter_duration", ["10d..30d", "3", "17"]),
        ("filter_window_contained", ["2019-01-01..2020-01-01", "3", "17"]),
        ("filter_window_intersecting", ["2019-01-01..", "3", "17"]),
        ("filter_window_started", ["2019-01-01..2020-01-01", "3", "17"]),
        ("filter_window_ended", ["..2020-01-01", "3", "17"]),
        ("filter_window_trimmed", ["2019-01-01..2020-01-01", "0", "17"]),
        ("filter_variants", ["80%", "3", "17", "4", "116", "21"]),
        ("lifecycle_all", ["complete 164506", "schedule 26234", "start 71413"]),
        ("lifecycle_complete", ["complete 164506", "start 71413"]),
        ("lifecycle_unknown", ["Closed 3"]),
        ("lifecycle_paired", ["71376", "1", "37", "0", "2"]),
        ("percentiles", []),
        ("duplicates_kept", ["5"]),
        ("decided_after_cut", ["23"]),
        ("personal_kept", ["Nama", "NIB"]),
        ("joined", ["local.csv", "local-tracking", "104", "100", "132", "0", "4"]),
        ("unconfirmed_milestone", ["submitted"]),
        ("limit_column", ["JANGKA WAKTU", "working_days", "submitted"]),
        ("columns_missing", ["Nope", "Kecamatn"]),
        ("outside_force", ["pp-24-2018", "715", "2018-07-09", "2021-08-09"]),
        ("limit_table", ["lampiran-1-2021-example", "PP 5/2021 Lampiran I", "S2", "12", "example"]),
        ("limit_table", ["lampiran-1-2021", "PP 5/2021 Lampiran I", "-", "1", "-"]),
        ("regime_setting", ["rba_cut_over", "2021-08-09", "S2"]),
        ("regime_setting", ["rba_cut_over", "2021-08-01", "S2", "2021-08-09"]),
        ("setting_changed", ["pp-24-2018", "first_day_counts", "true"]),
        ("what_if", []),
        ("submission_unknown", ["3"]),
        ("holders_decided_only", ["1327"]),
        ("facts_missing", ["risk", "kbli"]),
    ]

    @Test("has a sentence in both languages that names its values", arguments: known)
    func isWritten(id: String, values: [String]) {
        #expect(AssumptionSentence.identifiers.contains(id))
        for language in Language.allCases {
            let text = AssumptionSentence.text(Assumption(id, values), in: language)
            #expect(text.hasSuffix("."))
            #expect(!text.contains("{") && !text.contains("?"), "\(text)")
            #expect(!text.hasPrefix(id + " "), "\(text)")
        }
        let english = AssumptionSentence.text(Assumption(id, values), in: .english)
        #expect(english != AssumptionSentence.text(Assumption(id, values), in: .indonesian))
    }

    @Test("is listed in this test when it has a sentence")
    func isListed() {
        #expect(Set(AssumptionSentence.identifiers) == Set(Self.known.map(\.0)))
    }

    @Test("that is unknown prints its name and values")
    func unknown() {
        let text = AssumptionSentence.text(Assumption("moon", ["full", "3"]), in: .indonesian)
        #expect(text == "moon full 3")
    }

    @Test("agrees with its number")
    func agrees() {
        let one = AssumptionSentence.text(Assumption("stamps_without_zone", ["1", "UTC"]), in: .english)
        let many = AssumptionSentence.text(Assumption("stamps_without_zone", ["2000", "UTC"]), in: .english)
        #expect(one == "1 time without a zone was read as local time of UTC.")
        #expect(many == "2,000 times without a zone were read as local time of UTC.")
    }
}
