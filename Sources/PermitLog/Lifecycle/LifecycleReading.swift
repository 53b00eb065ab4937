/// What is made of the transitions of activities: an event may say that an activity was begun, not that it was done.
public enum LifecycleReading: String, Sendable, CaseIterable {
    /// Every event counts, whatever its transition.
    case all
    /// Events that complete an activity count, and those without a transition; the others are ignored.
    case complete
    /// The events of one activity from its beginning to its end are one event, stamped with the end.
    case pair

    /// Whether a word is a transition of the lifecycle extension of XES or a state of BPMN activities.
    public static func knows(_ word: String) -> Bool { Transition(word: word) != .unknown }
}

/// What a transition means to an activity.
///
/// The words are those of the lifecycle extension of XES and of the states of BPMN activities, whatever their case.
enum Transition: UInt8 {
    /// The log says nothing.
    case absent
    /// The activity was planned, or given to somebody.
    case scheduled
    /// Somebody else has to do it now.
    case assigned
    /// Work on it began.
    case started
    /// Work on it rests.
    case suspended
    /// Work on it goes on.
    case resumed
    /// It is done, or was passed over on purpose.
    case completed
    /// It was given up before or after it began.
    case aborted
    /// A word that neither XES nor BPMN has.
    case unknown

    /// The meaning of a word.
    init(word: String) {
        let plain = word.lowercased().filter { !" _-".contains($0) }
        self = plain.isEmpty ? .absent : Self.words[plain] ?? .unknown
    }

    private static let words: [String: Transition] = [
        "schedule": .scheduled, "scheduled": .scheduled, "ready": .scheduled,
        "assign": .assigned, "assigned": .assigned, "reassign": .assigned,
        "start": .started, "started": .started, "begin": .started, "active": .started,
        "suspend": .suspended, "suspended": .suspended,
        "resume": .resumed, "resumed": .resumed,
        "complete": .completed, "completed": .completed, "end": .completed,
        "autoskip": .completed, "manualskip": .completed,
        "withdraw": .aborted, "withdrawn": .aborted, "ateabort": .aborted, "piabort": .aborted,
        "failed": .aborted, "terminated": .aborted, "compensated": .aborted,
    ]
}

/// What a row says of the life of its activity, kept where the reading of the log asks for it.
struct RowLifecycle {
    /// Microseconds since 1970 UTC at which the activity began; ``absentTime`` where the row does not say so.
    var start = Self.absentTime
    /// The hash of the activity instance's name; 0 for none.
    var instance: UInt64 = 0
    /// What the row means to the activity.
    var transition = Transition.absent

    /// No time.
    static let absentTime = Int64.min
}

/// The words for transitions that a worker met, with their counts.
struct TransitionTally: ~Copyable {
    private var words = InternTable()
    private var kinds: [Transition] = []
    private var counts: [Int] = []
    private let reading: LifecycleReading

    init(_ reading: LifecycleReading) { self.reading = reading }

    /// Counts a row with a word; the meaning of the word, or nil when the reading ignores the row.
    ///
    /// A word that is no text counts as none.
    mutating func count(_ bytes: ByteAddress, _ length: Int) -> Transition? {
        let (number, fault) = length <= LogPlan.longestCell ? words.number(bytes, length) : (0, .fieldTooLong)
        guard fault == nil else { return .absent }
        let index = Int(number)
        if index == kinds.count {
            kinds.append(Transition(word: text(bytes, length)))
            counts.append(0)
        }
        counts[index] += 1
        let kind = kinds[index]
        return reading != .complete || kind == .completed || kind == .absent ? kind : nil
    }

    /// How often each word was met, by word; the empty one among them.
    func counted() -> [String: Int] {
        Dictionary(zip(words.strings(), counts), uniquingKeysWith: +)
    }
}

extension InputAccount {
    /// Adds up the words for transitions that the workers met; nothing where rows have none.
    mutating func countTransitions(_ counts: [[String: Int]]) {
        let all = counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        guard all.keys.contains(where: { !$0.isEmpty }) else { return }
        transitions = all.map { ReasonCount(reason: $0.key, count: $0.value) }
            .sorted { $0.reason.utf8.lexicographicallyPrecedes($1.reason.utf8) }
    }
}
