import PermitDocuments
import TestSupport
import Testing
import WorkingTime

@Suite("A deadline explained") struct ExplanationTests {
    private func explain(
        _ start: String,
        _ limit: String,
        _ pauses: [(String, String?)] = []
    ) throws -> DeadlineExplanation {
        let spans = try pauses.map { pause in
            (from: try at(pause.0), to: try pause.1.map { try at($0) })
        }
        return try jakarta()
            .explainDeadline(
                from: try Stamp.parse(start, in: .jakarta),
                limit: try #require(Limit(limit)),
                pauses: spans
            )
    }

    @Test("says of every day what it did to the count")
    func ledger() throws {
        let explained = try explain("2021-05-10T09:00", "3wd", [("2021-05-17T10:00", "2021-05-19T10:00")])
        #expect(explained.deadline == (try day("2021-05-20")))
        #expect(explained.deadlineInstant == (try at("2021-05-21")))
        #expect(
            explained.ledger.map(\.effect) == [
                .start, .counted, .jointLeave, .holiday, .holiday, .weekend, .weekend, .counted, .paused,
                .paused, .counted,
            ]
        )
        #expect(explained.ledger.map(\.consumed) == [0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3])
        #expect(explained.workingDays == 3)
        #expect(explained.ledger[3].holidays.count == 2)
    }

    @Test("has the names of the command's JSON")
    func json() throws {
        let json = try explain("2021-05-11", "1d").json
        #expect(json["deadline"] == .string("2021-05-12"))
        #expect(json["deadline_instant"] == .string("2021-05-13T00:00:00+07:00"))
        #expect(json["working_days"] == .integer(0))
        guard case .array(let entries) = json["ledger"] else {
            Issue.record("the ledger is no list")
            return
        }
        #expect(entries.count == 2)
        #expect(entries[1]["date"] == .string("2021-05-12"))
        #expect(entries[1]["weekday"] == .string("Wednesday"))
        #expect(entries[1]["effect"] == .string("counted"))
        #expect(entries[1]["consumed"] == .integer(1))
        #expect(entries[1]["holidays"] != nil)
    }

    @Test("reaches the same deadline as a run, with the limit consumed in its ledger")
    func agreesWithRun() throws {
        let office = try jakarta()
        for seed in 0..<UInt64(2_000) {
            var random = SeededGenerator(seed: seed)
            let base =
                try at("2018-01-01").microseconds + Int64.random(in: 0..<2_800, using: &random)
                * 86_400_000_000
            func moment(_ days: ClosedRange<Int64>) -> Instant {
                Instant(
                    microseconds: base + Int64.random(
                        in: days.lowerBound * 24...days.upperBound * 24,
                        using: &random
                    ) * 3_600_000_000
                )
            }
            let bounds = [moment(0...9), moment(0...9), moment(0...9), moment(0...9)].sorted()
            let pauses = [
                (from: bounds[2], to: Optional(bounds[3])), (from: bounds[0], to: Optional(bounds[1])),
            ]
            let limit = Limit(
                amount: Int.random(in: 0...9, using: &random),
                unit: random.oneIn(2) ? .workingDays : .calendarDays
            )
            let start = Instant(microseconds: base + 1)
            let explained = try office.explainDeadline(
                from: Stamp(instant: start),
                limit: limit,
                pauses: pauses
            )
            let startsPaused = bounds[0] <= start && start < bounds[1]
            var slow = SlowClock(limit: limit, zone: .jakarta, startedAt: start, paused: startsPaused) {
                office.calendar.isWorkingDay($0)
            }
            for (index, bound) in bounds.enumerated() where bound > start {
                index % 2 == 0 ? slow.pause(at: bound) : slow.resume(at: bound)
            }
            #expect(explained.deadlineInstant == slow.deadline(), "seed \(seed)")
            #expect(
                explained.consumed == slow.consumed(asOf: office.zone.start(of: explained.deadline)),
                "seed \(seed)"
            )
        }
    }

    @Test("includes the first day where the limit does")
    func firstDay() throws {
        let explained = try jakarta()
            .explainDeadline(
                from: try Stamp.parse("2021-01-04", in: .jakarta),
                limit: Limit(amount: 2, unit: .workingDays, includesFirstDay: true),
                pauses: []
            )
        #expect(explained.deadline == (try day("2021-01-05")))
        #expect(explained.ledger.map(\.effect) == [.counted, .counted])
    }

    @Test("joins pauses that overlap")
    func overlapping() throws {
        let pauses: [(String, String?)] = [
            ("2021-01-06T10:00", "2021-01-08T10:00"), ("2021-01-05T10:00", "2021-01-12T10:00"),
        ]
        #expect(try explain("2021-01-04T09:00", "3wd", pauses).deadline == (try day("2021-01-14")))
    }

    @Test(
        "is refused for a pause without end, one that ends before it begins, and a limit that makes no sense"
    )
    func refused() throws {
        let open = try #require(throws: CalendarError.self) {
            try explain("2021-01-04T09:00", "3wd", [("2021-01-05T10:00", nil)])
        }
        #expect(open.code == .stillPaused)
        let bad = try #require(throws: CalendarError.self) {
            try explain("2021-01-04T09:00", "3wd", [("2021-01-05T10:00", "2021-01-05T09:00")])
        }
        #expect(bad.code == .badPause)
        let backwards = try #require(throws: CalendarError.self) {
            try jakarta()
                .explainCount(
                    from: try Stamp.parse("2021-01-05", in: .jakarta),
                    to: try Stamp.parse("2021-01-04", in: .jakarta)
                )
        }
        #expect(backwards.code == .backwards)
    }

    @Test("of an elapsed limit ends at the moment")
    func elapsed() throws {
        let explained = try explain("2021-01-04T09:00", "36h")
        #expect(explained.deadline == (try day("2021-01-05")))
        #expect(explained.deadlineInstant == (try at("2021-01-05T21:00")))
        #expect(explained.consumed == nil)
    }

    @Test("of a count lists the days counted")
    func count() throws {
        let counted = try jakarta()
            .explainCount(
                from: try Stamp.parse("2021-01-08", in: .jakarta),
                to: try Stamp.parse("2021-01-12T10:00", in: .jakarta)
            )
        #expect(counted.workingDays == 2)
        #expect(counted.calendarDays == 4)
        #expect(counted.ledger.map(\.effect) == [.start, .weekend, .weekend, .counted, .counted])
        #expect(counted.json["working_days"] == .integer(2))
    }
}
