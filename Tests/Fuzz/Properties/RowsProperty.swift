import PermitLog

/// Rows of any source: numbered upwards, the same in every reading, and not many times larger than the file.
struct RowsProperty {
    /// Everything that a source gave.
    private struct Seen: Equatable {
        var columns: [String]?
        var rows: [TextRow] = []
        var findings: [DirtFinding] = []
        var fault: String?
        var refusal: LogError.Code?

        init(_ source: any RowSource, mostBytes: Int) {
            var row = TextRow()
            var bytes = 0
            do throws(LogError) {
                while try source.next(&row) {
                    if row.number <= (rows.last?.number ?? 0) { fault = "row \(row.number) comes too late" }
                    bytes += row.bytes.count + row.count
                    if bytes > mostBytes { fault = "the rows come to more than \(mostBytes) bytes" }
                    if fault != nil { break }
                    rows.append(row)
                }
            } catch {
                refusal = error.code
                if error.message.isEmpty { fault = "refused without a word" }
            }
            columns = source.columns
            findings = source.findings
        }
    }

    /// What is wrong with a source, of which two are made; nil when nothing is.
    ///
    /// A source that cannot be made, because the bytes are refused, is as good as any.
    static func fault(mostBytes: Int, _ make: () throws -> any RowSource) -> String? {
        guard let first = try? make() else { return nil }
        let seen = Seen(first, mostBytes: mostBytes)
        if let fault = seen.fault { return fault }
        guard let second = try? make() else { return "refused the second time only" }
        return Seen(second, mostBytes: mostBytes) == seen ? nil : "read otherwise the second time"
    }
}
