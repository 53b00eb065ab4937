internal import PermitMetrics

extension TextReport {
    /// The most keys that a page shows; the JSON report has all.
    private static let shownKeys = 10

    /// The keys that limit tables have no row for, so that an office knows what to fill in.
    mutating func writeMissingLimits() {
        let missing = report.missingLimits
        guard !missing.isEmpty else { return }
        page.heading(pick("Limits to fill in", "Batas waktu yang perlu diisi"))
        let tables = missing.map(\.table).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for table in tables { write(missing.filter { $0.table == table }, of: table) }
    }

    private mutating func write(_ missing: [MissingLimit], of name: String) {
        page.paragraph(
            say(
                "{0#permit is|permits are} unmeasured because the table \"{1}\" has no row for {0?it|them}: copy it, add the "
                    + "rows with their source, and give it with --limits FILE.",
                "{0#} izin tidak terukur karena tabel \"{1}\" tidak memuat barisnya: salin tabel itu, tambahkan baris "
                    + "beserta sumbernya, lalu berikan dengan --limits BERKAS.",
                .count(missing.reduce(0) { $0 + $1.permits }),
                .name(name)
            )
        )
        var table = TextTable([.number(pick("permits", "izin")), .name(pick("key", "kunci")), .name("")])
        for limit in missing.prefix(Self.shownKeys) {
            let key = limit.key.map { $0.fact + " " + ($0.value ?? pick("not known", "tidak diketahui")) }
            table.append([
                language.count(limit.permits), key.joined(separator: ", "),
                limit.workflow + "." + limit.clock,
            ])
        }
        page.table(table, indent: 4)
        guard missing.count > Self.shownKeys else { return }
        page.paragraph(
            say(
                "{0#more key is|more keys are} in the JSON report.",
                "{0#} kunci lain ada di laporan JSON.",
                .count(missing.count - Self.shownKeys)
            ),
            indent: 4
        )
    }
}
