import TestSupport
import Testing
import WorkingTime

/// One random history of a clock, told to both implementations.
private struct History {
    var random: SeededGenerator
    let office: OfficeTime
    let works: [Bool]
    let firstDay: Int32
    var fault: String?

    init(seed: UInt64, offices: [(OfficeTime, [Bool])]) {
        random = SeededGenerator(seed: seed)
        let choice = offices[Int.random(in: 0..<offices.count, using: &random)]
        office = choice.0
        works = choice.1
        firstDay = office.calendar.firstDay.number
    }

    /// Plays runs, each ended by a stop, a restart or the end of what is known; true when a run was breached.
    mutating func play() {
        let span = office.calendar.firstDay.days(until: office.calendar.lastDay)
        var now = moment(
            on: office.calendar.firstDay.advanced(by: Int.random(in: 3..<span - 400, using: &random))
        )
        for _ in 0..<(random.oneIn(3) ? 2 : 1) where fault == nil { playRun(&now) }
    }

    private mutating func playRun(_ now: inout Instant) {
        let limit = anyLimit()
        let paused = random.oneIn(6)
        let works = works
        let firstDay = firstDay
        var slow = SlowClock(limit: limit, zone: office.zone, startedAt: now, paused: paused) { day in
            works[Int(day.number - firstDay)]
        }
        var run = ClockRun(limit: limit, startedAt: now, paused: paused, office: office)
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            now = later(than: now)
            if slow.runs {
                run.pause(at: now, office: office)
                slow.pause(at: now)
            } else {
                run.resume(at: now, office: office)
                slow.resume(at: now)
            }
            if random.oneIn(4) { compareOpen(run, slow, now) }
        }
        now = later(than: now)
        compareOpen(run, slow, now)
        compareStopped(run, slow, now)
    }

    private mutating func compareOpen(_ run: ClockRun, _ slow: SlowClock, _ now: Instant) {
        let breach = slow.cut(at: now).deadline()
        expect(run.isBreached(asOf: now, office: office) == isBreach(breach, slow, now), "breached")
        expect(run.consumedDays(asOf: now, office: office) == slowDays(slow, now), "consumed")
        expect(run.coverageFault(asOf: now, office: office) == nil, "covered")
        var advanced = run
        advanced.advance(to: now, office: office)
        expect(
            advanced.isBreached(asOf: now, office: office) == (advanced.breachedDeadline != nil),
            "advanced"
        )
        expect(run.deadline(office: office) == slow.deadline(), "deadline")
        if !slow.runs {
            var resumed = slow
            resumed.resume(at: now)
            expect(
                run.deadlineIfResumed(at: now, office: office) == resumed.deadline(),
                "deadline if resumed"
            )
        }
    }

    private mutating func compareStopped(_ open: ClockRun, _ slow: SlowClock, _ now: Instant) {
        var run = open
        run.stop(at: now, office: office)
        var resumed = slow
        resumed.resume(at: now)
        expect(run.dueDate(office: office) == resumed.deadline(), "due date")
        expect(run.consumedDays(asOf: now, office: office) == slowDays(slow, now), "consumed at the stop")
        let isLate = run.breachedDeadline != nil
        let breach = slow.cut(at: now).deadline()
        expect(isLate == isBreach(breach, slow, now), "late")
        guard let due = run.dueDate(office: office) else { return expect(false, "has a due date") }
        expect(isLate == (run.limit?.unit == .elapsed ? due < now : due <= now), "class and due date agree")
    }

    /// Of an elapsed limit the moment itself is on time, so a deadline at the cut is none that passed.
    private func isBreach(_ deadline: Instant?, _ slow: SlowClock, _ now: Instant) -> Bool {
        guard let deadline else { return false }
        return slow.limit.unit != .elapsed || deadline < now
    }

    private func slowDays(_ slow: SlowClock, _ now: Instant) -> Int { slow.consumed(asOf: now) }

    private mutating func expect(_ holds: Bool, _ what: String) {
        if !holds, fault == nil { fault = what }
    }

    private mutating func anyLimit() -> Limit {
        let amount = Int.random(in: 0...12, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return Limit(amount: amount, unit: .calendarDays)
        case 1: return Limit(amount: amount, unit: .calendarDays, shiftsOffHolidays: true)
        case 2:
            return Limit(
                amount: amount + 1,
                unit: .calendarDays,
                includesFirstDay: true,
                shiftsOffHolidays: true
            )
        case 3: return Limit(amount: amount + 1, unit: .workingDays, includesFirstDay: true)
        case 4:
            return Limit(amount: amount * 86_400 + Int.random(in: 0...86_400, using: &random), unit: .elapsed)
        default: return Limit(amount: amount, unit: .workingDays)
        }
    }

    /// A date-only stamp of a day, or one with a time.
    private mutating func moment(on day: Day) -> Instant {
        let start = office.zone.start(of: day)
        if random.oneIn(3) { return start }
        return Instant(
            microseconds: start.microseconds + Int64.random(in: 0..<1440, using: &random) * 60_000_000
        )
    }

    /// A moment no earlier than another: often the same, the next midnight or a few days on.
    private mutating func later(than now: Instant) -> Instant {
        if random.oneIn(12) { return now }
        let today = office.zone.day(of: now)
        return max(
            now,
            moment(on: today.advanced(by: Int.random(in: 0...(random.oneIn(3) ? 12 : 3), using: &random)))
        )
    }
}

