/// Permits by workflow, counted in one pass: there are many workflows.
struct WorkflowTally {
    /// Permits that each workflow governs.
    private(set) var cases: [Int]
    /// Of these, permits submitted on a day on which it does not govern.
    private(set) var outsideForce: [Int]
    /// Whether permits have clocks of the workflow, as the one that governs or as the one after a grant.
    private(set) var isUsed: [Bool]
    /// Permits without a workflow.
    private(set) var unbound = 0

    init(_ rows: PermitRows, kinds: [ClockKind], workflows: Int) {
        cases = Array(repeating: 0, count: workflows)
        outsideForce = cases
        isUsed = Array(repeating: false, count: workflows)
        for row in rows {
            guard row.workflow >= 0 else {
                unbound += 1
                continue
            }
            cases[row.workflow] += 1
            isUsed[row.workflow] = true
            if row.isOutsideForce { outsideForce[row.workflow] += 1 }
            guard row.successor >= 0, !isUsed[row.successor] else { continue }
            isUsed[row.successor] = rows.clocks[row.clocks]
                .contains { kinds[$0.kind].workflow == row.successor }
        }
    }
}
