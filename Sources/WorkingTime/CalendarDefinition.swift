/// A calendar as a file states it: the years it covers, its working weeks, office hours and holidays.
///
/// The meaning of each field is that of the calendar files; `WorkCalendar` is the form in which days are counted.
public struct CalendarDefinition: Hashable, Sendable {
    /// The name by which reports and options know it, such as `id`.
    public var name: String
    /// The title by language: `id`, `en`.
    public var title: [String: String]
    /// The years for which holidays are known.
    public var years: ClosedRange<Int>
    /// The name of the zone whose days these are, when neither a report nor a profile says.
    public var zone: String
    /// The working weeks, ascending by their first day; the first one also holds before it.
    public var weeks: [WeekPeriod]
    /// Whether offices work on joint leave.
    public var jointLeaveWorked: Bool
    /// The hours of a working day.
    public var officeHours: OfficeHours
    /// How well the holidays' sources are known unless a holiday says otherwise; empty when not stated.
    public var mark: String
    /// The holidays, also those taken back, ascending by date.
    public var holidays: [Holiday]

    /// Creates a definition; holidays and weeks are sorted by date.
    public init(
        name: String,
        title: [String: String] = [:],
        years: ClosedRange<Int>,
        zone: String = "UTC",
        weeks: [WeekPeriod] = [],
        jointLeaveWorked: Bool = false,
        officeHours: OfficeHours = .standard,
        mark: String = "",
        holidays: [Holiday] = []
    ) {
        self.name = name
        self.title = title
        self.years = years
        self.zone = zone
        self.weeks = weeks.sorted { $0.from < $1.from }
        self.jointLeaveWorked = jointLeaveWorked
        self.officeHours = officeHours
        self.mark = mark
        self.holidays = holidays.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// The working week kept on a day.
    public func week(on day: Day) -> WorkingWeek {
        (weeks.last { $0.from <= day } ?? weeks.first)?.week ?? .five
    }

    /// The calendar as it was known at the end of a day: without holidays decreed later, with those taken back later.
    ///
    /// A holiday without a date of its decree is taken as known from the beginning.
    public func asKnown(on day: Day) -> CalendarDefinition {
        var view = self
        view.holidays = holidays.compactMap { holiday in
            if let decreed = holiday.decreedOn, decreed > day { return nil }
            var known = holiday
            if let revoked = holiday.revokedOn, revoked > day { known.revokedOn = nil }
            return known
        }
        return view
    }
}
