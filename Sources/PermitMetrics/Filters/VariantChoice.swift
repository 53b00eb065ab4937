import PermitLog

/// The sequences of activities that are common enough to be kept.
///
/// A reference, because every case looks into it.
final class VariantChoice: Sendable {
    private let table: VariantTable
    /// How many permits the rarest variant that is kept has.
    let leastCases: Int
    /// How many variants are kept, and of how many.
    let kept: Int
    let total: Int

    /// Chooses among the variants that were counted; of equals all are kept.
    init(_ table: VariantTable, _ share: PermitFilter.VariantShare) {
        let counts = table.caseCounts.sorted(by: >)
        let permits = counts.reduce(0, +)
        let wanted: Double
        switch share {
        case .count(let count): wanted = Double(counts.prefix(count).reduce(0, +))
        case .percent(let percent): wanted = Double(permits) * percent / 100
        }
        var reached = 0
        var least = 1
        for count in counts where Double(reached) < wanted {
            reached += count
            least = count
        }
        self.table = table
        leastCases = least
        kept = counts.count { $0 >= least }
        total = counts.count
    }

    /// Whether permits with a sequence are kept.
    func keeps(_ sequence: Span<UInt32>) -> Bool { table.cases(of: sequence) >= leastCases }
}

/// The partitions of a log, as a fold takes them.
///
/// Which variants are common is known only when all permits were seen, so a request that asks for them keeps the
/// organized partitions of the first pass for the second; otherwise each partition is given up when it was folded.
struct FoldSource: Sendable {
    private let log: PartitionedLog
    private let boxes: [PartitionBox]
    /// The variants to keep; nil for all.
    let variants: VariantChoice?

    /// Counts the variants where the plan chooses among them.
    init(_ log: PartitionedLog, _ plan: FoldPlan, workers: Int) throws(LogError) {
        self.log = log
        guard let share = plan.filters.variantShare else {
            boxes = []
            variants = nil
            return
        }
        let shares = max(1, min(workers, log.partitionCount))
        let parts = parallelMap(count: shares, workers: shares) { number -> Result<Counted, LogError> in
            var folder = PermitFolder(plan)
            var counted = Counted()
            for index in stride(from: number, to: log.partitionCount, by: shares) {
                do throws(LogError) {
                    let box = PartitionBox(try log.organize(index))
                    folder.countVariants(of: box, into: &counted.table)
                    counted.boxes.append((index, box))
                } catch {
                    return .failure(error)
                }
            }
            return .success(counted)
        }
        var all = Counted()
        for part in parts {
            let part = try part.get()
            all.boxes += part.boxes
            all.table.merge(part.table)
        }
        boxes = all.boxes.sorted { $0.index < $1.index }.map(\.box)
        variants = VariantChoice(all.table, share)
    }

    private struct Counted: Sendable {
        var boxes: [(index: Int, box: PartitionBox)] = []
        var table = VariantTable()
    }

    /// The number of partitions.
    var count: Int { log.partitionCount }

    /// A partition, organized; each is asked for once.
    func box(_ index: Int) throws(LogError) -> PartitionBox {
        boxes.isEmpty ? PartitionBox(try log.organize(index)) : boxes[index]
    }
}
