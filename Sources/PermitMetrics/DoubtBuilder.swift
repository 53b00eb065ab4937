import PermitLog
import PermitWorkflow

/// Lists what may move the figures of a report without anyone having assumed it.
struct DoubtBuilder {
    /// Fewer permits than this can all be granted by chance.
    static let fewestPermits = 20
    /// Above this share, permits that begin and end at once are a stratum of their own.
    static let mostInstantPercent = 20

    let plan: FoldPlan
    let log: PartitionedLog
    let context: FigureContext
    /// The share in time among the decided; nil where no clock is known.
    let onTime: Indicator?

    /// What reading found, and what the permits show, in the order of the catalogue.
    func all(_ fold: borrowing PermitFold) -> [DirtFinding] {
        let rows = fold.rows
        var found = log.account.dirt
        found += emptyColumns(fold, known: found)
        if context.knowsTurnaround || context.knowsOutcomes {
            found += [
                issuedOnly(rows),
                permits(rows, .negativeDurations, of: \.hasEnded) { ($0.duration ?? 0) < 0 },
                undatedEnds(rows),
                instant(rows),
            ]
            .compactMap(\.self)
        }
        found += [
            permits(rows, .statusAgainstDates, of: { _ in true }, having: \.isContradicted),
            permits(rows, .skippedMilestones, of: \.hasEnded, having: \.skipsMilestone),
        ]
        .compactMap(\.self)
        if fold.duplicates > 0, !found.contains(where: { $0.kind == .repeatedIDs }) {
            let detail = "the same activity at the same time"
            found.append(
                DirtFinding(.repeatedIDs, count: fold.duplicates, of: log.account.used, detail: detail)
            )
        }
        let order = DirtFinding.Kind.allCases
        return found.enumerated()
            .sorted { left, right in
                let first = order.firstIndex(of: left.element.kind) ?? 0
                let second = order.firstIndex(of: right.element.kind) ?? 0
                return (first, left.offset) < (second, right.offset)
            }
            .map(\.element)
    }

    /// The permits that have a fault; nil where none has.
    private func permits(
        _ rows: PermitRows,
        _ kind: DirtFinding.Kind,
        of isCounted: (PermitRow) -> Bool,
        having fault: (PermitRow) -> Bool
    ) -> DirtFinding? {
        let faulty = rows.filter(fault)
        guard !faulty.isEmpty else { return nil }
        return DirtFinding(
            kind,
            count: faulty.count,
            of: rows.count(where: isCounted),
            places: places(faulty)
        )
    }

    /// Ended permits without a date, with the bounds between which they leave the share in time among the decided.
    private func undatedEnds(_ rows: PermitRows) -> DirtFinding? {
        var finding = permits(rows, .undatedEnds, of: \.hasEnded) { $0.hasEnded && $0.ended == nil }
        let undated = Double(rows.count { $0.ending.isDecided && $0.ended == nil })
        guard let onTime, let percent = onTime.value, undated > 0 else { return finding }
        let all = Double(onTime.n) + undated
        let bounds = [0, undated]
            .map { added in
                let tenths = ((percent * Double(onTime.n) + 100 * added) / all * 10).rounded()
                return String(tenths / 10)
            }
        finding?.detail = "in time among the decided: \(bounds[0]) to \(bounds[1]) %"
        return finding
    }

    private func places(_ rows: [PermitRow]) -> [LogPosition] {
        rows.prefix(5).map { log.position(ofOrder: $0.order) }
    }

    /// A log in which every permit was given shows the survivors alone.
    private func issuedOnly(_ rows: PermitRows) -> DirtFinding? {
        guard rows.count >= Self.fewestPermits, rows.allSatisfy(\.isGranted) else { return nil }
        return DirtFinding(.issuedOnly, count: rows.count, of: rows.count)
    }

    private func instant(_ rows: PermitRows) -> DirtFinding? {
        let decided = rows.filter { $0.ending.isDecided && $0.duration != nil }
        let instant = decided.filter { $0.duration == 0 }
        guard decided.count >= Self.fewestPermits,
            instant.count * 100 > decided.count * Self.mostInstantPercent
        else { return nil }
        return DirtFinding(
            .instantPermits,
            count: instant.count,
            of: decided.count,
            places: places(instant)
        )
    }

    /// Columns of milestones without a single date: whatever they tell counts as if it had never happened.
    private func emptyColumns(_ fold: borrowing PermitFold, known: [DirtFinding]) -> [DirtFinding] {
        let permits = fold.rows.count
        guard permits > 0 else { return [] }
        return Profile.Milestone.allCases.compactMap { milestone in
            guard let column = plan.facts.milestones[milestone], fold.dates[milestone] == nil else {
                return nil
            }
            let name = plan.facts.columnNames[column]
            if known.contains(where: { $0.kind == .emptyColumn && $0.column == name }) { return nil }
            return DirtFinding(.emptyColumn, column: name, count: permits, of: permits)
        }
    }
}

extension PermitRow {
    /// Whether something has ended the permit.
    fileprivate var hasEnded: Bool { ending != .open }

    /// Whether it was given, or decided in a way that nothing names.
    fileprivate var isGranted: Bool {
        switch ending {
        case .decided, .outcome(.issued), .outcome(.deemed): true
        case .open, .outcome: false
        }
    }
}
