#!/usr/bin/env python3
"""Writes the seeds of the fuzzer: make_seeds.py [TARGET...]

Small invented files, one for each thing that a reader has to get right. Seeds named found-* are inputs that the fuzzer
found and that were wrong once; this program leaves them alone.
"""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

SEEDS = Path(__file__).parent / "Seeds"

ROWS = [
    ("P-1", "submit", "2024-01-02T08:00:00+07:00", "Ani"),
    ("P-2", "submit", "2024-01-02T09:30:00.123456+07:00", "Ani"),
    ("P-1", "verify", "2024-01-05T15:00:00Z", "Budi"),
    ("P-1", "issue", "2024-01-09", ""),
    ("P-2", "reject", "2024-01-09 10:00", "Citra"),
]
HEADER = ("case:concept:name", "concept:name", "time:timestamp", "org:resource")


def table(header, rows, delimiter=",", end="\n"):
    return end.join(delimiter.join(row) for row in [header, *rows]).encode() + end.encode()


def csv():
    plain = table(HEADER, ROWS)
    long = ("id", "step", "when", "who", "role", "in", "out", "due", "kind", "size", "name", "x")
    facts = [(*row, "clerk", "2024-01-02", "2024-01-09", "2024-01-20", kind, "12", "Dewi", "y")
             for row, kind in zip(ROWS, ["house", "house", "visit", "", "shop"])]
    yield "plain", plain
    yield "known-names", table(("Case ID", "Activity", "Timestamp", "Resource"), ROWS, ";")
    yield "tabs", table(HEADER, ROWS, "\t")
    yield "pipes", table(HEADER, ROWS, "|")
    yield "return-newline", table(HEADER, ROWS, ",", "\r\n")
    yield "return", table(HEADER, ROWS, ";", "\r")
    yield "no-last-end", plain.rstrip()
    yield "mark", b"\xef\xbb\xbf" + plain
    yield "quoted", table(HEADER, [(f'"{a}"', f'"{b}, ""so""\n{b}"', c, d) for a, b, c, d in ROWS])
    yield "open-quote", plain + b'P-3,"submit,2024-01-02,\nP-3,issue,2024-01-03,Ani\n'
    yield "quote-inside", table(HEADER, [(a, b + '"s', c, d) for a, b, c, d in ROWS])
    yield "short-and-long", plain + b"P-3,submit\nP-3,issue,2024-01-03,Ani,more\n,,,\n"
    yield "blank-lines", b"\n\n" + plain.replace(b"\n", b"\n\n") + b"\n \n"
    yield "bad-times", plain + b"P-3,a,2024-02-30,\nP-3,b,yesterday,\nP-3,c,,\nP-3,d,1799-01-01,\nP-3,e,24:00,\n"
    yield "latin", plain.replace(b"Ani", b"Andr\xe9")
    yield "wide-text", plain.encode("utf-16") if isinstance(plain, str) else plain.decode().encode("utf-16")
    yield "nul", plain.replace(b"Ani", b"A\0i")
    yield "profile", table(long, facts)
    yield "profile-moved", table(long[::-1], [row[::-1] for row in facts], ";")
    yield "long-cell", plain + b"P-4," + b"a" * 5000 + b",2024-01-02,\n" + table(("P-5", "b", "2024-01-02", ""), [])
    yield "repeated", plain + plain[plain.index(b"\n") + 1:]
    yield "two-names", b"Case ID,Case ID,Activity,Activity,Time\nP-1,P-2,a,b,2024-01-02\n"
    yield "only-header", table(HEADER, [])
    yield "changed-delimiter", plain + table(ROWS[0], ROWS[1:], ";")
    wide = ("permit", "applied", "checked", "issued", "officer", "kind", "days", "nib")
    permits = [("1", "2024-01-02", "3 Januari 2024", "05/01/2024", "Ani", "house", "7", "1234567890123"),
               ("2", "2024-01-03 08:00", "04 Feb 2024", "31/01/2024", "", "shop", "x", ""),
               ("3", "", "", "09/01/2024", "", "visit", "", ""), ("4", "2015-01-02", "-", "", "", "", "", ""),
               ("Jumlah", "4", "", "", "", "", "", "")]
    yield "permits", table(wide, permits)
    yield "permits-titled", b"Daftar izin,,,,,,,\nper 2024,,,,,,,\n" + table(wide, [tuple("12345678"), *permits])
    yield "permits-odd-names", table(tuple(f" {name.upper()}. " for name in wide), permits, ";")
    yield "dates-only", table(("case", "event", "date"), [(a, b, c[:10]) for a, b, c, _ in ROWS])


