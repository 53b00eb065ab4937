public import PermitWorkflow
public import WorkingTime

/// What one permit's log says of it, as far as it explains where its time went.
public struct PermitHistory: Sendable {
    /// Which permits' histories a replay keeps.
    public enum Choice: Hashable, Sendable {
        /// None.
        case none
        /// All, without their single events.
        case all
        /// The one of this name with its events; nothing else is measured.
        case permit(String)
    }

    /// One row of the log.
    public struct Event: Hashable, Sendable {
        /// When; of a date without a time, the first instant of its day.
        public var at: Instant
        /// Whether the log gives a date without a time.
        public var isDateOnly: Bool
        /// The activity as the log writes it.
        public var activity: String
        /// The workflow's role that acted; nil where the log or the profile does not say.
        public var role: String?
        /// Whether it belongs to the workflow that comes after the grant.
        public var isAfterGrant: Bool
        /// The step that it was, by its index in `steps`; nil where it moved nothing.
        public var step: Int?
        /// How it departs from the workflow.
        public var departures: [Departure]
        /// Its place, such as `log.csv:17`.
        public var position: String
    }

    /// One departure from the workflow.
    public struct Departure: Hashable, Sendable {
        /// The kind: `not_allowed`, `unknown_activity`, ...
        public var kind: String
        /// The state before the event, by index; nil without a workflow.
        public var state: Int?
        /// Actions of the shortest legal path that was skipped, by name.
        public var skipped: [String]
    }

    /// How the workflow was chosen.
    public enum Binding: Hashable, Sendable {
        /// It was asked for by name.
        case forced
        /// By the regimes, within a family that was asked for or among all.
        case regime(family: String?)
        /// There is none.
        case none
    }

    /// The permit's identifier as in the log.
    public var name: String
    /// The workflow that governs it; nil when none does.
    public var workflow: Workflow?
    /// How that workflow was chosen.
    public var binding: Binding
    /// `issued`, `refused`, `deemed`, ..., `decided`, or `open`.
    public var outcome: String
    /// When it was submitted; nil where that is not known.
    public var submitted: Instant?
    /// When it ended; nil while it is open.
    public var ended: Instant?
    /// The first and the last event.
    public var span: ClosedRange<Instant>
    /// The transitions, in the order of time.
    public var steps: [PermitStep]
    /// What is known of it in the end, as far as workflows and regimes read it.
    public var facts: FactValues
    /// The values of the facts in the order of `Replay.factNames`; empty unless this permit was asked for.
    public var values: [String?]
    /// Every row until the data cut; empty unless this permit was asked for.
    public var events: [Event]
    /// Departures and findings of the whole permit, as kinds.
    public var findings: [String]

    /// Where its time went, as of a moment.
    ///
    /// - Parameters:
    ///   - moment: The moment as of which it is judged, the replay's cut.
    ///   - zone: The zone whose days count.
    ///   - views: The views of the calendar.
    /// - Returns: Its stretches, ages and clocks; without a workflow only its age.
    public func ledger(asOf moment: Instant, zone: Zone, views: CalendarViews) -> PermitLedger {
        guard let workflow else {
            let isOpen = ended == nil && submitted != nil && outcome == "open"
            return PermitLedger(
                from: submitted ?? span.lowerBound,
                ended: isOpen ? nil : ended ?? span.upperBound,
                asOf: moment,
                office: OfficeTime(zone: zone, calendar: views.calendar)
            )
        }
        return PermitLedger(
            steps: steps,
            facts: facts,
            submitted: submitted,
            ended: ended,
            asOf: moment,
            workflow: workflow,
            zone: zone,
            views: views
        )
    }
}
