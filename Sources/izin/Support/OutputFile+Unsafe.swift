import Glibc
import PermitLog

/// A file that is written whole or not at all: under another name first, renamed when it is complete.
///
/// What is there already and is no file, such as a pipe or a device, is written as it is and never replaced.
///
/// Unsafe because C is called: paths are passed as Swift strings for the length of a call, and the structures that
/// `stat` fills are the caller's own. The unfinished file is removed when the value goes away.
struct OutputFile: ~Copyable {
    private let path: String
    private let unfinishedPath: String
    private let output: ByteOutput
    private var isFinished: Bool

    /// Opens a file beside the one that is wanted; a name that ends in `.gz` is compressed.
    init(_ path: String) throws(Failure) {
        guard !Self.isDirectory(path) else {
            throw Failure(.usage, "\(path) is a directory; name a file")
        }
        let unfinishedPath = Self.unfinished(path)
        let output: ByteOutput
        do throws(LogError) {
            output = try ByteOutput(unfinishedPath)
        } catch {
            throw Failure(.usage, "\(path): \(error.message) (\(error.cause ?? "no reason given"))")
        }
        self.init(path, unfinishedPath, output)
    }

    private init(_ path: String, _ unfinishedPath: String, _ output: ByteOutput) {
        self.path = path
        self.unfinishedPath = unfinishedPath
        self.output = output
        isFinished = false
    }

    deinit {
        if !isFinished, unfinishedPath != path { _ = unlink(unfinishedPath) }
    }

    /// Adds a text.
    func append(_ text: String) throws(Failure) {
        do throws(LogError) {
            try output.write(text)
        } catch {
            throw Failure(.internal, "\(path): \(error.message)")
        }
    }

    /// Gives the file its name.
    mutating func finish() throws(Failure) {
        do throws(LogError) {
            try output.close()
        } catch {
            throw Failure(.internal, "\(path): \(error.message)")
        }
        guard unfinishedPath == path || rename(unfinishedPath, path) == 0 else {
            throw Failure(.internal, "\(path) cannot be written: \(Console.reason)")
        }
        isFinished = true
    }

    /// Writes a text to a file, or to standard output when no file is named.
    static func write(_ text: String, to path: String?) throws(Failure) {
        guard let path, path != "-" else { return try Console.print(text) }
        try write(to: path) { write throws(Failure) in try write(text) }
    }

    /// Writes what `body` gives piece by piece, to a file or for `-` to standard output.
    static func write(
        to path: String,
        _ body: ((String) throws(Failure) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        if path == "-" { return try body { text throws(Failure) in try Console.print(text) } }
        var file = try OutputFile(path)
        try body { text throws(Failure) in try file.append(text) }
        try file.finish()
    }

    /// Lets `body` write a file under another name, which is renamed when it is complete; nil or `-` is standard output.
    static func replace(
        _ path: String?,
        _ body: (String) throws(LogError) -> Void
    ) throws(Failure) {
        let path = path ?? "-"
        guard !isDirectory(path) else { throw Failure(.usage, "\(path) is a directory; name a file") }
        let name = path == "-" ? "-" : unfinished(path)
        do throws(LogError) {
            try body(name)
        } catch {
            if name != path { _ = unlink(name) }
            throw Failure(.usage, "\(path): \(error.message) (\(error.cause ?? "no reason given"))")
        }
        guard name == path || rename(name, path) == 0 else {
            throw Failure(.internal, "\(path) cannot be written: \(Console.reason)")
        }
    }

    /// Whether two paths name one file that exists.
    static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        var one = stat()
        var other = stat()
        guard stat(left, &one) == 0, stat(right, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    /// The name under which a file is written until it is complete.
    private static func unfinished(_ path: String) -> String {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return path }
        return "\(path).\(getpid()).unfinished" + (path.hasSuffix(".gz") ? ".gz" : "")
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
