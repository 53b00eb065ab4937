/// What was counted on the ways of a workflow: by a log, or by scenarios.
public struct DrawingOverlay: Hashable, Sendable {
    /// One way of the workflow: an action that leads from a state to a state, all by index.
    public struct Way: Hashable, Sendable {
        /// The action.
        public var action: Int
        /// The state that is left.
        public var from: Int
        /// The state that is entered.
        public var to: Int

        /// Creates a way.
        public init(action: Int, from: Int, to: Int) {
            self.action = action
            self.from = from
            self.to = to
        }
    }

    /// How often a way was taken, and how long it took.
    public struct Tally: Hashable, Sendable {
        /// How often.
        public var count: Int
        /// The median of the days from entering the state to leaving it this way; nil where it is not known.
        public var medianDays: Double?

        /// Creates a tally.
        public init(count: Int, medianDays: Double? = nil) {
            self.count = count
            self.medianDays = medianDays
        }
    }

    /// A way that was taken and that the workflow does not have.
    public struct Departure: Hashable, Sendable {
        /// The action; nil where a log only told the state.
        public var action: Int?
        /// The state that was left.
        public var from: Int
        /// The state that was entered.
        public var to: Int
        /// How often, and how long it took.
        public var tally: Tally

        /// Creates a departure.
        public init(action: Int?, from: Int, to: Int, tally: Tally) {
            self.action = action
            self.from = from
            self.to = to
            self.tally = tally
        }
    }

    /// What was counted on each way; a way that is absent was not taken, and is drawn grey.
    public var tallies: [Way: Tally]
    /// Ways that the workflow does not have, drawn dashed in red, the commonest first.
    public var departures: [Departure]
    /// How many permits are in each state, by index; empty where it is not known.
    public var permits: [Int]
    /// What was counted, in a sentence under the title; nil for none.
    public var caption: String?

    /// Creates an overlay.
    public init(
        tallies: [Way: Tally],
        departures: [Departure] = [],
        permits: [Int] = [],
        caption: String? = nil
    ) {
        self.tallies = tallies
        self.departures = departures
        self.permits = permits
        self.caption = caption
    }

    /// How many departures a drawing shows; the rest is told in words.
    static let shownDepartures = 20

    /// The departures that are drawn.
    var drawn: ArraySlice<Departure> { departures.prefix(Self.shownDepartures) }

    /// The tally of a way; zero where it was not taken.
    func tally(_ edge: WorkflowDrawing.Edge) -> Tally {
        tallies[Way(action: edge.action, from: edge.from, to: edge.to)] ?? Tally(count: 0)
    }

    /// The largest count of any way, at least 1.
    var largest: Int {
        max(1, tallies.values.map(\.count).max() ?? 0, departures.map(\.tally.count).max() ?? 0)
    }
}
