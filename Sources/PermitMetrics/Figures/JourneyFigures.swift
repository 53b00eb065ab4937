/// How long projects took from the first application to the last permit, and which permit held them.
///
/// A journey is a project with two permits or more. It has ended when all of its permits have.
public struct JourneyFigures: Hashable, Sendable {
    /// The time from the first submission to the last end of the journeys that ended.
    public struct EndToEnd: Hashable, Sendable {
        /// Journeys that ended.
        public var n: Int
        /// Median in days of 24 hours; nil when `n` is 0.
        public var medianDays: Double?
        /// 75th percentile in days of 24 hours; nil when `n` is 0.
        public var p75Days: Double?
        /// 90th percentile in days of 24 hours; nil when `n` is 0.
        public var p90Days: Double?
    }

    /// What permits of one kind held on the critical paths of journeys that ended.
    public struct Critical: Hashable, Sendable {
        /// The link; nil for permits that are none.
        public var link: String?
        /// The link's title by language code.
        public var title: [String: String]
        /// Journeys that such a permit held.
        public var journeys: Int
        /// Days that they held in all journeys together.
        public var heldDaysTotal: Double
        /// Their part of the time of all journeys together, from 0 to 1.
        public var heldShare: Double
        /// Median over the journeys that they held.
        public var medianHeldDays: Double
    }

    /// The time in which no permit held the journey: one had ended, the next was not submitted yet.
    public struct Between: Hashable, Sendable {
        /// Its part of the time of all journeys together, from 0 to 1.
        public var share: Double
        /// Median over all journeys that ended.
        public var medianDays: Double
    }

    /// One of the longest journeys that ended.
    public struct Longest: Hashable, Sendable {
        /// What one permit held.
        public struct Holding: Hashable, Sendable {
            /// The case.
            public var name: String
            /// The link that it is; nil for none.
            public var link: String?
            /// The days that it held.
            public var days: Double
        }

        /// The project.
        public var project: String
        /// The number of its permits.
        public var permits: Int
        /// Days from the first submission to the last end.
        public var days: Double
        /// The permits on its critical path, earliest first.
        public var heldBy: [Holding]
    }

    /// The fact that the permits of a project share.
    public var by: String
    /// Projects.
    public var projects: Int
    /// Permits with a project.
    public var permits: Int
    /// Projects with one permit: no journeys.
    public var single: Int
    /// Permits without a project.
    public var unlinked: Int
    /// Journeys that ended, all permits of them.
    public var ended: Int
    /// Journeys with a permit that is open.
    public var open: Int
    /// Journeys whose days are not known, or that have more permits than a project has.
    public var unmeasured: Int
    /// From the first submission to the last end.
    public var endToEnd: EndToEnd
    /// The same with the open journeys censored at the cut.
    public var survival: PermitFigures.Survival
    /// What held the journeys, the largest part first.
    public var critical: [Critical]
    /// What no permit held; nil when no journey ended.
    public var between: Between?
    /// The ten longest journeys that ended, the longest first.
    public var longest: [Longest]
}
