import PermitDocuments
import PermitLog
import PermitMetrics
import TestSupport
import Testing
import WorkingTime

@Suite("A filter")
struct FilterTests {
    private static let header = "case,activity,time,district,fee"

    /// Four permits: a and d have the same sequence.
    private static let rows = """
        a,submitted,2024-01-01 09:00:00,utara,100
        a,complete,2024-01-02 09:00:00,utara,100
        a,rejected,2024-01-05 09:00:00,utara,100
        b,submitted,2024-01-04 09:00:00,selatan,20
        b,41,2024-01-05 09:00:00,selatan,30
        b,complete,2024-01-06 09:00:00,selatan,
        c,complete,2024-01-07 09:00:00,,
        d,submitted,2024-01-08 09:00:00,timur,2024
        d,complete,2024-01-10 09:00:00,timur,2024
        d,rejected,2024-01-19 09:00:00,timur,2024
        """

    private func measured(_ filters: PermitFilter..., workers: Int = 1, asOf: String? = nil) throws -> Replay
    {
        try Example.measured(Self.rows, header: Self.header) {
            $0.filters = filters
            $0.workers = workers
            $0.asOf = asOf.flatMap { Day($0) }
        }
    }

    private func kept(_ filter: PermitFilter, asOf: String? = nil) throws -> String {
        let replay = try measured(filter, asOf: asOf)
        let input = replay.report.input
        #expect(input.rows == input.used + input.rejected + input.ignored)
        #expect(replay.report.filters.count == 1)
        return replay.permits.map(\.name).joined()
    }

    @Test(
        "keeps the permits that it names",
        arguments: [
            (PermitFilter.start("submitted"), "abd"), (.start("submitted,complete"), "abcd"),
            (.start("complete"), "c"), (.end("rejected"), "ad"), (.end("complete, rejected"), "abcd"),
            (.has("41"), "b"), (.hasNot("41"), "acd"), (.has("41,rejected"), "abd"),
            (.duration(shortest: .init(2, .days), longest: .init(4, .days)), "ab"),
            (.duration(shortest: .init(96, .hours), longest: nil), "ad"),
            (.duration(shortest: nil, longest: .init(0, .seconds)), "c"),
            (.duration(shortest: .init(9, .workingDays), longest: nil), "d"),
            (.window(from: "2024-01-04", until: "2024-01-08", .contained), "bc"),
            (.window(from: "2024-01-05", until: "2024-01-06", .intersecting), "ab"),
            (.window(from: "2024-01-03", until: "2024-01-04", .intersecting), "a"),
            (.window(from: "2024-01-04", until: "2024-01-08", .started), "bc"),
            (.window(from: nil, until: "2024-01-05T09:00:01", .ended), "a"),
            (.window(from: "2024-01-06T09:00", until: nil, .ended), "bcd"),
            (.variants(.count(1)), "ad"), (.variants(.percent(50)), "ad"), (.variants(.percent(51)), "abcd"),
            (.variants(.count(2)), "abcd"), (.variants(.count(9)), "abcd"),
        ]
    )
    func keeps(filter: PermitFilter, names: String) throws {
        #expect(try kept(filter) == names, "\(filter)")
    }

