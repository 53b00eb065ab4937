internal import PermitDocuments
internal import PermitMetrics

/// What a report says of months, of the backlog and of the lines behind the quantiles, as JSON.
struct MonthsJSON {
    let report: Report

    /// The members from `survival_curve` to `checks`.
    var members: [JSONValue.Member] {
        [
            .init("survival_curve", report.permits.survivalCurve.map(Self.curve) ?? .null),
            .init("outcome_curves", report.permits.outcomeCurves.map(Self.curves) ?? .null),
            .init("trend", report.trend.map(Self.trend) ?? .null),
            .init("cohorts", .array(report.cohorts.map(Self.cohort))),
            .init("open_ages", .array(report.openAges.map(Self.ages))),
            .init("littles_law", report.littleCheck.map(Self.little) ?? .null),
            .init("group_test", report.groupTest.map(Self.test) ?? .null),
            .init("checks", .array(report.checks.map(Self.check))),
        ]
    }

    private static func curve(_ curve: SurvivalCurve) -> JSONValue {
        .object([
            "n": .integer(curve.n),
            "censored": .integer(curve.censored),
            "last_days": ReportJSON.number(curve.lastDays),
            "points": .array(
                curve.points.map { point in
                    .object([
                        "days": ReportJSON.number(point.days),
                        "share": ReportJSON.number(point.share),
                        "low": ReportJSON.number(point.interval.low),
                        "high": ReportJSON.number(point.interval.high),
                        "at_risk": .integer(point.atRisk),
                    ])
                }
            ),
        ])
    }

    private static func curves(_ curves: OutcomeCurves) -> JSONValue {
        .object([
            "n": .integer(curves.n),
            "outcomes": .array(curves.outcomes.map { .string($0) }),
            "points": .array(
                curves.points.map { point in
                    .object([
                        "days": ReportJSON.number(point.days),
                        "shares": .array(point.shares.map(ReportJSON.number)),
                        "open": ReportJSON.number(point.open),
                    ])
                }
            ),
        ])
    }

    private static func trend(_ trend: Trend) -> JSONValue {
        .object([
            "minimum": .integer(trend.minimum),
            "earlier": .integer(trend.earlier),
            "months": .array(trend.months.map(month)),
            "phases": .array(
                trend.phases.map { phase in
                    .object([
                        "from": .string(trend.months[phase.from].name),
                        "through": .string(trend.months[phase.until - 1].name),
                        "baseline_months": .integer(phase.baseline),
                        "centre_days": ReportJSON.number(phase.centre),
                        "low_days": ReportJSON.number(phase.low),
                        "high_days": ReportJSON.number(phase.high),
                    ])
                }
            ),
        ])
    }

    private static func month(_ month: Trend.Month) -> JSONValue {
        .object([
            "month": .string(month.name),
            "partial": .bool(month.isPartial),
            "incoming": .integer(month.incoming),
            "resolved": .integer(month.resolved),
            "open_at_end": .integer(month.openAtEnd),
            "decided": .integer(month.decided),
            "median_days": ReportJSON.number(month.medianDays),
            "median_low": ReportJSON.number(month.medianInterval?.low),
            "median_high": ReportJSON.number(month.medianInterval?.high),
            "p75_days": ReportJSON.number(month.p75Days),
            "due": .integer(month.due),
            "due_in_time": .integer(month.dueInTime),
            "channel_known": .integer(month.channelKnown),
            "online": .integer(month.online),
            "signals": .array(month.signals.map { .string($0.rawValue) }),
        ])
    }

    private static func cohort(_ cohort: Cohort) -> JSONValue {
        .object([
            "month": .string(MonthName.text(year: cohort.year, month: cohort.month)),
            "n": .integer(cohort.n),
            "undecided": .integer(cohort.undecided),
            "median_days": ReportJSON.number(cohort.medianDays),
            "median_low": ReportJSON.number(cohort.medianInterval.low),
            "median_high": ReportJSON.number(cohort.medianInterval.high),
            "p75_days": ReportJSON.number(cohort.p75Days),
            "ripe": .bool(cohort.isRipe),
        ])
    }

    private static func ages(_ band: AgeBand) -> JSONValue {
        .object([
            "from_days": .integer(band.fromDays),
            "until_days": band.untilDays.map { .integer($0) } ?? .null,
            "in_time": .integer(band.inTime),
            "late": .integer(band.late),
            "without_clock": .integer(band.withoutClock),
        ])
    }

    private static func little(_ check: LittleCheck) -> JSONValue {
        .object([
            "days": ReportJSON.number(check.days),
            "mean_open": ReportJSON.number(check.meanOpen),
            "arrivals_per_day": ReportJSON.number(check.arrivalsPerDay),
            "mean_days": ReportJSON.number(check.meanDays),
            "expected_open": ReportJSON.number(check.expectedOpen),
            "ratio": ReportJSON.number(check.ratio),
        ])
    }

    private static func check(_ check: FlatteryCheck) -> JSONValue {
        .object([
            "kind": .string(check.kind.rawValue),
            "indicator": .optional(check.indicator?.rawValue),
            "permits": .integer(check.permits),
            "of": .integer(check.whole),
            "flattered": ReportJSON.number(check.flattered),
            "plain": ReportJSON.number(check.plain),
            "unit": .string(check.unit),
        ])
    }

    private static func test(_ test: LogRank) -> JSONValue {
        .object([
            "statistic": ReportJSON.number(test.statistic),
            "degrees_of_freedom": .integer(test.freedom),
            "probability": ReportJSON.number(test.probability),
        ])
    }
}

/// The name of a month in data: `2019-07`.
enum MonthName {
    /// The year in four digits, the month in two.
    static func text(year: Int, month: Int) -> String {
        let digits = String(year)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return padding + digits + (month < 10 ? "-0" : "-") + String(month)
    }
}

extension Trend.Month {
    /// The month in data, such as `2019-07`.
    var name: String { MonthName.text(year: year, month: month) }
}
