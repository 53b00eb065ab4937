public import PermitDocuments
internal import WorkingTime

extension Definition {
    /// Judges the limits that come from tables against those tables.
    ///
    /// - Returns: A fault for each clock whose keys or unit are not those of its table; none for a table that is not
    ///   there.
    public func faults(against tables: [LimitTable]) -> [Diagnostic] {
        var check = DefinitionCheck(self, settings: [:])
        for clock in clocks { check.checkTable(of: clock, among: tables) }
        return check.diagnostics
    }
}

extension DefinitionCheck {
    fileprivate mutating func checkTable(of clock: Definition.Clock, among tables: [LimitTable]) {
        guard case .table(let name, let by) = clock.limit.amount,
            let table = tables.first(where: { $0.name.text == name })
        else { return }
        let place = clock.limit.position ?? clock.name.position
        if Set(by) != Set(table.keys) {
            let keys = table.keys.map(\.text).joined(separator: ", ")
            error("clock \(clock.name): table \(name) is keyed by \(keys)", position: place)
        }
        if values(of: clock.limit.unit) != [table.unit.rawValue] {
            error("clock \(clock.name): table \(name) is in \(table.unit.rawValue)", position: place)
        }
    }

    /// Numbers, units and sources of the limits.
    mutating func checkLimits() {
        for clock in definition.clocks {
            let place = clock.limit.position ?? clock.name.position
            if clock.limit.legal?.isEmpty ?? true {
                error(
                    "the limit of clock \(clock.name) needs its legal source (\"legal: ...\")",
                    position: place
                )
            }
            choose(clock.limit.unit, Definition.ClockLimit.units, "the unit of clock \(clock.name)", place)
            choose(
                clock.includesFirstDay,
                ["false", "true"],
                "includes_first_day of clock \(clock.name)",
                place
            )
            choose(
                clock.ifDueOnHoliday,
                ["stay", "shift"],
                "if_due_on_holiday of clock \(clock.name)",
                place
            )
            choose(clock.pausesIf, ["false", "true"], "pauses if of clock \(clock.name)", place)
            checkExtension(of: clock, at: place)
            if case .number(let number) = clock.limit.amount { checkAmount(number, of: clock, at: place) }
            if clock.starts.at.isEmpty, clock.starts.enters.isEmpty {
                error(
                    "clock \(clock.name) starts nowhere; give \"starts: {at: ...}\" or \"starts: {in: ...}\"",
                    at: clock.name
                )
            }
        }
    }

    private mutating func checkExtension(of clock: Definition.Clock, at place: SourcePosition?) {
        guard let extends = clock.extends, !unknownSetting(extends.amount) else { return }
        for value in values(of: extends.amount) where Int(value).map({ $0 < 1 || $0 > 100_000 }) ?? true {
            error(
                "clock \(clock.name) is extended by a whole number from 1, not \"\(value)\"",
                position: place
            )
        }
        if extends.at.isEmpty {
            error("clock \(clock.name) is extended by no action; give \"at\"", position: place)
        }
        if extends.legal?.isEmpty ?? true {
            error(
                "the extension of clock \(clock.name) needs its legal source (\"legal: ...\")",
                position: place
            )
        }
    }

    private mutating func choose(
        _ choice: Definition.Choice,
        _ accepted: [String],
        _ what: String,
        _ place: SourcePosition?
    ) {
        if unknownSetting(choice) { return }
        for value in values(of: choice) where !accepted.contains(value) {
            error("\(what) is \(Suggestion.list(accepted)), not \"\(value)\"", position: place)
        }
    }

    private mutating func unknownSetting(_ choice: Definition.Choice) -> Bool {
        guard case .setting(let name) = choice else { return false }
        let names = definition.settings.map(\.name)
        if names.contains(name) { return false }
        error(
            "unknown setting \"\(name)\"; \(Suggestion.phrase(for: name.text, among: names.map(\.text)))",
            at: name
        )
        return true
    }

    private mutating func checkAmount(
        _ number: Definition.Choice,
        of clock: Definition.Clock,
        at place: SourcePosition?
    ) {
        if unknownSetting(number) { return }
        for value in values(of: number) {
            guard let amount = Int(value), amount >= 0 else {
                error("the limit of clock \(clock.name) is a whole number, not \"\(value)\"", position: place)
                continue
            }
            for unit in values(of: clock.limit.unit).compactMap({ Limit.Unit(rawValue: $0) }) {
                let limit = Limit(
                    amount: amount,
                    unit: unit,
                    includesFirstDay: values(of: clock.includesFirstDay).contains("true"),
                    shiftsOffHolidays: unit == .calendarDays
                )
                if let fault = limit.fault {
                    error("clock \(clock.name): \(fault)", position: place)
                    return
                }
            }
        }
    }
}
