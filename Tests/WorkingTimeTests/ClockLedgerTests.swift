import PermitDocuments
import Testing
import WorkingTime

@Suite("The ledger of a clock") struct ClockLedgerTests {
    private let limit = Limit(amount: 5, unit: .workingDays)

    /// A clock that started, was paused and resumed in turn at moments, and was stopped at the last one if asked.
    private func ledger(
        _ limit: Limit,
        _ start: String,
        _ turns: [String] = [],
        stop: String? = nil,
        asOf: String
    ) throws -> ClockLedger {
        let office = try jakarta()
        var run = ClockRun(limit: limit, startedAt: try at(start), paused: false, office: office)
        var moves = [ClockMove(.started, at: try at(start), run: run)]
        for (index, turn) in turns.enumerated() {
            let moment = try at(turn)
            if index % 2 == 0 {
                run.pause(at: moment, office: office)
            } else {
                run.resume(at: moment, office: office)
            }
            moves.append(ClockMove(index % 2 == 0 ? .paused : .resumed, at: moment, run: run))
        }
        if let stop {
            run.stop(at: try at(stop), office: office)
            moves.append(ClockMove(.stopped, at: try at(stop), run: run))
        }
        return ClockLedger(
            moves: moves,
            asOf: try at(asOf),
            zone: office.zone,
            views: CalendarViews(office.calendar)
        )
    }

    /// Entries in short: kind, day, shift and deadline.
    private func short(_ ledger: ClockLedger) -> [String] {
        ledger.entries.map { entry in
            let shift = entry.shift.map { " \($0 >= 0 ? "+" : "")\($0)" } ?? ""
            let deadline = entry.deadline.map { " -> \($0)" } ?? ""
            return "\(entry.isAhead ? "ahead " : "")\(entry.kind.name) \(entry.day)\(shift)\(deadline)"
        }
    }

