import PermitLog

/// The words of the progress bar.
enum ProgressLine {
    private static let barColumns = 24
    private static let nameColumns = 22

    /// The file, a bar, the bytes read of all and the rate; fits 80 columns.
    static func text(_ progress: ReadProgress, elapsed: Double) -> String {
        let rate = elapsed > 0 ? Double(progress.bytesRead) / elapsed : 0
        var parts = [name(of: progress.file)]
        if let total = progress.bytesTotal, total > 0 {
            let share = min(1, Double(progress.bytesRead) / Double(total))
            let filled = Int(share * Double(barColumns))
            let bar =
                String(repeating: "#", count: filled) + String(repeating: ".", count: barColumns - filled)
            parts.append("[\(bar)] \(Int(share * 100)) %")
            parts.append("of \(size(Double(total)))")
        } else {
            parts.append(size(Double(progress.bytesRead)))
        }
        if progress.fileIndex == 0 { parts.append("\(size(rate))/s") }
        return parts.joined(separator: " ")
    }

    private static func name(of file: String) -> String {
        let name = file == "-" ? "standard input" : String(file.split(separator: "/").last ?? "")
        return name.count > nameColumns ? name.prefix(nameColumns - 1) + "\u{2026}" : name
    }

    /// A number of bytes in the unit that keeps it short.
    static func size(_ bytes: Double) -> String {
        switch bytes {
        case ..<1e3: "\(Int(bytes)) B"
        case ..<1e6: "\(Int(bytes / 1e3)) kB"
        case ..<1e9: "\(Int(bytes / 1e6)) MB"
        default: "\(Int(bytes / 1e9)).\(Int(bytes / 1e8) % 10) GB"
        }
    }
}
