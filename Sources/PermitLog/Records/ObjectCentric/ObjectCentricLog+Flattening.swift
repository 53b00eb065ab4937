internal import WorkingTime

extension ObjectCentricLog {
    /// The log as the history of one type of objects: a row for every event and object of the type that it concerns.
    ///
    /// The case is the object. The columns are `case:concept:name`, `concept:name`, `time:timestamp`, `ocel:eid`, the
    /// attributes of events, and the attributes of the objects as `case:NAME` with their value at the event's time.
    ///
    /// - Parameters:
    ///   - objectType: The type; nil for the only one that can be meant.
    ///   - file: The file's name for messages.
    ///   - bytesRead: The bytes of the file.
    /// - Returns: The rows, whose numbers count events of objects.
    /// - Throws: A `LogError` that lists the types when none is named and several could be meant.
    public func rows(of objectType: String?, file: String, bytesRead: Int) throws(LogError) -> any RowSource {
        FlattenedRows(self, type: try chosenType(objectType, file: file), file: file, bytesRead: bytesRead)
    }
}

/// The events of an object-centric log that concern objects of one type.
final class FlattenedRows: RowSource {
    static let eventColumn = "ocel:eid"

    /// The changes of one attribute of one object, by time.
    private struct History {
        var name: Int
        var times: [Int64]
        var values: [String]

        /// The value at a time; nil before the first.
        func value(at time: Int64) -> String? {
            var low = 0
            var high = times.count
            while low < high {
                let middle = (low + high) / 2
                if times[middle] <= time { low = middle + 1 } else { high = middle }
            }
            return low == 0 ? nil : values[low - 1]
        }
    }

    let columns: [String]?
    let unit = LogPosition.Unit.event
    let findings: [DirtFinding]
    let bytesRead: Int
    private let log: ObjectCentricLog
    private let links: Grouped
    private let values: Grouped
    /// For each attribute its column as one of events, and as one of objects.
    private let eventColumns: [Int?]
    private let objectColumns: [Int?]
    private var histories: [Int: [History]] = [:]
    private let changes: Grouped
    private var event = 0
    private var linked: [Int] = []
    private var number = 0
    private var cells: [String]

    init(_ log: ObjectCentricLog, type: Int, file: String, bytesRead: Int) {
        self.log = log
        self.bytesRead = bytesRead
        func isOfType(_ object: Int) -> Bool { log.objects[object].type == type }
        links = Grouped(log.links.map(\.event), groups: log.events.count) { isOfType(log.links[$0].object) }
        values = Grouped(log.values.map(\.event), groups: log.events.count) { _ in true }
        changes = Grouped(log.changes.map(\.object), groups: log.objects.count) {
            isOfType(log.changes[$0].object)
        }
        let names = FlatColumns(log) { isOfType(log.changes[$0].object) }
        columns = names.all
        eventColumns = names.ofEvents
        objectColumns = names.ofObjects
        cells = [String](repeating: "", count: names.all.count)
        findings = Self.findings(log, links, log.objectTypes[type], file)
    }

    private static func findings(
        _ log: ObjectCentricLog,
        _ links: Grouped,
        _ type: String,
        _ file: String
    ) -> [DirtFinding] {
        let without = log.events.indices.count { links.members(of: $0).isEmpty }
        let unknown = log.links.count { log.objects[$0.object].type == nil }
        var all: [DirtFinding] = []
        if without > 0 {
            let detail = "events that concern no object of the type \(type)"
            all.append(
                DirtFinding(.leftOut, file: file, count: without, of: log.events.count, detail: detail)
            )
        }
        if unknown > 0 {
            let detail = "links of events to objects that the log does not have"
            all.append(DirtFinding(.leftOut, file: file, count: unknown, of: log.links.count, detail: detail))
        }
        return all
    }

    func next(_ row: inout TextRow) throws(LogError) -> Bool {
        row.removeAll()
        while linked.isEmpty {
            guard event < log.events.count else { return false }
            linked = objects(of: event)
            event += 1
        }
        number += 1
        row.number = number
        fill(linked.removeLast(), event - 1)
        for cell in cells { row.append(cell) }
        return true
    }

    /// The different objects of an event, the last first.
    private func objects(of event: Int) -> [Int] {
        var seen: Set<Int> = []
        let all = links.members(of: event).map { log.links[Int($0)].object }
        return all.filter { seen.insert($0).inserted }.reversed()
    }

    private func fill(_ object: Int, _ index: Int) {
        for cell in cells.indices { cells[cell] = "" }
        let event = log.events[index]
        cells.replaceSubrange(0..<4, with: [log.objects[object].id, event.type, event.time, event.id])
        for value in values.members(of: index) {
            let value = log.values[Int(value)]
            if let column = eventColumns[value.name] { cells[column] = value.value }
        }
        let time = Self.moment(event.time) ?? .max
        for history in histories(of: object) {
            if let column = objectColumns[history.name] { cells[column] = history.value(at: time) ?? "" }
        }
    }

    private func histories(of object: Int) -> [History] {
        if let known = histories[object] { return known }
        var made: [Int: [(time: Int64, value: String)]] = [:]
        for index in changes.members(of: object) {
            let change = log.changes[Int(index)]
            made[change.name, default: []].append((Self.moment(change.time) ?? .min, change.value))
        }
        let all = made.keys.sorted()
            .map { name in
                let sorted = (made[name] ?? []).enumerated()
                    .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
                return History(
                    name: name,
                    times: sorted.map(\.element.time),
                    values: sorted.map(\.element.value)
                )
            }
        histories[object] = all
        return all
    }

    /// A moment in microseconds; one without offset as in UTC, since it is compared with others of its file alone.
    private static func moment(_ text: String) -> Int64? {
        (try? Stamp.parse(text, in: .utc))?.instant.microseconds
    }
}

/// The columns of a log that was flattened.
private struct FlatColumns {
    var all = [
        ColumnChoice.xesCase, ColumnChoice.xesActivity, ColumnChoice.xesTime, FlattenedRows.eventColumn,
    ]
    var ofEvents: [Int?]
    var ofObjects: [Int?]

    init(_ log: ObjectCentricLog, isWanted: (Int) -> Bool) {
        ofEvents = [Int?](repeating: nil, count: log.names.count)
        ofObjects = ofEvents
        var taken = Set(all)
        func add(_ name: String) -> Int {
            var name = name
            while !taken.insert(name).inserted { name = "event:" + name }
            all.append(name)
            return all.count - 1
        }
        for change in log.changes.indices where isWanted(change) {
            let name = log.changes[change].name
            if ofObjects[name] == nil { ofObjects[name] = add("case:" + log.names[name]) }
        }
        for value in log.values where ofEvents[value.name] == nil {
            ofEvents[value.name] = add(log.names[value.name])
        }
    }
}

/// The members of groups: indices of a list, by group and in the list's order.
struct Grouped {
    private var starts: [Int32]
    private var indices: [Int32]

    /// Groups the wanted indices of a list by the group that it names for each.
    init(_ groupOf: [Int], groups: Int, isWanted: (Int) -> Bool) {
        starts = [Int32](repeating: 0, count: groups + 1)
        let wanted = groupOf.indices.filter(isWanted)
        for index in wanted { starts[groupOf[index] + 1] += 1 }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        var next = starts
        indices = [Int32](repeating: 0, count: wanted.count)
        for index in wanted {
            let group = groupOf[index]
            indices[Int(next[group])] = Int32(index)
            next[group] += 1
        }
    }

    /// The members of a group.
    func members(of group: Int) -> ArraySlice<Int32> { indices[Int(starts[group])..<Int(starts[group + 1])] }
}
