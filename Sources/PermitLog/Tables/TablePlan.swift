/// Where a table's cells are.
struct TablePlan: Sendable {
    /// The number of cells in a row.
    var width: Int
    var shape: TableShape
    var caseID: Int
    var activity: Int
    var time: Int
    /// The resource's column; nil when it is not kept.
    var resource: Int?
    var role: Int?
    /// The columns of the log's facts; nil for one that this table lacks.
    var facts: [Int?]
    var skipColumn: Int?
    /// The texts that leave a row out.
    var skipTexts: Set<String> = []
    /// The columns' names.
    var header: [String]
    /// Columns whose text is never shown.
    var personal: Set<Int> = []

    /// Places the chosen columns in a header.
    init(header: [String], shape: TableShape, columns: ChosenColumns, plan: LogPlan) {
        func index(_ name: String?) -> Int? { name.flatMap(header.firstIndex(of:)) }
        width = header.count
        self.shape = shape
        self.header = header
        caseID = index(columns.caseID) ?? 0
        activity = index(columns.activity) ?? 0
        time = index(columns.time) ?? 0
        resource = plan.keepsResource ? index(columns.resource) : nil
        role = plan.keepsResource ? index(columns.role) : nil
        facts = plan.factColumns.map(index)
        if let skip = plan.profile?.skip {
            skipColumn = index(skip.column)
            skipTexts = Set(skip.values)
        }
        personal = Set((plan.profile?.unsampled ?? []).compactMap(index))
    }
}
