public import PermitDocuments
public import PermitWorkflow

/// Workflows of DIGIT, eGov Foundation's platform: its BusinessService documents, turned into definitions.
///
/// DIGIT says less than a definition needs and other things besides. What is guessed and what is lost is told in
/// notes; what would have to be guessed without any ground is refused with what would be accepted.
public enum DIGITDefinition {
    /// What the caller decides where a document leaves it open.
    public struct Options: Sendable {
        /// The service to convert; nil for every one.
        public var service: String?
        /// The state in which permits begin, where several are marked; `null` for the one without a name.
        public var start: String?
        /// Whether states that nothing leads to are left out instead of refused.
        public var dropsUnreachable: Bool
        /// An `AutoEscalation` document: what the system does when a state has lasted too long.
        public var escalation: DocumentNode?

        /// Creates options.
        public init(
            service: String? = nil,
            start: String? = nil,
            dropsUnreachable: Bool = false,
            escalation: DocumentNode? = nil
        ) {
            self.service = service
            self.start = start
            self.dropsUnreachable = dropsUnreachable
            self.escalation = escalation
        }
    }

    /// What became of one service.
    public struct Conversion: Sendable {
        /// The service's name in DIGIT.
        public var service: Name
        /// The definition, which the check accepts; nil when the service is refused.
        public var definition: Definition?
        /// The reasons of a refusal as errors, defects that were mended as warnings, guesses and losses as notes.
        public var diagnostics: [Diagnostic]
    }

    /// Converts the services of a document.
    ///
    /// - Parameters:
    ///   - node: A document with `BusinessServices`, a list of services, or one service.
    ///   - options: What the caller decides.
    /// - Returns: One conversion for each service that was asked for, and what is wrong with the documents themselves.
    public static func convert(
        _ node: DocumentNode,
        _ options: Options = Options()
    ) -> (conversions: [Conversion], diagnostics: [Diagnostic]) {
        var reader = DIGITReader()
        var services = reader.services(node)
        let escalations = options.escalation.map { reader.escalations($0) } ?? []
        if let wanted = options.service {
            let known = services.map(\.name.text)
            services.removeAll { $0.name.text != wanted }
            if services.isEmpty {
                let hint = Suggestion.phrase(for: wanted, among: known)
                reader.reading.error("the file has no service \"\(wanted)\"; \(hint)", at: node.position)
            }
        }
        if options.escalation != nil {
            for service in services where !escalations.contains(where: { $0.service == service.name }) {
                reader.reading.warning("no escalation is for service \(service.name)", at: node.position)
            }
        }
        let conversions = services.map { service in
            convert(service, options, escalations.filter { $0.service.text == service.name.text })
        }
        return (conversions, reader.reading.diagnostics)
    }

    private static func convert(
        _ service: DIGITService,
        _ options: Options,
        _ escalations: [DIGITEscalation]
    ) -> Conversion {
        var judge = DIGITJudge(service, options)
        let sound = judge.judge()
        var diagnostics = service.diagnostics + judge.diagnostics
        guard let sound, !diagnostics.contains(where: { $0.severity == .error }) else {
            return Conversion(service: service.name, definition: nil, diagnostics: ordered(diagnostics))
        }
        var builder = DIGITBuilder(sound.service, start: sound.start)
        let definition = builder.definition(escalations)
        diagnostics += builder.diagnostics
        if let definition, !builder.hasErrors { diagnostics += Definition.check(definition) }
        let isRefused = diagnostics.contains { $0.severity == .error }
        return Conversion(
            service: service.name,
            definition: isRefused ? nil : definition,
            diagnostics: ordered(diagnostics)
        )
    }

    /// Errors first, then warnings, then notes, each in the order in which they were found.
    private static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        [Diagnostic.Severity.error, .warning, .note]
            .flatMap { severity in
                diagnostics.filter { $0.severity == severity }
            }
    }
}
