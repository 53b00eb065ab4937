internal import PermitLog
internal import PermitMetrics

extension TextReport {
    /// What may move the figures without anyone having assumed it, a sentence each.
    mutating func writeDoubts() {
        guard !report.warnings.isEmpty else { return }
        page.heading(pick("Doubts", "Keraguan"))
        let serious = report.warnings.filter(\.kind.movesFigures)
        for warning in serious {
            page.paragraph(DirtSentence.text(warning, language: language), lead: "- ")
        }
        let others = report.warnings.count - serious.count
        guard others > 0 else { return }
        page.paragraph(
            say(
                "{0#note|notes} on the form of the file: the warnings of --format json, and izin inspect.",
                "{0#} catatan tentang bentuk berkas: peringatan pada --format json, dan izin inspect.",
                .count(others)
            ),
            lead: "- "
        )
    }
}

extension DirtFinding.Kind {
    /// Whether figures may be wrong for it; what only says how a file is written was read as it should be.
    fileprivate var movesFigures: Bool {
        switch self {
        case .byteOrderMark, .bareCarriageReturns, .otherDelimiter, .loosePunctuation, .monthWords,
            .serialDates, .epochTimes, .mixedOffsets, .nullWords:
            false
        default: true
        }
    }
}
