internal import PermitMetrics

extension TextReport {
    /// The longest journeys that a page shows; the JSON report has ten.
    private static let shownJourneys = 5

    /// How long projects took over all their permits, and which of these held them.
    mutating func writeJourneys() {
        for journeys in report.permits.journeys ?? [] where journeys.projects > journeys.single {
            page.heading(
                pick(
                    "From the first application to the last permit",
                    "Dari permohonan pertama sampai izin terakhir"
                )
            )
            page.paragraph(population(journeys))
            page.line()
            page.table(quantiles(journeys))
            writeCritical(journeys)
            writeLongest(journeys)
        }
    }

    private func population(_ journeys: JourneyFigures) -> String {
        let projects = say(
            "{0#project|projects} by \"{1}\" with {2#permit|permits}; {3} have one permit only and are left out. Of the "
                + "others all permits have ended in {4}; {5} {5?is|are} open.",
            "{0#} proyek menurut \"{1}\" dengan {2#} izin; {3} hanya memiliki satu izin dan tidak dihitung. Dari yang lain "
                + "semua izinnya selesai pada {4} proyek; {5} masih terbuka.",
            .count(journeys.projects),
            .name(journeys.by),
            .count(journeys.permits),
            .count(journeys.single),
            .count(journeys.ended),
            .count(journeys.open)
        )
        guard journeys.unlinked + journeys.unmeasured > 0 else { return projects }
        return projects
            + say(
                " {0#permit has|permits have} no project, and of {1#project|projects} the days are not known.",
                " {0#} izin tanpa proyek, dan {1#} proyek tidak diketahui harinya.",
                .count(journeys.unlinked),
                .count(journeys.unmeasured)
            )
    }

    private func quantiles(_ journeys: JourneyFigures) -> TextTable {
        var table = TextTable([
            .name(""), .number(pick("half", "separuh")), .number(pick("75 in 100", "75 dari 100")),
            .number(pick("90 in 100", "90 dari 100")),
        ])
        let ended = journeys.endToEnd
        let tail = ended.n < Self.fewestForTail ? nil : ended.p90Days
        table.append([
            pick("ended only", "yang selesai saja"), length(ended.medianDays, "-"),
            length(ended.p75Days, "-"),
            length(tail, "-"),
        ])
        let never = pick("not reached", "belum tercapai")
        table.append([
            pick("with the open ones", "dengan yang terbuka"), length(journeys.survival.medianDays, never),
            length(journeys.survival.p75Days, never), length(journeys.survival.p90Days, never),
        ])
        return table
    }

    private mutating func writeCritical(_ journeys: JourneyFigures) {
        guard let between = journeys.between else { return }
        page.line()
        page.paragraph(
            pick(
                "Which permit held the whole (critical path of the journeys that ended):",
                "Izin yang menahan keseluruhan (jalur kritis proyek yang selesai):"
            )
        )
        var table = TextTable([
            .name(""), .word(), .number(), .number(pick("projects", "proyek")), .number("median"),
        ])
        for held in journeys.critical {
            let name = held.link.map { words.title(held.title, of: $0) } ?? pick("others", "lainnya")
            table.append([
                name, ShareBar.text(held.heldShare, width: 16), language.percent(100 * held.heldShare),
                language.count(held.journeys), length(held.medianHeldDays, "-"),
            ])
        }
        table.append([
            pick("between permits", "di antara izin"), ShareBar.text(between.share, width: 16),
            language.percent(100 * between.share), "", length(between.medianDays, "-"),
        ])
        page.table(table, indent: 4)
    }

    private mutating func writeLongest(_ journeys: JourneyFigures) {
        guard !journeys.longest.isEmpty else { return }
        page.line()
        page.paragraph(pick("The longest:", "Yang terlama:"))
        for journey in journeys.longest.prefix(Self.shownJourneys) {
            let holders = journey.heldBy.sorted { $0.days > $1.days }.prefix(3)
                .map { $0.name + " " + language.duration(days: $0.days) }
            page.paragraph(
                say(
                    "{0}: {1} with {2#permit|permits}, held by {3}",
                    "{0}: {1} dengan {2#} izin, ditahan oleh {3}",
                    .name(journey.project),
                    .days(journey.days),
                    .count(journey.permits),
                    .text(holders.joined(separator: ", "))
                ),
                indent: 4,
                lead: "- "
            )
        }
    }

    /// Where granted permits stand after the grant.
    mutating func writeSupervision() {
        let states = report.permits.supervision
        guard !states.isEmpty else { return }
        page.heading(pick("After the grant", "Sesudah izin terbit"))
        let hasSeveral = Set(states.map(\.workflow)).count > 1
        var table = TextTable([.number(), .name(""), .name("")])
        for state in states {
            table.append([
                language.count(state.permits), words.title(state.title, of: state.state),
                hasSeveral ? state.workflow : "",
            ])
        }
        page.table(table)
        page.paragraph(
            pick(
                "Supervision and sanctions are apart: a limit missed there does not make the permit late.",
                "Pengawasan dan sanksi terpisah: batas yang terlewat di sana tidak membuat izinnya terlambat."
            )
        )
    }
}