def xes():
    def event(row, more=""):
        _, name, time, who = row
        return (f'<event><string key="concept:name" value="{name}"/><date key="time:timestamp" value="{time}"/>'
                f'<string key="org:resource" value="{who}"/>{more}</event>')

    def trace(name, inside, more=""):
        return f'<trace><string key="concept:name" value="{name}"/>{more}{inside}</trace>'

    one = trace("P-1", "\n".join(event(row) for row in ROWS if row[0] == "P-1"))
    two = trace("P-2", "".join(event(row) for row in ROWS if row[0] == "P-2"), '<string key="channel" value="desk"/>')
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    log = f'<log xes.version="1.0" xmlns="http://www.xes-standard.org/">{{}}</log>\n'
    yield "plain", (head + log.format(one + "\n" + two)).encode()
    yield "no-head", log.format(one).encode()
    yield "globals", (head + log.format(
        '<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>'
        '<global scope="trace"><string key="concept:name" value="none"/></global>'
        '<global scope="event"><string key="concept:name" value="none"/></global>'
        '<classifier name="Activity" keys="concept:name lifecycle:transition"/>' + one)).encode()
    yield "entities", log.format(trace("A &amp; &lt;B&gt; &#233;&#xE9; &quot;&apos;", event(ROWS[0]))).encode()
    yield "bomb", ('<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
                   + log.format(trace("&b;", event(ROWS[0])))).encode()
    yield "comments", log.format("<!-- <event> -->" + trace("P", "<![CDATA[<event/>]]>" + event(ROWS[0])) + "<?pi x?>").encode()
    yield "single-quotes", log.format(one).replace('"', "'").encode()
    yield "lifecycle", log.format(trace("P", "".join(
        event(ROWS[index], f'<string key="lifecycle:transition" value="{state}"/>')
        for index, state in enumerate(["start", "complete", "schedule", "START"])))).encode()
    yield "nested", log.format(trace("P", event(
        ROWS[0], '<list key="l"><values><string key="concept:name" value="inner"/></values></list>'
        '<string key="a" value="b"><int key="c" value="1"/></string><boolean key="x" value="true"/>'))).encode()
    yield "missing", log.format(trace("", "<event/>" + event(("", "", "", "")))
                                + "<trace>" + event(ROWS[0]) + "</trace><event/>").encode()
    yield "cut", log.format(one + two).encode()[:-60]
    yield "crossed", b"<log><trace></event><event></trace></log>"
    yield "prefixed", log.format(one).replace("<event", "<x:event").replace("</event", "</x:event").encode()
    yield "mark", b"\xef\xbb\xbf" + log.format(one).encode()
    yield "latin", b'<?xml version="1.0" encoding="ISO-8859-1"?>' + log.format(one).encode().replace(b"Ani", b"Andr\xe9")
    yield "spread", log.format(one).replace(" ", "\n\t ").replace("/>", "\n/>").encode()
    yield "empty-log", b"<log/>"
    yield "page", b"<html><body>no log</body></html>"


def gz():
    plain = table(HEADER, ROWS)
    log = next(data for name, data in xes() if name == "plain")
    packed = gzip.compress(plain, mtime=0)
    named = packed[:3] + b"\x08" + packed[4:10] + b"city.csv\0" + packed[10:]
    yield "damaged-csv", b"\0" + packed
    yield "damaged-xes", b"\0" + gzip.compress(log, mtime=0)
    yield "named", b"\0" + named
    yield "cut", b"\0" + packed[:-9]
    yield "bad-sum", b"\0" + packed[:-8] + b"\0\0\0\0" + packed[-4:]
    yield "rubbish-behind", b"\0" + packed + b"rubbish"
    yield "empty-member", b"\0" + gzip.compress(b"", mtime=0) + packed
    yield "stored", b"\0" + gzip.compress(plain, compresslevel=0, mtime=0)
    yield "one-member", b"\x01" + plain
    yield "two-members", b"\x03" + plain
    yield "four-members-filled", b"\x87" + plain
    yield "members-of-xes", b"\x05" + log
    yield "not-packed", b"\0" + plain


