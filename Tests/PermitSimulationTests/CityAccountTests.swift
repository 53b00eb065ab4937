import PermitSimulation
import PermitWorkflow
import Testing

@Suite("The account of a simulated city")
struct CityAccountTests {
    @Test("sums every permit up once in each line of its limits", arguments: SampleCity.regimeSeeds)
    func lines(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let summary = CityAccount(city).summary
        let limits = city.permits.reduce(0) { sum, permit in
            sum
                + permit.clocks.indices.count {
                    permit.clocks[$0].isApplicable && permit.workflow.clocks[$0].binds != .applicant
                }
        }
        #expect(summary.reduce(0) { $0 + $1.permits } == limits, "seed \(seed)")
        #expect(
            Set(summary.map { [$0.regime, $0.permitType, $0.workflow, $0.clock] }).count == summary.count
        )
        let unrecorded = city.permits.reduce(0) { $0 + $1.count(of: .deemedDueNotRecorded) }
        #expect(summary.reduce(0) { $0 + $1.deemedDueNotRecorded } == unrecorded, "seed \(seed)")
    }

    @Test("counts every permit once by regime and type", arguments: SampleCity.regimeSeeds)
    func standings(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let standings = CityAccount(city).standings
        let counted = standings.reduce(0) { $0 + $1.permits.values.reduce(0, +) }
        #expect(counted == city.permits.count, "seed \(seed)")
    }

    @Test("tells of each permit in the columns that it names")
    func rows() throws {
        let city = try SampleCity.regimeCity(seed: 2)
        var lines: [[Substring]] = []
        CityAccount(city)
            .writeCSV { lines.append($0.dropLast().split(separator: ",", omittingEmptySubsequences: false)) }
        #expect(
            lines[0].prefix(13).joined(separator: ",")
                == "case,workflow,state,outcome,events,regime,permit_type,risk,project,deemed_due_not_recorded,"
                + "decided_after_deemed_due,lapse_due_not_recorded,link_missing"
        )
        #expect(lines.count == city.permits.count + 1)
        #expect(lines.allSatisfy { $0.count == lines[0].count })
        for (permit, line) in zip(city.permits, lines.dropFirst()) {
            #expect(line[5] == (permit.regime ?? "")[...], "\(permit.name)")
            #expect(line[12] == String(permit.lostLinks.count)[...], "\(permit.name)")
        }
    }

    @Test("knows what a decision by silence that nobody recorded is")
    func findings() throws {
        let city = try Simulation(SampleCity.regimeRequest(permits: 1400, seed: 2025)).run()
        for finding in ClockFinding.allCases {
            #expect(city.permits.contains { $0.count(of: finding) > 0 }, "\(finding)")
        }
        for permit in city.permits {
            for index in permit.clocks.indices {
                guard let finding = permit.finding(ofClock: index) else { continue }
                #expect(permit.clocks[index].isBreached, "\(permit.name)")
                #expect(
                    finding != .decidedAfterDeemedDue || permit.clocks[index].class == .late,
                    "\(permit.name)"
                )
            }
        }
        // In the old city nobody ever misses what the law does.
        let old = try SampleCity.city(seed: 1)
        #expect(
            old.permits.allSatisfy { permit in ClockFinding.allCases.allSatisfy { permit.count(of: $0) == 0 }
            }
        )
    }
}
