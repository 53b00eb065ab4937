// Invariants of this file:
// - a frame's address is used before the next one is asked for.

/// Reads an object-centric log in JSON, event by event and object by object.
struct ObjectCentricJSON {
    private let frames: RecordFrames
    private let name: String
    private var log = ObjectCentricLog()
    private var hasEvents = false

    private init(_ frames: RecordFrames, _ name: String) {
        self.frames = frames
        self.name = name
    }

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - stream: The text, in UTF-8.
    ///   - name: The file's name for messages.
    ///   - limit: The longest event or object in bytes.
    /// - Returns: The log as a whole.
    /// - Throws: A `LogError` when the text is no object-centric log, or cannot be read to its end.
    static func read(_ stream: any ByteStream, name: String, limit: Int) throws(LogError) -> ObjectCentricLog
    {
        let frames = RecordFrames(stream, limit: limit)
        frames.lookAhead(1 << 16)
        frames.skipByteOrderMark()
        var reading = ObjectCentricJSON(frames, name)
        try reading.document()
        return reading.log
    }

    // MARK: - The document

    private mutating func document() throws(LogError) {
        guard try frames.take(0x7B) else { throw damaged("there is no object") }
        var isFirst = true
        while try !frames.take(0x7D) {
            if !isFirst, try !frames.take(0x2C) { throw damaged("a comma or } is missing") }
            isFirst = false
            try member()
        }
        guard hasEvents else { throw Self.noEvents(name) }
    }

    private mutating func member() throws(LogError) {
        guard try frames.peek() == 0x22, let frame = try frames.value(), frame.fault == nil else {
            throw damaged("a name in quotes is missing")
        }
        var cursor = JSONCursor(frame.bytes, frame.length)
        let key = cursor.string()?.text ?? ""
        if key.hasPrefix("ocel:") { throw LogError.oldObjectCentric(name) }
        guard try frames.take(0x3A) else { throw damaged("a colon is missing") }
        switch key {
        case "objectTypes": try elements { reading, cursor in reading.objectType(&cursor) }
        case "objects": try elements { reading, cursor in reading.object(&cursor) }
        case "events":
            hasEvents = true
            try elements { reading, cursor in reading.event(&cursor) }
        default: _ = try value("behind \"\(key)\"")
        }
    }

    private mutating func elements(
        _ read: (inout ObjectCentricJSON, inout JSONCursor) -> Void
    ) throws(LogError) {
        guard try frames.take(0x5B) else { throw damaged("events and objects are lists") }
        var isFirst = true
        while try !frames.take(0x5D) {
            if !isFirst, try !frames.take(0x2C) { throw damaged("a comma or ] is missing") }
            isFirst = false
            let frame = try value("in a list")
            var cursor = JSONCursor(frame.bytes, frame.length)
            read(&self, &cursor)
            if cursor.fault == nil, !cursor.isAtEnd() { cursor.fail("more text follows") }
            if let fault = cursor.fault { throw damaged(fault) }
            try log.checkSize(file: name)
        }
    }

    private func value(_ place: String) throws(LogError) -> RecordFrame {
        guard let frame = try frames.value() else { throw damaged("the text ends \(place)") }
        guard let fault = frame.fault else { return frame }
        if fault == .fieldTooLong {
            throw LogError(
                .tooLarge,
                "an event or object behind event \(log.eventCount) is longer than is read",
                position: LogPosition(file: name)
            )
        }
        throw damaged(frame.detail)
    }

    private func damaged(_ cause: String) -> LogError {
        LogError(
            .damaged,
            "the object-centric log is no whole JSON text; export it again",
            cause: "\(cause), behind event \(log.eventCount)",
            position: LogPosition(file: name)
        )
    }

    private static func noEvents(_ name: String) -> LogError {
        LogError(
            .notALog,
            "the JSON object holds no \"events\"; an object-centric log (OCEL 2.0) has \"objects\" and \"events\"",
            position: LogPosition(file: name)
        )
    }

