import PermitLog
import PermitWorkflow
import WorkingTime

/// The facts of one permit, as its rows state them.
struct CaseFacts {
    private let box: PartitionBox
    private let entry: OrganizedPartition.CaseEntry
    private let plan: FoldPlan
    /// The needed facts at each change of rows, in the order of the log; one for most permits.
    private let versions: [FactValues]

    init(_ box: PartitionBox, _ index: Int, _ plan: FoldPlan) {
        self.box = box
        let entry = box.partition.cases[index]
        self.entry = entry
        self.plan = plan
        if plan.facts.constant != nil {
            versions = []
        } else if entry.facts.isEmpty {
            versions = [Self.values(box.partition, nil, plan.facts)]
        } else {
            versions = entry.facts.map { Self.values(box.partition, box.partition.facts[$0], plan.facts) }
        }
    }

    /// The last value of a fact, or the value that is the same for all permits.
    func latest(_ fact: Int) -> String? {
        switch plan.facts.facts[fact].source {
        case .value(let value): return value
        case .column(let column, let words): return latestText(column).map { words[$0] ?? $0 }
        }
    }

    /// The last value of a fact as it may be shown.
    func shown(_ fact: Int) -> String? { latest(fact).map { plan.facts.facts[fact].shown($0) } }

    /// The values of a fact: the last one, or all different ones where any event may have its own.
    func values(_ fact: (number: Int, isOfEvents: Bool)) -> [String] {
        guard fact.isOfEvents, case .column(let column, let words) = plan.facts.facts[fact.number].source
        else {
            return [latest(fact.number)].compactMap(\.self)
        }
        var values: [String] = []
        for index in entry.facts {
            guard let text = box.partition.fact(column, of: box.partition.facts[index]) else { continue }
            let value = words[text] ?? text
            if !values.contains(value) { values.append(value) }
        }
        return values
    }

    /// The last text that a row of the permit has in a column; nil where none has any.
    func latestText(_ column: Int) -> String? {
        for index in entry.facts.reversed() {
            if let text = box.partition.fact(column, of: box.partition.facts[index]) { return text }
        }
        return nil
    }

    /// What is known at the permit's first row.
    var known: FactValues { versions.first ?? plan.facts.constant ?? FactValues() }

    /// What is known at a row: the last change that is not after it.
    func known(at order: UInt32) -> FactValues {
        guard versions.count > 1 else { return known }
        var found = versions[0]
        for (version, index) in zip(versions, entry.facts) {
            guard box.partition.facts[index].order <= order else { break }
            found = version
        }
        return found
    }

    /// The rows at which a declared fact had a value and changed it, with the number of the first such fact.
    var changes: [(order: UInt32, fact: Int)] {
        guard entry.facts.count > 1 else { return [] }
        var before: [Int: String] = [:]
        var changes: [(order: UInt32, fact: Int)] = []
        for index in entry.facts {
            let record = box.partition.facts[index]
            var changed: Int?
            for fact in 0..<plan.facts.declaredCount {
                guard case .column(let column, _) = plan.facts.facts[fact].source,
                    let text = box.partition.fact(column, of: record)
                else { continue }
                if let known = before[column], known != text { changed = changed ?? fact }
                before[column] = text
            }
            if let changed { changes.append((record.order, changed)) }
        }
        return changes
    }

    /// The last text in the column of outcomes; nil where there is none.
    var status: String? { plan.facts.outcome.flatMap { latestText($0.column) } }

    /// The outcome that a column of the log names; nil where it names none.
    var outcome: Outcome? {
        guard let (column, words) = plan.facts.outcome else { return nil }
        for column in [column] + plan.facts.furtherOutcomes {
            if let outcome = latestText(column).flatMap({ words[$0] }) { return outcome }
        }
        return nil
    }

    /// The last moment in a column; nil when there is none or it cannot be read, which is counted.
    func moment(_ column: Int, in zone: Zone, name: String, bad: inout [PermitFold.BadCell: Int]) -> Moment? {
        for index in entry.facts.reversed() {
            guard let text = box.partition.fact(column, of: box.partition.facts[index]) else { continue }
            do throws(StampError) {
                let stamp = try plan.facts.forms[column].read(text, in: zone)
                return Moment(time: stamp.instant.microseconds, isDateOnly: stamp.isDateOnly)
            } catch {
                // A word for nothing is no moment and no fault.
                if error.code == .empty { continue }
                bad[.init(column: name, reason: error.code.rawValue), default: 0] += 1
            }
        }
        return nil
    }

    private static func values(
        _ partition: borrowing OrganizedPartition,
        _ record: OrganizedPartition.FactRecord?,
        _ plan: FactPlan
    ) -> FactValues {
        var values = FactValues()
        for fact in plan.needed.lazy.map({ plan.facts[$0] }) {
            switch fact.source {
            case .value(let value): values[fact.name] = fact.value(value)
            case .column(let column, let words):
                guard let record, let text = partition.fact(column, of: record) else { continue }
                values[fact.name] = fact.value(words[text] ?? text)
            }
        }
        return values
    }
}

extension FactPlan.Fact {
    /// The value of a text by the fact's type; a number that is none is kept as text.
    func value(_ text: String) -> FactValue {
        switch type {
        case .text, .date: .text(text)
        case .number: FactType.integer.value(from: text) ?? .text(text)
        case .flag: FactType.flag.value(from: text) ?? .text(text)
        }
    }
}
