public import PermitLog

/// Reads object-centric logs (OCEL 2.0) from databases of SQLite.
public enum ObjectCentricDatabase {
    private static let mark = Array("SQLite format 3\0".utf8)

    /// Whether a file's first bytes, decompressed, are those of a database.
    public static func isDatabase(_ start: some Collection<UInt8>) -> Bool { start.starts(with: mark) }

    /// Opens databases for a reader of logs.
    public static let opener = FileOpener { name, start, objectType throws(LogError) in
        isDatabase(start) ? try open(name, objectType: objectType) : nil
    }

    /// Opens a database as the history of one type of objects.
    ///
    /// - Parameters:
    ///   - path: The file, plain or compressed with gzip.
    ///   - objectType: The type whose objects are the cases; nil for the only one that can be meant.
    /// - Returns: Its rows; see `ObjectCentricLog.rows(of:file:bytesRead:)`.
    /// - Throws: A `LogError` when the file is no such database, or several types could be meant.
    public static func open(_ path: String, objectType: String?) throws(LogError) -> any RowSource {
        guard path != "-" else {
            throw LogError(.notALog, "a database is read from a file, not from standard input")
        }
        var reading = DatabaseReading(
            try SQLiteDatabase(path, isCompressed: try WholeFile.isCompressed(path)),
            path
        )
        let log = try reading.read()
        return try log.rows(of: objectType, file: path, bytesRead: 0)
    }
}

/// The reading of one database.
private struct DatabaseReading {
    private let database: SQLiteDatabase
    private let path: String
    private var log = ObjectCentricLog()
    private var tables: Set<String> = []
    private var events: [String: Int] = [:]

    init(_ database: SQLiteDatabase, _ path: String) {
        self.database = database
        self.path = path
    }

    mutating func read() throws(LogError) -> ObjectCentricLog {
        try readTables()
        try readObjects()
        try readEvents()
        var links: [(event: Int, object: String)] = []
        try database.rows("SELECT ocel_event_id, ocel_object_id FROM event_object ORDER BY rowid") { row in
            if let event = row.text(0).flatMap({ events[$0] }), let object = row.text(1) {
                links.append((event, object))
            }
        }
        for link in links { log.link(event: link.event, object: link.object) }
        try log.checkSize(file: path)
        return log
    }

    /// Finds the tables; views are none, because what they compute has no bounds.
    private mutating func readTables() throws(LogError) {
        var names: Set<String> = []
        let query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        try database.rows(query) { row in
            if let name = row.text(0) { names.insert(name) }
        }
        tables = names
        let needed = ["event", "object", "event_object", "event_map_type", "object_map_type"]
        let lacking = needed.filter { !names.contains($0) }
        guard !lacking.isEmpty else { return }
        let old = ["EVENTS", "OBJECTS", "RELATIONS"].allSatisfy(names.contains)
        throw LogError(
            .notALog,
            old
                ? "this is OCEL 1.0, which is not read; export it as OCEL 2.0"
                : "the database lacks the tables \(lacking.joined(separator: ", ")) of an object-centric log (OCEL 2.0)",
            position: LogPosition(file: path)
        )
    }

    /// The types of a kind with their tables, as far as these exist.
    private func types(_ kind: String) throws(LogError) -> [(type: String, table: String?)] {
        var all: [(String, String?)] = []
        let query = "SELECT ocel_type, ocel_type_map FROM \(kind)_map_type ORDER BY rowid"
        try database.rows(query) { row in
            let table = row.text(1).map { "\(kind)_\($0)" }
            all.append((row.text(0) ?? "", table.flatMap { tables.contains($0) ? $0 : nil }))
        }
        return all
    }

    // MARK: - Objects

    private mutating func readObjects() throws(LogError) {
        let types = try types("object")
        for type in types { log.addObjectType(type.type) }
        var objects: [(String, String)] = []
        try database.rows("SELECT ocel_id, ocel_type FROM object ORDER BY rowid") { row in
            if let id = row.text(0) { objects.append((id, row.text(1) ?? "")) }
        }
        for (id, type) in objects { log.addObject(id, type: type) }
        for type in types {
            if let table = type.table { try readObjectValues(table) }
        }
    }

    private mutating func readObjectValues(_ table: String) throws(LogError) {
        var columns = Columns()
        let query = "SELECT * FROM \(SQLiteDatabase.quoted(table)) ORDER BY rowid"
        try database.rows(query, head: { columns = Columns($0) }) { row throws(LogError) in
            guard let id = columns.id.flatMap(row.text) else { return }
            let time = columns.time.flatMap(row.text) ?? ""
            let changed = columns.changedField.flatMap(row.text) ?? ""
            for (index, name) in columns.values where changed.isEmpty || changed == name {
                if let value = row.text(index) { log.addValue(value, named: name, ofObject: id, from: time) }
            }
            try log.checkSize(file: path)
        }
    }

    // MARK: - Events

    private mutating func readEvents() throws(LogError) {
        var found: [(String, String)] = []
        try database.rows("SELECT ocel_id, ocel_type FROM event ORDER BY rowid") { row in
            found.append((row.text(0) ?? "", row.text(1) ?? ""))
        }
        for (id, type) in found { events[id] = log.addEvent(id, type: type, time: "") }
        for type in try types("event") {
            if let table = type.table { try readEventValues(table) }
        }
    }

    private mutating func readEventValues(_ table: String) throws(LogError) {
        var columns = Columns()
        let query = "SELECT * FROM \(SQLiteDatabase.quoted(table)) ORDER BY rowid"
        try database.rows(query, head: { columns = Columns($0) }) { row throws(LogError) in
            guard let event = columns.id.flatMap(row.text).flatMap({ events[$0] }) else { return }
            log.setTime(columns.time.flatMap(row.text) ?? "", ofEvent: event)
            for (index, name) in columns.values {
                if let value = row.text(index) { log.addValue(value, named: name, ofEvent: event) }
            }
            try log.checkSize(file: path)
        }
    }

    /// The columns of a type's table.
    private struct Columns {
        var id: Int?
        var time: Int?
        var changedField: Int?
        var values: [(index: Int, name: String)] = []

        init(_ names: [String] = []) {
            id = names.firstIndex(of: "ocel_id")
            time = names.firstIndex(of: "ocel_time")
            changedField = names.firstIndex(of: "ocel_changed_field")
            values = names.enumerated().filter { ![id, time, changedField].contains($0.offset) }
                .map { ($0.offset, $0.element) }
        }
    }
}
