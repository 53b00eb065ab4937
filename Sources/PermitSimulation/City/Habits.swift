/// How applicants and files behave: what comes back, what is taken back, what is never answered.
///
/// All chances are in thousandths.
public struct Habits: Hashable, Sendable {
    /// The chance that a file is returned for corrections at an examination, by the care with which it was made: good,
    /// middling, poor.
    public var returnPerMille: [Int]
    /// The weights of good, middling and poor files; three, like the chances.
    public var careWeights: [Int]
    /// The most often that one permit is returned.
    public var mostReturns: Int
    /// The chance that a decision is a refusal.
    public var refusalPerMille: Int
    /// The chance that an applicant takes the application back rather than act.
    public var withdrawalPerMille: Int
    /// The chance that an applicant takes the application back while an office has it.
    public var waitingWithdrawalPerMille: Int
    /// The chance that an applicant whose turn it is never answers.
    public var silencePerMille: Int
    /// The chance that the law's system cancels what is never answered, where a workflow lets it.
    public var lapsePerMille: Int
    /// The chance that another legal step is taken than the one that leads on.
    public var detourPerMille: Int
    /// How long applicants take, in minutes of any day.
    public var answerMinutes: QuantileTable
    /// How long applicants take for certain actions, in minutes of any day: by the action's canonical term, or by a
    /// permit type, a dot and the term.
    public var answerMinutesByTerm: [String: QuantileTable]
    /// How long the licensing system takes, in seconds.
    public var systemSeconds: QuantileTable
    /// After how many minutes of any day the system cancels what is never answered.
    public var lapseMinutes: QuantileTable
    /// Which of several legal actions permits of a kind take.
    public var customs: [Custom]
    /// How long officers take for certain actions whatever their desk, in minutes of office hours: by the action's
    /// canonical term, or by a permit type, a dot and the term.
    public var officerMinutesByTerm: [String: QuantileTable]
    /// Steps that are taken though a shorter way is open, the first that applies.
    public var detours: [Detour]

    /// A step that leads on by a longer way: an inspection, a consultation, a fee.
    public struct Detour: Hashable, Sendable {
        /// The action's canonical term.
        public var term: String
        /// The chance that it is taken where it is legal, in thousandths.
        public var perMille: Int
        /// The most often that one permit takes it.
        public var most: Int
        /// The fact that says how often the permit takes it, where it is known.
        public var countFact: String?

        /// Creates a detour.
        public init(_ term: String, perMille: Int, most: Int = 1, countFact: String? = nil) {
            self.term = term
            self.perMille = perMille
            self.most = most
            self.countFact = countFact
        }
    }

    /// What permits of a kind do where several legal actions lead on and the workflow leaves the choice open.
    public struct Custom: Hashable, Sendable {
        /// The fact that tells the kind.
        public var fact: String
        /// The fact's value.
        public var value: String
        /// The canonical term of the action that such permits take.
        public var term: String

        /// Creates a custom.
        public init(fact: String, value: String, term: String) {
            self.fact = fact
            self.value = value
            self.term = term
        }
    }

    /// Creates habits.
    public init(
        returnPerMille: [Int],
        careWeights: [Int],
        mostReturns: Int,
        refusalPerMille: Int,
        withdrawalPerMille: Int,
        waitingWithdrawalPerMille: Int,
        silencePerMille: Int,
        lapsePerMille: Int,
        detourPerMille: Int,
        answerMinutes: QuantileTable,
        answerMinutesByTerm: [String: QuantileTable] = [:],
        systemSeconds: QuantileTable,
        lapseMinutes: QuantileTable,
        customs: [Custom] = [],
        officerMinutesByTerm: [String: QuantileTable] = [:],
        detours: [Detour] = []
    ) {
        precondition(returnPerMille.count == 3 && careWeights.count == 3, "good, middling and poor files")
        self.returnPerMille = returnPerMille
        self.careWeights = careWeights
        self.mostReturns = mostReturns
        self.refusalPerMille = refusalPerMille
        self.withdrawalPerMille = withdrawalPerMille
        self.waitingWithdrawalPerMille = waitingWithdrawalPerMille
        self.silencePerMille = silencePerMille
        self.lapsePerMille = lapsePerMille
        self.detourPerMille = detourPerMille
        self.answerMinutes = answerMinutes
        self.answerMinutesByTerm = answerMinutesByTerm
        self.systemSeconds = systemSeconds
        self.lapseMinutes = lapseMinutes
        self.customs = customs
        self.officerMinutesByTerm = officerMinutesByTerm
        self.detours = detours
    }
}
