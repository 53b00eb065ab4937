/// What is measured on a set of permits whose start and decision are known: of the whole log or of one group.
public struct PermitFigures: Sendable {
    /// The time from submission to decision among the decided: what is printed everywhere, open permits beside it.
    public struct Turnaround: Hashable, Sendable {
        /// Decided permits that are measured.
        public var n: Int
        /// Permits without a decision at the cut.
        public var open: Int
        /// Permits decided before they were submitted; reported, and left out of durations.
        public var negative: Int
        /// Median in days of 24 hours; nil when `n` is 0.
        public var medianDays: Double?
        /// 75th percentile in days of 24 hours; nil when `n` is 0.
        public var p75Days: Double?
        /// 90th percentile in days of 24 hours; nil when `n` is 0.
        public var p90Days: Double?
    }

    /// Quantiles of the time to a decision by Kaplan and Meier.
    ///
    /// Open permits are censored at the cut and withdrawn ones at their withdrawal. Nil: not reached.
    public struct Survival: Hashable, Sendable {
        /// Permits in the estimate.
        public var n: Int
        /// Of these, permits that are censored.
        public var censored: Int
        /// Smallest time in days at which at most half are undecided.
        public var medianDays: Double?
        /// Smallest time in days at which at most a quarter are undecided.
        public var p75Days: Double?
        /// Smallest time in days at which at most a tenth are undecided.
        public var p90Days: Double?
        /// The intervals of these in days, at a confidence of 95 in 100 (Brookmeyer and Crowley); an end that is not
        /// reached is nil.
        public var medianInterval = Interval(low: nil, high: nil)
        /// Of the time at which a quarter are undecided.
        public var p75Interval = Interval(low: nil, high: nil)
        /// Of the time at which a tenth are undecided.
        public var p90Interval = Interval(low: nil, high: nil)
    }

    /// How many permits ended in one way.
    public struct OutcomeCount: Hashable, Sendable {
        /// The outcome's name, such as `issued`, or `open`.
        public var outcome: String
        /// The number of permits.
        public var cases: Int
    }

    /// The time that one kind of holder kept the decided permits, between submission and decision.
    public struct HolderTime: Hashable, Sendable {
        /// The holder: `applicant`, `office`, `technical_agency`, `other_agency`, `payment` or `system`.
        public var holder: String
        /// Median over the decided permits, in days of 24 hours.
        public var medianDays: Double
        /// The holder's part of the summed time of all decided permits, from 0 to 1.
        public var share: Double
    }

    /// How many permits a clock puts into each class.
    @dynamicMemberLookup
    public struct Clock: Hashable, Sendable {
        /// The clock's name in the workflow, or the deadline column's.
        public var name: String
        /// `working_days`, `calendar_days`, `elapsed`, or `deadline` for a column.
        public var unit: String
        /// Permits by class.
        ///
        /// Unmeasured: without a start, without a limit, outside the calendar, or ended on a day that
        /// nothing states.
        public var classes = ClassCounts()
        /// Of the undecided, those whose clock waits at the cut.
        public var paused = 0
        /// Of the unmeasured, permits in which nothing ever started the clock.
        public var notStarted = 0
        /// Runs of all permits together.
        public var runs = 0
        /// Whether the limit binds the office or an agency; an applicant's clock does not count for the share on time.
        public var bindsOffice = true

        /// The number of permits of a class, such as `onTime`.
        public subscript(dynamicMember member: WritableKeyPath<ClassCounts, Int>) -> Int {
            get { classes[keyPath: member] }
            set { classes[keyPath: member] = newValue }
        }
    }

    /// How permits stand by the limits that bind the office or an agency, each permit once, by its worst clock.
    @dynamicMemberLookup
    public struct Duties: Hashable, Sendable {
        /// Permits that such a clock could judge.
        public var permits = 0
        /// Permits by class.
        ///
        /// Unmeasured, and not among `permits`: those without such a clock, or with none that could be
        /// measured.
        public var classes = ClassCounts()
        /// Of `permits`, those in which a deemed approval fell due and the log does not record it.
        public var deemedDueNotRecorded = 0
        /// Of `permits`, those that were decided although a deemed approval had fallen due before.
        public var decidedAfterDeemedDue = 0

        /// The number of permits of a class, such as `onTime`.
        public subscript(dynamicMember member: WritableKeyPath<ClassCounts, Int>) -> Int {
            get { classes[keyPath: member] }
            set { classes[keyPath: member] = newValue }
        }
    }

    /// Granted permits that stand in one state of the workflow that comes after the grant.
    public struct Supervision: Hashable, Sendable {
        /// That workflow.
        public var workflow: String
        /// The state.
        public var state: String
        /// The state's title by language code.
        public var title: [String: String]
        /// The number of permits.
        public var permits: Int
    }

    /// One kind of departure from the workflow.
    public struct DeviationCount: Hashable, Sendable {
        /// The kind: `not_allowed`, `unknown_activity`, ...
        public var kind: String
        /// How often.
        public var count: Int
    }

    /// How far permits follow the workflow.
    public struct Conformance: Hashable, Sendable {
        /// Permits compared with a workflow.
        public var cases: Int
        /// Permits without an unexpected event; an open permit can fit.
        public var fitting: Int
        /// Departures by kind, the commonest first.
        public var deviations: [DeviationCount]
    }

    /// The number of permits.
    public var cases: Int
    /// Nil when start or decision are not known.
    public var turnaround: Turnaround?
    /// Nil when start or decision are not known.
    public var survival: Survival?
    /// The same with permits that ended on an unknown day taken as undecided; nil where none did.
    ///
    /// The true estimate lies between ``survival``, which leaves them out, and this.
    public var survivalBound: Survival?
    /// The line behind ``survival``; nil when start or decision are not known.
    public var survivalCurve: SurvivalCurve?
    /// The chance of each ending by time; nil where no ending is known.
    public var outcomeCurves: OutcomeCurves?
    /// Empty without a workflow.
    public var outcomes: [OutcomeCount]
    /// Empty without a workflow.
    public var holders: [HolderTime]
    /// The clocks of the workflows and the deadline column.
    public var clocks: [Clock]
    /// Nil where no clock binds an agency.
    public var duties: Duties?
    /// Nil without a workflow.
    public var conformance: Conformance?
    /// Where granted permits stand after the grant; empty where no workflow comes after it.
    public var supervision: [Supervision] = []
    /// The journeys of projects; nil where permits are not linked, and for groups.
    public var journeys: [JourneyFigures]?
    /// The indicators that can be computed.
    public var indicators: [Indicator]
}
