/// A way to write dates and times.
///
/// A form says how the cells of a column are to be read. All of them accept blanks around the text, a date without a
/// time, and, except for patterns, a date that has its year first, since that cannot be mistaken for another.
///
///     let form = try StampForm.named("dd/mm/yyyy")
///     try form.read("5/3/2019 07.30", in: .jakarta)   // 2019-03-05T07:30+07:00
///
/// A year of two digits from 00 to 79 is of this century, one from 80 to 99 of the last. Years run from 1900 to 2199.
/// A time of day is `H:MM[:SS[.fraction]]`, with dots for colons or with AM or PM; behind it may stand `Z`, `+07`,
/// `+0700`, `+07:00`, or WIB, WITA, WIT, UTC, GMT.
public struct StampForm: Hashable, Sendable, CustomStringConvertible {
    enum Kind: Hashable, Sendable {
        case iso
        case numeric(NumberOrder)
        case words
        case serial(from1904: Bool)
        case epoch(milliseconds: Bool)
        case compact
        case auto(NumberOrder?)
        case pattern(StampPattern)
    }

    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// ISO 8601, taken loosely: `2024-05-31T09:30:00+07:00`, `2024/5/31 9:30`, `2024-05-31 00:00:00+00`.
    public static let iso = StampForm(.iso)

    /// Numbers with the day first: `31/05/2024`, `5-3-19`, `9.3.10 8:05`.
    public static let dayMonthYear = StampForm(.numeric(.dayMonth))

    /// Numbers with the month first: `05/31/2024`, `5/31/24 2:05 PM`.
    public static let monthDayYear = StampForm(.numeric(.monthDay))

    /// The month as a word, Indonesian or English: `18 November 2025`, `5-Agt-17`, `Nov 18, 2025`,
    /// `Jumat, 5 Mei 2017 pukul 09.30 WIB`.
    public static let monthWords = StampForm(.words)

    /// Serial numbers of a spreadsheet, which count days from 1899-12-30; the fraction is the time of day.
    ///
    /// The time is rounded to the second. Only 30000 to 60000 is taken for a date, 1982-02-18 to 2064-04-08, so that
    /// no amount or code becomes one.
    public static let excelSerial = StampForm(.serial(from1904: false))

    /// Serial numbers of a spreadsheet that counts days from 1904-01-01; the same days are accepted.
    public static let excelSerial1904 = StampForm(.serial(from1904: true))

    /// Seconds since 1970 UTC, with decimals or without.
    public static let epochSeconds = StampForm(.epoch(milliseconds: false))

    /// Milliseconds since 1970 UTC.
    public static let epochMilliseconds = StampForm(.epoch(milliseconds: true))

    /// Digits alone: `20211217`, `202112171709`, `20211217170915`, `20211217T170915`.
    public static let compact = StampForm(.compact)

    /// Any of these forms, told apart by the cell; numbers that can be two dates are refused as ambiguous.
    ///
    /// Numbers with dots have the day first. A bare number is a serial if it has five digits, a compact date if eight,
    /// twelve or fourteen, seconds if ten, milliseconds if thirteen.
    public static let auto = StampForm(.auto(nil))

    /// Any of these forms, told apart by the cell; numbers with the year last have the day first.
    public static let autoDayFirst = StampForm(.auto(.dayMonth))

    /// Any of these forms, told apart by the cell; numbers with the year last have the month first.
    public static let autoMonthFirst = StampForm(.auto(.monthDay))

