/// A calendar in its final view and in plain weeks, so that a deadline can be told as it stood on any day.
///
/// On a day the holidays through that day are known and none after it; weekends are always known. So a deadline that
/// no feast has touched yet lies where plain weeks put it, and every holiday on the way moves it by itself.
public struct CalendarViews: Sendable {
    /// The calendar as it is.
    public let calendar: WorkCalendar
    /// The same weeks without any holiday.
    let plain: WorkCalendar
    /// The days that plain weeks work and the calendar does not, ascending.
    let closedDays: [Day]

    /// Prepares the views of a calendar.
    ///
    /// - Complexity: Linear in the days of the calendar's years; make it once.
    public init(_ calendar: WorkCalendar) {
        var weeks = calendar.definition
        weeks.holidays = []
        let plain = WorkCalendar(weeks)
        self.calendar = calendar
        self.plain = plain
        closedDays = Set(calendar.definition.holidays.map(\.day)).sorted()
            .filter { plain.isCountedDay($0) && !calendar.isCountedDay($0) }
    }

    /// The days off among `start < d <= end` that plain weeks would have worked.
    func closedDays(after start: Day, through end: Day) -> ArraySlice<Day> {
        let first = index(after: start)
        return first < closedDays.count ? closedDays[first...].prefix { $0 <= end } : []
    }

    /// The first day off after a day that plain weeks would have worked.
    func closedDay(after day: Day) -> Day? {
        let index = index(after: day)
        return index < closedDays.count ? closedDays[index] : nil
    }

    /// The holidays that close a day.
    func closing(_ day: Day) -> [Holiday] {
        calendar.holidays(on: day)
            .filter { $0.kind != .jointLeave || !calendar.definition.jointLeaveWorked }
    }

    /// The working day that is a number of working days after a day, with the holidays known through another day.
    ///
    /// - Precondition: `known` is not before `day`.
    func workingDay(number: Int, after day: Day, known: Day) -> Day? {
        guard day >= calendar.firstDay.advanced(by: -1) else { return nil }
        let passed = calendar.workingDays(after: day, through: known)
        return number <= passed
            ? calendar.workingDay(number: number, after: day)
            : plain.workingDay(number: number - passed, after: known)
    }

    private func index(after day: Day) -> Int {
        var low = 0
        var high = closedDays.count
        while low < high {
            let middle = (low + high) / 2
            if closedDays[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
