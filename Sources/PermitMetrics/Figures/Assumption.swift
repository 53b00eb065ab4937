/// Something that was assumed and that moves a figure; printed beside the figures.
public struct Assumption: Hashable, Sendable {
    /// A stable identifier such as `zone` or `stamps_without_zone`.
    public var id: String
    /// What the sentence of this assumption names, in the order of its gaps.
    public var values: [String]

    /// Creates an assumption.
    public init(_ id: String, _ values: [String] = []) {
        self.id = id
        self.values = values
    }
}
