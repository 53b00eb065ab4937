import PermitMetrics
import Testing
import WorkingTime

@Suite("A finding beside the fit")
struct FindingTests {
    @Test("is made of a code outside the table of codes, at every use, and not of a label")
    func outsideTable() throws {
        let replay = try Town.measured([
            Town.permit(
                "a",
                "land",
                "submitted 2024-01-02 09:00:00",
                "58 2024-01-03 09:00:00",
                "58 2024-01-04 09:00:00"
            ),
            Town.permit("b", "land", "submitted 2024-01-02 09:00:00", "IZIN_TERBIT 2024-01-03 09:00:00"),
            Town.permit("c", "land", "submitted 2024-01-02 09:00:00", "59 2024-01-03 09:00:00"),
        ])
        #expect(
            try replay.permit("a").deviations == ["code_outside_table", "code_outside_table", "after_end"]
        )
        #expect(try replay.permit("a").outcome == "issued")
        #expect(try replay.permit("b").deviations.isEmpty)
        #expect(try replay.permit("b").outcome == "issued")
        #expect(try replay.permit("c").deviations == ["unknown_activity"])
    }

    @Test("is made once of a permit that was submitted on a day outside the workflow's force")
    func outsideForce() throws {
        let days = ["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"]
        let replay = try Town.measured(
            days.map {
                Town.permit(
                    $0,
                    "licence",
                    kbli: "47721",
                    "submitted \($0) 12:00:00",
                    "rejected \($0) 13:00:00"
                )
            }
        )
        for (day, found) in zip(days, [["outside_force"], [], [], ["outside_force"]]) {
            #expect(try replay.permit(day).deviations == found)
            #expect(try replay.permit(day).isFitting == true)
        }
        #expect(replay.assumption("outside_force") == ["old-licence", "2", "2024-01-01", "2024-07-01"])
    }

    /// A licence sent back on Tuesday 2 January: its three days end with Friday the 5th.
    private func completed(_ steps: String...) throws -> PermitRecord {
        let begun = ["submitted 2024-01-01 09:00:00", "incomplete 2024-01-02 09:00:00"]
        let rows = (begun + steps).map { Town.permit("p", "licence", kbli: "47721", $0) }
        return try Town.measured(rows) { $0.asOf = Day("2024-01-31") }.permit("p")
    }

    @Test("is made where a lapse was due and the log has nothing of it")
    func lapse() throws {
        #expect(try completed("complete 2024-01-05 23:00:00").deviations.isEmpty)
        #expect(try completed("complete 2024-01-06 01:00:00").deviations == ["lapse_due_not_recorded"])
        #expect(try completed().deviations == ["lapse_due_not_recorded"])
        #expect(try completed("cancelled 2024-01-09 09:00:00").deviations.isEmpty)
        #expect(try completed("rejected 2024-01-09 09:00:00").deviations.isEmpty)
        #expect(try completed("withdrawn 2024-01-09 09:00:00").deviations.isEmpty)
    }

    @Test("is not made where a window merely closes")
    func window() throws {
        let lapse = "\"lapse\": {\"from\": \"completion\", \"to\": "
        let library = try Town.library(
            replacing: [
                lapse + "\"cancelled\"": lapse + "\"verification\"",
                "\"cancelled\": {\"outcome\": \"cancelled\"},": "",
            ]
        )
        let rows = [
            "submitted 2024-01-01 09:00:00", "incomplete 2024-01-02 09:00:00", "complete 2024-01-10 09:00:00",
        ]
        let replay = try Town.measured(
            rows.map { Town.permit("p", "licence", kbli: "47721", $0) },
            library: library
        )
        #expect(try replay.permit("p").clocks.last?.classification == "late")
        #expect(try replay.permit("p").deviations.isEmpty)
    }

    @Test("names the clock that ran out and the article of its expiry")
    func lapseExample() throws {
        let replay = try Town.measured([
            Town.permit(
                "p",
                "licence",
                kbli: "47721",
                "submitted 2024-01-01 09:00:00",
                "incomplete 2024-01-02 09:00:00",
                "complete 2024-01-10 09:00:00"
            )
        ])
        let example = try #require(replay.report.deviations.first { $0.kind == "lapse_due_not_recorded" })
        #expect(example.subject == "completion")
        #expect(example.legal == "PP 3/2000 Pasal 9")
    }

    @Test(
        "tells a late decision from silence that nobody recorded",
        arguments: [
            ("approved 2024-01-03 09:00:00", []),
            ("approved 2024-01-09 09:00:00", ["decided_after_deemed_due"]),
            ("withdrawn 2024-01-09 09:00:00", ["deemed_due_not_recorded"]),
            ("fee_paid 2024-01-03 09:00:00", ["deemed_due_not_recorded"]), ("57 2024-01-09 09:00:00", []),
        ]
    )
    func silence(last: String, found: [String]) throws {
        let last = last.replacing("fee_paid", with: "fee-paid")
        let rows = [Town.permit("p", "land", "submitted 2024-01-02 09:00:00", last)]
        let replay = try Town.measured(rows.map { $0.replacing("fee-paid", with: "fee_paid") }) {
            $0.asOf = Day("2024-01-31")
        }
        #expect(try replay.permit("p").deviations == found)
    }

    @Test("names the fact that changed")
    func factChanged() throws {
        let replay = try Town.measured([
            Town.permit("p", "land", kbli: "1", "submitted 2024-01-02 09:00:00"),
            Town.permit("p", "land", kbli: "2", "approved 2024-01-03 09:00:00"),
        ])
        #expect(replay.report.deviations.map(\.kind) == ["fact_changed"])
        #expect(replay.report.deviations.first?.subject == "kbli")
    }
}
