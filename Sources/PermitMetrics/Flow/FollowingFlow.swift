import PermitDocuments
public import PermitLog
public import PermitWorkflow
import WorkingTime

/// Follows the permits of a log through one workflow and counts its ways.
///
/// Where the log has a profile and the regimes have a rule for the workflow, or for one that it succeeds, only the permits
/// that the regimes give to it are followed; otherwise all are.
///
/// - Parameters:
///   - workflow: The workflow.
///   - log: The log; its partitions are given up one by one, as by `measure`.
///   - request: The filters, the cut, the office's days and the workers; its `workflow`, `regime`, `by` and what it keeps
///     are not looked at.
/// - Returns: The counts and medians. They do not depend on the number of workers.
/// - Throws: `Diagnostics` for filters that the log does not have and for a cut before the first event; a `LogError` when
///   two case ids cannot be told apart.
public func workflowFlow(
    of workflow: Workflow,
    in log: PartitionedLog,
    request: ReplayRequest
) throws -> WorkflowFlow {
    var request = request
    let isBound = log.profile != nil && request.regimes.canChoose(workflow, among: request.workflows)
    request.workflow = isBound ? nil : workflow
    request.workflows = request.workflows.filter { $0.name != workflow.name } + [workflow]
    request.regime = nil
    request.by = []
    request.keepsPermits = false
    request.journeys = nil
    // The steps of every permit are kept, while it is at hand.
    request.histories = .all
    let facts = FactPlan(log, request)
    try refuseUnknownKeys(facts, log)
    let cut = try dataCut(log, request)
    let plan = FoldPlan(log, request, facts: facts, cut: cut)
    try plan.filters.check()
    guard let drawn = plan.binding.workflows.firstIndex(where: { $0.name == workflow.name }) else {
        preconditionFailure("the workflow was put among those that may be chosen")
    }
    let fold = try followed(log, plan, drawn, workers: request.workers)
    let ways = Set(workflow.moves)
    let departures = fold.passages.keys.filter { !ways.contains($0) }.map { fold.passage($0) }
    return WorkflowFlow(
        passages: workflow.moves.filter { fold.passages[$0] != nil }.map { fold.passage($0) },
        departures: departures.sorted { $0.precedes($1) },
        permits: fold.permits,
        otherPermits: fold.others,
        isBoundByRegimes: isBound,
        asOf: Instant(microseconds: cut),
        zone: request.office.zone
    )
}

/// Follows all partitions: each worker takes every n-th of them into a fold of its own; the folds are then added up.
private func followed(
    _ log: PartitionedLog,
    _ plan: FoldPlan,
    _ drawn: Int,
    workers: Int
) throws(LogError) -> WorkflowFlowFold {
    let source = try FoldSource(log, plan, workers: workers)
    let shares = max(1, min(workers, source.count))
    let empty = WorkflowFlowFold(stateCount: plan.binding.workflows[drawn].states.count)
    let folds = parallelMap(count: shares, workers: shares) { share -> Result<WorkflowFlowFold, LogError> in
        var folder = PermitFolder(plan, variants: source.variants)
        var fold = empty
        for index in stride(from: share, to: source.count, by: shares) {
            do throws(LogError) {
                folder.follow(try source.box(index), through: drawn, into: &fold)
            } catch {
                return .failure(error)
            }
        }
        return .success(fold)
    }
    var whole = empty
    for fold in folds { whole.merge(try fold.get()) }
    return whole
}

extension WorkflowFlowFold {
    fileprivate func passage(_ move: WorkflowFlow.Move) -> WorkflowFlow.Passage {
        var gaps = passages[move]?.gaps ?? []
        let days = gaps.isEmpty ? nil : Percentiles.medianSeconds(&gaps) / 86_400
        return .init(move: move, count: passages[move]?.count ?? 0, medianDays: days)
    }
}

extension WorkflowFlow.Passage {
    /// The commoner first; of equals the order of the states decides.
    fileprivate func precedes(_ other: Self) -> Bool {
        (other.count, move.from, move.to, move.action ?? -1)
            < (count, other.move.from, other.move.to, other.move.action ?? -1)
    }
}

extension Workflow {
    /// Every way of the actions, each once, in the order of the definition.
    fileprivate var moves: [WorkflowFlow.Move] {
        var seen: Set<WorkflowFlow.Move> = []
        return actions.indices
            .flatMap { action in
                actions[action].cases
                    .flatMap { way in
                        way.from.map { WorkflowFlow.Move(action: action, from: $0, to: way.to) }
                    }
            }
            .filter { seen.insert($0).inserted }
    }
}

extension Regimes {
    /// Whether some rule gives permits to a workflow, or to one that it succeeds.
    fileprivate func canChoose(_ workflow: Workflow, among workflows: [Workflow]) -> Bool {
        let before = workflows.filter { $0.succeededBy == workflow.name }.map(\.name)
        return rules.contains { ([workflow.name] + before).contains($0.workflow.text) }
    }
}
