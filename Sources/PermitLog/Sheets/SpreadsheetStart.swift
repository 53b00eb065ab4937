/// What a file of a spreadsheet program is, by its first bytes and never by its name.
///
/// Offices save all of these as `.xls` or `.xlsx`.
public enum SpreadsheetStart: Hashable, Sendable {
    /// A zip archive, which may hold a workbook.
    case archive
    /// A page with tables in HTML.
    case page
    /// A workbook of Excel 97 to 2003, or another compound file.
    case binary
    /// A workbook that a password protects.
    case protected
    /// A workbook of Excel 2002 or 2003 in XML.
    case spreadsheetML
    /// A workbook in OpenDocument XML without an archive.
    case flatOpenDocument
    /// A web page saved with all its parts in one file.
    case webArchive

    /// Recognises a file.
    ///
    /// The result is nil for a file that no spreadsheet program made.
    ///
    /// - Parameter start: Its first bytes; 4,096 are enough, and with all bytes a protected workbook is told apart.
    public init?(_ start: some Collection<UInt8>) {
        let first = Array(start.prefix(8))
        if [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]].contains(Array(first.prefix(4))) {
            self = .archive
        } else if first == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
            self = Self.holdsProtection(start) ? .protected : .binary
        } else if let kind = Self.markup(start) {
            self = kind
        } else {
            return nil
        }
    }

    /// The error for a file of this kind that cannot be read; nil for those that can.
    ///
    /// - Parameter file: The file's name for the message.
    /// - Returns: What to tell who named the file.
    public func refusal(file: String) -> LogError? {
        switch self {
        case .archive, .page: nil
        case .binary: Self.refusal("a binary workbook (.xls of Excel 97 to 2003)", file: file)
        case .protected:
            LogError(
                .notPermitted,
                "the workbook is protected by a password; save it without one",
                position: LogPosition(file: file)
            )
        case .spreadsheetML: Self.refusal("a workbook in the XML of Excel 2003", file: file)
        case .flatOpenDocument: Self.refusal("an OpenDocument sheet", file: file)
        case .webArchive: Self.refusal("a web archive (.mht)", file: file)
        }
    }

    private static func refusal(_ what: String, file: String) -> LogError {
        LogError(
            .notALog,
            "this is \(what), which is not read; open it in a spreadsheet program and save as .xlsx",
            position: LogPosition(file: file)
        )
    }

    /// The error for an archive that holds no workbook that is read; nil where it does.
    static func refusal(ofArchive archive: ZipArchive, main: String, file: String) -> LogError? {
        let known = [
            ("xl/workbook.bin", "a binary workbook (.xlsb)"), ("content.xml", "an OpenDocument file (.ods)"),
            ("word/document.xml", "a text document (.docx)"), ("index/document.iwa", "a Numbers document"),
            ("ppt/presentation.xml", "a presentation (.pptx)"),
        ]
        if let (_, what) = known.first(where: { archive.entry($0.0) != nil }) {
            return refusal(what, file: file)
        }
        if archive.entry(main) != nil { return nil }
        return LogError(
            .notALog,
            "this is a zip archive without a workbook; unpack it and name the files in it",
            position: LogPosition(file: file)
        )
    }

    // MARK: - First bytes

    /// Whether a compound file has the stream of an encrypted package, whose name is in UTF-16.
    private static func holdsProtection(_ start: some Collection<UInt8>) -> Bool {
        let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
        var matched = 0
        for byte in start {
            if byte == name[matched] { matched += 1 } else { matched = byte == name[0] ? 1 : 0 }
            if matched == name.count { return true }
        }
        return false
    }

    private static func markup(_ start: some Collection<UInt8>) -> Self? {
        let head = start.prefix(4096)
        let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
        let trimmed = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        if trimmed.hasPrefix("mime-version:") { return .webArchive }
        guard trimmed.hasPrefix("<") else { return nil }
        // A page saved by Excel names the same namespaces; the tag of the root tells them apart.
        let tags = [
            "<html", "<table", "<!doctype html", "<head", "<body", "<meta", "<style", "<center", "<div",
        ]
        if trimmed.contains("<html") || tags.contains(where: trimmed.hasPrefix) { return .page }
        if trimmed.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetML }
        if trimmed.contains("urn:oasis:names:tc:opendocument") { return .flatOpenDocument }
        return trimmed.contains("<table") && !trimmed.hasPrefix("<?xml") ? .page : nil
    }
}
