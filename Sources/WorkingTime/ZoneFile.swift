/// Reads the zone files of the system: TZif, RFC 8536.
enum ZoneFile {
    /// Whether a name can only mean a file below the zone directory.
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 64 else { return false }
        let isWord = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "+-_/".utf8.contains(byte)
        }
        return isWord
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    /// The offsets of a file's bytes through the year 2200; nil when they are not TZif or count leap seconds.
    static func rules(_ bytes: [UInt8], name: String) -> ZoneRules? {
        guard var header = Header(bytes, at: 0) else { return nil }
        var timeSize = 4
        if header.version >= UInt8(ascii: "2") {
            guard let second = Header(bytes, at: header.end(timeSize: 4)) else { return nil }
            header = second
            timeSize = 8
        }
        let end = header.end(timeSize: timeSize)
        guard end <= bytes.count, header.leaps == 0, header.types > 0 else { return nil }
        guard var history = history(bytes, header, timeSize: timeSize) else { return nil }
        if timeSize == 8, let rule = PosixZoneRule(footer(bytes, from: end)) {
            let last = history.transitions.last?.at ?? .min
            history.transitions += rule.transitions(after: last, throughYear: 2200)
        }
        return ZoneRules(name: name, initialOffset: history.initial, transitions: history.transitions)
    }

    private static func history(
        _ bytes: [UInt8],
        _ header: Header,
        timeSize: Int
    ) -> (initial: Int, transitions: [(at: Int64, offset: Int)])? {
        let indices = header.body + header.times * timeSize
        let types = indices + header.times
        func offset(ofType type: Int) -> Int { Int(integer(bytes, at: types + type * 6, size: 4)) }
        var transitions: [(at: Int64, offset: Int)] = []
        for index in 0..<header.times {
            let at = integer(bytes, at: header.body + index * timeSize, size: timeSize)
            let type = Int(bytes[indices + index])
            guard type < header.types, transitions.last.map({ $0.at < at || at <= -1 << 42 }) ?? true else {
                return nil
            }
            guard PosixZoneRule.offsets.contains(offset(ofType: type)) else { return nil }
            // Some files write "since ever" as a moment so early that microseconds cannot say it.
            transitions.append((min(max(at, -1 << 42), 1 << 42), offset(ofType: type)))
        }
        guard PosixZoneRule.offsets.contains(offset(ofType: 0)) else { return nil }
        return (offset(ofType: 0), transitions)
    }

    private static func footer(_ bytes: [UInt8], from end: Int) -> String {
        guard end < bytes.count, bytes[end] == 0x0A else { return "" }
        return String(decoding: bytes[(end + 1)...].prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private static func integer(_ bytes: [UInt8], at index: Int, size: Int) -> Int64 {
        var value: Int64 = bytes[index] >= 0x80 ? -1 : 0
        for byte in bytes[index..<index + size] { value = value << 8 | Int64(byte) }
        return value
    }

    /// The counts at the head of a block.
    private struct Header {
        let version: UInt8
        let body: Int
        let isUTC, isStandard, leaps, times, types, characters: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            version = bytes[start + 4]
            body = start + 44
            let counts = (0..<6).map { Int(ZoneFile.integer(bytes, at: start + 20 + $0 * 4, size: 4)) }
            guard counts.allSatisfy({ (0...65_536).contains($0) }) else { return nil }
            (isUTC, isStandard, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        func end(timeSize: Int) -> Int {
            body + times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + isStandard
                + isUTC
        }
    }
}
