public import PermitDocuments

/// The canonical terms between the words of files and the actions of workflows.
public struct Vocabulary: Hashable, Sendable {
    /// One canonical term.
    public struct Term: Hashable, Sendable {
        /// The term's name.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
        /// The two-digit status codes of OSS that mean it.
        public var codes: [String]
        /// Codes met in logs that the table of codes does not have; each use of one is a finding.
        public var codesOutsideTable: [String] = []
        /// Words of screens that mean it, by the system whose screens they are; compared without regard to case.
        public var labels: [String: [String]] = [:]
        /// Whether it gives an application back to the applicant.
        public var isReturn: Bool
        /// Whether the law decides by silence.
        public var isDeemed: Bool
        /// How sure the codes are.
        public var mark: SourceMark?
    }

    /// The vocabulary's name.
    public let name: String
    /// The terms by name, sorted.
    public let terms: [Term]
    private let termIndices: [String: Int]
    private let codeIndices: [String: Int]
    private let outsideTable: Set<String>
    private let labelIndices: [String: Int]

    /// Creates a vocabulary.
    public init(name: String, terms: [Term]) {
        self.name = name
        let sorted = terms.sorted { $0.name.text < $1.name.text }
        self.terms = sorted
        termIndices = Dictionary(sorted.indices.map { (sorted[$0].name.text, $0) }) { first, _ in first }
        let codes = sorted.indices.flatMap { index in
            (sorted[index].codes + sorted[index].codesOutsideTable).map { ($0, index) }
        }
        outsideTable = Set(sorted.flatMap(\.codesOutsideTable))
        let labels = sorted.indices.flatMap { index in
            sorted[index].labels.values.flatMap(\.self).map { ($0.lowercased(), index) }
        }
        labelIndices = Dictionary(labels) { first, _ in first }
        codeIndices = Dictionary(codes) { first, _ in first }
    }

    /// The term of a name.
    public func term(named name: String) -> Term? { termIndices[name].map { terms[$0] } }

    /// The term that a status code of OSS means.
    public func term(code: String) -> Term? { codeIndices[code].map { terms[$0] } }

    /// Whether a code is met in logs, but does not stand in the table of codes.
    public func isOutsideTable(code: String) -> Bool { outsideTable.contains(code) }

    /// The term that a word of a screen means, whatever its case.
    public func term(label: String) -> Term? { labelIndices[label.lowercased()].map { terms[$0] } }

    /// The term that a word means by itself: a canonical name, a code or a screen's label; nil when only a profile can
    /// tell.
    public func term(word: String) -> Term? { term(named: word) ?? term(code: word) ?? term(label: word) }

    /// Reads a vocabulary from a document.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The vocabulary, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        guard let fields = reader.reading.fields(node, "a vocabulary", keys: ["vocabulary", "terms"]) else {
            return (nil, reader.reading.diagnostics)
        }
        let name = reader.reading.required(fields, "vocabulary", of: "a vocabulary", at: node)
            .flatMap { reader.name($0, "vocabulary") }
        let terms = reader.named(fields["terms"], "terms").compactMap { reader.term($0, $1) }
        reader.checkWords(terms)
        let vocabulary = Vocabulary(name: name?.text ?? "", terms: terms)
        return (reader.reading.hasErrors ? nil : vocabulary, reader.reading.diagnostics)
    }
}

extension DefinitionReader {
    fileprivate mutating func term(_ name: Name, _ node: DocumentNode) -> Vocabulary.Term? {
        let keys = ["title", "codes", "outside_table", "labels", "returns", "deemed", "mark"]
        guard let fields = reading.fields(node, "term \(name)", keys: keys) else { return nil }
        return Vocabulary.Term(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            codes: fields["codes"].flatMap { reading.texts($0, "codes") } ?? [],
            codesOutsideTable: fields["outside_table"].flatMap { reading.texts($0, "outside_table") } ?? [],
            labels: fields["labels"].map { labels($0) } ?? [:],
            isReturn: fields["returns"].flatMap { reading.flag($0, "returns") } ?? false,
            isDeemed: fields["deemed"].flatMap { reading.flag($0, "deemed") } ?? false,
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) }
        )
    }

    private mutating func labels(_ node: DocumentNode) -> [String: [String]] {
        var labels: [String: [String]] = [:]
        for entry in reading.entries(node, "labels") ?? [] {
            labels[entry.key] = reading.texts(entry.value, "the labels of \(entry.key)") ?? []
        }
        return labels
    }

    /// No code and no label means two terms.
    fileprivate mutating func checkWords(_ terms: [Vocabulary.Term]) {
        var owners: [String: Name] = [:]
        for term in terms {
            for code in term.codes + term.codesOutsideTable {
                claim("code \(code)", for: term.name, among: &owners)
            }
            for label in Set(term.labels.values.flatMap(\.self).map { $0.lowercased() }).sorted() {
                claim("label \"\(label)\"", for: term.name, among: &owners)
            }
        }
    }

    private mutating func claim(_ word: String, for term: Name, among owners: inout [String: Name]) {
        if let owner = owners[word], let position = term.position {
            reading.error("\(word) means both \(owner) and \(term)", at: position)
        }
        owners[word] = owners[word] ?? term
    }
}
