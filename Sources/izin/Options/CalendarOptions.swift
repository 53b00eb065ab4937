#if CommandLine
import ArgumentParser
import PermitWorkflow
import WorkingTime

/// The calendar and zone in which days are counted.
struct CalendarOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The working days: id, weekdays, or a file (default: the profile's, else id).",
            valueName: "name"
        )
    )
    var calendar: String?

    @Option(help: ArgumentHelp("Working days a week, 5 or 6, for all dates.", valueName: "5|6"))
    var week: Int?

    @Option(
        help: ArgumentHelp("Whether joint leave (cuti bersama) is worked or off.", valueName: "worked|off")
    )
    var jointLeave: String?

    @Option(
        help: ArgumentHelp(
            "The zone of days and of times without zone (default: the profile's, else the calendar's).",
            valueName: "zone"
        )
    )
    var zone: String?

    mutating func validate() throws {
        if let week, week != 5, week != 6 {
            throw ValidationError("--week is 5 or 6, not \(week)")
        }
        if let jointLeave, jointLeave != "worked", jointLeave != "off" {
            throw ValidationError("--joint-leave is worked or off, not \"\(jointLeave)\"")
        }
    }

    /// The calendar of a name, with the week and joint leave that were asked for.
    func calendar(named name: String, in library: Library) throws(Failure) -> WorkCalendar {
        var calendar = try Definitions.calendar(name, in: library)
        if let week { calendar = calendar.settingWeek(week == 6 ? .six : .five) }
        if let jointLeave { calendar = calendar.settingJointLeaveWorked(jointLeave == "worked") }
        return calendar
    }

    /// The zone that was asked for.
    func chosenZone() throws(Failure) -> Zone? {
        guard let zone else { return nil }
        return try Definitions.zone(zone)
    }
}
#endif
