import TestSupport
import Testing

@testable import PermitLog

@Suite("An object-centric log")
struct ObjectCentricTests {
    static let json = """
        {
          "eventTypes": [{"name": "File", "attributes": [{"name": "desk", "type": "string"}]}],
          "events": [
            {"id": "e1", "type": "File", "time": "2024-01-02T09:00:00+07:00",
             "attributes": [{"name": "desk", "value": "A"}, {"name": "fee", "value": 12.50}],
             "relationships": [{"objectId": "P1", "qualifier": "x"}, {"objectId": "P1", "qualifier": "y"},
                               {"objectId": "L1", "qualifier": "of"}]},
            {"id": "e2", "type": "Issue", "time": "2024-02-02T09:00:00Z",
             "relationships": [{"objectId": "P2", "qualifier": ""}, {"objectId": "P1", "qualifier": ""}]},
            {"id": "e3", "type": "Clean", "time": "2024-02-03T09:00:00Z", "relationships": []},
            {"id": "e4", "type": "Pay", "time": "2024-02-04T09:00:00Z",
             "relationships": [{"objectId": "L1", "qualifier": "of"}, {"objectId": "Q9", "qualifier": "of"}]}
          ],
          "objectTypes": [{"name": "permit", "attributes": []}, {"name": "land", "attributes": []}],
          "objects": [
            {"id": "P1", "type": "permit", "attributes": [
              {"name": "risk", "time": "2024-02-01T00:00:00Z", "value": "high"},
              {"name": "risk", "time": "1970-01-01T00:00:00Z", "value": "low"},
              {"name": "officer", "time": "2024-02-02T09:00:01Z", "value": "Ani"}]},
            {"id": "P2", "type": "permit"},
            {"id": "L1", "type": "land", "attributes": [{"name": "area", "time": "1970-01-01T00:00:00Z", "value": 3}]}
          ]
        }
        """

