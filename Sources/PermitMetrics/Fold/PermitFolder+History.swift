import PermitLog
import PermitWorkflow
import WorkingTime

extension PermitFolder {
    /// Keeps the history of a permit that has just been measured.
    mutating func keepHistory(
        of row: PermitRow,
        _ events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        _ actors: ActorReading,
        name: String
    ) {
        var history = HistoryRow(row, events, name: name)
        history.findings = Array(fold.rows.deviations[row.deviations])
        history.facts = facts.known(at: .max)
        if row.workflow >= 0, let box = replays[row.workflow] { history.steps = box.replay.steps }
        if plan.histories.isOne {
            history.values = plan.facts.facts.indices.map { facts.shown($0) }
            history.events = told(events, facts, actors, workflow: row.workflow)
        }
        fold.histories.append(history)
    }

    /// The events with the steps that they were and their departures, found by replaying the permit once more.
    private mutating func told(
        _ events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        _ actors: ActorReading,
        workflow: Int
    ) -> [HistoryRow.Event] {
        let box = workflow >= 0 ? replays[workflow] : nil
        box?.replay.begin()
        var told: [HistoryRow.Event] = []
        for index in events.indices {
            let event = events[index]
            let (steps, departures) = (box?.replay.steps.count ?? 0, box?.replay.departures.count ?? 0)
            let isOurs = box?.replay.take(event, facts: facts.known(at: event.order), by: actors[index])
            told.append(
                HistoryRow.Event(
                    time: event.time,
                    isDateOnly: event.isDateOnly,
                    activity: event.activity,
                    order: event.order,
                    role: actors[index]?.role,
                    isAfterGrant: isOurs == false,
                    step: (box?.replay.steps.count ?? 0) > steps ? steps : nil,
                    departures: box.map { Array($0.replay.departures[departures...]) } ?? []
                )
            )
        }
        return told
    }
}

extension HistoryRow {
    fileprivate init(_ row: PermitRow, _ events: Span<LogEvent>, name: String) {
        var (first, last) = (events[0].time, events[0].time)
        for index in events.indices {
            first = min(first, events[index].time)
            last = max(last, events[index].time)
        }
        self.init(order: row.order, name: name, workflow: row.workflow, first: first, last: last)
        outcome = row.ending.name
        submitted = row.submitted
        ended = row.ended
    }
}

extension PermitHistory.Choice {
    /// Whether one permit alone is asked for.
    var isOne: Bool { if case .permit = self { true } else { false } }

    /// Whether a permit is the one that is asked for.
    func wants(_ name: String) -> Bool { self == .permit(name) }
}
