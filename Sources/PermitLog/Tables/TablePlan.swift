internal import PermitDocuments
internal import WorkingTime

/// Where a table's cells are.
struct TablePlan: Sendable {
    /// A column that holds the moment of an event; of a table of permits.
    struct EventColumn: Sendable {
        var time: Int
        var activity: [UInt8]
        var resource: Int?
        var form: StampForm
        /// Whether it is left out where a joined row tells the permit's life.
        var givesWay: Bool
    }

    /// The number of cells in a row of the file.
    var width: Int
    var shape: TableShape
    var caseID: Int
    var activity: Int
    var time: Int
    /// How times are written.
    var timeForm: StampForm
    /// The resource's column; nil when it is not kept.
    var resource: Int?
    var role: Int?
    /// The column of transitions.
    var transition: Int?
    /// The columns of beginnings and of the names of activity instances; nil when they are not kept.
    var start: Int?
    var instance: Int?
    /// The columns of the log's facts; nil for one that this table lacks.
    var facts: [Int?]
    var skipColumn: Int?
    /// The texts that leave a row out.
    var skipTexts: Set<String> = []
    /// The column without whose value a row is no application.
    var keepColumn: Int?
    /// The first moment that counts, in microseconds since 1970 UTC.
    var firstTime: Int64?
    /// The columns of events; empty where every row is one event.
    var events: [EventColumn] = []
    /// The columns' names: those of the file, then those of the files that are joined to it.
    var header: [String]
    /// Columns whose text is never shown.
    var personal: Set<Int> = []
    /// The files that are joined, each with its place among the columns.
    var joins: [JoinPlan] = []

    /// Whether rows tell of the life of their activity.
    var readsLifecycle: Bool { transition != nil || start != nil || instance != nil }

    /// Places the chosen columns in a header.
    init(_ head: TableHeader, columns: ChosenColumns, plan: LogPlan, joins: [JoinedTable], forms: DateForms) {
        width = head.names.count
        shape = head.shape
        var header = head.names
        for join in joins {
            self.joins.append(JoinPlan(join, first: header.count, in: ColumnSet(head.names)))
            header += join.columns
        }
        self.header = header
        let set = ColumnSet(header)
        func index(_ name: String?) -> Int? { name.flatMap(set.index) }
        caseID = index(columns.caseID) ?? 0
        activity = index(columns.activity) ?? 0
        time = index(columns.time) ?? 0
        timeForm = forms.form(ofColumn: columns.time)
        resource = plan.keepsResource ? index(columns.resource) : nil
        role = plan.keepsResource ? index(columns.role) : nil
        transition = index(columns.transition)
        start = plan.keepsLifecycle ? index(columns.start) : nil
        instance = plan.keepsLifecycle ? index(columns.instance) : nil
        facts = plan.factColumns.map(index)
        guard let profile = plan.profile else { return }
        if let skip = profile.skip {
            skipColumn = index(skip.column)
            skipTexts = Set(skip.values)
        }
        keepColumn = profile.keep.lazy.compactMap(set.index).first
        firstTime = profile.firstDay.map { plan.zone.start(of: $0).microseconds }
        personal = Set(profile.unsampled.compactMap(set.index))
        events = columns.events.compactMap { event in
            index(event.column)
                .map { time in
                    EventColumn(
                        time: time,
                        activity: Array(event.activity.utf8),
                        resource: plan.keepsResource ? index(event.resource) : nil,
                        form: forms.form(ofColumn: event.column),
                        givesWay: event.givesWay
                    )
                }
        }
    }
}
