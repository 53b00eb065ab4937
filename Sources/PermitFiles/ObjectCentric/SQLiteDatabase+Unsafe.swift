// Invariants of this file:
// - `database` is open from the end of `init` until `deinit`, which closes it once;
// - a statement is finalized by the function that prepared it; a row is used only while its statement stands at it.

internal import CSQLite
internal import Glibc
internal import PermitLog

/// A database of SQLite that is only read.
final class SQLiteDatabase {
    /// A row of a query.
    struct Row {
        fileprivate let statement: OpaquePointer

        /// A value as text; nil for NULL.
        func text(_ column: Int) -> String? {
            guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return nil }
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
    }

    private static let mostBytes = 1 << 31

    private var database: OpaquePointer?
    private let path: String

    /// Opens a file, which may be compressed with gzip; it is taken not to change.
    init(_ path: String, isCompressed: Bool) throws(LogError) {
        self.path = path
        let name = isCompressed ? ":memory:" : Self.address(path)
        let flags = (isCompressed ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI
        let status = sqlite3_open_v2(name, &database, flags, nil)
        guard status == SQLITE_OK else { throw failure("the database cannot be opened") }
        if isCompressed { try load(WholeFile.bytes(of: path, limit: Self.mostBytes)) }
        // What a schema defines is not run.
        sqlite3_exec(database, "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON", nil, nil, nil)
    }

    deinit { sqlite3_close_v2(database) }

    /// The address of a file as SQLite takes it, which says that nobody writes to it.
    private static func address(_ path: String) -> String {
        var address = "file:"
        for byte in path.utf8 {
            let isPlain =
                byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
                && byte != UInt8(ascii: "%")
            if isPlain {
                address.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return address + "?immutable=1"
    }

    private func load(_ bytes: [UInt8]) throws(LogError) {
        guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else {
            throw LogError(
                .tooLarge,
                "the database does not fit into memory",
                position: LogPosition(file: path)
            )
        }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(memory, base, source.count) }
        }
        let size = Int64(bytes.count)
        let pages = memory.assumingMemoryBound(to: UInt8.self)
        // The memory is SQLite's own from here on, also when it fails.
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        guard sqlite3_deserialize(database, "main", pages, size, size, flags) == SQLITE_OK else {
            throw failure("the database cannot be opened")
        }
    }

    private func failure(_ message: String) -> LogError {
        let cause = sqlite3_errmsg(database).map { String(cString: $0) }
        return LogError(.damaged, message, cause: cause, position: LogPosition(file: path))
    }

    /// Runs a query and gives its rows.
    ///
    /// - Parameters:
    ///   - query: The query.
    ///   - head: Called once with the names of the columns.
    ///   - body: Called with each row.
    /// - Throws: A `LogError` when the database cannot be read, and what `body` throws.
    func rows(
        _ query: String,
        head: ([String]) -> Void = { _ in },
        _ body: (Row) throws(LogError) -> Void
    ) throws(LogError) {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(database, query, -1, &prepared, nil) == SQLITE_OK, let prepared else {
            throw failure("the database cannot be read")
        }
        defer { sqlite3_finalize(prepared) }
        head(
            (0..<sqlite3_column_count(prepared))
                .map { column in sqlite3_column_name(prepared, column).map { String(cString: $0) } ?? "" }
        )
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_ROW: try body(Row(statement: prepared))
            case SQLITE_DONE: return
            default: throw failure("the database cannot be read to its end")
            }
        }
    }

    /// A name in a query.
    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
