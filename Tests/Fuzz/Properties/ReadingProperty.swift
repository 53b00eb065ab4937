import PermitLog
import WorkingTime

/// Bytes are a log or are refused; the same by any number of workers and in blocks of any size, and what is written of
/// the log is read back as the same log.
struct ReadingProperty {
    private let bytes: [UInt8]
    private let isThorough: Bool
    /// A number that the bytes choose.
    private let choice: Int

    init(_ bytes: [UInt8], isThorough: Bool) {
        self.bytes = bytes
        self.isThorough = isThorough
        choice = bytes.reduce(into: 17) { $0 = ($0 &* 31 &+ Int($1)) & 0xFFFF }
    }

    /// What is wrong; nil when nothing is.
    var fault: String? {
        let file = MemoryFile()
        file.bytes = bytes
        return Self.fault(of: request(file), isThorough: isThorough, choice: choice)
    }

    private func request(_ file: MemoryFile) -> ReadRequest {
        var request = Self.request(file)
        request.isStrict = choice % 5 == 0
        if choice % 4 == 0 { request.recordBytes = 256 }
        return request
    }

    /// A reading of a file that keeps all it can.
    static func request(_ file: MemoryFile) -> ReadRequest {
        var request = ReadRequest(sources: [file.path])
        request.zone = .jakarta
        request.keepsResource = true
        request.profiles = FuzzProfiles.all
        request.extraColumns = ["a", "case:channel", "x"]
        request.recordBytes = 1 << 12
        return request
    }

    static func fault(of request: ReadRequest, isThorough: Bool, choice: Int) -> String? {
        let whole: SeenLog
        do {
            whole = try SeenLog(request)
        } catch {
            return faultOfRefusal(error, request, isThorough: isThorough, choice: choice)
        }
        if let fault = whole.fault { return fault }
        for other in others(request, isThorough: isThorough, choice: choice) {
            do {
                let seen = try SeenLog(other)
                if seen != whole { return difference(seen, whole, other) }
            } catch {
                return "refused with \(name(other)) only: \(error)"
            }
        }
        return isThorough || choice % 6 == 0 ? WritingProperty(whole).fault : nil
    }

    /// A refusal has words, and the same ones for every way of reading.
    private static func faultOfRefusal(
        _ error: LogError,
        _ request: ReadRequest,
        isThorough: Bool,
        choice: Int
    ) -> String? {
        if error.message.isEmpty { return "refused without a word" }
        for other in others(request, isThorough: isThorough, choice: choice) {
            do {
                _ = try SeenLog(other)
                return "read with \(name(other)) only; else: \(error)"
            } catch {}
        }
        return nil
    }

    private static func others(_ request: ReadRequest, isThorough: Bool, choice: Int) -> [ReadRequest] {
        var small = request
        small.blockBytes = 16 + choice % 200
        var three = small
        three.workers = 3
        if isThorough { return [small, three] }
        return choice % 16 == 0 ? [three] : [small]
    }

    private static func name(_ request: ReadRequest) -> String {
        "\(request.workers) workers and blocks of \(request.blockBytes)"
    }

    private static func difference(_ left: SeenLog, _ right: SeenLog, _ request: ReadRequest) -> String {
        let head = "with \(name(request)): "
        if left.account != right.account { return head + "\(left.account) is not \(right.account)" }
        if left.activities != right.activities {
            return head + "\(left.activities) is not \(right.activities)"
        }
        return head
            + (left.cases == right.cases ? "facts or order differ" : "\(left.cases) is not \(right.cases)")
    }
}
