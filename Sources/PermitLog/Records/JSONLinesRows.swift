/// The rows of JSON Lines: one object a line, or objects that stand in a list or one behind the other.
///
/// The columns are the keys that the objects of the file's beginning have. An object that holds one other object and
/// nothing else, such as `{"IZINSTATUS": {...}}`, is unwrapped, and its key is the cell `message`.
final class JSONLinesRows: RowSource {
    /// How many bytes are looked at for the columns.
    static let surveyLength = 1 << 20

    let columns: [String]?
    let unit: LogPosition.Unit
    private let name: String
    private let stream: any ByteStream
    private let frames: RecordFrames
    private var reader = RecordReader()

    /// Looks at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - stream: The text, in UTF-8.
    ///   - name: The file's name for messages.
    ///   - lineLimit: The longest record in bytes; longer ones are rejected.
    /// - Throws: A `LogError` when the beginning holds no JSON object, or cannot be read.
    init(_ stream: any ByteStream, name: String, lineLimit: Int) throws(LogError) {
        self.stream = stream
        self.name = name
        frames = RecordFrames(stream, limit: lineLimit)
        var length = Self.surveyLength
        frames.lookAhead(length)
        frames.skipByteOrderMark()
        let layout = Self.layout(frames)
        var found = Self.survey(frames, layout, length, &reader)
        while !found, frames.aheadLength >= length, length <= lineLimit {
            length *= 2
            frames.lookAhead(length)
            found = Self.survey(frames, layout, length, &reader)
        }
        reader.finishSurvey()
        columns = reader.columns.names
        unit = layout == .lines ? .line : .row
        guard found else { throw Self.noObject(name) }
    }

    var findings: [DirtFinding] { reader.omissions.findings(name, unit) }

    var bytesRead: Int { stream.bytesRead }

    func next(_ row: inout TextRow) throws(LogError) -> Bool {
        row.removeAll()
        guard let frame = try frames.next() else { return false }
        row.number = frame.number
        row.fault = frame.fault
        row.faultDetail = frame.detail
        guard frame.fault == nil else { return true }
        if let fault = reader.read(frame.bytes, frame.length, number: frame.number) {
            row.fault = .badJSON
            row.faultDetail = fault
        } else {
            reader.write(to: &row)
        }
        return true
    }

    // MARK: - The beginning

    /// Lines, when most lines of the beginning are objects.
    private static func layout(_ frames: RecordFrames) -> RecordFrames.Layout {
        guard frames.firstByte == 0x7B else { return frames.firstByte == 0x5B ? .objects : .lines }
        var lines = 0
        var objects = 0
        frames.survey(.lines, surveyLength) { frame in
            lines += 1
            if frame.fault == nil, RecordReader.isObject(frame.bytes, frame.length) { objects += 1 }
            return lines < 200
        }
        return objects > 0 && objects * 2 >= lines ? .lines : .objects
    }

    private static func survey(
        _ frames: RecordFrames,
        _ layout: RecordFrames.Layout,
        _ length: Int,
        _ reader: inout RecordReader
    ) -> Bool {
        var found = false
        frames.survey(layout, length) { frame in
            if frame.fault == nil { reader.noteKeys(frame.bytes, frame.length) }
            return true
        }
        frames.survey(layout, length) { frame in
            if frame.fault == nil, reader.survey(frame.bytes, frame.length) { found = true }
            return true
        }
        return found
    }

    private static func noObject(_ name: String) -> LogError {
        LogError(
            .notALog,
            "there is no JSON object at the beginning; JSON Lines have one object a line",
            position: LogPosition(file: name)
        )
    }
}
