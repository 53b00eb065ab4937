import Glibc

/// The standard streams and the machine, by system calls.
///
/// Unsafe because C is handed a buffer: `write` is given the address and count of an array's own storage, within its
/// bounds and for the length of the call.
enum Console {
    /// Writes a text to standard output.
    static func print(_ text: String) throws(Failure) {
        guard write(Array(text.utf8), to: STDOUT_FILENO) else {
            throw Failure(.internal, "standard output cannot be written: \(reason)")
        }
    }

    /// Writes a line to standard error with the command's name before it.
    static func complain(_ message: String) {
        _ = write(Array("izin: \(message)\n".utf8), to: STDERR_FILENO)
    }

    /// Writes bytes to standard error as they are.
    static func signal(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    /// Ends the process.
    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }

    /// Whether a person sees standard error.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The processors that are online; at least 1.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// What the system last complained of.
    static var reason: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }

    /// Writes all bytes to a descriptor; false when the system refuses.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
