"""Compares how workbooks are read with how openpyxl reads them, cell by cell.

    python compare_workbook.py FOLDER [SEEDS]

Makes SEEDS random workbooks with openpyxl and with XlsxWriter in FOLDER (none for 0: it then takes those that are there),
has the test "A folder of workbooks" read them all, and prints the first cells that differ.

Two things are left out because openpyxl reads them in another way: escapes such as _x0041_, which it does not undo, and
negative numbers in the style of a date, which spreadsheets do not show as dates.
"""

import datetime
import os
import random
import subprocess
import sys

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FORMATS = ["General", "0.00", "dd/mm/yyyy", "d-mmm-yy", "yyyy-mm-dd hh:mm:ss", "hh:mm", '"Rp"#,##0', "[$-421]dd mmmm yyyy;@"]
TEXTS = ["a", " b ", "c < d & \"e\"", "Ünï ☃ 𝄞", "12", "", "_x41", "x" * 300, "two\nlines", "2024-01-01"]
TIMED = {"yyyy-mm-dd hh:mm:ss", "hh:mm"}


def moment(draw):
    start = datetime.datetime(1904, 1, 2)
    return start + datetime.timedelta(days=draw.randrange(60_000), milliseconds=draw.choice([0, 1, 43_200_000, draw.randrange(86_400_000)]))


def value(draw):
    return draw.choice([
        lambda: None,
        lambda: draw.choice(TEXTS),
        lambda: draw.randrange(-10**6, 10**6),
        lambda: draw.randrange(10**12, 10**16),
        lambda: draw.random() * 10 ** draw.randrange(-6, 20),
        lambda: draw.random() < 0.5,
        lambda: moment(draw),
        lambda: moment(draw).date(),
        lambda: datetime.time(draw.randrange(24), draw.randrange(60), draw.randrange(60)),
    ])()


def ranges(draw):
    """Merged ranges that do not overlap: at most one in each band of five rows."""
    for band in range(draw.randrange(4)):
        top, left = 1 + band * 5 + draw.randrange(3), 1 + draw.randrange(6)
        yield top, left, top + draw.randrange(3), left + draw.randrange(4)


def make_openpyxl(path, draw):
    book = openpyxl.Workbook()
    if draw.random() < 0.3:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.remove(book.active)
    for number in range(draw.randrange(1, 4)):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in range(1, draw.randrange(2, 25)):
            for column in range(1, draw.randrange(2, 40)):
                content = value(draw)
                if content is None:
                    continue
                cell = sheet.cell(row, column, content)
                if isinstance(content, str) and draw.random() < 0.2 and content:
                    cell.value = CellRichText("r", TextBlock(InlineFont(b=True), content))
                if isinstance(content, (int, float)) and not isinstance(content, bool) and 61 <= content < 2_000_000:
                    cell.number_format = draw.choice(FORMATS)
        for top, left, bottom, right in ranges(draw):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        sheet.row_dimensions[2].hidden = draw.random() < 0.3
        sheet.sheet_state = "hidden" if number and draw.random() < 0.3 else "visible"
    book.save(path)


def make_xlsxwriter(path, draw):
    options = {"constant_memory": draw.random() < 0.5, "date_1904": draw.random() < 0.3, "use_zip64": draw.random() < 0.3}
    book = xlsxwriter.Workbook(path, options)
    formats = {code: book.add_format({"num_format": code}) for code in FORMATS}
    bold = book.add_format({"bold": True})
    for number in range(draw.randrange(1, 4)):
        sheet = book.add_worksheet(f"Sheet {number}")
        for row in range(draw.randrange(1, 25)):
            for column in range(draw.randrange(1, 40)):
                content = value(draw)
                if isinstance(content, bool):
                    sheet.write_boolean(row, column, content)
                elif isinstance(content, (datetime.datetime, datetime.date, datetime.time)):
                    code = "hh:mm" if isinstance(content, datetime.time) else draw.choice(["dd/mm/yyyy", "yyyy-mm-dd hh:mm:ss"])
                    sheet.write_datetime(row, column, content, formats[code])
                elif isinstance(content, str) and content and draw.random() < 0.2:
                    sheet.write_rich_string(row, column, "r", bold, content)
                elif isinstance(content, str):
                    sheet.write_string(row, column, content)
                elif content is not None:
                    sheet.write_number(row, column, content)
    book.close()


