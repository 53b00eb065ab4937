import PermitLog

/// A compressed log reads as the plain one does, however it is cut into members; a damaged one is refused or read.
///
/// The first byte chooses: the others are compressed bytes as they are, or a plain log to compress. Cut short, the
/// compressed log is refused.
struct CompressedProperty {
    private let control: UInt8
    private let body: [UInt8]
    private let isThorough: Bool

    init(_ bytes: [UInt8], isThorough: Bool) {
        control = bytes.first ?? 0
        body = Array(bytes.dropFirst())
        self.isThorough = isThorough
    }

    /// What is wrong; nil when nothing is.
    var fault: String? {
        let file = MemoryFile()
        if control & 1 == 0 {
            file.bytes = body
            let request = ReadingProperty.request(file)
            return ReadingProperty.fault(of: request, isThorough: isThorough, choice: Int(control))
        }
        // A body that is gzip itself is unpacked once as it stands, and is a packed text when it is packed again.
        if body.starts(with: [0x1F, 0x8B]) { return nil }
        let packed = members
        file.bytes = body
        let plain = try? SeenLog(ReadingProperty.request(file))
        file.bytes = packed
        let unpacked = try? SeenLog(ReadingProperty.request(file))
        if plain != unpacked { return "compressed and plain differ" }
        return plain == nil ? nil : faultOfCut(packed, file)
    }

    /// The body in one to four members, cut where the control byte says, perhaps with zero bytes behind.
    private var members: [UInt8] {
        let parts = 1 + Int(control >> 1) % 4
        var packed: [UInt8] = []
        for part in 0..<parts {
            packed += Gzip.member(Array(body[body.count * part / parts..<body.count * (part + 1) / parts]))
        }
        return packed + [UInt8](repeating: 0, count: control & 0x80 == 0 ? 0 : 512)
    }

    /// One byte less, and the last member is not whole.
    private func faultOfCut(_ packed: [UInt8], _ file: MemoryFile) -> String? {
        guard control & 0x80 == 0 else { return nil }
        file.bytes = packed.dropLast(1 + Int(control >> 3) % 8)
        do {
            _ = try SeenLog(ReadingProperty.request(file))
            return "a compressed log is read although it is cut short"
        } catch {
            return error.code == .truncatedGzip ? nil : "cut short, it is refused as \(error)"
        }
    }
}
