internal import PermitDocuments
public import WorkingTime

/// Writes a log as XES (IEEE 1849-2016), one `<trace>` a case.
public struct XESWriter: LogWriter {
    private let output: ByteOutput
    private let zone: Zone

    /// Creates a file and writes what stands before the traces.
    ///
    /// - Parameters:
    ///   - name: The file, compressed when it ends in `.gz`; `-` is standard output.
    ///   - traceKeys: Attributes declared for every trace beside its name, with the text that stands for none.
    ///   - zone: The zone whose offset stamps carry.
    /// - Throws: A `LogError` when the file cannot be written.
    public init(_ name: String, traceKeys: [String] = [], zone: Zone) throws(LogError) {
        output = try ByteOutput(name)
        self.zone = zone
        try output.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
              <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
              <global scope="trace">
                <string key="concept:name" value=""/>

            """
        )
        for key in traceKeys {
            try output.write("    <string key=\"\(XMLText.attribute(key))\" value=\"\"/>\n")
        }
        try output.write(
            """
              </global>
              <global scope="event">
                <string key="concept:name" value=""/>
                <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
              </global>
              <classifier name="Activity" keys="concept:name"/>

            """
        )
    }

    /// Writes a trace.
    public mutating func write(_ entry: WrittenCase) throws(LogError) {
        var text = "  <trace>\n" + element("string", "concept:name", entry.id, depth: 2)
        for attribute in entry.attributes { text += element(attribute, depth: 2) }
        for event in entry.events {
            text += "    <event>\n" + element("string", "concept:name", event.activity, depth: 3)
            text += element("date", "time:timestamp", event.timeText(in: zone), depth: 3)
            if let resource = event.resource { text += element("string", "org:resource", resource, depth: 3) }
            for attribute in event.attributes { text += element(attribute, depth: 3) }
            text += "    </event>\n"
        }
        try output.write(text + "  </trace>\n")
    }

    /// Ends the log and closes the file.
    public mutating func finish() throws(LogError) {
        try output.write("</log>\n")
        try output.close()
    }

    private func element(_ attribute: WrittenAttribute, depth: Int) -> String {
        let name =
            switch attribute.value {
            case .text: "string"
            case .moment, .day: "date"
            case .integer: "int"
            case .decimal: "float"
            case .flag: "boolean"
            }
        return element(name, attribute.key, attribute.value.text(in: zone), depth: depth)
    }

    private func element(_ name: String, _ key: String, _ value: String, depth: Int) -> String {
        String(repeating: "  ", count: depth)
            + "<\(name) key=\"\(XMLText.attribute(key))\" value=\"\(XMLText.attribute(value))\"/>\n"
    }
}
