extension Zone {
    /// Names that need no zone file, for messages.
    static let commonNames = [
        "UTC", "WIB", "WITA", "WIT", "Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura",
    ]

    /// The zone of a name.
    ///
    ///     try Zone.named("WIB").offsetSeconds(at: moment)   // 25200
    ///
    /// - Parameter name: `UTC`, `Z`, an offset such as `+07:00`, `+0700` or `+07`, an Indonesian name (`WIB`, `WITA`,
    ///   `WIT`, `Asia/Jakarta`, ...), or any other IANA name, which is read from `$TZDIR` or `/usr/share/zoneinfo`.
    /// - Returns: The zone; WIB, WITA and WIT give the zone of Jakarta, Makassar and Jayapura.
    /// - Throws: A `ZoneError` that says what is accepted.
    public static func named(_ name: String) throws(ZoneError) -> Zone {
        if let zone = builtIn(name) { return zone }
        if let seconds = ZoneOffset.seconds(Array(name.utf8)[...]) {
            return Zone(fixedOffsetSeconds: seconds)
        }
        guard ZoneFile.isSafe(name) else {
            throw ZoneError(.unknown, name: name, reason: "this is not a zone's name")
        }
        guard let bytes = ZoneFile.bytes(of: name) else {
            throw ZoneError(.unknown, name: name, reason: "\(ZoneFile.directory) has no such zone")
        }
        guard let zone = Zone(name: name, tzif: bytes) else {
            throw ZoneError(
                .damaged,
                name: name,
                reason: "its file in \(ZoneFile.directory) is not a TZif file without leap seconds"
            )
        }
        return zone
    }

    /// Creates a zone from the bytes of a TZif file (RFC 8536), for places without a zone directory.
    ///
    /// - Parameters:
    ///   - name: The zone's name; zones are equal when their names are.
    ///   - tzif: The whole file. Files that count leap seconds are refused.
    public init?(name: String, tzif: [UInt8]) {
        guard let rules = ZoneFile.rules(tzif, name: name) else { return nil }
        self.init(rules: rules)
    }

    private static func builtIn(_ name: String) -> Zone? {
        switch name {
        case "UTC", "Z", "z", "Etc/UTC", "GMT", "Etc/GMT": .utc
        case "WIB", "Asia/Jakarta": .jakarta
        case "Asia/Pontianak": Zone(name: name, fixedOffsetSeconds: 7 * 3600)
        case "WITA", "Asia/Makassar", "Asia/Ujung_Pandang":
            Zone(name: "Asia/Makassar", fixedOffsetSeconds: 8 * 3600)
        case "WIT", "Asia/Jayapura": Zone(name: "Asia/Jayapura", fixedOffsetSeconds: 9 * 3600)
        default: nil
        }
    }
}