def spelled(cell):
    """A cell as the reader writes it; a number is compared as a number."""
    content = cell.value
    if content is None or cell.data_type == "e":
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, datetime.datetime):
        content += datetime.timedelta(microseconds=500)
        milliseconds = content.microsecond // 1000
        code = cell.number_format.lower()
        timed = any(letter in code.replace("[$-421]", "") for letter in "hs")
        if not timed and (content.hour, content.minute, content.second, milliseconds) == (0, 0, 0, 0):
            return content.strftime("%Y-%m-%d")
        return content.strftime("%Y-%m-%d %H:%M:%S") + (f".{milliseconds:03}" if milliseconds else "")
    if isinstance(content, datetime.time):
        milliseconds = content.microsecond // 1000
        return content.strftime("%H:%M:%S") + (f".{milliseconds:03}" if milliseconds else "")
    if isinstance(content, (int, float)):
        return content
    return str(content).replace("\r\n", "\n")


def expected(path):
    """The rows of every sheet with merged values repeated and blank rows left out."""
    book = openpyxl.load_workbook(path, data_only=True, rich_text=False)
    for number, sheet in enumerate(book.worksheets):
        shown = {}
        own = {}
        for row in sheet.iter_rows():
            for cell in row:
                text = spelled(cell)
                if text != "":
                    shown[cell.row, cell.column] = own[cell.row, cell.column] = text
        for area in sheet.merged_cells.ranges:
            text = shown.get((area.min_row, area.min_col), "")
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    if text != "":
                        shown[row, column] = text
        for row in sorted({row for row, _ in own}):
            last = max(column for at, column in shown if at == row)
            yield number, row, [shown.get((row, column), "") for column in range(1, last + 1)]


def same(found, wanted):
    if isinstance(wanted, (int, float)):
        try:
            return "E" not in found.upper() and float(found) == float(wanted) or abs(wanted) >= 1e40 or abs(wanted) < 1e-15
        except ValueError:
            return False
    return found.replace("\r\n", "\n") == wanted


def compare(path):
    with open(path + ".rows", encoding="utf-8", newline="") as file:
        lines = [line.split("\x1f") for line in file.read().split("\x1e")[:-1]]
    wanted = list(expected(path))
    if len(lines) != len(wanted):
        return f"{len(lines)} rows instead of {len(wanted)}", 0
    cells = 0
    for line, (number, row, texts) in zip(lines, wanted):
        if (int(line[0]), int(line[1])) != (number, row) or len(line) - 2 != len(texts):
            return f"sheet {number} row {row}: {line[:4]}, {len(line) - 2} cells instead of {len(texts)}", cells
        for column, (found, text) in enumerate(zip(line[2:], texts)):
            cells += 1
            if not same(found, text):
                return f"sheet {number} row {row} column {column + 1}: {found!r} instead of {text!r}", cells
    return None, cells


def main():
    folder, seeds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    os.makedirs(folder, exist_ok=True)
    for seed in range(seeds):
        make = make_openpyxl if seed % 2 else make_xlsxwriter
        make(os.path.join(folder, f"{seed}.xlsx"), random.Random(seed))
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    command = ["swift", "test", "--skip-build", "--filter", "WorkbookFolderTests"] + os.environ.get("SWIFT_OPTIONS", "").split()
    subprocess.run(command, cwd=root, env={**os.environ, "IZIN_WORKBOOKS": folder}, check=True, stdout=subprocess.DEVNULL)
    faults = cells = books = 0
    for name in sorted(os.listdir(folder)):
        if name.endswith(".xlsx"):
            fault, count = compare(os.path.join(folder, name))
            books, cells = books + 1, cells + count
            if fault:
                faults += 1
                print(f"{name}: {fault}")
    print(f"{books} workbooks, {cells} cells, {faults} workbooks with differences")
    sys.exit(1 if faults or not cells else 0)


if __name__ == "__main__":
    main()