    @Test(
        "of a path keeps the permits that go it",
        arguments: [
            ("submitted -> complete", "ad"), ("submitted ->> complete", "abd"),
            ("submitted -> complete -> rejected", "ad"), ("submitted ->> rejected", "ad"),
            ("submitted->41->complete", "b"), ("complete -> complete", ""), ("rejected ->> submitted", ""),
        ]
    )
    func path(text: String, names: String) throws { #expect(try kept(.path(text)) == names) }

    @Test(
        "on a value compares numbers as numbers, and looks at every event of a column that events have",
        arguments: [
            ("district=utara", "a"), ("district!=utara", "bcd"), ("district in utara, timur", "ad"),
            ("district is empty", "c"), ("district is not empty", "abd"), ("fee=20", "b"), ("fee=30", "b"),
            ("fee!=30", "acd"), ("fee<100", "b"), ("fee<=100", "ab"), ("fee>30", "ad"), ("fee>=30", "abd"),
            ("fee>1000", "d"), ("district<t", "b"), ("fee<x", "abd"),
        ]
    )
    func values(text: String, names: String) throws {
        #expect(try kept(.condition(text)) == names, "\(text)")
    }

    @Test("looks at the events before the cut alone")
    func beforeCut() throws {
        #expect(try kept(.end("complete"), asOf: "2024-01-18") == "bcd")
        #expect(try kept(.has("rejected"), asOf: "2024-01-18") == "a")
    }

    @Test("that trims a window cuts events off, and counts them")
    func trimmed() throws {
        let replay = try measured(.window(from: "2024-01-02", until: "2024-01-05", .trimmed))
        #expect(replay.permits.map(\.name) == ["a", "b"])
        #expect(replay.report.flow.events == 2)
        #expect(replay.report.flow.startActivities.map(\.name) == ["complete", "submitted"])
        #expect(
            replay.report.filters == [
                FilterAccount(
                    filter: "--time-window 2024-01-02..2024-01-05 --window trimmed",
                    casesRemoved: 2,
                    eventsRemoved: 8
                )
            ]
        )
        #expect(replay.report.input.ignoredReasons == [ReasonCount(reason: "filtered_out", count: 8)])
        #expect(replay.assumption("filter_window_trimmed") == ["2024-01-02..2024-01-05", "2", "8"])
    }

    @Test("joins others in an order of its own, and each counts what it left out after them")
    func order() throws {
        let replay = try measured(
            .variants(.count(1)),
            .has("complete"),
            .init(key: "district", value: "utara"),
            .window(from: "2024-01-01", until: "2024-01-07", .contained)
        )
        #expect(replay.permits.map(\.name) == ["a"])
        #expect(
            replay.report.filters == [
                .init(
                    filter: "--time-window 2024-01-01..2024-01-07 --window contained",
                    casesRemoved: 2,
                    eventsRemoved: 4
                ),
                .init(filter: "--where district=utara", casesRemoved: 1, eventsRemoved: 3),
                .init(filter: "--has complete", casesRemoved: 0, eventsRemoved: 0),
                .init(filter: "--variants 1", casesRemoved: 0, eventsRemoved: 0),
            ]
        )
        #expect(replay.assumption("filter") == ["district", "utara", "1", "3"])
        #expect(replay.assumption("filter_variants") == ["1", "0", "0", "1", "1", "1"])
    }

    @Test("keeps the same permits with any number of workers")
    func workers() throws {
        let one = try measured(.variants(.percent(60)), .start("submitted"))
        let many = try measured(.variants(.percent(60)), .start("submitted"), workers: 4)
        #expect(one.permits.map(\.name) == ["a", "d"])
        #expect(many.permits.map(\.name) == one.permits.map(\.name))
        #expect(many.report.filters == one.report.filters)
        #expect(many.report.assumptions == one.report.assumptions)
    }

    @Test("on an activity that the log does not have is refused, with what was perhaps meant")
    func unknownActivity() throws {
        for filter in [PermitFilter.has("submited"), .hasNot("submited"), .start("complete,submited")] {
            do {
                _ = try measured(filter)
                Issue.record("\(filter) was accepted")
            } catch let error as Diagnostics {
                #expect("\(error)".contains("\"submitted\""), "\(error)")
            }
        }
        #expect(throws: Diagnostics.self) {
            try measured(.window(from: "2024-02-30", until: nil, .contained))
        }
        #expect(throws: Diagnostics.self) {
            try measured(.window(from: "2024-02-01", until: "2024-01-01", .contained))
        }
    }

    @Test("may name an activity by its canonical term, or with a comma in its name")
    func names() throws {
        var profile = Profile(name: "words")
        profile.vocabulary = ["Diajukan, lengkap": "submitted"]
        let rows = """
            a,"Diajukan, lengkap",2024-01-01 09:00:00
            b,complete,2024-01-01 09:00:00
            """
        for name in ["submitted", "Diajukan, lengkap", "complete,submitted"] {
            let replay = try Example.measured(rows, profile: profile) { $0.filters = [.has(name)] }
            #expect(
                replay.permits.map(\.name) == (name.hasPrefix("complete") ? ["a", "b"] : ["a"]),
                "\(name)"
            )
        }
    }

    @Test("chooses the permits that are compared under two rules")
    func compared() throws {
        let workflow = try Example.workflow()
        var request = try Example.request()
        request.filters = [.variants(.count(1))]
        let log = try Example.log(Self.rows, header: Self.header, profile: nil)
        let comparison = try compare(log, request, .workflow(workflow), .workflow(workflow))
        #expect(comparison.coverage.both == 2)
        #expect(comparison.filters == [.init(filter: "--variants 1", casesRemoved: 2, eventsRemoved: 4)])
    }

    @Test("of many random permits keeps those that a plain count keeps", arguments: 0..<20)
    func plainCount(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["submitted", "complete", "41"]
        var cases: [String: [String]] = [:]
        var rows: [String] = []
        for number in 0..<60 {
            let length = Int.random(in: 1...4, using: &random)
            let steps = (0..<length).map { _ in words.randomElement(using: &random) ?? "" }
            cases["p\(number)"] = steps
            for (hour, step) in steps.enumerated() {
                rows.append("p\(number),\(step),2024-01-01 1\(hour):00:00,,")
            }
        }
        let share = Int.random(in: 1...100, using: &random)
        let counts = Dictionary(cases.values.map { ($0, 1) }, uniquingKeysWith: +)
        let sorted = counts.values.sorted(by: >)
        let least =
            sorted.indices.first { 100 * sorted[0...$0].reduce(0, +) >= share * 60 }.map { sorted[$0] } ?? 1
        let replay = try Example.measured(
            rows.shuffled(using: &random).joined(separator: "\n"),
            header: Self.header
        ) {
            $0.filters = [.variants(.percent(Double(share)))]
            $0.workers = 2
        }
        let expected = cases.filter { counts[$0.value] ?? 0 >= least }.keys.sorted()
        #expect(replay.permits.map(\.name).sorted() == expected, "seed \(seed)")
        let path = try PermitFilter.path("41 -> complete ->> 41")
        let followed = try Example.measured(rows.joined(separator: "\n"), header: Self.header) {
            $0.filters = [path]
        }
        let going = cases.filter { _, steps in
            steps.indices.dropLast()
                .contains { place in
                    steps[place] == "41" && steps[place + 1] == "complete"
                        && steps[(place + 2)...].contains("41")
                }
        }
        let names = followed.permits.map { $0.name }
        #expect(names.sorted() == going.keys.sorted(), "seed \(seed)")
    }
}

