internal import PermitMetrics

extension TextReport {
    /// How many permits were on time: by due date first, as others print it beside, then every clock.
    mutating func writeOnTime() {
        let measured = report.permits.clocks.filter { $0.measured > 0 }
        let clocks = measured.filter(\.bindsOffice) + measured.filter { !$0.bindsOffice }
        guard !clocks.isEmpty || indicator(.onTime, "due_date_cohort") != nil else { return }
        page.heading(pick("On time", "Tepat waktu"))
        writeShares()
        for clock in clocks.prefix(8) { write(clock) }
        if clocks.count > 8 {
            page.paragraph(
                say(
                    "{0} more clocks are in the JSON report.",
                    "{0} jangka waktu lain ada di laporan JSON.",
                    .count(clocks.count - 8)
                )
            )
        }
    }

    private mutating func writeShares() {
        var table = TextTable([
            .name(""), .number(), .number(pick("95 % sure", "yakin 95 %")), .number(), .word(),
        ])
        appendShare(
            "due_date_cohort",
            pick("of the permits that fell due", "dari izin yang jatuh tempo"),
            pick("each counted once", "masing-masing sekali"),
            to: &table
        )
        appendShare(
            "decided_only",
            pick("of the decided only", "dari yang diputuskan saja"),
            pick("open late ones unseen", "tunggakan tak terlihat"),
            to: &table
        )
        page.table(table)
    }

    private func appendShare(
        _ statistic: String,
        _ label: String,
        _ remark: String,
        to table: inout TextTable
    ) {
        guard let share = indicator(.onTime, statistic) else { return }
        let part = say("{0} of {1}", "{0} dari {1}", .count(share.part ?? 0), .count(share.n))
        let ends = [share.interval?.low, share.interval?.high].compactMap(\.self)
        let range = ends.map { language.decimal($0, places: 1) }.joined(separator: " - ")
        table.append([label, share.value.map(language.percent) ?? "-", range, part, remark])
    }

    private mutating func write(_ clock: PermitFigures.Clock) {
        page.line()
        page.paragraph(title(of: clock))
        var table = TextTable([.name(""), .word(), .number(), .number()])
        for (label, count) in classes(of: clock) where count > 0 {
            let share = Double(count) / Double(clock.measured)
            table.append([
                label, ShareBar.text(share), language.count(count),
                language.percent(count, of: clock.measured),
            ])
        }
        page.table(table, indent: 4)
        guard clock.paused > 0 else { return }
        page.paragraph(
            say(
                "{0} of the open {0?waits|wait} with the clock paused.",
                "{0} dari yang terbuka sedang menunggu, jangka waktunya berhenti.",
                .count(clock.paused)
            ),
            indent: 4
        )
    }

    private func title(of clock: PermitFigures.Clock) -> String {
        let binds = clock.bindsOffice ? "" : pick(", the applicant's limit", ", batas bagi pemohon")
        let size = say(
            "{0}: {1}{2}; {3#permit|permits}, {4#run|runs}",
            "{0}: {1}{2}; {3#} izin, {4#} putaran",
            .name(clock.name),
            .text(words.clockUnit(clock.unit)),
            .text(binds),
            .count(clock.measured),
            .count(clock.runs)
        )
        guard clock.unmeasured > 0 else { return size }
        return size
            + say(
                "; {0#permit|permits} without this clock or not measured",
                "; {0#} izin tanpa jangka waktu ini atau tidak terukur",
                .count(clock.unmeasured)
            )
    }

    private func classes(of clock: PermitFigures.Clock) -> [(String, Int)] {
        [
            (pick("on time", "tepat waktu"), clock.onTime),
            (pick("late", "terlambat"), clock.late),
            (pick("open, in time", "terbuka, dalam batas"), clock.openInTime),
            (pick("open, overdue", "terbuka, lewat batas"), clock.openLate),
            (pick("deemed approved", "fiktif positif"), clock.deemedRecorded),
            (pick("withdrawn", "dicabut pemohon"), clock.withdrawn),
        ]
    }
}

extension PermitFigures.Clock {
    /// The permits that the clock could judge.
    var measured: Int {
        classes.onTime + classes.late + classes.openInTime + classes.openLate + classes.deemedRecorded
            + classes.withdrawn
    }
}
