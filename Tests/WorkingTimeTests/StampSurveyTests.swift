import TestSupport
import Testing
import WorkingTime

@Suite("A survey of a column of dates") struct StampSurveyTests {
    static func survey(_ cells: [String]) -> StampSurvey {
        var survey = StampSurvey()
        for cell in cells { survey.note(cell.utf8) }
        return survey
    }

    @Test(
        "finds the form",
        arguments: [
            (["2024-05-31", "2024-06-01 10:00", ""], StampForm.iso),
            (["05/03/2019", "13/03/2019", "-"], .dayMonthYear), (["3/5/19", "3/13/19"], .monthDayYear),
            (["9.3.10 8:05", "1.2.10 9:00"], .dayMonthYear),
            (["18 November 2025", "1 Mei 2025"], .monthWords),
            (["43466", "43467.5", "NULL"], .excelSerial), (["1546300800", "1546300801"], .epochSeconds),
            (["1546300800000"], .epochMilliseconds), (["20190101", "20190102"], .compact),
            (["43466", "2019-01-02", "3 Jan 2019"], .auto),
            (["43466", "13/5/2019", "5/3/2019"], .autoDayFirst),
            (["2019-01-02", "5/13/2019"], .autoMonthFirst), (["2019-01-02", "2019-01-03", "besok"], .iso),
        ]
    )
    func forms(cells: [String], form: StampForm) {
        #expect(Self.survey(cells).verdict == .form(form))
    }

    @Test("doubts a column whose days are all up to 12")
    func ambiguous() {
        #expect(
            Self.survey(["05/03/2019", "01/12/2019", "5/5/2019", ""]).verdict
                == .ambiguous([.dayMonthYear, .monthDayYear])
        )
        #expect(
            Self.survey(["05/03/2019", "1 Mei 2019"]).verdict == .ambiguous([.autoDayFirst, .autoMonthFirst])
        )
    }

    @Test("says what contradicts itself")
    func mixed() {
        let verdict = Self.survey(["13/05/2019", "14/05/2019", "05/13/2019", "01/02/2019"]).verdict
        guard case .mixed(let found) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(found.kind == .bothOrders)
        #expect(found.first == 2 && found.second == 1)
        #expect(found.likely == .dayMonthYear)
        #expect(found.description == "2 cells can only be dd/mm, 1 only mm/dd")
    }

    @Test("finds the days that a spreadsheet of the other order swapped")
    func swapped() {
        // A sheet with dd/mm texts that a spreadsheet set to mm/dd took in: what it could read became a serial.
        var cells: [String] = []
        for day in 1...28 {
            cells.append(day <= 12 ? String(43466 + 31 * 0 + (day - 1) * 30) : "\(day)/02/2019")
        }
        let serials = (1...12).compactMap { Day(year: 2019, month: $0, day: 2)?.number }
            .map { String($0 + 25_569) }
        cells = serials + (13...28).map { "\($0)/02/2019" }
        guard case .mixed(let found) = Self.survey(cells).verdict else {
            Issue.record("no contradiction found")
            return
        }
        #expect(found.kind == .swappedSerials && found.first == 12 && found.second == 16)
        #expect(Self.survey(cells + ["43496"]).verdict == .form(.autoDayFirst))
    }

    @Test(
        "sees no dates in other columns",
        arguments: [
            [], ["", "-", "NULL"], ["Ani", "Budi"], ["47111", "56101", "01111", "10130"], ["43466", "12"],
            ["20000000", "20190101", "35000000"], ["0220100123456", "9120001234567", "1207220034567"],
            ["2019-01-01", "besok", "lusa"],
        ]
    )
    func none(cells: [String]) { #expect(Self.survey(cells).verdict == .none) }

    @Test("counts what a finding needs")
    func counts() {
        let counts =
            Self.survey([
                "2024-05-31", "2024/05/31 10:00+00", "5/3/19", "13 Agustus 2019", "13 August 2019",
                "1 April 2019", "43466",
                "43480.25", "1546300800", "1546300800000", "20190101", "", "NULL", "besok", "77",
                "2019-01-01 10:00 WITA",
            ])
            .counts
        #expect(counts.cells == 16 && counts.nulls == 2 && counts.nullWords == 1)
        #expect(counts.unreadable == 2 && counts.otherNumbers == 1 && counts.dates == 12)
        #expect(counts.yearFirst == 3 && counts.looseSeparators == 1 && counts.hourOnlyOffsets == 1)
        #expect(counts.eitherOrder == 1 && counts.numeric == 1 && counts.twoDigitYears == 1)
        #expect(counts.indonesianWords == 1 && counts.englishWords == 1 && counts.sharedWords == 1)
        #expect(counts.serials == 2 && counts.serialsUpTo12 == 1 && counts.epochSeconds == 1)
        #expect(counts.epochMilliseconds == 1 && counts.compact == 1)
        #expect(counts.offsets == [0: 1, 8 * 3600: 1])
        #expect(counts.dateOnly == 7)
    }

    @Test("of two halves is that of the whole")
    func merge() {
        let seed: UInt64 = 4
        var generator = SeededGenerator(seed: seed)
        let texts = [
            "2024-05-31", "5/3/19", "13/3/19", "1 Mei 2019", "43466", "-", "", "besok",
            "2019-01-01 10:00+08:00",
            "1546300800", "20190101", "99",
        ]
        for _ in 0..<100 {
            let cells = (0..<40).map { _ in texts.randomElement(using: &generator) ?? "" }
            let cut = Int.random(in: 0...40, using: &generator)
            var left = Self.survey(Array(cells[..<cut]))
            left.merge(Self.survey(Array(cells[cut...])))
            let whole = Self.survey(cells)
            #expect(left.counts == whole.counts, "seed \(seed)")
            #expect(left.verdict == whole.verdict, "seed \(seed)")
        }
    }

    @Test("gives a form that reads every date it saw")
    func sound() throws {
        let seed: UInt64 = 9
        var generator = SeededGenerator(seed: seed)
        let texts = [
            "2024-05-31", "5/3/19", "13/3/19", "3/14/2019", "1 Mei 2019", "43466", "9.3.10 8:05",
            "2019-01-01 10:00+08:00",
            "1546300800", "20190101", "1546300800000", "Nov 18, 2025",
        ]
        var forms = 0
        for _ in 0..<500 {
            let some = (0..<Int.random(in: 1...3, using: &generator))
                .map { _ in texts.randomElement(using: &generator) ?? "" }
            guard case .form(let form) = Self.survey(some).verdict else { continue }
            forms += 1
            for text in some {
                #expect((try? form.read(text, in: .jakarta)) != nil, "seed \(seed), \(form) and \(text)")
            }
        }
        #expect(forms > 250)
    }
}
