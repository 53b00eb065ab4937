/// What a log shows without any workflow: activities, transitions, variants, rework and the span of each case.
public struct FlowFigures: Sendable {
    /// One activity of the log.
    public struct Activity: Hashable, Sendable {
        /// The activity's name as in the log.
        public var name: String
        /// How many events carry it.
        public var count: Int
        /// In how many cases it occurs.
        public var cases: Int
        /// Mean seconds to the next event of the case; last events left out; nil when there is none.
        public var meanSojournSeconds: Double?
        /// How long it took; nil where the beginnings of activities are not known.
        public var instances: ActivityTimes?
    }

    /// An activity and a number of cases.
    public struct ActivityCases: Hashable, Sendable {
        /// The activity's name as in the log.
        public var name: String
        /// The number of cases.
        public var cases: Int
    }

    /// Two activities that follow each other directly within a case.
    public struct Transition: Hashable, Sendable {
        /// The earlier activity.
        public var from: String
        /// The activity right after it.
        public var to: String
        /// How often.
        public var count: Int
        /// Mean seconds between the two events.
        public var meanSeconds: Double
        /// Median seconds between the two events.
        public var medianSeconds: Double
    }

    /// A sequence of activities and the number of cases that follow it from first to last event.
    public struct Variant: Hashable, Sendable {
        /// The number of cases.
        public var cases: Int
        /// The activities in order.
        public var activities: [String]
    }

    /// Seconds from the first to the last event of every case, open ones too; nil for a log without cases.
    public var caseDuration: DurationSummary?
    /// The number of cases.
    public var cases: Int
    /// The number of events.
    public var events: Int
    /// All activities, the commonest first, ties by name.
    public var activities: [Activity]
    /// First activities of cases, the commonest first, ties by name.
    public var startActivities: [ActivityCases]
    /// Last activities of cases, the commonest first, ties by name.
    public var endActivities: [ActivityCases]
    /// All transitions, the commonest first, ties by names.
    public var transitions: [Transition]
    /// The number of different sequences.
    public var variantCount: Int
    /// The commonest sequences, ties by activity names.
    public var topVariants: [Variant]
    /// Activities that occur at least twice in some case, with the number of such cases, the commonest first.
    public var rework: [ActivityCases]
    /// How the time of cases divides; nil where the beginnings of activities are not known.
    public var instances: CaseTimes?
}
