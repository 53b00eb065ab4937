import PermitDocuments
import PermitLog
import PermitWorkflow
import WorkingTime

/// The filters of a request with the names of a log looked up, in the order in which they are applied.
struct FilterPlan: Sendable {
    /// What one filter looks at.
    enum Test: Sendable {
        case value(ValueTest)
        /// The activities by number.
        case start([Bool])
        case end([Bool])
        case has([Bool])
        case hasNot([Bool])
        case path([PathStep])
        case duration(shortest: PermitFilter.Length?, longest: PermitFilter.Length?)
        /// Microseconds since 1970 UTC.
        case window(Range<Int64>, PermitFilter.WindowRule)
        case variants
    }

    /// A step of a path: its activities by number.
    struct PathStep: Sendable {
        var isMeant: [Bool]
        var isDirect: Bool
    }

    /// The filters in their order.
    private(set) var filters: [PermitFilter] = []
    private(set) var tests: [Test] = []
    /// How many variants are kept; nil for all.
    private(set) var variantShare: PermitFilter.VariantShare?
    /// What cannot be looked up.
    private(set) var faults: [Diagnostic] = []

    /// The filters of no request.
    init() {}

    /// Looks up the names; `terms` are the canonical terms of the log's activities.
    init(_ request: ReplayRequest, _ log: borrowing PartitionedLog, facts: FactPlan, terms: [String]) {
        let ordered = request.filters.enumerated()
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        for filter in ordered.map(\.element) {
            guard let test = test(filter, log, facts, terms, request.office.zone) else { continue }
            filters.append(filter)
            tests.append(test)
        }
    }

    /// Whether every permit and event passes.
    var isEmpty: Bool { tests.isEmpty }

    /// Throws what could not be looked up.
    func check() throws(Diagnostics) {
        if !faults.isEmpty { throw Diagnostics(faults) }
    }

    private mutating func test(
        _ filter: PermitFilter,
        _ log: borrowing PartitionedLog,
        _ facts: FactPlan,
        _ terms: [String],
        _ zone: Zone
    ) -> Test? {
        switch filter {
        case .value(let condition): facts.fact(of: condition).map { .value(ValueTest(condition, $0, zone)) }
        case .start(let names): activities(names, log.activities, terms).map { .start($0) }
        case .end(let names): activities(names, log.activities, terms).map { .end($0) }
        case .has(let names): activities(names, log.activities, terms).map { .has($0) }
        case .hasNot(let names): activities(names, log.activities, terms).map { .hasNot($0) }
        case .path(let steps): path(steps, log.activities, terms)
        case .duration(let shortest, let longest): .duration(shortest: shortest, longest: longest)
        case .window(let from, let until, let rule): window(from, until, rule, zone)
        case .variants(let share): variants(share)
        }
    }

    private mutating func variants(_ share: PermitFilter.VariantShare) -> Test {
        variantShare = share
        return .variants
    }

    /// The activities that a text names: as a whole, else parted by commas.
    private mutating func activities(_ text: String, _ known: [String], _ terms: [String]) -> [Bool]? {
        if let whole = Self.activity(text, known, terms) { return whole }
        var isMeant = [Bool](repeating: false, count: known.count)
        let before = faults.count
        for part in text.split(separator: ",") {
            let name = String(part.drop { $0 == " " })
            if let found = Self.activity(name, known, terms) {
                for index in found.indices where found[index] { isMeant[index] = true }
            } else {
                refuse(name, known, terms)
            }
        }
        return faults.count == before ? isMeant : nil
    }

    /// The activities of a word, else of a canonical term; nil where the log has neither.
    private static func activity(_ name: String, _ known: [String], _ terms: [String]) -> [Bool]? {
        if known.contains(name) { return known.map { $0 == name } }
        return terms.contains(name) ? terms.map { $0 == name } : nil
    }

    private mutating func refuse(_ name: String, _ known: [String], _ terms: [String]) {
        let all = Set(known + terms).sorted()
        faults.append(
            Diagnostic(
                .error,
                "the log has no activity \"\(name)\"; \(Suggestion.phrase(for: name, among: all))"
            )
        )
    }

    private mutating func path(_ steps: [PermitFilter.Step], _ known: [String], _ terms: [String]) -> Test? {
        var found: [PathStep] = []
        for step in steps {
            if let isMeant = Self.activity(step.activity, known, terms) {
                found.append(PathStep(isMeant: isMeant, isDirect: step.isDirect))
            } else {
                refuse(step.activity, known, terms)
            }
        }
        return found.count == steps.count ? .path(found) : nil
    }

    private mutating func window(
        _ from: String?,
        _ until: String?,
        _ rule: PermitFilter.WindowRule,
        _ zone: Zone
    ) -> Test? {
        var moments: [Int64] = []
        for (text, open) in [(from, Int64.min), (until, Int64.max)] {
            guard let text else {
                moments.append(open)
                continue
            }
            do throws(StampError) {
                moments.append(try Stamp.parse(text, in: zone).instant.microseconds)
            } catch {
                faults.append(
                    Diagnostic(
                        .error,
                        "--time-window: \"\(text)\" is no date yyyy-mm-dd or moment yyyy-mm-ddTHH:MM"
                    )
                )
            }
        }
        guard moments.count == 2 else { return nil }
        guard moments[0] < moments[1] else {
            faults.append(Diagnostic(.error, "--time-window: \(until ?? "") is not after \(from ?? "")"))
            return nil
        }
        return .window(moments[0]..<moments[1], rule)
    }
}

/// A condition on a fact, with its values read.
struct ValueTest: Sendable {
    /// The number of the fact, and whether any event may have the value instead of the permit.
    let fact: (number: Int, isOfEvents: Bool)
    private let relation: PermitFilter.Relation
    private let texts: Set<String>
    private let text: String
    private let number: Double?
    private let moment: Instant?
    private let zone: Zone

    init(_ condition: PermitFilter.Condition, _ fact: (number: Int, isOfEvents: Bool), _ zone: Zone) {
        self.fact = fact
        relation = condition.relation
        texts = Set(condition.values)
        text = condition.values.first ?? ""
        number = Double(text)
        moment = try? Stamp.parse(text, in: zone).instant
        self.zone = zone
    }

    /// Whether a permit passes that has these values, of events all that are different.
    ///
    /// A permit without a value differs from every one and is neither below nor above any.
    func passes(_ values: [String]) -> Bool {
        switch relation {
        case .isEmpty: values.isEmpty
        case .isNotEmpty: !values.isEmpty
        case .equals, .isIn: values.contains(where: texts.contains)
        case .differs: !values.contains(where: texts.contains)
        case .isBelow: values.contains { order($0) == -1 }
        case .isAtMost: values.contains { [-1, 0].contains(order($0)) }
        case .isAbove: values.contains { order($0) == 1 }
        case .isAtLeast: values.contains { [0, 1].contains(order($0)) }
        }
    }

    /// -1, 0 or 1 for a value before, at or after the condition's; 2 where the two cannot be compared.
    ///
    /// Numbers are compared as numbers, moments as moments, other texts by their characters.
    private func order(_ value: String) -> Int {
        if let number {
            guard let other = Double(value) else { return 2 }
            return other < number ? -1 : other > number ? 1 : 0
        }
        if let moment {
            guard let other = try? Stamp.parse(value, in: zone).instant else { return 2 }
            return other < moment ? -1 : other > moment ? 1 : 0
        }
        return value < text ? -1 : value > text ? 1 : 0
    }
}
