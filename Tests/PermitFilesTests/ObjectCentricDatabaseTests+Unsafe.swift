// Invariants of this file:
// - a database is open from `sqlite3_open` until `sqlite3_close` in the same function.

import CSQLite
import Foundation
import PermitFiles
import PermitLog
import TestSupport
import Testing

@Suite("An object-centric log in a database")
struct ObjectCentricDatabaseTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let log = """
        CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
        CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
        CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
        CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
        CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
        CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
        CREATE TABLE "event_Fi""le" (ocel_id TEXT, ocel_time TIMESTAMP, desk TEXT, fee REAL);
        CREATE TABLE event_Issue (ocel_id TEXT, ocel_time TIMESTAMP);
        CREATE TABLE object_permit (ocel_id TEXT, ocel_time TIMESTAMP, ocel_changed_field TEXT, risk TEXT, kbli TEXT);
        INSERT INTO event_map_type VALUES ('File it', 'Fi"le'), ('Issue', 'Issue');
        INSERT INTO object_map_type VALUES ('permit', 'permit'), ('land', 'land');
        INSERT INTO event VALUES ('e2', 'Issue'), ('e1', 'File it'), ('e3', 'Issue');
        INSERT INTO object VALUES ('P1', 'permit'), ('L1', 'land');
        INSERT INTO event_object VALUES ('e1', 'P1', 'x'), ('e1', 'P1', 'y'), ('e2', 'P1', ''), ('e3', 'L1', '');
        INSERT INTO "event_Fi""le" VALUES ('e1', '2024-01-02 09:00:00', 'A', 12.5);
        INSERT INTO event_Issue VALUES ('e2', '2024-02-02T09:00:00Z'), ('e3', '2024-02-03T09:00:00Z');
        INSERT INTO object_permit VALUES ('P1', '1970-01-01', NULL, 'low', '47'),
            ('P1', '2024-02-01', 'risk', 'high', 'stale');
        """

    /// Creates a database.
    private func database(_ statements: String, name: String = "log.sqlite") -> String {
        let path = scratch.folder.appending(path: name).path
        var database: OpaquePointer?
        #expect(sqlite3_open(path, &database) == SQLITE_OK)
        #expect(sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK)
        sqlite3_close(database)
        return path
    }

    private func rows(_ path: String, type: String?) throws(LogError) -> [[String]] {
        let source = try ObjectCentricDatabase.open(path, objectType: type)
        var all = [source.columns ?? []]
        var row = TextRow()
        while try source.next(&row) { all.append(row.texts) }
        return all
    }

    private static let expected = [
        [
            "case:concept:name", "concept:name", "time:timestamp", "ocel:eid", "case:risk", "case:kbli",
            "desk",
            "fee",
        ],
        ["P1", "Issue", "2024-02-02T09:00:00Z", "e2", "high", "47", "", ""],
        ["P1", "File it", "2024-01-02 09:00:00", "e1", "low", "47", "A", "12.5"],
    ]

    @Test("is a row for every event and object of the type, with values as they were then")
    func flattened() throws {
        let path = database(Self.log, name: "a #1 50%?.sqlite")
        #expect(try rows(path, type: "permit") == Self.expected)
        #expect(throws: LogError.self) { try rows(path, type: nil) }
        #expect(try rows(path, type: "land").count == 2)
    }

    @Test("may be compressed")
    func compressed() throws {
        let path = database(Self.log)
        let run = try Program.run("gzip", ["-k", path])
        #expect(run.status == 0)
        #expect(try rows(path + ".gz", type: "permit") == Self.expected)
    }

    @Test("is known by its first bytes")
    func known() throws {
        let bytes = try Data(contentsOf: URL(filePath: database(Self.log)))
        #expect(ObjectCentricDatabase.isDatabase(bytes.prefix(100)))
        #expect(!ObjectCentricDatabase.isDatabase(Data("SQLite".utf8)))
    }

    @Test("is refused when it is another database, an older log, a view, damaged or absent")
    func refused() throws {
        func error(_ path: String) -> LogError? {
            #expect(throws: LogError.self) { try rows(path, type: nil) }
        }
        let other = database("CREATE TABLE event (id TEXT); CREATE TABLE object (id TEXT)", name: "other")
        #expect(error(other)?.message.contains("lacks the tables event_object, event_map_type") == true)
        let old = database(
            "CREATE TABLE EVENTS (a); CREATE TABLE OBJECTS (a); CREATE TABLE RELATIONS (a)",
            name: "old"
        )
        #expect(error(old)?.message.contains("OCEL 1.0") == true)
        let view = database(
            Self.log + "DROP TABLE event; CREATE VIEW event AS SELECT 1 AS ocel_id, 2 AS ocel_type;",
            name: "view"
        )
        #expect(error(view)?.message.contains("lacks the tables event of") == true)
        let lacking = database(
            Self.log + "ALTER TABLE event RENAME COLUMN ocel_type TO kind;",
            name: "lacking"
        )
        #expect(error(lacking)?.code == .damaged)
        var bytes = try Data(contentsOf: URL(filePath: database(Self.log, name: "whole")))
        bytes.removeLast(bytes.count / 2)
        let cut = scratch.folder.appending(path: "cut")
        try bytes.write(to: cut)
        #expect(error(cut.path)?.code == .damaged)
        #expect(error(scratch.folder.path + "/absent")?.code == .absent)
        #expect(error("-")?.code == .notALog)
    }
}

@Suite(
    "The object-centric example database",
    .enabled(if: PackageFiles.shared != nil, "the folder of logs is absent")
)
struct ObjectCentricExampleDatabaseTests {
    @Test(
        "is flattened to as many events as by pm4py",
        arguments: [
            ("Invoice", 9, 3), ("Payment", 3, 3), ("Purchase Order", 5, 2), ("Purchase Requisition", 3, 1),
        ]
    )
    func counts(type: String, events: Int, objects: Int) throws {
        let path = try #require(PackageFiles.shared) + "/logs/ocel20_example.sqlite"
        let source = try ObjectCentricDatabase.open(path, objectType: type)
        var row = TextRow()
        var cases: [String] = []
        while try source.next(&row) { cases.append(row.text(0)) }
        #expect(cases.count == events)
        #expect(Set(cases).count == objects)
    }
}
