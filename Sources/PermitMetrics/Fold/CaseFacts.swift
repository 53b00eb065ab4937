import PermitLog
import PermitWorkflow
import WorkingTime

/// The facts of one permit, as its rows state them.
struct CaseFacts {
    private let partition: OrganizedPartition
    private let entry: OrganizedPartition.CaseEntry
    private let plan: FactPlan
    /// The facts of each change of rows, in the order of the log; one for most permits.
    private let versions: [FactValues]

    init(_ partition: borrowing OrganizedPartition, _ index: Int, _ plan: FactPlan) {
        self.partition = copy partition
        entry = partition.cases[index]
        self.plan = plan
        versions = plan.readsFacts ? Self.versions(partition, partition.cases[index], plan) : []
    }

    /// The last value of a fact, or the value that is the same for all permits.
    func latest(_ fact: Int) -> String? {
        switch plan.facts[fact].source {
        case .value(let value): return value
        case .column(let column, let words):
            for index in entry.facts.reversed() {
                guard let text = partition.fact(column, of: partition.facts[index]) else { continue }
                return words[text] ?? text
            }
            return nil
        }
    }

    /// What is known at the permit's first row.
    var known: FactValues { versions.first ?? FactValues() }

    /// What is known at a row: the last change that is not after it.
    func known(at order: UInt32) -> FactValues {
        guard versions.count > 1 else { return known }
        var found = versions[0]
        for (version, index) in zip(versions, entry.facts) {
            guard partition.facts[index].order <= order else { break }
            found = version
        }
        return found
    }

    /// The rows at which a fact had a value and changed it.
    var changes: [UInt32] {
        guard versions.count > 1 else { return [] }
        return versions.indices.dropFirst()
            .compactMap { number in
                let before = versions[number - 1].values
                let isChange = versions[number].values
                    .contains { name, value in before[name].map { $0 != value } ?? false }
                return isChange ? partition.facts[entry.facts.lowerBound + number].order : nil
            }
    }

    /// The last moment in a column; nil when there is none or it cannot be read, which is counted.
    func moment(_ column: Int, in zone: Zone, name: String, bad: inout [PermitFold.BadCell: Int]) -> Moment? {
        for index in entry.facts.reversed() {
            guard let text = partition.fact(column, of: partition.facts[index]) else { continue }
            do throws(StampError) {
                let stamp = try Stamp.parse(text, in: zone)
                return Moment(time: stamp.instant.microseconds, isDateOnly: stamp.isDateOnly)
            } catch {
                bad[.init(column: name, reason: error.code.rawValue), default: 0] += 1
            }
        }
        return nil
    }

    private static func versions(
        _ partition: borrowing OrganizedPartition,
        _ entry: OrganizedPartition.CaseEntry,
        _ plan: FactPlan
    ) -> [FactValues] {
        guard !entry.facts.isEmpty else { return [values(partition, nil, plan)] }
        return entry.facts.map { values(partition, partition.facts[$0], plan) }
    }

    private static func values(
        _ partition: borrowing OrganizedPartition,
        _ record: OrganizedPartition.FactRecord?,
        _ plan: FactPlan
    ) -> FactValues {
        var values = FactValues()
        for fact in plan.facts {
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
