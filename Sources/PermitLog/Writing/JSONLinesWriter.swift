internal import PermitDocuments
public import WorkingTime

/// Writes a log as JSON Lines: one object a line, one line an event.
///
/// The keys are `case`, `activity`, `time`, `resource` where there is one, `case:KEY` for the attributes of the case,
/// repeated on every line, and `KEY` for those of the event. A key that is taken gets a `_` behind it.
public struct JSONLinesWriter: LogWriter {
    static let caseID = "case"
    static let activity = "activity"
    static let time = "time"
    static let resource = "resource"
    /// The keys that every line has.
    static let needed = [caseID, activity, time]
    /// The keys of what XES names so.
    static let keys = [
        ColumnChoice.xesCase: caseID, ColumnChoice.xesActivity: activity, ColumnChoice.xesTime: time,
        ColumnChoice.xesResource: resource,
    ]

    private let output: ByteOutput
    private let zone: Zone

    /// Creates a file.
    ///
    /// - Parameters:
    ///   - name: The file, compressed when it ends in `.gz`; `-` is standard output.
    ///   - zone: The zone whose offset stamps carry.
    /// - Throws: A `LogError` when the file cannot be written.
    public init(_ name: String, zone: Zone) throws(LogError) {
        output = try ByteOutput(name)
        self.zone = zone
    }

    /// Writes a line for each event.
    public mutating func write(_ entry: WrittenCase) throws(LogError) {
        let ofCase = entry.attributes.map { Self.member("case:" + $0.key, $0.value, zone) }
        for event in entry.events {
            var members = [
                JSONValue.Member(Self.caseID, .string(entry.id)),
                JSONValue.Member(Self.activity, .string(event.activity)),
                JSONValue.Member(Self.time, .string(event.timeText(in: zone))),
            ]
            if let resource = event.resource {
                members.append(JSONValue.Member(Self.resource, .string(resource)))
            }
            members += ofCase
            members += event.attributes.map { Self.member(Self.free($0.key), $0.value, zone) }
            try output.write(JSONValue.object(members).compact + "\n")
        }
    }

    /// Closes the file.
    public mutating func finish() throws(LogError) { try output.close() }

    /// A key that no line of this form has.
    private static func free(_ key: String) -> String {
        [caseID, activity, time, resource].contains(key) ? key + "_" : key
    }

    private static func member(
        _ key: String,
        _ value: WrittenAttribute.Value,
        _ zone: Zone
    ) -> JSONValue.Member {
        JSONValue.Member(key, value.json(in: zone))
    }
}

extension WrittenAttribute.Value {
    /// The value as JSON: numbers and flags as such, moments and days as text.
    func json(in zone: Zone) -> JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .optional(Double(number))
        case .flag(let flag): .bool(flag)
        case .text, .moment, .day: .string(text(in: zone))
        }
    }
}
