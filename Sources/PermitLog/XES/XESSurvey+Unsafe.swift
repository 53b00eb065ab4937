// Invariants of this file:
// - the addresses of a tag are used before the next tag is asked for.

/// The columns that the beginning of an XES file shows.
struct XESSurvey {
    private var traceKeys: Set<String> = ["concept:name"]
    private var eventKeys: Set<String> = ["concept:name"]
    private let names = XESNames()

    /// The columns: event attributes by key, trace attributes as `case:KEY`, and by key where no event has it.
    var columns: Set<String> {
        Set(traceKeys.map { "case:" + $0 }).union(eventKeys).union(traceKeys)
    }

    /// Looks at the declared attributes and at the first trace.
    mutating func read(_ start: borrowing FileStart) {
        var tokens = XESTokenizer(name: start.name, ahead: start.ahead, input: nil, limit: .max)
        var path: [UInt64] = []
        var scope: String?
        while let tag = try? tokens.next(), tag.kind != .endOfText {
            if tag.kind == .close {
                if path.popLast() == names.trace { return }
                continue
            }
            if tag.name == names.global { scope = tag.key.map { text($0, tag.keyLength) } }
            if let key = tag.key, names.isAttribute(tag.name) { note(text(key, tag.keyLength), path, scope) }
            if tag.kind == .open { path.append(tag.name) }
        }
    }

    private mutating func note(_ key: String, _ path: [UInt64], _ scope: String?) {
        guard path.first == names.log else { return }
        let isGlobal = path.count == 2 && path[1] == names.global
        if isGlobal ? scope == "trace" : path.count == 2 && path[1] == names.trace {
            traceKeys.insert(key)
        } else if isGlobal ? scope == "event" : path.count == 3 && path[2] == names.event {
            eventKeys.insert(key)
        }
    }
}
