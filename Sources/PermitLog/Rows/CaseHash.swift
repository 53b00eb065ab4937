/// The 128-bit hash of a text: fixed for all machines and versions, not cryptographic.
///
/// The hash names cases in reports that are merged, so changing it changes the format of parts.
@frozen
public struct CaseHash: Hashable, Sendable, Comparable {
    /// The half by which cases are grouped and put in partitions.
    public var low: UInt64
    /// The half that tells two cases with the same low half apart.
    public var high: UInt64

    /// Creates a hash from its halves.
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The hash of a case id.
    public init(_ name: String) {
        self = hash128(ofText: name)
    }

    /// In the order of the low half, then of the high one.
    @inlinable
    public static func < (left: CaseHash, right: CaseHash) -> Bool {
        left.low == right.low ? left.high < right.high : left.low < right.low
    }
}
