import PermitWorkflow
import WorkingTime

/// What a fold keeps of a permit's history.
struct HistoryRow: Sendable {
    /// One event: its row, the step it was, and its departures.
    struct Event: Sendable {
        var time: Int64
        var isDateOnly: Bool
        var activity: Int
        var order: UInt32
        var role: String?
        var isAfterGrant: Bool
        var step: Int?
        var departures: [CaseReplay.Departure]
    }

    /// The case's number in the order of the file.
    var order: UInt32
    var name: String
    /// The workflow's number in `Binding.workflows`; -1 without one.
    var workflow: Int
    var outcome = "open"
    var submitted: Int64?
    var ended: Int64?
    var first: Int64
    var last: Int64
    var steps: [PermitStep] = []
    var facts = FactValues()
    var values: [String?] = []
    var events: [Event] = []
    var findings: [DeviationKind] = []
}
