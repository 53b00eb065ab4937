internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

/// One entry of a ledger as a sentence.
extension PermitLetter {
    /// What an entry says.
    func sentence(_ entry: DeadlineShift, _ info: ClockInfo) -> String {
        switch entry.kind {
        case .started(let limit): started(entry, limit)
        case .holiday(let holidays, let isLate): holiday(entry, holidays, isLate: isLate)
        case .paused(let until, let ended, let holidays): paused(entry, until, ended, holidays)
        case .restarted(let lost): restarted(entry, lost, info)
        case .extended(let units): extended(entry, units, info)
        case .dueOnHoliday(let holidays): dueOnHoliday(entry, holidays)
        case .breached: breached(entry)
        case .stopped(let isOnTime, let consumed): stopped(entry, isOnTime, consumed, info)
        case .uncovered(let year):
            say(
                "the calendar does not cover {0}, which is needed here: the limit is not measured.",
                "kalender tidak mencakup tahun {0} yang diperlukan di sini: jangka waktu tidak diukur.",
                .text(String(year))
            )
        }
    }

    private func started(_ entry: DeadlineShift, _ limit: Limit?) -> String {
        let begun = say(
            "the limit began to run{0}.",
            "jangka waktu mulai berjalan{0}.",
            .text(by(entry.cause))
        )
        guard let limit else {
            return begun + " " + pick("Its length is not known.", "Lamanya tidak diketahui.")
        }
        let first =
            limit.includesFirstDay
            ? pick(
                " The first day counts if it is a counting day.",
                " Hari pertama ikut dihitung bila termasuk hari hitung."
            )
            : ""
        return begun + first + stands(entry, isFirst: true)
    }

    private func holiday(_ entry: DeadlineShift, _ holidays: [Holiday], isLate: Bool) -> String {
        let late: String =
            if isLate, let decreed = holidays.compactMap(\.decreedOn).min() {
                say(
                    ", decreed only on {0}, when the limit was running",
                    ", baru ditetapkan pada {0} ketika jangka waktu sudah berjalan",
                    .day(decreed)
                )
            } else { "" }
        return say(
            "no working day: {0}{1}.",
            "bukan hari kerja: {0}{1}.",
            .text(holidays.map(name).joined(separator: "; ")),
            .text(late)
        )
            + moved(entry)
    }

    private func paused(
        _ entry: DeadlineShift,
        _ until: Instant?,
        _ ended: ClockMove.Cause?,
        _ holidays: [Holiday]
    ) -> String {
        let desk = entry.cause?.holder.flatMap { Holder(rawValue: $0) }.map { self.desk($0) }
        let held = desk.map { say(", while it lay with {0}", ", selama berada pada {0}", .text($0)) } ?? ""
        let waits: String
        if let until {
            waits = say(
                "the limit waited{0} until {1}{2}{3}.",
                "jangka waktu berhenti{0} sampai {1}{2}{3}.",
                .text(by(entry.cause)),
                .text(moment(until)),
                .text(by(ended)),
                .text(held)
            )
        } else {
            waits = say(
                "the limit waits{0}{1}, still on {2}.",
                "jangka waktu berhenti{0}{1}, dan masih berhenti pada {2}.",
                .text(by(entry.cause)),
                .text(held),
                .text(date(today))
            )
        }
        let fell = self.fell(holidays)
        return waits + fell + moved(entry)
    }

    /// The days off that fell into a pause: each by name, or only how many when they are many.
    private func fell(_ holidays: [Holiday]) -> String {
        let dates = Set(holidays.map(\.day))
        guard let first = dates.min(), let last = dates.max() else { return "" }
        guard dates.count > 5 else {
            return " " + say("{0} fell into that time.", "{0} jatuh pada masa itu.", .text(names(holidays)))
        }
        return " "
            + say(
                "{0} days off from {1} to {2} fell into that time.",
                "{0} hari libur dari {1} sampai {2} jatuh pada masa itu.",
                .count(dates.count),
                .day(first),
                .day(last)
            )
    }

    private func restarted(_ entry: DeadlineShift, _ lost: Int, _ info: ClockInfo) -> String {
        let count = days(lost, info.countsIn)
        if entry.isAhead {
            return say(
                "only a new beginning leads on: the limit will start again from zero and the {0} consumed will not "
                    + "count. If that were now:",
                "kelanjutannya hanya dengan memulai lagi: jangka waktu akan dihitung dari nol dan {0} yang telah terpakai "
                    + "tidak diperhitungkan. Andaikan sekarang:",
                .text(count)
            ) + stands(entry, isFirst: false)
        }
        return say(
            "the limit began again from zero{0}; the {1} consumed before no longer count.",
            "jangka waktu dihitung lagi dari nol{0}; {1} yang telah terpakai tidak lagi diperhitungkan.",
            .text(by(entry.cause)),
            .text(count)
        ) + (entry.shift == nil ? stands(entry, isFirst: false) : moved(entry))
    }

