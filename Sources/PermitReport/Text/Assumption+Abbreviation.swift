internal import PermitMetrics

extension Assumption {
    /// The assumption for people: digests cut to the twelve digits that tell them apart.
    var abbreviated: Assumption {
        var short = self
        short.values = values.map { value in
            let isDigest = value.utf8.count == 64 && value.utf8.allSatisfy(Self.isHexadecimal)
            return isDigest ? String(value.prefix(12)) : value
        }
        return short
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
