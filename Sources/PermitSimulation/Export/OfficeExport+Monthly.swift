internal import PermitWorkflow
internal import WorkingTime

extension OfficeExport {
    /// The counts of the last year by kind of permit: a title, the two rows of a header with merged cells, a row of
    /// column numbers, and a row of sums without a label.
    var monthlySheet: OfficeTable {
        let last = Instant(microseconds: city.cut.microseconds - 1)
        let year = city.office.zone.day(of: last).components.year
        var table = OfficeTable(
            above: [["TAHUN \(year)"], [""], MonthlyHeader.blocks],
            header: MonthlyHeader.months
        )
        table.rows.append((1...MonthlyHeader.months.count).map(String.init))
        let counts = MonthlyCounts(city, year: year)
        var sums: [Int] = []
        for (place, type) in counts.types.enumerated() {
            let numbers = counts.numbers(of: type)
            sums = sums.isEmpty ? numbers : zip(sums, numbers).map { $0 + $1 }
            let plain = [String(place + 1), "PERIZINAN BERUSAHA", type.uppercased()]
            table.rows.append(plain + numbers.map(String.init) + [""])
        }
        table.rows.append(["", "", ""] + sums.map(String.init) + [""])
        return table
    }
}

/// The two rows of the header.
private enum MonthlyHeader {
    /// Cells that are merged with the one on their left are empty.
    static let blocks: [String] = {
        var cells = ["NO", "SEKTOR", "JENIS IZIN", "JUMLAH DI FO"]
        for block in ["JUMLAH IZIN", "JUMLAH PENOLAKAN", "JUMLAH BERKAS DICABUT", "JUMLAH IZIN TERBIT"] {
            cells.append(block)
            cells += Array(repeating: "", count: 12)
        }
        return cells + ["KETERANGAN"]
    }()

    static let months: [String] = {
        let year = [
            "JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER", "OKTOBER",
            "NOVEMBER", "DESEMBER", "JUMLAH",
        ]
        return ["", "", "", ""] + year + year + year + year + [""]
    }()
}

/// The permits of a year by type and month: came in, refused, taken back, issued.
private struct MonthlyCounts {
    private var counts: [String: [[Int]]] = [:]
    private var counter: [String: Int] = [:]

    init(_ city: SimulatedCity, year: Int) {
        let words = ExportWords.kotaContohOSS.factColumns.first { $0.fact == "permit_type" }?.words ?? [:]
        for permit in city.permits {
            let type = permit.facts["permit_type"]?.description ?? ""
            let name = words[type] ?? type
            var blocks = counts[name] ?? Array(repeating: Array(repeating: 0, count: 12), count: 4)
            func note(_ block: Int, _ moment: Instant?) {
                guard let date = moment.map({ city.office.zone.day(of: $0).components }), date.year == year
                else { return }
                blocks[block][date.month - 1] += 1
                if block == 0, permit.facts["channel"]?.description == "counter" {
                    counter[name, default: 0] += 1
                }
            }
            note(0, permit.events.first?.moment)
            if let block = Self.block(of: permit.outcome) { note(block, permit.events.last?.moment) }
            counts[name] = blocks
        }
    }

    private static func block(of outcome: Outcome?) -> Int? {
        switch outcome {
        case .refused?: 1
        case .withdrawn?, .cancelled?: 2
        case .issued?, .deemed?: 3
        case .revoked?, .closed?, nil: nil
        }
    }

    /// The types that had something in the year.
    var types: [String] { counts.keys.filter { blocks(of: $0).contains { $0.contains { $0 > 0 } } }.sorted() }

    /// What came over the counter, then the blocks, each with its sum.
    func numbers(of type: String) -> [Int] {
        var numbers = [counter[type] ?? 0]
        for block in blocks(of: type) {
            numbers += block
            numbers.append(block.reduce(0, +))
        }
        return numbers
    }

    private func blocks(of type: String) -> [[Int]] { counts[type] ?? [] }
}
