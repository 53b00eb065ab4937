/// A file or folder that could not be read or written, and why.
public struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable {
        private let name: String
        private init(_ name: String) { self.name = name }

        /// There is no such file or folder.
        public static let notFound = Code("notFound")
        /// A folder where a file was expected, or the reverse.
        public static let wrongKind = Code("wrongKind")
        /// Larger than a document may be.
        public static let tooLarge = Code("tooLarge")
        /// Anything else that the system said.
        public static let system = Code("system")
    }

    /// What kind of failure it was.
    public var code: Code
    /// The path as given.
    public var path: String
    /// What happened, in words.
    public var message: String

    /// Creates an error.
    public init(_ code: Code, path: String, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    /// The path and what happened.
    public var description: String { "\(path): \(message)" }
}
