/// On whose desk a permit lies: who must act next.
public enum Holder: String, Hashable, Sendable, CaseIterable {
    /// The applicant; a clock of the office waits meanwhile.
    case applicant
    /// The licensing office.
    case office
    /// The agency that verifies requirements.
    case technicalAgency = "technical_agency"
    /// Another authority whose answer is needed.
    case otherAgency = "other_agency"
    /// A payment on its way.
    case payment
    /// The licensing system itself.
    case system

    /// Whether the office or an agency holds the permit, so that the time counts as agency effort.
    public var isAgency: Bool { self == .office || self == .technicalAgency || self == .otherAgency }
}
