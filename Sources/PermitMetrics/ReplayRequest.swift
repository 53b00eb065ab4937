public import PermitDocuments
public import PermitWorkflow
public import WorkingTime

/// What a replay is asked to measure.
public struct ReplayRequest: Sendable {
    /// Says which permits are counted.
    public typealias Filter = PermitFilter

    /// The workflow of all permits (`--workflow`); nil when the regimes decide.
    public var workflow: Workflow?
    /// The family of workflows (`--regime`); nil when the submission date and the facts decide.
    public var regime: String?
    /// Whether the day of submission does not matter for the choice within a family: for a what-if.
    var ignoresDays = false
    /// The workflows that the regimes choose from.
    public var workflows: [Workflow]
    /// Which workflow governs a permit.
    public var regimes: Regimes
    /// The canonical terms and codes, for words that a profile does not map.
    public var vocabulary: Vocabulary
    /// How permits are linked to projects; nil to leave them apart.
    public var journeys: Journeys?
    /// The zone and the calendar in which days are counted.
    public var office: OfficeTime
    /// The last day that is looked at; nil for the day of the log's last event, cut at that event.
    public var asOf: Day?
    /// The days that figures speak of; nil for all.
    public var period: ReportPeriod?
    /// Facts or columns whose values make groups.
    public var by: [String]
    /// How months are counted and judged.
    public var trend = TrendRequest()
    /// What a permit must meet, all of it; applied in an order of their own, whatever the order here.
    public var filters: [Filter]
    /// The column of case ids where the user named it; nil for the profile's.
    public var caseColumn: String?
    /// Whether a record of every permit is kept.
    public var keepsPermits: Bool
    /// Of which permits the history is kept.
    public var histories = PermitHistory.Choice.none
    /// Threads to use, at least 1; the result does not depend on it.
    public var workers: Int

    /// Creates a request without filters or groups.
    ///
    /// - Parameters:
    ///   - library: The regimes, the vocabulary, and the workflows, which keep their default settings.
    ///   - office: The zone and the calendar in which days are counted.
    ///   - workers: Threads to use.
    /// - Throws: The faults of a workflow that cannot be compiled.
    public init(library: Library, office: OfficeTime, workers: Int = 1) throws(Diagnostics) {
        workflow = nil
        regime = nil
        var compiled: [Workflow] = []
        for definition in library.definitions {
            compiled.append(try library.workflow(named: definition.name.text))
        }
        workflows = compiled
        regimes = library.regimes
        vocabulary = library.vocabulary
        journeys = library.journeys
        self.office = office
        asOf = nil
        period = nil
        by = []
        filters = []
        keepsPermits = false
        self.workers = workers
    }
}
