import TestSupport
import Testing
import WorkingTime

@Suite("Outside a calendar's years") struct CoverageTests {
    private let wide = WorkCalendar(CalendarDefinition(name: "wide", years: 2010...2030))
    private let narrow = WorkCalendar(CalendarDefinition(name: "narrow", years: 2020...2020))

    /// What a run answers, for comparison.
    private struct Answers: Equatable {
        var deadline: Instant?
        var due: Instant?
        var breached: Instant?
        var isBreached: Bool
        var consumed: Int
    }

    private func answers(
        _ limit: Limit?,
        _ moments: [Instant],
        paused: Bool,
        stops: Bool,
        _ office: OfficeTime
    ) -> (Answers, fault: Int?) {
        var run = ClockRun(limit: limit, startedAt: moments[0], paused: paused, office: office)
        for moment in moments.dropFirst().dropLast() {
            run.isPaused ? run.resume(at: moment, office: office) : run.pause(at: moment, office: office)
        }
        let now = moments[moments.count - 1]
        if stops { run.stop(at: now, office: office) }
        let answers = Answers(
            deadline: run.deadline(office: office),
            due: run.dueDate(office: office),
            breached: run.breachedDeadline,
            isBreached: run.isBreached(asOf: now, office: office),
            consumed: limit?.unit == .elapsed ? 0 : run.consumedDays(asOf: now, office: office)
        )
        return (answers, run.coverageFault(asOf: now, office: office))
    }

    @Test("a run without a coverage fault is right, and one far from the edges has none")
    func faultsAreComplete() throws {
        let wideOffice = OfficeTime(zone: .jakarta, calendar: wide)
        let narrowOffice = OfficeTime(zone: .jakarta, calendar: narrow)
        let edges = [
            try at("2020-01-01").microseconds, try at("2021-01-01").microseconds,
            try at("2020-07-01").microseconds,
        ]
        var faults = 0
        for seed in 0..<UInt64(20_000) {
            var random = SeededGenerator(seed: seed)
            let edge = edges[Int(seed % 3)]
            let moments = (0..<Int.random(in: 2...5, using: &random))
                .map { _ in
                    Instant(
                        microseconds: edge + Int64.random(in: -20...20, using: &random) * 86_400_000_000 / 2
                    )
                }
                .sorted()
            let limit = Self.limit(&random)
            let paused = random.oneIn(4)
            let stops = random.oneIn(2)
            let (expected, none) = answers(limit, moments, paused: paused, stops: stops, wideOffice)
            let (found, fault) = answers(limit, moments, paused: paused, stops: stops, narrowOffice)
            #expect(none == nil, "seed \(seed)")
            if let fault {
                faults += 1
                #expect(fault == 2019 || fault == 2021, "seed \(seed)")
                #expect(seed % 3 != 2, "seed \(seed): far from the edges")
            } else {
                #expect(found == expected, "seed \(seed)")
            }
        }
        #expect(faults > 1_000 && faults < 13_000, "\(faults)")
    }

    private static func limit(_ random: inout SeededGenerator) -> Limit? {
        let amount = Int.random(in: 0...8, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return nil
        case 1: return Limit(amount: amount, unit: .calendarDays)
        case 2: return Limit(amount: amount, unit: .calendarDays, shiftsOffHolidays: true)
        case 3: return Limit(amount: amount + 1, unit: .workingDays, includesFirstDay: true)
        case 4: return Limit(amount: amount * 86_400, unit: .elapsed)
        default: return Limit(amount: amount, unit: .workingDays)
        }
    }

    @Test("nothing traps at the ends of time")
    func extremes() throws {
        let moments: [Instant] = [.distantPast, Instant(microseconds: 0), .distantFuture]
        for zone in [Zone.jakarta, try Zone.named("Europe/Amsterdam")] {
            let office = OfficeTime(zone: zone, calendar: narrow)
            for start in moments {
                for end in moments {
                    _ = office.workingDays(from: start, to: end)
                    _ = office.officeSeconds(from: start, to: end)
                    for limit in [
                        Limit(amount: .max, unit: .elapsed), Limit(amount: .max, unit: .calendarDays),
                        Limit(amount: .min, unit: .workingDays),
                    ] {
                        _ = answers(limit, [start, end, end], paused: false, stops: true, office)
                    }
                }
                _ = start.formatted(in: zone)
            }
            #expect(zone.day(of: zone.start(of: Day(number: .max))) > Day(number: 100_000_000))
            #expect(zone.day(of: .distantPast) < zone.day(of: .distantFuture))
        }
    }

    @Test("an explanation names the year and the years covered")
    func explanation() throws {
        let office = OfficeTime(zone: .jakarta, calendar: narrow)
        let error = try #require(throws: CalendarError.self) {
            try office.explainDeadline(
                from: Stamp(instant: try at("2020-12-28")),
                limit: Limit(amount: 9, unit: .workingDays),
                pauses: []
            )
        }
        #expect(error.code == .outsideYears)
        #expect(error.message == "calendar narrow does not cover 2021; it covers 2020 to 2020")
        #expect(throws: CalendarError.self) {
            try office.explainCount(
                from: Stamp(instant: try at("2019-12-28")),
                to: Stamp(instant: try at("2020-01-02"))
            )
        }
    }
}
