/// Reads the directory of a zip archive (PKWARE APPNOTE 6.3, sections 4.3 and 4.4).
struct ZipDirectory {
    private static let endMark = 0x0605_4B50
    private static let largeEndMark = 0x0606_4B50
    private static let largePlaceMark = 0x0706_4B50
    private static let recordMark = 0x0201_4B50

    /// Where the directory lies, as the record at the archive's end says it.
    private struct Place {
        /// Where that record begins.
        var end: Int
        var count: Int
        var size: Int
        var offset: Int
    }

    private let file: ZipFile

    init(_ file: ZipFile) { self.file = file }

    /// All entries.
    func entries() throws(LogError) -> [ZipArchive.Entry] {
        let place = try largePlace(for: plainPlace())
        guard place.size <= place.end, place.offset <= place.end else {
            throw file.damaged("the directory lies beyond the end")
        }
        if place.count == 0, place.size == 0 { return [] }
        // Where bytes were put before the archive, the directory still ends where its end record begins.
        let shifted = place.end - place.size
        let start = file.has(Self.recordMark, at: shifted) ? shifted : place.offset
        return try records(from: start, to: place.end, prefix: start - place.offset, count: place.count)
    }

    // MARK: - The end of the archive

    private func plainPlace() throws(LogError) -> Place {
        guard let end = endRecord() else {
            throw file.damaged("it has no directory, as when a copy or download stopped in the middle")
        }
        guard
            let disk = file.number(2, at: end + 4), disk == 0 || disk == 0xFFFF,
            let count = file.number(2, at: end + 10),
            let size = file.number(4, at: end + 12),
            let offset = file.number(4, at: end + 16)
        else { throw file.damaged("it is one of several parts") }
        return Place(end: end, count: count, size: size, offset: offset)
    }

    /// Where the last record begins; a comment of up to 65,535 bytes may follow it.
    private func endRecord() -> Int? {
        let last = file.bytes.count - 22
        var offset = last
        while offset >= 0, offset >= last - 0xFFFF {
            if file.bytes[offset] == 0x50, file.has(Self.endMark, at: offset) { return offset }
            offset -= 1
        }
        return nil
    }

    /// The place with the large numbers of zip64, where there are any.
    private func largePlace(for plain: Place) throws(LogError) -> Place {
        guard file.has(Self.largePlaceMark, at: plain.end - 20) else { return plain }
        let said = file.number(8, at: plain.end - 12)
        // The record stands just before its pointer; what the pointer says lacks the bytes before the archive.
        let found = [plain.end - 76, said ?? -1].first { file.has(Self.largeEndMark, at: $0) }
        guard
            let found,
            let count = file.number(8, at: found + 32),
            let size = file.number(8, at: found + 40),
            let offset = file.number(8, at: found + 48)
        else { throw file.damaged("its zip64 directory is not where it should be") }
        return Place(end: found, count: count, size: size, offset: offset)
    }

    // MARK: - Records

    private func records(
        from start: Int,
        to end: Int,
        prefix: Int,
        count: Int
    ) throws(LogError) -> [ZipArchive.Entry] {
        var entries: [ZipArchive.Entry] = []
        var offset = start
        while offset < end, file.has(Self.recordMark, at: offset) {
            let (entry, after) = try record(at: offset, end: end, prefix: prefix, index: entries.count)
            entries.append(entry)
            offset = after
        }
        // The count has 16 bits in archives that are not zip64.
        guard entries.count == count || entries.count & 0xFFFF == count else {
            throw file.damaged("its directory has \(entries.count) readable entries instead of \(count)")
        }
        return entries
    }

    private func record(
        at offset: Int,
        end: Int,
        prefix: Int,
        index: Int
    ) throws(LogError) -> (ZipArchive.Entry, Int) {
        guard
            let flags = file.number(2, at: offset + 8), let method = file.number(2, at: offset + 10),
            let checksum = file.number(4, at: offset + 16), let packed = file.number(4, at: offset + 20),
            let unpacked = file.number(4, at: offset + 24), let nameCount = file.number(2, at: offset + 28),
            let extraCount = file.number(2, at: offset + 30), let noteCount = file.number(2, at: offset + 32),
            let header = file.number(4, at: offset + 42)
        else { throw file.damaged("its directory ends in the middle") }
        let name = offset + 46
        let after = name + nameCount + extraCount + noteCount
        guard after <= end else { throw file.damaged("an entry of its directory reaches beyond its end") }
        var numbers = [unpacked, packed, header]
        try widen(&numbers, from: name + nameCount, count: extraCount)
        // A sum that overflows is no place in this file either.
        let (place, isBeyond) = numbers[2].addingReportingOverflow(prefix)
        let entry = ZipArchive.Entry(
            path: String(decoding: file.bytes[name..<name + nameCount], as: UTF8.self),
            index: index,
            method: method,
            isEncrypted: flags & 1 != 0,
            checksum: UInt32(checksum),
            packedCount: numbers[1],
            count: numbers[0],
            header: isBeyond ? -1 : place
        )
        return (entry, after)
    }

    /// Replaces numbers that do not fit into 32 bits by those of the zip64 field.
    private func widen(_ numbers: inout [Int], from start: Int, count: Int) throws(LogError) {
        guard numbers.contains(0xFFFF_FFFF) else { return }
        var offset = start
        while offset + 4 <= start + count {
            guard let kind = file.number(2, at: offset), let size = file.number(2, at: offset + 2) else {
                return
            }
            if kind == 1 {
                var field = offset + 4
                for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
                    guard field + 8 <= offset + 4 + size, let wide = file.number(8, at: field) else {
                        throw file.damaged("an entry of its directory lacks its size")
                    }
                    numbers[index] = wide
                    field += 8
                }
                return
            }
            offset += 4 + size
        }
    }
}
