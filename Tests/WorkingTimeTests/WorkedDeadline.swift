import WorkingTime

/// A row of the page of worked deadlines: a case, and what was reckoned for it by hand.
struct WorkedDeadline: Sendable, CustomStringConvertible {
    /// What happens to the clock after its start.
    enum Change: Sendable {
        case pause, resume, restart
    }

    /// A change of the clock and its moment.
    struct Event: Sendable {
        var change: Change
        var moment: Instant
    }

    /// How the calendar differs from the shipped one.
    struct CalendarVariant: Sendable {
        var hasSixDays = false
        var isJointLeaveWorked = false
        var knownOn: Day?
    }

    /// A number that the reckoning gives for the end of a day.
    struct Step: Sendable {
        var day: Day
        /// The three letters of the weekday that the page gives.
        var weekday: String
        var consumed: Int
    }

    var number: Int
    var title: String
    var start: Instant
    var limit: Limit
    /// In the order of time.
    var events: [Event]
    var variant: CalendarVariant
    /// The steps of the last run, in the order of time; at least one.
    var steps: [Step]
    var lastDay: Day

    var description: String { "row \(number): \(title)" }

    /// The office whose days the row counts.
    func office() throws -> OfficeTime {
        var definition = try CalendarFile.indonesia.get()
        if let known = variant.knownOn { definition = definition.asKnown(on: known) }
        var calendar = WorkCalendar(definition)
        if variant.hasSixDays { calendar = calendar.settingWeek(.six) }
        if variant.isJointLeaveWorked { calendar = calendar.settingJointLeaveWorked(true) }
        return OfficeTime(zone: .jakarta, calendar: calendar)
    }

    /// The runs of the clock, told of the changes before a moment; a restart closes one and opens the next.
    func runs(before moment: Instant, office: OfficeTime) -> [ClockRun] {
        var closed: [ClockRun] = []
        var run = ClockRun(limit: limit, startedAt: start, paused: false, office: office)
        for event in events where event.moment < moment {
            switch event.change {
            case .pause: run.pause(at: event.moment, office: office)
            case .resume: run.resume(at: event.moment, office: office)
            case .restart:
                run.stop(at: event.moment, office: office)
                closed.append(run)
                run = ClockRun(limit: limit, startedAt: event.moment, paused: false, office: office)
            }
        }
        return closed + [run]
    }

    /// Where the clock and the page disagree, or nothing.
    func disagreements(office: OfficeTime) -> [String] {
        let runs = runs(before: .distantFuture, office: office)
        var found = runs.dropLast().compactMap(\.breachedDeadline).map { "an earlier run was due \($0)" }
        let deadline = runs.last?.deadline(office: office)
        let due = deadline.map { office.zone.day(of: $0).advanced(by: -1) }
        if due != lastDay { found.append("last day \(lastDay), by the clock \(due?.description ?? "none")") }
        for step in steps { found += disagreements(about: step, office: office) }
        for (step, next) in zip(steps, steps.dropFirst()) where next.day <= step.day {
            found.append("\(next.day) stands after \(step.day)")
        }
        return found
    }

    private func disagreements(about step: Step, office: OfficeTime) -> [String] {
        let end = office.zone.start(of: step.day.advanced(by: 1))
        let within = Instant(microseconds: end.microseconds - 1)
        let consumed = runs(before: end, office: office).last?.consumedDays(asOf: within, office: office)
        var found: [String] = []
        if consumed != step.consumed {
            found.append("\(step.day): \(step.consumed), by the clock \(consumed ?? 0)")
        }
        if step.day > lastDay { found.append("\(step.day) is after the last day") }
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][step.day.weekday - 1]
        if weekday != step.weekday { found.append("\(step.day) is no \(step.weekday)") }
        return found
    }
}
