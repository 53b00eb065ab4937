/// What each room may import: the plan of the house, whose arrows never point back.
enum RoomRule {
    private static let documents: Set = ["PermitDocuments"]
    private static let time = documents.union(["WorkingTime"])
    private static let measuring = time.union(["PermitWorkflow", "PermitLog"])
    private static let reporting = measuring.union(["PermitMetrics"])

    /// The modules of this package and of other packages that a room may import; a room that is not here may not be.
    static let allowed: [String: Set<String>] = [
        "PermitDocuments": ["CWorkflows"],
        "WorkingTime": documents,
        "PermitWorkflow": time,
        "PermitLog": time.union(["CByteScan", "CZlib"]),
        "PermitMetrics": measuring,
        "PermitInspection": measuring,
        "PermitReport": reporting.union(["PermitInspection"]),
        "PermitSimulation": measuring,
        "PermitFiles": measuring.union(["Yams", "Crypto", "CSQLite"]),
        "izin": reporting.union([
            "PermitInspection", "PermitReport", "PermitSimulation", "PermitFiles", "ArgumentParser",
        ]),
    ]

    /// What comes with the compiler and the C library.
    static let system: Set = ["Swift", "Glibc", "Synchronization"]

    /// The imports of a file that its room may not have.
    static func offences(in code: CodeText, room: String, file: String) -> [Offence] {
        guard let allowed = allowed[room] else {
            return [Offence(file: file, line: 1, message: "the house has no room \(room)")]
        }
        return imports(in: code)
            .filter { !allowed.contains($0.module) && !system.contains($0.module) }
            .map { Offence(file: file, line: $0.line, message: "\(room) may not import \($0.module)") }
    }

    private static func imports(in code: CodeText) -> [(module: String, line: Int)] {
        code.lines.enumerated()
            .compactMap { offset, text in
                let pattern =
                    /^\s*(?:@\w+(?:\(\w+\))?\s+|public\s+|internal\s+|package\s+|private\s+|fileprivate\s+)*import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
                return text.firstMatch(of: pattern).map { (String($0.1), offset + 1) }
            }
    }
}
