internal import PermitWorkflow
internal import WorkingTime

extension City {
    /// How applicants and files of Kota Contoh behave from 2017 to PP 28/2025.
    static let ossHabits = Habits(
        returnPerMille: [60, 260, 560],
        careWeights: [58, 32, 10],
        mostReturns: 4,
        refusalPerMille: 18,
        withdrawalPerMille: 22,
        waitingWithdrawalPerMille: 6,
        silencePerMille: 35,
        lapsePerMille: 700,
        detourPerMille: 0,
        answerMinutes: Stage.days(0, 1, 2, 4, 8, 30),
        answerMinutesByTerm: ossAnswers,
        systemSeconds: habits.systemSeconds,
        lapseMinutes: habits.lapseMinutes,
        customs: [
            .init(fact: "commitment", value: "ukl_upl", term: "environment_filed"),
            .init(fact: "commitment", value: "sppl", term: "commitments_filed"),
            .init(fact: "commitment", value: "own_permit", term: "commitments_filed"),
            .init(fact: "commitment", value: "amdal", term: "commitments_filed"),
        ],
        officerMinutesByTerm: ossOfficers,
        detours: [
            .init("registered", perMille: 950),
            .init("issued_on_commitment", perMille: 900),
            .init("environment_fulfilled", perMille: 1000),
            .init("announced", perMille: 950),
            .init("consultation_held", perMille: 600, countFact: "sessions"),
            .init("land_consideration_refused", perMille: 40),
            .init("land_consideration_asked", perMille: 850),
            .init("land_consideration_given", perMille: 900),
            .init("validation", perMille: 350),
            .init("inspection", perMille: 450),
            .init("numbering", perMille: 300),
            .init("fee_ordered", perMille: 700),
            .init("retribution_set", perMille: 850),
            .init("fee_paid", perMille: 350),
            .init("certificate_verified", perMille: 400),
            .init("issued", perMille: 350),
        ]
    )

    /// In minutes of any day, given in days; a permit type before the term means that type alone.
    private static let ossAnswers = [
        "environment_filed": Stage.days(0, 4, 7, 11, 19, 80),
        "commitments_filed": Stage.days(0, 2, 5, 10, 21, 100),
        "land_consideration_asked": Stage.days(0, 2, 5, 9, 12, 26),
        "filed": Stage.days(0, 3, 6, 9, 12, 24),
        "imb.filed": Stage.days(1, 6, 12, 22, 36, 80),
        "amdal.filed": Stage.days(2, 8, 15, 25, 40, 90),
        "drafted": Stage.days(15, 35, 52, 75, 110, 230),
        "drafting_started": Stage.days(1, 6, 12, 22, 36, 70),
        "announced": Stage.days(1, 4, 8, 14, 25, 60),
        "correction_filed": Stage.days(0, 1, 2, 4, 6, 15),
        "amdal.correction_filed": Stage.days(0, 0, 1, 2, 3, 8),
        "revision_filed": Stage.days(2, 8, 15, 24, 36, 80),
        "resumption_asked": Stage.days(5, 15, 35, 70, 120, 240),
        "fee_paid": Stage.days(0, 0, 1, 3, 6, 25),
        "statement_given": Stage.days(0, 0, 0, 1, 3, 12),
    ]

    /// In minutes of office hours, of which a day has 450.
    private static let ossOfficers = [
        "complete": QuantileTable(least: 10, p25: 70, median: 180, p75: 340, p90: 560, most: 2200),
        "incomplete": QuantileTable(least: 10, p25: 70, median: 180, p75: 340, p90: 560, most: 2200),
        "validation": QuantileTable(least: 5, p25: 40, median: 90, p75: 160, p90: 300, most: 900),
        "fee_ordered": QuantileTable(least: 5, p25: 60, median: 150, p75: 300, p90: 450, most: 1500),
        "inspection": QuantileTable(least: 60, p25: 300, median: 600, p75: 900, p90: 1300, most: 3000),
        "requirements_verified": QuantileTable(
            least: 60,
            p25: 500,
            median: 1000,
            p75: 1600,
            p90: 2300,
            most: 6000
        ),
        "assessed": QuantileTable(least: 300, p25: 1500, median: 2600, p75: 3900, p90: 5400, most: 12_000),
        "form_examined": QuantileTable(least: 200, p25: 1500, median: 2500, p75: 3700, p90: 4800, most: 9000),
        "amdal.recommended": QuantileTable(
            least: 2500,
            p25: 8000,
            median: 12_500,
            p75: 17_000,
            p90: 21_500,
            most: 40_000
        ),
        "amdal.revision_asked": QuantileTable(
            least: 1000,
            p25: 3500,
            median: 6000,
            p75: 9000,
            p90: 12_000,
            most: 20_000
        ),
        "amdal.approved": QuantileTable(
            least: 200,
            p25: 1200,
            median: 2200,
            p75: 3300,
            p90: 4400,
            most: 9000
        ),
        "consultation_held": QuantileTable(
            least: 100,
            p25: 350,
            median: 620,
            p75: 950,
            p90: 1350,
            most: 4000
        ),
        "standards_met": QuantileTable(
            least: 300,
            p25: 2200,
            median: 4500,
            p75: 7500,
            p90: 10_500,
            most: 18_000
        ),
        "consulted": QuantileTable(least: 300, p25: 2200, median: 4200, p75: 7000, p90: 9500, most: 16_000),
        "retribution_set": QuantileTable(least: 20, p25: 120, median: 260, p75: 420, p90: 640, most: 2500),
        "numbering": QuantileTable(least: 5, p25: 30, median: 80, p75: 160, p90: 300, most: 900),
    ]
}
