internal import PermitMetrics

extension TextReport {
    /// What may flatter the figures, tried on these permits.
    mutating func writeChecks() {
        guard !report.checks.isEmpty else { return }
        page.heading(pick("What could flatter these figures", "Yang dapat memperindah angka ini"))
        var table = TextTable([
            .name(""), .number(pick("permits", "izin")), .number(pick("with it", "dengan")),
            .number(pick("without", "tanpa")), .word(),
        ])
        for check in report.checks where check.permits > 0 { table.append(cells(check)) }
        if report.checks.contains(where: { $0.permits > 0 }) {
            page.table(table)
            page.paragraph(
                pick(
                    "Each row tries one way to make a figure look better. Where both columns are far apart, quote the "
                        + "second, or both.",
                    "Setiap baris menguji satu cara yang memperindah angka. Bila kedua kolom jauh berbeda, kutiplah yang "
                        + "kedua, atau keduanya."
                )
            )
        }
        let clean = report.checks.filter { $0.permits == 0 }.map { words.flattery($0.kind) }
        guard !clean.isEmpty else { return }
        page.paragraph(
            pick("Tried and found in no permit: ", "Diuji dan tidak ada pada izin mana pun: ")
                + clean.joined(separator: "; ") + "."
        )
    }

    private func cells(_ check: FlatteryCheck) -> [String] {
        let never = check.flattered == nil ? "" : pick("not reached", "belum tercapai")
        return [
            words.flattery(check.kind), language.count(check.permits),
            check.flattered.map { value($0, check.unit) } ?? "",
            check.plain.map { value($0, check.unit) } ?? never,
            check.flattered == nil
                ? "" : check.indicator.map(words.indicator) ?? pick("one-day service", "layanan satu hari"),
        ]
    }

    private func value(_ value: Double, _ unit: String) -> String {
        unit == "percent" ? language.percent(value) : language.decimal(value, places: 1)
    }
}
