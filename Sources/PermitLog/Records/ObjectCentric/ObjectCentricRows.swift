/// The rows of an object-centric log (OCEL 2.0) in JSON or XML, flattened on one type of objects.
final class ObjectCentricRows: RowSource {
    private let rows: any RowSource
    private let stream: any ByteStream

    /// Reads a log in JSON.
    ///
    /// - Parameters:
    ///   - json: The text, in UTF-8.
    ///   - name: The file's name for messages.
    ///   - objectType: The type whose objects are the cases; nil for the only one that can be meant.
    ///   - limit: The longest event or object in bytes.
    /// - Throws: A `LogError` when it cannot be read, or when several types could be meant.
    init(json: any ByteStream, name: String, objectType: String?, limit: Int) throws(LogError) {
        stream = json
        let log = try ObjectCentricJSON.read(json, name: name, limit: limit)
        rows = try log.rows(of: objectType, file: name, bytesRead: json.bytesRead)
    }

    /// Reads a log in XML.
    init(xml: any ByteStream, name: String, objectType: String?, limit: Int) throws(LogError) {
        stream = xml
        let log = try ObjectCentricXML.read(xml, name: name)
        rows = try log.rows(of: objectType, file: name, bytesRead: xml.bytesRead)
    }

    var columns: [String]? { rows.columns }

    var unit: LogPosition.Unit { rows.unit }

    var findings: [DirtFinding] { rows.findings }

    var bytesRead: Int { stream.bytesRead }

    func next(_ row: inout TextRow) throws(LogError) -> Bool { try rows.next(&row) }
}
