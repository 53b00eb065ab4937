/// The share of permits still undecided after a time, with open permits counted as far as they were watched
/// (Kaplan and Meier 1958).
public struct SurvivalCurve: Hashable, Sendable {
    /// A time at which the share falls.
    public struct Point: Hashable, Sendable {
        /// Days of 24 hours since submission.
        public var days: Double
        /// The share undecided right after, from 0 to 1.
        public var share: Double
        /// What the share may be at a confidence of 95 in 100 (Greenwood's variance on the scale `log(-log S)`).
        public var interval: Interval
        /// How many permits were watched and undecided right before.
        public var atRisk: Int
    }

    /// The points, earliest first; of many steps a part that shows the same line.
    public var points: [Point]
    /// The number of permits.
    public var n: Int
    /// Permits that were not seen to be decided.
    public var censored: Int
    /// The longest that a permit was watched, in days; the line ends there.
    public var lastDays: Double
}

/// The chance of each way to end by a time, where one ending rules the others out (Aalen and Johansen 1978).
public struct OutcomeCurves: Hashable, Sendable {
    /// A time at which permits end.
    public struct Point: Hashable, Sendable {
        /// Days of 24 hours since submission.
        public var days: Double
        /// The chance of each of ``OutcomeCurves/outcomes`` up to then, from 0 to 1.
        public var shares: [Double]
        /// The share that has not ended.
        public var open: Double
    }

    /// The endings that occur: `issued`, `refused`, `deemed`, `withdrawn`, ..., or `decided`.
    public var outcomes: [String]
    /// The points, earliest first; of many steps a part that shows the same lines.
    public var points: [Point]
    /// The number of permits.
    public var n: Int
}
