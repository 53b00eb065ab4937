import PermitWorkflow

/// The indicators of rounds and endings.
extension PermitFigures {
    /// The share of decided permits whose clock ever waited or began again: the share to read the one on time by.
    ///
    /// Only clocks that bind the office or an agency count, and only permits in which one of them ran.
    static func holdShare(_ rows: PermitRows, _ kinds: [ClockKind], _ window: PeriodWindow) -> [Indicator] {
        var (started, held) = (0, 0)
        for row in rows where row.ending.isDecided && window.contains(row.ended) {
            var (isStarted, isHeld) = (false, false)
            for index in row.clocks {
                let clock = rows.clocks[index]
                let kind = kinds[clock.kind]
                guard kind.bindsOffice, kind.workflow == row.workflow, kind.workflow >= 0, clock.runs > 0
                else { continue }
                isStarted = true
                if clock.pauses > 0 || clock.runs > 1 { isHeld = true }
            }
            if isStarted { started += 1 }
            if isHeld { held += 1 }
        }
        return started > 0 ? [.share(.holdShare, "share", held, of: started, period: "decided")] : []
    }

    /// How often decided permits were given back: the mean, and the shares by number of rounds.
    static func reworkRounds(_ rows: PermitRows, _ context: FigureContext) -> [Indicator] {
        guard rows.contains(where: { context.returning.contains($0.workflow) }) else { return [] }
        let returns = rows.compactMap { row -> Int? in
            row.workflow >= 0 && row.ending.isDecided && context.window.contains(row.ended)
                ? row.returns : nil
        }
        guard !returns.isEmpty else { return [] }
        let mean = Double(returns.reduce(0, +)) / Double(returns.count)
        let shares: [(String, Int)] = [
            ("none", returns.count { $0 == 0 }), ("one", returns.count { $0 == 1 }),
            ("two", returns.count { $0 == 2 }), ("three_or_more", returns.count { $0 > 2 }),
        ]
        return [
            Indicator(
                .reworkRounds,
                "mean",
                value: mean,
                unit: "count",
                n: returns.count,
                interval: Interval.mean(returns.map { Double($0) }, floor: 0),
                period: "decided"
            )
        ]
            + shares.map { .share(.reworkRounds, $0.0, $0.1, of: returns.count, period: "decided") }
    }

    /// How permits that ended in the window ended, each way as a share of all.
    static func outcomeShares(_ rows: PermitRows, _ context: FigureContext) -> [Indicator] {
        guard context.knowsOutcomes else { return [] }
        var counts: [Outcome: Int] = [:]
        for row in rows where context.window.contains(row.ended) {
            if case .outcome(let outcome) = row.ending { counts[outcome, default: 0] += 1 }
        }
        let whole = counts.values.reduce(0, +)
        guard whole > 0 else { return [] }
        return Outcome.allCases.filter { counts[$0] != nil }
            .map { .share(.outcomeShares, $0.rawValue, counts[$0] ?? 0, of: whole, period: "decided") }
    }
}
