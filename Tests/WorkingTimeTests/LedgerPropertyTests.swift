import TestSupport
import Testing
import WorkingTime

@Suite("The entries of a clock's ledger") struct LedgerPropertyTests {
    /// A random clock with its moves, and the run as it is in the end.
    private struct Clock {
        var moves: [ClockMove] = []
        var run: ClockRun
        var asOf: Instant
        /// The first deadline that passed in a run that was given up.
        var earlier: Instant?
    }

    private func clock(seed: UInt64, _ office: OfficeTime) throws -> Clock {
        var random = SeededGenerator(seed: seed)
        var now = Instant(microseconds: try at("2017-02-01").microseconds)
        func later(_ days: Int) {
            now.microseconds += Int64.random(in: 0...Int64(days) * 86_400, using: &random) * 1_000_000
        }
        later(3_000)
        var limit = Limit(amount: Int.random(in: 1...12, using: &random), unit: .workingDays)
        if random.oneIn(3) { limit.unit = .calendarDays }
        limit.includesFirstDay = random.oneIn(4)
        limit.shiftsOffHolidays = limit.unit == .calendarDays && random.oneIn(2)
        var run = ClockRun(limit: limit, startedAt: now, paused: random.oneIn(6), office: office)
        var clock = Clock(moves: [ClockMove(.started, at: now, run: run)], run: run, asOf: now)
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            later(6)
            if random.oneIn(6) {
                run.extend(by: 2, at: now, office: office)
                clock.moves.append(ClockMove(.extended(by: 2), at: now, run: run))
            } else if random.oneIn(6) {
                run.stop(at: now, office: office)
                clock.earlier = clock.earlier ?? run.breachedDeadline
                let closed = run
                run = ClockRun(limit: limit, startedAt: now, paused: random.oneIn(4), office: office)
                clock.moves.append(ClockMove(.restarted(closed: closed), at: now, run: run))
            } else if run.isPaused {
                run.resume(at: now, office: office)
                clock.moves.append(ClockMove(.resumed, at: now, run: run))
            } else {
                run.pause(at: now, office: office)
                clock.moves.append(ClockMove(.paused, at: now, run: run))
            }
        }
        later(9)
        if random.oneIn(2) {
            run.stop(at: now, office: office)
            clock.moves.append(ClockMove(.stopped, at: now, run: run))
            later(9)
        }
        clock.run = run
        clock.asOf = now
        return clock
    }

    @Test("lead day by day from the first deadline to the one that the clock reports")
    func telescopes() throws {
        let office = try jakarta()
        let views = CalendarViews(office.calendar)
        for seed in 0..<UInt64(3_000) {
            let clock = try clock(seed: seed, office)
            let told = ClockLedger(moves: clock.moves, asOf: clock.asOf, zone: office.zone, views: views)
            var stands: Day?
            for entry in told.entries {
                if let shift = entry.shift, let before = stands {
                    #expect(entry.deadline == before.advanced(by: shift), "seed \(seed): \(entry)")
                }
                stands = entry.deadline
            }
            let isPaused = clock.run.isPaused && !clock.run.isStopped
            let last =
                isPaused
                ? clock.run.deadlineIfResumed(at: clock.asOf, office: office)
                : clock.run.dueDate(office: office)
            let due = try #require(clock.earlier ?? last, "seed \(seed)")
            #expect(told.due == office.zone.day(of: due).advanced(by: -1), "seed \(seed)")
        }
    }

    @Test("stand in the order of time, and say once of each breach that it came")
    func ordered() throws {
        let office = try jakarta()
        let views = CalendarViews(office.calendar)
        for seed in 0..<UInt64(1_000) {
            let clock = try clock(seed: seed, office)
            let told = ClockLedger(moves: clock.moves, asOf: clock.asOf, zone: office.zone, views: views)
            let known = told.entries.filter { !$0.isAhead }
            #expect(known.map(\.day) == known.map(\.day).sorted(), "seed \(seed)")
            let closed = clock.moves.compactMap { move -> ClockRun? in
                if case .restarted(let closed) = move.kind { closed } else { nil }
            }
            var last = clock.run
            last.advance(to: clock.asOf, office: office)
            let breaches = (closed + [last]).count { $0.breachedDeadline != nil }
            #expect(told.entries.count { $0.kind == .breached } == breaches, "seed \(seed)")
        }
    }
}
