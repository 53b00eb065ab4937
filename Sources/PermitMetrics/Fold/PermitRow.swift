import PermitWorkflow

/// What one permit leaves behind after its events were folded; what it has several of stands in `PermitRows`.
struct PermitRow: Sendable {
    /// How a permit stands at the cut.
    enum Ending: Hashable, Sendable {
        /// Nothing has ended it.
        case open
        /// Decided; the log does not say how.
        case decided
        /// Ended in a way that the workflow or the log names.
        case outcome(Outcome)

        /// Whether an agency, or the law in its place, decided.
        var isDecided: Bool {
            switch self {
            case .open: false
            case .decided: true
            case .outcome(let outcome): outcome.isDecision
            }
        }

        /// The name in a report.
        var name: String {
            switch self {
            case .open: "open"
            case .decided: "decided"
            case .outcome(let outcome): outcome.rawValue
            }
        }
    }

    /// One clock of the permit.
    struct Clock: Sendable {
        /// The clock's number in `Binding.clockKinds`.
        var kind: Int
        var classification: ClockClass
        /// Microseconds since 1970 UTC; nil when there is no deadline.
        var due: Int64?
        /// When the last run started; nil when it never did.
        var started: Int64?
        var isPaused = false
        /// Whether a deadline passed while it ran.
        var isBreached = false
        var runs = 0
        var pauses = 0
        var consumedDays: Int?
        /// Whether these are working days.
        var countsWorkingDays = false
    }

    /// Lengths of time in days that the calendar counts; -1 where it does not cover them or nothing is known.
    struct Ages: Sendable {
        /// Working days from submission to the end, or to the cut while open.
        var wall: Int32 = -1
        /// Working days in which the office and agencies held the permit, over all rounds.
        var effort: Int32 = -1
        /// Seconds of office hours in which they did.
        var effortSeconds: Int64 = -1
        /// Working days from submission to the office's first response; to the end or the cut where there was none.
        var response: Int32 = -1
        /// Whether the office has responded.
        var isAnswered = false
    }

    /// The case's number in the order of the file: the order of its first event.
    var order: UInt32
    /// The group's number in `PermitFold.groups`.
    var group = 0
    /// The workflow's number in `Binding.workflows`; -1 without one.
    var workflow = -1
    /// The state's number in the workflow.
    var state = -1
    var ending = Ending.open
    /// Microseconds since 1970 UTC.
    var submitted: Int64?
    /// When it was decided or withdrawn, microseconds since 1970 UTC.
    var ended: Int64?
    /// Microseconds from submission to `ended`, or to the data cut while open; by dates where an end has no time.
    var duration: Int64?
    var ages = Ages()
    var returns = 0
    /// How often the applicant got it from the office and gave it back on one local day.
    var sameDayRounds = 0
    var isFitting = true
    /// Whether its status and its dates say different things.
    var isContradicted = false
    /// Whether it has a later milestone and lacks an earlier one.
    var skipsMilestone = false
    /// Nil when the channel is not known.
    var isOnline: Bool?
    /// Its clocks in `PermitRows.clocks`.
    var clocks = 0..<0
    /// Microseconds by holder between submission and decision, in `PermitRows.holders`; empty without a workflow.
    var holders = 0..<0
    /// Departures and findings in the order in which they were met, in `PermitRows.deviations`.
    var deviations = 0..<0
    /// Whether it was submitted on a day on which the workflow does not govern.
    var isOutsideForce = false
    /// Whether a deemed approval fell due under the permit's own workflow, and the log does not record it.
    var owesSilence = false
    /// Whether the permit was decided after such a day.
    var decidedAfterSilence = false
    /// Whether the log records that the law decided something by silence.
    var hasSilence = false
    /// The number of the workflow that comes after the grant; -1 where the permit was not given, or none comes.
    var successor = -1
    /// The state's number in the successor.
    var supervision = -1
    /// The permit's index in `PermitFold.links`; -1 without journeys.
    var link = -1
    /// The permit's index in the kept records; -1 when records are not kept.
    var record = -1
}
