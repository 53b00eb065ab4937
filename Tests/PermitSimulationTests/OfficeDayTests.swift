import PermitSimulation
import Testing
import WorkingTime

@Suite("The hours of an office")
struct OfficeDayTests {
    private let hours = OfficeDay(OfficeTime(zone: .jakarta, calendar: .weekdays))

    private func moment(_ text: String) throws -> Instant {
        try Stamp.parse(text, in: .jakarta).instant
    }

    @Test(
        "pass only while it is open",
        arguments: [
            ("2017-03-06 08:00:00", 60, "2017-03-06 08:01:00"),
            // Monday before opening, at noon and after closing.
            ("2017-03-06 05:00:00", 0, "2017-03-06 07:30:00"),
            ("2017-03-06 11:59:00", 120, "2017-03-06 13:01:00"),
            ("2017-03-06 15:59:30", 30, "2017-03-07 07:30:00"),
            // Friday afternoon to Monday; a week is 37 hours and 30 minutes.
            ("2017-03-10 16:29:59", 2, "2017-03-13 07:30:01"),
            ("2017-03-06 07:30:00", 135_000, "2017-03-13 07:30:00"),
        ]
    )
    func passing(start: String, seconds: Int, end: String) throws {
        let reached = hours.moment(seconds: seconds, after: try moment(start))
        #expect(reached == (try moment(end)))
        #expect(hours.isOpen(at: try moment(end)))
    }

    @Test("agree with the calendar's own count", arguments: 0..<200 as Range<UInt64>)
    func agreement(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let start = Instant(
            microseconds: try moment("2019-01-01 00:00:00").microseconds + Int64(random.below(31_536_000))
                * 1_000_000
        )
        let seconds = random.below(400_000)
        let end = try #require(hours.moment(seconds: seconds, after: start), "seed \(seed)")
        #expect(hours.office.officeSeconds(from: start, to: end) == Int64(seconds), "seed \(seed)")
        #expect(hours.isOpen(at: end), "seed \(seed)")
    }

    @Test("end with the calendar")
    func end() throws {
        #expect(hours.moment(seconds: 0, after: try moment("2199-12-31 20:00:00")) == nil)
    }
}
