import TestSupport
import Testing
import WorkingTime

@Suite("A form of dates") struct StampFormTests {
    static let forms: [StampForm] = [
        .iso, .dayMonthYear, .monthDayYear, .monthWords, .excelSerial, .excelSerial1904, .epochSeconds,
        .epochMilliseconds, .compact, .auto, .autoDayFirst, .autoMonthFirst,
    ]

    @Test(
        "reads what offices write",
        arguments: [
            ("iso", "2024/10/03", "2024-10-03"), ("iso", "2024-1-5", "2024-01-05"),
            ("iso", "2024/10/03 00:00:00+00", "2024-10-03T07:00:00+07:00"),
            ("iso", " 2024-05-31 9:05 ", "2024-05-31T09:05:00+07:00"),
            ("iso", "2024-05-31T09:30:00 +08:00", "2024-05-31T08:30:00+07:00"),
            ("iso", "2024-05-31 09.30", "2024-05-31T09:30:00+07:00"),
            ("iso", "2016-02-29 07:15:02 UTC", "2016-02-29T14:15:02+07:00"),
            ("iso", "2024-05-31T09:30:00.123Z", "2024-05-31T16:30:00.123+07:00"),
            ("dd/mm/yyyy", "31/05/2024", "2024-05-31"), ("dd/mm/yyyy", "5-3-2019", "2019-03-05"),
            ("dd/mm/yyyy", "5.3.2019", "2019-03-05"), ("dd/mm/yyyy", "05 03 2019", "2019-03-05"),
            ("dd/mm/yyyy", "05 / 03 / 2019", "2019-03-05"), ("dd/mm/yyyy", "05/03/79", "2079-03-05"),
            ("dd/mm/yyyy", "05/03/80", "1980-03-05"), ("dd/mm/yyyy", "2024-05-31", "2024-05-31"),
            ("dd/mm/yyyy", "31/05/2024 09:30", "2024-05-31T09:30:00+07:00"),
            ("dd/mm/yyyy", "31/05/2024, 09.30.15 WITA", "2024-05-31T08:30:15+07:00"),
            ("d.m.yy H:MM", "9.3.10 8:05", "2010-03-09T08:05:00+07:00"),
            ("mm/dd/yyyy", "5/31/24 2:05 PM", "2024-05-31T14:05:00+07:00"),
            ("mm/dd/yyyy", "05/31/2024 12:00:00 AM", "2024-05-31T00:00:00+07:00"),
            ("m/d/yy", "3/9/10 12:30 p.m.", "2010-03-09T12:30:00+07:00"),
            ("words", "18 November 2025", "2025-11-18"), ("words", "18-Nov-25", "2025-11-18"),
            ("words", "Nov 18, 2025", "2025-11-18"), ("words", "1 AGUSTUS 2019", "2019-08-01"),
            ("words", "5-Agt-17", "2017-08-05"), ("words", "5 Ags 17", "2017-08-05"),
            ("words", "18NOV2025", "2025-11-18"), ("words", "2021-Jan-05", "2021-01-05"),
            ("words", "3rd March 2020", "2020-03-03"),
            ("words", "March 3rd, 2020 9:30 AM", "2020-03-03T09:30:00+07:00"),
            ("words", "Jum'at, 5 Mei 2017 pukul 09.30 WIB", "2017-05-05T09:30:00+07:00"),
            ("words", "Senin, 29 Februari 2016 pkl. 14:05 WIT", "2016-02-29T12:05:00+07:00"),
            ("words", "Tuesday, November 18, 2025 at 2:05:09 PM", "2025-11-18T14:05:09+07:00"),
            (
                "words", "Mon Nov 23 2026 10:00:00 GMT+0700 (Western Indonesia Time)",
                "2026-11-23T10:00:00+07:00"
            ),
            ("words", "Mon, 23 Nov 2026 03:00:00 GMT", "2026-11-23T10:00:00+07:00"),
            ("words", "23 Okt. 2018 - 10:00", "2018-10-23T10:00:00+07:00"),
            ("words", "Selasa, 05 Agustus 2025 09.30.15 Waktu Indonesia Barat", "2025-08-05T09:30:15+07:00"),
            ("mm/dd/yyyy", "8/5/25, 9:30\u{202F}AM", "2025-08-05T09:30:00+07:00"),
            ("iso", "\u{A0}2025-08-05\u{2009}", "2025-08-05"), ("iso", "2025\u{A0}08\u{A0}05", "2025-08-05"),
            ("serial", "43466", "2019-01-01"), ("serial", "43466.0", "2019-01-01"),
            ("serial", "43466.375", "2019-01-01T09:00:00+07:00"),
            ("serial", "43466,75", "2019-01-01T18:00:00+07:00"),
            ("serial", "43466.999999", "2019-01-02T00:00:00+07:00"), ("serial", "30000", "1982-02-18"),
            ("serial", "60000", "2064-04-08"), ("serial1904", "42004", "2019-01-01"),
            ("epoch_s", "1546300800", "2019-01-01T07:00:00+07:00"),
            ("epoch_s", "1546300800.5", "2019-01-01T07:00:00.500+07:00"),
            ("epoch_s", "946684800", "2000-01-01T07:00:00+07:00"),
            ("epoch_s", "-1", "1970-01-01T06:59:59+07:00"),
            ("epoch_ms", "1546300800123", "2019-01-01T07:00:00.123+07:00"),
            ("yyyymmdd", "20211217", "2021-12-17"), ("yyyymmdd", "202112171709", "2021-12-17T17:09:00+07:00"),
            ("yyyymmddHHMMSS", "20211217170915", "2021-12-17T17:09:15+07:00"),
            ("compact", "20211217T170915Z", "2021-12-18T00:09:15+07:00"),
            ("compact", "20211217 17:09:15", "2021-12-17T17:09:15+07:00"),
            ("'I-'yyyymmddHHMMSS*", "I-202112171709158243106", "2021-12-17T17:09:15+07:00"),
            ("ddmmyyyy", "17122021", "2021-12-17"), ("'No. 'd/m/yy*", "No. 5/3/19/X", "2019-03-05"),
            ("auto", "13/5/2019", "2019-05-13"), ("auto", "5/13/2019", "2019-05-13"),
            ("auto", "5/5/2019", "2019-05-05"),
            ("auto", "9.3.10 8:05", "2010-03-09T08:05:00+07:00"), ("auto", "43466", "2019-01-01"),
            ("auto", "20190101", "2019-01-01"), ("auto", "1546300800", "2019-01-01T07:00:00+07:00"),
            ("auto", "1546300800000", "2019-01-01T07:00:00+07:00"), ("auto", "1 Jan 2019", "2019-01-01"),
            ("auto", "2019-01-01", "2019-01-01"), ("auto-dmy", "5/3/2019", "2019-03-05"),
            ("auto-mdy", "5/3/2019", "2019-05-03"), ("auto-mdy", "43466.5", "2019-01-01T12:00:00+07:00"),
        ]
    )
    func reads(name: String, text: String, written: String) throws {
        let stamp = try StampForm.named(name).read(text, in: .jakarta)
        let seen = stamp.instant.formatted(in: .jakarta)
        #expect((stamp.isDateOnly ? String(seen.prefix(10)) : seen) == written)
        if stamp.isDateOnly { #expect(seen.hasSuffix("T00:00:00+07:00")) }
    }

    @Test(
        "refuses with the reason",
        arguments: [
            ("iso", "31/05/2024", StampError.Code.malformed), ("iso", "", .empty), ("iso", "  ", .empty),
            ("iso", "-", .empty), ("iso", "NULL", .empty), ("iso", "0000-00-00 00:00:00", .empty),
            ("iso", "2024-02-30", .noSuchDate), ("iso", "2024-05-31 24:00", .noSuchDate),
            ("iso", "2024-05-31 25", .malformed), ("iso", "2024-05-31 0900", .malformed),
            ("iso", "1899-12-31", .outOfRange),
            ("iso", "2024-05/31", .malformed), ("iso", "2024-05-31+07:00", .malformed),
            ("iso", "2024-05-3112", .malformed),
            ("dd/mm/yyyy", "05/31/2024", .noSuchDate), ("dd/mm/yyyy", "31/05/024", .malformed),
            ("dd/mm/yyyy", "31/05-2024", .malformed), ("dd/mm/yyyy", "31052024", .malformed),
            ("dd/mm/yyyy", "1/1/1899", .outOfRange), ("dd/mm/yyyy", "5 Mei 2019", .malformed),
            ("dd/mm/yyyy", "05/03/2019 13:00 PM", .noSuchDate),
            ("dd/mm/yyyy", "05/03/2019 0:30 AM", .noSuchDate),
            ("dd/mm/yyyy", "05/03/2019 10:00 XIB", .malformed), ("mm/dd/yyyy", "31/05/2024", .noSuchDate),
            ("words", "18 Nopvember 2025", .malformed), ("words", "30 Februari 2020", .noSuchDate),
            ("words", "November 2025", .malformed), ("words", "0 Mei 2019", .noSuchDate),
            ("words", "Mei 0, 2019", .noSuchDate),
            ("words", "18/11/2025", .malformed),
            ("serial", "29999", .outOfRange), ("serial", "60001", .outOfRange),
            ("serial", "12/1/2019", .malformed),
            ("serial1904", "28537", .outOfRange), ("epoch_s", "1546300800123", .malformed),
            ("epoch_s", "99999999999", .outOfRange),
            ("epoch_ms", "abc", .malformed), ("yyyymmdd", "20211317", .noSuchDate),
            ("yyyymmdd", "2021121", .malformed),
            ("'I-'yyyymmddHHMMSS*", "I-20222131239123321", .noSuchDate),
            ("'I-'yyyymmddHHMMSS*", "202112171709158243106", .malformed),
            ("'I-'yyyymmddHHMMSS*", "I-2021", .malformed),
            ("auto", "5/3/2019", .ambiguous), ("auto", "05-03-19 10:00", .ambiguous),
            ("auto", "12345", .malformed),
            ("auto", "20201350", .malformed), ("auto", "9120001234567890", .malformed),
            ("auto", "tomorrow", .malformed),
            ("auto", "0220100123456", .malformed), ("auto", "13/13/2019", .noSuchDate),
        ]
    )
    func refuses(name: String, text: String, code: StampError.Code) throws {
        let form = try StampForm.named(name)
        let error = try #require(throws: StampError.self) { try form.read(text, in: .jakarta) }
        #expect(error.code == code)
        #expect(error.form == form)
        #expect(!error.description.isEmpty)
    }

    @Test("has a name that gives it back", arguments: forms)
    func names(form: StampForm) throws {
        #expect(try StampForm.named(form.description) == form)
        #expect(!form.isPattern)
    }

    @Test(
        "may be named in many ways",
        arguments: [
            ("dd/mm/yyyy", StampForm.dayMonthYear), ("dd/mm/yy", .dayMonthYear),
            ("d.m.yy H:MM", .dayMonthYear),
            ("DD-MM-YYYY HH:MM:SS", .dayMonthYear), ("mm/dd/yyyy", .monthDayYear), ("m/d/yy", .monthDayYear),
            ("m/d/yy h:mm AM/PM", .monthDayYear), ("yyyy-mm-dd", .iso), ("yyyy/mm/ddTHH:MM:SS", .iso),
            ("dd mmmm yyyy", .monthWords), ("dd-mmm-yy", .monthWords), ("mmm d, yyyy", .monthWords),
            (" ISO ", .iso),
            ("yyyymmddHHMMSS", .compact), ("yyyymmddTHHMMSS", .compact), ("yyyymmddHHMM", .compact),
        ]
    )
    func spellings(name: String, form: StampForm) throws {
        #expect(try StampForm.named(name) == form)
    }

    @Test(
        "of an id is a pattern with a canonical name",
        arguments: ["'I-'yyyymmddHHMMSS*", "ddmmyyyy", "'it''s 'd/m/yy*", "' 'ddmmyy' '"]
    )
    func patterns(name: String) throws {
        let form = try StampForm.named(name)
        #expect(form.isPattern)
        #expect(form.description == name)
        #expect(try StampForm.named(form.description) == form)
    }

    @Test(
        "with a name that means nothing is refused with what is accepted",
        arguments: [
            "", "tanggal", "dd/mm", "yyyy", "dd/mm/yyyy/dd", "*yyyymmdd", "'I-yyyymmdd", "yyy-mm-dd",
            "dd/mm/yyyy MM:SS",
            "ddmmmmyyyy*", "I-yyyymmdd", "mmmmm d yyyy",
        ]
    )
    func badNames(name: String) throws {
        let error = try #require(throws: StampFormError.self) { try StampForm.named(name) }
        #expect(error.description.contains("dd/mm/yyyy"))
    }

    @Test("ISO reads whatever the strict reader reads, and refuses the same dates")
    func strictAgrees() throws {
        let seed: UInt64 = 20_250_105
        var generator = SeededGenerator(seed: seed)
        func digits(_ range: ClosedRange<Int>, _ width: Int) -> String {
            let text = String(Int.random(in: range, using: &generator))
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        var accepted = 0
        for _ in 0..<20_000 {
            var text = "\(digits(1895...2205, 4))-\(digits(0...13, 2))-\(digits(0...32, 2))"
            if !generator.oneIn(4) {
                text += "T\(digits(0...24, 2)):\(digits(0...60, 2))"
                if !generator.oneIn(3) { text += ":\(digits(0...60, 2))" }
                text +=
                    [
                        "", "Z", "+07", "+0730", "-\(digits(0...25, 2)):\(digits(0...61, 2))",
                    ]
                    .randomElement(using: &generator) ?? ""
            }
            let strict = Result { () throws(StampError) in try Stamp.parse(text, in: .jakarta) }
            let loose = Result { () throws(StampError) in try StampForm.iso.read(text, in: .jakarta) }
            switch (strict, loose) {
            case (.success(let left), .success(let right)):
                accepted += 1
                #expect(left == right, "seed \(seed), \(text)")
            case (.failure(let left), .failure(let right)):
                #expect(left.code == right.code, "seed \(seed), \(text)")
            default: Issue.record("seed \(seed), \(text): \(strict) and \(loose)")
            }
        }
        #expect(accepted > 4000)
    }

    @Test("never crashes on any bytes", arguments: forms)
    func anyBytes(form: StampForm) throws {
        let seed: UInt64 = 77
        var generator = SeededGenerator(seed: seed)
        let letters = Array("0123456789//--..  ::TZ+,'AaMmPpJjNnMei\u{2019}\u{A0}".utf8)
        var read = 0
        for _ in 0..<20_000 {
            let cell = (0..<Int.random(in: 0...24, using: &generator))
                .map { _ in
                    generator.oneIn(20)
                        ? UInt8.random(in: 0...255, using: &generator)
                        : letters.randomElement(using: &generator) ?? 0
                }
            if (try? form.read(cell.span, in: .jakarta)) != nil { read += 1 }
        }
        #expect(read < 20_000)
    }
}

@Suite("A word for nothing") struct NullWordTests {
    @Test(
        "is known in every office",
        arguments: [
            "", " ", "\u{A0}", "-", "--", " - ", "---", "NULL", "null", "N/A", "n.a.", "0000-00-00",
            "0000-00-00 00:00:00", "00/00/0000", "nihil", "NIHIL", "NaT", "#N/A", "\u{2013}", "(blank)",
            "Tidak Ada", ".",
        ]
    )
    func known(text: String) { #expect(NullWord.contains(text.utf8)) }

    @Test("is no value", arguments: ["0", "2024-01-01", "a", "nullify", "-1", "ada", "1/1/2000", "00:00"])
    func values(text: String) { #expect(!NullWord.contains(text.utf8)) }
}
