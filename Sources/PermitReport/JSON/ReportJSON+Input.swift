internal import PermitDocuments
internal import PermitLog
internal import PermitMetrics

extension ReportJSON {
    /// The account of the input: every row used, rejected or ignored.
    static func input(_ report: Report) -> JSONValue { input(report.input, cases: report.flow.cases) }

    /// The account of an input that holds so many cases.
    static func input(_ input: InputAccount, cases: Int) -> JSONValue {
        .object([
            "files": .array(input.files.map { .string($0) }),
            "rows": .integer(input.rows),
            "used": .integer(input.used),
            "rejected": .integer(input.rejected),
            "ignored": .integer(input.ignored),
            "duplicates": .integer(input.duplicates),
            "events": .integer(input.events),
            "cases": .integer(cases),
            "rejections": .array(
                input.rejections.map {
                    .object(["reason": .string($0.reason), "count": .integer($0.count)])
                }
            ),
            "joins": .array(
                input.joins.map {
                    .object([
                        "file": .string($0.file),
                        "profile": .string($0.profile),
                        "rows": .integer($0.rows),
                        "matched": .integer($0.matched),
                        "unmatched": .integer($0.unmatched),
                        "ambiguous": .integer($0.ambiguous),
                        "unused": .integer($0.unused),
                    ])
                }
            ),
            "cells_rejected": .array(
                input.cellsRejected.map {
                    .object([
                        "column": .string($0.column),
                        "reason": .string($0.reason),
                        "count": .integer($0.count),
                    ])
                }
            ),
        ])
    }
}
