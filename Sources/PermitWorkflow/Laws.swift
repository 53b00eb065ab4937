public import PermitDocuments
public import WorkingTime

/// The laws that limits and actions cite, with the days on which they are in force and what came after them.
public struct Laws: Hashable, Sendable {
    /// One law or decree.
    public struct Law: Hashable, Sendable {
        /// The law's name in the file.
        public var name: Name
        /// How texts cite it, such as `PP 24/2018`.
        public var cite: String
        /// The title by language code.
        public var title: [String: String]
        /// The first day in force; nil where it is not known.
        public var from: Day?
        /// The first day after; nil while it is in force.
        public var until: Day?
        /// The law in which its rules live on.
        public var continuedBy: Name?
        /// The law that took its place.
        public var replacedBy: Name?
        /// How sure the days are.
        public var mark: SourceMark?
        /// What a reader should know.
        public var note: String?
    }

    /// One cited source as it stands on a day.
    public struct Citation: Hashable, Sendable {
        /// The source as the definition cites it.
        public var text: String
        /// The law that it begins with; nil when no law is known by it.
        public var law: Law?
        /// The law in which the rule lives on that day, where it is another.
        public var continuedBy: Law?
    }

    /// The laws in the order of their names.
    public let laws: [Law]

    /// Creates laws.
    public init(laws: [Law]) { self.laws = laws.sorted { $0.name.text < $1.name.text } }

    /// The law of a name.
    public func law(named name: String) -> Law? { laws.first { $0.name.text == name } }

    /// The law that a source begins with, by the longest way of citing that fits.
    public func law(citedBy source: some StringProtocol) -> Law? {
        laws.filter { law in
            guard source.hasPrefix(law.cite) else { return false }
            guard let next = source.dropFirst(law.cite.count).first else { return true }
            return !next.isLetter && !next.isNumber
        }
        .max { $0.cite.count < $1.cite.count }
    }

    /// The sources of a legal text, which semicolons divide, as they stand on a day.
    ///
    /// - Parameters:
    ///   - legal: Such as `UU 30/2014 Pasal 53; UU 11/2020 Pasal 175 no. 6`.
    ///   - day: The day of which the letter or report speaks.
    /// - Returns: One citation for each source, in the order of the text.
    public func citations(_ legal: String, on day: Day) -> [Citation] {
        Self.sources(of: legal)
            .map { source in
                let law = law(citedBy: source)
                let present = law.map { successor(of: $0, on: day) }
                return Citation(text: source, law: law, continuedBy: present == law ? nil : present)
            }
    }

    /// A legal text as it stands on a day: each source, and where its rule lives on.
    public func text(of legal: String, on day: Day, continued: String) -> String {
        citations(legal, on: day)
            .map { citation in
                citation.continuedBy.map { "\(citation.text) (\(continued) \($0.cite))" } ?? citation.text
            }
            .joined(separator: "; ")
    }

    /// The sources that begin with no known law.
    public func unknownSources(of legal: String) -> [String] {
        Self.sources(of: legal).filter { law(citedBy: $0) == nil }
    }

    private static func sources(of legal: String) -> [String] {
        legal.split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    /// Follows a law to the one that continues it on a day; a circle, which `read` refuses, ends where it began.
    private func successor(of law: Law, on day: Day) -> Law {
        var present = law
        var steps = 0
        while let until = present.until, until <= day, steps < laws.count,
            let next = present.continuedBy.flatMap({ self.law(named: $0.text) })
        {
            present = next
            steps += 1
        }
        return present
    }

    /// Reads laws from a document.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The laws, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (laws: Laws?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        guard let fields = reader.reading.fields(node, "laws", keys: ["laws"]) else {
            return (nil, reader.reading.diagnostics)
        }
        let laws = reader.named(fields["laws"], "laws").compactMap { reader.law($0, $1) }
        reader.checkSuccession(laws)
        return (reader.reading.hasErrors ? nil : Laws(laws: laws), reader.reading.diagnostics)
    }
}

extension DefinitionReader {
    fileprivate mutating func law(_ name: Name, _ node: DocumentNode) -> Laws.Law? {
        let what = "law \(name)"
        let keys = ["cite", "title", "in_force", "continued_by", "replaced_by", "mark", "note", "source"]
        guard let fields = reading.fields(node, what, keys: keys),
            let cite = reading.required(fields, "cite", of: what, at: node)
                .flatMap({ reading.text($0, "cite") })
        else { return nil }
        let range = fields["in_force"].flatMap { reading.fields($0, "in_force", keys: ["from", "until"]) }
        return Laws.Law(
            name: name,
            cite: cite,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            from: range?["from"].flatMap { day($0, "from") },
            until: range?["until"].flatMap { day($0, "until") },
            continuedBy: fields["continued_by"].flatMap { self.name($0, "continued_by") },
            replacedBy: fields["replaced_by"].flatMap { self.name($0, "replaced_by") },
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            note: fields["note"].flatMap { reading.text($0, "note") }
        )
    }

    /// Successors that exist, and no circle of them; no law cited like another.
    fileprivate mutating func checkSuccession(_ laws: [Laws.Law]) {
        let names = laws.map(\.name.text)
        var cites: [String: Name] = [:]
        for law in laws {
            for next in [law.continuedBy, law.replacedBy].compactMap(\.self) where !names.contains(next.text)
            {
                let hint = Suggestion.phrase(for: next.text, among: names)
                error("unknown law \"\(next)\"; \(hint)", at: next)
            }
            if let before = cites[law.cite] {
                error("laws \(before) and \(law.name) are both cited as \(law.cite)", at: law.name)
            }
            cites[law.cite] = law.name
            var seen: Set<String> = [law.name.text]
            var here = law
            while let next = here.continuedBy, let found = laws.first(where: { $0.name == next }) {
                if !seen.insert(next.text).inserted {
                    error("law \(law.name) is continued by itself in the end", at: next)
                    break
                }
                here = found
            }
        }
    }

    private mutating func error(_ message: String, at name: Name) {
        if let position = name.position { reading.error(message, at: position) }
    }
}
