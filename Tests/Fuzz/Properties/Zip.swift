/// Makes archives.
enum Zip {
    /// An archive of some files, packed or stored as they are.
    static func archive(_ files: [(name: String, bytes: [UInt8])], isPacked: Bool) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let packed = isPacked ? Gzip.raw(bytes) : bytes
            let common =
                number(20, 2) + number(0, 2) + number(isPacked ? 8 : 0, 2) + number(0, 4)
                + number(Int(sum(bytes)), 4)
                + number(packed.count, 4) + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            directory += number(0x0201_4B50, 4) + number(20, 2) + common
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(archive.count, 4)
            directory += Array(name.utf8)
            archive += number(0x0403_4B50, 4) + common + Array(name.utf8) + packed
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
        return archive + directory + end
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// The checksum of a file in an archive.
    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
