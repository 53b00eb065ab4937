extension Definition {
    /// Something that may be done with a permit.
    public struct Action: Hashable, Sendable {
        /// The action's name.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
        /// The roles that may act, at least one.
        public var roles: [Name]
        /// The canonical term that logs use for it; the action's name when none is given.
        public var term: String?
        /// Documents and notes that must come with it.
        public var needs: [String]
        /// Actions whose last actor must be somebody else (four eyes).
        public var notSameActorAs: [Name]
        /// Linked permits that must have ended in one of these ways, by the link's name.
        public var after: [String: [Outcome]]
        /// The article behind the action.
        public var legal: String?
        /// From where to where it leads.
        public var cases: [Case]

        /// Creates an action.
        public init(
            name: Name,
            title: [String: String] = [:],
            roles: [Name],
            term: String? = nil,
            needs: [String] = [],
            notSameActorAs: [Name] = [],
            after: [String: [Outcome]] = [:],
            legal: String? = nil,
            cases: [Case]
        ) {
            self.name = name
            self.title = title
            self.roles = roles
            self.term = term
            self.needs = needs
            self.notSameActorAs = notSameActorAs
            self.after = after
            self.legal = legal
            self.cases = cases
        }

        /// The term that logs use.
        public var effectiveTerm: String { term ?? name.text }
    }

    /// One way of an action: its states, and the guard under which it is open.
    public struct Case: Hashable, Sendable {
        /// The states from which it leads.
        public var from: [Name]
        /// The state to which it leads.
        public var to: Name
        /// The guard; nil when it is always open.
        public var when: Condition?

        /// Creates a case.
        public init(from: [Name], to: Name, when: Condition? = nil) {
            self.from = from
            self.to = to
            self.when = when
        }
    }
}
