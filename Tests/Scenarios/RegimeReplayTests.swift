import PermitMetrics
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("What a city through every regime wrote and a replay read")
struct RegimeReplayTests {
    private static let families = ["pp-24-2018", "oss-rba-2021", "pp-28-2025"]

    /// The cities of the tests, made once: the last is the one that ships.
    private static let cities: [UInt64: Result<SimulatedCity, any Error>] = Dictionary(
        uniqueKeysWithValues: [(1, 400), (2, 400), (17, 400), (2025, 1400)]
            .map { (seed: UInt64, permits: Int) in
                let made = Result {
                    try Simulation(Town.request(permits: permits, seed: seed, isThroughEveryRegime: true))
                        .run()
                }
                return (seed, made)
            }
    )

    private func city(_ seed: UInt64) throws -> SimulatedCity { try #require(Self.cities[seed]).get() }

    private func replay(
        _ city: SimulatedCity,
        _ form: LogForm = .csv,
        workers: Int = 2
    ) throws
        -> Replay
    {
        try Town.replay(
            city,
            suffix: form.rawValue,
            workflow: nil,
            words: .kotaContohOSS,
            profile: "kota-contoh-oss",
            by: ["regime", "permit_type"],
            workers: workers
        )
    }

    @Test(
        "gives state, clocks, findings and outcome of every permit as the simulation had them",
        arguments: [LogForm.csv, .xes],
        [1, 2, 17] as [UInt64]
    )
    func permits(form: LogForm, seed: UInt64) throws {
        let city = try city(seed)
        try city.expectSame(as: try replay(city, form), "seed \(seed), \(form)")
    }

    @Test(
        "adds up by regime, permit type and clock to the simulation's own account",
        arguments: [1, 2025] as [UInt64]
    )
    func sums(seed: UInt64) throws {
        let city = try city(seed)
        let report = try replay(city).report
        try compareClocks(city, report, seed: seed)
        try compareStandings(city, report, seed: seed)
    }

    private func compareClocks(_ city: SimulatedCity, _ report: Report, seed: UInt64) throws {
        for line in CityAccount(city).summary {
            let group = try #require(report.group(line.regime, line.permitType), "seed \(seed), \(line)")
            let name = "\(line.workflow).\(line.clock)"
            let clock = try #require(group.clocks.first { $0.name == name }, "seed \(seed), \(line)")
            #expect(clock.onTime == line.onTime, "seed \(seed), \(line)")
            #expect(clock.late == line.late, "seed \(seed), \(line)")
            #expect(clock.deemedRecorded == line.deemedRecorded, "seed \(seed), \(line)")
            #expect(clock.openLate == line.openLate, "seed \(seed), \(line)")
            #expect(clock.openInTime == line.openInTime, "seed \(seed), \(line)")
            #expect(clock.withdrawn == line.withdrawn, "seed \(seed), \(line)")
            #expect(clock.unmeasured == line.unmeasured, "seed \(seed), \(line)")
        }
        let unrecorded = CityAccount(city).summary.reduce(0) { $0 + $1.deemedDueNotRecorded }
        let found = report.permits.conformance?.deviations
            .first { $0.kind == ClockFinding.deemedDueNotRecorded.rawValue }?
            .count
        #expect(found ?? 0 == unrecorded, "seed \(seed)")
    }

    private func compareStandings(_ city: SimulatedCity, _ report: Report, seed: UInt64) throws {
        let standings = CityAccount(city).standings
        #expect(
            Set(standings.map { "\($0.regime),\($0.permitType)" }) == Set(report.groups.map(\.value))
        )
        for standing in standings {
            let group = try #require(report.group(standing.regime, standing.permitType), "\(standing)")
            func count(_ wanted: ClockClass) -> Int { standing.permits[wanted] ?? 0 }
            let judged = standing.permits.values.reduce(0, +) - count(.unmeasured)
            guard let duties = group.duties else {
                #expect(judged == 0, "seed \(seed), \(standing)")
                continue
            }
            #expect(duties.permits == judged, "seed \(seed), \(standing)")
            #expect(duties.onTime == count(.onTime), "seed \(seed), \(standing)")
            #expect(duties.late == count(.late), "seed \(seed), \(standing)")
            #expect(duties.deemedRecorded == count(.deemedRecorded), "seed \(seed), \(standing)")
            #expect(duties.openLate == count(.openLate), "seed \(seed), \(standing)")
            #expect(
                duties.deemedDueNotRecorded == standing.deemedDueNotRecorded,
                "seed \(seed), \(standing)"
            )
        }
    }

    @Test("has every column under every regime of OSS, in the shipped city")
    func columns() throws {
        let city = try city(2025)
        for family in Self.families {
            let own = CityAccount(city).standings.filter { $0.regime == family }
            for wanted in [ClockClass.onTime, .late, .deemedRecorded, .openLate] {
                #expect(own.contains { $0.permits[wanted] ?? 0 > 0 }, "\(family): \(wanted)")
            }
            #expect(own.contains { $0.deemedDueNotRecorded > 0 }, "\(family): deemed, not recorded")
        }
        let findings = Set(city.permits.flatMap(\.findings))
        #expect(findings == Set(ClockFinding.allCases.map(\.rawValue) + ["link_missing"]))
    }

    @Test("is the same for any number of workers", arguments: [1, 7])
    func workers(workers: Int) throws {
        let city = try city(2)
        try city.expectSame(as: try replay(city, workers: workers), "\(workers) workers")
    }
}

extension Report {
    /// The figures of a regime and permit type.
    fileprivate func group(_ regime: String, _ type: String) -> PermitFigures? {
        groups.first { $0.value == "\(regime),\(type)" }?.figures
    }
}
