/// A hash of bytes that is the same in every run (FNV-1a, mixed at the end).
enum ValueHash {
    /// The hash of some bytes.
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return mixed(hash)
    }

    /// Two hashes as one; their order counts.
    static func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed((first &* 0x9e37_79b9_7f4a_7c15) ^ (second &+ 0x517c_c1b7_2722_0a95))
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
        hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
        return hash ^ (hash >> 32)
    }
}
