public import PermitDocuments

extension CalendarDefinition {
    /// Reads a calendar file.
    ///
    /// - Parameters:
    ///   - node: The document.
    ///   - base: Finds the calendar that `extends` names; nil when there is none.
    /// - Returns: The definition, or nil when the file has errors; and all that was found, warnings too.
    public static func read(
        _ node: DocumentNode,
        base: (String) -> CalendarDefinition?
    ) -> (CalendarDefinition?, [Diagnostic]) {
        var reader = CalendarReader()
        let definition = reader.calendar(node, base: base)
        return (reader.reading.hasErrors ? nil : definition, reader.reading.diagnostics)
    }
}

/// Reads a calendar's document and collects what is wrong with it.
private struct CalendarReader {
    var reading = DocumentReading()

    private static let keys = [
        "calendar", "extends", "title", "years", "zone", "weeks", "joint_leave", "office_hours", "mark",
        "holidays",
    ]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private enum JointLeave: String, CaseIterable { case off, worked }

    mutating func calendar(_ node: DocumentNode, base: (String) -> CalendarDefinition?) -> CalendarDefinition?
    {
        guard let fields = reading.fields(node, "a calendar", keys: Self.keys) else { return nil }
        guard let nameNode = fields["calendar"], let name = reading.text(nameNode, "calendar") else {
            reading.error("a calendar needs its name: calendar: id", at: node.position)
            return nil
        }
        guard let start = beginning(fields, name: name, at: node.position, base: base) else { return nil }
        var definition = start
        if let zone = fields["zone"] { definition.zone = self.zone(zone) ?? definition.zone }
        if let mark = fields["mark"] { definition.mark = reading.text(mark, "mark") ?? "" }
        if let title = fields["title"] { definition.title = texts(title, "title") }
        if let weeks = fields["weeks"] { definition.weeks = self.weeks(weeks) }
        if let jointLeave = fields["joint_leave"] {
            definition.jointLeaveWorked =
                reading.choice(jointLeave, "joint_leave", as: JointLeave.self) == .worked
        }
        if let hours = fields["office_hours"] { definition.officeHours = officeHours(hours) }
        if let holidays = fields["holidays"] {
            let kind: Holiday.Kind? = fields["extends"] == nil ? nil : .local
            definition.holidays += self.holidays(holidays, years: definition.years, kind: kind)
        }
        return sorted(definition)
    }

    /// An empty calendar with its years, or the one that is extended under the new name.
    private mutating func beginning(
        _ fields: [String: DocumentNode],
        name: String,
        at position: SourcePosition,
        base: (String) -> CalendarDefinition?
    ) -> CalendarDefinition? {
        let years = fields["years"].flatMap { self.years($0) }
        guard let extends = fields["extends"] else {
            guard let years else {
                if fields["years"] == nil {
                    reading.error("calendar \(name) needs years: {first: 2017, last: 2026}", at: position)
                }
                return nil
            }
            return CalendarDefinition(name: name, years: years)
        }
        guard let baseName = reading.text(extends, "extends") else { return nil }
        guard var definition = base(baseName) else {
            reading.error("extends: no calendar \"\(baseName)\" is known", at: extends.position)
            return nil
        }
        definition.name = name
        return narrowed(definition, to: years, at: fields["years"]?.position ?? position)
    }

    private mutating func narrowed(
        _ definition: CalendarDefinition,
        to years: ClosedRange<Int>?,
        at position: SourcePosition
    ) -> CalendarDefinition? {
        guard let years, years != definition.years else { return definition }
        guard definition.years.lowerBound <= years.lowerBound, years.upperBound <= definition.years.upperBound
        else {
            let known = "\(definition.years.lowerBound) to \(definition.years.upperBound)"
            reading.error("years: the extended calendar knows only \(known)", at: position)
            return nil
        }
        var narrowed = definition
        narrowed.years = years
        narrowed.holidays.removeAll { !years.contains($0.day.components.year) }
        return narrowed
    }

    private func sorted(_ raw: CalendarDefinition) -> CalendarDefinition {
        CalendarDefinition(
            name: raw.name,
            title: raw.title,
            years: raw.years,
            zone: raw.zone,
            weeks: raw.weeks,
            jointLeaveWorked: raw.jointLeaveWorked,
            officeHours: raw.officeHours,
            mark: raw.mark,
            holidays: raw.holidays
        )
    }

    private mutating func years(_ node: DocumentNode) -> ClosedRange<Int>? {
        guard let fields = reading.fields(node, "years", keys: ["first", "last"]) else { return nil }
        guard let first = fields["first"], let last = fields["last"] else {
            reading.error("years needs first and last: {first: 2017, last: 2026}", at: node.position)
            return nil
        }
        guard let from = reading.integer(first, "first", in: Stamp.years),
            let through = reading.integer(last, "last", in: Stamp.years)
        else { return nil }
        guard from <= through else {
            reading.error("years: last is before first", at: last.position)
            return nil
        }
        return from...through
    }