@Suite("The text of a filter")
struct FilterTextTests {
    @Test(
        "is read and written again",
        arguments: [
            "a=b", "a!=b", "a<=3", "a>=3", "a<3", "a>3", "a in b,c", "a is empty", "a is not empty", "a=",
            "a=b=c",
            "a=x in y",
        ]
    )
    func conditions(text: String) throws {
        #expect("\(try PermitFilter.condition(text))" == "--where \(text)")
    }

    @Test(
        "of a condition without a key or a sign is refused",
        arguments: ["", "=b", "a", "a in ", " is empty", "a!b"]
    )
    func badConditions(text: String) {
        #expect(throws: Diagnostics.self) { try PermitFilter.condition(text) }
    }

    @Test("of other filters is read and written again")
    func others() throws {
        #expect("\(try PermitFilter.path("A->B ->> C"))" == "--path A -> B ->> C")
        #expect("\(try PermitFilter.duration("10d..30d"))" == "--duration 10d..30d")
        #expect("\(try PermitFilter.duration("..1.5h"))" == "--duration ..1.5h")
        #expect("\(try PermitFilter.duration("5wd.."))" == "--duration 5wd..")
        #expect("\(try PermitFilter.variants("80%"))" == "--variants 80%")
        #expect("\(try PermitFilter.variants("10"))" == "--variants 10")
        #expect(
            "\(try PermitFilter.window("2019-01-01..", .started))"
                == "--time-window 2019-01-01.. --window started"
        )
    }

    @Test("that says nothing is refused")
    func bad() {
        for text in ["", "A", "A ->", "-> B", "A -> -> B"] {
            #expect(throws: Diagnostics.self) { try PermitFilter.path(text) }
        }
        for text in ["", "10", "10d", "..", "10x..", "d..", "-1d.."] {
            #expect(throws: Diagnostics.self) { try PermitFilter.duration(text) }
        }
        for text in ["", "0", "-1", "0%", "101%", "x%", "1.5"] {
            #expect(throws: Diagnostics.self) { try PermitFilter.variants(text) }
        }
        #expect(throws: Diagnostics.self) { try PermitFilter.window("2019-01-01", .contained) }
    }
}
