/// A zip archive in memory: its directory, and readers of its entries.
///
/// The directory at the end of the file says what is in it; bytes before the archive are passed over. Archives beyond
/// 4 GiB (zip64) are read, encrypted entries and those of several disks are not.
struct ZipArchive {
    /// A file in the archive.
    struct Entry: Sendable {
        /// Its path as written there.
        var path: String
        /// Its place in the directory.
        var index: Int
        /// 0 for stored, 8 for deflated.
        var method: Int
        /// Whether it needs a password.
        var isEncrypted: Bool
        /// The checksum of its bytes.
        var checksum: UInt32
        /// The number of bytes in the archive.
        var packedCount: Int
        /// The number of bytes once unpacked.
        var count: Int
        /// Where its own header begins in the file.
        var header: Int
    }

    /// The files in the order of the directory.
    let entries: [Entry]
    private let file: ZipFile
    private let budget: ZipBudget
    private let byPath: [String: Int]

    /// Reads the directory.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: The file's name for messages.
    ///   - limit: How many bytes all entries that are read may have, unpacked.
    /// - Throws: A `LogError` when there is no directory or it is broken.
    init(_ bytes: [UInt8], name: String, limit: Int) throws(LogError) {
        file = ZipFile(bytes: bytes, name: name)
        entries = try ZipDirectory(file).entries()
        budget = ZipBudget(limit: limit)
        byPath = Dictionary(
            entries.map { (Self.normal($0.path), $0.index) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The number of bytes of the file.
    var fileCount: Int { file.bytes.count }

    /// The entry with a path, whatever the case of its letters and the way its slashes lean.
    func entry(_ path: String) -> Entry? { byPath[Self.normal(path)].map { entries[$0] } }

    /// Begins to unpack an entry; one that was unpacked before need not be compared with its checksum again.
    func open(_ entry: Entry, isChecked: Bool = false) throws(LogError) -> ZipEntryReader {
        if entry.isEncrypted {
            throw LogError(
                .notPermitted,
                "the file is protected by a password; save it without one",
                position: LogPosition(file: file.name)
            )
        }
        guard entry.method == 0 || entry.method == 8 else {
            throw file.damaged(
                "\(entry.path) is packed by method \(entry.method); stored and deflated entries are read"
            )
        }
        return try ZipEntryReader(
            entry,
            in: file,
            at: file.dataStart(of: entry),
            budget: budget,
            isChecked: isChecked
        )
    }

    private static func normal(_ path: String) -> String {
        let slashes = path.lowercased().replacing("\\", with: "/")
        return String(slashes.drop { $0 == "/" })
    }
}

/// The bytes of an archive and the numbers in them.
struct ZipFile {
    let bytes: [UInt8]
    let name: String

    /// The number of `size` bytes at an offset, the lowest byte first; nil beyond the end.
    func number(_ size: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - size else { return nil }
        var number: UInt64 = 0
        for index in 0..<size { number |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        return Int(exactly: number)
    }

    /// Whether a signature `PK..` stands at an offset.
    func has(_ signature: Int, at offset: Int) -> Bool { number(4, at: offset) == signature }

    /// Where the bytes of an entry begin.
    func dataStart(of entry: ZipArchive.Entry) throws(LogError) -> Int {
        guard
            has(0x0403_4B50, at: entry.header),
            let nameCount = number(2, at: entry.header + 26),
            let extraCount = number(2, at: entry.header + 28)
        else { throw damaged("the directory names a place for \(entry.path) where no entry begins") }
        let start = entry.header + 30 + nameCount + extraCount
        guard start <= bytes.count, entry.packedCount <= bytes.count - start else {
            throw damaged("\(entry.path) reaches beyond the end of the file")
        }
        return start
    }

    /// The error for an archive that is broken.
    func damaged(_ cause: String) -> LogError {
        LogError(
            .damaged,
            "the zip archive is damaged; copy the whole file again or save it anew",
            cause: cause,
            position: LogPosition(file: name)
        )
    }
}

/// How many bytes may still be unpacked; an entry that is read twice counts once.
final class ZipBudget {
    let limit: Int
    private var counts: [Int: Int] = [:]
    private var total = 0

    init(limit: Int) { self.limit = limit }

    /// Notes how much of an entry is unpacked; false when that is too much.
    func note(_ count: Int, of entry: Int) -> Bool {
        let before = counts[entry, default: 0]
        if count > before {
            counts[entry] = count
            total += count - before
        }
        return total <= limit
    }
}
