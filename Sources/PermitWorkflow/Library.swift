public import PermitDocuments
public import WorkingTime

/// Workflows, regimes, vocabulary and calendars by name: those that the library carries, or others.
public struct Library: Sendable {
    /// The workflow definitions, sorted by name.
    public let definitions: [Definition]
    /// Which workflow governs a permit.
    public private(set) var regimes: Regimes
    /// The canonical terms.
    public let vocabulary: Vocabulary
    /// The calendars, sorted by name.
    public let calendars: [CalendarDefinition]
    /// The limit tables, sorted by name.
    public private(set) var tables: [LimitTable]
    /// The laws that definitions cite.
    public let laws: Laws
    /// How the permits of one project belong together; nil where nothing says so.
    public let journeys: Journeys?
    /// The canonical JSON of each workflow, by name, as its file holds it; digests are
    /// taken of these bytes.
    public let canonicalTexts: [String: String]

    /// The recorded digest of each workflow's canonical JSON, by name; empty where no record was among the files.
    public let digests: [String: String]

    /// What the library carries in its binary.
    ///
    /// - Returns: The embedded definitions.
    /// - Throws: The faults of an embedded file, which a test of this package keeps from happening.
    public static func embedded() throws(Diagnostics) -> Library {
        try Library(
            files: EmbeddedFiles.paths.compactMap { path in EmbeddedFiles.text(path).map { (path, $0) } }
        )
    }

    /// Reads compiled definitions; files of other kinds, such as profiles, are left out.
    ///
    /// - Parameter files: Paths and their JSON text.
    /// - Throws: Every fault that makes a file unusable.
    public init(files: [(path: String, text: String)]) throws(Diagnostics) {
        var reader = LibraryReader()
        for (path, text) in files { reader.read(path, text) }
        reader.readCalendars()
        let faults = reader.diagnostics.filter { $0.severity == .error }
        if !faults.isEmpty { throw Diagnostics(faults) }
        definitions = reader.definitions.sorted { $0.name.text < $1.name.text }
        canonicalTexts = reader.texts
        digests = reader.recordedDigests
        regimes = reader.regimes ?? Regimes(families: [], rules: [])
        vocabulary = reader.vocabulary ?? Vocabulary(name: "", terms: [])
        calendars = reader.calendars.sorted { $0.name < $1.name }
        tables = reader.tables.sorted { $0.name.text < $1.name.text }
        laws = reader.laws ?? Laws(laws: [])
        journeys = reader.journeys
    }

    /// The library with a limit table in the place of the one of its name, or beside the others.
    public func replacing(_ table: LimitTable) -> Library {
        var library = self
        library.tables.removeAll { $0.name == table.name }
        library.tables.append(table)
        library.tables.sort { $0.name.text < $1.name.text }
        return library
    }

    /// The library with other days for some settings of its regimes.
    ///
    /// - Throws: An unknown setting, or a value that is no date.
    public func settingRegimes(_ values: [String: String]) throws(Diagnostics) -> Library {
        var library = self
        library.regimes = try regimes.applying(values)
        return library
    }

    /// The definition of a name.
    public func definition(named name: String) -> Definition? { definitions.first { $0.name.text == name } }

    /// The calendar of a name.
    public func calendar(named name: String) -> CalendarDefinition? { calendars.first { $0.name == name } }

    /// Compiles a workflow.
    ///
    /// - Parameters:
    ///   - name: The workflow's name.
    ///   - settings: Values by the setting's name, for those that should not keep their default.
    ///   - digest: Computes the digest of the canonical JSON's bytes; nil for the recorded one.
    /// - Returns: The workflow.
    /// - Throws: An unknown name with what is known, or a faulty setting.
    public func workflow(
        named name: String,
        settings: [String: String] = [:],
        digest: ((_ bytes: [UInt8]) -> String?)? = nil
    ) throws(Diagnostics) -> Workflow {
        guard let definition = definition(named: name) else {
            let hint = Suggestion.phrase(for: name, among: definitions.map(\.name.text))
            throw Diagnostics([Diagnostic(.error, "unknown workflow \"\(name)\"; \(hint)")])
        }
        let text = canonicalTexts[name].map { Array($0.utf8) }
        let computed = text.flatMap { digest?($0) }
        return try Workflow.compile(
            definition,
            settings: settings,
            tables: tables,
            digest: computed ?? digests[name]
        )
    }
}

/// Sorts compiled files by kind and reads them.
private struct LibraryReader {
    var diagnostics: [Diagnostic] = []
    var definitions: [Definition] = []
    var texts: [String: String] = [:]
    private var paths: [String: String] = [:]
    private var sums: [String: String] = [:]
    var regimes: Regimes?
    var vocabulary: Vocabulary?
    var tables: [LimitTable] = []
    var laws: Laws?
    var journeys: Journeys?
    var calendars: [CalendarDefinition] = []
    private var calendarNodes: [DocumentNode] = []

    /// The recorded digests by the workflow's name.
    var recordedDigests: [String: String] { paths.compactMapValues { sums[$0] } }

    mutating func read(_ path: String, _ text: String) {
        if path == "SHA256SUMS" { return readSums(text) }
        guard let kind = kind(of: path) else { return }
        do {
            let node = try JSONParser.parse(text, file: path)
            switch kind {
            case .calendar: calendarNodes.append(node)
            case .other: readDefinition(node, text, path)
            }
        } catch {
            diagnostics.append(error)
        }
    }

    private enum Kind { case calendar, other }

    /// Profiles are many and belong to another room; they are not even parsed.
    private func kind(of path: String) -> Kind? {
        if path.hasPrefix("Profiles/") { return nil }
        return path.hasPrefix("Calendars/") ? .calendar : .other
    }

    /// Reads lines of a digest, two blanks and a path, as `sha256sum` prints them.
    private mutating func readSums(_ text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2 else { continue }
            sums[String(parts[1].drop { $0 == " " || $0 == "*" })] = String(parts[0])
        }
    }

    private mutating func readDefinition(_ node: DocumentNode, _ text: String, _ path: String) {
        if node["workflow"] != nil {
            let (definition, faults) = Definition.read(node)
            diagnostics += faults
            if let definition {
                definitions.append(definition)
                texts[definition.name.text] = text
                paths[definition.name.text] = path
            }
        } else if node["regimes"] != nil {
            let (found, faults) = Regimes.read(node)
            diagnostics += faults
            regimes = found
        } else if node["vocabulary"] != nil {
            let (found, faults) = Vocabulary.read(node)
            diagnostics += faults
            vocabulary = found
        } else if node["limits"] != nil {
            let (found, faults) = LimitTable.read(node)
            diagnostics += faults
            if let found { tables.append(found) }
        } else if node["laws"] != nil {
            let (found, faults) = Laws.read(node)
            diagnostics += faults
            laws = found
        } else if node["journeys"] != nil {
            let (found, faults) = Journeys.read(node)
            diagnostics += faults
            journeys = found
        }
    }

    mutating func readCalendars() {
        for node in calendarNodes {
            let (calendar, faults) = CalendarDefinition.read(node) { name in
                calendarNodes.first { $0["calendar"]?.scalar == name }
                    .flatMap { CalendarDefinition.read($0, base: { _ in nil }).0 }
            }
            diagnostics += faults
            if let calendar { calendars.append(calendar) }
        }
    }
}
