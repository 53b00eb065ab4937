#!/usr/bin/env python3
"""Reads every file of SHARED/logs with Izin, checks what can be counted otherwise, and writes a table.

    read_everything.py IZIN SHARED [--page ../../Sources/izin/Izin.docc/ShippedProfiles.md]

Rows must be used, rejected or ignored, each once. Rows of CSV and of events in XES are counted here too, with the csv
module and by their tags. With --page the table is put between the
marks of that page. Exits 1 on a difference.
"""
import argparse
import csv
import gzip
import io
import json
import pathlib
import re
import subprocess
import sys

START, END = "<!-- what was read: begin -->", "<!-- what was read: end -->"


def plain(path):
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def counted(path):
    """The rows of a table or the events of an XES file, counted without Izin; nothing for other formats."""
    name = path.name.removesuffix(".gz")
    if name.endswith(".xes"):
        return len(re.findall(rb"<event[\s>/]", plain(path)))
    if name.endswith(".csv"):
        csv.field_size_limit(1 << 30)
        text = plain(path).decode("utf-8-sig")
        first = text.splitlines()[0]
        delimiter = max(",;\t", key=first.count)
        return sum(1 for row in csv.reader(io.StringIO(text, newline=None), delimiter=delimiter)) - 1
    return None


def read(izin, path):
    #: The example of OCEL 2.0 has four types of objects; one of them is what a permit is elsewhere.
    options = ["--object-type", "Purchase Order"] if path.name.startswith("ocel20") else []
    done = subprocess.run([izin, "replay", str(path), "--format", "json", *options], capture_output=True, check=False)
    if done.returncode == 0:
        return json.loads(done.stdout), None
    words = done.stderr.decode().strip().splitlines()
    if done.returncode != 2:
        sys.exit(f"{path.name}: ended with {done.returncode}: {words[-1:]}")
    return None, words[-1].replace(str(path), path.name).removeprefix("izin: ") if words else "refused"


def profile_of(report):
    for one in report["assumptions"]:
        found = re.search(r'profile "?([\w-]+)"?', one["text"])
        if found and "profile" in one["id"]:
            return f"`{found[1]}`"
    return ""


def row_of(path, report, refusal, differences):
    if refusal:
        return f"| {path.name} | | | | | | | refused: {refusal.replace('|', '/')} |"
    given = report["input"]
    rows = given["rows"]
    if rows != given["used"] + given["rejected"] + given["ignored"]:
        differences.append(f"{path.name}: {rows} rows are not used, rejected or ignored")
    other = counted(path)
    if other is not None and other != rows:
        differences.append(f"{path.name}: {rows} rows, counted otherwise {other}")
    findings = sorted({one["kind"] for one in report["warnings"]})
    return (
        f"| {path.name} | {profile_of(report)} | {rows:,} | {given['used']:,} | {given['rejected']:,} | "
        f"{given['events']:,} | {given['cases']:,} | {', '.join(findings)} |"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("izin")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--page", type=pathlib.Path)
    chosen = parser.parse_args()
    izin = str(pathlib.Path(chosen.izin).resolve())
    differences = []
    table = [
        "| file | profile | rows | used | rejected | events | permits | findings |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    for path in sorted((chosen.shared / "logs").iterdir()):
        if path.suffix == ".md":
            continue
        table.append(row_of(path, *read(izin, path), differences))
        print(table[-1], flush=True)
    if chosen.page:
        text = chosen.page.read_text()
        section = f"{START}\n\n" + "\n".join(table) + f"\n\n{END}"
        if START in text:
            text = text[: text.index(START)] + section + text[text.index(END) + len(END):]
        else:
            text = text.rstrip() + "\n\n## What was read\n\nThe public logs of the project's checks, read by `izin replay FILE`.\n\n" + section + "\n"
        chosen.page.write_text(text)
    for one in differences:
        print("!", one)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
