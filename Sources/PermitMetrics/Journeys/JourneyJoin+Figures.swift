import PermitWorkflow

extension JourneyJoin {
    /// A journey whose days are known.
    private struct Journey {
        var rows: [Int]
        var start: Int64
        /// Nil while a permit is open.
        var end: Int64?
        var parts: [CriticalPath.Part] = []

        var length: Int64 { (end ?? start) - start }
    }

    /// The figures: journeys that ended in the window, and for survival those that began in it.
    func figures(of fold: borrowing PermitFold, in window: PeriodWindow, cut: Int64) -> JourneyFigures {
        let after = workflows.indices.map { self.after($0) }
        let journeys = members.filter { $0.count > 1 }
        let known = journeys.compactMap { journey(of: $0, fold.rows, fold.links, after) }
        let ended = known.filter { $0.end != nil && window.contains($0.end) }
        let open = known.filter { $0.end == nil && window.contains($0.start) }
        let begun = known.filter { window.contains($0.start) }
        return JourneyFigures(
            by: self.journeys.by.text,
            projects: members.count,
            permits: members.reduce(0) { $0 + $1.count },
            single: members.count - journeys.count,
            unlinked: unlinked.count,
            ended: ended.count,
            open: open.count,
            unmeasured: journeys.count - known.count,
            endToEnd: endToEnd(ended.map(\.length)),
            survival: survival(begun.map { ($0.end ?? cut) - $0.start }, begun.map { $0.end != nil }),
            critical: critical(ended, fold.rows, fold.links),
            between: between(ended),
            longest: longest(ended, fold)
        )
    }

    /// Nil where a submission or an end is not known, or one lies before the other.
    private func journey(
        of rows: [Int],
        _ all: PermitRows,
        _ links: [PermitFold.Link],
        _ after: [UInt64]
    ) -> Journey? {
        guard rows.count <= Self.mostPermits else { return nil }
        var permits: [CriticalPath.Permit] = []
        var start = Int64.max
        var isOpen = false
        for index in rows {
            let row = all[index]
            guard let submitted = row.submitted, (row.duration ?? -1) >= 0 else { return nil }
            start = min(start, submitted)
            if row.ending == .open { isOpen = true }
            permits.append(
                CriticalPath.Permit(
                    submitted: submitted,
                    // A date without a time may lie before the moment of submission on that day.
                    ended: max(submitted, row.ended ?? submitted),
                    link: links[row.link].link,
                    after: row.workflow >= 0 ? after[row.workflow] : 0
                )
            )
        }
        guard !isOpen else { return Journey(rows: rows, start: start, end: nil) }
        let end = permits.map(\.ended).max()
        return Journey(rows: rows, start: start, end: end, parts: CriticalPath(permits).parts)
    }

    private func endToEnd(_ lengths: [Int64]) -> JourneyFigures.EndToEnd {
        let sorted = lengths.sorted()
        func days(_ probability: Double) -> Double? {
            sorted.isEmpty ? nil : Percentiles.seconds(probability, ofSorted: sorted) / 86_400
        }
        return .init(n: sorted.count, medianDays: days(0.5), p75Days: days(0.75), p90Days: days(0.9))
    }

    private func survival(_ lengths: [Int64], _ isEnded: [Bool]) -> PermitFigures.Survival {
        let observations = zip(lengths, isEnded).map { KaplanMeier.Observation(duration: $0, isEvent: $1) }
        return .init(KaplanMeier(observations), censored: isEnded.count { !$0 })
    }

    private func critical(
        _ ended: [Journey],
        _ rows: PermitRows,
        _ links: [PermitFold.Link]
    ) -> [JourneyFigures.Critical] {
        let total = ended.reduce(into: Int128(0)) { $0 += Int128($1.length) }
        guard total > 0 else { return [] }
        // The link that is none stands after all others.
        var held = [[Int64]](repeating: [], count: journeys.links.count + 1)
        for journey in ended {
            var sums = [Int64](repeating: 0, count: held.count)
            for part in journey.parts {
                guard let permit = part.permit else { continue }
                let link = links[rows[journey.rows[permit]].link].link
                sums[link >= 0 ? link : held.count - 1] += part.length
            }
            for (link, sum) in sums.enumerated() where sum > 0 { held[link].append(sum) }
        }
        return held.indices.filter { !held[$0].isEmpty }
            .map { link -> (sum: Int128, figure: JourneyFigures.Critical) in
                let times = held[link].sorted()
                let sum = times.reduce(into: Int128(0)) { $0 += Int128($1) }
                let known = link < journeys.links.count ? journeys.links[link] : nil
                let figure = JourneyFigures.Critical(
                    link: known?.name.text,
                    title: known?.title ?? [:],
                    journeys: times.count,
                    heldDaysTotal: ExactMean.seconds(sum: sum, count: 1) / 86_400,
                    heldShare: Double(sum) / Double(total),
                    medianHeldDays: Percentiles.seconds(0.5, ofSorted: times) / 86_400
                )
                return (sum, figure)
            }
            .enumerated()
            .sorted { ($1.element.sum, $0.offset) < ($0.element.sum, $1.offset) }
            .map(\.element.figure)
    }

    private func between(_ ended: [Journey]) -> JourneyFigures.Between? {
        let total = ended.reduce(into: Int128(0)) { $0 += Int128($1.length) }
        guard total > 0 else { return nil }
        let gaps = ended.map { journey in
            journey.parts.reduce(into: Int64(0)) { if $1.permit == nil { $0 += $1.length } }
        }
        let sum = gaps.reduce(into: Int128(0)) { $0 += Int128($1) }
        return .init(
            share: Double(sum) / Double(total),
            medianDays: Percentiles.seconds(0.5, ofSorted: gaps.sorted()) / 86_400
        )
    }

    private func longest(_ ended: [Journey], _ fold: borrowing PermitFold) -> [JourneyFigures.Longest] {
        // The journeys stand in the order of the log, which decides between those of one length.
        let ranked = ended.enumerated()
            .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }
        var longest: [JourneyFigures.Longest] = []
        for (_, journey) in ranked.prefix(10) {
            var holdings: [JourneyFigures.Longest.Holding] = []
            var places: [Int: Int] = [:]
            for part in journey.parts.reversed() {
                guard let permit = part.permit else { continue }
                let days = Double(part.length) / 86_400e6
                if let place = places[permit] {
                    holdings[place].days += days
                    continue
                }
                let link = fold.links[fold.rows[journey.rows[permit]].link]
                places[permit] = holdings.count
                let name = link.link >= 0 ? journeys.links[link.link].name.text : nil
                holdings.append(.init(name: link.name, link: name, days: days))
            }
            let project = fold.links[fold.rows[journey.rows[0]].link].project
            longest.append(
                .init(
                    project: fold.projects.texts[project],
                    permits: journey.rows.count,
                    days: Double(journey.length) / 86_400e6,
                    heldBy: holdings
                )
            )
        }
        return longest
    }
}
