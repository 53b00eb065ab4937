internal import PermitMetrics

/// What a permit log can show for the Smart Governance dimension of the smart city evaluation, and what is missing.
///
/// The five headings are those of the evaluation's published guides. Their weights differ between published sources,
/// so there is evidence here and no score.
struct EvidenceSheet {
    /// One heading with what can be shown and what cannot.
    struct Heading {
        var title: String
        var shown: [String]
        var missing: [String]
    }

    let report: Report
    let language: Language

    /// The five headings in the order of the evaluation.
    var headings: [Heading] { [baseline, output, outcome, impact, quickWin] }

    private var baseline: Heading {
        let title = say("Baseline: the state before", "Baseline: keadaan awal")
        guard let period = report.period else {
            let example = "--period 2017-01-01..2018-07-09"
            return Heading(
                title: title,
                shown: [],
                missing: [
                    say(
                        "the reference period: this report speaks of the whole log; a period such as {0} gives the "
                            + "same figures before the reform",
                        "periode acuan: laporan ini mencakup seluruh catatan; periode seperti {0} memberi angka yang "
                            + "sama sebelum reformasi",
                        .text(example)
                    )
                ]
            )
        }
        return Heading(title: title, shown: [referencePeriod(period)], missing: [])
    }

    private var output: Heading {
        var heading = Heading(
            title: say("Output: rules and reach", "Output: aturan dan jangkauan"),
            shown: report.workflows.prefix(4)
                .map { workflow in
                    say(
                        "rules in force: {0}, {1#permit|permits}",
                        "aturan yang berlaku: {0}, {1#} izin",
                        .name(workflow.name),
                        .count(workflow.cases)
                    )
                },
            missing: []
        )
        if report.workflows.isEmpty {
            heading.missing.append(
                say(
                    "the rules and limits in force (--workflow)",
                    "aturan dan batas waktu yang berlaku (--workflow)"
                )
            )
        }
        if let online = onlineByYear {
            heading.shown.append(online)
        } else {
            heading.missing.append(
                say(
                    "the channel of application: no column says which came online",
                    "jalur permohonan: tidak ada kolom yang menyebut mana yang daring"
                )
            )
        }
        return heading
    }

    private var outcome: Heading {
        var heading = Heading(
            title: say("Outcome: service delivered", "Outcome: layanan yang terwujud"),
            shown: [median, onTime, firstTimeRight, backlog, clearance, deemed].compactMap(\.self),
            missing: []
        )
        if median == nil {
            heading.missing.append(
                say("when permits were submitted and decided", "kapan izin diajukan dan diputuskan")
            )
        }
        if onTime == nil { heading.missing.append(say("deadlines", "batas waktu")) }
        if report.groups.isEmpty {
            heading.missing.append(
                say("the same by type or risk (--by)", "hal yang sama menurut jenis atau risiko (--by)")
            )
        }
        return heading
    }

    private var impact: Heading {
        Heading(
            title: say("Impact: what applicants gain", "Impact: manfaat bagi pemohon"),
            shown: [],
            missing: [
                say(
                    "days saved = median before - median now: two reports, one for each period",
                    "hari yang dihemat = median sebelum - median sekarang: dua laporan, satu per periode"
                ),
                say(
                    "the satisfaction survey (SKM/IKM) and complaints: not in a permit log",
                    "survei kepuasan (SKM/IKM) dan pengaduan: tidak ada dalam catatan izin"
                ),
            ]
        )
    }

    private var quickWin: Heading {
        Heading(
            title: say("Quick win: the named programme", "Quick win: program unggulan"),
            shown: [],
            missing: [
                say(
                    "the programme and its first day; a report before and one after it, with a comparison",
                    "program dan hari mulainya; laporan sebelum dan sesudahnya, dengan pembanding"
                )
            ]
        )
    }

    func say(_ english: String, _ indonesian: String, _ gaps: Gap...) -> String {
        Sentence(language.pick(english, indonesian)).filled(with: gaps, in: language)
    }
}