def dates():
    texts = ["2024-01-02", "2024-01-02T08:00:00+07:00", "2024-01-02 08:00", "2024-02-30", "2024-12-31T23:59:59.999999999Z",
             "2024-01-02T08:00:00+0700", "2024-01-02T08:00:00+07", "02/01/2024", "2/1/24 8:05", "9.3.10 8:05",
             "2 Januari 2024", "17 Agt 2024 08.30", "Jan 2, 2024 3:04 PM", "45293.5", "45293", "1704157200",
             "1704157200000", "20240102080000", "2024/10/03 00:00:00+00", "12/6/10", "1900-01-01", "2199-12-31", ""]
    for number, text in enumerate(texts):
        yield f"{number:02}-auto", bytes([number % 3, 9]) + text.encode()
        yield f"{number:02}", bytes([number % 3, number % 12]) + text.encode()
    for number, text in enumerate(["dd/mm/yyyy|02/01/2024", "yyyymmddHHMM|202401020800", "d.m.yy H:MM|9.3.10 8:05"]):
        yield f"form-{number}", bytes([number, 15]) + text.encode()


def cell(reference, value, kind="", style=""):
    kind = f' t="{kind}"' if kind else ""
    style = f' s="{style}"' if style else ""
    if kind == ' t="inlineStr"':
        return f'<c r="{reference}"{kind}><is><t>{value}</t></is></c>'
    return f'<c r="{reference}"{kind}{style}><v>{value}</v></c>'


