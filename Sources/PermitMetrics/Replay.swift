public import PermitLog

/// What came out of a replay.
public struct Replay: Sendable {
    /// The figures.
    public var report: Report
    /// The names of the facts in every permit's record.
    public var factNames: [String]
    /// How the ids of permits may be shown.
    public var caseIDs = CaseIDs.asWritten
    /// Whether permits were linked to projects.
    public var hasJourneys = false
    /// Whether a workflow comes after the grant of some permit.
    public var hasSuccession = false
    /// Whether permits were grouped.
    public var hasGroups = false
    /// One record for each permit in the order of the log, when they were asked for.
    public var permits: [PermitRecord]
    /// The histories that were asked for, in the order of the log.
    public var histories: [PermitHistory] = []
}
