import Foundation
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@Suite("The flow of permits through a workflow")
struct WorkflowFlowTests {
    private func flow(
        _ rows: String,
        header: String = "case,activity,time",
        profile: Profile? = nil,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> WorkflowFlow {
        var request = try Example.request()
        change(&request)
        let log = try Example.log(rows, header: header, profile: profile) {
            $0.workers = request.workers
            $0.extraColumns = request.filters.compactMap(\.key)
        }
        return try workflowFlow(of: Example.workflow(), in: log, request: request)
    }

    /// A passage as text: `action from to count days`.
    private func text(_ passage: WorkflowFlow.Passage) throws -> String {
        let workflow = try Example.workflow()
        let action = passage.move.action.map { workflow.actions[$0].name } ?? "-"
        let states = [passage.move.from, passage.move.to].map { workflow.states[$0].name }
        let days = passage.medianDays.map { "\($0)" } ?? "?"
        return ([action] + states + ["\(passage.count)", days]).joined(separator: " ")
    }

    private let rows = [
        Example.permit("a", "submitted 2024-01-01T08:00", "complete 2024-01-02T20:00", "50 2024-01-04"),
        Example.permit(
            "b",
            "submitted 2024-01-01",
            "complete 2024-01-03",
            "rechecked 2024-01-05",
            "41 2024-01-07"
        ),
        Example.permit("c", "complete 2024-01-01", "inspection 2024-01-02", "submitted 2024-02-20"),
    ]
    .joined(separator: "\n")

    @Test("counts ways with the median of the days before, and apart what the workflow does not have")
    func counted() throws {
        let flow = try flow(rows) { $0.asOf = Day("2024-02-01") }
        #expect(
            try flow.passages.map(text) == [
                "submit draft submitted 2 ?", "accept submitted verification 2 1.75",
                "recheck verification verification 1 2.0", "return verification returned 1 4.0",
            ]
        )
        #expect(
            try flow.departures.map(text) == [
                "accept draft verification 1 ?", "- verification inspection 1 1.0",
                "approve verification issued 1 2.0",
            ]
        )
        let workflow = try Example.workflow()
        let named = zip(workflow.states, flow.permits).filter { $0.1 > 0 }.map { "\($0.0.name) \($0.1)" }
        #expect(named == ["inspection 1", "returned 1", "issued 1"])
        #expect(flow.permitCount == 3)
        #expect(flow.otherPermits == 0)
        #expect(!flow.isBoundByRegimes)
    }

    @Test("leaves out what a filter does, and refuses a key that the log does not have")
    func filtered() throws {
        let rows = "a,submitted,2024-01-01,x\nb,submitted,2024-01-01,y\nb,complete,2024-01-02,y"
        let header = "case,activity,time,kind"
        let kept = try flow(rows, header: header) { $0.filters = [.init(key: "kind", value: "x")] }
        #expect(kept.permitCount == 1)
        #expect(kept.passages.map(\.count) == [1])
        #expect(throws: (any Error).self) {
            try flow(rows, header: header) { $0.filters = [.init(key: "colour", value: "x")] }
        }
    }

    /// Rows of permits that wander; every stamp has a time of day.
    private static func wandering(seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let words = [
            "submitted", "complete", "41", "42", "43", "44", "rechecked", "45", "50", "rejected", "verified",
            "tea",
        ]
        var rows: [String] = []
        for number in 0..<400 {
            var minute = Int.random(in: 0..<80_000, using: &random)
            var place = 0
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let word = random.oneIn(4) ? words.randomElement(using: &random) ?? "" : words[place]
                place = min(place + 1, words.count - 3)
                minute += Int.random(in: 0..<9000, using: &random)
                let stamp = Example.january(1).microseconds + Int64(minute) * 60_000_000
                let text = Instant(microseconds: stamp).formatted(in: .jakarta)
                rows.append("p\(number),\(word),\(text)")
            }
        }
        return rows.shuffled(using: &random).joined(separator: "\n")
    }

    /// What a plain recount of the steps of every permit's history finds.
    private func recount(_ histories: [PermitHistory]) -> [WorkflowFlow.Move: (count: Int, days: [Double])] {
        var found: [WorkflowFlow.Move: (count: Int, days: [Double])] = [:]
        for history in histories {
            var entered: Instant?
            for step in history.steps {
                let move = WorkflowFlow.Move(action: step.action, from: step.from, to: step.to)
                found[move, default: (0, [])].count += 1
                if let entered {
                    let days = Double(step.at.microseconds - entered.microseconds) / 86_400e6
                    found[move]?.days.append(days)
                }
                if step.from != step.to || entered == nil { entered = step.at }
            }
        }
        return found
    }

    @Test("is what a slow recount of every step finds", arguments: [1, 2, 3] as [UInt64])
    func recounted(seed: UInt64) throws {
        let rows = Self.wandering(seed: seed)
        let flow = try flow(rows)
        let replay = try Example.measured(rows) { $0.histories = .all }
        let slow = recount(replay.histories)
        let all = flow.passages + flow.departures
        #expect(all.count == slow.count, "seed \(seed)")
        #expect(all.count > 40, "seed \(seed)")
        for passage in all {
            let expected = try #require(slow[passage.move], "seed \(seed)")
            #expect(passage.count == expected.count, "seed \(seed)")
            let sorted = expected.days.sorted()
            guard !sorted.isEmpty else {
                #expect(passage.medianDays == nil, "seed \(seed)")
                continue
            }
            let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
            #expect(abs((passage.medianDays ?? -1) - median) < 1e-9, "seed \(seed)")
        }
        let steps = replay.histories.reduce(0) { $0 + $1.steps.count }
        #expect(all.reduce(0) { $0 + $1.count } == steps, "seed \(seed)")
        let missing = ["not_allowed", "wrong_start"].reduce(0) { $0 + (replay.deviationCounts[$1] ?? 0) }
        #expect(flow.departures.reduce(0) { $0 + $1.count } == missing, "seed \(seed)")
        let states = Dictionary(grouping: replay.permits.map(\.state)) { $0 }
        let workflow = try Example.workflow()
        for (state, count) in zip(workflow.states, flow.permits) {
            #expect(states[state.name]?.count ?? 0 == count, "seed \(seed), \(state.name)")
        }
    }

    @Test("is the same for any number of workers", arguments: [4, 5] as [UInt64])
    func workers(seed: UInt64) throws {
        let rows = Self.wandering(seed: seed)
        let alone = try flow(rows)
        for workers in [2, 3, 7] {
            #expect(try flow(rows) { $0.workers = workers } == alone, "seed \(seed), \(workers) workers")
        }
    }

    @Test("follows only the permits that the regimes give to the workflow, into its successor too")
    func bound() throws {
        let library = try Town.library()
        let granted = Town.permit(
            "1",
            "licence",
            "submitted 2024-01-08T08:00",
            "approved 2024-01-10T08:00",
            "warned 2024-01-14T20:00"
        )
        let other = Town.permit("2", "land", "submitted 2024-01-06T08:00")
        let request = try Town.request(library)
        /// A log gives its rows up once.
        func followed(_ workflow: Workflow) throws -> WorkflowFlow {
            try workflowFlow(of: workflow, in: Town.log([granted, other]), request: request)
        }
        let licence = try library.workflow(named: "old-licence")
        let flow = try followed(licence)
        #expect(flow.isBoundByRegimes)
        #expect(flow.permitCount == 1)
        #expect(flow.otherPermits == 1)
        #expect(flow.passages.map(\.count) == [1, 1])
        #expect(flow.passages.map(\.medianDays) == [nil, 2])
        let supervision = try library.workflow(named: "old-supervision")
        let later = try followed(supervision)
        #expect(later.permitCount == 1)
        #expect(later.otherPermits == 1)
        #expect(later.passages.map(\.medianDays) == [4.5])
        #expect(later.permits.prefix(2) == [0, 1])
        let unbound = try followed(Example.workflow())
        #expect(!unbound.isBoundByRegimes)
        #expect(unbound.permitCount == 2)
    }
}

