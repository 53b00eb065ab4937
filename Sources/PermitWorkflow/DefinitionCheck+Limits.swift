internal import PermitDocuments
internal import WorkingTime

extension DefinitionCheck {
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
            if case .number(let number) = clock.limit.amount { checkAmount(number, of: clock, at: place) }
            if clock.starts.at.isEmpty, clock.starts.enters.isEmpty {
                error(
                    "clock \(clock.name) starts nowhere; give \"starts: {at: ...}\" or \"starts: {in: ...}\"",
                    at: clock.name
                )
            }
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
