extension City {
    /// How applicants of Kota Contoh behave.
    ///
    /// Minutes are those of any day, of which one has 1440.
    static let habits = Habits(
        returnPerMille: [70, 300, 620],
        careWeights: [62, 29, 9],
        mostReturns: 3,
        refusalPerMille: 14,
        withdrawalPerMille: 30,
        waitingWithdrawalPerMille: 6,
        silencePerMille: 40,
        lapsePerMille: 800,
        detourPerMille: 20,
        answerMinutes: QuantileTable(
            least: 40,
            p25: 1300,
            median: 3100,
            p75: 7400,
            p90: 15_000,
            most: 60_000
        ),
        answerMinutesByTerm: answersByTerm,
        systemSeconds: QuantileTable(least: 2, p25: 5, median: 9, p75: 20, p90: 60, most: 240),
        lapseMinutes: QuantileTable(
            least: 43_200,
            p25: 64_800,
            median: 86_400,
            p75: 130_000,
            p90: 175_000,
            most: 260_000
        ),
        customs: [
            .init(fact: "commitment", value: "ukl_upl", term: "environment_filed"),
            .init(fact: "commitment", value: "sppl", term: "commitments_filed"),
            // Fees are due of larger businesses only.
            .init(fact: "scale", value: "menengah", term: "fee_paid"),
            .init(fact: "scale", value: "besar", term: "fee_paid"),
        ]
    )

    private static let answersByTerm = [
        "environment_filed": QuantileTable(
            least: 300,
            p25: 5800,
            median: 10_100,
            p75: 15_800,
            p90: 27_000,
            most: 120_000
        ),
        "commitments_filed": QuantileTable(
            least: 90,
            p25: 2900,
            median: 7200,
            p75: 14_400,
            p90: 30_000,
            most: 150_000
        ),
        "fee_paid": QuantileTable(least: 20, p25: 400, median: 1500, p75: 4300, p90: 9000, most: 40_000),
    ]
}
