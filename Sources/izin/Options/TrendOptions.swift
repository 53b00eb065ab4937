#if CommandLine
import ArgumentParser
import PermitMetrics
import WorkingTime

/// How months are counted and judged.
struct TrendOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A day from which the office worked in another way: the months after it have limits of their own.",
            valueName: "date"
        )
    )
    var goLive: [String] = []

    @Option(help: ArgumentHelp("Whole months from which limits are taken, 6 to 120.", valueName: "months"))
    var baseline = 12

    mutating func validate() throws {
        for day in goLive where Day(day) == nil {
            throw ValidationError("--go-live is a date such as 2018-07-09, not \"\(day)\"")
        }
        if !(6...120).contains(baseline) {
            throw ValidationError("--baseline is 6 to 120 months, not \(baseline)")
        }
    }

    /// What is asked of the months.
    var request: TrendRequest {
        var request = TrendRequest()
        request.baselineMonths = baseline
        request.goLives = goLive.compactMap { Day($0) }
        return request
    }
}
#endif
