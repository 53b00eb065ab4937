/// Makes zip archives of entries that are stored as they are.
public enum ZipMaker {
    /// An archive.
    ///
    /// - Parameters:
    ///   - entries: Paths and bytes in order.
    ///   - flags: The flags of every entry, such as 1 for encrypted.
    ///   - method: The method that every entry claims.
    ///   - isLarge: Whether the sizes stand in fields of zip64.
    /// - Returns: Its bytes.
    public static func archive(
        _ entries: [(path: String, bytes: [UInt8])],
        flags: Int = 0,
        method: Int = 0,
        isLarge: Bool = false
    ) -> [UInt8] {
        archive(
            packed: entries.map {
                Packed(path: $0.path, bytes: $0.bytes, count: $0.bytes.count, checksum: checksum($0.bytes))
            },
            flags: flags,
            method: method,
            isLarge: isLarge
        )
    }

    /// An entry whose bytes are packed already.
    public struct Packed: Sendable {
        /// Its path.
        public var path: String
        /// Its packed bytes.
        public var bytes: [UInt8]
        /// The number of bytes once unpacked.
        public var count: Int
        /// The checksum of the unpacked bytes.
        public var checksum: UInt32

        /// Describes an entry.
        public init(path: String, bytes: [UInt8], count: Int, checksum: UInt32) {
            self.path = path
            self.bytes = bytes
            self.count = count
            self.checksum = checksum
        }
    }

    /// An archive of entries that are packed already.
    ///
    /// - Parameters:
    ///   - packed: The entries in order.
    ///   - flags: The flags of every entry; 8 puts sizes behind the bytes.
    ///   - method: The method of every entry: 0 stored, 8 deflated.
    ///   - isLarge: Whether the sizes stand in fields of zip64.
    /// - Returns: Its bytes.
    public static func archive(
        packed: [Packed],
        flags: Int = 0,
        method: Int,
        isLarge: Bool = false
    ) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in packed {
            let offset = file.count
            let name = Array(entry.path.utf8)
            let isLater = flags & 8 != 0
            file +=
                number(0x0403_4B50, 4) + number(45, 2) + number(flags, 2) + number(method, 2) + number(0, 4)
            file += number(isLater ? 0 : Int(entry.checksum), 4) + number(isLater ? 0 : entry.bytes.count, 4)
            file +=
                number(isLater ? 0 : entry.count, 4) + number(name.count, 2) + number(0, 2) + name
                + entry.bytes
            if isLater {
                file += number(0x0807_4B50, 4) + number(Int(entry.checksum), 4) + number(entry.bytes.count, 4)
                file += number(entry.count, 4)
            }
            let sizes = [entry.bytes.count, entry.count]
            let extra =
                isLarge
                ? number(1, 2) + number(24, 2) + [sizes[1], sizes[0], offset].flatMap { number($0, 8) } : []
            directory +=
                number(0x0201_4B50, 4) + number(45, 2) + number(45, 2) + number(flags, 2) + number(method, 2)
            directory += number(0, 4) + number(Int(entry.checksum), 4)
            directory +=
                number(isLarge ? 0xFFFF_FFFF : sizes[0], 4) + number(isLarge ? 0xFFFF_FFFF : sizes[1], 4)
            directory +=
                number(name.count, 2) + number(extra.count, 2) + number(0, 2) + number(0, 4) + number(0, 4)
            directory += number(isLarge ? 0xFFFF_FFFF : offset, 4) + name + extra
        }
        return file + directory + end(packed.count, directory.count, file.count, isLarge: isLarge)
    }

    private static func end(_ count: Int, _ size: Int, _ offset: Int, isLarge: Bool) -> [UInt8] {
        var end: [UInt8] = []
        if isLarge {
            end += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            end += number(count, 8) + number(count, 8) + number(size, 8) + number(offset, 8)
            end += number(0x0706_4B50, 4) + number(0, 4) + number(offset + size, 8) + number(1, 4)
        }
        end += number(0x0605_4B50, 4) + number(0, 4)
        end += number(isLarge ? 0xFFFF : count, 2) + number(isLarge ? 0xFFFF : count, 2)
        end += number(isLarge ? 0xFFFF_FFFF : size, 4) + number(isLarge ? 0xFFFF_FFFF : offset, 4)
        return end + number(0, 2)
    }

    private static func number(_ number: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// The checksum of some bytes (CRC-32, polynomial 0xEDB88320).
    public static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var rest: UInt32 = ~0
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
        return ~rest
    }
}
