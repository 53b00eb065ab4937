/// How files are left lying: some for long, some for good.
public struct Neglect: Hashable, Sendable {
    /// The share of steps that are neglected, in thousandths by day.
    public var perMille: DatedShare
    /// How long a neglected file lies besides, in minutes of office hours, of which a day has 450.
    public var minutes: QuantileTable
    /// The share of the neglected files that nobody ever takes up again, in thousandths.
    public var neverPerMille: Int

    /// Creates a kind of neglect.
    public init(perMille: DatedShare, minutes: QuantileTable, neverPerMille: Int) {
        self.perMille = perMille
        self.minutes = minutes
        self.neverPerMille = neverPerMille
    }
}

/// How often what the law does by itself is not recorded, because the system was down or knew nothing of it.
public struct Outages: Hashable, Sendable {
    /// For decisions by silence, in thousandths by the day of the deadline.
    public var silencePerMille: DatedShare
    /// For applications that should have lapsed, in thousandths by the day of the deadline.
    public var lapsePerMille: DatedShare

    /// Creates outages.
    public init(silencePerMille: DatedShare, lapsePerMille: DatedShare) {
        self.silencePerMille = silencePerMille
        self.lapsePerMille = lapsePerMille
    }
}
