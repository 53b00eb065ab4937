public import PermitDocuments
public import PermitInspection
internal import PermitLog

/// Writes what a file is, and what it can prove, as JSON.
public enum InspectionJSON {
    /// The value.
    ///
    /// - Parameters:
    ///   - inspection: What was found.
    ///   - language: The language of sentences; names are the same in all.
    /// - Returns: An object.
    public static func value(of inspection: Inspection, language: Language) -> JSONValue {
        .object([
            "file": file(inspection),
            "profile": profile(inspection),
            "shape": .string(inspection.roles.shape.rawValue),
            "columns": .array(inspection.columns.enumerated().map { column($1, $0, inspection.roles) }),
            "counts": inspection.monthlyCounts.map(counts) ?? .null,
            "dirt": .array(inspection.dirt.map { finding($0, language) }),
            "indicators": .array(inspection.readiness.map { readiness($0, language) }),
            "draft": .object([
                "name": .string(inspection.draft.name),
                "doubts": .array(inspection.draft.doubts.map { text($0, language) }),
            ]),
        ])
    }

    private static func counts(_ counts: MonthlyCounts) -> JSONValue {
        let blocks = MonthlyCounts.Block.allCases.map { block in
            JSONValue.object([
                "block": .string(block.rawValue),
                "months": .array((counts.months[block] ?? []).map { .integer($0) }),
                "total": .integer(counts.total(block)),
            ])
        }
        return .object([
            "kinds": .integer(counts.kinds), "wrong_sums": .integer(counts.wrongSums),
            "blocks": .array(blocks),
        ])
    }

    private static func text(_ text: Bilingual, _ language: Language) -> JSONValue {
        .string(language.pick(text.english, text.indonesian))
    }

    private static func file(_ inspection: Inspection) -> JSONValue {
        .object([
            "name": .string(inspection.file),
            "format": .string(inspection.format),
            "encoding": .optional(inspection.encoding),
            "delimiter": .optional(inspection.delimiter),
            "header": .optional(inspection.headerPlace),
            "unit": .string(inspection.unit.rawValue),
            "rows": .integer(inspection.rows),
            "input": inspection.account.map(account) ?? .null,
            "refusal": .optional(inspection.refusal),
        ])
    }

    private static func account(_ account: InputAccount) -> JSONValue {
        func reasons(_ counts: [ReasonCount]) -> JSONValue {
            .array(counts.map { .object(["reason": .string($0.reason), "count": .integer($0.count)]) })
        }
        return .object([
            "rows": .integer(account.rows),
            "used": .integer(account.used),
            "rejected": .integer(account.rejected),
            "ignored": .integer(account.ignored),
            "events": .integer(account.events),
            "rejections": reasons(account.rejections),
            "ignored_reasons": reasons(account.ignoredReasons),
        ])
    }

    private static func profile(_ inspection: Inspection) -> JSONValue {
        let match = inspection.match
        return .object([
            "name": .optional(match.profile),
            "absent": .array(match.absent.map { .string($0) }),
            "nearest": .optional(match.nearest),
            "lacking": .array(match.lacking.map { .string($0) }),
        ])
    }

    private static func column(_ column: ColumnSummary, _ place: Int, _ roles: TableRoles) -> JSONValue {
        let meaning = roles.dated.first { $0.column == place }?.meaning
        return .object([
            "name": .string(column.name),
            "kind": .string(column.kind.rawValue),
            "form": .optional(column.dateForm),
            "possible_forms": .array(column.possibleForms.map { .string($0) }),
            "meaning": .optional(meaning?.rawValue),
            "filled": .integer(column.filled),
            "distinct": .integer(column.distinct.count),
            "distinct_is_more": .bool(column.distinct.isMore),
            "personal": .bool(column.isPersonal),
            "samples": .array(column.samples.map { .string($0) }),
        ])
    }

    private static func finding(_ finding: DirtFinding, _ language: Language) -> JSONValue {
        var plain = finding
        plain.file = nil
        return .object([
            "kind": .string(finding.kind.rawValue),
            "column": .optional(finding.column),
            "count": .integer(finding.count),
            "total": .optional(finding.total),
            "detail": .string(finding.detail),
            "places": .array(
                finding.places.compactMap { $0.line ?? $0.row ?? $0.event }.map { .integer($0) }
            ),
            "text": .string(DirtSentence.text(plain, language: language)),
        ])
    }

    private static func readiness(_ readiness: Readiness, _ language: Language) -> JSONValue {
        .object([
            "id": .string(readiness.id),
            "level": .string(readiness.level.rawValue),
            "lacks": .array(
                readiness.lacks.map { lack in
                    .object([
                        "evidence": .array(lack.evidence.map { .string($0.rawValue) }),
                        "essential": .bool(lack.isEssential),
                        "what": .array(lack.evidence.map { text($0.title, language) }),
                        "where": .array(lack.evidence.map { text($0.source, language) }),
                        "note": lack.note.map { text($0, language) } ?? .null,
                        "bias": text(lack.bias, language),
                    ])
                }
            ),
        ])
    }
}
