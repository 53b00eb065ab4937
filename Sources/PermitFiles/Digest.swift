#if Digests && canImport(Crypto)
internal import Crypto
#endif

/// Digests of definitions: the engine takes them as a parameter and computes none.
public enum Digest {
    /// Whether this build can compute digests (trait Digests).
    public static var isAvailable: Bool {
        #if Digests && canImport(Crypto)
        true
        #else
        false
        #endif
    }

    /// The SHA-256 of some bytes in small hexadecimal digits; nil in a build without the trait Digests.
    public static func sha256(_ bytes: [UInt8]) -> String? {
        #if Digests && canImport(Crypto)
        SHA256.hash(data: bytes)
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }
            .joined()
        #else
        nil
        #endif
    }
}
