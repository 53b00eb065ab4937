internal import WorkingTime

/// Finds out in what form the dates of a column are written.
struct DateColumn {
    /// A column whose first cells are no dates at all is not looked at further.
    private static let patience = 2_000

    private var survey = StampSurvey()
    private let mayBeNumbers: Bool

    /// - Parameter header: The column's name: numbers are dates only where it speaks of dates.
    init(_ header: HeaderWords) { mayBeNumbers = header.isOfDates }

    /// What was counted.
    var counts: StampSurvey.Counts { survey.counts }

    /// Looks at a cell that is not empty.
    mutating func note(_ value: ArraySlice<UInt8>) {
        if survey.counts.cells >= Self.patience, survey.counts.dates == 0 { return }
        survey.note(value)
    }

    /// How the cells are written, as far as numbers may be dates here.
    private var verdict: StampSurvey.Verdict {
        let counts = survey.counts
        let plain =
            counts.dates - counts.serials - counts.epochSeconds - counts.epochMilliseconds - counts.compact
        return mayBeNumbers || plain * 2 > counts.dates ? survey.verdict : .none
    }

    /// The form's name where nearly all cells have one.
    var form: String? {
        if case .form(let form) = verdict { form.description } else { nil }
    }

    /// The forms that the cells could have, where they cannot be told apart.
    var possibleForms: [String] {
        switch verdict {
        case .ambiguous(let forms): forms.map(\.description)
        case .mixed(let contradiction) where contradiction.kind == .bothOrders: ["dd/mm/yyyy", "mm/dd/yyyy"]
        case .mixed: ["auto-dmy", "auto-mdy"]
        case .none, .form: []
        }
    }

    /// What the cells contradict each other in, in a few words.
    var contradiction: String? {
        if case .mixed(let contradiction) = verdict { contradiction.description } else { nil }
    }

    /// Whether the cells are dates, in whatever form.
    var areDates: Bool { verdict != .none }
}

/// Reads the dates of a column whose form is known.
struct DateReader {
    private let form: StampForm
    private let zone: Zone

    /// Creates a reader; nil when no form has the name.
    init?(form: String, zone: Zone) {
        guard let named = try? StampForm.named(form) else { return nil }
        self.form = named
        self.zone = zone
    }

    /// A cell's date; nil when it holds none.
    func stamp(_ cell: ArraySlice<UInt8>) -> Stamp? {
        let value = ValueShape.trimmed(cell)
        return value.isEmpty ? nil : try? form.read(Array(value).span, in: zone)
    }
}
