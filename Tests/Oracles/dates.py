"""Random dates in every form that Izin reads, with what they mean, written by Python, Babel and openpyxl.

    dates.py OUT COUNT SEED
    IZIN_DATES=OUT swift test --filter StampOracleTests

Each line of OUT is: form, zone, text, and either the microseconds since 1970 UTC and `date` or `time`, or the word
of a fault. The words and patterns of Indonesian are those of the CLDR (Babel), serials those of openpyxl.
"""

import email.utils
import random
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

UTC = timezone.utc
# The zones of Indonesia have today's offset for all time, as Izin documents.
ZONES = {
    "Asia/Jakarta": timezone(timedelta(hours=7)),
    "Asia/Makassar": timezone(timedelta(hours=8)),
    "Asia/Jayapura": timezone(timedelta(hours=9)),
    "Europe/Amsterdam": ZoneInfo("Europe/Amsterdam"),
    "America/New_York": ZoneInfo("America/New_York"),
}
NOTHING = ["", " ", "-", "NULL", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "N/A", "nihil"]


def micros(moment):
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


class Writer:
    def __init__(self, rng):
        self.rng = rng

    def clock(self, t):
        """A time of day in some style, and the time that is left of it."""
        style = self.rng.randrange(8)
        minute, second = t.replace(second=0, microsecond=0), t.replace(microsecond=0)
        if style == 0:
            return t.strftime("%H:%M"), minute
        if style == 1:
            return t.strftime("%H.%M"), minute
        if style == 2:
            return t.strftime("%H.%M.%S"), second
        if style == 3:
            return t.strftime("%I:%M %p"), minute
        if style == 4:
            return f"{t.hour % 12 or 12}:{t:%M:%S}{'am' if t.hour < 12 else 'pm'}", second
        if style == 5:
            return f"{t.hour}:{t:%M}", minute
        if style == 6:
            return t.strftime("%H:%M:%S.%f"), t
        return t.strftime("%H:%M:%S"), second

    def numbers(self, t, order):
        mark = self.rng.choice("//-. ")
        two = self.rng.random() < 0.4 and 1980 <= t.year <= 2079
        year = f"{t:%y}" if two else f"{t.year:04}"
        pad = self.rng.random() < 0.6
        day, month = (f"{t:%d}", f"{t:%m}") if pad else (str(t.day), str(t.month))
        first, second = (day, month) if order == "d" else (month, day)
        return mark.join([first, second, year]), mark

    def words(self, t):
        style = self.rng.randrange(10)
        if style < 3:
            text = format_date(t, ["medium", "long", "full"][style], locale="id")
        elif style < 6:
            text = format_date(t, ["medium", "long", "full"][style - 3], locale=self.rng.choice(["en", "en_GB"]))
        else:
            text = t.strftime(["%d-%b-%Y", "%d %B %Y", "%b %d, %Y", "%d%b%Y"][style - 6])
        change = self.rng.randrange(4)
        return text.upper() if change == 0 else text.lower() if change == 1 else text

    def joint(self, kind):
        return self.rng.choice([" ", " ", ", ", " pukul ", " Pukul "] if kind == "words" else [" ", " ", "  ", ", "])

    def dated(self, text, t, zone, kind="numbers"):
        """A date with a time or without one."""
        if self.rng.random() < 0.3:
            midnight = datetime(t.year, t.month, t.day, tzinfo=zone)
            return text, micros(midnight), "date"
        clock, t = self.clock(t)
        text += self.joint(kind) + clock
        style = self.rng.randrange(8)
        if style == 0:
            word, hours = self.rng.choice([("WIB", 7), ("WITA", 8), ("WIT", 9), ("UTC", 0), ("GMT", 0)])
            return f"{text} {word}", micros(t.replace(tzinfo=timezone(timedelta(hours=hours)))), "time"
        if style == 1:
            hours, minutes = self.rng.randrange(-12, 15), self.rng.choice([0, 0, 30, 45])
            sign = "-" if hours < 0 else "+"
            offset = timezone((timedelta(hours=abs(hours), minutes=minutes)) * (-1 if hours < 0 else 1))
            write = [f"{sign}{abs(hours):02}:{minutes:02}", f"{sign}{abs(hours):02}{minutes:02}"]
            if minutes == 0:
                write.append(f"{sign}{abs(hours):02}")
            return text + self.rng.choice(["", " "]) + self.rng.choice(write), micros(t.replace(tzinfo=offset)), "time"
        return text, micros(t.replace(tzinfo=zone)), "time"

    def line(self):
        rng = self.rng
        name = rng.choice(list(ZONES))
        zone = ZONES[name]
        t = datetime(1900, 1, 3) + timedelta(microseconds=rng.randrange(int(299.9 * 365.2425 * 86400)) * 1_000_000)
        t += timedelta(microseconds=rng.randrange(1_000_000))
        if rng.random() < 0.7:
            t = t.replace(year=rng.randrange(1983, 2064), day=min(t.day, 28))
        form, (text, value, kind) = self.cell(t, zone)
        if rng.random() < 0.1:
            text = rng.choice([" ", "\u00a0", "  "]) + text + rng.choice(["", " "])
        return form, name, text, value, kind

    def cell(self, t, zone):
        rng = self.rng
        choice = rng.randrange(14)
        if choice == 0:
            write = rng.choice(["%Y-%m-%d", "%Y/%m/%d", f"%Y-{t.month}-{t.day}", f"%Y.{t.month:02}.{t.day:02}"])
            return rng.choice(["iso", "auto", "dd/mm/yyyy"]), self.dated(t.strftime(write), t, zone)
        if choice == 1 and t.replace(tzinfo=zone).utcoffset().seconds % 60 == 0:
            return rng.choice(["iso", "auto-mdy"]), (t.replace(tzinfo=zone).isoformat(), micros(t.replace(tzinfo=zone)), "time")
        if choice in (1, 2, 3):
            return rng.choice(["dd/mm/yyyy", "auto-dmy"]), self.dated(self.numbers(t, "d")[0], t, zone)
        if choice == 4:
            return rng.choice(["mm/dd/yyyy", "auto-mdy"]), self.dated(self.numbers(t, "m")[0], t, zone)
        if choice == 5:
            order = rng.choice("dm")
            text, mark = self.numbers(t, order)
            if t.day <= 12 and t.day != t.month and mark != ".":
                return "auto", (text, "ambiguous", "fault")
            if mark == "." and order == "m":
                return "mm/dd/yyyy", self.dated(text, t, zone)
            return "auto", self.dated(text, t, zone)
        if choice in (6, 7):
            return rng.choice(["words", "auto", "auto-dmy"]), self.dated(self.words(t), t, zone, "words")
        if choice == 8:
            # Before 1964 WIB was another offset, which Izin does not know.
            year = max(t.year, 1970)
            aware = t.replace(tzinfo=ZoneInfo("Asia/Jakarta"), year=year, day=min(t.day, 28), microsecond=0)
            style = rng.randrange(4)
            if style == 0:
                return "words", (email.utils.format_datetime(aware), micros(aware), "time")
            length = ["medium", "long", "full"][style - 1]
            text = format_datetime(aware, length, locale=rng.choice(["id", "en"]))
            # The medium length names no zone: it is read in the column's.
            meant = aware if length != "medium" else aware.replace(tzinfo=zone)
            return rng.choice(["words", "auto"]), (text, micros(meant), "time")
        if choice == 9:
            day = date(1983, 1, 1) + timedelta(days=rng.randrange(29_000))
            t = datetime(day.year, day.month, day.day, t.hour, t.minute, t.second)
            form, epoch = ("serial1904", CALENDAR_MAC_1904) if rng.random() < 0.3 else (rng.choice(["serial", "auto"]), None)
            serial = to_excel(t, epoch) if epoch else to_excel(t)
            if rng.random() < 0.4:
                midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
                return form, (rng.choice(["%d", "%d.0"]) % int(serial), micros(midnight), "date")
            if int(serial) == serial:
                return "iso", (t.isoformat(), micros(t.replace(tzinfo=zone)), "time")
            text = repr(serial) if rng.random() < 0.8 else repr(serial).replace(".", ",")
            return form, (text, micros(t.replace(tzinfo=zone)), "time")
        if choice == 10:
            moment = micros(t.replace(tzinfo=UTC, microsecond=0))
            big = 1_000_000_000_000_000
            if rng.random() < 0.5:
                form = rng.choice(["epoch_s", "auto"]) if big <= moment < 4_102_444_800_000_000 else "epoch_s"
                return form, (rng.choice(["%d", "%d.0"]) % (moment // 1_000_000), moment, "time")
            extra = rng.randrange(1000)
            form = rng.choice(["epoch_ms", "auto"]) if big <= moment < 4_102_444_800_000_000 else "epoch_ms"
            return form, (str(moment // 1000 + extra), moment + extra * 1000, "time")
        if choice == 11:
            t = t.replace(microsecond=0)
            write = rng.choice(["%Y%m%d%H%M%S", "%Y%m%dT%H%M%S", "%Y%m%d %H:%M:%S", "%Y%m%d"])
            form = rng.choice(["yyyymmdd", "auto"])
            if write == "%Y%m%d":
                return form, (t.strftime(write), micros(datetime(t.year, t.month, t.day, tzinfo=zone)), "date")
            return form, (t.strftime(write), micros(t.replace(tzinfo=zone)), "time")
        if choice == 12:
            t = t.replace(microsecond=0)
            text = f"I-{t:%Y%m%d%H%M%S}{rng.randrange(10**7):07}"
            return "'I-'yyyymmddHHMMSS*", (text, micros(t.replace(tzinfo=zone)), "time")
        return self.fault(t)

    def fault(self, t):
        """Dates that do not exist, lie outside 1900-2199, or are words for nothing."""
        rng = self.rng
        form = rng.choice(["iso", "dd/mm/yyyy", "mm/dd/yyyy"])
        if rng.random() < 0.2:
            return rng.choice([form, "auto", "serial", "words"]), (rng.choice(NOTHING), "empty", "fault")
        while True:
            year, month, day = rng.randrange(1850, 2260), rng.randrange(0, 14), rng.randrange(0, 33)
            reason = None
            if not 1900 <= year <= 2199:
                reason = "out_of_range"
            else:
                try:
                    date(year, month, day)
                except ValueError:
                    reason = "no_such_date"
            if reason:
                break
        parts = {"iso": f"{year}-{month:02}-{day:02}", "dd/mm/yyyy": f"{day}/{month}/{year}", "mm/dd/yyyy": f"{month}/{day}/{year}"}
        return form, (parts[form] + rng.choice(["", " 09:30"]), reason, "fault")


def main():
    out, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    writer = Writer(random.Random(seed))
    with open(out, "w", encoding="utf-8") as file:
        for _ in range(count):
            file.write("\t".join(map(str, writer.line())) + "\n")


main()
