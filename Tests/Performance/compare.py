#!/usr/bin/env python3
"""Runs Izin and a peer in turn on the same log, and compares time, memory and figures.

    compare.py IZIN PEERS [--python PYTHON] [--rounds N] [--csv FILE]... [--xes FILE]... [--workers 1,2,3,7]

IZIN is a release build of the command, PEERS the folder of the peers' scripts, PYTHON an interpreter that has their
packages. CSV files go to `csv_polars.py`, XES files to `xes_r4pm.py`. Wall time, processor time and peak memory are
those of the whole process, as the kernel accounts them. A machine is never quiet, so the runs alternate and the
ratio of the medians is what counts. Exits 1 where a figure differs, where output depends on the number of workers, or
where Izin is not at least 3 times faster in less than a quarter of the memory.
"""
import argparse
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

MILLISECOND = 0.001 + 1e-9
STATISTICS = ("min", "median", "mean", "p90", "max")


class Run:
    """What one process took and wrote."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=out, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            errors.seek(0)
            self.output = out.read()
            if process.returncode != 0:
                sys.exit(f"{' '.join(command)} ended with {process.returncode}: {errors.read().decode()[-1000:]}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024  # Linux counts kibibytes


def izin_figures(output):
    """The five figures of Izin's report, in the form of the peers."""
    report = json.loads(output)
    transitions = sorted(report["transitions"], key=lambda one: (-one["count"], f"{one['from']} -> {one['to']}"))
    return {
        "cases": report["input"]["cases"],
        "events": report["input"]["events"],
        "turnaround": {name: report["case_duration"][name] for name in STATISTICS},
        "variants": report["variants"]["count"],
        "top_variant": report["variants"]["top"][0]["cases"],
        "sojourn": {
            one["name"]: one["mean_sojourn_seconds"]
            for one in report["activities"] if one["mean_sojourn_seconds"] is not None
        },
        "transitions": {
            f"{one['from']} -> {one['to']}": [one["count"], one["mean_seconds"], one["median_seconds"]]
            for one in transitions[:20]
        },
    }


def near(ours, theirs):
    return ours is not None and theirs is not None and abs(ours - theirs) <= MILLISECOND


def differences(ours, theirs):
    """Every figure on which Izin and the peer differ."""
    for name in ("cases", "events", "variants", "top_variant"):
        if ours[name] != theirs[name]:
            yield f"{name}: izin {ours[name]}, peer {theirs[name]}"
    for name in STATISTICS:
        if not near(ours["turnaround"][name], theirs["turnaround"][name]):
            yield f"turnaround {name}: izin {ours['turnaround'][name]}, peer {theirs['turnaround'][name]}"
    sojourn = {name: value for name, value in theirs["sojourn"].items() if value is not None}
    for name in sorted(set(ours["sojourn"]) | set(sojourn)):
        if not near(ours["sojourn"].get(name), sojourn.get(name)):
            yield f"sojourn of {name}: izin {ours['sojourn'].get(name)}, peer {sojourn.get(name)}"
    for name in theirs["transitions"]:
        mine, other = ours["transitions"].get(name), theirs["transitions"][name]
        if not mine or mine[0] != other[0] or not near(mine[1], other[1]) or not near(mine[2], other[2]):
            yield f"transition {name}: izin {mine}, peer {other}"


def compare(izin, peer, rounds):
    """The runs of both in turn."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(Run(izin))
        theirs.append(Run(peer))
    return ours, theirs


def middle(runs):
    return [statistics.median(getattr(one, name) for one in runs) for name in ("wall", "processor", "memory")]


def row(tool, values, runs):
    spread = f"{min(one.wall for one in runs):.2f}-{max(one.wall for one in runs):.2f}"
    print(f"  {tool:16}{values[0]:9.2f} s wall ({spread}){values[1]:9.2f} s processor{values[2]:9.0f} MiB")


def measure(log, peer, given):
    """Compares on one log; the number of failures."""
    izin = [given.izin, "replay", log, "--format", "json"]
    ours, theirs = compare(izin, [given.python, str(pathlib.Path(given.peers) / peer), log], given.rounds)
    mine, other = middle(ours), middle(theirs)
    print(f"{pathlib.Path(log).name} against {peer}, median of {given.rounds}")
    row("izin", mine, ours)
    row(peer, other, theirs)
    wall, memory = other[0] / mine[0], mine[2] / other[2]
    print(f"  wall {wall:.2f} times faster, processor {other[1] / mine[1]:.2f} times less, memory {memory:.3f} of it")
    failures = int(wall < 3) + int(memory >= 0.25)
    found = list(differences(izin_figures(ours[0].output), json.loads(theirs[0].output)))
    print(f"  {len(found)} figures differ")
    for one in found[:20]:
        print("   ", one)
    failures += len(found) + workers(izin, given.workers)
    sys.stdout.flush()
    return failures


def workers(izin, counts):
    """Whether output is the same bytes for every number of workers: 0, or 1 where it is not."""
    digests = {count: hashlib.sha256(Run([*izin, "--workers", count]).output).hexdigest() for count in counts}
    same = len(set(digests.values())) <= 1
    print(f"  workers {', '.join(counts)}: {'the same bytes' if same else digests}")
    return int(not same)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("izin")
    parser.add_argument("peers")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--csv", action="append", default=[])
    parser.add_argument("--xes", action="append", default=[])
    parser.add_argument("--workers", type=lambda text: text.split(","), default=["1", "2", "3", "7"])
    given = parser.parse_args()
    failures = sum(measure(log, "csv_polars.py", given) for log in given.csv)
    failures += sum(measure(log, "xes_r4pm.py", given) for log in given.xes)
    print("all as asked" if failures == 0 else f"{failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