@Suite("Counted days and deadlines") struct ClockAgreementTests {
    /// Five and six days, joint leave off and worked, a zone of Indonesia and one with summer time; each with a plain
    /// list of which days are worked, made from the calendar's definition alone.
    private static let offices = Result { try makeOffices() }

    private static func makeOffices() throws -> [(OfficeTime, [Bool])] {
        let definition = try CalendarFile.indonesia.get()
        let zones = [Zone.jakarta, try Zone.named("Europe/Amsterdam")]
        var offices: [(OfficeTime, [Bool])] = []
        for week in WorkingWeek.allCases {
            for isJointLeaveWorked in [false, true] {
                let calendar = WorkCalendar(definition).settingWeek(week)
                    .settingJointLeaveWorked(isJointLeaveWorked)
                let works = (calendar.firstDay.number...calendar.lastDay.number)
                    .map { number in
                        let day = Day(number: number)
                        let isClosed = definition.holidays.contains { holiday in
                            holiday.day == day && holiday.revokedOn == nil
                                && !(holiday.kind == .jointLeave && isJointLeaveWorked)
                        }
                        return !isClosed && day.weekday <= (week == .five ? 5 : 6)
                    }
                offices += zones.map { (OfficeTime(zone: $0, calendar: calendar), works) }
            }
        }
        return offices
    }

    @Test("agree with a loop over days on 100,000 random histories", arguments: 0..<10)
    func agreement(block: Int) throws {
        let offices = try Self.offices.get()
        for index in 0..<10_000 {
            let seed = UInt64(block * 10_000 + index)
            var history = History(seed: seed, offices: offices)
            history.play()
            if let fault = history.fault {
                Issue.record("seed \(seed): \(fault)")
                return
            }
        }
    }

    @Test("agree with a loop over days between random moments")
    func counts() throws {
        let offices = try Self.offices.get()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let (office, works) = offices[Int.random(in: 0..<offices.count, using: &random)]
            let begin = Int.random(in: 0..<3_000, using: &random)
            let first = office.zone.start(of: office.calendar.firstDay.advanced(by: begin)).microseconds
            let start = Instant(microseconds: first + Int64.random(in: 0..<86_400_000_000, using: &random))
            let end = Instant(
                microseconds: start.microseconds + Int64.random(in: 0..<9_000_000_000_000, using: &random)
            )
            var expected = 0
            for index in begin...begin + 110 where works[index] {
                let midnight = office.zone.start(of: office.calendar.firstDay.advanced(by: index))
                if midnight > start, midnight <= end { expected += 1 }
            }
            #expect(office.workingDays(from: start, to: end) == expected, "\(start) to \(end)")
        }
    }
}
