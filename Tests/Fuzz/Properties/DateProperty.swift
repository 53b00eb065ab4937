import PermitLog
import WorkingTime

/// A text is a moment in a form or it is not; a moment, written and read again, is the same, and the reader of large
/// tables agrees with the plain one.
///
/// The first byte chooses the zone, the second the form: a known one, or the one that the text names before `|`.
struct DateProperty {
    private static let zones = [Zone.utc, .jakarta, Zone(fixedOffsetSeconds: -12_600)]
    private static let forms: [StampForm] = [
        .iso, .dayMonthYear, .monthDayYear, .monthWords, .excelSerial, .excelSerial1904, .epochSeconds,
        .epochMilliseconds, .compact, .auto, .autoDayFirst, .autoMonthFirst,
    ]
    private let zone: Zone
    private let form: StampForm?
    private let text: String?
    private let comparesTable: Bool

    init(_ bytes: [UInt8], isThorough: Bool) {
        zone = Self.zones[Int(bytes.first ?? 0) % Self.zones.count]
        let choice = Int(bytes.dropFirst().first ?? 0)
        let rest = String(validating: bytes.dropFirst(2), as: UTF8.self)
        comparesTable = isThorough || bytes.count % 8 == 0
        if choice % 16 < Self.forms.count {
            form = Self.forms[choice % 16]
            text = rest
        } else {
            let parts = rest?.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false) ?? []
            form = parts.first.flatMap { try? StampForm.named(String($0)) }
            text = parts.count == 2 ? String(parts[1]) : nil
        }
    }

    /// What is wrong; nil when nothing is.
    var fault: String? {
        guard let form, let text else { return nil }
        if (try? StampForm.named(form.description)) != form { return "\"\(form)\" does not name its form" }
        let stamp = try? form.read(text, in: zone)
        if comparesTable, let fault = faultOfTable(text, form, stamp) { return fault }
        guard let stamp, isWritable(stamp) else { return nil }
        let written =
            stamp.isDateOnly ? zone.day(of: stamp.instant).description : stamp.instant.formatted(in: zone)
        let back = try? Stamp.parse(written, in: zone)
        guard back?.instant == stamp.instant, back?.isDateOnly == stamp.isDateOnly else {
            return "\"\(text)\" in the form \(form) is written as \"\(written)\", which is not the same"
        }
        return nil
    }

    /// At the two ends of the years that are read, a moment may lie in another year on the zone's clock.
    private func isWritable(_ stamp: Stamp) -> Bool {
        Int(zone.day(of: stamp.instant).description.prefix(4)).map(Stamp.years.contains) ?? false
    }

    /// A cell of a table, between cells that are moments, is the moment that the text is.
    private func faultOfTable(_ text: String, _ form: StampForm, _ stamp: Stamp?) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 || $0 == " " } && !text.contains("\"")
        guard isPlain, text.first != " ", text.last != " ", !text.isEmpty, text.utf8.count < 200 else {
            return nil
        }
        if NullWord.contains(Array(text.utf8)) { return nil }
        var profile = Profile(name: "dates")
        profile.columns.caseID = ["id"]
        profile.columns.activity = ["step"]
        profile.columns.time = ["when"]
        profile.dates.form = form.description
        let file = MemoryFile()
        file.bytes = Array("id,step,when\n1,a,\"\(text)\"\n1,a,\"\(text)\"\n".utf8)
        var request = ReadRequest(sources: [file.path])
        request.profile = profile
        request.zone = zone
        do {
            let seen = try SeenLog(request)
            let found = seen.partitions.flatMap(\.events).first
            if seen.account.used != (stamp == nil ? 0 : 2) {
                return "\"\(text)\" as \(form): \(seen.account)"
            }
            if found?.instant != stamp?.instant {
                return "\"\(text)\" as \(form) is another moment in a table"
            }
            if let found, found.isDateOnly != stamp?.isDateOnly {
                return "\"\(text)\" as \(form) is a date or not"
            }
            return nil
        } catch {
            return "\"\(text)\" as \(form) in a table: \(error)"
        }
    }
}
