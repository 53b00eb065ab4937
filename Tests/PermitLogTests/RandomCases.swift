import PermitLog
import TestSupport
import WorkingTime

/// A random log as it is written: cases in the order of their first row, each with its events in order.
struct RandomCases {
    var cases: [WrittenCase] = []
    /// The cases cut into pieces of one event, in the order of the rows.
    var rows: [WrittenCase] = []
    static let caseKeys = ["channel", "kbli", "é \"k\" & <x>", "project"]
    static let eventKeys = ["unit", "note", "org:group"]

    private var generator: SeededGenerator

    /// Makes a log; without dates every stamp has a time of day.
    init(seed: UInt64, hasDates: Bool) {
        generator = SeededGenerator(seed: seed)
        let made = (0..<Int.random(in: 1..<12, using: &generator)).map { entry($0, hasDates: hasDates) }
        interleave(made)
        var seen: [String] = []
        for row in rows where !seen.contains(row.id) { seen.append(row.id) }
        cases = seen.compactMap { id in made.first { $0.id == id } }
    }

    private mutating func entry(_ number: Int, hasDates: Bool) -> WrittenCase {
        var time: Int64 = 1_600_000_000_000_000 + Int64.random(in: 0..<1_000_000_000_000, using: &generator)
        var events: [WrittenEvent] = []
        for _ in 0..<Int.random(in: 1..<8, using: &generator) {
            // At least two days apart, so that a date keeps its place among moments.
            time += Int64.random(in: 172_800_000_000..<400_000_000_000, using: &generator)
            let isDateOnly = hasDates && generator.oneIn(4)
            let moment = Instant(microseconds: time)
            events.append(
                WrittenEvent(
                    activity: ["File", "Täglich \"x\"", "a,b;c", "Issue & close <now>"]
                        .randomElement(using: &generator)
                        ?? "",
                    time: isDateOnly ? Zone.jakarta.start(of: Zone.jakarta.day(of: moment)) : moment,
                    isDateOnly: isDateOnly,
                    resource: generator.oneIn(3) ? nil : "R\(Int.random(in: 0..<4, using: &generator))",
                    attributes: attributes(Self.eventKeys)
                )
            )
        }
        return WrittenCase(id: "C\(number) ü", attributes: attributes(Self.caseKeys), events: events)
    }

    private mutating func attributes(_ keys: [String]) -> [WrittenAttribute] {
        keys.compactMap { key in
            guard !generator.oneIn(3) else { return nil }
            let parts = ["a", "7", "é", "\"", "'", "&amp;", "<", "\n", "\t", ", ", ";", "😀", "]]>", "\\n"]
            let text = (0..<Int.random(in: 1..<5, using: &generator))
                .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            return WrittenAttribute(key, .text("v" + text + "."))
        }
    }

    private mutating func interleave(_ made: [WrittenCase]) {
        var left = made
        while let index = left.indices.randomElement(using: &generator) {
            var row = left[index]
            row.events = [left[index].events.removeFirst()]
            rows.append(row)
            if left[index].events.isEmpty { left.remove(at: index) }
        }
    }

    /// The columns of a table of the log.
    static var columns: TableWriter.Columns {
        var columns = TableWriter.Columns()
        columns.caseAttributes = caseKeys.map { ($0, "case:" + $0) }
        columns.eventAttributes = eventKeys.map { ($0, $0) }
        return columns
    }
}

/// The formats of logs that are written.
enum WrittenForm: String, CaseIterable {
    case csv
    case xes
    case jsonl
    case jsonocel

    /// Writes a log to a file of this format.
    func write(_ conversion: LogConversion, zone: Zone = .jakarta) throws -> TemporaryFile {
        let file = TemporaryFile("", suffix: "." + rawValue)
        switch self {
        case .csv:
            var writer = try TableWriter(file.path, columns: conversion.tableColumns, zone: zone)
            try conversion.write(to: &writer)
        case .xes:
            var writer = try XESWriter(file.path, zone: zone)
            try conversion.write(to: &writer)
        case .jsonl:
            var writer = try JSONLinesWriter(file.path, zone: zone)
            try conversion.write(to: &writer)
        case .jsonocel:
            var writer = try ObjectCentricWriter(file.path, zone: zone)
            try conversion.write(to: &writer)
        }
        return file
    }
}

extension LogConversion {
    /// Reads a file with all its columns.
    init(reading path: String, _ adjust: (inout ReadRequest) -> Void = { _ in }) throws {
        var request = ReadRequest(sources: [path])
        request.zone = .jakarta
        request.keepsAllColumns = true
        request.keepsResource = true
        adjust(&request)
        try self.init(try LogReader.read(request))
    }

    /// The cases.
    var cases: [WrittenCase] { (0..<caseCount).map(entry) }
}

extension [WrittenCase] {
    /// The cases with their attributes sorted by key: formats order them as they like.
    var sortedByKey: [WrittenCase] {
        map { entry in
            var entry = entry
            entry.attributes.sort { $0.key < $1.key }
            for index in entry.events.indices { entry.events[index].attributes.sort { $0.key < $1.key } }
            return entry
        }
    }
}
