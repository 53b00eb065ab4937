import Glibc

/// A file that is written whole or not at all: under another name first, renamed when it is complete.
///
/// Unsafe because of C's calls only: paths are passed as Swift strings for the length of a call, and bytes by
/// `Console.write`. The descriptor is closed and the unfinished file removed when the value goes away.
struct OutputFile: ~Copyable {
    private let path: String
    private let unfinishedPath: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// Bytes that are gathered before the system is asked to write.
    private static let bufferBytes = 1 << 18

    /// Opens a file beside the one that is wanted.
    init(_ path: String) throws(Failure) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(.usage, "\(path) is a directory; name a file")
        }
        self.path = path
        unfinishedPath = "\(path).\(getpid()).unfinished"
        descriptor = open(unfinishedPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure(.usage, "\(path) cannot be written: \(Console.reason)")
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        _ = close(descriptor)
        if !isFinished { _ = unlink(unfinishedPath) }
    }

    /// Adds a text.
    mutating func append(_ text: String) throws(Failure) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Gives the file its name.
    mutating func finish() throws(Failure) {
        try flush()
        guard rename(unfinishedPath, path) == 0 else {
            throw Failure(.internal, "\(path) cannot be written: \(Console.reason)")
        }
        isFinished = true
    }

    private mutating func flush() throws(Failure) {
        guard Console.write(buffer, to: descriptor) else {
            throw Failure(.internal, "\(path) cannot be written: \(Console.reason)")
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes a text to a file, or to standard output when no file is named.
    static func write(_ text: String, to path: String?) throws(Failure) {
        guard let path, path != "-" else { return try Console.print(text) }
        var file = try OutputFile(path)
        try file.append(text)
        try file.finish()
    }

    /// Whether two paths name one file that exists.
    static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        var one = stat()
        var other = stat()
        guard stat(left, &one) == 0, stat(right, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }
}
