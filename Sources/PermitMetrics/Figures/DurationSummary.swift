/// The spread of durations: count, extremes, mean and percentiles.
///
/// Percentiles are linear between closest ranks (type 7 of Hyndman and Fan 1996, the default of numpy and R).
public struct DurationSummary: Hashable, Sendable {
    /// The number of durations.
    public var count: Int
    /// The shortest, in seconds.
    public var min: Double
    /// The 25th percentile, in seconds.
    public var p25: Double
    /// The median, in seconds.
    public var median: Double
    /// The mean, in seconds: the exact sum divided once.
    public var mean: Double
    /// The 75th percentile, in seconds.
    public var p75: Double
    /// The 90th percentile, in seconds.
    public var p90: Double
    /// The 95th percentile, in seconds.
    public var p95: Double
    /// The longest, in seconds.
    public var max: Double
}
