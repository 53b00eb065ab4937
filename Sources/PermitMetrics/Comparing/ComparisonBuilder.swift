import PermitLog
import PermitWorkflow
import WorkingTime

/// Joins two folds of the same permits.
struct ComparisonBuilder {
    let log: PartitionedLog
    let requests: [ReplayRequest]
    let plans: [FoldPlan]

    /// Two workflows by their numbers; -1 where a rule has none.
    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    func comparison(_ first: borrowing PermitFold, _ second: borrowing PermitFold) -> Comparison {
        precondition(first.rows.count == second.rows.count, "both folds have the same filters and cut")
        let (rows, others) = (first.rows, second.rows)
        var coverage = Comparison.Coverage()
        var members: [Pair: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            let pair = Pair(first: row.workflow, second: others[index].workflow)
            members[pair, default: []].append(index)
            switch (pair.first >= 0, pair.second >= 0) {
            case (true, true): coverage.both += 1
            case (true, false): coverage.onlyFirst += 1
            case (false, true): coverage.onlySecond += 1
            case (false, false): coverage.neither += 1
            }
        }
        var steps: [Comparison.Step] = []
        var refused: [Comparison.Refusal] = []
        for (pair, indices) in members {
            compare(pair, indices, rows, others, first.kept, into: &steps, &refused)
        }
        let accounts = [
            ReportBuilder(plans[0], requests[0], log).account(of: first),
            ReportBuilder(plans[1], requests[1], log).account(of: second),
        ]
        var comparison = Comparison(
            input: accounts[0].input,
            assumptions: assumptions(accounts[0].assumptions, accounts[1].assumptions),
            asOf: Instant(microseconds: plans[0].cut),
            zone: plans[0].office.zone,
            first: rule(0),
            second: rule(1),
            coverage: coverage,
            steps: steps.sorted { $0.order.lexicographicallyPrecedes($1.order) },
            refused: refused.sorted { $0.order.lexicographicallyPrecedes($1.order) },
            fits: fits(rows, 0) + fits(others, 1)
        )
        comparison.filters = accounts[0].filters
        return comparison
    }

    private func rule(_ place: Int) -> Comparison.Rule {
        let workflow = requests[place].workflow
        return .init(name: workflow?.name ?? requests[place].regime ?? "", isFamily: workflow == nil)
    }

    /// Those of both rules, each once, without what speaks of other figures than these.
    private func assumptions(_ first: [Assumption], _ second: [Assumption]) -> [Assumption] {
        let others: Set = [
            "open_censored", "submission_unknown", "negative_left_out", "holders_decided_only",
            "span_is_not_turnaround", "outside_force", "regime_setting", "unit_setting", "unbound",
        ]
        var all: [Assumption] = []
        for assumption in first + second
        where !others.contains(assumption.id) && !all.contains(assumption) { all.append(assumption) }
        return all + [Assumption("what_if")]
    }

    private func fits(_ rows: PermitRows, _ place: Int) -> [Comparison.Fit] {
        plans[place].binding.workflows.enumerated()
            .compactMap { number, workflow in
                let bound = rows.filter { $0.workflow == number }
                guard !bound.isEmpty else { return nil }
                return .init(
                    rule: rule(place).name,
                    workflow: workflow.name,
                    permits: bound.count,
                    fitting: bound.count { $0.isFitting }
                )
            }
    }

    private func compare(
        _ pair: Pair,
        _ indices: [Int],
        _ rows: PermitRows,
        _ others: PermitRows,
        _ kept: [PermitFold.Kept],
        into steps: inout [Comparison.Step],
        _ refused: inout [Comparison.Refusal]
    ) {
        let bindings = plans.map(\.binding)
        guard pair.first >= 0, pair.second >= 0 else {
            refused += counterparts(of: pair, permits: indices.count)
            return
        }
        let (first, second) = (bindings[0].workflows[pair.first], bindings[1].workflows[pair.second])
        for clocks in ClockPair.pairs(first, second) {
            guard clocks.isComparable else {
                refused.append(.init(clocks, .differentStart, first, second, permits: indices.count))
                continue
            }
            var step = StepBuilder(clocks, first, second)
            for index in indices {
                step.add(
                    rows.clock(bindings[0].firstClock[pair.first] + clocks.first, ofRow: index),
                    others.clock(bindings[1].firstClock[pair.second] + clocks.second, ofRow: index)
                ) { plans[0].shown(kept[rows[index].record].name, order: rows[index].order) }
            }
            if step.permits > 0 { steps.append(step.finished) }
        }
    }

    /// For permits that facts bind under one rule only: workflows of the other family that limit the same steps.
    private func counterparts(of pair: Pair, permits: Int) -> [Comparison.Refusal] {
        guard pair.first >= 0 || pair.second >= 0 else { return [] }
        let place = pair.first >= 0 ? 1 : 0
        guard let family = requests[place].regime else { return [] }
        let binding = plans[place].binding
        let names = Set(
            requests[place].regimes.rules.filter { $0.family.text == family }.map(\.workflow.text)
        )
        return binding.workflows.filter { names.contains($0.name) }
            .flatMap { other -> [Comparison.Refusal] in
                let first = place == 1 ? plans[0].binding.workflows[pair.first] : other
                let second = place == 1 ? other : plans[1].binding.workflows[pair.second]
                return ClockPair.pairs(first, second)
                    .map { clocks in
                        let reason: Comparison.Refusal.Reason =
                            clocks.isComparable ? .oneRuleOnly : .differentStart
                        return .init(clocks, reason, first, second, permits: permits)
                    }
            }
    }
}

extension PermitRows {
    /// A row's clock of a kind; nil where it is not for the permit.
    fileprivate func clock(_ kind: Int, ofRow index: Int) -> PermitRow.Clock? {
        clocks[self[index].clocks].first { $0.kind == kind }
    }
}

extension Comparison.Step {
    fileprivate var order: [String] { [name, first.workflow, second.workflow] }
}

extension Comparison.Refusal {
    fileprivate var order: [String] { [step, firstWorkflow, secondWorkflow] }

    fileprivate init(
        _ clocks: ClockPair,
        _ reason: Reason,
        _ first: Workflow,
        _ second: Workflow,
        permits: Int
    ) {
        self.init(
            step: clocks.step,
            reason: reason,
            firstWorkflow: first.name,
            secondWorkflow: second.name,
            firstStarts: clocks.firstStarts,
            secondStarts: clocks.secondStarts,
            permits: permits
        )
    }
}
