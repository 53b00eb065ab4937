internal import WorkingTime

/// Finds out in what form the dates of a column are written.
struct DateColumn {
    private var iso = 0
    private var cells = 0

    /// Looks at a cell that is not empty.
    mutating func note(_ value: ArraySlice<UInt8>) {
        cells += 1
        if let first = value.first, (0x30...0x39).contains(first), value.count >= 10,
            (try? Stamp.parse(String(decoding: value, as: UTF8.self), in: .utc)) != nil
        {
            iso += 1
        }
    }

    /// The form's name where nearly all cells have one.
    var form: String? { cells > 0 && iso * 20 >= cells * 19 ? "iso" : nil }

    /// The forms that the cells could have, where they cannot be told apart.
    var possibleForms: [String] { [] }

    /// Whether the cells are dates, in whatever form.
    var areDates: Bool { form != nil || !possibleForms.isEmpty }
}

/// Reads the dates of a column whose form is known.
struct DateReader {
    private let zone: Zone

    /// Creates a reader; nil when no form has the name.
    init?(form: String, zone: Zone) { self.zone = zone }

    /// A cell's date; nil when it holds none.
    func stamp(_ cell: ArraySlice<UInt8>) -> Stamp? {
        let value = ValueShape.trimmed(cell)
        return value.isEmpty ? nil : try? Stamp.parse(String(decoding: value, as: UTF8.self), in: zone)
    }
}
