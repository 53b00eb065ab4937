import Glibc
import Testing
import WorkingTime

/// Measures in release builds only on request: `IZIN_BENCH=1 swift test -c release --filter CountSpeedTests`.
@Suite("The speed of counting", .serialized, .enabled(if: getenv("IZIN_BENCH") != nil)) struct CountSpeedTests
{
    private static let calls = 10_000_000

    /// Nanoseconds for each call, best of five; the body makes all calls and gives a sum that depends on each.
    private func nanoseconds(_ body: () -> Int) -> Double {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<5 {
            let spent = ContinuousClock().measure { sum &+= body() }.components
            let seconds = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
            best = min(best, seconds * 1e9 / Double(Self.calls))
        }
        #expect(sum != 1)
        return best
    }

    private func counts(_ office: OfficeTime, _ moments: [Instant]) -> Int {
        var sum = 0
        for index in 0..<Self.calls {
            sum &+= office.workingDays(from: moments[index & 511], to: moments[512 + (index >> 3) & 511])
        }
        return sum
    }

    private func days(_ zone: Zone, _ moments: [Instant]) -> Int {
        var sum = 0
        for index in 0..<Self.calls { sum &+= Int(zone.day(of: moments[index & 1023]).number) }
        return sum
    }

    private func runs(_ office: OfficeTime, _ moments: [Instant]) -> Int {
        let limit = Limit(amount: 5, unit: .workingDays)
        var breaches = 0
        for index in 0..<Self.calls {
            let first = index & 511
            var run = ClockRun(limit: limit, startedAt: moments[first], paused: false, office: office)
            run.pause(at: moments[first + 2], office: office)
            run.resume(at: moments[first + 4], office: office)
            run.stop(at: moments[first + 6 + index & 7], office: office)
            breaches += run.breachedDeadline == nil ? 0 : 1
        }
        return breaches
    }

    private func moments(stepMicroseconds: Int64) throws -> [Instant] {
        let base = try at("2018-01-01").microseconds
        return (0..<1024).map { Instant(microseconds: base + Int64($0) * stepMicroseconds) }
    }

    @Test("is under ten nanoseconds for a count between two moments")
    func count() throws {
        let moments = try moments(stepMicroseconds: 240_000_000_123)
        let office = try jakarta()
        let cost = nanoseconds { counts(office, moments) }
        print("count, fixed offset: \(cost) ns")
        #expect(cost < 10)
        let elsewhere = OfficeTime(zone: try Zone.named("Europe/Amsterdam"), calendar: office.calendar)
        print("count, summer time: \(nanoseconds { counts(elsewhere, moments) }) ns")
        print("day, fixed offset: \(nanoseconds { days(office.zone, moments) }) ns")
        print("day, summer time: \(nanoseconds { days(elsewhere.zone, moments) }) ns")
    }

    @Test("is under two hundred nanoseconds for a run with a start, a pause, a resumption and a stop")
    func run() throws {
        let office = try jakarta()
        let moments = try moments(stepMicroseconds: 80_000_000_123)
        let cost = nanoseconds { runs(office, moments) }
        print("start, pause, resume and stop: \(cost) ns")
        #expect(cost < 200)
    }
}
