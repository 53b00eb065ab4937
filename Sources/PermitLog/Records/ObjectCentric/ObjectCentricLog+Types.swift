internal import PermitDocuments

extension ObjectCentricLog {
    /// How many events and objects a type has.
    struct TypeCount: Equatable {
        var name: String
        var events: Int
        var objects: Int
    }

    /// The counts of every type, in the order of the log.
    var typeCounts: [TypeCount] {
        var counts = objectTypes.map { TypeCount(name: $0, events: 0, objects: 0) }
        for object in objects {
            if let type = object.type { counts[type].objects += 1 }
        }
        var last = [Int](repeating: -1, count: counts.count)
        for link in links.sorted(by: { $0.event < $1.event }) {
            guard let type = objects[link.object].type, last[type] != link.event else { continue }
            last[type] = link.event
            counts[type].events += 1
        }
        return counts
    }

    /// The type on which the log is flattened: the one that was asked for, or the only one that can be meant.
    ///
    /// - Throws: A `LogError` with the code `objectType`, which lists the types.
    func chosenType(_ wanted: String?, file: String) throws(LogError) -> Int {
        if let wanted {
            if let index = objectTypes.firstIndex(of: wanted) { return index }
            throw refusal(
                "no object type \"\(wanted)\"; \(Suggestion.phrase(for: wanted, among: objectTypes))",
                file
            )
        }
        let counts = typeCounts
        let used = counts.indices.filter { counts[$0].events > 0 }
        if used.count == 1 { return used[0] }
        let whole = used.filter { counts[$0].events == events.count }
        if whole.count == 1 { return whole[0] }
        if objectTypes.isEmpty {
            throw refusal("the object-centric log has no objects, and a permit is one", file)
        }
        throw refusal("an object-centric log is read as the history of one type of objects; name it", file)
    }

    private func refusal(_ message: String, _ file: String) -> LogError {
        let list = typeCounts.prefix(40)
            .map { "\"\($0.name)\" (\($0.events) events, \($0.objects) objects)" }.joined(separator: ", ")
        let choice = list.isEmpty ? "" : "; --object-type takes one of \(list)"
        return LogError(.objectType, message + choice, position: LogPosition(file: file))
    }
}