    // MARK: - Types, objects and events

    private mutating func objectType(_ cursor: inout JSONCursor) {
        Self.members(&cursor) { key, cursor in
            if key == "name" { log.addObjectType(Self.text(&cursor)) } else { _ = cursor.skipValue() }
        }
    }

    private mutating func object(_ cursor: inout JSONCursor) {
        var id = ""
        var type = ""
        var values: [NamedValue] = []
        Self.members(&cursor) { key, cursor in
            switch key {
            case "id": id = Self.text(&cursor)
            case "type": type = Self.text(&cursor)
            case "attributes": values = Self.attributes(&cursor)
            default: _ = cursor.skipValue()
            }
        }
        guard cursor.fault == nil else { return }
        log.addObject(id, type: type)
        for value in values { log.addValue(value.value, named: value.name, ofObject: id, from: value.time) }
    }

    private mutating func event(_ cursor: inout JSONCursor) {
        var id = ""
        var type = ""
        var time = ""
        var values: [NamedValue] = []
        var objects: [String] = []
        Self.members(&cursor) { key, cursor in
            switch key {
            case "id": id = Self.text(&cursor)
            case "type": type = Self.text(&cursor)
            case "time": time = Self.text(&cursor)
            case "attributes": values = Self.attributes(&cursor)
            case "relationships": objects = Self.relationships(&cursor)
            default: _ = cursor.skipValue()
            }
        }
        guard cursor.fault == nil else { return }
        let event = log.addEvent(id, type: type, time: time)
        for value in values { log.addValue(value.value, named: value.name, ofEvent: event) }
        for object in objects { log.link(event: event, object: object) }
    }

    private struct NamedValue {
        var name = ""
        var value = ""
        var time = ""
    }

    private static func attributes(_ cursor: inout JSONCursor) -> [NamedValue] {
        var all: [NamedValue] = []
        list(&cursor) { cursor in
            var one = NamedValue()
            members(&cursor) { key, cursor in
                switch key {
                case "name": one.name = text(&cursor)
                case "value": one.value = text(&cursor)
                case "time": one.time = text(&cursor)
                default: _ = cursor.skipValue()
                }
            }
            all.append(one)
        }
        return all
    }

    private static func relationships(_ cursor: inout JSONCursor) -> [String] {
        var all: [String] = []
        list(&cursor) { cursor in
            members(&cursor) { key, cursor in
                if key == "objectId" { all.append(text(&cursor)) } else { _ = cursor.skipValue() }
            }
        }
        return all
    }

    // MARK: - JSON

    private static func members(
        _ cursor: inout JSONCursor,
        _ read: (String, inout JSONCursor) -> Void
    ) {
        guard cursor.take(0x7B) else { return cursor.fail("there is no object") }
        var isFirst = true
        while let key = cursor.member(isFirst: &isFirst) {
            read(key.text, &cursor)
            if cursor.fault != nil { return }
        }
    }

    private static func list(_ cursor: inout JSONCursor, _ read: (inout JSONCursor) -> Void) {
        if cursor.peek() == 0x6E {
            _ = cursor.plainValue()
            return
        }
        guard cursor.take(0x5B) else { return cursor.fail("there is no list") }
        var isFirst = true
        while cursor.element(isFirst: &isFirst) {
            read(&cursor)
            if cursor.fault != nil { return }
        }
    }

    /// A plain value as text; an object or a list in its place counts as nothing.
    private static func text(_ cursor: inout JSONCursor) -> String {
        let byte = cursor.peek()
        if byte == 0x7B || byte == 0x5B {
            _ = cursor.skipValue()
            return ""
        }
        return cursor.plainValue()?.text ?? ""
    }
}

extension LogError {
    /// The refusal of a log by the older standard.
    static func oldObjectCentric(_ name: String) -> LogError {
        LogError(
            .notALog,
            "this is OCEL 1.0, which is not read; export it as OCEL 2.0",
            position: LogPosition(file: name)
        )
    }
}