def book(rows, merged="", strings="", styles="", second=None, workbook=""):
    """The parts of a workbook in the order of SheetProperty.swift."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    sheets = '<sheet name="A" sheetId="1" r:id="rId1"/>'
    related = f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
    if second is not None:
        sheets += '<sheet name="B" sheetId="2" state="hidden" r:id="rId2"/>'
        related += f'<Relationship Id="rId2" Type="{office}/worksheet" Target="worksheets/sheet2.xml"/>'
    related += f'<Relationship Id="rId3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
    related += f'<Relationship Id="rId4" Type="{office}/styles" Target="styles.xml"/>'

    def sheet(rows):
        return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{merged}</worksheet>'

    parts = [
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        f'<workbook xmlns="{main}" xmlns:r="{office}">{workbook}<sheets>{sheets}</sheets></workbook>',
        f'<Relationships xmlns="{package}">{related}</Relationships>',
        sheet(rows), f'<sst xmlns="{main}">{strings}</sst>', f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    ]
    return [part.encode() for part in parts + ([] if second is None else [sheet(second)])]


def archive(parts):
    names = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
             "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in zip(names, parts):
            file.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def sheets():
    def rows_of(table, first=1, kind="inlineStr"):
        return "".join(
            f'<row r="{number}">' + "".join(cell(f"{chr(65 + at)}{number}", value, kind) for at, value in enumerate(row))
            + "</row>" for number, row in enumerate(table, first))

    known = ("Case ID", "Activity", "Timestamp", "Resource")
    plain = book(rows_of([known, *ROWS]))
    dated = book(
        rows_of([known[:3]]) + "".join(
            f'<row r="{n}">{cell(f"A{n}", 1, "s")}{cell(f"B{n}", 0, "s")}{cell(f"C{n}", 45293 + n / 8, "", "1")}</row>'
            for n in range(2, 6)),
        strings="<si><t>submit</t></si><si><r><t>P-</t></r><r><t>1</t></r></si>",
        styles='<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>'
               '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>')
    merged = book(
        rows_of([("Izin per bulan", "", ""), ("No", "Jenis", ""), ("", "masuk", "keluar"), ("1", "2", "3"), ("1", "IMB", "4"),
                 ("Jumlah", "5", "9")]),
        merged='<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/></mergeCells>')
    odd = book(
        '<row><c><v>1</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c></row>'
        '<row r="9"><c r="XFD9"><v>1.23E+12</v></c></row><row r="1048576"><c r="B1048576" t="s"><v>99</v></c></row>',
        workbook='<workbookPr date1904="1"/>')
    two = book(rows_of([("Isi", "sini")]), second=rows_of([known, *ROWS]))
    for name, parts in (("plain", plain), ("dated", dated), ("merged", merged), ("odd", odd), ("two", two)):
        yield f"parts-{name}", b"\x01" + b"\x1e".join(parts)
        yield f"packed-parts-{name}", b"\x03" + b"\x1e".join(parts)
    whole = archive(plain)
    yield "book", b"\0" + whole
    yield "book-cut", b"\0" + whole[:-30]
    yield "book-moved", b"\0" + b"before" + whole
    yield "book-comment", b"\0" + whole[:-2] + b"\x05\x00hello"
    yield "book-dated", b"\0" + archive(dated)
    yield "archive-empty", b"\0PK\x05\x06" + bytes(18)
    yield "binary", b"\0\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
    page = "<table>" + "".join(
        "<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in [known, *ROWS]) + "</table>"
    yield "page", b"\0" + page.encode()
    yield "page-head", b"\0<html><meta charset=windows-1252><body>" + page.replace("Ani", "Andr\xe9").encode("latin-1")
    yield "page-spans", ("\0<table><tr><th rowspan=2>No<th colspan='2'>Jenis &amp; izin<tr><td>masuk<td>keluar<!-- x -->"
                         "<tr><td>1<td><b>I</b>MB<br>baru<td><table><tr><td>in</table></table>").encode()
    yield "page-script", b"\0<html><script>'<table>'</script><style><td></style>" + page.encode()


def jsonl():
    def lines(*objects):
        return "".join(json.dumps(one) + "\n" for one in objects).encode()

    events = [{"case": a, "activity": b, "timestamp": c, "resource": d} for a, b, c, d in ROWS]
    status = [{"IZINSTATUS": {"nib": "1234567890123", "id_produk": "1", "id_proyek": "R-1", "oss_id": "9", "id_izin": "I-1",
                              "kd_izin": "0", "kd_instansi": "2", "kd_status": code, "tgl_status": time,
                              "nip_status": "n", "nama_status": "Ani", "keterangan": "x", "data_pnbp": []}}
              for code, time in (("10", "2024-01-02 08:00:00"), ("41", "2024-01-03 09:00:00"), ("50", "2024-01-09 10:00:00"))]
    yield "events", lines(*events)
    yield "messages", lines(*status)
    yield "list", json.dumps(events, indent=1).encode()
    yield "joined", b"".join(json.dumps(one).encode() for one in events)
    yield "wrapped", json.dumps({"data": events}).encode()
    yield "nested", lines({"case": "1", "a": {"b": [1, 2.5e3, None, True], "c": {}}}, {"case": "2", "a": {"b": ["x", {"y": 1}]}})
    yield "escapes", b'{"case":"\\u00e9\\ud83d\\ude00\\ud800 \\n","activity":"\\"\\\\","timestamp":"2024-01-02"}\n'
    yield "twice", b'{"case":"1","case":"2","activity":"a","timestamp":"2024-01-02"}\n'
    yield "numbers", lines({"case": 12345678901234567890, "activity": 1e400, "timestamp": 1704157200000})
    yield "broken", lines(events[0]) + b'{"case": "x", \n' + lines(events[1]) + b'{"case": }\n]\n'
    yield "mark", b"\xef\xbb\xbf" + lines(*events)
    yield "blank", b"\n \n" + lines(events[0]) + b"\r\n\n" + lines(events[1])
    yield "latin", lines(*events).replace(b"Ani", b"Andr\xe9")
    yield "deep", b'{"case":' + b"[" * 300 + b"]" * 300 + b"}\n"
    yield "cut", lines(*events)[:-20]


def ocel():
    log = {
        "objectTypes": [{"name": "permit", "attributes": [{"name": "kind", "type": "string"}]},
                        {"name": "plot", "attributes": []}],
        "eventTypes": [{"name": "submit", "attributes": [{"name": "who", "type": "string"}]}, {"name": "issue", "attributes": []}],
        "objects": [
            {"id": "P1", "type": "permit", "attributes": [
                {"name": "kind", "time": "1970-01-01T00:00:00Z", "value": "house"},
                {"name": "kind", "time": "2024-01-03T00:00:00Z", "value": "shop"}],
             "relationships": [{"objectId": "L1", "qualifier": "on"}]},
            {"id": "P2", "type": "permit"}, {"id": "L1", "type": "plot"}],
        "events": [
            {"id": "e1", "type": "submit", "time": "2024-01-02T08:00:00Z", "attributes": [{"name": "who", "value": "Ani"}],
             "relationships": [{"objectId": "P1", "qualifier": "of"}, {"objectId": "L1", "qualifier": ""}]},
            {"id": "e2", "type": "submit", "time": "2024-01-02T09:00:00Z",
             "relationships": [{"objectId": "P2", "qualifier": "of"}, {"objectId": "P1", "qualifier": "with"}]},
            {"id": "e3", "type": "issue", "time": "2024-01-05T08:00:00+07:00",
             "relationships": [{"objectId": "P1", "qualifier": "of"}]}],
    }
    text = json.dumps(log)
    yield "json", text.encode()
    yield "json-spread", json.dumps(log, indent=2).encode()
    yield "json-events-first", json.dumps(dict(reversed(list(log.items())))).encode()
    yield "json-no-objects", json.dumps({**log, "objects": []}).encode()
    yield "json-bad-times", text.replace("2024-01-02T08:00:00Z", "yesterday").encode()
    yield "json-cut", text.encode()[:-40]
    yield "json-twice", text.replace('"e2"', '"e1"').encode()
    yield "json-old", b'{"ocel:global-log":{},"ocel:events":{},"ocel:objects":{}}'
    xml = '<?xml version="1.0" encoding="UTF-8"?><log><object-types>'
    for kind in log["objectTypes"]:
        xml += f'<object-type name="{kind["name"]}"><attributes><attribute name="kind" type="string"/></attributes></object-type>'
    xml += '</object-types><event-types><event-type name="submit"><attributes/></event-type></event-types><objects>'
    for one in log["objects"]:
        values = "".join(f'<attribute name="{a["name"]}" time="{a["time"]}">{a["value"]}</attribute>'
                         for a in one.get("attributes", []))
        links = "".join(f'<relationship object-id="{r["objectId"]}" qualifier="on"/>' for r in one.get("relationships", []))
        xml += f'<object id="{one["id"]}" type="{one["type"]}"><attributes>{values}</attributes><objects>{links}</objects></object>'
    xml += "</objects><events>"
    for one in log["events"]:
        links = "".join(f'<relationship object-id="{r["objectId"]}" qualifier="{r["qualifier"]}"/>' for r in one["relationships"])
        xml += f'<event id="{one["id"]}" type="{one["type"]}" time="{one["time"]}"><attributes/><objects>{links}</objects></event>'
    xml += "</events></log>"
    yield "xml", xml.encode()
    yield "xml-spread", xml.replace("><", ">\n<").encode()
    yield "xml-cut", xml.encode()[:-50]
    yield "xml-entities", xml.replace("house", "h&amp;&#233;<![CDATA[<x>]]>").encode()
    yield "xml-unknown", xml.replace('object-id="L1"', 'object-id="L9"').replace('type="issue"', 'type=""').encode()
    yield "xml-bad-times", xml.replace("2024-01-05T08:00:00+07:00", "").encode()


def main():
    makers = {maker.__name__: maker for maker in (csv, xes, gz, sheets, jsonl, ocel, dates)}
    for name in sys.argv[1:] or makers:
        folder = SEEDS / name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if not old.name.startswith("found-"):
                old.unlink()
        for seed, data in makers[name]():
            (folder / seed).write_bytes(data)


main()
