/// A place in a text file: where a value was read.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    /// The file's name as the user gave it, or a name in angle brackets for text without a file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int

    /// Creates a position from a file name and a line and column counted from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The position as compilers print it: `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}
