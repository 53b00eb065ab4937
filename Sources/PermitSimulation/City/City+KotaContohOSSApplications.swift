internal import PermitWorkflow
internal import WorkingTime

/// What applicants of Kota Contoh come for under each regime.
///
/// KBLI codes are real, the businesses are not. Some codes stand in the example tables of Lampiran I and some do not,
/// so that some permits have no limit to be measured by.
extension City {
    typealias Weighted = [(value: String, weight: Int)]

    /// Before OSS: the two industrial licences.
    static func before(_ type: String) -> Application {
        Application(type, facts: [kbli([("10710", 30), ("14111", 25), ("16291", 20), ("31001", 25)])])
    }

    /// Under PP 24/2018: licences on commitment, and permits by which commitments are fulfilled.
    static let onCommitment: [(value: Application, weight: Int)] = [
        (Application("licence", facts: [kbli(everyday), smallCommitments]), 22),
        (Application("iui", facts: [kbli(everyday), smallCommitments]), 15),
        (Application("tdi", facts: [kbli(everyday), smallCommitments]), 6),
        (Application("commercial", facts: [kbli(everyday)]), 9),
        (Application("izin_lokasi", scales: larger, facts: [kbli(everyday)]), 14),
        (Application("ukl_upl", scales: larger, facts: [kbli(everyday)]), 16),
        (Application("imb", facts: [kbli(everyday), fact("commitment", [("sppl", 1)])]), 9),
        (Application("slf", facts: [kbli(everyday)]), 6),
        (project(location: "kkpr", environment: "ukl_upl", risk: "medium_high", risky2021, forms2021), 8),
        (project(location: "kkpr", environment: "amdal", risk: "high", risky2021, forms2021), 4),
    ]

    /// From OSS-RBA on: automatic licences by low risk, single requirements, and projects of higher risk.
    static func byRisk(kbli codes: Weighted, forms: Weighted) -> [(value: Application, weight: Int)] {
        [
            (Application("licence", known: ["risk": .text("low")], facts: [kbli(everyday)]), 20),
            (Application("licence", known: ["risk": .text("medium_low")], facts: [kbli(everyday)]), 12),
            (Application("pb_umku", facts: [kbli(codes)]), 6),
            (
                Application(
                    "pbg",
                    facts: [
                        kbli(everyday), fact("sessions", [("1", 60), ("2", 30), ("3", 10)]),
                        fact("building", [("general", 50), ("small_house", 50)]),
                    ]
                ), 8
            ),
            (Application("slf", known: ["building": .text("existing")], facts: [kbli(everyday)]), 7),
            (Application("kkpr_confirmation", facts: [kbli(everyday)]), 5),
            (Application("kkpr", scales: larger, facts: [kbli(codes), fact("risk", higher)]), 9),
            (
                // A place that is confirmed at once, and its environmental permit.
                Application(
                    [Stage("kkpr_confirmation"), Stage("ukl_upl", waitsFor: [0])],
                    scales: larger,
                    facts: [kbli(codes), fact("form", forms), fact("risk", [("medium_low", 30)] + higher)]
                ), 10
            ),
            (project(location: "kkpr", environment: "ukl_upl", risk: "medium_high", codes, forms), 13),
            (
                project(
                    location: "kkpr_confirmation",
                    environment: "ukl_upl",
                    risk: "medium_high",
                    codes,
                    forms
                ), 12
            ),
            (project(location: "kkpr", environment: "ukl_upl", risk: "high", codes, forms), 7),
            (project(location: "kkpr", environment: "amdal", risk: "high", codes, forms), 6),
        ]
    }

    /// What PP 28/2025 adds.
    static let newlyPossible: [(value: Application, weight: Int)] = [
        (Application("kkpr_special", scales: larger, facts: [kbli(risky2025)]), 5)
    ]

    /// A project: the place, the environment, and beside them the licence and the building, then what needs those.
    private static func project(
        location: String,
        environment: String,
        risk: String,
        _ codes: Weighted,
        _ forms: Weighted
    ) -> Application {
        let isLarge = environment == "amdal"
        let soon = Stage.days(0, 1, 2, 5, 12, 30)
        return Application(
            [
                Stage([(nil, "izin_lokasi"), (rba, location)]),
                Stage(environment, waitsFor: [0], delayMinutes: soon),
                // Beside the environmental permit: its requirements are filed when that is settled too.
                Stage("licence", waitsFor: [0], delayMinutes: soon),
                Stage(
                    [(nil, "imb"), (rba, "pbg")],
                    facts: [
                        fact("sessions", [("1", 50), ("2", 35), ("3", 15)]),
                        fact("building", [("general", 85), ("special_function", 15)]),
                    ],
                    waitsFor: [0, 1],
                    delayMinutes: Stage.days(1, 5, 12, 25, 45, 90),
                    perMille: isLarge ? 900 : 650
                ),
                // When the building stands.
                Stage(
                    "slf",
                    facts: [fact("building", [("new", 80), ("prototype", 20)])],
                    waitsFor: [3],
                    delayMinutes: Stage.days(30, 60, 95, 150, 230, 420),
                    perMille: 800
                ),
                Stage(
                    [(nil, "commercial"), (rba, "pb_umku")],
                    waitsFor: [2],
                    delayMinutes: Stage.days(1, 4, 10, 25, 50, 120),
                    perMille: 450
                ),
            ],
            scales: isLarge ? WeightedChoice([("menengah", 30), ("besar", 70)]) : larger,
            facts: [
                kbli(codes), fact("risk", [(risk, 1)]), fact("form", forms),
                fact("category", [("A", 20), ("B", 35), ("C", 45)]),
                fact("commitment", [(isLarge ? "amdal" : "own_permit", 1)]),
            ]
        )
    }

    private static let larger = WeightedChoice([("menengah", 68), ("besar", 32)])
    private static let higher: Weighted = [("medium_high", 45), ("high", 25)]
    private static let smallCommitments = fact("commitment", [("sppl", 55), ("ukl_upl", 45)])

    /// Codes of small trade and craft, none of which has a time in the example tables.
    private static let everyday: Weighted = [
        ("47112", 24), ("56103", 20), ("10710", 14), ("14111", 12), ("62019", 8), ("31001", 10),
        ("96112", 12),
    ]

    /// Codes of higher risk before PP 28/2025; only one of them has a time in the example table of PP 5/2021.
    static let risky2021: Weighted = [("01411", 62), ("47722", 12), ("55110", 10), ("86105", 16)]

    /// Codes of higher risk under PP 28/2025; the last two have no time in its example table.
    static let risky2025: Weighted = [
        ("47721", 20), ("49231", 14), ("43211", 12), ("52215", 12), ("10218", 12), ("86105", 6), ("53200", 4),
        ("01411", 12), ("55110", 8),
    ]

    static let forms2021: Weighted = [("standard", 65), ("specific", 35)]
    static let forms2025: Weighted = [("standard", 50), ("specific", 30), ("with_pertek", 20)]

    private static func fact(_ name: String, _ choice: Weighted) -> Application.DrawnFact {
        Application.DrawnFact(name, choice)
    }

    private static func kbli(_ choice: Weighted) -> Application.DrawnFact {
        Application.DrawnFact("kbli", choice, isAlwaysKnown: true)
    }
}
