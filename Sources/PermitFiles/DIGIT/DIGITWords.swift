internal import PermitWorkflow

/// What DIGIT's words are taken to mean: names in a definition's letters, and guesses by name, which notes tell.
enum DIGITWords {
    /// A name in small letters, digits, `_` and `-`; nil when nothing of it is left.
    static func name(_ text: String) -> String? {
        let letters = text.lowercased().unicodeScalars
            .map { scalar -> Character in
                switch scalar {
                case "a"..."z", "0"..."9", "-": Character(scalar)
                default: "_"
                }
            }
        let name = String(letters)
        return name.contains { $0 != "_" && $0 != "-" } ? name : nil
    }

    /// Roles whose desk a name does not tell by its end.
    private static let desks: [String: Holder] = [
        "CITIZEN": .applicant, "SYSTEM": .system, "AUTO_ESCALATE": .system, "SYSTEM_PAYMENT": .payment,
        "EMPLOYEE": .office, "CEMP": .office, "GRO": .office, "DGRO": .office, "CSR": .office, "CFC": .office,
    ]

    /// Ends of roles' names: professionals who apply for an owner, inspectors, clerks, those who decide.
    private static let deskEnds: [(end: String, desk: Holder)] = [
        ("_ARCHITECT", .applicant), ("_STRUCTURALENGINEER", .applicant), ("_ENGINEER", .applicant),
        ("_BUILDER", .applicant), ("_TOWNPLANNER", .applicant), ("_SUPERVISOR", .applicant),
        ("_FIELD_INSPECTOR", .technicalAgency), ("_INSPECTOR", .technicalAgency), ("_LME", .technicalAgency),
        ("_CEMP", .office), ("_EMP", .office), ("_DOC_VERIFIER", .office), ("_VERIFIER", .office),
        ("_APPROVER", .office), ("_PAYMENT", .payment), ("_SYSTEM", .system),
    ]

    /// The desk of a role by its name; nil where the name tells nothing.
    static func desk(_ role: String) -> Holder? {
        let word = role.uppercased()
        return desks[word] ?? deskEnds.first { word.hasSuffix($0.end) }?.desk
    }

    /// Beginnings of states' names and how a permit ends in them.
    private static let outcomes: [(start: String, outcome: Outcome)] = [
        ("APPROVED", .issued), ("ISSUED", .issued), ("SANCTIONED", .issued), ("REJECTED", .refused),
        ("REVOCATED", .revoked), ("REVOKED", .revoked), ("CANCELLED", .cancelled), ("CANCELED", .cancelled),
        ("WITHDRAWN", .withdrawn),
    ]

    /// How a permit ends in a state, by its name; nil where the name tells nothing.
    static func outcome(_ state: String) -> Outcome? {
        let word = state.uppercased()
        return outcomes.first { word.hasPrefix($0.start) }?.outcome
    }

    /// Whether an action gives up what was asked for, so that it does not tell whose turn it is.
    static func isWayOut(_ action: String) -> Bool {
        ["CANCEL", "WITHDRAW", "EXPIRE"].contains { action.uppercased().hasPrefix($0) }
    }
}
