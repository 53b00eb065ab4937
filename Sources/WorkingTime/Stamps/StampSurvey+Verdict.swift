extension StampSurvey {
    /// How the column is written.
    ///
    /// A column holds dates when at least half of its cells that are not null can be dates; bare numbers count only
    /// if at least 19 in 20 of the bare numbers can.
    public var verdict: Verdict {
        var counts = counts
        let numbers = counts.serials + counts.epochSeconds + counts.epochMilliseconds + counts.compact
        if counts.otherNumbers * 19 > numbers {
            (counts.serials, counts.epochSeconds, counts.epochMilliseconds, counts.compact) = (0, 0, 0, 0)
            counts.unreadable += numbers
        }
        guard counts.dates > 0, counts.dates >= counts.unreadable else { return .none }
        return counts.contradiction.map { .mixed($0) } ?? counts.verdict
    }
}

extension StampSurvey.Counts {
    /// The forms that occur, numbers with the year last left out.
    private var plainForms: [StampForm] {
        [
            (yearFirst, StampForm.iso), (words, .monthWords), (serials, .excelSerial),
            (epochSeconds, .epochSeconds), (epochMilliseconds, .epochMilliseconds), (compact, .compact),
        ]
        .filter { $0.0 > 0 }.map { $0.1 }
    }

    fileprivate var verdict: StampSurvey.Verdict {
        let others = plainForms
        guard numeric > 0 else { return .form(others.count == 1 ? others[0] : .auto) }
        let forms: [StampForm] =
            others.isEmpty ? [.dayMonthYear, .monthDayYear] : [.autoDayFirst, .autoMonthFirst]
        if dayFirst > 0 { return .form(forms[0]) }
        if monthFirst > 0 { return .form(forms[1]) }
        return .ambiguous(forms)
    }

    /// What the cells contradict each other in.
    fileprivate var contradiction: StampSurvey.Contradiction? {
        if dayFirst > 0, monthFirst > 0 {
            let forms: [StampForm] =
                plainForms.isEmpty ? [.dayMonthYear, .monthDayYear] : [.autoDayFirst, .autoMonthFirst]
            let likely = forms[dayFirst >= monthFirst ? 0 : 1]
            return .init(kind: .bothOrders, first: dayFirst, second: monthFirst, likely: likely)
        }
        // Ten days in a row are all up to 12 in one of ten thousand columns that nobody swapped.
        let isSwapped =
            serials >= 10 && serialsUpTo12 == serials && numeric >= 10 && eitherOrder + sameNumber == 0
        guard isSwapped else { return nil }
        let likely: StampForm = dayFirst > 0 ? .autoDayFirst : .autoMonthFirst
        return .init(kind: .swappedSerials, first: serials, second: numeric, likely: likely)
    }
}
