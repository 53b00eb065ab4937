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
        hexadecimal(SHA256.hash(data: bytes))
        #else
        nil
        #endif
    }

    /// The HMAC of some bytes with SHA-256 (RFC 2104) in small hexadecimal digits; nil in a build without the trait
    /// Digests.
    ///
    /// - Parameters:
    ///   - bytes: What is hashed.
    ///   - key: The key, of any length.
    /// - Returns: The 64 digits; nil without the trait.
    public static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> String? {
        #if Digests && canImport(Crypto)
        hexadecimal(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
        #else
        nil
        #endif
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }
            .joined()
    }
}
