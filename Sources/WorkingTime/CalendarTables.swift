/// The look-up tables of a calendar, one entry for each covered day.
@usableFromInline
final class CalendarTables: Sendable {
    /// The calendar as its file states it.
    let definition: CalendarDefinition
    /// The first covered day.
    @usableFromInline let firstDay: Day
    /// The last covered day.
    @usableFromInline let lastDay: Day
    /// Working days among the first n covered days, at index n.
    @usableFromInline let prefix: [Int32]
    /// The day number of each working day, in order.
    @usableFromInline let workingDayNumbers: [Int32]
    /// Office minutes among the first n covered days, at index n.
    @usableFromInline let minutePrefix: [Int32]
    /// The holidays of the final view, sorted by date.
    private let holidays: [Holiday]

    init(_ definition: CalendarDefinition) {
        guard let first = Day(year: definition.years.lowerBound, month: 1, day: 1),
            let last = Day(year: definition.years.upperBound, month: 12, day: 31)
        else { preconditionFailure("a calendar's years are checked when it is read") }
        self.definition = definition
        (firstDay, lastDay) = (first, last)
        holidays = definition.holidays.filter { $0.revokedOn == nil }
        let closed = Set(
            holidays.lazy.filter { $0.kind != .jointLeave || !definition.jointLeaveWorked }.map(\.day)
        )
        var growing = Growing(capacity: first.days(until: last) + 1)
        for number in first.number...last.number {
            let day = Day(number: number)
            let week = definition.week(on: day)
            let isWorked = week.works(weekday: day.weekday) && !closed.contains(day)
            let minutes = isWorked ? definition.officeHours.minutes(weekday: day.weekday, in: week) : 0
            growing.append(day, isWorked: isWorked, minutes: minutes)
        }
        (prefix, workingDayNumbers, minutePrefix) = (growing.prefix, growing.numbers, growing.minutes)
    }

    /// The holidays of a day.
    func holidays(on day: Day) -> [Holiday] {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return Array(holidays[low...].prefix { $0.day == day })
    }

    /// The tables while they grow.
    private struct Growing {
        var prefix: [Int32] = [0]
        var numbers: [Int32] = []
        var minutes: [Int32] = [0]

        init(capacity: Int) {
            prefix.reserveCapacity(capacity + 1)
            minutes.reserveCapacity(capacity + 1)
        }

        mutating func append(_ day: Day, isWorked: Bool, minutes added: Int) {
            prefix.append(prefix[prefix.count - 1] + (isWorked ? 1 : 0))
            minutes.append(minutes[minutes.count - 1] + Int32(added))
            if isWorked { numbers.append(day.number) }
        }
    }
}
