import PermitLog

extension AssumptionBuilder {
    /// What each filter left out, in the order in which they were applied.
    var filters: [Assumption] {
        zip(plan.filters.filters, filterCounts)
            .map { filter, count in
                let removed = [String(count.cases), String(count.events)]
                switch filter {
                case .value(let condition):
                    guard condition.relation == .equals, let value = condition.values.first else {
                        return Assumption("filter_condition", [condition.description] + removed)
                    }
                    return Assumption("filter", [condition.key, value] + removed)
                case .start(let names): return Assumption("filter_start", [names] + removed)
                case .end(let names): return Assumption("filter_end", [names] + removed)
                case .has(let names): return Assumption("filter_has", [names] + removed)
                case .hasNot(let names): return Assumption("filter_has_not", [names] + removed)
                case .path: return Assumption("filter_path", [filter.value] + removed)
                case .duration: return Assumption("filter_duration", [filter.value] + removed)
                case .window(let from, let until, let rule):
                    let ends = "\(from ?? "")..\(until ?? "")"
                    return Assumption("filter_window_" + rule.rawValue, [ends] + removed)
                case .variants(let share):
                    let choice = [variants?.kept ?? 0, variants?.total ?? 0, variants?.leastCases ?? 0]
                    return Assumption(
                        "filter_variants",
                        [share.description] + removed + choice.map(String.init)
                    )
                }
            }
    }

    /// What was made of the transitions of activities.
    var lifecycle: [Assumption] {
        var all: [Assumption] = []
        let words = account.transitions.filter { !$0.reason.isEmpty }
        let counts = words.map { "\($0.reason) \($0.count)" }
        if plan.lifecycle == .all, words.count > 1 { all.append(Assumption("lifecycle_all", counts)) }
        if plan.lifecycle == .complete, !words.isEmpty {
            all.append(Assumption("lifecycle_complete", counts))
        }
        let unknown = words.filter { !LifecycleReading.knows($0.reason) }
        if plan.lifecycle == .pair, !unknown.isEmpty {
            all.append(Assumption("lifecycle_unknown", unknown.map { "\($0.reason) \($0.count)" }))
        }
        if let instances {
            let values = [
                instances.paired, instances.onlyEnded, instances.onlyStarted, instances.onlyScheduled,
                instances.casesWithoutEnd,
            ]
            all.append(Assumption("lifecycle_paired", values.map(String.init)))
        }
        return all
    }
}

extension PermitFilter {
    /// The value of the filter's option.
    fileprivate var value: String {
        String(description.drop { $0 != " " }.dropFirst())
    }
}
