internal import PermitDocuments
internal import PermitMetrics

/// What is measured on permits, of the whole log or of one group, as JSON.
struct FiguresJSON {
    let figures: PermitFigures

    /// The members from `turnaround` to `indicators`.
    var members: [JSONValue.Member] {
        [
            .init("turnaround", turnaround),
            .init("survival", survival),
            .init("outcomes", outcomes),
            .init("holders", holders),
            .init("clocks", .array(figures.clocks.map(clock))),
            .init("duties", duties),
            .init("conformance", conformance),
            .init("supervision", .array(figures.supervision.map(supervision))),
            .init("journeys", figures.journeys.map { .array($0.map(JourneysJSON.value)) } ?? .null),
            .init("indicators", .array(figures.indicators.map(indicator))),
        ]
    }

    private var turnaround: JSONValue {
        guard let turnaround = figures.turnaround else { return .null }
        return .object([
            "unit": .string("days"),
            "n": .integer(turnaround.n),
            "open": .integer(turnaround.open),
            "negative": .integer(turnaround.negative),
            "median": ReportJSON.number(turnaround.medianDays),
            "p75": ReportJSON.number(turnaround.p75Days),
            "p90": ReportJSON.number(turnaround.p90Days),
        ])
    }

    private var survival: JSONValue {
        guard let survival = figures.survival else { return .null }
        return .object([
            "median_days": ReportJSON.number(survival.medianDays),
            "p75_days": ReportJSON.number(survival.p75Days),
            "p90_days": ReportJSON.number(survival.p90Days),
            "n": .integer(survival.n),
            "censored": .integer(survival.censored),
            "bound": bound,
        ])
    }

    private var bound: JSONValue {
        guard let bound = figures.survivalBound else { return .null }
        return .object([
            "median_days": ReportJSON.number(bound.medianDays),
            "p75_days": ReportJSON.number(bound.p75Days),
            "p90_days": ReportJSON.number(bound.p90Days),
            "n": .integer(bound.n),
            "censored": .integer(bound.censored),
        ])
    }

    private var outcomes: JSONValue {
        .array(
            figures.outcomes.map {
                .object(["outcome": .string($0.outcome), "cases": .integer($0.cases)])
            }
        )
    }

    private var holders: JSONValue {
        .array(
            figures.holders.map {
                .object([
                    "holder": .string($0.holder),
                    "median_days": ReportJSON.number($0.medianDays),
                    "share": ReportJSON.number($0.share),
                ])
            }
        )
    }

    private func clock(_ clock: PermitFigures.Clock) -> JSONValue {
        .object([
            "name": .string(clock.name),
            "unit": .string(clock.unit),
            "permits": .object([
                "on_time": .integer(clock.onTime),
                "late": .integer(clock.late),
                "open_in_time": .integer(clock.openInTime),
                "open_late": .integer(clock.openLate),
                "paused": .integer(clock.paused),
                "deemed_recorded": .integer(clock.deemedRecorded),
                "withdrawn": .integer(clock.withdrawn),
                "unmeasured": .integer(clock.unmeasured),
            ]),
            "runs": .integer(clock.runs),
            "binds_office": .bool(clock.bindsOffice),
        ])
    }

    private var duties: JSONValue {
        guard let duties = figures.duties else { return .null }
        return .object([
            "permits": .integer(duties.permits),
            "on_time": .integer(duties.onTime),
            "late": .integer(duties.late),
            "open_in_time": .integer(duties.openInTime),
            "open_late": .integer(duties.openLate),
            "deemed_recorded": .integer(duties.deemedRecorded),
            "withdrawn": .integer(duties.withdrawn),
            "unmeasured": .integer(duties.unmeasured),
            "deemed_due_not_recorded": .integer(duties.deemedDueNotRecorded),
            "decided_after_deemed_due": .integer(duties.decidedAfterDeemedDue),
        ])
    }

    private func supervision(_ state: PermitFigures.Supervision) -> JSONValue {
        .object([
            "workflow": .string(state.workflow),
            "state": .string(state.state),
            "permits": .integer(state.permits),
        ])
    }

    private var conformance: JSONValue {
        guard let conformance = figures.conformance else { return .null }
        return .object([
            "cases": .integer(conformance.cases),
            "fitting": .integer(conformance.fitting),
            "deviations": .array(
                conformance.deviations.map {
                    .object(["kind": .string($0.kind), "count": .integer($0.count)])
                }
            ),
        ])
    }

    private func indicator(_ indicator: Indicator) -> JSONValue {
        .object([
            "id": .string(indicator.id.rawValue),
            "statistic": .string(indicator.statistic),
            "value": ReportJSON.number(indicator.value),
            "unit": .string(indicator.unit),
            "n": .integer(indicator.n),
            "low": ReportJSON.number(indicator.interval?.low),
            "high": ReportJSON.number(indicator.interval?.high),
            "period": .string(indicator.period),
        ])
    }
}
