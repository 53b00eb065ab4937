internal import PermitLog

extension DirtSentence {
    /// The sentences of a kind, with the gaps that `DirtSentence.text` fills.
    static func template(_ kind: DirtFinding.Kind) -> (english: String, indonesian: String) {
        switch kind {
        case .byteOrderMark:
            (
                "The file begins with a byte order mark{3}; it was taken off the first column's name.",
                "Berkas diawali tanda urutan bita (BOM){3}; tanda itu dilepas dari nama kolom pertama."
            )
        case .bareCarriageReturns:
            (
                "The lines of the file end in a bare CR{3}; they were read as lines.",
                "Baris berkas diakhiri CR saja{3}; tetap dibaca sebagai baris."
            )
        case .otherDelimiter:
            (
                "The cells of the file are not parted by commas{3}.",
                "Sel berkas tidak dipisahkan koma{3}."
            )
        case .numericDates:
            (
                "The dates of {2} are numbers whose order was found out or told{3}: if the order is "
                    + "wrong, days and months are exchanged in {1} {0?cell|cells}.",
                "Tanggal pada {2} berupa angka yang urutannya ditebak atau disebutkan{3}: bila keliru, "
                    + "hari dan bulan tertukar pada {1} sel."
            )
        case .monthWords:
            (
                "{1} {0?date|dates} of {2} {0?names its month|name their months} in words{3}.",
                "{1} tanggal pada {2} menulis bulan dengan kata{3}."
            )
        case .serialDates:
            (
                "{1} {0?date|dates} of {2} {0?is a serial number|are serial numbers} of a spreadsheet{3}, "
                    + "counted from 30 December 1899.",
                "{1} tanggal pada {2} berupa nomor seri lembar sebar{3}, dihitung dari 30 Desember 1899."
            )
        case .epochTimes:
            (
                "{1} {0?time|times} of {2} {0?is|are} counted from 1970 UTC{3}.",
                "{1} waktu pada {2} dihitung dari 1970 UTC{3}."
            )
        case .mixedOffsets:
            (
                "The times of {2} carry several offsets{3}; they are compared as moments.",
                "Waktu pada {2} memakai beberapa zona{3}; dibandingkan sebagai saat yang sama."
            )
        case .shiftedClock:
            (
                "The hours of work jump in mid-file{3}: the clock was probably changed, and durations "
                    + "across the change are wrong by the difference ({1} {0?row|rows}).",
                "Jam kerja melompat di tengah berkas{3}: mungkin jam diubah, dan lama proses yang "
                    + "melewatinya meleset sebesar selisihnya ({1} baris)."
            )
        case .loosePunctuation:
            (
                "{1} {0?time|times} of {2} {0?has|have} unusual punctuation{3} and {0?was|were} read all "
                    + "the same.",
                "{1} waktu pada {2} memakai tanda baca yang tidak lazim{3} dan tetap dibaca."
            )
        case .nullWords:
            (
                "{1} {0?cell|cells} of {2} {0?holds|hold} a word for nothing{3} and {0?is|are} taken as "
                    + "empty.",
                "{1} sel pada {2} berisi kata pengganti kosong{3} dan dianggap kosong."
            )
        case .emptyColumn:
            (
                "{4} is empty in every row{3}: what it should tell is not known, and every permit counts "
                    + "as if it had not happened.",
                "{4} kosong pada semua baris{3}: isinya tidak diketahui, dan semua izin dihitung seolah "
                    + "hal itu belum terjadi."
            )
        case .negativeDurations:
            (
                "{1} {0?permit ends|permits end} before {0?it begins|they begin}{3}: left out of "
                    + "durations, counted in shares.",
                "{1} izin berakhir sebelum dimulai{3}: tidak dihitung dalam lama proses, tetap dihitung "
                    + "dalam persentase."
            )
        case .copiedColumns:
            (
                "{4} has the same dates as another column in {1} {0?row|rows}{3}: one was probably copied "
                    + "from the other, and the time between them says nothing.",
                "{4} bertanggal sama dengan kolom lain pada {1} baris{3}: mungkin disalin, dan selang di "
                    + "antaranya tidak bermakna."
            )
        case .instantPermits:
            (
                "{1} {0?permit begins and ends|permits begin and end} at the same moment or day{3}: a "
                    + "stratum of {0?its|their} own, which pulls the medians down.",
                "{1} izin dimulai dan berakhir pada saat atau hari yang sama{3}: kelompok tersendiri yang "
                    + "menurunkan median."
            )
        case .undatedEnds:
            (
                "{1} {0?permit has|permits have} a final status and no date for it{3}: shares of outcomes "
                    + "count {0?it|them}, durations and shares by date of decision do not.",
                "{1} izin berstatus akhir tanpa tanggal{3}: dihitung dalam persentase hasil, tidak dalam "
                    + "lama proses maupun persentase menurut tanggal keputusan."
            )
        case .statusAgainstDates:
            (
                "The status and the dates of {1} {0?permit|permits} disagree{3}; the figures follow the "
                    + "dates.",
                "Status dan tanggal {1} izin bertentangan{3}; angka mengikuti tanggal."
            )
        case .skippedMilestones:
            (
                "{1} {0?permit has|permits have} a later milestone and {0?lacks|lack} an earlier one{3}: "
                    + "the durations from it do not speak of {0?it|them}.",
                "{1} izin punya tonggak yang kemudian tanpa yang mendahuluinya{3}: lama proses dari "
                    + "tonggak itu tidak mencakupnya."
            )
        case .counterVisits:
            (
                "{1} {0?row is a visit|rows are visits} to the counter and no "
                    + "{0?application|applications}{3}; {0?it is|they are} left out.",
                "{1} baris adalah kunjungan loket, bukan permohonan{3}; tidak dihitung."
            )
        case .repeatedIDs:
            (
                "{1} {0?row repeats|rows repeat} an id{3}: repeated entries or revisions of one permit; "
                    + "none was dropped.",
                "{1} baris mengulang nomor yang sama{3}: entri ganda atau revisi satu izin; tidak ada "
                    + "yang dibuang."
            )
        case .reenteredApplicants:
            (
                "{1} {0?application was|applications were} entered again within minutes under another "
                    + "id{3}: a count of permits may count them twice.",
                "{1} permohonan dimasukkan lagi dalam hitungan menit dengan nomor lain{3}: jumlah izin "
                    + "mungkin terhitung ganda."
            )
        case .testRows:
            (
                "{1} {0?row looks|rows look} like {0?a trial|trials} from before the work began{3}.",
                "{1} baris tampak seperti uji coba sebelum pelayanan dimulai{3}."
            )
        case .spellings:
            (
                "A value of {2} is spelled in several ways that differ in case and blanks alone{3}: "
                    + "groups by it fall apart in {1} {0?row|rows}.",
                "Satu nilai pada {2} ditulis dengan beberapa ejaan yang hanya berbeda huruf besar dan "
                    + "spasi{3}: kelompoknya terpecah pada {1} baris."
            )
        case .notRecords:
            (
                "{1} {0?row is|rows are} no {0?record|records} but titles, numbers of columns or "
                    + "totals{3}; {0?it was|they were} left out.",
                "{1} baris bukan data, melainkan judul, nomor kolom, atau jumlah{3}; tidak dibaca."
            )
        case .damagedIDs:
            (
                "{1} {0?id|ids} of {2} became {0?a number or has|numbers or have} blanks around{3}: two "
                    + "ids may have become one.",
                "{1} nomor pada {2} berubah menjadi bilangan atau diapit spasi{3}: dua nomor mungkin "
                    + "menjadi satu."
            )
        case .issuedOnly:
            (
                "All {1} {0?permit is|permits are} issued{3}: those that were refused, withdrawn or are "
                    + "still open are not in the file. Durations are those of survivors; on time, refusals and "
                    + "backlog cannot be known from it.",
                "Semua dari {1} izin sudah terbit{3}: yang ditolak, dicabut, atau belum selesai tidak ada "
                    + "dalam berkas. Lama proses hanya milik yang terbit; ketepatan waktu, penolakan, dan "
                    + "tunggakan tidak dapat diketahui darinya."
            )
        case .malformedIDs:
            (
                "{1} {0?id|ids} of {2} should carry a moment and {0?does|do} not{3}: when {0?it was|they "
                    + "were} submitted is not known.",
                "{1} nomor pada {2} seharusnya memuat waktu tetapi tidak{3}: kapan diajukan tidak "
                    + "diketahui."
            )
        case .calendarDoubts:
            (
                "The days on which work was done and the calendar disagree on {1} {0?day|days}{3}: "
                    + "holidays may be missing, and deadlines then lie too early.",
                "Hari kerja yang tampak pada data dan kalender berbeda pada {1} hari{3}: hari libur "
                    + "mungkin belum lengkap, sehingga tenggat terlalu awal."
            )
        case .leftOut:
            (
                "The format held things that were left out{3}: {1}.",
                "Format berkas memuat hal yang tidak dibaca{3}: {1}."
            )
        }
    }
}
