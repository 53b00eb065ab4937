/// The tables of a page in HTML, which many offices' programs save as `.xls`.
public final class PageTables {
    /// A table of a page.
    public struct Table: Hashable, Sendable {
        /// The number of its rows, without those of tables inside it.
        public var rowCount: Int
        /// Where its tag ends in the page.
        var start: Int
    }

    /// The tables in the order in which they begin; a table inside a cell is one of them too.
    public let tables: [Table]

    private let name: String
    private let bytes: [UInt8]
    private let byteCount: Int

    /// Looks for the tables of a page.
    ///
    /// - Parameters:
    ///   - bytes: The page in UTF-8 or Windows-1252, as its `<meta>` says or as its bytes show.
    ///   - name: The file's name for messages.
    /// - Throws: A `LogError` when the page has no table or another encoding.
    public init(_ bytes: [UInt8], name: String) throws(LogError) {
        self.name = name
        self.bytes = try PageEncoding.decode(bytes, file: name)
        byteCount = bytes.count
        tables = Self.find(in: self.bytes)
        guard !tables.isEmpty else {
            throw LogError(
                .notALog,
                "this is a page without a table; save the table itself as .xlsx or CSV",
                position: LogPosition(file: name)
            )
        }
    }

    /// The place in ``tables`` of the table with the most rows; the first of several.
    public var largest: Int {
        tables.indices.reduce(0) { tables[$1].rowCount > tables[$0].rowCount ? $1 : $0 }
    }

    /// Begins to read a table.
    ///
    /// The text of a cell is that of all tags in it, with single blanks between words. The value of a cell that takes
    /// several columns or rows stands in each of them; a row that has nothing but values from above is blank.
    ///
    /// - Parameter table: Its place in ``tables``.
    /// - Returns: Its rows, numbered from 1, without blank ones.
    public func rows(of table: Int) -> any RowSource {
        precondition(tables.indices.contains(table), "the page has \(tables.count) tables")
        let scanner = PageScanner(bytes, from: tables[table].start)
        return PageRows(scanner, file: name, byteCount: byteCount, otherTables: tables.count - 1)
    }

    private static func find(in bytes: [UInt8]) -> [Table] {
        var scanner = PageScanner(bytes)
        var tables: [Table] = []
        var open: [Int] = []
        while true {
            switch scanner.next() {
            case .open(.table):
                open.append(tables.count)
                tables.append(Table(rowCount: 0, start: scanner.position))
            case .close(.table): _ = open.popLast()
            case .open(.row): if let inner = open.last { tables[inner].rowCount += 1 }
            case .end: return tables
            default: break
            }
        }
    }
}

/// The encodings of pages.
enum PageEncoding {
    /// The page in UTF-8.
    static func decode(_ bytes: [UInt8], file: String) throws(LogError) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw unreadable("utf-16", file)
        }
        switch named(in: bytes) {
        case "utf-8", "utf8": return bytes
        case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii": return widened(bytes)
        case nil: return isUTF8(bytes) ? bytes : widened(bytes)
        case let other?: throw unreadable(other, file)
        }
    }

    /// The encoding that a `<meta>` near the beginning names.
    private static func named(in bytes: [UInt8]) -> String? {
        var scanner = PageScanner(Array(bytes.prefix(8192)))
        while true {
            switch scanner.next() {
            case .open(.meta):
                if let charset = scanner.attribute("charset") { return charset }
                guard let content = scanner.attribute("content"),
                    let place = content.firstRange(of: "charset=")
                else {
                    continue
                }
                return String(content[place.upperBound...].prefix { !$0.isWhitespace && $0 != ";" })
            case .end: return nil
            default: break
            }
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .emptyInput: return true
            case .error: return false
            }
        }
    }

    private static func widened(_ bytes: [UInt8]) -> [UInt8] {
        var wide: [UInt8] = []
        wide.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                wide.append(byte)
            } else {
                let scalar = PageEntities.scalar(UInt32(byte))
                wide.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return wide
    }

    private static func unreadable(_ encoding: String, _ file: String) -> LogError {
        LogError(
            .encoding,
            "the encoding \"\(encoding)\" of this page is not read; accepted are UTF-8 and Windows-1252",
            position: LogPosition(file: file)
        )
    }
}
