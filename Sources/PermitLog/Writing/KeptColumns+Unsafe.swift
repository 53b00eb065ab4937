// Invariants of this file:
// - the addresses of a tag are used before the next tag is asked for.

/// All columns of some files beside those of case, activity, time and resource, for a log that is written again.
struct KeptColumns {
    /// The columns in the order of the files.
    private var all: [String] = []
    private var resources: Set<String> = []
    /// Whether their names say which attributes are of cases.
    private(set) var statesLevels = true
    /// What their values are, where the files say so.
    private(set) var kinds: [String: ColumnKind] = [:]

    /// No columns.
    init() {}

    /// The columns of a table.
    init(table header: [String], _ chosen: ChosenColumns) {
        resources = Set([chosen.resource].compactMap(\.self))
        let own = Self.own(chosen)
        let columns = ColumnSet(header)
        let places = Set(own.compactMap(columns.index))
        all = header.indices.filter { !places.contains($0) }.map { header[$0] }
        let isOwnForm = [JSONLinesWriter.caseID, JSONLinesWriter.activity, JSONLinesWriter.time]
            .allSatisfy(own.contains)
        kinds = [:]
        statesLevels = isOwnForm || header.contains { $0.hasPrefix("case:") }
    }

    /// The columns of an XES file, whose attributes may come anywhere: it is read once more, unless it is standard input.
    init(xes start: borrowing FileStart, _ chosen: ChosenColumns, limit: Int) throws(LogError) {
        var keys = XESKeys()
        try keys.read(start, limit: limit)
        resources = Set([chosen.resource].compactMap(\.self))
        let own = Self.own(chosen).union(["case:" + ColumnChoice.xesActivity])
        all = (keys.ofTraces.map { "case:" + $0 } + keys.ofEvents).filter { !own.contains($0) }
        kinds = keys.kinds
        statesLevels = true
    }

    /// Adds the columns of a further file; a column whose values differ in kind holds texts.
    mutating func add(_ other: KeptColumns) {
        let known = Set(all)
        for (column, kind) in other.kinds {
            kinds[column] = known.contains(column) && kinds[column] != kind ? .text : kind
        }
        for column in other.all where known.contains(column) && other.kinds[column] == nil {
            kinds[column] = nil
        }
        all += other.all.filter { !known.contains($0) }
        resources.formUnion(other.resources)
        statesLevels = statesLevels && other.statesLevels
    }

    private static func own(_ chosen: ChosenColumns) -> Set<String> {
        Set(
            [chosen.caseID, chosen.activity, chosen.time] + [chosen.resource].compactMap(\.self)
                + chosen.events.map(\.column)
        )
    }

    /// The columns that may be kept: those that are not personal, whatever their spelling.
    func names(without personal: [String]) -> [String] {
        var seen: Set<String> = []
        return all.filter { name in
            seen.insert(name).inserted
                && !Self.isNamed(kinds[name] == nil ? name : Self.decoded(name), in: personal)
        }
    }

    /// Whether a column is among some names, whatever its spelling and with or without `case:`.
    static func isNamed(_ column: String, in names: [String]) -> Bool {
        let keys = Set(names.flatMap { [ColumnName.key($0), ColumnName.key(bare($0))] })
        return keys.contains(ColumnName.key(column)) || keys.contains(ColumnName.key(bare(column)))
    }

    /// Whether events may not say who acted.
    func hidesResource(_ personal: [String]) -> Bool {
        resources.contains { Self.isNamed($0, in: personal) }
    }

    /// The name of an XES column with its entities resolved; the reader compares keys as they are written.
    static func decoded(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "&")) else { return name }
        var bytes = Array(name.utf8)
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 8))
        var text = XESText()
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let (start, length) = text.decode(base, count, isLatin: false)
            else { return name }
            return PermitLog.text(start, length)
        }
    }

    private static func bare(_ name: String) -> String {
        name.hasPrefix("case:") ? String(name.dropFirst("case:".count)) : name
    }
}

/// The keys of all attributes of an XES file's traces and events, in the order of their first use.
private struct XESKeys {
    private let names = XESNames()
    private(set) var ofTraces: [String] = []
    private(set) var ofEvents: [String] = []
    /// What the values of columns are; a text where they differ.
    private(set) var kinds: [String: ColumnKind] = [:]
    /// The element of every key that was met in traces and in events.
    private var elements: [[UInt64: UInt64]] = [[:], [:]]

    mutating func read(_ start: borrowing FileStart, limit: Int) throws(LogError) {
        if start.name == "-" {
            var tokens = XESTokenizer(name: start.name, ahead: start.ahead, input: nil, limit: limit)
            try? read(&tokens)
            return
        }
        let input = try ByteInput(opening: start.name)
        var tokens = XESTokenizer(
            name: start.name,
            ahead: ByteRun(capacity: 0),
            input: input,
            limit: limit
        )
        // What is wrong with the file is said when it is read for good.
        try? read(&tokens)
    }

    private mutating func read(_ tokens: inout XESTokenizer) throws(LogError) {
        var path: [UInt64] = []
        var nested = NestedKeys()
        while true {
            let tag = try tokens.next()
            switch tag.kind {
            case .endOfText: return
            case .close:
                _ = path.popLast()
                nested.leave()
            case .open, .closed:
                if let level = level(tag.name, path) {
                    nested.enter(tag.key, tag.keyLength)
                    if tag.key != nil, tag.value != nil { note(nested, tag.name, level) }
                    if tag.kind == .closed { nested.leave() }
                }
                if tag.kind == .open { path.append(tag.name) }
            }
        }
    }

    /// Whether an element stands in a trace (0) or in an event (1), and is neither.
    private func level(_ element: UInt64, _ path: [UInt64]) -> Int? {
        guard path.count >= 2, path[0] == names.log, path[1] == names.trace else { return nil }
        if path.count > 2, path[2] == names.event { return 1 }
        return path.count == 2 && element == names.event ? nil : 0
    }

    private mutating func note(_ keys: borrowing NestedKeys, _ element: UInt64, _ level: Int) {
        let isOfEvent = level == 1
        let number = XESTokenizer.number(of: keys.bytes, keys.count)
        if let known = elements[level][number] {
            if known != element { kinds[column(keys.bytes, keys.count, isOfEvent)] = .text }
            return
        }
        elements[level][number] = element
        let name = text(keys.bytes, keys.count)
        if isOfEvent { ofEvents.append(name) } else { ofTraces.append(name) }
        kinds[column(keys.bytes, keys.count, isOfEvent)] = ColumnKind(element: element)
    }

    private func column(_ key: ByteAddress, _ length: Int, _ isOfEvent: Bool) -> String {
        (isOfEvent ? "" : "case:") + text(key, length)
    }
}
