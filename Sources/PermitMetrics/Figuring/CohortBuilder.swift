import WorkingTime

/// Permits by the month of their submission, each month with an estimate of its own.
struct CohortBuilder {
    let window: PeriodWindow
    let zone: Zone

    private static let mostMonths = 600

    /// The months with a permit whose time is known, earliest first.
    ///
    /// - Parameters:
    ///   - rows: The permits.
    ///   - survival: The estimate over all of them: its slowest quantile that is reached says how long is long enough.
    /// - Returns: One for each month of submission.
    func cohorts(_ rows: PermitRows, _ survival: PermitFigures.Survival) -> [Cohort] {
        let counted = rows.filter { window.contains($0.submitted) && $0.observation != nil }
        let times = counted.compactMap(\.submitted)
        guard let first = times.min(), let last = times.max() else { return [] }
        let months = Months(from: first, through: last, most: Self.mostMonths, zone: zone)
        var observations = [[KaplanMeier.Observation]](repeating: [], count: months.count)
        for row in counted {
            guard let month = row.submitted.flatMap({ months.index(of: $0) }), let seen = row.observation
            else { continue }
            observations[month].append(seen)
        }
        let enough = (survival.p90Days ?? survival.p75Days ?? survival.medianDays)
        return observations.indices.compactMap { index in
            guard !observations[index].isEmpty else { return nil }
            let watched = Double(window.cut - months.range(of: index).upperBound) / 86_400e6
            return cohort(
                observations[index],
                months.name(of: index),
                isRipe: enough.map { watched >= $0 } ?? false
            )
        }
    }

    private func cohort(
        _ observations: [KaplanMeier.Observation],
        _ name: (year: Int, month: Int),
        isRipe: Bool
    ) -> Cohort {
        let undecided = observations.count { !$0.isEvent }
        let estimate = PermitFigures.Survival(KaplanMeier(observations), censored: undecided)
        return Cohort(
            year: name.year,
            month: name.month,
            n: estimate.n,
            undecided: undecided,
            medianDays: estimate.medianDays,
            medianInterval: estimate.medianInterval,
            p75Days: estimate.p75Days,
            isRipe: isRipe
        )
    }
}
