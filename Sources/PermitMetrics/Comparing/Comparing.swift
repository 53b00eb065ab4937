import PermitDocuments
public import PermitLog
public import PermitWorkflow
import WorkingTime

/// A rule under which permits are counted: a family of workflows, or one workflow for all.
public enum ComparedRule: Sendable {
    /// The workflow of this family that the facts of a permit choose, whatever the day of its submission.
    case regime(String)
    /// This workflow.
    case workflow(Workflow)
}

/// Counts the permits of a log under two rules.
///
/// - Parameters:
///   - log: The log; its partitions are given up one by one.
///   - request: What to measure; its workflow, regime, groups and journeys are not looked at.
///   - first: The first rule.
///   - second: The second rule.
/// - Returns: The comparison; without steps where nothing can be compared. It does not depend on the number of workers.
/// - Throws: As `measure` does.
public func compare(
    _ log: PartitionedLog,
    _ request: ReplayRequest,
    _ first: ComparedRule,
    _ second: ComparedRule
) throws -> Comparison {
    let requests = [first, second].map { request.asking(for: $0) }
    let facts = FactPlan(log, requests[0])
    try refuseUnknownKeys(facts, log)
    let cut = try dataCut(log, request)
    let plans = requests.map { FoldPlan(log, $0, facts: facts, cut: cut) }
    try plans[0].filters.check()
    let folds = try folded(log, plans, workers: request.workers)
    return ComparisonBuilder(log: log, requests: requests, plans: plans).comparison(folds[0], folds[1])
}

extension ReplayRequest {
    /// The request for one rule of a comparison: the records give the names of examples.
    fileprivate func asking(for rule: ComparedRule) -> ReplayRequest {
        var request = self
        (request.workflow, request.regime, request.by, request.journeys) = (nil, nil, [], nil)
        request.keepsPermits = true
        request.ignoresDays = true
        switch rule {
        case .regime(let name): request.regime = name
        case .workflow(let workflow): request.workflow = workflow
        }
        return request
    }
}

/// Folds each partition once for every plan: rows are given up as they are read.
private func folded(
    _ log: PartitionedLog,
    _ plans: [FoldPlan],
    workers: Int
) throws(LogError) -> [PermitFold] {
    let source = try FoldSource(log, plans[0], workers: workers)
    let shares = max(1, min(workers, source.count))
    let parts = parallelMap(count: shares, workers: shares) { share -> Result<[PermitFold], LogError> in
        var folders = plans.map { PermitFolder($0, variants: source.variants) }
        for index in stride(from: share, to: source.count, by: shares) {
            do throws(LogError) {
                let box = try source.box(index)
                for place in folders.indices { folders[place].take(box) }
            } catch {
                return .failure(error)
            }
        }
        return .success(folders.map(\.fold))
    }
    var whole = plans.map { PermitFold($0) }
    for part in parts {
        for (place, fold) in try part.get().enumerated() { whole[place].merge(fold) }
    }
    for place in whole.indices { whole[place].variants = source.variants }
    for place in whole.indices { whole[place].rows.sort() }
    return whole
}
