/// What is known about the permits of a report beyond their rows.
struct FigureContext: Sendable {
    var window: PeriodWindow
    /// Whether submission and decision are known, from a profile or a workflow.
    var knowsTurnaround: Bool
    /// Whether any permit is bound to a workflow.
    var hasWorkflow: Bool
    /// The numbers of the workflows in which a permit can be returned to the applicant.
    var returning: Set<Int>
    /// The numbers of the workflows in which the law can decide by silence.
    var deeming: Set<Int>
    /// Whether the channel of application is known.
    var knowsChannel: Bool
}

extension PermitFigures {
    /// The indicators that these permits allow, in the order of their numbers.
    static func indicators(
        _ rows: [PermitRow],
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

    private static func flow(_ rows: [PermitRow], _ window: PeriodWindow, openLate: OnTime) -> [Indicator] {
        let submitted = rows.filter { $0.submitted != nil }
        let open = submitted.count { $0.ending == .open }
        let incoming = submitted.count { window.contains($0.submitted) }
        let resolved = submitted.count { $0.ending != .open && window.contains($0.ended) }
        var all = [
            Indicator(.backlog, "open", value: Double(open), unit: "count", n: submitted.count, period: "cut")
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

    private static func onlineShare(_ rows: [PermitRow], _ window: PeriodWindow) -> Indicator {
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

    /// The share of the decided permits of some workflows that have a property; nothing where none is governed by them.
    private static func share(
        _ id: Indicator.ID,
        _ rows: [PermitRow],
        _ context: FigureContext,
        among workflows: Set<Int>,
        having property: (PermitRow) -> Bool
    ) -> [Indicator] {
        let governed = rows.filter { workflows.contains($0.workflow) }
        guard context.knowsTurnaround, !governed.isEmpty else { return [] }
        let decided = governed.filter { $0.ending.isDecided && context.window.contains($0.ended) }
        let value = Share.percent(decided.count(where: property), of: decided.count)
        return [Indicator(id, "share", value: value, unit: "percent", n: decided.count, period: "decided")]
    }
}
