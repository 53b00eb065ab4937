@testable import PermitLog

/// The rows of a source as a test sees them.
struct SeenRows: Equatable {
    var columns: [String]
    /// Every row as `number: cell|cell`, or as `number: reason (detail)`.
    var rows: [String] = []
    var findings: [DirtFinding] = []

    init(_ source: any RowSource) throws(LogError) {
        columns = source.columns ?? []
        var row = TextRow()
        while try source.next(&row) {
            if let fault = row.fault {
                rows.append("\(row.number): \(fault.rawValue) (\(row.faultDetail))")
            } else {
                rows.append("\(row.number): \(row.texts.joined(separator: "|"))")
            }
        }
        findings = source.findings
    }

    /// The rows of a text of JSON objects.
    init(jsonLines text: String, chunk: Int = .max, limit: Int = 1 << 20) throws(LogError) {
        try self.init(jsonLines: Array(text.utf8), chunk: chunk, limit: limit)
    }

    init(jsonLines bytes: [UInt8], chunk: Int = .max, limit: Int = 1 << 20) throws(LogError) {
        try self.init(JSONLinesRows(ChunkedStream(bytes, chunk: chunk), name: "a.jsonl", lineLimit: limit))
    }

    /// Every finding as `column count detail`.
    var notes: [String] { findings.map { "\($0.column ?? "-") \($0.count) \($0.detail)" } }
}
