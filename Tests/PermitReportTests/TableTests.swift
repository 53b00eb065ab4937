import Testing
import WorkingTime

@testable import PermitLog
@testable import PermitMetrics
@testable import PermitReport

@Suite("The tables of a replay")
struct TableTests {
    @Test("list the indicators of the log, then of every group")
    func indicators() {
        let lines = IndicatorTable.text(of: SampleReports.city).split(separator: "\n")
        #expect(lines.count == 1 + 24 * 4)
        #expect(lines[0] == "group_key,group_value,id,statistic,value,unit,n,period,low,high")
        #expect(lines[1] == ",,agency_time,statutory_median,4,working_days,2874,decided,3,5")
        #expect(lines[17] == ",,total_time,median,13.75,days,2874,submitted,,")
        #expect(lines[25] == "type,IUI,agency_time,statutory_median,4,working_days,1150,decided,3,5")
    }

    @Test("leave a figure empty that is not known")
    func unknown() {
        let text = IndicatorTable.text(of: SampleReports.young)
        #expect(text.contains(",,on_time,due_date_cohort,,percent,0,due,,\n"))
    }

    @Test("list every permit with its clocks and facts")
    func permits() {
        let first = permit("A-1, \"x\"", clocks: [clock("decision", due: Instant(seconds: 86_400))])
        var second = permit("A-2", clocks: [clock("w.eta", due: nil)])
        second.facts = [nil]
        let replay = Replay(report: SampleReports.city, factNames: ["type"], permits: [first, second])
        let table = PermitTable(replay, labels: .asWritten(replay))
        #expect(
            table.header
                == "case,workflow,state,outcome,submitted,decided,ended,days,waiting_days,"
                + "case_duration_seconds,returns,events,fitting,deviations,online,silence_recorded,silence_due,"
                + "silence_passed,duty.clock,duty.class,duty.due,duty.started,duty.working_days,"
                + "wall_working_days,effort_working_days,effort_office_hours,response_working_days,responded,applicant_days,office_days,"
                + "technical_agency_days,other_agency_days,payment_days,system_days,"
                + "decision.class,decision.due,decision.consumed,decision.runs,decision.pauses,decision.paused,"
                + "eta.class,eta.due,eta.consumed,eta.runs,eta.pauses,eta.paused,type\n"
        )
        #expect(
            table.line(first)
                == "\"A-1, \"\"x\"\"\",w,issued,issued,1970-01-01T07:00:00+07:00,1970-01-02T19:00:00+07:00,1970-01-02T19:00:00+07:00,"
                + "1.5,,0,2,7,false,not_allowed after_end,,false,false,false,,,,,,,,,,,,,,,,,late,1970-01-02T07:00:00+07:00,6,1,2,false,,,,,,,IUI\n"
        )
        #expect(table.line(second).hasSuffix(",,,,,,late,,6,1,2,false,\n"))
    }

    @Test("list rejected rows with their places")
    func rejects() {
        var account = InputAccount()
        account.rejects = [
            Reject(order: 16, column: "waktu", reason: .impossibleDate, sample: "2024-02-30"),
            Reject(order: 17, column: nil, reason: .shortRow, sample: "a,b"),
        ]
        let text = RejectTable.text(of: account) {
            LogPosition(file: "log.csv", line: Int($0) + 2)
        }
        #expect(
            text == "file,line,column,reason,sample\nlog.csv,18,waktu,impossible_date,2024-02-30\n"
                + "log.csv,19,,short_row,\"a,b\"\n"
        )
    }

    @Test("quote what a comma, a quote or a line end would break")
    func quotes() {
        #expect(CSVLine.text(["a", "", "b,c", "d\"e", "f\r\ng"]) == "a,,\"b,c\",\"d\"\"e\",\"f\r\ng\"\n")
    }

    private func permit(_ name: String, clocks: [PermitRecord.Clock]) -> PermitRecord {
        PermitRecord(
            name: name,
            workflow: "w",
            state: "issued",
            outcome: "issued",
            submitted: Instant(seconds: 0),
            decided: Instant(seconds: 129_600),
            ended: Instant(seconds: 129_600),
            days: 1.5,
            returns: 2,
            events: 7,
            isFitting: false,
            deviations: ["not_allowed", "after_end"],
            clocks: clocks,
            facts: ["IUI"]
        )
    }

    private func clock(_ name: String, due: Instant?) -> PermitRecord.Clock {
        PermitRecord.Clock(
            name: name,
            classification: "late",
            due: due,
            consumedDays: 6,
            runs: 1,
            pauses: 2,
            isPaused: false
        )
    }
}
