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

extension PermitFigures.Survival {
    /// The time to a decision of permits submitted in the window, open and withdrawn ones censored.
    init(_ rows: PermitRows, in window: PeriodWindow) {
        var observations: [KaplanMeier.Observation] = []
        for row in rows where window.contains(row.submitted) {
            guard let duration = row.duration, duration >= 0 else { continue }
            observations.append(.init(duration: duration, isEvent: row.ending.isDecided))
        }
        let estimate = KaplanMeier(observations)
        func days(_ undecided: Double) -> Double? {
            estimate.quantile(undecided: undecided).map { Double($0) / 86_400e6 }
        }
        self.init(
            n: observations.count,
            censored: observations.count { !$0.isEvent },
            medianDays: days(0.5),
            p75Days: days(0.25),
            p90Days: days(0.1)
        )
    }
}
