import PermitWorkflow
import WorkingTime

/// What is known about the permits of a report beyond their rows.
struct FigureContext: Sendable {
    /// Whether it is known how permits ended, from workflows or from a column.
    var knowsOutcomes: Bool { hasWorkflow || knowsStatedOutcomes }

    var window: PeriodWindow
    /// The first moment that the log knows of, in microseconds since 1970 UTC.
    var first: Int64
    var zone: Zone
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
        kinds: [ClockKind],
        survival: Survival?,
        onTime: OnTime,
        conformance: Conformance?
    ) -> [Indicator] {
        let window = context.window
        var all: [Indicator] = []
        if let survival { all += totalTime(survival) + meanTime(rows, context) }
        if context.hasWorkflow {
            all += agencyTime(rows, kinds, window) + applicantTime(rows, window) + firstResponse(rows, window)
        }
        if onTime.isMeasured { all += onTime.indicators }
        if context.hasWorkflow { all += holdShare(rows, kinds, window) + reworkRounds(rows, context) }
        if context.knowsTurnaround { all += flow(rows, context, openLate: onTime) }
        all += outcomeShares(rows, context)
        if context.knowsChannel { all.append(onlineShare(rows, context.window)) }
        all += share(.firstTimeRight, rows, context, among: context.returning) { $0.returns == 0 }
        all += share(.deemedShare, rows, context, among: context.deeming, having: \.hasSilence)
        if let conformance {
            all.append(
                .share(
                    .conformance,
                    "fitting_share",
                    conformance.fitting,
                    of: conformance.cases,
                    period: "submitted"
                )
            )
        }
        return all
    }

    private static func totalTime(_ survival: Survival) -> [Indicator] {
        [
            ("median", survival.medianDays, survival.medianInterval),
            ("p75", survival.p75Days, survival.p75Interval), ("p90", survival.p90Days, survival.p90Interval),
        ]
        .map { name, days, interval in
            Indicator(
                .totalTime,
                name,
                value: days,
                unit: "days",
                n: survival.n,
                interval: interval,
                period: "submitted"
            )
        }
    }

    private static func flow(_ rows: PermitRows, _ context: FigureContext, openLate: OnTime) -> [Indicator] {
        let window = context.window
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
        all += openAge(rows)
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
        let flow = Backlog(window: window, first: context.first).dispositionTime(rows, zone: context.zone)
        all.append(
            Indicator(
                .dispositionTime,
                "forecast",
                value: flow.days,
                unit: "days",
                n: flow.pending,
                period: "flow"
            )
        )
        return all
    }

    /// How long the open permits have been open.
    private static func openAge(_ rows: PermitRows) -> [Indicator] {
        let ages = rows.compactMap { row -> Int64? in
            guard row.ending == .open, let age = row.duration, age >= 0 else { return nil }
            return age
        }
        let sorted = ages.sorted()
        guard let oldest = sorted.last else { return [] }
        return [("median_age", Percentiles.seconds(0.5, ofSorted: sorted) * 1e6), ("oldest", Double(oldest))]
            .map { name, microseconds in
                Indicator(
                    .backlog,
                    name,
                    value: microseconds / 86_400e6,
                    unit: "days",
                    n: sorted.count,
                    period: "cut"
                )
            }
    }

    /// The mean over permits that were granted in the window, as ISO 37122:2019, 21.3 defines it; where no ending is
    /// known, over all decided ones.
    ///
    /// The standard does not say how to treat open permits: they are not in it.
    private static func meanTime(_ rows: PermitRows, _ context: FigureContext) -> [Indicator] {
        let durations = rows.compactMap { row -> Int64? in
            guard context.window.contains(row.ended), let duration = row.duration, duration >= 0 else {
                return nil
            }
            let counts = context.knowsOutcomes ? row.ending == .outcome(.issued) : row.ending.isDecided
            return counts ? duration : nil
        }
        guard !durations.isEmpty else { return [] }
        let sum = durations.reduce(into: Int128(0)) { $0 += Int128($1) }
        return [
            Indicator(
                .totalTime,
                context.knowsOutcomes ? "mean_issued" : "mean_decided",
                value: ExactMean.seconds(sum: sum, count: durations.count) / 86_400,
                unit: "days",
                n: durations.count,
                interval: Interval.mean(durations.map { Double($0) / 86_400e6 }, floor: 0),
                period: "decided"
            )
        ]
    }

    private static func onlineShare(_ rows: PermitRows, _ window: PeriodWindow) -> Indicator {
        let known = rows.filter { $0.isOnline != nil && window.contains($0.submitted) }
        let online = known.count { $0.isOnline == true }
        return .share(.onlineShare, "share", online, of: known.count, period: "submitted")
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
        return [.share(id, "share", decided.count(where: property), of: decided.count, period: "decided")]
    }
}
