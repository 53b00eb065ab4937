/// Why rows and cells were rejected, in words.
enum RejectionWords {
    /// The words for a reason; the reason itself where there are none.
    static func text(_ reason: String, _ language: Language) -> String {
        guard let words = table[reason] else { return reason.replacing("_", with: " ") }
        return language.pick(words.english, words.indonesian)
    }

    private static let table: Words.Table = [
        "short_row": ("fewer cells than the header", "sel kurang dari judul kolom"),
        "long_row": ("more cells than the header", "sel lebih banyak dari judul kolom"),
        "empty_case": ("no permit number", "nomor izin kosong"),
        "empty_activity": ("no activity", "kegiatan kosong"),
        "empty_time": ("no time", "waktu kosong"),
        "bad_time": ("a time in no known form", "bentuk waktu tidak dikenal"),
        "impossible_date": ("a date that does not exist", "tanggal yang tidak ada"),
        "ambiguous_date": (
            "a date whose day and month could be swapped", "tanggal yang hari dan bulannya dapat tertukar"
        ),
        "malformed": ("a date in no known form", "bentuk tanggal tidak dikenal"),
        "no_such_date": ("a date that does not exist", "tanggal yang tidak ada"),
        "out_of_range": ("a year outside 1900-2199", "tahun di luar 1900-2199"),
        "ambiguous": (
            "a date whose day and month could be swapped", "tanggal yang hari dan bulannya dapat tertukar"
        ),
        "time_out_of_range": ("a year outside 1900-2199", "tahun di luar 1900-2199"),
        "time_without_zone": ("a time without a zone (--strict)", "waktu tanpa zona (--strict)"),
        "not_utf8": ("text that is not UTF-8", "teks bukan UTF-8"),
        "nul_byte": ("a NUL byte in the text", "ada bita NUL di dalam teks"),
        "field_too_long": ("a cell that is too long", "sel terlalu panjang"),
        "unterminated_quote": ("a quotation that is not closed", "tanda kutip tidak ditutup"),
        "bad_json": ("text that is no JSON object", "teks bukan objek JSON"),
        "blank_line": ("blank lines", "baris kosong"),
        "skipped": ("rows that the profile leaves out", "baris yang dikecualikan profil"),
        "after_cut": ("events after the data cut", "kejadian sesudah akhir data"),
        "filtered_out": ("events of permits left out by --where", "kejadian izin yang disaring --where"),
        "bad_date": ("not a date", "bukan tanggal"),
        "no_event": ("no date of any step", "tidak ada tanggal langkah"),
        "title_row": ("titles above the header", "judul di atas kepala kolom"),
        "column_numbers": ("numbers of columns under the header", "nomor kolom di bawah kepala kolom"),
        "totals_row": ("rows of totals", "baris jumlah"),
        "counter_visit": ("visits to the counter, no applications", "kunjungan loket, bukan permohonan"),
        "before_first_day": ("rows from before the first day", "baris sebelum hari pertama"),
        "skipped_by_profile": ("rows that the profile leaves out", "baris yang dikecualikan profil"),
        "too_many_values": ("more values than a row may have", "nilai melebihi batas satu baris"),
        "not_a_number": ("not a number", "bukan bilangan"),
    ]
}
