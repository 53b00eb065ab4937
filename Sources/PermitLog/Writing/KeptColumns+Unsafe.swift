// Invariants of this file:
// - the addresses of a tag are used before the next tag is asked for.

/// All columns of a file beside those of case, activity, time and resource, for a log that is written again.
struct KeptColumns {
    /// The columns in the order of the file.
    private let all: [String]
    private let resource: String?
    /// Whether their names say which attributes are of cases.
    let statesLevels: Bool

    /// The columns of a table.
    init(table header: [String], _ chosen: ChosenColumns) {
        resource = chosen.resource
        let own = Self.own(chosen)
        all = header.filter { !own.contains($0) }
        let isOwnForm = [JSONLinesWriter.caseID, JSONLinesWriter.activity, JSONLinesWriter.time]
            .allSatisfy(own.contains)
        statesLevels = isOwnForm || header.contains { $0.hasPrefix("case:") }
    }

    /// The columns of an XES file, whose attributes may come anywhere: it is read once more, unless it is standard input.
    init(xes start: borrowing FileStart, _ chosen: ChosenColumns, limit: Int) throws(LogError) {
        var keys = XESKeys()
        try keys.read(start, limit: limit)
        resource = chosen.resource
        let own = Self.own(chosen).union(["case:" + ColumnChoice.xesActivity])
        all = (keys.ofTraces.map { "case:" + $0 } + keys.ofEvents).filter { !own.contains($0) }
        statesLevels = true
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
        return all.filter { seen.insert($0).inserted && !Self.isNamed($0, in: personal) }
    }

    /// Whether a column is among some names, whatever its spelling and with or without `case:`.
    static func isNamed(_ column: String, in names: [String]) -> Bool {
        let keys = Set(names.flatMap { [ColumnName.key($0), ColumnName.key(bare($0))] })
        return keys.contains(ColumnName.key(column)) || keys.contains(ColumnName.key(bare(column)))
    }

    /// Whether events may not say who acted.
    func hidesResource(_ personal: [String]) -> Bool {
        resource.map { Self.isNamed($0, in: personal) } ?? false
    }

    private static func bare(_ name: String) -> String {
        name.hasPrefix("case:") ? String(name.dropFirst("case:".count)) : name
    }
}

/// The keys of all attributes of an XES file's traces and events, in the order of their first use.
private struct XESKeys: ~Copyable {
    private let names = XESNames()
    private(set) var ofTraces: [String] = []
    private(set) var ofEvents: [String] = []
    private var seenInTraces: Set<UInt64> = []
    private var seenInEvents: Set<UInt64> = []
    private var decoder = XESText()

    mutating func read(_ start: borrowing FileStart, limit: Int) throws(LogError) {
        if start.name == "-" {
            var tokens = XESTokenizer(name: start.name, ahead: start.ahead, input: nil, limit: limit)
            try? read(&tokens)
            return
        }
        let input = try ByteInput(opening: start.name)
        var tokens = XESTokenizer(name: start.name, ahead: ByteRun(capacity: 0), input: input, limit: limit)
        // What is wrong with the file is said when it is read for good.
        try? read(&tokens)
    }

    private mutating func read(_ tokens: inout XESTokenizer) throws(LogError) {
        var path: [UInt64] = []
        while true {
            let tag = try tokens.next()
            switch tag.kind {
            case .endOfText: return
            case .close: _ = path.popLast()
            case .open, .closed:
                if let key = tag.key, tag.value != nil { note(key, tag.keyLength, path) }
                if tag.kind == .open { path.append(tag.name) }
            }
        }
    }

    /// A key without its entities.
    private mutating func name(_ key: ByteAddress, _ length: Int) -> String {
        guard let (bytes, count) = decoder.decode(key, length, isLatin: false) else {
            return text(key, length)
        }
        return text(bytes, count)
    }

    private mutating func note(_ key: ByteAddress, _ length: Int, _ path: [UInt64]) {
        guard path.count >= 2, path[0] == names.log, path[1] == names.trace else { return }
        let number = XESTokenizer.number(of: key, length)
        if path.count == 2 {
            if seenInTraces.insert(number).inserted { ofTraces.append(name(key, length)) }
        } else if path.count == 3, path[2] == names.event, seenInEvents.insert(number).inserted {
            ofEvents.append(name(key, length))
        }
    }
}
