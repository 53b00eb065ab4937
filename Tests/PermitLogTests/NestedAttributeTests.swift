import PermitLog
import Testing

@Suite("An attribute of an attribute of XES")
struct NestedAttributeTests {
    private static let event = XESReadingTests.event(
        "A",
        "2024-01-01T08:00:00+07:00",
        """
        <string key="sender" value="loket"><string key="concept:name" value="wrong"/><string key="place" value="utara"/></string>
        <list key="papers"><values><string key="plan" value="yes"/>
        <container key="deed"><string key="number" value="12 &amp; 13"/><date key="time:timestamp" value="1999-01-01"/></container></values></list>
        """
    )

    private func read(_ text: String, _ columns: String...) throws -> SeenLog {
        try SeenLog(text, suffix: ".xes") { $0.extraColumns = columns }
    }

    @Test("is a fact under the names of both, and never the event's own")
    func facts() throws {
        let text = XESReadingTests.log(XESReadingTests.trace("x", Self.event))
        let seen = try read(
            text,
            "sender",
            "sender/place",
            "papers/plan",
            "papers/deed/number",
            "place",
            "number"
        )
        #expect(seen.events.map(\.activity) == ["A"])
        #expect(seen.log.position(ofOrder: 1).event == 1)
        #expect(seen.facts("sender") == ["x": ["loket"]])
        #expect(seen.facts("sender/place") == ["x": ["utara"]])
        #expect(seen.facts("papers/plan") == ["x": ["yes"]])
        #expect(seen.facts("papers/deed/number") == ["x": ["12 & 13"]])
        #expect(seen.facts("place") == ["x": ["-"]])
        #expect(seen.facts("number") == ["x": ["-"]])
    }

    @Test("of a trace is a fact of all its events")
    func ofTrace() throws {
        let list =
            "<list key=\"parcel\"><string key=\"village\" value=\"Sukamaju\"/><string key=\"concept:name\" value=\"no\"/></list>"
        let text = XESReadingTests.log(XESReadingTests.trace("x", list, Self.event, Self.event))
        let seen = try read(text, "case:parcel/village", "sender/place")
        #expect(seen.events.map(\.caseID) == ["x", "x"])
        #expect(seen.facts("case:parcel/village") == ["x": ["Sukamaju"]])
        #expect(seen.facts("sender/place") == ["x": ["utara"]])
    }

    @Test("belongs to its own event alone")
    func ownEvent() throws {
        let plain = XESReadingTests.event("B", "2024-01-01T09:00:00+07:00")
        let text = XESReadingTests.log(XESReadingTests.trace("x", Self.event, plain))
        #expect(try read(text, "sender/place").facts("sender/place") == ["x": ["utara", "-"]])
    }

    @Test(
        "is read with the namespace of XES 2.0, without one, and with ids",
        arguments: [
            "<log xes.version=\"2.0\" xmlns=\"http://www.xes-standard.org/\">",
            "<log xes.version=\"1849.2016\" xes.features=\"nested-attributes\">", "<log>",
        ]
    )
    func versions(open: String) throws {
        let id =
            "<id key=\"identity:id\" value=\"0f0e\"><list key=\"parts\"><values><int key=\"n\" value=\"3\"/></values></list></id>"
        let text = open + XESReadingTests.trace("x", id, Self.event) + "</log>"
        let seen = try read(text, "case:identity:id", "case:identity:id/parts/n", "sender/place")
        #expect(seen.facts("case:identity:id") == ["x": ["0f0e"]])
        #expect(seen.facts("case:identity:id/parts/n") == ["x": ["3"]])
        #expect(seen.facts("sender/place") == ["x": ["utara"]])
    }
}
