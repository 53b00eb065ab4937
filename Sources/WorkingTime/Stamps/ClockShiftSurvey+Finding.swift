extension ClockShiftSurvey {
    /// The shift, if the hours of work jump once and by 3 hours or more; nil otherwise.
    ///
    /// Not found are jumps that are smaller, gradual, or come and go; nor any in a log with fewer than 60 events or
    /// three busy weeks on either side, where chance could look like one. Of several jumps the plainest is found.
    ///
    /// - Complexity: O(weeks) with a large constant.
    public var shift: ClockShift? {
        let weeks = HourWeeks(days)
        guard let found = weeks.best, weeks.isSound(found) else { return nil }
        let shift = weeks.described(found, days)
        return isAbrupt(shift, weeks.sides(found.week)) ? shift : nil
    }

    /// Whether the days next to the jump differ as the halves do; with a gradual change they do not.
    private func isAbrupt(
        _ shift: ClockShift,
        _ sides: (before: HourWeeks.Hours, after: HourWeeks.Hours)
    ) -> Bool {
        let numbers = days.keys.sorted()
        let early = near(numbers.reversed().drop { $0 >= shift.at.number })
        let late = near(numbers.drop { $0 < shift.at.number })
        let turned = HourWeeks.turned(late, by: -shift.hours)
        let gain =
            HourWeeks.disorder(HourWeeks.sum(early, late)) - HourWeeks.disorder(HourWeeks.sum(early, turned))
        return gain >= 0.1 * HourWeeks.total(late) && HourWeeks.isInPlace(early, sides.before)
            && HourWeeks.isInPlace(late, sides.after)
            && HourWeeks.overlap(early, turned) - HourWeeks.overlap(early, late) >= 0.15
    }

    /// The hours of the first of some days, as many as it takes.
    private func near(_ numbers: some Sequence<Int32>) -> HourWeeks.Hours {
        var all = HourWeeks.none
        for number in numbers {
            if let hours = days[number] { all = HourWeeks.sum(all, hours.counts.map(Double.init)) }
            if HourWeeks.total(all) >= HourWeeks.leastEvents { break }
        }
        return all
    }
}
