import PermitDocuments
import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("A part of a log")
struct SelectionTests {
    private static let header = "case,activity,time,district"

    /// Four good rows of two permits and one without an activity.
    private static let rows = """
        a,submitted,2024-01-01 09:00:00,utara
        a,complete,2024-01-02 09:00:00,utara
        a,,2024-01-03 09:00:00,utara
        b,submitted,2024-01-04 09:00:00,selatan
        a,rejected,2024-01-05 09:00:00,utara
        """

    private func expectWhole(_ input: InputAccount) {
        #expect(input.rows == input.used + input.rejected + input.ignored)
        #expect(input.duplicates <= input.used)
    }

    // MARK: - The cut

    @Test("until a day leaves later events out and counts them as ignored")
    func cut() throws {
        let replay = try Example.measured(Self.rows, header: Self.header) { $0.asOf = Day("2024-01-03") }
        let input = replay.report.input
        expectWhole(input)
        #expect([input.rows, input.used, input.rejected, input.ignored] == [5, 2, 1, 2])
        #expect(input.ignoredReasons == [ReasonCount(reason: "after_cut", count: 2)])
        #expect(replay.report.flow.cases == 1)
        #expect(replay.report.flow.events == 2)
        #expect(replay.report.asOf.microseconds == Example.january(4).microseconds - 1)
        #expect(replay.assumption("as_of")?.last == "2")
        #expect(replay.permits.map(\.name) == ["a"])
        #expect(try replay.permit("a").outcome == "open")
        #expect(try replay.permit("a").state == "verification")
    }

    @Test("without a day ends with the last event, and after it nothing is left out")
    func noCut() throws {
        let replay = try Example.measured(Self.rows, header: Self.header)
        #expect(replay.report.asOf == Example.january(5, hour: 9))
        #expect(replay.report.input.ignored == 0)
        let later = try Example.measured(Self.rows, header: Self.header) { $0.asOf = Day("2024-02-01") }
        #expect(later.report.input.ignored == 0)
        #expect(try later.permit("b").outcome == "open")
    }

    @Test("until a day before the first event is refused, with a day that would do")
    func cutTooEarly() throws {
        do {
            _ = try Example.measured(Self.rows, header: Self.header) { $0.asOf = Day("2023-12-31") }
            Issue.record("the day was accepted")
        } catch let error as Diagnostics {
            #expect(error.all.count == 1)
            #expect("\(error)".contains("2024-01-01"))
        }
        let first = try Example.measured(Self.rows, header: Self.header) { $0.asOf = Day("2024-01-01") }
        #expect(first.report.input.used == 1)
    }

    // MARK: - The period

    @Test("in a period places each figure by its own date")
    func period() throws {
        let rows = [
            Example.permit("a", "submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"),
            Example.permit("b", "submitted 2024-01-02 09:00:00", "complete 2024-01-03 09:00:00"),
            Example.permit("f", "submitted 2024-01-03 09:00:00"),
            Example.permit("a", "rejected 2024-01-05 09:00:00"),
            Example.permit("c", "submitted 2024-01-09 09:00:00", "complete 2024-01-09 10:00:00"),
            Example.permit("d", "submitted 2024-01-10 09:00:00"),
            Example.permit("f", "withdrawn 2024-01-11 09:00:00"),
            Example.permit("b", "rejected 2024-01-12 09:00:00"),
            Example.permit("c", "rejected 2024-01-12 09:00:00"),
            Example.permit("e", "submitted 2024-01-16 09:00:00", "complete 2024-01-17 09:00:00"),
        ]
        let replay = try Example.measured(rows.joined(separator: "\n")) {
            $0.asOf = Day("2024-01-20")
            $0.period = ReportPeriod("2024-01-08..2024-01-15")
        }
        let permits = replay.report.permits
        // Decided in it: b after ten days and c after three. Open at the cut, whenever submitted: d and e.
        #expect(permits.turnaround?.n == 2)
        #expect(permits.turnaround?.medianDays == 6.5)
        #expect(permits.turnaround?.open == 2)
        // Ended in it, and of those submitted in it the open one: d.
        #expect(permits.outcomeCounts == ["refused": 2, "withdrawn": 1, "open": 1])
        // Submitted in it: c and d.
        #expect(permits.survival?.n == 2)
        #expect(permits.survival?.censored == 1)
        #expect(permits.conformance?.cases == 2)
        #expect(permits.conformance?.deviations.isEmpty == true)
        // Due in it: a, in time, and b, late; d has no clock and counts by its submission.
        #expect(permits.indicator(.onTime, "due_date_cohort")?.n == 2)
        #expect(permits.indicator(.onTime, "due_date_cohort")?.value == 50)
        #expect(permits.indicator(.onTime, "decided_only")?.n == 2)
        #expect(permits.indicator(.onTime, "decided_only")?.value == 50)
        let clock = try #require(permits.clocks.first)
        #expect([clock.onTime, clock.late, clock.openInTime, clock.unmeasured] == [1, 1, 0, 1])
        // Three ended in it, two came in; two are open at the cut.
        #expect(permits.indicator(.clearanceRate, "resolved_per_incoming")?.value == 150)
        #expect(permits.indicator(.backlog, "open")?.value == 2)
        #expect(permits.cases == 6)
        #expect(replay.assumption("period") == ["2024-01-08", "2024-01-15"])
    }