    private func extended(_ entry: DeadlineShift, _ units: Int, _ info: ClockInfo) -> String {
        let source = info.extends?.legal.map { " (\(legal($0)))" } ?? ""
        return say(
            "the limit was extended by {0}{1}{2}.",
            "jangka waktu diperpanjang {0}{1}{2}.",
            .text(days(units, info.countsIn)),
            .text(by(entry.cause)),
            .text(source)
        ) + moved(entry)
    }

    private func dueOnHoliday(_ entry: DeadlineShift, _ holidays: [Holiday]) -> String {
        let cause = holidays.isEmpty ? "" : " (" + names(holidays) + ")"
        return say(
            "the last day is a day off{0}, so the limit ends on the next working day.",
            "hari terakhir jatuh pada hari libur{0}, sehingga jangka waktu berakhir pada hari kerja berikutnya.",
            .text(cause)
        ) + moved(entry)
    }

    private func breached(_ entry: DeadlineShift) -> String {
        guard let deadline = entry.deadline else {
            return pick("The deadline passed.", "Batas waktu terlampaui.")
        }
        return say(
            "the last day, {0}, had ended and the limit was still running: the deadline had passed.",
            "hari terakhir, {0}, telah berakhir dan jangka waktu masih berjalan: batas waktu terlampaui.",
            .day(deadline)
        )
    }

    private func stopped(
        _ entry: DeadlineShift,
        _ isOnTime: Bool?,
        _ consumed: Int,
        _ info: ClockInfo
    ) -> String {
        let ended = say(
            "the limit ended{0}, with {1} consumed.",
            "jangka waktu berakhir{0}, dengan {1} terpakai.",
            .text(by(entry.cause)),
            .text(days(consumed, info.countsIn))
        )
        return switch isOnTime {
        case true?: ended + pick(" That was in time.", " Itu tepat waktu.")
        case false?: ended + pick(" That was after the deadline.", " Itu sesudah batas waktu.")
        case nil: ended
        }
    }

    // MARK: - Parts of sentences

    /// What an entry did to the deadline.
    private func moved(_ entry: DeadlineShift) -> String {
        guard let deadline = entry.deadline else { return "" }
        guard let shift = entry.shift else { return stands(entry, isFirst: false) }
        if shift == 0 {
            return " " + say("The deadline stays {0}.", "Batas waktu tetap {0}.", .day(deadline))
        }
        let isLater = shift > 0
        return " "
            + say(
                "The deadline {0} {1} {2}, to {3}.",
                "Batas waktu {0} {1} {2}, menjadi {3}.",
                .text(pick(entry.isAhead ? "moves" : "moved", "bergeser")),
                .text(days(abs(shift), nil)),
                .text(pick(isLater ? "later" : "earlier", isLater ? "lebih lambat" : "lebih awal")),
                .day(deadline)
            )
    }

    private func stands(_ entry: DeadlineShift, isFirst: Bool) -> String {
        guard let deadline = entry.deadline else { return "" }
        return " "
            + (isFirst && entry.shift == nil
                ? say(
                    "As far as was known then, the last day was {0}.",
                    "Menurut yang diketahui saat itu, hari terakhirnya {0}.",
                    .day(deadline)
                ) : say("The last day is {0}.", "Hari terakhirnya {0}.", .day(deadline)))
    }

    /// By which step something came about, in brackets.
    private func by(_ cause: ClockMove.Cause?) -> String {
        cause.map { " (" + action($0.action) + ")" } ?? ""
    }

    /// Holidays with their dates, kinds and decrees.
    private func names(_ holidays: [Holiday]) -> String {
        holidays.map { date($0.day) + ", " + name($0) }.joined(separator: "; ")
    }

    /// A holiday with its kind and decree.
    private func name(_ holiday: Holiday) -> String {
        let decree = holiday.decree.isEmpty ? "" : ", " + holiday.decree
        return "\(holiday.name(in: language.rawValue)) (\(kind(holiday))\(decree))"
    }

    private func kind(_ holiday: Holiday) -> String {
        switch holiday.kind {
        case .national: pick("public holiday", "libur nasional")
        case .jointLeave: pick("joint leave", "cuti bersama")
        case .local: pick("local holiday", "libur daerah")
        }
    }
}

extension ClockInfo {
    /// The unit in which the clock's consumed days are told: working days also where running time is measured.
    var countsIn: Limit.Unit {
        let unit = limit?.unit ?? table?.table?.unit
        return unit == .calendarDays ? .calendarDays : .workingDays
    }
}
