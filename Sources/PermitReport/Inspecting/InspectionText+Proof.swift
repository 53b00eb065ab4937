internal import PermitInspection
internal import PermitLog

extension InspectionWriter {
    /// The most findings of one kind that are written out.
    private static let mostOfKind = 3

    // MARK: - Dirt

    mutating func writeDirt() {
        page.heading(pick("Dirt", "Kekotoran data"))
        if inspection.dirt.isEmpty {
            page.paragraph(
                pick(
                    "Nothing of the catalogue of dirt was found.",
                    "Tidak ada satu pun dari katalog kekotoran yang ditemukan."
                )
            )
        }
        for kind in DirtFinding.Kind.allCases {
            let found = inspection.dirt.filter { $0.kind == kind }
            for finding in found.prefix(Self.mostOfKind) { page.paragraph(sentence(finding), lead: "- ") }
            if found.count > Self.mostOfKind {
                page.paragraph(
                    language.say(
                        "and {0#} more like it; --format json lists all.",
                        "dan {0#} lagi yang serupa; --format json memuat semuanya.",
                        .count(found.count - Self.mostOfKind)
                    ),
                    lead: "  "
                )
            }
        }
    }

    private func sentence(_ finding: DirtFinding) -> String {
        var plain = finding
        plain.file = nil
        let sentence = DirtSentence.text(plain, language: language)
        let rows = finding.places.compactMap { $0.line ?? $0.row ?? $0.event }
        guard !rows.isEmpty else { return sentence }
        let list = rows.map(String.init).joined(separator: ", ")
        let more = finding.count > rows.count ? ", \u{2026}" : ""
        return sentence + " " + pick("At", "Di") + " \(place) \(list)\(more)."
    }

    private var place: String {
        switch inspection.unit {
        case .line: pick("line", "baris")
        case .row: pick("row", "baris")
        case .event: pick("event", "peristiwa")
        }
    }

    // MARK: - What it can prove

    mutating func writeReadiness() {
        page.heading(pick("What it can prove", "Yang dapat dibuktikan"))
        let readiness = inspection.readiness
        for entry in readiness {
            let label = InspectionWords.level(entry.level, language)
            page.paragraph(
                pick(entry.title) + lacks(entry),
                lead: label + String(repeating: " ", count: max(1, 12 - DisplayWidth.of(label)))
            )
        }
        writeSources(readiness)
    }

    private func lacks(_ entry: Readiness) -> String {
        guard !entry.lacks.isEmpty else { return "" }
        let shown = entry.level == .not ? entry.lacks.filter(\.isEssential) : entry.lacks
        let parts = shown.map { lack in
            let what = lack.evidence.map { pick($0.title) }.joined(separator: pick(" or ", " atau "))
            let note = lack.note.map { " (" + pick($0) + ")" } ?? ""
            return pick("lacks ", "kurang ") + what + note + "; "
                + pick("used anyway: ", "jika tetap dipakai: ") + pick(lack.bias)
        }
        return ". " + parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: ". ") + "."
    }

    /// Where an office gets what is lacking, each once.
    private mutating func writeSources(_ readiness: [Readiness]) {
        let lacking = Set(readiness.flatMap(\.lacks).flatMap(\.evidence))
        let sources = Evidence.allCases.filter { lacking.contains($0) && $0 != .counts && $0 != .permits }
        guard !sources.isEmpty else { return }
        page.line()
        page.paragraph(
            pick(
                "Where an office gets what is lacking (S read in its source, S2 from programs that read such files, U unconfirmed):",
                "Tempat kantor memperoleh yang kurang (S dibaca di sumbernya, S2 dari program yang membaca berkas semacam itu, U belum dikonfirmasi):"
            )
        )
        for evidence in sources {
            page.paragraph(pick(evidence.title) + ": " + pick(evidence.source), lead: "- ")
        }
    }
}
