/// A file that holds a secret, such as the salt of hashes.
public enum SecretFile {
    /// The first line without its end.
    ///
    /// - Throws: A `FileSystemError` when the file cannot be read.
    public static func firstLine(of path: String) throws(FileSystemError) -> [UInt8] {
        Array(try FileSystem.read(path).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    }
}
