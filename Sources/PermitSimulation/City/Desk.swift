public import PermitWorkflow

/// A group of officers who act in the same roles, and how long a file waits for them.
public struct Desk: Hashable, Sendable {
    /// An officer, known by a code and never by a name.
    public struct Officer: Hashable, Sendable {
        /// The code, such as `VER-02`.
        public var code: String
        /// How long this officer takes, in thousandths of the usual time.
        public var pacePerMille: Int
        /// How many of the desk's files this officer gets, relative to the others.
        public var share: Int

        /// Creates an officer.
        public init(_ code: String, pacePerMille: Int = 1000, share: Int = 100) {
            self.code = code
            self.pacePerMille = pacePerMille
            self.share = share
        }
    }

    /// The workflow roles in which these officers act; empty for every role of the holder that no other desk names.
    public var roles: Set<String>
    /// Whose desk it is.
    public var holder: Holder
    /// The officers, at least one.
    public var officers: [Officer]
    /// How long a file waits for the desk and lies on it, in minutes of office hours.
    public var minutes: QuantileTable
    /// How much longer everything takes when files pile up, in thousandths by day; 1000 is the usual time.
    public var load: DatedShare
    /// How files are left lying here; nil where none is.
    public var neglect: Neglect?

    /// Creates a desk.
    public init(
        holder: Holder,
        roles: Set<String> = [],
        officers: [Officer],
        minutes: QuantileTable,
        load: DatedShare,
        neglect: Neglect? = nil
    ) {
        precondition(!officers.isEmpty, "somebody sits at a desk")
        self.holder = holder
        self.roles = roles
        self.officers = officers
        self.minutes = minutes
        self.load = load
        self.neglect = neglect
    }

    /// Who acts when four eyes are needed and all officers of the desk are barred: one more, with the next number.
    var deputy: Officer {
        let prefix = officers[0].code.prefix { $0 != "-" }
        let number = String(officers.count + 1)
        return Officer("\(prefix)-\(number.utf8.count < 2 ? "0" : "")\(number)")
    }
}
