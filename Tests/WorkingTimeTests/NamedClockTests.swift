import Testing
import WorkingTime

@Suite("A clock") struct NamedClockTests {
    private let twoDays = Limit(amount: 2, unit: .workingDays)

    private func run(_ limit: Limit, from start: String) throws -> ClockRun {
        ClockRun(limit: limit, startedAt: try at(start), paused: false, office: try jakarta())
    }

    @Test("paused on the last day until Saturday is due on Monday")
    func pausedOnTheLastDay() throws {
        let office = try jakarta()
        var run = try run(twoDays, from: "2021-01-06T09:00")  // Wednesday; the last day is Friday
        run.pause(at: try at("2021-01-08T15:00"), office: office)
        #expect(run.deadline(office: office) == nil)
        #expect(run.remaining(asOf: try at("2021-01-08T16:00"), office: office) == 0)
        #expect(
            run.deadlineIfResumed(at: try at("2021-01-09T10:00"), office: office) == (try at("2021-01-12"))
        )
        run.resume(at: try at("2021-01-09T10:00"), office: office)
        run.stop(at: try at("2021-01-11T16:00"), office: office)
        #expect(run.dueDate(office: office) == (try at("2021-01-12")))
        #expect(run.breachedDeadline == nil)
        #expect(run.consumedDays(asOf: try at("2021-02-01"), office: office) == 3)
    }

    @Test("stopped on the Saturday after a Friday deadline is late")
    func saturdayAfterFriday() throws {
        let office = try jakarta()
        var run = try run(twoDays, from: "2021-01-06T09:00")
        #expect(run.deadline(office: office) == (try at("2021-01-09")))
        run.stop(at: try at("2021-01-09T08:00"), office: office)
        #expect(run.breachedDeadline == (try at("2021-01-09")))
    }

    @Test("stopped exactly at the end of its last day is late, one microsecond before on time")
    func exactly() throws {
        let office = try jakarta()
        var late = try run(twoDays, from: "2021-01-06")
        late.stop(at: try at("2021-01-09"), office: office)
        #expect(late.isBreached(asOf: try at("2021-01-09"), office: office))
        var inTime = try run(twoDays, from: "2021-01-06")
        inTime.stop(at: Instant(microseconds: try at("2021-01-09").microseconds - 1), office: office)
        #expect(!inTime.isBreached(asOf: try at("2021-03-01"), office: office))
        #expect(inTime.dueDate(office: office) == (try at("2021-01-09")))
        var paused = try run(twoDays, from: "2021-01-06")
        paused.pause(at: try at("2021-01-09"), office: office)
        #expect(paused.breachedDeadline == (try at("2021-01-09")))
    }

    @Test("returned every evening and answered every morning consumes nothing, but effort is spent")
    func pingPong() throws {
        let office = try jakarta()
        var run = ClockRun(
            limit: twoDays,
            startedAt: try at("2021-01-04T08:00"),
            paused: false,
            office: office
        )
        var effort: Int64 = 0
        for number in 4...8 {
            let morning = try at("2021-01-0\(number)T08:00")
            let evening = try at("2021-01-0\(number)T17:00")
            run.resume(at: morning, office: office)
            run.pause(at: evening, office: office)
            effort += office.officeSeconds(from: morning, to: evening)
        }
        #expect(run.consumedDays(asOf: try at("2021-01-08T18:00"), office: office) == 0)
        #expect(run.pauses == 5)
        #expect(effort == 5 * 7 * 3600)
    }

    @Test("that was breached stays breached")
    func breachStays() throws {
        let office = try jakarta()
        var run = try run(twoDays, from: "2021-01-04T09:00")
        run.pause(at: try at("2021-01-08T09:00"), office: office)
        #expect(run.breachedDeadline == (try at("2021-01-07")))
        run.resume(at: try at("2021-01-18T09:00"), office: office)
        #expect(run.deadline(office: office) == (try at("2021-01-07")))
        run.stop(at: try at("2021-01-18T10:00"), office: office)
        #expect(run.dueDate(office: office) == (try at("2021-01-07")))
        var next = ClockRun(
            limit: twoDays,
            startedAt: try at("2021-01-18T10:00"),
            paused: false,
            office: office
        )
        next.stop(at: try at("2021-01-18T11:00"), office: office)
        #expect(next.breachedDeadline == nil)
        #expect(run.isBreached(asOf: try at("2021-01-18T11:00"), office: office))
    }

    @Test("never expires in a pause")
    func neverInAPause() throws {
        let office = try jakarta()
        var run = try run(twoDays, from: "2021-01-04T09:00")
        run.pause(at: try at("2021-01-06T16:00"), office: office)
        #expect(!run.isBreached(asOf: try at("2022-01-01"), office: office))
        run.stop(at: try at("2021-03-01T09:00"), office: office)
        #expect(run.breachedDeadline == nil)
        #expect(run.dueDate(office: office) == (try at("2021-03-02")))
    }

    @Test("in calendar days stays on a holiday, or shifts to the next working day")
    func shift() throws {
        let office = try jakarta()
        let stays = try run(Limit(amount: 5, unit: .calendarDays), from: "2021-01-04T09:00")
        #expect(stays.deadline(office: office) == (try at("2021-01-10")))  // the end of Saturday
        let shifts = try run(
            Limit(amount: 5, unit: .calendarDays, shiftsOffHolidays: true),
            from: "2021-01-04T09:00"
        )
        #expect(shifts.deadline(office: office) == (try at("2021-01-12")))  // the end of Monday
    }

    @Test("counts the first day only where the limit says so and the day is worked")
    func firstDay() throws {
        let office = try jakarta()
        let limit = Limit(amount: 1, unit: .workingDays, includesFirstDay: true)
        #expect(try run(limit, from: "2021-01-04T09:00").deadline(office: office) == (try at("2021-01-05")))
        #expect(try run(limit, from: "2021-01-09T09:00").deadline(office: office) == (try at("2021-01-12")))
        let paused = ClockRun(
            limit: limit,
            startedAt: try at("2021-01-04T09:00"),
            paused: true,
            office: office
        )
        #expect(
            paused.deadlineIfResumed(at: try at("2021-01-04T10:00"), office: office) == (try at("2021-01-06"))
        )
    }

    @Test("of elapsed time is on time at the very moment")
    func elapsed() throws {
        let office = try jakarta()
        let hour = try #require(Limit("1h"))
        var run = try run(hour, from: "2021-01-09T09:00")
        #expect(run.deadline(office: office) == (try at("2021-01-09T10:00")))
        run.pause(at: try at("2021-01-09T09:30"), office: office)
        #expect(run.remaining(asOf: try at("2021-01-09T12:00"), office: office) == 1800)
        run.resume(at: try at("2021-01-09T12:00"), office: office)
        var late = run
        run.stop(at: try at("2021-01-09T12:30"), office: office)
        #expect(run.breachedDeadline == nil)
        late.stop(at: try at("2021-01-09T12:30:00.000001"), office: office)
        #expect(late.breachedDeadline == (try at("2021-01-09T12:30")))
    }

    @Test("takes a moment before the last one told as that one")
    func backwards() throws {
        let office = try jakarta()
        var run = try run(twoDays, from: "2021-01-06T09:00")
        run.pause(at: try at("2020-01-01"), office: office)
        run.resume(at: try at("2019-01-01"), office: office)
        run.stop(at: .distantPast, office: office)
        #expect(run.stoppedAt == (try at("2021-01-06T09:00")))
        #expect(run.consumedDays(asOf: .distantFuture, office: office) == 0)
    }

    @Test(
        "is refused a limit that contradicts itself",
        arguments: [
            (Limit(amount: 0, unit: .workingDays, includesFirstDay: true), "at least one day"),
            (Limit(amount: -1, unit: .workingDays), "zero or more"),
            (Limit(amount: 1, unit: .elapsed, includesFirstDay: true), "no first day"),
            (Limit(amount: 1, unit: .workingDays, shiftsOffHolidays: true), "only a calendar_days limit"),
            (Limit(amount: 200_000, unit: .calendarDays), "300 years"),
        ]
    )
    func faults(limit: Limit, message: String) throws {
        #expect(try #require(limit.fault).contains(message))
    }

    @Test("reads limits as the command line writes them")
    func limitTexts() {
        #expect(Limit("5wd") == Limit(amount: 5, unit: .workingDays))
        #expect(Limit("7d") == Limit(amount: 7, unit: .calendarDays))
        #expect(Limit("36h") == Limit(amount: 129_600, unit: .elapsed))
        for text in ["", "wd", "5", "5 wd", "-5wd", "5w", "99999999999999999999d", "٣d"] {
            #expect(Limit(text) == nil, "\(text)")
        }
    }
}
