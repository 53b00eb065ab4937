/// A key that a limit table has no row for, and the permits that are unmeasured for it.
public struct MissingLimit: Hashable, Sendable {
    /// One fact of the key.
    public struct Part: Hashable, Sendable {
        /// The fact's name.
        public var fact: String
        /// Its value; nil where it is not known of the permit.
        public var value: String?
    }

    /// The workflow's name.
    public var workflow: String
    /// The clock whose limit is missing.
    public var clock: String
    /// The table to fill in.
    public var table: String
    /// The facts that key the table.
    public var key: [Part]
    /// The number of permits.
    public var permits: Int
}
