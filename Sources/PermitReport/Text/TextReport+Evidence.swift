extension TextReport {
    /// The evidence sheet for the smart city evaluation.
    mutating func writeEvidence() {
        page.heading(
            pick("Smart Governance: evidence from this log", "Smart Governance: bukti dari catatan ini")
        )
        for heading in EvidenceSheet(report: report, language: language).headings {
            page.paragraph(heading.title)
            for shown in heading.shown { page.paragraph(shown, indent: 4, lead: "+ ") }
            for missing in heading.missing {
                page.paragraph(say("missing: {0}", "belum ada: {0}", .text(missing)), indent: 4, lead: "- ")
            }
        }
        page.paragraph(
            pick(
                "No score: the published weights of the evaluation differ from source to source.",
                "Tanpa skor: bobot penilaian yang diterbitkan berbeda-beda menurut sumbernya."
            )
        )
    }
}