    /// Whether the form is a pattern, which reads nothing but itself.
    public var isPattern: Bool {
        if case .pattern = kind { true } else { false }
    }

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - cell: The cell as UTF-8, unquoted; blanks around the text are ignored.
    ///   - zone: The zone of a text that has no offset.
    /// - Returns: The stamp; a date without a time is the first instant of its day in `zone`.
    /// - Throws: A `StampError` with the reason; `empty` for a word for nothing, see ``NullWord``.
    public func read(_ cell: Span<UInt8>, in zone: Zone) throws(StampError) -> Stamp {
        do throws(StampFault) {
            return try stamp(cell, in: zone)
        } catch {
            let code = NullWord.contains(cell) ? .empty : error.code
            throw StampError(code, text: StampForm.beginning(of: cell), form: self)
        }
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The text; blanks around it are ignored.
    ///   - zone: The zone of a text that has no offset.
    /// - Returns: The stamp; a date without a time is the first instant of its day in `zone`.
    /// - Throws: A `StampError` with the reason; `empty` for a word for nothing, see ``NullWord``.
    public func read(_ text: some StringProtocol, in zone: Zone) throws(StampError) -> Stamp {
        try read(Array(text.utf8).span, in: zone)
    }

    private func stamp(_ cell: Span<UInt8>, in zone: Zone) throws(StampFault) -> Stamp {
        let scanner = CellScanner(cell)
        guard !scanner.isAtEnd else { throw .empty }
        switch kind {
        case .pattern(let pattern): return try pattern.read(cell, scanner).stamp(nil, in: zone)
        case .auto(let order): return try WrittenStamp.recognized(cell, scanner).stamp(order, in: zone)
        case _ where WrittenStamp.hasYearFirst(cell, scanner):
            return try WrittenStamp.yearFirst(cell, scanner).stamp(nil, in: zone)
        case .iso: throw .malformed
        case .numeric(let order): return try WrittenStamp.numeric(cell, scanner).stamp(order, in: zone)
        case .words: return try WrittenStamp.words(cell, scanner).stamp(nil, in: zone)
        case .serial(let from1904):
            return try WrittenStamp.serial(cell, scanner, from1904: from1904).stamp(nil, in: zone)
        case .epoch(let milliseconds):
            return try WrittenStamp.epoch(cell, scanner, milliseconds: milliseconds).stamp(nil, in: zone)
        case .compact: return try WrittenStamp.compact(cell, scanner).stamp(nil, in: zone)
        }
    }

    /// The beginning of a cell for a message.
    private static func beginning(of cell: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        for index in 0..<min(cell.count, 160) { bytes.append(cell[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The canonical name: ``named(_:)`` gives the form back.
    public var description: String {
        switch kind {
        case .iso: "iso"
        case .numeric(.dayMonth): "dd/mm/yyyy"
        case .numeric(.monthDay): "mm/dd/yyyy"
        case .words: "words"
        case .serial(let from1904): from1904 ? "serial1904" : "serial"
        case .epoch(let milliseconds): milliseconds ? "epoch_ms" : "epoch_s"
        case .compact: "yyyymmdd"
        case .auto(nil): "auto"
        case .auto(.dayMonth): "auto-dmy"
        case .auto(.monthDay): "auto-mdy"
        case .pattern(let pattern): pattern.description
        }
    }

    /// How the form looks, for a message.
    var examples: String {
        switch kind {
        case .iso: "2024-05-31 or 2024-05-31T09:30:00+07:00"
        case .numeric(.dayMonth): "31/05/2024 or 31/05/2024 09:30"
        case .numeric(.monthDay): "05/31/2024 or 05/31/2024 09:30"
        case .words: "31 Mei 2024 or 31-May-24 09:30"
        case .serial(let from1904): from1904 ? "43981 or 43981.395833" : "45443 or 45443.395833"
        case .epoch(let milliseconds): milliseconds ? "1717122600000" : "1717122600"
        case .compact: "20240531 or 20240531093000"
        case .auto(nil): "2024-05-31, 31 Mei 2024 or 45443"
        case .auto(.dayMonth): "31/05/2024, 31 Mei 2024 or 2024-05-31"
        case .auto(.monthDay): "05/31/2024, May 31, 2024 or 2024-05-31"
        case .pattern(let pattern): pattern.description
        }
    }
}