    private mutating func zone(_ node: DocumentNode) -> String? {
        guard let name = reading.text(node, "zone") else { return nil }
        do throws(ZoneError) {
            return try Zone.named(name).name
        } catch {
            reading.error(error.message, at: node.position)
            return nil
        }
    }

    private mutating func weeks(_ node: DocumentNode) -> [WeekPeriod] {
        guard let elements = list(node, "weeks") else { return [] }
        return elements.compactMap { element in
            guard let fields = reading.fields(element, "a week", keys: ["from", "days"]),
                let from = reading.required(fields, "from", of: "a week", at: element),
                let days = reading.required(fields, "days", of: "a week", at: element),
                let day = day(from, "from"), let week = reading.choice(days, "days", as: WorkingWeek.self)
            else { return nil }
            return WeekPeriod(from: day, week: week)
        }
    }

    private mutating func officeHours(_ node: DocumentNode) -> OfficeHours {
        var hours = OfficeHours()
        let weeks = reading.fields(node, "office_hours", keys: WorkingWeek.allCases.map(\.rawValue)) ?? [:]
        for week in WorkingWeek.allCases {
            guard let node = weeks[week.rawValue] else { continue }
            let days = reading.fields(node, "office_hours", keys: Self.weekdays) ?? [:]
            for (index, weekday) in Self.weekdays.enumerated() {
                guard let node = days[weekday], let spans = spans(node) else { continue }
                hours.set(spans, weekday: index + 1, in: week)
            }
        }
        return hours
    }

    private mutating func spans(_ node: DocumentNode) -> [OfficeHours.Span]? {
        guard let texts = reading.texts(node, "office hours") else { return nil }
        let spans = texts.compactMap(OfficeHours.Span.init)
        guard spans.count == texts.count, OfficeHours.areAscending(spans) else {
            reading.error(
                "office hours are stretches one after the other: [07:30-12:00, 13:00-16:00]",
                at: node.position
            )
            return nil
        }
        return spans
    }

    private mutating func holidays(
        _ node: DocumentNode,
        years: ClosedRange<Int>,
        kind: Holiday.Kind?
    ) -> [Holiday] {
        guard let elements = list(node, "holidays") else { return [] }
        var seen: Set<Holiday> = []
        return elements.compactMap { element in
            guard let holiday = holiday(element, kind: kind) else { return nil }
            if !years.contains(holiday.day.components.year) {
                let range = "\(years.lowerBound) to \(years.upperBound)"
                reading.error(
                    "\(holiday.day) lies outside the calendar's years \(range)",
                    at: element.position
                )
            }
            if !seen.insert(holiday).inserted {
                reading.warning("this holiday stands twice", at: element.position)
                return nil
            }
            return holiday
        }
    }

    private mutating func holiday(_ node: DocumentNode, kind: Holiday.Kind?) -> Holiday? {
        let keys = ["date", "kind", "names", "decree", "mark", "decreed_on", "revoked_on"]
        guard let fields = reading.fields(node, "a holiday", keys: keys),
            let date = reading.required(fields, "date", of: "a holiday", at: node),
            let day = day(date, "date"),
            let names = reading.required(fields, "names", of: "a holiday", at: node)
        else { return nil }
        guard let stated = fields["kind"].map({ reading.choice($0, "kind", as: Holiday.Kind.self) }) ?? kind
        else {
            if fields["kind"] == nil { reading.error("a holiday needs kind", at: node.position) }
            return nil
        }
        return Holiday(
            day: day,
            kind: stated,
            names: texts(names, "names"),
            decree: fields["decree"].flatMap { reading.text($0, "decree") } ?? "",
            mark: fields["mark"].flatMap { reading.text($0, "mark") },
            decreedOn: fields["decreed_on"].flatMap { self.day($0, "decreed_on") },
            revokedOn: fields["revoked_on"].flatMap { self.day($0, "revoked_on") }
        )
    }

    private mutating func list(_ node: DocumentNode, _ what: String) -> [DocumentNode]? {
        if let elements = node.sequence { return elements }
        reading.error("\(what) is a list, not \(node.kindName)", at: node.position)
        return nil
    }

    private mutating func texts(_ node: DocumentNode, _ what: String) -> [String: String] {
        guard let fields = reading.fields(node, what, keys: ["id", "en"]) else { return [:] }
        return fields.compactMapValues { reading.text($0, what) }
    }

    private mutating func day(_ node: DocumentNode, _ what: String) -> Day? {
        guard let text = reading.text(node, what) else { return nil }
        if let day = Day(text) { return day }
        reading.error("\(what) is a date such as 2024-05-31, not \"\(text)\"", at: node.position)
        return nil
    }
}

extension OfficeHours.Span {
    /// Reads `07:30-16:00`; nil for another form or an empty stretch.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let opens = Self.minute(parts[0]), let closes = Self.minute(parts[1]) else {
            return nil
        }
        self.init(opens: opens, closes: closes)
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// The form in which it is read: `07:30-16:00`.
    var text: String {
        [opens, closes].map { "\(ZoneOffset.padded($0 / 60)):\(ZoneOffset.padded($0 % 60))" }
            .joined(separator: "-")
    }
}