@Suite("The flow of a real log", .enabled(if: Reference.isPresent, "no folder of logs and references"))
struct RealFlowTests {
    private func profile() throws -> Profile {
        let path = "Profiles/receipt.json"
        let text = try #require(EmbeddedFiles.text(path), "the profile is embedded")
        let (profile, diagnostics) = Profile.read(try JSONParser.parse(text, file: path))
        return try #require(profile, "\(diagnostics)")
    }

    /// How often each row of the table takes each way, `term from to`, found by walking the definition's own lists.
    private func walked(_ path: String, _ profile: Profile, _ definition: Definition) throws -> [String: Int]
    {
        let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        let columns = ["case:concept:name", "concept:name", "time:timestamp"]
        let places = try columns.map { try #require(rows[0].firstIndex(of: $0)) }
        var permits: [String: [(time: Instant, activity: String)]] = [:]
        for row in rows.dropFirst() {
            let stamp = try Stamp.parse(row[places[2]], in: .utc)
            permits[row[places[0]], default: []].append((stamp.instant, row[places[1]]))
        }
        var counts: [String: Int] = [:]
        let initial = try #require(definition.states.first { $0.isInitial })
        for events in permits.values {
            var state = initial.name.text
            // A stable order: rows of one instant stay as the file has them.
            let order = events.indices.sorted { (events[$0].time, $0) < (events[$1].time, $1) }
            for event in order.map({ events[$0] }) {
                guard definition.states.first(where: { $0.name.text == state })?.outcome == nil else { break }
                let term = profile.vocabulary[event.activity] ?? event.activity
                let ways = definition.actions.filter { ($0.term ?? $0.name.text) == term }.flatMap(\.cases)
                let legal = ways.first { $0.from.contains { $0.text == state } }?.to.text
                let targets = Set(ways.map(\.to.text))
                guard let to = legal ?? (targets.count == 1 ? targets.first : nil) else { continue }
                counts["\(term) \(state) \(to)", default: 0] += 1
                state = to
            }
        }
        return counts
    }

    @Test("is what a plain walk through its rows finds")
    func receipt() throws {
        let library = try Library.embedded()
        let workflow = try library.workflow(named: "receipt-phase")
        let path = try #require(PackageFiles.shared) + "/logs/receipt.csv"
        var read = ReadRequest(sources: [path])
        let profile = try profile()
        read.profile = profile
        let log = try LogReader.read(read)
        let office = OfficeTime(zone: log.zone, calendar: .weekdays)
        let flow = try workflowFlow(
            of: workflow,
            in: log,
            request: ReplayRequest(library: library, office: office, workers: 2)
        )
        #expect(flow.permitCount == 1434)
        #expect(flow.isBoundByRegimes)
        let named = (flow.passages + flow.departures)
            .map { passage in
                let term = passage.move.action.map { workflow.actions[$0].term } ?? ""
                let states = [passage.move.from, passage.move.to].map { workflow.states[$0].name }
                return (([term] + states).joined(separator: " "), passage.count)
            }
        let counts = Dictionary(named, uniquingKeysWith: +)
        #expect(counts == (try walked(path, profile, workflow.definition)))
        #expect(counts.values.reduce(0, +) > 8000)
    }
}
