/// Reads an object-centric log in XML, event by event and object by object.
struct ObjectCentricXML: ~Copyable {
    /// The elements and attributes that are told apart, as numbers.
    private struct Names {
        let log = elementNumber("log")
        let objectTypes = elementNumber("object-types")
        let objectType = elementNumber("object-type")
        let objects = elementNumber("objects")
        let object = elementNumber("object")
        let events = elementNumber("events")
        let event = elementNumber("event")
        let attribute = elementNumber("attribute")
        let relationship = elementNumber("relationship")
        let global = elementNumber("global")
        let id = elementNumber("id")
        let name = elementNumber("name")
        let type = elementNumber("type")
        let time = elementNumber("time")
        let objectID = elementNumber("object-id")
    }

    private var scanner: XMLScanner
    private let file: String
    private let names = Names()
    private var log = ObjectCentricLog()

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - stream: The text, in UTF-8.
    ///   - name: The file's name for messages.
    /// - Returns: The log as a whole.
    /// - Throws: A `LogError` when the text is no object-centric log, or cannot be read to its end.
    static func read(_ stream: any ByteStream, name: String) throws(LogError) -> ObjectCentricLog {
        var reading = ObjectCentricXML(try XMLScanner(stream, file: name), name)
        try reading.document()
        return reading.log
    }

    private init(_ scanner: consuming XMLScanner, _ file: String) {
        self.scanner = scanner
        self.file = file
    }

    private mutating func document() throws(LogError) {
        guard try scanner.next() == .open, scanner.name == names.log else { throw notALog() }
        var hasEvents = false
        while true {
            switch try scanner.next() {
            case .open:
                if scanner.name == names.global { throw LogError.oldObjectCentric(file) }
                hasEvents = hasEvents || scanner.name == names.events
                try section()
            case .end:
                guard hasEvents else { throw notALog() }
                return
            case .close, .text: break
            }
        }
    }

    private func notALog() -> LogError {
        LogError(
            .notALog,
            "there is no <log> with <objects> and <events>: this is no object-centric log (OCEL 2.0)",
            position: LogPosition(file: file)
        )
    }

    /// Reads what is inside a part of the log.
    private mutating func section() throws(LogError) {
        let part = scanner.name
        let outside = scanner.depth - 1
        while true {
            let token = try scanner.next()
            if scanner.depth <= outside { return }
            guard token == .open else { continue }
            if part == names.events, scanner.name == names.event {
                try event()
            } else if part == names.objects, scanner.name == names.object {
                try object()
            } else {
                if part == names.objectTypes, scanner.name == names.objectType,
                    let name = try scanner.attribute(names.name)
                {
                    log.addObjectType(name)
                }
                try scanner.skipElement()
            }
            try log.checkSize(file: file)
        }
    }

    private mutating func object() throws(LogError) {
        let id = try scanner.attribute(names.id) ?? ""
        let type = try scanner.attribute(names.type) ?? ""
        log.addObject(id, type: type)
        let outside = scanner.depth - 1
        while true {
            let token = try scanner.next()
            if scanner.depth <= outside { return }
            guard token == .open, scanner.name == names.attribute else { continue }
            let name = try scanner.attribute(names.name) ?? ""
            let time = try scanner.attribute(names.time) ?? ""
            log.addValue(try scanner.elementText(), named: name, ofObject: id, from: time)
        }
    }

    private mutating func event() throws(LogError) {
        let id = try scanner.attribute(names.id) ?? ""
        let type = try scanner.attribute(names.type) ?? ""
        let event = log.addEvent(id, type: type, time: try scanner.attribute(names.time) ?? "")
        let outside = scanner.depth - 1
        while true {
            let token = try scanner.next()
            if scanner.depth <= outside { return }
            guard token == .open else { continue }
            if scanner.name == names.attribute {
                let name = try scanner.attribute(names.name) ?? ""
                log.addValue(try scanner.elementText(), named: name, ofEvent: event)
            } else if scanner.name == names.relationship || scanner.name == names.object,
                let object = try scanner.attribute(names.objectID)
            {
                log.link(event: event, object: object)
            }
        }
    }
}
