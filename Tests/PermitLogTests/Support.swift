import CZlib
import Glibc
import PermitDocuments
import PermitLog
import Testing
import WorkingTime

/// How many seeds a property is tried with: the environment's `SEEDS`, else the usual number.
func seedCount(_ usual: Int) -> Int {
    getenv("SEEDS").flatMap { Int(String(cString: $0)) } ?? usual
}

/// A file that lives as long as this value.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8] = [], suffix: String = ".csv") {
        var template = Array("\(Self.folder)/izin-log-XXXXXX\(suffix)".utf8CString)
        let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            start += count
        }
        close(descriptor)
    }

    convenience init(_ text: String, suffix: String = ".csv") { self.init(Array(text.utf8), suffix: suffix) }

    deinit { unlink(path) }

    static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir }

    var bytes: [UInt8] {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return all }
            all += chunk[0..<count]
        }
    }
}

/// The bytes as one gzip member.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream,
        6,
        Z_DEFLATED,
        15 + 16,
        8,
        Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)
    )
    defer { deflateEnd(&stream) }
    var source = bytes
    var target = [UInt8](repeating: 0, count: bytes.count + 1000)
    let size = target.count
    source.withUnsafeMutableBufferPointer { input in
        target.withUnsafeMutableBufferPointer { output in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            deflate(&stream, Z_FINISH)
        }
    }
    return Array(target[0..<(size - Int(stream.avail_out))])
}

/// An event as a test sees it.
struct SeenEvent: Hashable, Comparable, CustomStringConvertible {
    var caseID: String
    var activity: String
    var time: Int64
    var order: UInt32

    static func < (left: SeenEvent, right: SeenEvent) -> Bool { left.order < right.order }

    var description: String { "\(order): \(caseID) \(activity) \(time)" }
}

extension PartitionedLog {
    /// All partitions, organized; a log is organized once.
    func organizeAll() throws -> [OrganizedPartition] { try (0..<partitionCount).map { try organize($0) } }

    /// All events, in the order of each case.
    func events(_ partitions: [OrganizedPartition]) -> [SeenEvent] {
        partitions.flatMap { partition in
            partition.cases.flatMap { entry in
                entry.events.map { index in
                    let event = partition.events[index]
                    return SeenEvent(
                        caseID: partition.name(of: entry),
                        activity: activities[event.activity],
                        time: event.time,
                        order: event.order
                    )
                }
            }
        }
    }
}

/// A log that was read, with its partitions.
struct SeenLog {
    var log: PartitionedLog
    var partitions: [OrganizedPartition]

    init(_ request: ReadRequest) throws {
        log = try LogReader.read(request)
        partitions = try log.organizeAll()
        let account = log.account
        #expect(account.rows == account.used + account.rejected + account.ignored)
        #expect(account.rejections.reduce(0) { $0 + $1.count } == account.rejected)
        #expect(account.ignoredReasons.reduce(0) { $0 + $1.count } == account.ignored)
        #expect(partitions.reduce(0) { $0 + $1.events.count } == account.events)
    }

    /// Reads one text.
    init(
        _ text: String,
        suffix: String = ".csv",
        _ adjust: (inout ReadRequest) -> Void = { _ in }
    ) throws {
        try self.init(bytes: Array(text.utf8), suffix: suffix, adjust)
    }

    init(
        bytes: [UInt8],
        suffix: String = ".csv",
        _ adjust: (inout ReadRequest) -> Void = { _ in }
    ) throws {
        let file = TemporaryFile(bytes, suffix: suffix)
        var request = ReadRequest(sources: [file.path])
        // Tests of damage say which bytes are wrong; the search for another encoding has tests of its own.
        if suffix == ".csv" { request.encoding = "utf-8" }
        adjust(&request)
        try self.init(request)
    }

    var events: [SeenEvent] { log.events(partitions).sorted() }

    /// The activities of a case in its order.
    func activities(of caseID: String) -> [String] {
        log.events(partitions).filter { $0.caseID == caseID }.map(\.activity)
    }

    /// The rejected rows as `line reason`.
    var rejects: [String] { log.account.rejects.map { "\($0.order) \($0.reason.rawValue)" } }

    /// The values of a fact column by case, in the order of changes, with `-` for none.
    func facts(_ column: String) -> [String: [String]] {
        guard let index = log.factIndex([column]) else { return [:] }
        var all: [String: [String]] = [:]
        for partition in partitions {
            for entry in partition.cases {
                all[partition.name(of: entry)] = entry.facts.map {
                    partition.fact(index, of: partition.facts[$0]) ?? "-"
                }
            }
        }
        return all
    }
}

/// The error of reading one file.
func readError(
    _ bytes: [UInt8],
    suffix: String = ".csv",
    _ adjust: (inout ReadRequest) -> Void = { _ in }
) -> LogError? {
    let file = TemporaryFile(bytes, suffix: suffix)
    var request = ReadRequest(sources: [file.path])
    adjust(&request)
    do throws(LogError) {
        _ = try LogReader.read(request)
        return nil
    } catch {
        return error
    }
}
