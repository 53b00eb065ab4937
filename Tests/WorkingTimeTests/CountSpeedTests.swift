import Glibc
import Testing
import WorkingTime

@Suite("The speed of counting", .serialized, .enabled(if: getenv("IZIN_BENCH") != nil)) struct CountSpeedTests
{
    /// Nanoseconds for each of ten million calls, best of three.
    private func nanoseconds(_ call: (Int) -> Int) -> Double {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<3 {
            let clock = ContinuousClock()
            let spent = clock.measure { for index in 0..<10_000_000 { sum &+= call(index) } }
            best = min(
                best,
                Double(spent.components.attoseconds) / 1e16 + Double(spent.components.seconds) * 100
            )
        }
        #expect(sum != 1)
        return best
    }

    @Test(
        "is under ten nanoseconds for a count between two moments",
        arguments: ["Asia/Jakarta", "Europe/Amsterdam"]
    )
    func count(zone: String) throws {
        let office = OfficeTime(zone: try Zone.named(zone), calendar: try jakarta().calendar)
        let base = try at("2018-01-01").microseconds
        let moments = (0..<1024).map { Instant(microseconds: base + Int64($0) * 240_000_000_123) }
        let cost = nanoseconds { index in
            office.workingDays(from: moments[index & 511], to: moments[512 + (index >> 3) & 511])
        }
        print("count in \(zone): \(cost) ns")
        #expect(cost < (office.zone.isFixed ? 10 : 30))
        let days = nanoseconds { index in Int(office.zone.day(of: moments[index & 1023]).number) }
        print("day in \(zone): \(days) ns")
    }

    @Test("is under a hundred nanoseconds for a run with a pause")
    func run() throws {
        let office = try jakarta()
        let base = try at("2018-01-01").microseconds
        let moments = (0..<1024).map { Instant(microseconds: base + Int64($0) * 80_000_000_123) }
        let limit = Limit(amount: 5, unit: .workingDays)
        let cost = nanoseconds { index in
            let first = index & 511
            var run = ClockRun(limit: limit, startedAt: moments[first], paused: false, office: office)
            run.pause(at: moments[first + 2], office: office)
            run.resume(at: moments[first + 4], office: office)
            run.stop(at: moments[first + 6 + index & 7], office: office)
            return run.breachedDeadline == nil ? 0 : 1
        }
        print("start, pause, resume and stop: \(cost) ns")
        #expect(cost < 100)
    }
}
