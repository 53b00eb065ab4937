extension PermitFigures.Turnaround {
    /// The time to a decision among permits decided in the window; permits open at the cut are counted beside it.
    init(_ rows: PermitRows, in window: PeriodWindow) {
        var durations: [Int64] = []
        var open = 0
        var negative = 0
        for row in rows {
            if row.ending == .open { open += 1 }
            guard row.ending.isDecided, window.contains(row.ended), let duration = row.duration else {
                continue
            }
            if duration < 0 { negative += 1 } else { durations.append(duration) }
        }
        durations.sort()
        func days(_ probability: Double) -> Double? {
            durations.isEmpty ? nil : Percentiles.seconds(probability, ofSorted: durations) / 86_400
        }
        self.init(
            n: durations.count,
            open: open,
            negative: negative,
            medianDays: days(0.5),
            p75Days: days(0.75),
            p90Days: days(0.9)
        )
    }
}

/// The time to a decision of permits submitted in the window, open and withdrawn ones censored.
struct SurvivalEstimate {
    private let estimate: KaplanMeier
    private let censored: Int

    init(_ rows: PermitRows, in window: PeriodWindow) {
        let observations = rows.compactMap { window.contains($0.submitted) ? $0.observation : nil }
        estimate = KaplanMeier(observations)
        censored = observations.count { !$0.isEvent }
    }

    var quantiles: PermitFigures.Survival { .init(estimate, censored: censored) }

    /// Nil of no permits.
    var curve: SurvivalCurve? { estimate.count > 0 ? SurvivalCurve(estimate, censored: censored) : nil }
}

extension PermitFigures.Survival {
    /// The quantiles of an estimate.
    init(_ estimate: KaplanMeier, censored: Int) {
        func days(_ undecided: Double) -> Double? {
            estimate.quantile(undecided: undecided).map { Double($0) / 86_400e6 }
        }
        func interval(_ undecided: Double) -> Interval {
            estimate.quantileInterval(undecided: undecided).map { $0 / 86_400e6 }
        }
        self.init(
            n: estimate.count,
            censored: censored,
            medianDays: days(0.5),
            p75Days: days(0.25),
            p90Days: days(0.1),
            medianInterval: interval(0.5),
            p75Interval: interval(0.25),
            p90Interval: interval(0.1)
        )
    }
}
