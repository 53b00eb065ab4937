import TestSupport
import Testing

@testable import PermitLog

/// The bytes as raw deflate data.
private func deflated(_ bytes: [UInt8]) -> [UInt8] { Array(gzipped(bytes).dropFirst(10).dropLast(8)) }

/// An entry that is deflated.
private func packed(_ path: String, _ bytes: [UInt8]) -> ZipMaker.Packed {
    ZipMaker.Packed(
        path: path,
        bytes: deflated(bytes),
        count: bytes.count,
        checksum: ZipMaker.checksum(bytes)
    )
}

/// The bytes of an entry, read in pieces.
private func contents(
    _ path: String,
    of archive: [UInt8],
    limit: Int = 1 << 30
) throws(LogError) -> [UInt8]? {
    let zip = try ZipArchive(archive, name: "a.zip", limit: limit)
    guard let entry = zip.entry(path) else { return nil }
    let reader = try zip.open(entry)
    var all: [UInt8] = []
    while true {
        let piece = try readPiece(reader, room: 777)
        if piece.isEmpty { return all }
        all += piece
    }
}

@Suite("A zip archive")
struct ZipTests {
    private static let text = Array(String(repeating: "NIB 9120001234567, ", count: 500).utf8)

    @Test(
        "is read with stored and deflated entries, sizes before or behind them, and zip64",
        arguments: [(0, false), (0, true), (8, false), (8, true)]
    )
    func forms(flags: Int, isLarge: Bool) throws {
        let stored = ZipMaker.archive([("a/B.txt", Self.text), ("c", [])], flags: flags, isLarge: isLarge)
        let small = ZipMaker.archive(
            packed: [packed("a/B.txt", Self.text), packed("c", [])],
            flags: flags,
            method: 8,
            isLarge: isLarge
        )
        for archive in [
            stored, small, Array("MZ some program".utf8) + stored, small + Array("\0\0comment".utf8),
        ] {
            #expect(try contents("a/B.txt", of: archive) == Self.text)
            #expect(try contents("A\\b.TXT", of: archive) == Self.text)
            #expect(try contents("c", of: archive) == [])
            #expect(try contents("d", of: archive) == nil)
        }
    }

    @Test("that is damaged is refused, wherever the damage is")
    func damaged() throws {
        let whole = ZipMaker.archive(packed: [packed("a", Self.text)], method: 8)
        for length in 0..<whole.count {
            let error = #expect(throws: LogError.self) { try contents("a", of: Array(whole[..<length])) }
            #expect(error?.code == .damaged, "\(length) bytes")
        }
        var changed = whole
        changed[whole.count - 22 - 46 - 1 + 16] ^= 1
        let error = #expect(throws: LogError.self) { try contents("a", of: changed) }
        #expect(error?.description.contains("checksum") == true)
    }

    @Test("whose bytes are changed at random gives its own text or an error")
    func changed() {
        let whole = ZipMaker.archive(packed: [packed("a", Self.text), packed("b", [1, 2, 3])], method: 8)
        for seed in 0..<UInt64(seedCount(2000)) {
            var generator = SeededGenerator(seed: seed)
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255,
                    using: &generator
                )
            }
            guard let found = try? contents("a", of: bytes) else { continue }
            #expect(found == Self.text, "seed \(seed)")
        }
    }

    @Test("with a password is refused as such, and one with a strange method too")
    func refused() {
        let secret = #expect(throws: LogError.self) {
            try contents("a", of: ZipMaker.archive([("a", [1])], flags: 1))
        }
        #expect(secret?.code == .notPermitted)
        #expect(secret?.message.contains("password") == true)
        let strange = #expect(throws: LogError.self) {
            try contents("a", of: ZipMaker.archive([("a", [1])], method: 12))
        }
        #expect(strange?.description.contains("method 12") == true)
    }

    @Test("that unpacks beyond the limit is refused with the limit; an entry read twice counts once")
    func bombs() throws {
        let archive = ZipMaker.archive(packed: [packed("a", Self.text), packed("b", Self.text)], method: 8)
        let zip = try ZipArchive(archive, name: "a.zip", limit: Self.text.count)
        let entry = try #require(zip.entry("a"))
        for _ in 0..<2 {
            let reader = try zip.open(entry)
            while try !readPiece(reader, room: 1000).isEmpty {}
        }
        let other = try zip.open(#require(zip.entry("b")))
        let error = #expect(throws: LogError.self) { while try !readPiece(other, room: 1000).isEmpty {} }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("\(Self.text.count) bytes") == true)
    }

    @Test("that grows as no table does is refused long before the limit")
    func ratio() {
        let zeros = [UInt8](repeating: 0, count: 1 << 25)
        let archive = ZipMaker.archive(
            packed: [.init(path: "a", bytes: deflated(zeros), count: zeros.count, checksum: 0)],
            method: 8
        )
        let error = #expect(throws: LogError.self) { try contents("a", of: archive) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("500 times") == true)
    }
}
