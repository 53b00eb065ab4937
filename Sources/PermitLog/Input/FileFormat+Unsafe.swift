// Invariants of this file:
// - no byte behind `ahead.count` is looked at.

/// The formats that are read, and those that are refused with a word of advice.
enum FileFormat: Sendable {
    case table
    case xes
    case workbook
    case page
    case jsonLines
    case objectCentricJSON
    case objectCentricXML
    case database

    /// How files begin that are no text.
    static let signatures: [(bytes: [UInt8], format: FileFormat?, advice: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], .workbook, ""),
        ([0x50, 0x4B, 0x05, 0x06], .workbook, ""),
        (Array("SQLite format 3\0".utf8), .database, ""),
        ([0xD0, 0xCF, 0x11, 0xE0], nil, "this is a workbook of the old binary form (.xls); save as .xlsx"),
        ([0x28, 0xB5, 0x2F, 0xFD], nil, "of compressed files only gzip is read"),
        ([0x42, 0x5A, 0x68], nil, "of compressed files only gzip is read"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], nil, "of compressed files only gzip is read"),
        ([0x37, 0x7A, 0xBC, 0xAF], nil, "of compressed files only gzip is read"),
        ([0x52, 0x61, 0x72, 0x21], nil, "of compressed files only gzip is read"),
        ([0x25, 0x50, 0x44, 0x46], nil, "this is a PDF; export the table as a workbook or CSV"),
        (Array("PAR1".utf8), nil, "Parquet is not read; export the table as CSV"),
    ]
}

extension FileStart {
    /// The format of the file, by its first bytes; the name's ending says nothing.
    func format() throws(LogError) -> FileFormat {
        for signature in FileFormat.signatures where begins(signature.bytes) {
            if let format = signature.format { return format }
            throw LogError(.notALog, signature.advice, position: LogPosition(file: name))
        }
        var index = 0
        while index < ahead.count, [0x20, 0x09, 0x0A, 0x0D].contains(ahead.bytes[index]) { index += 1 }
        guard index < ahead.count else { return .table }
        switch ahead.bytes[index] {
        case UInt8(ascii: "<"): return try markup()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return json(from: index)
        default: return .table
        }
    }

    /// The first 64 KiB in small letters.
    private var opening: String {
        var bytes: [UInt8] = []
        for index in 0..<min(ahead.count, 1 << 16) { bytes.append(ahead.bytes[index]) }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private func markup() throws(LogError) -> FileFormat {
        let text = opening
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            throw LogError(
                .notALog,
                "this is a workbook of the XML form of 2003; save as .xlsx",
                position: LogPosition(file: name)
            )
        }
        let element = text.firstMatch(of: /<([a-z][a-z0-9:._-]*)/).map { String($0.1) }
        switch element.map({ $0.split(separator: ":").last.map(String.init) ?? $0 }) {
        case "log": return isObjectCentricXML(text) ? .objectCentricXML : .xes
        case "html", "table", "div", "body", "head", "meta", "style", "center", "font", "p", "title", "tr",
            "br", "h1",
            "h2", "h3", "h4", "thead", "tbody", "span", "link", "script":
            return .page
        default: return text.contains("<!doctype html") || text.contains("<table") ? .page : .xes
        }
    }

    private func isObjectCentricXML(_ text: String) -> Bool {
        text.contains("<object-types") || text.contains("<objecttypes") || text.contains("<event-types")
    }

    private func json(from index: Int) -> FileFormat {
        let text = opening
        let marks = [
            "\"objecttypes\"", "\"eventtypes\"", "\"ocel:global-", "\"ocel:events\"", "\"ocel:objects\"",
        ]
        if marks.contains(where: text.contains) { return .objectCentricJSON }
        // The types may stand behind all events and objects.
        let beginsSo = text.starts(with: /\s*\{\s*"(events|objects)"\s*:\s*\[/)
        let isSo = beginsSo && text.contains("\"id\"") && text.contains("\"type\"")
        return isSo ? .objectCentricJSON : .jsonLines
    }
}
