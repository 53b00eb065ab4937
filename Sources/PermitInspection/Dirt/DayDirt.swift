internal import PermitLog
internal import WorkingTime

/// Days on which the calendar and the work disagree: working days on which nothing happened while it did around them,
/// and days off on which as much happened as on others.
struct DayDirt {
    private let zone: Zone
    private var counts: [Int32: Int] = [:]
    private var hours: ClockShiftSurvey

    init(zone: Zone) {
        self.zone = zone
        hours = ClockShiftSurvey(zone: zone)
    }

    mutating func note(_ stamp: Stamp) {
        counts[zone.day(of: stamp.instant).number, default: 0] += 1
        if !stamp.isDateOnly { hours.note(stamp.instant) }
    }

    /// The jump of the hours of work, if the clock was changed.
    func shift(_ table: InspectedTable) -> [DirtFinding] {
        guard let shift = hours.shift else { return [] }
        func written(_ hours: ClosedRange<Int>) -> String { "\(hours.lowerBound)-\(hours.upperBound + 1)" }
        let detail =
            "from \(shift.at): hours \(written(shift.before)) became \(written(shift.after)), \(shift.hours > 0 ? "+" : "")\(shift.hours) h"
        return [DirtFinding(.shiftedClock, file: table.file, count: shift.events, detail: detail)]
    }

    func findings(_ table: InspectedTable, _ calendar: WorkCalendar) -> [DirtFinding] {
        guard let first = counts.keys.min(), let last = counts.keys.max(), last - first < 40_000 else {
            return []
        }
        let days = (first...last).map { Day(number: $0) }.filter(calendar.covers)
        let working = days.filter(calendar.isWorkingDay)
        let off = days.filter { !calendar.isWorkingDay($0) }
        if let other = otherCalendar(off, working, table, calendar) { return [other] }
        return [
            finding(quiet(working), "working day without work", table),
            finding(busy(off, working), "day off with work", table),
        ]
        .compactMap(\.self)
    }

    /// Working days without an event whose two neighbours on either side have five each.
    private func quiet(_ working: [Day]) -> [Day] {
        working.indices.dropFirst(2).dropLast(2)
            .filter { index in
                count(working[index]) == 0
                    && [index - 2, index - 1, index + 1, index + 2].allSatisfy { count(working[$0]) >= 5 }
            }
            .map { working[$0] }
    }

    /// Days off with at least five events and half of what a working day usually has; where one weekend day in four
    /// is so, the office works then and no single day is in doubt.
    private func busy(_ off: [Day], _ working: [Day]) -> [Day] {
        let usual = working.map(count).sorted()
        guard usual.count >= 10 else { return [] }
        let half = max(5, usual[usual.count / 2] / 2)
        let busy = off.filter { count($0) >= half }
        return busy.count * 4 >= off.count ? [] : busy
    }

    /// Where most holidays of a calendar were worked, it is not the calendar of this file.
    private func otherCalendar(
        _ off: [Day],
        _ working: [Day],
        _ table: InspectedTable,
        _ calendar: WorkCalendar
    ) -> DirtFinding? {
        let usual = working.map(count).sorted()
        let holidays = off.filter { !calendar.holidays(on: $0).isEmpty && $0.weekday <= 5 }
        guard usual.count >= 10, holidays.count >= 8 else { return nil }
        let worked = holidays.count { count($0) * 2 >= max(2, usual[usual.count / 2]) }
        guard worked * 2 > holidays.count else { return nil }
        return DirtFinding(
            .calendarDoubts,
            file: table.file,
            count: worked,
            of: holidays.count,
            detail: "most holidays of the calendar \(calendar.name) were worked"
        )
    }

    private func count(_ day: Day) -> Int { counts[day.number] ?? 0 }

    private func finding(_ days: [Day], _ what: String, _ table: InspectedTable) -> DirtFinding? {
        guard !days.isEmpty else { return nil }
        let named = days.prefix(5).map(\.description).joined(separator: ", ")
        return DirtFinding(
            .calendarDoubts,
            file: table.file,
            count: days.count,
            detail: "\(what): \(named)" + (days.count > 5 ? ", \u{2026}" : "")
        )
    }
}
