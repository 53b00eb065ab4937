internal import PermitDocuments
internal import WorkingTime

extension Profile {
    /// Reads what a row is, which columns hold events, how dates are written and what is joined.
    mutating func readShape(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        shape = fields["shape"].flatMap { reading.choice($0, "shape", as: Shape.self) } ?? .events
        sheets = fields["sheet"].flatMap { reading.texts($0, "sheet") } ?? []
        keep = fields["keep"].flatMap { reading.texts($0, "keep") } ?? []
        nib = fields["nib"].flatMap { reading.texts($0, "nib") } ?? []
        readEvents(fields["events"], &reading)
        readDates(fields["dates"], &reading)
        joins = (fields["join"].flatMap { Self.elements($0, "join", &reading) } ?? [])
            .compactMap { Join.read($0, &reading) }
        for node in fields["unconfirmed"].flatMap({ Self.elements($0, "unconfirmed", &reading) }) ?? [] {
            if let milestone = reading.choice(node, "unconfirmed", as: Milestone.self) {
                unconfirmed.append(milestone)
            }
        }
        guard let node = fields["first_day"], let text = reading.text(node, "first_day") else { return }
        firstDay = Day(text)
        if firstDay == nil {
            reading.error("first_day is a date yyyy-mm-dd, not \"\(text)\"", at: node.position)
        }
    }

    private mutating func readEvents(_ node: DocumentNode?, _ reading: inout DocumentReading) {
        for element in node.flatMap({ Self.elements($0, "events", &reading) }) ?? [] {
            if let event = RowEvent.read(element, &reading) { events.append(event) }
        }
        if let node, shape != .permits {
            reading.error("events are of a table of permits: shape: permits", at: node.position)
        }
        if events.count > Self.mostEvents, let node {
            reading.error("a row has at most \(Self.mostEvents) events", at: node.position)
        }
    }

    /// How many columns of events a row may have: the places within a row that an event can note.
    static let mostEvents = 32

    private mutating func readDates(_ node: DocumentNode?, _ reading: inout DocumentReading) {
        guard let node, let named = reading.fields(node, "dates", keys: ["form", "columns"]) else { return }
        dates.form = named["form"].flatMap { reading.text($0, "form") }
        for entry in named["columns"].flatMap({ reading.entries($0, "columns") }) ?? [] {
            dates.columns[entry.key] = reading.text(entry.value, entry.key)
        }
    }

    private static func elements(
        _ node: DocumentNode,
        _ what: String,
        _ reading: inout DocumentReading
    ) -> [DocumentNode]? {
        if let elements = node.sequence { return elements }
        if node.scalar != nil { return [node] }
        reading.error("\(what) is a list, not \(node.kindName)", at: node.position)
        return nil
    }
}

extension Profile.RowEvent {
    fileprivate static func read(_ node: DocumentNode, _ reading: inout DocumentReading) -> Self? {
        guard let named = reading.fields(node, "an event", keys: ["column", "activity", "resource"]),
            let columns = Profile.columnList(named, "an event", node, &reading),
            let activity = Profile.required("activity", named, "an event", node, &reading)
                .flatMap({ reading.text($0, "activity") })
        else { return nil }
        let resource = named["resource"].flatMap { reading.texts($0, "resource") } ?? []
        return Self(columns: columns, activity: activity, resource: resource)
    }
}

extension Profile.Join {
    fileprivate static func read(_ node: DocumentNode, _ reading: inout DocumentReading) -> Self? {
        guard let named = reading.fields(node, "a join", keys: ["profile", "column", "other_column"]),
            let profile = Profile.required("profile", named, "a join", node, &reading)
                .flatMap({ reading.text($0, "profile") }),
            let column = Profile.columnList(named, "a join", node, &reading)
        else { return nil }
        let other = named["other_column"].flatMap { reading.texts($0, "other_column") }
        return Self(profile: profile, column: column, otherColumn: other ?? column)
    }
}

extension Profile.Deadline {
    static func read(_ node: DocumentNode, _ reading: inout DocumentReading) -> Self? {
        guard let named = reading.fields(node, "deadline", keys: ["column", "name", "days", "from"]),
            let columns = Profile.columnList(named, "deadline", node, &reading)
        else { return nil }
        let name = named["name"].flatMap { reading.text($0, "name") }
        var deadline = Self(columns: columns, name: name ?? columns.first ?? "deadline")
        let from = named["from"].flatMap { reading.choice($0, "from", as: Profile.Milestone.self) }
        if let unit = named["days"].flatMap({ reading.choice($0, "days", as: DayUnit.self) }) {
            deadline.days = Days(unit: unit, from: from ?? .submitted)
        } else if named["from"] != nil {
            reading.error(
                "from is the milestone from which days count: days: working_days",
                at: node.position
            )
        }
        return deadline
    }
}
