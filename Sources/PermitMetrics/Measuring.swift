import PermitDocuments
public import PermitLog
import PermitWorkflow
import WorkingTime

/// Replays a log and measures it.
///
/// - Parameters:
///   - log: The log; its partitions are given up one by one, so that memory falls while it is folded.
///   - request: What to measure and against which rules.
/// - Returns: The report, with a record of every permit when the request asks for them. It does not depend on the number
///   of workers.
/// - Throws: `Diagnostics` for keys of `by` and `filters` that the log does not have, for a cut before the first event and
///   for a history of a permit that the log does not have;
///   a `LogError` when two case ids cannot be told apart.
public func measure(_ log: PartitionedLog, _ request: ReplayRequest) throws -> Replay {
    let facts = FactPlan(log, request)
    try refuseUnknownKeys(facts, log)
    let cut = try dataCut(log, request)
    let plan = FoldPlan(log, request, facts: facts, cut: cut)
    try plan.filters.check()
    let fold = try folded(log, plan, workers: request.workers)
    let histories = try HistoryBuilder(plan: plan, request: request, log: log).histories(fold)
    var replay = ReportBuilder(plan, request, log).replay(of: fold)
    replay.histories = histories
    return replay
}

func refuseUnknownKeys(_ facts: FactPlan, _ log: borrowing PartitionedLog) throws(Diagnostics) {
    guard !facts.unknownKeys.isEmpty else { return }
    let known = facts.facts.map(\.name) + log.factColumns + FactPlan.builtInKeys.keys.sorted()
    throw Diagnostics(
        facts.unknownKeys.map { key in
            if log.profile?.isPersonal(column: key) == true {
                return Diagnostic(
                    .error,
                    "the column \"\(key)\" is personal and is not kept; --keep-personal keeps it"
                )
            }
            return Diagnostic(
                .error,
                "the log has no fact or column \"\(key)\"; \(Suggestion.phrase(for: key, among: known))"
            )
        }
    )
}

/// The last moment that is known: the end of the day asked for, else the log's last event.
func dataCut(_ log: borrowing PartitionedLog, _ request: ReplayRequest) throws(Diagnostics) -> Int64 {
    guard let day = request.asOf else { return log.lastTime?.microseconds ?? 0 }
    let cut = request.office.zone.start(of: day.advanced(by: 1)).microseconds - 1
    if let first = log.firstTime, cut < first.microseconds {
        let firstDay = request.office.zone.day(of: first)
        throw Diagnostics([
            Diagnostic(
                .error,
                "--as-of \(day) lies before the log's first event; give \(firstDay) or a later day"
            )
        ])
    }
    return cut
}

/// Folds all partitions: each worker takes every n-th of them into a fold of its own; the folds are then added up.
private func folded(_ log: PartitionedLog, _ plan: FoldPlan, workers: Int) throws(LogError) -> PermitFold {
    let source = try FoldSource(log, plan, workers: workers)
    let shares = max(1, min(workers, source.count))
    let folds = parallelMap(count: shares, workers: shares) { share in
        fold(source, plan, share: share, of: shares)
    }
    var whole = PermitFold(plan)
    whole.variants = source.variants
    for fold in folds { whole.merge(try fold.get()) }
    whole.rows.sort()
    return whole
}

private func fold(
    _ source: FoldSource,
    _ plan: FoldPlan,
    share: Int,
    of shares: Int
) -> Result<PermitFold, LogError> {
    var folder = PermitFolder(plan, variants: source.variants)
    for index in stride(from: share, to: source.count, by: shares) {
        do throws(LogError) {
            folder.take(try source.box(index))
        } catch {
            return .failure(error)
        }
    }
    return .success(folder.fold)
}
