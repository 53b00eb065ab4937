/// An object-centric log (OCEL 2.0): events that concern objects of several types.
///
/// It is held as a whole, because a file may tell an object's values behind the events that concern it. Whoever reads
/// a format of such logs fills it and asks for ``rows(of:file:bytesRead:)``.
public struct ObjectCentricLog: Sendable {
    struct Object: Sendable {
        var id: String
        /// The index of its type in `objectTypes`; nil where the log only refers to it.
        var type: Int?
    }

    struct Event: Sendable {
        var id: String
        var type: String
        var time: String
    }

    /// A value of an object from a time on.
    struct Change: Sendable {
        var object: Int
        var name: Int
        var time: String
        var value: String
    }

    /// A value of an event.
    struct Value: Sendable {
        var event: Int
        var name: Int
        var value: String
    }

    struct Link: Sendable {
        var event: Int
        var object: Int
    }

    /// How many bytes of text a log may have.
    static let mostBytes = 1 << 31

    private(set) var objectTypes: [String] = []
    private(set) var objects: [Object] = []
    private(set) var events: [Event] = []
    private(set) var changes: [Change] = []
    private(set) var values: [Value] = []
    private(set) var links: [Link] = []
    /// The names of attributes.
    private(set) var names: [String] = []
    private var typeIndex: [String: Int] = [:]
    private var objectIndex: [String: Int] = [:]
    private var nameIndex: [String: Int] = [:]
    private var bytes = 0

    /// Creates a log of nothing.
    public init() {}

    /// Adds a type of objects, of which there may be none.
    public mutating func addObjectType(_ name: String) { _ = type(name) }

    /// Adds an object, or gives an object that events refer to its type.
    public mutating func addObject(_ id: String, type: String) {
        let index = object(id)
        if objects[index].type == nil { objects[index].type = self.type(type) }
    }

    /// Adds a value that an object has from a time on; an empty time is the beginning.
    public mutating func addValue(_ value: String, named name: String, ofObject id: String, from time: String)
    {
        bytes += value.utf8.count + time.utf8.count
        changes.append(Change(object: object(id), name: self.name(name), time: time, value: value))
    }

    /// Adds an event.
    ///
    /// - Returns: Its place among the events.
    public mutating func addEvent(_ id: String, type: String, time: String) -> Int {
        bytes += id.utf8.count + type.utf8.count + time.utf8.count
        events.append(Event(id: id, type: type, time: time))
        return events.count - 1
    }

    /// Sets the time of an event by its place.
    public mutating func setTime(_ time: String, ofEvent event: Int) {
        bytes += time.utf8.count
        events[event].time = time
    }

    /// Adds a value of an event by its place.
    public mutating func addValue(_ value: String, named name: String, ofEvent event: Int) {
        bytes += value.utf8.count
        values.append(Value(event: event, name: self.name(name), value: value))
    }

    /// Notes that an event, by its place, concerns an object.
    public mutating func link(event: Int, object id: String) {
        links.append(Link(event: event, object: object(id)))
    }

    /// The number of events.
    public var eventCount: Int { events.count }

    /// Refuses a log that has more text than is held.
    ///
    /// - Throws: A `LogError` with the code `tooLarge`.
    public func checkSize(file: String) throws(LogError) {
        guard bytes > Self.mostBytes || links.count > Int(Int32.max) else { return }
        throw LogError(
            .tooLarge,
            "the object-centric log has more than \(Self.mostBytes >> 20) MB of text; flatten it on one object type first",
            position: LogPosition(file: file)
        )
    }

    private mutating func type(_ name: String) -> Int {
        if let known = typeIndex[name] { return known }
        typeIndex[name] = objectTypes.count
        objectTypes.append(name)
        return objectTypes.count - 1
    }

    private mutating func object(_ id: String) -> Int {
        if let known = objectIndex[id] { return known }
        bytes += id.utf8.count
        objectIndex[id] = objects.count
        objects.append(Object(id: id))
        return objects.count - 1
    }

    private mutating func name(_ name: String) -> Int {
        if let known = nameIndex[name] { return known }
        nameIndex[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
