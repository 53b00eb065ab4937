import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// An XML document read by a parser that is not ours: its elements, or where it is not well formed.
final class MarkupText: NSObject, XMLParserDelegate {
    /// One element with its attributes.
    struct Element {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var text = ""

    /// Reads a document; nil where it is not well formed.
    init?(_ document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    /// The elements of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// All texts and attributes, each apart.
    var words: String {
        text + elements.flatMap { $0.attributes.values }.sorted().joined(separator: "\n")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
