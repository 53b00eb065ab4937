#if CommandLine
import PermitMetrics

extension OutputOptions {
    /// Of which permits the history is kept.
    var histories: PermitHistory.Choice {
        if let explain { return .permit(explain) }
        return ledgers == nil ? .none : .all
    }
}
#endif
