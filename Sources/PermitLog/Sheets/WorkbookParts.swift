/// Finds the parts of a workbook: its sheets in order, its strings and its styles.
struct WorkbookParts {
    /// A sheet and where it lies.
    struct Place {
        var name: String
        var isHidden: Bool
        var path: String
    }

    /// A line of a list of relations.
    private struct Relation {
        var kind: String
        var target: String
    }

    private(set) var sheets: [Place] = []
    private(set) var strings: String?
    private(set) var styles: String?
    private(set) var is1904 = false
    /// Sheets that hold no cells: charts, dialogs, macros.
    private(set) var otherSheets = 0

    private let archive: ZipArchive
    private let file: String

    init(_ archive: ZipArchive, file: String) throws(LogError) {
        self.archive = archive
        self.file = file
        let path = try workbookPath()
        let relations = try relations(of: path)
        strings = relations.values.first { $0.kind == "sharedStrings" }?.target
        styles = relations.values.first { $0.kind == "styles" }?.target
        try readWorkbook(path, relations)
    }

    private func workbookPath() throws(LogError) -> String {
        let main = try relations(of: "").values.first { $0.kind == "officeDocument" }?.target
        let path = main ?? "xl/workbook.xml"
        if let error = SpreadsheetStart.refusal(ofArchive: archive, main: path, file: file) { throw error }
        return path
    }

    private mutating func readWorkbook(_ path: String, _ relations: [String: Relation]) throws(LogError) {
        guard let entry = archive.entry(path) else { return }
        var scanner = try XMLScanner(archive.open(entry), file: file, part: path)
        let (properties, sheet, id) = (
            elementNumber("workbookPr"), elementNumber("sheet"), elementNumber("id")
        )
        let (name, state, date1904) = (
            elementNumber("name"), elementNumber("state"), elementNumber("date1904")
        )
        while true {
            let token = try scanner.next()
            if token == .end { return }
            guard token == .open else { continue }
            if scanner.name == properties {
                is1904 = try ["1", "true", "on"].contains(scanner.attribute(date1904))
            } else if scanner.name == sheet {
                let relation = try scanner.attribute(id).flatMap { relations[$0] }
                guard let relation, relation.kind == "worksheet" else {
                    otherSheets += 1
                    continue
                }
                let isHidden = try scanner.attribute(state).map { $0 != "visible" } ?? false
                let title = try scanner.attribute(name) ?? ""
                sheets.append(Place(name: title, isHidden: isHidden, path: relation.target))
            }
        }
    }

    // MARK: - Relations

    /// The relations of a part, or of the archive as a whole, by their ids.
    private func relations(of part: String) throws(LogError) -> [String: Relation] {
        let folder = part.split(separator: "/").dropLast().map(String.init)
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
        guard let entry = archive.entry(path) else { return [:] }
        var scanner = try XMLScanner(archive.open(entry), file: file, part: path)
        let relationship = elementNumber("Relationship")
        let (id, type, target) = (elementNumber("Id"), elementNumber("Type"), elementNumber("Target"))
        let mode = elementNumber("TargetMode")
        var all: [String: Relation] = [:]
        while true {
            let token = try scanner.next()
            if token == .end { return all }
            guard token == .open, scanner.name == relationship else { continue }
            guard try scanner.attribute(mode) != "External" else { continue }
            let kind = try scanner.attribute(type)?.split(separator: "/").last.map(String.init)
            guard let key = try scanner.attribute(id), let kind, let place = try scanner.attribute(target)
            else {
                continue
            }
            all[key] = Relation(kind: kind, target: Self.resolve(place, in: folder))
        }
    }

    /// The path that a target means, seen from a folder.
    private static func resolve(_ target: String, in folder: [String]) -> String {
        let slashes = target.replacing("\\", with: "/")
        var path = slashes.hasPrefix("/") ? [] : folder
        for step in slashes.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
        }
        return path.joined(separator: "/")
    }
}
