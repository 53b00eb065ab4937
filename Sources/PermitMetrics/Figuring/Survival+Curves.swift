import PermitWorkflow

extension PermitRow {
    /// How the permit counts for the time to a decision: open and withdrawn ones are censored; nil where its time is not
    /// known.
    var observation: KaplanMeier.Observation? {
        guard let duration, duration >= 0 else { return nil }
        return .init(duration: duration, isEvent: ending.isDecided)
    }

    /// Whether it ended on a day that nothing states.
    var isUndated: Bool { ending != .open && ended == nil && submitted != nil }

    /// Whether it was open from a known moment until a later one that is known, or still is.
    var standsInTime: Bool {
        guard let submitted else { return false }
        return ending == .open || (ended ?? .min) >= submitted
    }
}

extension PermitFigures.Survival {
    /// The same with permits that ended on an unknown day taken as undecided at the cut; nil where none did.
    ///
    /// The two estimates bound the true one.
    static func bound(_ rows: PermitRows, in window: PeriodWindow) -> PermitFigures.Survival? {
        var observations: [KaplanMeier.Observation] = []
        var undated = 0
        for row in rows where window.contains(row.submitted) {
            if let observation = row.observation {
                observations.append(observation)
            } else if row.isUndated, let submitted = row.submitted, submitted <= window.cut {
                undated += 1
                observations.append(.init(duration: window.cut - submitted, isEvent: false))
            }
        }
        guard undated > 0 else { return nil }
        return PermitFigures.Survival(
            KaplanMeier(observations),
            censored: observations.count { !$0.isEvent }
        )
    }
}

extension SurvivalCurve {
    /// Points that are kept of a line.
    static let mostPoints = 150

    /// The line of an estimate.
    init(_ estimate: KaplanMeier, censored: Int) {
        let steps = estimate.steps
        let kept = Thinning.kept(steps.map(\.survival), most: Self.mostPoints)
        points = kept.map { index in
            let step = steps[index]
            return Point(
                days: Double(step.duration) / 86_400e6,
                share: step.survival,
                interval: step.interval(.usual),
                atRisk: step.atRisk
            )
        }
        n = estimate.count
        self.censored = censored
        lastDays = Double(estimate.last) / 86_400e6
    }
}

extension OutcomeCurves {
    /// The chances of the endings of permits submitted in the window; nil where none has ended.
    init?(_ rows: PermitRows, in window: PeriodWindow) {
        let order = Outcome.allCases.map { PermitRow.Ending.outcome($0) } + [.decided]
        let counted = rows.filter { window.contains($0.submitted) && $0.observation != nil }
        let ways = order.filter { way in counted.contains { $0.ending == way } }
        guard !ways.isEmpty else { return nil }
        let observations = counted.map { row in
            CumulativeIncidence.Observation(
                duration: row.duration ?? 0,
                way: ways.firstIndex { $0 == row.ending }
            )
        }
        let steps = CumulativeIncidence(observations, ways: ways.count).steps
        outcomes = ways.map(\.name)
        let kept = Thinning.kept(steps.map(\.survival), most: SurvivalCurve.mostPoints)
        points = kept.map { index in
            Point(
                days: Double(steps[index].duration) / 86_400e6,
                shares: steps[index].incidence,
                open: steps[index].survival
            )
        }
        n = counted.count
    }
}

/// Which points of a falling line are kept so that it looks the same.
private enum Thinning {
    /// The indices of at most `most` values, the first and the last among them, by how far the line has fallen.
    static func kept(_ values: [Double], most: Int) -> [Int] {
        guard values.count > most, let first = values.first, let last = values.last else {
            return Array(values.indices)
        }
        let step = (first - last) / Double(most - 1)
        var kept = [0]
        for index in values.indices.dropFirst().dropLast()
        where values[kept[kept.count - 1]] - values[index] >= step {
            kept.append(index)
        }
        return kept + [values.count - 1]
    }
}
