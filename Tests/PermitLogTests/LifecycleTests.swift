import PermitLog
import TestSupport
import Testing
import WorkingTime

/// An activity of a case as a test sees it: times in minutes after 2024-01-01 00:00 of Jakarta.
private struct SeenInstance: Equatable, CustomStringConvertible {
    var activity: String
    var start: Int?
    var end: Int
    var scheduled: Int?
    var rests: [[Int]] = []
    var rows: Int

    var description: String { "\(activity) \(String(describing: start))..\(end) of \(rows)" }
}

@Suite("The life of an activity")
struct LifecycleTests {
    /// Rows of one case: each an activity, a transition, a minute after midnight, a resource and an instance.
    private static func table(_ rows: String...) -> String {
        "case,activity,lifecycle:transition,time,resource,concept:instance\n"
            + rows.map { row in
                let parts = row.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                let minute = Int(parts[2]) ?? 0
                let time = "2024-01-01 \(two(minute / 60)):\(two(minute % 60)):00"
                let more = parts.count > 3 ? parts[3] : "r"
                return "c,\(parts[0]),\(parts[1]),\(time),\(more),\(parts.count > 4 ? parts[4] : "")\n"
            }
            .joined()
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func read(_ text: String, _ reading: LifecycleReading = .pair) throws -> PartitionedLog {
        let file = TemporaryFile(text)
        var request = ReadRequest(sources: [file.path])
        request.lifecycle = reading
        return try LogReader.read(request)
    }

    private func minute(_ time: Int64) -> Int {
        Int(
            (time - Zone.jakarta.start(of: Day("2024-01-01") ?? .init(number: 0)).microseconds)
                / 60_000_000
        )
    }

    private func instances(
        _ log: PartitionedLog
    ) throws -> (seen: [SeenInstance], unended: [String], left: Int) {
        var seen: [SeenInstance] = []
        var unended: [String] = []
        var left = 0
        for partition in try log.organizeAll() {
            #expect(partition.instances.count == partition.events.count)
            for (event, instance) in zip(partition.events, partition.instances) {
                seen.append(
                    SeenInstance(
                        activity: log.activities[event.activity],
                        start: instance.start.map(minute),
                        end: minute(event.time),
                        scheduled: instance.scheduled.map(minute),
                        rests: instance.rests.map { [minute($0.lowerBound), minute($0.upperBound)] },
                        rows: instance.rows
                    )
                )
            }
            unended += partition.unended.map {
                "\(log.activities[$0.activity]) \(minute($0.time))\($0.isStarted ? "" : " planned")"
            }
            left += partition.leftRows
        }
        return (seen, unended, left)
    }

    @Test("goes from its start to its completion, without the time that it rested")
    func pairs() throws {
        let log = try read(
            Self.table(
                "A schedule 0",
                "A START 10",
                "A suspend 20",
                "A resume 25",
                "A suspend 30",
                "A complete 40",
                "B complete 50",
                "C start 60"
            )
        )
        let (seen, unended, left) = try instances(log)
        #expect(
            seen == [
                .init(
                    activity: "A",
                    start: 10,
                    end: 40,
                    scheduled: 0,
                    rests: [[20, 25], [30, 40]],
                    rows: 6
                ),
                .init(activity: "B", end: 50, rows: 1),
            ]
        )
        #expect(unended == ["C 60"])
        #expect(left == 0)
    }

    @Test("is told from another of its activity by the instance, else by the resource, else by the order")
    func matching() throws {
        let byInstance = try read(
            Self.table("A start 0 r 1", "A start 10 r 2", "A complete 20 r 2", "A complete 30 r 1")
        )
        #expect(try instances(byInstance).seen.map(\.start) == [10, 0])
        let byResource = try read(
            Self.table("A start 0 ani", "A start 10 budi", "A complete 20 budi", "A complete 30 cici")
        )
        #expect(try instances(byResource).seen.map(\.start) == [10, 0])
        let byOrder = try read(Self.table("A start 0", "A start 10", "A complete 20", "A complete 30"))
        #expect(try instances(byOrder).seen.map(\.start) == [0, 10])
        let others = try read(Self.table("A start 0 r 1", "A complete 20 r 2"))
        #expect(try instances(others).seen.map(\.start) == [nil])
        #expect(try instances(read(Self.table("A start 0 r 1", "A complete 20 r 2"))).unended == ["A 0"])
    }

