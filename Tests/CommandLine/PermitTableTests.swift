import Foundation
import TestSupport
import Testing

/// Figures that lifelines and pandas gave for public permit tables, which lie beside the project and are no part of it.
///
/// Dates without a time are read in UTC here, so that a day is always 24 hours, as it is for pandas.
@Suite(
    "The figures of public permit tables",
    .enabled(if: PermitTables.isPresent, "no folder of logs and references")
)
struct PermitTableTests {
    private func report(_ log: String, _ options: String...) throws -> Said {
        let folder = try #require(PackageFiles.shared)
        let run = try Program.izin(["replay", folder + "/logs/" + log, "--format", "json"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return Said(report: try #require(json as? [String: Any]))
    }

    private func check(_ ours: Double?, _ theirs: Double, _ name: String) {
        guard let ours else {
            Issue.record("\(name) is missing")
            return
        }
        #expect(abs(ours - theirs) <= 1e-6, "\(name): \(ours), not \(theirs)")
    }

    @Test("hold for the receipt phase: permits that end before they start left out, open ones censored")
    func receipt() throws {
        let said = try report("receipt.csv")
        check(said.survival("n"), 1432, "permits")
        check(said.survival("median_days"), 52.512095717592594, "half")
        check(said.survival("p75_days"), 79.35745092592592, "75 in 100")
        check(said.survival("p90_days"), 121.36628310185185, "90 in 100")
        check(said.turnaround("n"), 1327, "ended")
        check(said.turnaround("median"), 50.64231589120371, "half of the ended")
        check(said.turnaround("open"), 105, "open")
        check(said.indicator("on_time", "decided_only").value, 100 * 952 / 1329, "on time of the ended")
        check(said.indicator("backlog", "past_deadline").value, 39, "open past the deadline")
        check(said.indicator("conformance", "fitting_share").n, 1434, "permits compared")
        check(said.indicator("online_share", "share").value, 100 * 1271 / 1434, "online: Internet and e-mail")
    }

    @Test("hold for Calgary: permits without a date of issue censored at the data cut, one end of a bound")
    func calgary() throws {
        let said = try report("calgary-building-permits.csv", "--zone", "UTC")
        check(said.survival("median_days"), 23, "half")
        check(said.survival("p75_days"), 50, "75 in 100")
        check(said.survival("p90_days"), 137, "90 in 100")
        check(said.turnaround("n"), 4784, "issued")
        check(said.turnaround("median"), 22, "half of the issued")
        check(said.turnaround("p90"), 90, "90 in 100 of the issued")
        check(said.indicator("total_time", "mean_decided").value, 42.2433110367893, "mean of the issued")
        let shares = [(7.0, 0.8398), (14, 0.6726), (30, 0.3948), (60, 0.2062)]
        for (days, share) in shares { check(said.undecided(after: days), share, "undecided after \(days)") }
    }

    @Test("hold for Calgary's cohort that is not ripe: 90 in 100 is not reached")
    func cohort() throws {
        let said = try report(
            "calgary-building-permits.csv",
            "--zone",
            "UTC",
            "--period",
            "2025-06-01..2026-02-12"
        )
        check(said.survival("n"), 246, "permits")
        check(said.survival("median_days"), 18, "half")
        check(said.survival("p75_days"), 48, "75 in 100")
        #expect(said.survival("p90_days") == nil)
    }

    @Test(
        "hold for Calgary's flow by year, permits cancelled, refused or expired without a date taken out of the pending",
        arguments: [(2023, 1671.0, 1410.0, 309.0), (2024, 2006, 2074, 155), (2025, 603, 663, 66)]
    )
    func flow(_ year: Int, _ incoming: Double, _ resolved: Double, _ pending: Double) throws {
        let options = ["--zone", "UTC", "--period", "\(year)-01-01..\(year + 1)-01-01"]
        let all = try report("calgary-building-permits.csv", options[0], options[1], options[2], options[3])
        let ended = try report(
            "calgary-building-permits.csv",
            options[0],
            options[1],
            options[2],
            options[3],
            "--where",
            "statuscurrent in Cancelled,Refused,Expired",
            "--where",
            "issueddate is empty"
        )
        let rate = all.indicator("clearance_rate", "resolved_per_incoming")
        check(rate.n, incoming, "incoming")
        check(rate.value, 100 * resolved / incoming, "clearance rate")
        let (whole, out) = (
            all.indicator("disposition_time", "forecast"), ended.indicator("disposition_time", "forecast")
        )
        check(whole.value, 365 * (whole.n ?? 0) / resolved, "disposition time of all pending")
        check((whole.n ?? 0) - (out.n ?? 0), pending, "pending")
    }

    @Test("hold for Seattle's months of plan reviews, December 2015 left out because the file ends within it")
    func seattle() throws {
        let said = try report(
            "seattle-building-permits-2010-2015.csv",
            "--zone",
            "UTC",
            "--baseline",
            "120",
            "--period",
            "2010-12-01..2015-12-01",
            "--where",
            "Work Type=Plan Review"
        )
        let phase = try #require(said.phases.first)
        #expect(said.phases.count == 1 && phase["baseline_months"] as? Int == 60)
        let months = said.months
        // The reference keeps all 61 months; its mean and mean range follow from these 60 and the last one.
        let medians = months.compactMap { ($0["median_days"] as? NSNumber)?.doubleValue }
        #expect(medians.count == 60)
        check((medians.reduce(0, +) + 75) / 61, 45.221311475409834, "mean of all 61")
        let ranges = zip(medians + [75], medians.dropFirst() + [75]).map { abs($0 - $1) }
        check(ranges.reduce(0, +) / 60, 6.416666666666667, "mean range of all 61")
        check((phase["centre_days"] as? NSNumber)?.doubleValue, 44.725, "centre")
        let low = (phase["low_days"] as? NSNumber)?.doubleValue ?? 0
        let high = (phase["high_days"] as? NSNumber)?.doubleValue ?? 0
        #expect(abs(low - 28.675) < 5e-4 && abs(high - 60.775) < 5e-4, "\(low) to \(high)")
        let outside = months.filter { ($0["signals"] as? [String] ?? []).contains("outside") }
        #expect(outside.map { $0["month"] as? String } == ["2014-12"])
    }
}

/// The tables lie where the folder of public logs lies.
private enum PermitTables {
    static let isPresent = Program.isComplete && PackageFiles.shared != nil
}

/// A report in JSON, by the names of its members.
private struct Said {
    let report: [String: Any]

    func survival(_ name: String) -> Double? { number(report["survival"], name) }
    func turnaround(_ name: String) -> Double? { number(report["turnaround"], name) }

    func indicator(_ id: String, _ statistic: String) -> (value: Double?, n: Double?) {
        let all = report["indicators"] as? [[String: Any]] ?? []
        let found = all.first { $0["id"] as? String == id && $0["statistic"] as? String == statistic }
        return (number(found, "value"), number(found, "n"))
    }

    /// The share undecided right after some days, from the line of the report, which is whole where it has few steps.
    func undecided(after days: Double) -> Double? {
        let curve = report["survival_curve"] as? [String: Any]
        let points = curve?["points"] as? [[String: Any]] ?? []
        return points.last { (number($0, "days") ?? .infinity) <= days }.flatMap { number($0, "share") }
    }

    private var trend: [String: Any] { report["trend"] as? [String: Any] ?? [:] }
    var phases: [[String: Any]] { trend["phases"] as? [[String: Any]] ?? [] }
    var months: [[String: Any]] { trend["months"] as? [[String: Any]] ?? [] }

    private func number(_ object: Any?, _ name: String) -> Double? {
        ((object as? [String: Any])?[name] as? NSNumber)?.doubleValue
    }
}
