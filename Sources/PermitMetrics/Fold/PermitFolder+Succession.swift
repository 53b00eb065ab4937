import PermitLog
import PermitWorkflow
import WorkingTime

extension PermitFolder {
    /// Moves a granted permit through the workflow that comes after its grant.
    ///
    /// - Parameters:
    ///   - number: The workflow that gave it.
    ///   - later: The indices of the events that belong to the successor.
    ///   - events: All events of the permit.
    ///   - facts: What is known of it.
    ///   - actors: Who acted.
    ///   - row: Takes the state, and where there are events also the clocks and departures.
    mutating func succeed(
        _ number: Int,
        _ later: [Int],
        of events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        _ actors: ActorReading,
        in row: inout PermitRow
    ) {
        guard let successor = plan.binding.successors[number] else { return }
        row.successor = successor
        row.supervision = plan.binding.initialStates[successor]
        guard !later.isEmpty else { return }
        let box = replay(of: successor)
        box.replay.beginSuccession()
        for index in later {
            let known = facts.known(at: events[index].order)
            // What comes after the end of the successor belongs to nobody: the successor has no successor.
            _ = box.replay.take(events[index], facts: known, by: actors[index])
        }
        let course = box.replay.finish(at: plan.cut)
        row.supervision = course.state
        addClocks(course, successor, facts.known(at: .max), to: &row)
        for departure in course.departures where departure.kind != .codeOutsideTable {
            note(departure, workflow: successor, in: &row)
        }
    }
}