    @Test("moves over Lebaran 2021 day by day")
    func lebaran() throws {
        // From Monday 10 May five working days end on Monday 17 May in plain weeks. Joint leave on the 12th and the
        // feasts of the 13th (two in one) and 14th push it to the 20th.
        let told = try ledger(limit, "2021-05-10T09:00", asOf: "2021-05-19T12:00")
        #expect(
            short(told) == [
                "started 2021-05-10 -> 2021-05-17", "holiday 2021-05-12 +1 -> 2021-05-18",
                "holiday 2021-05-13 +1 -> 2021-05-19", "holiday 2021-05-14 +1 -> 2021-05-20",
            ]
        )
        guard case .holiday(let feasts, isLate: false) = told.entries[2].kind else {
            Issue.record("the thirteenth is no holiday")
            return
        }
        #expect(feasts.map(\.kind) == [.national, .national])
        #expect(feasts.map { $0.name(in: "en") } == ["Eid al-Fitr", "Ascension Day"])
    }

    @Test("calls a holiday late that was decreed when the clock ran, and not one that was decreed before")
    func lateDecree() throws {
        // 18 August 2025 was decreed on 7 August.
        let ten = Limit(amount: 10, unit: .workingDays)
        let before = try ledger(ten, "2025-08-04T09:00", asOf: "2025-08-18T12:00")
        #expect(
            short(before) == ["started 2025-08-04 -> 2025-08-18", "holiday 2025-08-18 +1 -> 2025-08-19"]
        )
        guard case .holiday(let holidays, let isLate) = before.entries[1].kind else {
            Issue.record("no holiday")
            return
        }
        #expect(isLate)
        #expect(holidays.map(\.decreedOn) == [try day("2025-08-07")])
        let after = try ledger(ten, "2025-08-07T09:00", asOf: "2025-08-18T12:00")
        guard case .holiday(_, isLate: false) = after.entries[1].kind else {
            Issue.record("a holiday decreed on the first day is not late")
            return
        }
    }

    @Test("gives a pause the holidays that fell into it")
    func pause() throws {
        // Good Friday, 30 March 2018, falls into the pause: the three days are the pause's.
        let told = try ledger(
            limit,
            "2018-03-26T10:00",
            ["2018-03-28T15:00", "2018-04-02T09:00"],
            stop: "2018-04-05T10:00",
            asOf: "2018-05-01"
        )
        #expect(
            short(told) == [
                "started 2018-03-26 -> 2018-04-02", "paused 2018-03-28 +3 -> 2018-04-05",
                "stopped 2018-04-05 +0 -> 2018-04-05",
            ]
        )
        guard case .paused(let until, _, let holidays) = told.entries[1].kind else {
            Issue.record("no pause")
            return
        }
        #expect(until == (try at("2018-04-02T09:00")))
        #expect(holidays.map(\.day) == [try day("2018-03-30")])
    }

    @Test("counts an open pause through the moment of asking, and looks ahead from there")
    func openPause() throws {
        let told = try ledger(limit, "2021-05-03T09:00", ["2021-05-05T10:00"], asOf: "2021-05-11T08:00")
        #expect(
            short(told) == [
                "started 2021-05-03 -> 2021-05-10", "paused 2021-05-05 +4 -> 2021-05-14",
                "ahead holiday 2021-05-12 +3 -> 2021-05-17", "ahead holiday 2021-05-13 +1 -> 2021-05-18",
                "ahead holiday 2021-05-14 +1 -> 2021-05-19",
            ]
        )
    }

    @Test("lists holidays after the stop that the due date took into account")
    func ahead() throws {
        let told = try ledger(limit, "2021-05-10T09:00", stop: "2021-05-11T09:00", asOf: "2021-06-01")
        #expect(
            short(told) == [
                "started 2021-05-10 -> 2021-05-17", "stopped 2021-05-11 +0 -> 2021-05-17",
                "ahead holiday 2021-05-12 +1 -> 2021-05-18", "ahead holiday 2021-05-13 +1 -> 2021-05-19",
                "ahead holiday 2021-05-14 +1 -> 2021-05-20",
            ]
        )
        #expect(told.due == (try day("2021-05-20")))
    }

    @Test("says when the deadline passed, and moves it no more")
    func breach() throws {
        let told = try ledger(
            limit,
            "2018-04-02T09:00",
            ["2018-04-12T09:00", "2018-04-13T09:00"],
            stop: "2018-04-16T09:00",
            asOf: "2018-06-01"
        )
        #expect(
            short(told) == [
                "started 2018-04-02 -> 2018-04-09", "breached 2018-04-10 +0 -> 2018-04-09",
                "paused 2018-04-12 +0 -> 2018-04-09", "stopped 2018-04-16 +0 -> 2018-04-09",
            ]
        )
        guard case .stopped(let isOnTime, let consumed) = told.entries[3].kind else {
            Issue.record("no stop")
            return
        }
        #expect(isOnTime == false)
        #expect(consumed == 9)
    }

    @Test("moves a calendar-day deadline off the days off it falls on, all at once")
    func shifts() throws {
        // Five days from Friday 7 May 2021 end on Wednesday 12 May, joint leave before the feast and a weekend.
        let shifting = Limit(amount: 5, unit: .calendarDays, shiftsOffHolidays: true)
        let told = try ledger(shifting, "2021-05-07T09:00", asOf: "2021-05-13T12:00")
        #expect(
            short(told) == ["started 2021-05-07 -> 2021-05-12", "due_on_holiday 2021-05-12 +5 -> 2021-05-17"]
        )
        guard case .dueOnHoliday(let holidays) = told.entries[1].kind else {
            Issue.record("no shift")
            return
        }
        #expect(Set(holidays.map(\.day)).count == 3)
        let staying = try ledger(Limit(amount: 5, unit: .calendarDays), "2021-05-07", asOf: "2021-05-12")
        #expect(short(staying) == ["started 2021-05-07 -> 2021-05-12"])
    }

    @Test("names the year that the calendar does not cover")
    func uncovered() throws {
        let told = try ledger(limit, "2026-12-28T09:00", asOf: "2026-12-29T09:00")
        #expect(told.entries.last?.kind == .uncovered(year: 2027))
        #expect(told.entries.first?.deadline == nil)
    }

    @Test("stands beside the day ledger of a single deadline")
    func explained() throws {
        let office = try jakarta()
        let explained = try office.explainDeadline(
            from: try Stamp.parse("2018-03-26T10:00", in: .jakarta),
            limit: limit,
            pauses: [(from: try at("2018-03-28T15:00"), to: try at("2018-04-02T09:00"))]
        )
        #expect(explained.shifts.due == explained.deadline)
        #expect(
            short(explained.shifts) == [
                "started 2018-03-26 -> 2018-04-02", "paused 2018-03-28 +3 -> 2018-04-05",
            ]
        )
        let json = explained.shifts.entries[1].json(in: .jakarta)
        #expect(json["kind"] == .string("paused"))
        #expect(json["until"] == .string("2018-04-02T09:00:00+07:00"))
        #expect(json["shift"] == .integer(3))
    }
}
