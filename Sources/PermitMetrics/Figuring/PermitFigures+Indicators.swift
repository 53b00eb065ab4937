import PermitWorkflow

/// What is known about the permits of a report beyond their rows.
struct FigureContext: Sendable {
    /// Whether it is known how permits ended, from workflows or from a column.
    var knowsOutcomes: Bool { hasWorkflow || knowsStatedOutcomes }

    var window: PeriodWindow
    /// The workflows by their numbers.
    var workflows: [Workflow]
    /// Whether submission and decision are known, from a profile or a workflow.
    var knowsTurnaround: Bool
    /// Whether any permit is bound to a workflow.
    var hasWorkflow: Bool
    /// The numbers of the workflows in which a permit can be returned to the applicant.
    var returning: Set<Int>
    /// The numbers of the workflows in which the law can decide by silence.
    var deeming: Set<Int>
    /// Whether a column tells how permits ended.
    var knowsStatedOutcomes: Bool
    /// Whether the channel of application is known.
    var knowsChannel: Bool
}

extension PermitFigures {
    /// The indicators that these permits allow, in the order of their numbers.
    static func indicators(
        _ rows: PermitRows,
        _ context: FigureContext,
        survival: Survival?,
        onTime: OnTime,
        conformance: Conformance?
    ) -> [Indicator] {
        var all: [Indicator] = []
        if let survival { all += totalTime(survival) }
        if onTime.isMeasured { all += onTime.indicators }
        if context.knowsTurnaround {
            all += flow(rows, context.window, openLate: onTime)
        }
        if context.knowsChannel { all.append(onlineShare(rows, context.window)) }
        all += share(.firstTimeRight, rows, context, among: context.returning) { $0.returns == 0 }
        all += share(.deemedShare, rows, context, among: context.deeming, having: \.hasSilence)
        if let conformance {
            all.append(
                Indicator(
                    .conformance,
                    "fitting_share",
                    value: Share.percent(conformance.fitting, of: conformance.cases),
                    unit: "percent",
                    n: conformance.cases,
                    period: "submitted"
                )
            )
        }
        return all
    }

    private static func totalTime(_ survival: Survival) -> [Indicator] {
        [("median", survival.medianDays), ("p75", survival.p75Days), ("p90", survival.p90Days)]
            .map { name, days in
                Indicator(.totalTime, name, value: days, unit: "days", n: survival.n, period: "submitted")
            }
    }

    private static func flow(_ rows: PermitRows, _ window: PeriodWindow, openLate: OnTime) -> [Indicator] {
        let open = rows.count { $0.ending == .open }
        let incoming = rows.count { window.contains($0.submitted) }
        let resolved = rows.count { $0.ending != .open && window.contains($0.ended) }
        var all = [
            Indicator(.backlog, "open", value: Double(open), unit: "count", n: rows.count, period: "cut")
        ]
        if openLate.isMeasured {
            let value = Double(openLate.openLate)
            all.append(
                Indicator(.backlog, "past_deadline", value: value, unit: "count", n: open, period: "cut")
            )
        }
        all.append(
            Indicator(
                .clearanceRate,
                "resolved_per_incoming",
                value: Share.percent(resolved, of: incoming),
                unit: "percent",
                n: incoming,
                period: "flow"
            )
        )
        return all
    }

    private static func onlineShare(_ rows: PermitRows, _ window: PeriodWindow) -> Indicator {
        let known = rows.filter { $0.isOnline != nil && window.contains($0.submitted) }
        return Indicator(
            .onlineShare,
            "share",
            value: Share.percent(known.count { $0.isOnline == true }, of: known.count),
            unit: "percent",
            n: known.count,
            period: "submitted"
        )
    }

    /// The share of the decided permits that have a property; nothing where no workflow of these knows it.
    private static func share(
        _ id: Indicator.ID,
        _ rows: PermitRows,
        _ context: FigureContext,
        among workflows: Set<Int>,
        having property: (PermitRow) -> Bool
    ) -> [Indicator] {
        guard context.knowsTurnaround, rows.contains(where: { workflows.contains($0.workflow) }) else {
            return []
        }
        let decided = rows.filter { row in
            row.workflow >= 0 && row.ending.isDecided && context.window.contains(row.ended)
        }
        let value = Share.percent(decided.count(where: property), of: decided.count)
        return [Indicator(id, "share", value: value, unit: "percent", n: decided.count, period: "decided")]
    }
}