    // MARK: - Filters and groups

    @Test("of permits with a value leaves the others out and counts them")
    func filtered() throws {
        let replay = try Example.measured(Self.rows, header: Self.header) {
            $0.filters = [.init(key: "district", value: "utara")]
        }
        let input = replay.report.input
        expectWhole(input)
        #expect([input.rows, input.used, input.rejected, input.ignored] == [5, 3, 1, 1])
        #expect(input.ignoredReasons == [ReasonCount(reason: "filtered_out", count: 1)])
        #expect(replay.assumption("filter") == ["district", "utara", "1", "1"])
        #expect(replay.permits.map(\.name) == ["a"])
        #expect(replay.report.flow.cases == 1)

        let none = try Example.measured(Self.rows, header: Self.header) {
            $0.filters = [.init(key: "district", value: "utara"), .init(key: "district", value: "selatan")]
        }
        #expect(none.report.flow.cases == 0)
        #expect(none.report.flow.caseDuration == nil)
        expectWhole(none.report.input)
    }

    @Test("by keys that nobody knows is refused, each with what was perhaps meant")
    func unknownKeys() throws {
        var profile = Profile(name: "facts")
        profile.facts = [.init(name: "district", source: .columns(["district"]))]
        do {
            _ = try Example.measured(Self.rows, header: Self.header, profile: profile) {
                $0.by = ["distrct"]
                $0.filters = [.init(key: "distritc", value: "utara")]
            }
            Issue.record("the keys were accepted")
        } catch let error as Diagnostics {
            #expect(error.all.count == 2)
            #expect(error.all.allSatisfy { "\($0)".contains("\"district\"") })
            #expect("\(error)".contains("\"distrct\""))
            #expect("\(error)".contains("\"distritc\""))
        }
    }

    @Test("by several keys is in the order of the values, with a group for none")
    func groups() throws {
        let rows = """
            a,submitted,2024-01-01 09:00:00,utara,oss
            b,submitted,2024-01-02 09:00:00,,loket
            c,submitted,2024-01-03 09:00:00,selatan,oss
            d,submitted,2024-01-04 09:00:00,utara,oss
            """
        let replay = try Example.measured(rows, header: Self.header + ",channel") {
            $0.by = ["district", "channel"]
        }
        #expect(replay.report.groups.map(\.value) == ["(none),loket", "selatan,oss", "utara,oss"])
        #expect(replay.report.groups.map(\.figures.cases) == [1, 1, 2])
        #expect(replay.report.groups.allSatisfy { $0.key == "district,channel" })
    }

    // MARK: - Duplicates

    private static let doubled = """
        a,submitted,2024-01-01 09:00:00,utara
        a,submitted,2024-01-01 09:00:00,utara
        a,complete,2024-01-02 09:00:00,utara
        a,rejected,2024-01-05 09:00:00,utara
        a,rejected,2024-01-05 09:00:00,utara
        b,submitted,2024-01-01 10:00:00,selatan
        """

    @Test("with repeated rows keeps and counts them")
    func duplicates() throws {
        let replay = try Example.measured(Self.doubled, header: Self.header)
        expectWhole(replay.report.input)
        #expect(replay.report.input.used == 6)
        #expect(replay.report.input.duplicates == 2)
        #expect(replay.assumption("duplicates_kept") == ["2"])
        #expect(replay.report.flow.events == 6)
        #expect(replay.report.permits.indicator(.dataQuality, "duplicates")?.value == 2)
        #expect(replay.deviationCounts == ["not_allowed": 1, "after_end": 1])
    }

    @Test("counts only the repeated rows that are in it")
    func duplicatesInPart() throws {
        let cut = try Example.measured(Self.doubled, header: Self.header) { $0.asOf = Day("2024-01-02") }
        #expect(cut.report.input.duplicates == 1)
        let other = try Example.measured(Self.doubled, header: Self.header) {
            $0.filters = [.init(key: "district", value: "selatan")]
        }
        #expect(other.report.input.duplicates == 0)
        #expect(other.assumption("duplicates_kept") == nil)
        expectWhole(other.report.input)
    }
}
