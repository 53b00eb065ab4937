/// What the styles of a workbook say about numbers.
struct WorkbookStyles {
    /// The form of each cell style, by its number.
    private(set) var forms: [CellForm] = []

    /// No styles: every number is a number.
    init() {}

    /// Reads the part that holds the styles.
    init(_ source: any ByteStream, file: String, part: String) throws(LogError) {
        var scanner = try XMLScanner(source, file: file, part: part)
        let (format, id, code) = (
            elementNumber("numFmt"), elementNumber("numFmtId"), elementNumber("formatCode")
        )
        let (styles, style) = (elementNumber("cellXfs"), elementNumber("xf"))
        var custom: [Int: CellForm] = [:]
        var isInStyles = false
        while true {
            switch try scanner.next() {
            case .open:
                let number = try scanner.attribute(id).flatMap { Int($0) } ?? 0
                if scanner.name == styles { isInStyles = true }
                if scanner.name == format, let code = try scanner.attribute(code) {
                    custom[number] = CellForm(code: code)
                } else if scanner.name == style, isInStyles {
                    forms.append(custom[number] ?? CellForm(builtIn: number))
                }
            case .close: if scanner.name == styles { isInStyles = false }
            case .text: break
            case .end: return
            }
        }
    }
}
