import PermitLog
import WorkingTime

/// What is written of a log is read back as the same log.
struct WritingProperty {
    private let log: SeenLog

    init(_ log: SeenLog) { self.log = log }

    /// What is wrong; nil when nothing is.
    var fault: String? {
        let cases = log.cases
        guard !cases.isEmpty else { return nil }
        do {
            if let fault = try faultOfTable(cases) { return fault }
            return try faultOfXES(cases)
        } catch {
            return "what was written is refused: \(error)"
        }
    }

    private func faultOfTable(_ cases: [WrittenCase]) throws(LogError) -> String? {
        let file = MemoryFile()
        var writer = try TableWriter(file.path, columns: TableWriter.Columns(), zone: .jakarta)
        for entry in cases { try writer.write(entry) }
        try writer.finish()
        return try difference(file, cases, "CSV")
    }

    /// XML has no control characters but the tab and line ends, and neither U+FFFE nor U+FFFF; a log that has them is not
    /// written.
    private func faultOfXES(_ cases: [WrittenCase]) throws(LogError) -> String? {
        let isText = (log.activities + log.resources + cases.map(\.id))
            .allSatisfy { text in
                text.unicodeScalars.map(\.value)
                    .allSatisfy { $0 < 0x20 ? [0x9, 0xA, 0xD].contains($0) : $0 != 0xFFFE && $0 != 0xFFFF }
            }
        guard isText else { return nil }
        let file = MemoryFile()
        var writer = try XESWriter(file.path, zone: .jakarta)
        for entry in cases { try writer.write(entry) }
        try writer.finish()
        return try difference(file, cases, "XES")
    }

    private func difference(
        _ file: MemoryFile,
        _ cases: [WrittenCase],
        _ format: String
    ) throws(LogError) -> String? {
        var request = ReadRequest(sources: [file.path])
        request.zone = .jakarta
        request.keepsResource = true
        let back = try SeenLog(request)
        if let fault = back.fault { return "read back from \(format): \(fault)" }
        if back.account.rejected > 0 { return "\(format) written has rejects: \(back.account.rejects)" }
        return back.cases == cases ? nil : "\(format) read back: \(back.cases) is not \(cases)"
    }
}
