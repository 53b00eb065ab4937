/// A profile for a file that none fits: what names and contents of columns say, each uncertain choice marked.
public struct DraftProfile: Hashable, Sendable {
    /// A line of the profile.
    struct Line: Hashable, Sendable {
        var text: String
        var doubt: Bilingual?
    }

    /// The profile's name.
    public let name: String
    let lines: [Line]

    /// What is uncertain in it.
    public var doubts: [Bilingual] { lines.compactMap(\.doubt) }

    /// The profile as YAML, doubts as comments behind what they are about.
    ///
    /// - Parameter pick: Gives one language of a text.
    /// - Returns: A text that `Profile.read` accepts.
    public func yaml(_ pick: (Bilingual) -> String) -> String {
        var text = ""
        for line in lines {
            text += line.text
            if let doubt = line.doubt { text += (line.text.isEmpty ? "" : "  ") + "# doubt: " + pick(doubt) }
            text += "\n"
        }
        return text
    }
}
