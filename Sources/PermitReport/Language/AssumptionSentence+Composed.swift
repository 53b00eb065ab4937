internal import WorkingTime

extension AssumptionSentence {
    /// `[name, years, joint leave on|off, week]`: joint leave is worked when it is on.
    static func calendar(_ values: [String], _ language: Language) -> String {
        let value = { (index: Int) in index < values.count ? values[index] : "?" }
        if value(0) == "weekdays" {
            return language.pick(
                "Working days are Monday to Friday without any holidays (calendar \"weekdays\").",
                "Hari kerja adalah Senin sampai Jumat tanpa hari libur apa pun (kalender \"weekdays\")."
            )
        }
        let years = value(1)
        let week = value(3)
        let days =
            Int(week) == nil
            ? week : language.pick("weeks of \(week) working days", "\(week) hari kerja seminggu")
        let isWorked = value(2) == "on" || value(2) == "worked"
        let leave =
            isWorked
            ? language.pick("worked", "dihitung sebagai hari kerja")
            : language.pick("not worked", "tidak dihitung sebagai hari kerja")
        return language.say(
            "Working days follow the calendar \"{0}\" for {1}, {2}; days of joint leave (cuti bersama) are {3}.",
            "Hari kerja mengikuti kalender \"{0}\" untuk {1}, {2}; cuti bersama {3}.",
            .text(value(0)),
            .text(years),
            .text(days),
            .text(leave)
        )
    }

    /// `[instant, events cut]`.
    static func cut(_ values: [String], _ language: Language) -> String {
        let gaps = values.map { Gap.text($0) }
        let isWhole = values.count < 2 || values[1] == "0"
        let sentence =
            isWhole
            ? language.pick("Nothing after {0@} is known.", "Data sampai {0@}.")
            : language.pick(
                "Nothing after {0@} is known; {1#later event was|later events were} cut off.",
                "Data sampai {0@}; {1#} kejadian sesudahnya tidak dihitung."
            )
        return Sentence(sentence).filled(with: gaps, in: language)
    }

    /// `[name, cases, digest or -]`.
    static func workflow(_ values: [String], _ language: Language) -> String {
        let gaps = values.map { Gap.text($0) }
        let digest = values.count > 2 && values[2] != "-" ? " ({2})" : ""
        let sentence = language.pick(
            "{1#permit is|permits are} judged by the workflow \"{0}\"\(digest).",
            "{1#} izin dinilai menurut alur \"{0}\"\(digest)."
        )
        return Sentence(sentence).filled(with: gaps, in: language)
    }

    /// `[workflow, clock, amount, unit, legal or -, mark or -]`: the limit that a clock applies.
    static func unitSetting(_ values: [String], _ language: Language) -> String {
        let legal = values.count > 4 && values[4] != "-" ? " ({4})" : ""
        let mark = values.count > 5 ? SourceWords.sentence(values[5], language) : ""
        let sentence = language.pick(
            "The clock \"{1}\" of \"{0}\" allows \(limit(values, language))\(legal).\(mark)",
            "Jangka waktu \"{1}\" dalam \"{0}\" paling lama \(limit(values, language))\(legal).\(mark)"
        )
        return Sentence(sentence).filled(with: values.map { Gap.text($0) }, in: language)
    }

    private static func limit(_ values: [String], _ language: Language) -> String {
        guard values.count > 3, let amount = Int(values[2]) else { return "?" }
        if values[3] == "elapsed" { return language.duration(days: Double(amount) / 86_400) }
        let unit = Words(language: language).clockUnit(values[3])
        let singular = amount == 1 && language == .english && unit.hasSuffix("s")
        return language.count(amount) + " " + (singular ? String(unit.dropLast()) : unit)
    }

    /// `[table, legal, mark or -, limits, example or -]`.
    static func limitTable(_ values: [String], _ language: Language) -> String {
        let isExample = values.count > 4 && values[4] == "example"
        let mark = values.count > 2 ? SourceWords.sentence(values[2], language) : ""
        let example =
            isExample
            ? language.pick(
                " The table is an example: it shows the form, and is not the whole law.",
                " Tabel ini contoh: menunjukkan bentuknya, bukan seluruh aturan."
            ) : ""
        let sentence = language.pick(
            "{3#limit comes|limits come} from the table \"{0}\" ({1}).\(example)\(mark)",
            "{3#} batas waktu berasal dari tabel \"{0}\" ({1}).\(example)\(mark)"
        )
        return Sentence(sentence).filled(with: values.map { Gap.text($0) }, in: language)
    }

    /// `[setting, day, mark or -]`, and the default where the day is another one.
    static func regimeSetting(_ values: [String], _ language: Language) -> String {
        let isDefault = values.count < 4
        let mark = values.count > 2 && isDefault ? SourceWords.sentence(values[2], language) : ""
        let other =
            isDefault
            ? ""
            : language.pick(" (--set); the default is {3@}", " (--set); nilai bawaannya {3@}")
        let sentence = language.pick(
            "Which rules govern turns on the day \"{0}\": {1@}\(other).\(mark)",
            "Aturan yang berlaku bergantung pada tanggal \"{0}\": {1@}\(other).\(mark)"
        )
        return Sentence(sentence).filled(with: values.map { Gap.text($0) }, in: language)
    }

    /// `[from, until]`, half-open.
    static func period(_ values: [String], _ language: Language) -> String {
        guard values.count > 1, let from = Day(values[0]), let until = Day(values[1]) else {
            return (["period"] + values).joined(separator: " ")
        }
        return language.say(
            "Figures speak of {0} to {1}, both included: work done by the date of decision, expected times by the "
                + "date of submission, on time by the deadline.",
            "Angka berlaku untuk {0} sampai dengan {1}: beban kerja menurut tanggal keputusan, lama proses menurut "
                + "tanggal permohonan, tepat waktu menurut batas waktu.",
            .day(from),
            .day(until.advanced(by: -1))
        )
    }
}

/// What the mark of a source says about it.
enum SourceWords {
    /// A sentence, with a space before it; nothing for a source that was read itself.
    static func sentence(_ mark: String, _ language: Language) -> String {
        switch mark {
        case "S2": language.pick(" The source is second-hand.", " Sumbernya tidak langsung.")
        case "M": language.pick(" The source is not verified.", " Sumbernya belum diperiksa.")
        case "U":
            language.pick(" Sources disagree or are uncertain.", " Sumbernya berbeda-beda atau belum pasti.")
        default: ""
        }
    }
}
