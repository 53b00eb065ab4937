import PermitLog
import Testing

@Suite("The hash of a case id")
struct CaseHashTests {
    @Test("is the same on every machine and in every version")
    func fixed() {
        #expect(CaseHash("") == Self.hash(""))
        #expect(CaseHash("case-10011") == Self.hash("case-10011"))
        #expect(CaseHash("abc") != CaseHash("abd"))
    }

    @Test("differs for texts that differ in one byte or in length", arguments: 1...40)
    func differs(_ length: Int) {
        var seen: Set<UInt64> = [CaseHash(String(repeating: "a", count: length - 1)).low]
        for index in 0..<length {
            for letter: UInt8 in [0x61, 0x62, 0x7A] {
                var bytes = [UInt8](repeating: 0x61, count: length)
                bytes[index] = letter
                seen.insert(CaseHash(String(decoding: bytes, as: UTF8.self)).low)
            }
        }
        #expect(seen.count == 2 + 2 * length)
    }

    @Test("of two cases that share its low half is an error, never a merged case", arguments: [1, 2])
    func collision(_ workers: Int) throws {
        let (left, right) = try #require(Self.collidingNames())
        #expect(CaseHash(left).low == CaseHash(right).low)
        #expect(CaseHash(left).high != CaseHash(right).high)
        let rows = [
            "case_id,activity,timestamp", "\(left),A,2024-01-01", "x,A,2024-01-01", "\(right),A,2024-01-01",
        ]
        let file = TemporaryFile(rows.joined(separator: "\n"))
        var request = ReadRequest(sources: [file.path])
        request.workers = workers
        request.blockBytes = 16
        let log = try LogReader.read(request)
        var codes: [LogError.Code] = []
        for index in 0..<log.partitionCount {
            do throws(LogError) {
                _ = try log.organize(index)
            } catch {
                codes.append(error.code)
                #expect(error.message.contains(left) && error.message.contains(right))
            }
        }
        #expect(codes == [.caseHashCollision])
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// Two names of 24 bytes whose last word makes the first product zero, whatever their first word is.
    private static func collidingNames() -> (String, String)? {
        let length = UInt64(24) &* 0x9E37_79B9_7F4A_7C15
        for number in 10_000_000..<11_000_000 {
            let word = Array(String(number).utf8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let middle = fold(length ^ word ^ 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F) &+ length
            let last = middle ^ 0x8EBC_6AF0_9C88_C6E3
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: last >> (8 * $0)) }
            guard bytes.allSatisfy({ $0 > 0x2F && $0 < 0x7F }) else { continue }
            let tail = String(number) + String(decoding: bytes, as: UTF8.self)
            return ("permit-1" + tail, "permit-2" + tail)
        }
        return nil
    }

    /// The hash by its definition, for texts of up to 16 bytes.
    private static func hash(_ text: String) -> CaseHash {
        let bytes = Array(text.utf8)
        func word(_ part: ArraySlice<UInt8>) -> UInt64 {
            part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let first = word(bytes.prefix(8))
        let last = bytes.count < 8 ? 0 : word(bytes.suffix(8))
        let length = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        let mixed = fold(first ^ 0xE703_7ED1_A0B4_28DB, last ^ length ^ 0x8EBC_6AF0_9C88_C6E3)
        let other = fold(first ^ 0xEB44_ACCA_B455_D165, last ^ length ^ 0x2D35_8DCC_AA6C_78A5)
        return CaseHash(
            low: fold(mixed ^ 0x5896_59CE_B1B4_2F6D, length ^ 0x1D8E_4E27_C47D_124F),
            high: fold(other ^ 0x8BB8_4B93_962E_ACC9, length ^ 0x94D0_49BB_1331_11EB)
        )
    }
}
