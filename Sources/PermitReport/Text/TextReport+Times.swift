internal import PermitMetrics

extension TextReport {
    /// The office's time in its three ages, the first response and the rounds.
    mutating func writeTimes() {
        let rows = timeRows
        guard !rows.isEmpty else { return }
        page.heading(pick("The office's own time", "Waktu proses dinas"))
        var table = TextTable([
            .name(""), .number(pick("half", "separuh")), .number(pick("95 % sure", "yakin 95 %")),
            .number("75/100"), .number("n"), .word(),
        ])
        for row in rows { table.append(row) }
        page.table(table)
        page.paragraph(
            pick(
                "No one of the three is the office's time: the clock begins anew when papers come back, the desk "
                    + "adds all rounds, and the calendar counts every working day until the decision.",
                "Tidak satu pun dari ketiganya mewakili sendiri: jangka waktu mulai lagi ketika berkas kembali, meja "
                    + "menjumlahkan semua putaran, dan kalender menghitung setiap hari kerja sampai keputusan."
            )
        )
        writeRounds()
    }

    private var timeRows: [[String]] {
        let days = pick("working days", "hari kerja")
        let kinds: [(Indicator.ID, String, String, String)] = [
            (
                .agencyTime, "statutory_",
                pick("by the clock, its last run", "menurut jangka waktu terakhir"), days
            ),
            (.agencyTime, "effort_", pick("on the desk, all rounds", "di meja, semua putaran"), days),
            (.agencyTime, "wall_", pick("on the calendar, whoever held it", "di kalender, siapa pun"), days),
            (.firstResponse, "", pick("until the first response", "sampai respons pertama"), days),
            (.applicantTime, "", pick("with the applicant", "pada pemohon"), pick("days", "hari")),
        ]
        return kinds.compactMap { id, prefix, label, unit in
            guard let median = indicator(id, prefix + "median") else { return nil }
            let p75 = indicator(id, prefix + "p75")
            let never = pick("not reached", "belum tercapai")
            return [
                label, median.value.map { language.decimal($0, places: 1) } ?? never,
                median.interval.map(range) ?? "", p75?.value.map { language.decimal($0, places: 1) } ?? never,
                language.count(median.n), unit,
            ]
        }
    }

    private mutating func writeRounds() {
        if let mean = indicator(.reworkRounds, "mean")?.value, let none = indicator(.reworkRounds, "none") {
            page.paragraph(
                say(
                    "Given back {0} times on average; {1} of {2} decided permits never.",
                    "Rata-rata dikembalikan {0} kali; {1} dari {2} izin yang diputuskan tidak pernah.",
                    .text(language.decimal(mean, places: 2)),
                    .percent(none.value ?? 0),
                    .count(none.n)
                )
            )
        }
        guard let hold = indicator(.holdShare, "share"), let share = hold.value else { return }
        page.paragraph(
            say(
                "The clock of {0} of {1} decided permits waited or began again: read the share on time with it.",
                "Jangka waktu {0} dari {1} izin yang diputuskan pernah berhenti atau mulai lagi: bacalah tepat waktu "
                    + "bersama angka ini.",
                .percent(share),
                .count(hold.n)
            )
        )
    }

    /// What is open: its age, and the days that it would take at the pace of the period.
    mutating func writeBacklog() {
        guard let age = indicator(.backlog, "median_age"), let median = age.value,
            let oldest = indicator(.backlog, "oldest")?.value
        else { return }
        page.heading(pick("What is open", "Tunggakan"))
        page.paragraph(
            say(
                "{0#permit is|permits are} open, half of them for {1} or more, the oldest for {2}.",
                "{0#} izin belum diputuskan, separuhnya {1} atau lebih, yang tertua {2}.",
                .count(age.n),
                .days(median),
                .days(oldest)
            )
        )
        page.table(ages)
        if let forecast = indicator(.dispositionTime, "forecast"), let days = forecast.value {
            page.paragraph(
                say(
                    "Disposition time: {0} to resolve the {1} open ones at the pace of the period. A forecast, not a "
                        + "measured time.",
                    "Waktu penuntasan: {0} untuk {1} berkas terbuka dengan laju periode ini. Perkiraan, bukan lama "
                        + "yang diukur.",
                    .days(days),
                    .count(forecast.n)
                )
            )
        }
        guard let little = report.littleCheck, let ratio = little.ratio else { return }
        page.paragraph(
            say(
                "Check (Little's law): {0} open on average, {1} expected of arrivals and times; ratio {2}, near 1 "
                    + "where as much ends as begins and nothing is forgotten.",
                "Pemeriksaan (hukum Little): rata-rata {0} terbuka, {1} menurut kedatangan dan lama proses; rasio "
                    + "{2}, mendekati 1 bila yang selesai seimbang dengan yang masuk.",
                .text(language.decimal(little.meanOpen, places: 1)),
                .text(language.decimal(little.expectedOpen, places: 1)),
                .text(language.decimal(ratio, places: 2))
            )
        )
    }

    private var ages: TextTable {
        var table = TextTable([
            .word(pick("days open", "hari terbuka")), .word(), .number(pick("permits", "izin")),
            .number(pick("overdue", "lewat batas")),
        ])
        let largest = report.openAges.map(\.permits).max() ?? 0
        for band in report.openAges where band.permits > 0 {
            let from = language.count(band.fromDays)
            let name = band.untilDays.map { from + " - " + language.count($0 - 1) } ?? from + " +"
            table.append([
                name, ShareBar.text(Double(band.permits) / Double(largest)), language.count(band.permits),
                language.count(band.late),
            ])
        }
        return table
    }
}

extension AgeBand {
    /// Permits of the age.
    var permits: Int { inTime + late + withoutClock }
}
