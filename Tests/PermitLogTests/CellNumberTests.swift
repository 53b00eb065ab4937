import TestSupport
import Testing
import WorkingTime

@testable import PermitLog

@Suite("A number of a cell")
struct CellNumberTests {
    private static let day = CellForm.moment(hasDay: true, hasTime: false)
    private static let moment = CellForm.moment(hasDay: true, hasTime: true)
    private static let time = CellForm.moment(hasDay: false, hasTime: true)

    @Test(
        "stays as it stands, with an exponent written in digits",
        arguments: [
            ("0", "0"), ("-12.50", "-12.50"), ("220070946.0", "220070946.0"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("1.23E+12", "1230000000000"), ("9.1200012345670001E+12", "9120001234567.0001"), ("1e3", "1000"),
            ("3.4040112345678900E+15", "3404011234567890"), ("-1.5E+0", "-1.5"), ("12345E-2", "123.45"),
            ("5.0000000000000001E-2", "0.050000000000000001"), ("1E-3", "0.001"), ("1E+300", "1E+300"),
            ("0E+5", "0"), ("0.00012E+2", "0.012"), ("120E-1", "12"), ("1E-99", "1E-99"), ("abc", "abc"),
            ("1E", "1E"),
            ("E5", "E5"), ("", ""), ("-", "-"), ("12345678901234567890", "12345678901234567890"),
        ]
    )
    func plain(_ raw: String, _ wanted: String) { #expect(cellText(raw, .number) == wanted) }

    @Test(
        "whose style is a date is a day, a time or both",
        arguments: [
            ("1", day, "1900-01-01"), ("59", day, "1900-02-28"), ("60", day, "1900-02-29"),
            ("61", day, "1900-03-01"),
            ("45292", day, "2024-01-01"), ("45292", moment, "2024-01-01 00:00:00"),
            ("45292.5", day, "2024-01-01 12:00:00"),
            ("45351.999999999", moment, "2024-03-01 00:00:00"),
            ("45292.000011574", moment, "2024-01-01 00:00:01"),
            ("45292.0000000232", moment, "2024-01-01 00:00:00.002"),
            ("4.5292250000000001E+4", moment, "2024-01-01 06:00:00"),
            ("0.75", time, "18:00:00"), ("45292.75", time, "2024-01-01 18:00:00"),
            ("0.75", moment, "18:00:00"),
            ("0.75", day, "0.75"), ("0", day, "0"), ("-1", day, "-1"), ("2958465", day, "9999-12-31"),
            ("2958466", day, "2958466"), ("20240131", day, "20240131"), ("nan", day, "nan"),
            ("+5", day, "+5"),
            ("5E-1", time, "12:00:00"),
        ]
    )
    func moments(_ raw: String, _ form: CellForm, _ wanted: String) { #expect(cellText(raw, form) == wanted) }

    @Test("counts days from 1904 where the workbook does")
    func from1904() {
        #expect(cellText("0", Self.day, is1904: true) == "1904-01-01")
        #expect(cellText("60", Self.day, is1904: true) == "1904-03-01")
        #expect(cellText("43830.5", Self.moment, is1904: true) == "2024-01-01 12:00:00")
        #expect(cellText("0.5", Self.time, is1904: true) == "12:00:00")
        #expect(cellText("2957003", Self.day, is1904: true) == "9999-12-31")
        #expect(cellText("2957004", Self.day, is1904: true) == "2957004")
    }

    @Test("gives every day of two centuries as the calendar has it")
    func everyDay() throws {
        let first = try #require(Day(year: 1900, month: 3, day: 1))
        for offset in 0..<73_000 {
            let wanted = first.advanced(by: offset).description
            let (new, old) = (61 + offset, 61 + offset - 1462)
            guard cellText(String(new), Self.day) == wanted,
                old < 0 || cellText(String(old), Self.day, is1904: true) == wanted
            else {
                Issue.record("day \(new) is not \(wanted)")
                return
            }
        }
    }

    @Test("in a style of zeros has that many digits")
    func padded() {
        #expect(cellText("9120001234", .padded(digits: 13)) == "0009120001234")
        #expect(cellText("1.5", .padded(digits: 5)) == "1.5")
        #expect(cellText("9.1E+3", .padded(digits: 6)) == "009100")
    }

    @Test(
        "is a date by the letters of its format",
        arguments: [
            ("General", CellForm.number), ("0.00E+00", .number), ("#,##0.00", .number),
            ("\"Rp\"#,##0", .number),
            ("dd/mm/yyyy", day), ("d-mmm", day), ("mmmm", day), ("[$-421]dd mmmm yyyy;@", day),
            ("yyyy\\-mm\\-dd", day),
            ("dd/mm/yyyy hh:mm", moment), ("yyyy-mm-dd\"T\"hh:mm:ss.000", moment),
            ("m/d/yy h:mm AM/PM", moment),
            ("hh:mm", time), ("mm:ss.0", time), ("h:mm AM/PM", time), ("[h]:mm", .number),
            ("[hh]:mm:ss", .number),
            ("[Red]0;[Blue]-0", .number), ("0 \"hari\"", .number), ("\\d0", .number), ("0;yyyy", .number),
            ("@", .number),
            ("0000000000000", .padded(digits: 13)), ("0", .number), ("_d0*m", .number), ("DD/MM/YYYY", day),
            ("[>100]0.0;0", .number), ("\"unclosed", .number), ("[h", .number), ("", .number),
        ]
    )
    func formats(_ code: String, _ wanted: CellForm) {
        let form = CellForm(code: code)
        // An open bracket of hours alone is a duration too.
        #expect(form == wanted, "\(code)")
    }
}
