/// How a permit ended.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The licence was given, and is effective where the law knows a difference.
    case issued
    /// The application was refused.
    case refused
    /// The law gave the licence because the office kept silent (*fiktif positif*).
    case deemed
    /// The applicant took the application back, or the law reads silence of the applicant so.
    case withdrawn
    /// The licence or application fell away (*batal*): commitments not completed, fees unpaid.
    case cancelled
    /// An effective licence was taken away (*dicabut*).
    case revoked
    /// The procedure ended without giving or refusing anything, as a phase does that hands over to the next.
    case closed

    /// Whether the office, or the law in its place, decided on the application.
    public var isDecision: Bool { self == .issued || self == .refused || self == .deemed }
}
