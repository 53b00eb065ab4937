/// Which attributes of traces and events a reader wants, by the numbers of their keys.
struct XESPlan {
    /// A fact's place: in the trace, in the event, or in the event and else in the trace.
    struct FactKey {
        var traceKey: UInt64
        var eventKey: UInt64?
    }

    let columns: ChosenColumns
    let caseKey: UInt64
    let activityKey: UInt64
    let timeKey: UInt64
    let resourceKey: UInt64?
    let roleKey: UInt64?
    let transitionKey: UInt64?
    let instanceKey: UInt64?
    let startKey: UInt64?
    let skipKey: UInt64?
    let skipTexts: Set<String>
    let facts: [FactKey]
    let hasEventFacts: Bool
    /// Whether some fact may be an attribute of an attribute.
    let hasNestedFacts: Bool
    let hidesSamplesOf: Set<String>

    init(_ plan: LogPlan, _ columns: ChosenColumns) {
        func bare(_ column: String) -> String {
            column.hasPrefix("case:") ? String(column.dropFirst(5)) : column
        }
        self.columns = columns
        caseKey = elementNumber(bare(columns.caseID))
        activityKey = elementNumber(columns.activity)
        timeKey = elementNumber(columns.time)
        resourceKey = plan.keepsResource ? columns.resource.map(elementNumber) : nil
        roleKey = plan.keepsResource ? columns.role.map(elementNumber) : nil
        transitionKey = columns.transition.map(elementNumber)
        instanceKey = plan.keepsLifecycle ? columns.instance.map(elementNumber) : nil
        startKey = plan.keepsLifecycle ? columns.start.map(elementNumber) : nil
        skipKey = plan.profile?.skip.map { elementNumber($0.column) }
        skipTexts = Set(plan.profile?.skip?.values ?? [])
        facts = plan.factColumns.map { column in
            let isOfTrace = column.hasPrefix("case:")
            return FactKey(
                // Where all columns are kept, an event's attribute is not looked for in its trace.
                traceKey: isOfTrace || !plan.statesLevels ? elementNumber(bare(column)) : 0,
                eventKey: isOfTrace ? nil : elementNumber(column)
            )
        }
        hasEventFacts = facts.contains { $0.eventKey != nil }
        hidesSamplesOf = Set(plan.profile?.unsampled ?? [])
        hasNestedFacts = plan.factColumns.contains { $0.contains("/") }
    }
}
