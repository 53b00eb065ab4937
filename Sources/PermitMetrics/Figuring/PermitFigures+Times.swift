import PermitWorkflow

/// The indicators of time beside the total: the agencies', the applicant's, and the first response.
extension PermitFigures {
    /// The agencies' time of permits decided in the window, three ways, because none of them alone is honest.
    ///
    /// Statutory: the working days that the headline clock consumed in its last run, pauses left out. Effort: the working
    /// days in which office and agencies held the permit, over all rounds; the same in hours of the office. Wall: the
    /// working days from submission to decision, whoever held it.
    static func agencyTime(_ rows: PermitRows, _ kinds: [ClockKind], _ window: PeriodWindow) -> [Indicator] {
        let decided = rows.filter { $0.ending.isDecided && window.contains($0.ended) }
        let statutory = decided.compactMap { row -> Int64? in
            guard let clock = Headline.clock(of: row, in: rows, kinds: kinds),
                clock.countsWorkingDays, let days = clock.consumedDays
            else { return nil }
            return Int64(days)
        }
        let effort = decided.lazy.map(\.ages.effort).filter { $0 >= 0 }.map { Int64($0) }
        let seconds = decided.lazy.map(\.ages.effortSeconds).filter { $0 >= 0 }
        let wall = decided.lazy.map(\.ages.wall).filter { $0 >= 0 }.map { Int64($0) }
        return quantiles(.agencyTime, "statutory", statutory, unit: "working_days")
            + quantiles(.agencyTime, "effort", Array(effort), unit: "working_days")
            + quantiles(.agencyTime, "effort_hours", Array(seconds), unit: "office_hours", per: 3600)
            + quantiles(.agencyTime, "wall", Array(wall), unit: "working_days")
    }

    /// The time that the applicant held decided permits, and its part of the time of applicant and agencies together.
    static func applicantTime(_ rows: PermitRows, _ window: PeriodWindow) -> [Indicator] {
        guard let place = Holder.allCases.firstIndex(of: .applicant) else { return [] }
        var times: [Int64] = []
        var (own, agencies) = (Int128(0), Int128(0))
        for row in rows where row.ending.isDecided && window.contains(row.ended) && !row.holders.isEmpty {
            guard (row.duration ?? -1) >= 0 else { continue }
            let held = rows.holders[row.holders.lowerBound + place]
            times.append(held)
            own += Int128(held)
            for (index, holder) in Holder.allCases.enumerated() where holder.isAgency {
                agencies += Int128(rows.holders[row.holders.lowerBound + index])
            }
        }
        guard !times.isEmpty else { return [] }
        let whole = own + agencies
        return quantiles(.applicantTime, "", times, unit: "days", per: 86_400e6) + [
            Indicator(
                .applicantTime,
                "share",
                value: whole > 0 ? 100 * Double(own) / Double(whole) : nil,
                unit: "percent",
                n: times.count,
                period: "decided"
            )
        ]
    }

    /// The working days from submission to the office's first response, with unanswered permits censored.
    static func firstResponse(_ rows: PermitRows, _ window: PeriodWindow) -> [Indicator] {
        let observations = rows.compactMap { row -> KaplanMeier.Observation? in
            guard window.contains(row.submitted), row.ages.response >= 0 else { return nil }
            return .init(duration: Int64(row.ages.response), isEvent: row.ages.isAnswered)
        }
        guard observations.contains(where: \.isEvent) else { return [] }
        let estimate = KaplanMeier(observations)
        return [("median", 0.5), ("p75", 0.25)]
            .map { name, undecided in
                Indicator(
                    .firstResponse,
                    name,
                    value: estimate.quantile(undecided: undecided).map { Double($0) },
                    unit: "working_days",
                    n: estimate.count,
                    interval: estimate.quantileInterval(undecided: undecided),
                    period: "submitted"
                )
            }
    }

    /// Median and 75th percentile of whole numbers, with intervals by order statistics; nothing of an empty list.
    private static func quantiles(
        _ id: Indicator.ID,
        _ name: String,
        _ values: [Int64],
        unit: String,
        per divisor: Double = 1
    ) -> [Indicator] {
        guard !values.isEmpty else { return [] }
        let sorted = values.sorted()
        return [("median", 0.5), ("p75", 0.75)]
            .map { statistic, probability in
                Indicator(
                    id,
                    name.isEmpty ? statistic : name + "_" + statistic,
                    value: Percentiles.seconds(probability, ofSorted: sorted) * 1e6 / divisor,
                    unit: unit,
                    n: sorted.count,
                    interval: Interval.quantile(probability, ofSorted: sorted).map { $0 / divisor },
                    period: "decided"
                )
            }
    }
}
