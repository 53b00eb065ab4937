import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("The time of activities")
struct ActivityTimeTests {
    private static let header = "case,activity,lifecycle:transition,time"

    private static let rows = """
        a,submitted,complete,2024-01-01 09:00:00
        a,check,schedule,2024-01-01 09:30:00
        a,check,start,2024-01-01 10:00:00
        a,visit,start,2024-01-01 10:30:00
        a,check,suspend,2024-01-01 11:00:00
        a,check,resume,2024-01-01 11:45:00
        a,check,complete,2024-01-01 12:00:00
        a,visit,complete,2024-01-01 13:00:00
        a,check,start,2024-01-01 15:00:00
        a,check,complete,2024-01-01 16:00:00
        a,visit,start,2024-01-01 17:00:00
        b,submitted,complete,2024-01-02 09:00:00
        """

    private func measured(
        _ reading: LifecycleReading,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> Replay {
        var request = try Example.request()
        change(&request)
        let log = try Example.log(Self.rows, header: Self.header, profile: nil) { $0.lifecycle = reading }
        return try measure(log, request)
    }

    @Test("divides into work, waiting and rest")
    func times() throws {
        let flow = try measured(.pair).report.flow
        #expect(flow.events == 5)
        let check = try #require(flow.activities.first { $0.name == "check" }?.instances)
        #expect(check.paired == 2)
        #expect(check.unpaired == 0)
        // Two hours less three quarters, and one hour.
        #expect(check.meanServiceSeconds == 4050)
        #expect(check.medianServiceSeconds == 4050)
        // An hour after the submission; two hours after the visit.
        #expect(check.meanWaitingSeconds == 5400)
        #expect(check.meanQueueSeconds == 1800)
        let visit = try #require(flow.activities.first { $0.name == "visit" }?.instances)
        #expect(visit.paired == 1)
        #expect(visit.unpaired == 1)
        #expect(visit.meanServiceSeconds == 9000)
        #expect(visit.meanWaitingSeconds == 5400)
        #expect(visit.meanQueueSeconds == nil)
        let submitted = try #require(flow.activities.first { $0.name == "submitted" }?.instances)
        #expect(submitted.meanServiceSeconds == nil)
        #expect(submitted.unpaired == 2)
    }

    @Test("of a permit is its throughput, of which some is worked")
    func cases() throws {
        let times = try #require(try measured(.pair).report.flow.instances)
        #expect(times.paired == 3)
        #expect(
            [times.onlyEnded, times.onlyStarted, times.onlyScheduled, times.casesWithoutEnd] == [2, 1, 0, 0]
        )
        #expect(times.throughput?.max == 25_200.0)
        // From ten to one, as the visit covers the rest of the check, and from three to four.
        #expect(times.processing?.max == 14_400.0)
        #expect(times.idle?.max == 10_800.0)
        #expect(times.throughput?.min == 0)
        #expect(times.throughput?.count == 2)
    }

    @Test("accounts for every row, and says what it made of them")
    func account() throws {
        let replay = try measured(.pair)
        let input = replay.report.input
        #expect(input.rows == 12)
        #expect(input.used == 11)
        #expect(input.ignoredReasons == [ReasonCount(reason: "lifecycle_unpaired", count: 1)])
        #expect(replay.assumption("lifecycle_paired") == ["3", "2", "1", "0", "0"])
        let cut = try measured(.pair) { $0.asOf = Day("2024-01-01") }
        #expect(cut.report.input.rows == cut.report.input.used + cut.report.input.ignored)
        #expect(cut.report.input.used == 10)
        let part = try measured(.pair) { $0.filters = [.has("check")] }
        #expect(part.report.input.used == 10)
        #expect(part.report.filters.map(\.eventsRemoved) == [1])
        #expect(part.report.flow.instances?.throughput?.count == 1)
    }

    @Test("is not known where every event counts, which an assumption says")
    func all() throws {
        let replay = try measured(.all)
        #expect(replay.report.flow.instances == nil)
        #expect(replay.report.flow.activities.allSatisfy { $0.instances == nil })
        #expect(replay.report.flow.events == 12)
        #expect(
            replay.assumption("lifecycle_all") == [
                "complete 5", "resume 1", "schedule 1", "start 4", "suspend 1",
            ]
        )
        let complete = try measured(.complete)
        #expect(complete.report.flow.events == 5)
        #expect(complete.report.input.ignoredReasons == [ReasonCount(reason: "lifecycle", count: 7)])
        #expect(complete.assumption("lifecycle_complete")?.first == "complete 5")
    }
}
