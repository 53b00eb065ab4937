/// What the rules forbid, and why: every unmet condition with its legal source.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of unmet conditions.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The code's name, as programs see it.
        public let description: String
        private init(_ name: String) { description = name }

        /// The workflow knows no such action.
        public static let unknownAction = Code("unknown_action")
        /// The permit has ended.
        public static let ended = Code("ended")
        /// The action does not lead from the present state.
        public static let notAllowed = Code("not_allowed")
        /// The role may not take the action.
        public static let wrongRole = Code("wrong_role")
        /// The guard does not hold.
        public static let guardFailed = Code("guard_failed")
        /// A fact that the guard needs is missing.
        public static let guardUnknown = Code("guard_unknown")
        /// A document or note is missing.
        public static let missingDocument = Code("missing_document")
        /// Another person must act (four eyes).
        public static let sameActor = Code("same_actor")
        /// A linked permit has not ended as it must.
        public static let linkedPermit = Code("linked_permit")
        /// The command lies before the permit's last event.
        public static let tooEarly = Code("too_early")
        /// A fact that the workflow does not declare, or of another type.
        public static let wrongFact = Code("wrong_fact")
    }

    /// One unmet condition.
    public struct Reason: Hashable, Sendable {
        /// The kind.
        public var code: Code
        /// What is needed, in words that follow the action's name.
        public var message: String
    }

    /// The state that the permit was in.
    public var state: String
    /// The action that was asked for.
    public var action: String
    /// Every unmet condition, the weightiest first.
    public var reasons: [Reason]
    /// The article behind the rule.
    public var legal: String

    /// The kind of the first unmet condition.
    public var code: Code { reasons.first?.code ?? .notAllowed }

    /// What is needed and the article, such as `verification: approve needs role dpmptsp, not applicant (PP 5/2021)`.
    public var message: String {
        "\(state): \(action) \(reasons.map(\.message).joined(separator: "; ")) (\(legal))"
    }

    /// The message.
    public var description: String { message }
}