    @Test("that was given up ended then when it had begun, and is no event when it had not")
    func givenUp() throws {
        let log = try read(
            Self.table(
                "A start 0",
                "A ate_abort 10",
                "B assign 20",
                "B withdraw 30",
                "C resume 40",
                "D autoskip 50",
                "E schedule 60",
                "E assign 65"
            )
        )
        let (seen, unended, left) = try instances(log)
        #expect(
            seen == [
                .init(activity: "A", start: 0, end: 10, rows: 2), .init(activity: "D", end: 50, rows: 1),
            ]
        )
        #expect(left == 3)
        #expect(unended == ["E 60 planned"])
    }

    @Test("in words of BPMN is the same; a word that nobody knows is an event of its own")
    func words() throws {
        let log = try read(Self.table("A ready 0", "A active 5", "A Completed 9", "B Closed 10"))
        #expect(
            try instances(log).seen == [
                .init(activity: "A", start: 5, end: 9, scheduled: 0, rows: 3),
                .init(activity: "B", end: 10, rows: 1),
            ]
        )
        #expect(LifecycleReading.knows("ATE_ABORT"))
        #expect(!LifecycleReading.knows("Closed"))
    }

    @Test("that is read by its completions alone leaves the other events out, and says how many")
    func completions() throws {
        let text = Self.table("A start 0", "A complete 10", "B  20", "C schedule 30")
        let seen = try SeenLog(text) { $0.lifecycle = .complete }
        #expect(seen.activities(of: "c") == ["A", "B"])
        #expect(seen.log.account.ignoredReasons == [ReasonCount(reason: "lifecycle", count: 2)])
        #expect(
            seen.log.account.transitions == [
                .init(reason: "", count: 1), .init(reason: "complete", count: 1),
                .init(reason: "schedule", count: 1), .init(reason: "start", count: 1),
            ]
        )
        let all = try SeenLog(text)
        #expect(all.activities(of: "c") == ["A", "A", "B", "C"])
        #expect(all.log.account.transitions == seen.log.account.transitions)
        #expect(all.partitions.allSatisfy { $0.instances.isEmpty })
    }

    @Test("of a permit of which nothing ended leaves no case behind")
    func nothingEnded() throws {
        let text =
            Self.table("A start 0")
            + "d,B,start,2024-01-01 01:00:00,r,\nd,B,complete,2024-01-01 02:00:00,r,\n"
        let log = try read(text)
        let partitions = try log.organizeAll()
        #expect(partitions.flatMap { partition in partition.cases.map { partition.name(of: $0) } } == ["d"])
        #expect(partitions.reduce(0) { $0 + $1.casesWithoutEnd } == 1)
        #expect(partitions.flatMap(\.unended).map(\.caseIndex) == [-1])
    }

    @Test("stands in one row with two times, where the profile names both")
    func startColumn() throws {
        var profile = Profile(name: "calls")
        profile.columns.caseID = ["id"]
        profile.columns.activity = ["step"]
        profile.columns.time = ["End Date"]
        profile.columns.start = ["Start Date"]
        let text = """
            id,step,Start Date,End Date
            c,A,2024-01-01 00:10,2024-01-01 00:20
            c,B,never,2024-01-01 00:40
            c,C,2024-01-01 01:00,2024-01-01 00:50
            c,D,,2024-01-01 01:10
            """
        let file = TemporaryFile(text)
        var request = ReadRequest(sources: [file.path])
        request.profile = profile
        let log = try LogReader.read(request)
        #expect(try instances(log).seen.map(\.start) == [10, nil, nil, nil])
        #expect(log.account.cellsRejected == [.init(column: "Start Date", reason: "bad_time", count: 1)])
        request.profile = nil
        (request.caseColumn, request.activityColumn, request.timeColumn) = ("id", "step", "End Date")
        #expect(try LogReader.read(request).organizeAll().allSatisfy { $0.instances.isEmpty })
        request.lifecycle = .pair
        #expect(try instances(LogReader.read(request)).seen.map(\.start) == [10, nil, nil, nil])
    }

    @Test("in XES is read from transitions, instances and a second time")
    func xes() throws {
        func event(_ name: String, _ minute: Int, _ more: String) -> String {
            XESReadingTests.event(name, "2024-01-01T00:\(Self.two(minute)):00+07:00", more)
        }
        func transition(_ word: String) -> String {
            "<string key=\"lifecycle:transition\" value=\"\(word)\"/>"
        }
        let text = XESReadingTests.log(
            XESReadingTests.trace(
                "c",
                event("A", 1, transition("START") + "<string key=\"concept:instance\" value=\"1\"/>"),
                event("A", 2, transition("START") + "<string key=\"concept:instance\" value=\"2\"/>"),
                event("A", 3, transition("COMPLETE") + "<string key=\"concept:instance\" value=\"2\"/>"),
                event("B", 9, "<date key=\"start_timestamp\" value=\"2024-01-01T00:05:00+07:00\"/>")
            )
        )
        let file = TemporaryFile(text, suffix: ".xes")
        var request = ReadRequest(sources: [file.path])
        request.lifecycle = .pair
        let log = try LogReader.read(request)
        let (seen, unended, _) = try instances(log)
        #expect(seen.map(\.start) == [2, 5])
        #expect(seen.map(\.end) == [3, 9])
        #expect(unended == ["A 1"])
        request.lifecycle = .complete
        let complete = try LogReader.read(request)
        #expect(complete.account.used == 2)
        #expect(complete.account.ignored == 2)
    }

    @Test(
        "accounts for every row, whatever the order of its transitions, with any number of workers",
        arguments: 0..<40
    )
    func everyRow(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = [
            "schedule", "assign", "start", "suspend", "resume", "complete", "ate_abort", "withdraw", "tea",
            "",
        ]
        var text = "case,activity,lifecycle:transition,time,resource,concept:instance\n"
        let count = 200
        for _ in 0..<count {
            let time = "2024-01-01 \(Self.two(Int.random(in: 0..<24, using: &random))):00:00"
            let word = words.randomElement(using: &random) ?? ""
            let (name, activity) = (
                Int.random(in: 0..<9, using: &random), Int.random(in: 0..<3, using: &random)
            )
            let instance = ["", "", "1", "2"].randomElement(using: &random) ?? ""
            text +=
                "c\(name),a\(activity),\(word),\(time),r\(Int.random(in: 0..<2, using: &random)),\(instance)\n"
        }
        let file = TemporaryFile(text)
        var request = ReadRequest(sources: [file.path])
        request.lifecycle = .pair
        request.blockBytes = 512
        let partitions = try LogReader.read(request).organizeAll()
        let rows = partitions.reduce(0) { total, partition in
            total + partition.leftRows + partition.unended.reduce(0) { $0 + $1.rows }
                + partition.instances.reduce(0) { $0 + $1.rows }
        }
        #expect(rows == count, "seed \(seed)")
        for partition in partitions {
            for (event, instance) in zip(partition.events, partition.instances) {
                let start = instance.start ?? event.time
                #expect(start <= event.time, "seed \(seed)")
                var reached = start
                for rest in instance.rests {
                    #expect(rest.lowerBound >= reached && rest.upperBound <= event.time, "seed \(seed)")
                    reached = rest.upperBound
                }
            }
            for entry in partition.cases { #expect(!entry.events.isEmpty, "seed \(seed)") }
        }
        request.workers = 3
        #expect(try LogReader.read(request).organizeAll() == partitions, "seed \(seed)")
    }
}