    static let xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log>
          <object-types><object-type name="permit"/><object-type name="land"/></object-types>
          <event-types><event-type name="File"><attributes><attribute name="desk" type="string"/></attributes></event-type></event-types>
          <objects>
            <object id="P1" type="permit"><attributes>
              <attribute name="risk" time="2024-02-01T00:00:00Z">high</attribute>
              <attribute name="risk" time="1970-01-01T00:00:00Z">low</attribute>
              <attribute name="officer" time="2024-02-02T09:00:01Z">Ani</attribute>
            </attributes><objects><relationship object-id="L1" qualifier="on"/></objects></object>
            <object id="P2" type="permit"/>
            <object id="L1" type="land"><attributes><attribute name="area" time="1970-01-01T00:00:00Z">3</attribute></attributes></object>
          </objects>
          <events>
            <event id="e1" type="File" time="2024-01-02T09:00:00+07:00">
              <attributes><attribute name="desk">A</attribute><attribute name="fee">12.50</attribute></attributes>
              <objects><relationship object-id="P1" qualifier="x"/><relationship object-id="P1" qualifier="y"/><relationship object-id="L1" qualifier="of"/></objects>
            </event>
            <event id="e2" type="Issue" time="2024-02-02T09:00:00Z"><objects><relationship object-id="P2"/><relationship object-id="P1"/></objects></event>
            <event id="e3" type="Clean" time="2024-02-03T09:00:00Z"/>
            <event id="e4" type="Pay" time="2024-02-04T09:00:00Z"><objects><relationship object-id="L1"/><relationship object-id="Q9"/></objects></event>
          </events>
        </log>
        """

    enum Form: CaseIterable {
        case json
        case xml
    }

    static func rows(
        _ form: Form,
        _ text: String? = nil,
        type: String?,
        chunk: Int = .max
    ) throws(LogError) -> SeenRows {
        let bytes = Array((text ?? (form == .json ? json : xml)).utf8)
        let stream = ChunkedStream(bytes, chunk: chunk)
        let rows =
            switch form {
            case .json: try ObjectCentricRows(json: stream, name: "a", objectType: type, limit: 100_000)
            case .xml: try ObjectCentricRows(xml: stream, name: "a", objectType: type, limit: 100_000)
            }
        return try SeenRows(rows)
    }

    @Test(
        "is a row for every event and object of the type, with values as they were then",
        arguments: Form.allCases
    )
    func flattened(form: Form) throws {
        for chunk in [1, 5, .max] {
            let seen = try Self.rows(form, type: "permit", chunk: chunk)
            #expect(
                seen.columns == [
                    "case:concept:name", "concept:name", "time:timestamp", "ocel:eid", "case:risk",
                    "case:officer",
                    "desk", "fee",
                ]
            )
            #expect(
                seen.rows == [
                    "1: P1|File|2024-01-02T09:00:00+07:00|e1|low||A|12.50",
                    "2: P2|Issue|2024-02-02T09:00:00Z|e2||||", "3: P1|Issue|2024-02-02T09:00:00Z|e2|high|||",
                ]
            )
            #expect(
                seen.notes == [
                    "- 2 events that concern no object of the type permit",
                    "- 1 links of events to objects that the log does not have",
                ]
            )
        }
    }

    @Test("with several types is refused with the types and their counts", arguments: Form.allCases)
    func severalTypes(form: Form) throws {
        for type in [nil, "Permit"] {
            let error = #expect(throws: LogError.self) { try Self.rows(form, type: type) }
            #expect(error?.code == .objectType)
            let list =
                "--object-type takes one of \"permit\" (2 events, 2 objects), \"land\" (2 events, 1 objects)"
            #expect(error?.message.contains(list) == true)
        }
    }

    @Test("needs no type where one alone has events, or all events")
    func onlyType() throws {
        let whole = Self.json
            .replacing("\"relationships\": []", with: "\"relationships\": [{\"objectId\": \"P2\"}]")
            .replacing("\"Q9\"", with: "\"P1\"")
        #expect(try Self.rows(.json, whole, type: nil).rows.count == 5)
        let alone = Self.json.replacing("\"L1\"", with: "\"P2\"")
        #expect(try Self.rows(.json, alone, type: nil).rows.count == 5)
    }

    @Test("of the older standard is refused")
    func oldStandard() {
        let texts: [(Form, String)] = [
            (.json, "{\"ocel:global-log\": {}, \"ocel:events\": {}}"),
            (.xml, "<log><global scope=\"event\"/><events/></log>"),
        ]
        for (form, text) in texts {
            let error = #expect(throws: LogError.self) { try Self.rows(form, text, type: nil) }
            #expect(error?.code == .notALog)
            #expect(error?.message.contains("OCEL 1.0") == true)
        }
    }

    @Test(
        "that is cut anywhere is refused and never read in part",
        arguments: Form.allCases
    )
    func cut(form: Form) throws {
        let text = form == .json ? Self.json : Self.xml
        let bytes = Array(text.utf8)
        for length in stride(from: 0, to: bytes.count - 1, by: 7) {
            #expect(throws: LogError.self, "cut at \(length)") {
                try Self.rows(form, String(decoding: bytes[0..<length], as: UTF8.self), type: "permit")
            }
        }
    }

    @Test("that holds no events, or no JSON, is refused")
    func nothing() {
        for text in [
            "{}", "[]", "{\"events\": 1}", "{\"events\": [{\"id\": }]}", "{\"events\": [1]}", "x", "",
        ] {
            #expect(throws: LogError.self, "\(text)") { try Self.rows(.json, text, type: nil) }
        }
        for text in ["<log/>", "<html/>", "<log><events></log>", ""] {
            #expect(throws: LogError.self, "\(text)") { try Self.rows(.xml, text, type: nil) }
        }
    }

    @Test("with an event longer than is read is refused")
    func tooLong() throws {
        let long = String(repeating: "x", count: 200_000)
        let error = #expect(throws: LogError.self) {
            try Self.rows(.json, "{\"events\": [{\"id\": \"\(long)\"}]}", type: nil)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test("keeps the names of attributes apart from the reader's own")
    func names() throws {
        let text = """
            {"objects": [{"id": "P", "type": "permit", "attributes": [{"name": "concept:name", "value": "v"}]}],
             "events": [{"id": "e", "type": "File", "time": "2024-01-02", "relationships": [{"objectId": "P"}],
               "attributes": [{"name": "concept:name", "value": "w"}, {"name": "case:concept:name", "value": "u"}]}]}
            """
        let seen = try Self.rows(.json, text, type: nil)
        #expect(seen.columns.count == 7)
        #expect(Set(seen.columns).count == 7)
        #expect(seen.rows == ["1: P|File|2024-01-02|e|v|w|u"])
    }
}

@Suite(
    "The object-centric example log",
    .enabled(if: PackageFiles.shared != nil, "the folder of logs is absent")
)
struct ObjectCentricExampleTests {
    /// Events, and the length of each object's history in seconds with its number of events, as pm4py flattens them.
    static let truth: [(type: String, events: Int, histories: [String: [Int]])] = [
        ("Invoice", 9, ["R1": [1_422_000, 2], "R2": [1_335_600, 2], "R3": [2_296_800, 5]]),
        ("Payment", 3, ["P1": [0, 1], "P2": [0, 1], "P3": [0, 1]]),
        ("Purchase Order", 5, ["PO1": [524_700, 4], "PO2": [0, 1]]),
        ("Purchase Requisition", 3, ["PR1": [65_700, 3]]),
    ]

    @Test("is flattened to the same histories as by pm4py", arguments: ObjectCentricTests.Form.allCases)
    func histories(form: ObjectCentricTests.Form) throws {
        let name = form == .json ? "ocel20_example.jsonocel" : "ocel20_example.xmlocel"
        let path = try #require(PackageFiles.shared) + "/logs/" + name
        for (type, events, histories) in Self.truth {
            let input = try ByteInput(opening: path)
            let rows =
                switch form {
                case .json: try ObjectCentricRows(json: input, name: name, objectType: type, limit: 1 << 20)
                case .xml: try ObjectCentricRows(xml: input, name: name, objectType: type, limit: 1 << 20)
                }
            let seen = try SeenHistories(rows)
            #expect(seen.events == events)
            #expect(seen.histories == histories)
        }
    }
}
