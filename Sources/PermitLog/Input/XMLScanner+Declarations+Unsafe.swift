// Invariants of this file are those of XMLScanner+Unsafe.swift.

import Glibc

/// What is no element: comments, sections, declarations, the byte order mark.
extension XMLScanner {
    /// Reads what begins with `<!`: a comment is passed over, a section of text is begun, all else is refused.
    mutating func declaration() throws(LogError) -> Token? {
        if end - position < 9, !isAtEnd { return try more() }
        if begins("<!--") {
            try skip(from: 4, to: "-->")
        } else if begins("<![CDATA[") {
            guard !open.isEmpty else { throw malformed("text stands outside all elements") }
            position += 9
            isInSection = true
        } else {
            throw malformed("a document type or entity declaration is not accepted")
        }
        return nil
    }

    /// Passes over what begins with `<?`; the declaration of XML says the encoding.
    mutating func instruction() throws(LogError) -> Token? {
        if end - position < 200, !isAtEnd { return try more() }
        if begins("<?xml ") {
            try checkEncoding(PermitLog.text(UnsafePointer(window + position), min(end - position, 200)))
        }
        try skip(from: 2, to: "?>")
        return nil
    }

    private func begins(_ mark: StaticString) -> Bool {
        end - position >= mark.utf8CodeUnitCount
            && memcmp(window + position, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    }

    /// Passes over all up to a mark, however long that is.
    private mutating func skip(from offset: Int, to mark: StaticString) throws(LogError) {
        let length = mark.utf8CodeUnitCount
        position += offset
        while true {
            while position + length <= end {
                guard let found = memchr(window + position, Int32(mark.utf8Start[0]), end - position) else {
                    position = end
                    break
                }
                position = UnsafeMutableRawPointer(window).distance(to: found)
                guard position + length <= end else { break }
                if memcmp(found, mark.utf8Start, length) == 0 {
                    position += length
                    return
                }
                position += 1
            }
            if isAtEnd { throw truncated() }
            try refill()
        }
    }

    private func checkEncoding(_ declaration: String) throws(LogError) {
        let words = (declaration.split(separator: "?>").first ?? "").split { " =\t\r\n".contains($0) }
        guard let place = words.firstIndex(of: "encoding"), place + 1 < words.count else { return }
        let encoding = words[place + 1].filter { $0 != "\"" && $0 != "'" }.lowercased()
        if ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding) { return }
        throw unreadable(encoding)
    }

    /// Passes over a byte order mark and refuses UTF-16.
    mutating func checkMark() throws(LogError) {
        if end >= 3, window[0] == 0xEF, window[1] == 0xBB, window[2] == 0xBF {
            position = 3
        } else if end >= 2 {
            let isWide = window[0] == 0xFE && window[1] == 0xFF || window[0] == 0xFF && window[1] == 0xFE
            if isWide || window[0] == 0 || window[1] == 0 { throw unreadable("UTF-16") }
        }
    }
}
