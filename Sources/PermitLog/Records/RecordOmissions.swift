/// What was left out of records or set right in them, by key.
struct RecordOmissions {
    private struct Count {
        var count = 0
        var numbers: [Int] = []
    }

    /// How many keys are told apart; those beyond them are counted together.
    private static let mostKeys = 100

    private var left: [String: Count] = [:]
    private var order: [String] = []
    private var repeated: [String: Count] = [:]
    private var others = Count()
    /// Halves of surrogate pairs that stood alone and became the replacement character.
    var lonelySurrogates = 0

    /// Counts a value whose key has no column.
    mutating func add(_ key: String, _ number: Int) {
        if left[key] == nil {
            guard left.count < Self.mostKeys else {
                Self.note(&others, number)
                return
            }
            order.append(key)
        }
        Self.note(&left[key, default: Count()], number)
    }

    /// Counts a key that an object has twice.
    mutating func addRepeated(_ key: String, _ number: Int) {
        if repeated.count < Self.mostKeys || repeated[key] != nil {
            Self.note(&repeated[key, default: Count()], number)
        }
    }

    private static func note(_ count: inout Count, _ number: Int) {
        count.count += 1
        if count.numbers.count < 5 { count.numbers.append(number) }
    }

    /// The findings, by key.
    func findings(_ file: String, _ unit: LogPosition.Unit) -> [DirtFinding] {
        func finding(_ column: String?, _ count: Count, _ detail: String) -> DirtFinding {
            DirtFinding(
                .leftOut,
                file: file,
                column: column,
                count: count.count,
                detail: detail,
                places: count.numbers.map { LogPosition(file: file, unit, $0) }
            )
        }
        var all = order.map { key in
            finding(key, left[key] ?? Count(), "values of a key that the beginning of the file does not have")
        }
        if others.count > 0 {
            all.append(
                finding(
                    nil,
                    others,
                    "values of still other keys that the beginning of the file does not have"
                )
            )
        }
        for key in repeated.keys.sorted() {
            all.append(
                finding(
                    key,
                    repeated[key] ?? Count(),
                    "a key that an object has twice; its last value is used"
                )
            )
        }
        if lonelySurrogates > 0 {
            let detail = "halves of surrogate pairs, which are no characters"
            all.append(DirtFinding(.leftOut, file: file, count: lonelySurrogates, detail: detail))
        }
        return all
    }
}
