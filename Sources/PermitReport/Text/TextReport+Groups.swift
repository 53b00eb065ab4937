internal import PermitMetrics

extension TextReport {
    /// The most groups that a page shows; the JSON report has all.
    private static let shownGroups = 40

    /// The figures side by side for every group.
    mutating func writeGroups() {
        guard let key = report.groups.first?.key else { return }
        page.heading(say("By {0}", "Menurut {0}", .text(key)))
        let hasTurnaround = report.permits.turnaround != nil
        var table = TextTable(hasTurnaround ? columns(key) : spanColumns(key))
        for group in report.groups.prefix(Self.shownGroups) {
            table.append(hasTurnaround ? cells(of: group) : spanCells(of: group))
        }
        page.table(table)
        if report.groups.count > Self.shownGroups {
            page.paragraph(
                say(
                    "{0} more groups are in the JSON report.",
                    "{0} kelompok lain ada di laporan JSON.",
                    .count(report.groups.count - Self.shownGroups)
                )
            )
        }
        guard hasTurnaround else { return }
        page.paragraph(
            say(
                "Times in days of decided permits; 90 in 100 from {0} permits on. On time of those that fell due.",
                "Lama dalam hari, izin yang diputuskan; 90 dari 100 mulai {0} izin. Tepat waktu dari yang jatuh tempo.",
                .count(Self.fewestForTail)
            )
        )
        writeTest()
        writeDuties(key)
    }

    /// Whether the groups differ by more than chance.
    private mutating func writeTest() {
        guard let test = report.groupTest else { return }
        let isRare = test.probability < 0.001
        let probability = language.decimal(isRare ? 0.001 : test.probability, places: 3)
        page.paragraph(
            say(
                "Are they decided at one pace, open ones counted? Log-rank: chi-squared {0} with {1} degrees of "
                    + "freedom, p {2}.",
                "Apakah lajunya sama, yang terbuka ikut dihitung? Log-rank: khi-kuadrat {0}, derajat bebas {1}, p {2}.",
                .text(language.decimal(test.statistic, places: 1)),
                .count(test.freedom),
                .text((isRare ? "< " : "= ") + probability)
            )
        )
    }

    /// How each group stands by the limits that bind the office or an agency.
    private mutating func writeDuties(_ key: String) {
        let groups = report.groups.prefix(Self.shownGroups).filter { $0.figures.duties != nil }
        guard !groups.isEmpty else { return }
        page.line()
        var table = TextTable([
            .name(key), .number(pick("judged", "dinilai")), .number(pick("on time", "tepat")),
            .number(pick("late", "telat")), .number(pick("deemed", "fiktif")),
            .number(pick("unrecorded", "tak tercatat")), .number(pick("open late", "lewat batas")),
        ])
        for group in groups {
            guard let duties = group.figures.duties else { continue }
            let counts = [
                duties.permits, duties.onTime, duties.late, duties.deemedRecorded,
                duties.deemedDueNotRecorded, duties.openLate,
            ]
            table.append([group.value] + counts.map(language.count))
        }
        page.table(table)
        page.paragraph(
            pick(
                "Permits, each once, by its worst limit that binds the office or an agency. Judged = with such a limit "
                    + "that was measured; those open in time and those withdrawn before it are the rest. Unrecorded = deemed "
                    + "approval fell due and the log does not record it, whatever class the permit is in.",
                "Izin, masing-masing sekali, menurut batas terburuk yang mengikat kantor atau instansi. Dinilai = memiliki "
                    + "batas yang terukur; sisanya terbuka dalam batas atau dicabut sebelumnya. Tak tercatat = fiktif "
                    + "positif jatuh tempo tetapi tidak dicatat, apa pun golongan izinnya."
            )
        )
    }

    private func columns(_ key: String) -> [TextTable.Column] {
        [
            .name(key), .number(pick("decided", "putus")), .number(pick("open", "terbuka")),
            .number(pick("half", "separuh")), .number("75/100"), .number("90/100"),
            .number(pick("on time", "tepat")), .number(pick("overdue", "lewat")),
        ]
    }

    private func cells(of group: Report.Group) -> [String] {
        let figures = group.figures
        let turnaround = figures.turnaround
        let tail = (turnaround?.n ?? 0) < Self.fewestForTail ? nil : turnaround?.p90Days
        return [
            group.value,
            turnaround.map { language.count($0.n + $0.negative) } ?? "-",
            turnaround.map { language.count($0.open) } ?? "-",
            number(turnaround?.medianDays), number(turnaround?.p75Days), number(tail),
            figures.indicator(.onTime, "due_date_cohort")?.value.map(language.percent) ?? "-",
            figures.indicator(.backlog, "past_deadline")?.value.map { language.decimal($0, places: 0) }
                ?? "-",
        ]
    }

    private func spanColumns(_ key: String) -> [TextTable.Column] {
        let columns = [TextTable.Column.name(key), .number(pick("permits", "izin"))]
        guard report.permits.conformance != nil else { return columns }
        return columns + [.number(pick("follow the workflow", "mengikuti alur"))]
    }

    private func spanCells(of group: Report.Group) -> [String] {
        let cells = [group.value, language.count(group.figures.cases)]
        guard report.permits.conformance != nil else { return cells }
        let conformance = group.figures.conformance
        return cells + [conformance.map { language.percent($0.fitting, of: $0.cases) } ?? "-"]
    }

    private func number(_ days: Double?) -> String { days.map { language.decimal($0, places: 1) } ?? "-" }
}
