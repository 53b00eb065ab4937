import Glibc

/// Bytes that nobody can foretell, from the system.
///
/// Unsafe because C is handed a buffer: `getentropy` is given the address and count of an array's own storage, for the
/// length of the call.
enum RandomBytes {
    /// At most 256 bytes for a secret that is used once and not kept.
    static func fromSystem(_ count: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let status = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { getentropy($0, buffer.count) } ?? -1
        }
        guard status == 0 else {
            throw Failure(.internal, "the system gives no random bytes: \(Console.reason)")
        }
        return bytes
    }
}
