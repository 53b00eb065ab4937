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
    /// The chance that another legal step is taken than the one that leads on.
    public var detourPerMille: Int
    /// How long applicants take, in minutes of any day.
    public var answerMinutes: QuantileTable
    /// How long applicants take for certain actions, by the action's canonical term, in minutes of any day.
    public var answerMinutesByTerm: [String: QuantileTable]
    /// How long the licensing system takes, in seconds.
    public var systemSeconds: QuantileTable

    /// Creates habits.
    public init(
        returnPerMille: [Int],
        careWeights: [Int],
        mostReturns: Int,
        refusalPerMille: Int,
        withdrawalPerMille: Int,
        waitingWithdrawalPerMille: Int,
        silencePerMille: Int,
        detourPerMille: Int,
        answerMinutes: QuantileTable,
        answerMinutesByTerm: [String: QuantileTable] = [:],
        systemSeconds: QuantileTable
    ) {
        precondition(returnPerMille.count == 3 && careWeights.count == 3, "good, middling and poor files")
        self.returnPerMille = returnPerMille
        self.careWeights = careWeights
        self.mostReturns = mostReturns
        self.refusalPerMille = refusalPerMille
        self.withdrawalPerMille = withdrawalPerMille
        self.waitingWithdrawalPerMille = waitingWithdrawalPerMille
        self.silencePerMille = silencePerMille
        self.detourPerMille = detourPerMille
        self.answerMinutes = answerMinutes
        self.answerMinutesByTerm = answerMinutesByTerm
        self.systemSeconds = systemSeconds
    }
}
