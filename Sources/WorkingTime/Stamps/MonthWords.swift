/// The names of months, days and zones, in Indonesian and English.
///
/// Spellings of before the reform of 1972 and common abbreviations are among them: Pebruari, Nop, Agt, Ags, Agu.
enum MonthWords {
    /// A month and the languages that call it so.
    struct Entry {
        var month: Int
        var marks: WrittenStamp.Marks
    }

    /// The month that a word means.
    static func month(_ word: LetterWord) -> Entry? { months[word] }

    /// Whether a word may stand in front of a date: a weekday, "tanggal".
    static func leads(_ word: LetterWord) -> Bool { leads.contains(word) }

    /// Whether a word may stand between a date and a time: "pukul".
    static func connects(_ word: LetterWord) -> Bool { connectors.contains(word) }

    /// The seconds east of UTC that a word stands for; `WIB` is +7, `WITA` +8, `WIT` +9.
    static func offset(_ word: LetterWord) -> Int? { zones[word] }

    /// The seconds east of UTC of a zone whose name is written out.
    static func offset(_ words: [LetterWord]) -> Int? { words.count == 3 ? longZones[words] : nil }

    private static let months: [LetterWord: Entry] = {
        let indonesian = [
            "jan januari", "feb peb pebr febr februari pebruari", "mar mrt maret", "apr april", "mei",
            "jun juni",
            "jul juli", "agu agt ags agst agus agust agustus", "sep sept september", "okt oktober",
            "nov nop november nopember", "des desember",
        ]
        let english = [
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ]
        var entries: [LetterWord: Entry] = [:]
        for (names, mark) in [(indonesian, WrittenStamp.Marks.indonesian), (english, .english)] {
            for (index, spellings) in names.enumerated() {
                for spelling in spellings.split(separator: " ") {
                    let word = LetterWord(String(spelling))
                    entries[word, default: Entry(month: index + 1, marks: [])].marks.insert(mark)
                }
            }
        }
        return entries
    }()

    private static let leads = words(
        """
        senin selasa rabu kamis jumat sabtu minggu ahad sen sel rab kam jum sab min mgg monday tuesday wednesday
        thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun hari tanggal tgl
        """
    )

    private static let connectors = words("pukul pkl jam at")

    private static let zones: [LetterWord: Int] = [
        LetterWord("wib"): 7 * 3600, LetterWord("wita"): 8 * 3600, LetterWord("wit"): 9 * 3600,
        LetterWord("utc"): 0, LetterWord("gmt"): 0, LetterWord("z"): 0,
    ]

    private static let longZones: [[LetterWord]: Int] = [
        "waktu indonesia barat": 7 * 3600, "waktu indonesia tengah": 8 * 3600,
        "waktu indonesia timur": 9 * 3600,
        "western indonesia time": 7 * 3600, "central indonesia time": 8 * 3600,
        "eastern indonesia time": 9 * 3600,
    ]
    .reduce(into: [:]) { zones, zone in
        zones[zone.key.split(separator: " ").map { LetterWord(String($0)) }] = zone.value
    }

    private static func words(_ text: String) -> Set<LetterWord> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { LetterWord(String($0)) })
    }
}
