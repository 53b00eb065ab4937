import Glibc
import PermitWorkflow
import Testing
import WorkingTime

/// Measures in release builds only on request: `IZIN_BENCH=1 swift test -c release --filter ClockSpeedTests`.
@Suite("The speed of clocks", .serialized, .enabled(if: getenv("IZIN_BENCH") != nil))
struct ClockSpeedTests {
    private static let permits = 1_000_000

    /// The legal history of a permit, as transitions.
    private struct Move {
        var action: Int
        var from: Int
        var to: Int
        var hours: Int64
    }

    private func moves(_ workflow: Workflow, _ names: [String]) throws -> [Move] {
        var state = workflow.initialState
        return try names.enumerated()
            .map { number, name in
                let action = try #require(workflow.action(named: name))
                let ways = workflow.actions[action].cases
                let to = try #require(ways.first { $0.from.contains(state) }, "\(name)").to
                defer { state = to }
                return Move(action: action, from: state, to: to, hours: Int64(number) * 31)
            }
    }

    /// Nanoseconds for each event, best of five.
    private func cost(
        _ workflow: Workflow,
        _ moves: [Move],
        _ facts: FactValues,
        _ office: OfficeTime
    ) -> Double {
        let tables = workflow.clockTables
        var clocks = ClockSet(workflow)
        var best = Double.infinity
        var sum = 0
        for _ in 0..<5 {
            let spent = ContinuousClock()
                .measure {
                    for permit in 0..<Self.permits {
                        clocks.reset(to: workflow.initialState)
                        let start = 1_530_000_000 + Int64(permit % 90_000) * 1_000
                        for move in moves {
                            clocks.advance(
                                action: move.action,
                                from: move.from,
                                to: move.to,
                                at: Instant(seconds: start + move.hours * 3600),
                                facts: facts,
                                tables: tables,
                                office: office
                            )
                        }
                        sum &+= clocks.tracks[0].run?.pauses ?? 0
                    }
                }
                .components
            let seconds = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
            best = min(best, seconds * 1e9 / Double(Self.permits * moves.count))
        }
        #expect(sum != 1)
        return best
    }

    @Test(
        "is at most fifty nanoseconds an event",
        arguments: [
            (
                "madiun-iui-tdi-2017",
                [
                    "submit", "incomplete", "resubmit", "accept", "return", "answer", "verify", "issue",
                ]
            ),
            (
                "pp-24-2018",
                [
                    "register", "issue_nib", "issue_on_commitment", "file_ukl_upl", "ask_correction",
                    "file_correction", "recommend", "pay", "take_effect",
                ]
            ),
        ]
    )
    func clocks(name: String, actions: [String]) throws {
        let library = try Library.embedded()
        let workflow = try library.workflow(named: name)
        let calendar = WorkCalendar(try #require(library.calendar(named: "id")))
        let office = OfficeTime(zone: .jakarta, calendar: calendar)
        let facts: FactValues = ["commitment": .text("ukl_upl"), "permit_type": .text("iui")]
        let cost = cost(workflow, try moves(workflow, actions), facts, office)
        print("clocks of \(name): \(cost) ns an event")
        #expect(cost <= 50)
    }
}
