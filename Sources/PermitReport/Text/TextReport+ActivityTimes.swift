internal import PermitMetrics

extension TextReport {
    /// How long activities took and how long they lay before, where their beginnings are known.
    mutating func writeActivityTimes() {
        guard let times = report.flow.instances, times.paired > 0 else { return }
        page.heading(pick("Work and waiting", "Pengerjaan dan penantian"))
        let activities = report.flow.activities.filter { ($0.instances?.paired ?? 0) > 0 }
        var table = TextTable([
            .name(pick("activity", "kegiatan")), .number(pick("times", "kali")),
            .number(pick("median work", "median kerja")), .number(pick("mean", "rata-rata")),
            .number(pick("median wait", "median tunggu")), .number(pick("mean", "rata-rata")),
        ])
        for activity in activities.prefix(10) {
            guard let own = activity.instances else { continue }
            let seconds = [
                own.medianServiceSeconds, own.meanServiceSeconds, own.medianWaitingSeconds,
                own.meanWaitingSeconds,
            ]
            table.append(
                [activity.name, language.count(own.paired)]
                    + seconds.map { $0.map { language.duration(days: $0 / 86_400) } ?? "-" }
            )
        }
        page.table(table)
        writeCaseTimes(times)
    }

    private mutating func writeCaseTimes(_ times: FlowFigures.CaseTimes) {
        guard let throughput = times.throughput, let processing = times.processing, let idle = times.idle
        else {
            return
        }
        page.paragraph(
            say(
                "From the first beginning to the last end a permit takes {0} (median); in {1} of it something is worked on, "
                    + "in {2} nothing is (medians, each of its own).",
                "Dari awal pertama sampai akhir terakhir sebuah izin memakan {0} (median); selama {1} ada yang dikerjakan, "
                    + "selama {2} tidak ada (median masing-masing).",
                .days(throughput.median / 86_400),
                .days(processing.median / 86_400),
                .days(idle.median / 86_400)
            )
        )
    }
}
