/// The characters that pages write by name.
enum PageEntities {
    /// The names of U+00A0 to U+00FF in their order.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """

    private static let others: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ndash": 0x2013, "mdash": 0x2014,
        "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
        "bull": 0x2022, "hellip": 0x2026, "euro": 0x20AC, "trade": 0x2122, "minus": 0x2212, "le": 0x2264,
        "ge": 0x2265, "ne": 0x2260, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "permil": 0x2030,
        "prime": 0x2032, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "fnof": 0x192,
        "circ": 0x2C6, "tilde": 0x2DC, "zwnj": 0x200C, "zwj": 0x200D, "dagger": 0x2020, "rarr": 0x2192,
    ]

    private static let names: [String: UInt32] = {
        var all = others
        for (index, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
            all[String(name)] = 0xA0 + UInt32(index)
        }
        return all
    }()

    /// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0,
        0x17D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0,
        0x17E,
        0x178,
    ]

    /// The character that a number means on a page, where 128 to 159 are those of Windows-1252.
    static func scalar(_ number: UInt32) -> Unicode.Scalar {
        if number < 0x20 { return " " }
        let meant = (0x80..<0xA0).contains(number) ? windows[Int(number - 0x80)] : number
        guard meant != 0, let scalar = Unicode.Scalar(meant) else { return "\u{FFFD}" }
        return scalar
    }

    /// The character of `&name;` or `&#65;`, whose first letter stands at `start`, and the offset behind it; nil for what
    /// is no entity.
    static func scalar(in bytes: [UInt8], at start: Int, before end: Int) -> (Unicode.Scalar, Int)? {
        var stop = start
        while stop < end, stop - start < 12, isName(bytes[stop]) || stop == start && bytes[stop] == 0x23 {
            stop += 1
        }
        let name = String(decoding: bytes[start..<stop], as: UTF8.self)
        let after = stop < end && bytes[stop] == 0x3B ? stop + 1 : stop
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).map { (scalar($0), after) }
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).map { (scalar($0), after) } }
        return names[name].flatMap(Unicode.Scalar.init).map { ($0, after) }
    }

    private static func isName(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
