/// A generator of random numbers whose sequence is fixed by its seed (Steele, Lea, Flood: "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
///
/// Everything here is arithmetic on whole numbers, so a sequence is the same on every machine, in every build and in
/// every version of the standard library. It is for simulation, not for secrets.
public struct SplitMix64: Hashable, Sendable {
    private var state: UInt64

    /// Starts a sequence.
    public init(seed: UInt64) { state = seed }

    /// Starts one of the many sequences of a seed.
    ///
    /// - Parameters:
    ///   - seed: The seed of the whole simulation.
    ///   - stream: Which sequence. A permit draws from its own, so that one permit's fate does not move another's.
    public init(seed: UInt64, stream: UInt64) {
        self.init(seed: SplitMix64.mixed(seed) ^ SplitMix64.mixed(stream &+ 0x632B_E59B_D9B4_E019))
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SplitMix64.mixed(state)
    }

    /// Draws a whole number from zero up to a bound, the bound excluded; every one is equally likely.
    ///
    /// - Parameter bound: Above zero.
    /// - Returns: A number from 0 to `bound - 1`.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a draw needs at least one possible result")
        let range = UInt64(bound)
        // Multiply and take the high word; redraw the few low words that would favour some results.
        let threshold = (0 &- range) % range
        while true {
            let product = next().multipliedFullWidth(by: range)
            if product.low >= threshold { return Int(product.high) }
        }
    }

    /// A whole number of a closed range; every one is equally likely.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in so many of a thousand draws.
    public mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
