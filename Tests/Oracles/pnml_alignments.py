#!/usr/bin/env python3
"""Fitting cases by pm4py's alignments on the net that `izin draw` writes, against `conformance.fitting`.

    pnml_alignments.py IZIN RECEIPT.csv [--pnml NET.pnml]

Draws `receipt-phase` with a silent end from every state and the log's own activity names, aligns each variant once,
and counts the cases whose alignment needs neither a move in the log alone nor a visible move in the model alone.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import pandas
import pm4py
from pm4py.algo.conformance.alignments.petri_net import algorithm as alignments

DRAW = ["draw", "receipt-phase", "--to", "pnml", "--silent-ends", "--profile", "receipt"]


def output(command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout


def variants(path):
    """Sequences of activities and their numbers of cases, events ordered by (time, file order)."""
    rows = pandas.read_csv(path, dtype=str)
    rows["when"] = pandas.to_datetime(rows["time:timestamp"], utc=True, format="ISO8601")
    rows = rows.sort_values("when", kind="stable")
    return rows.groupby("case:concept:name")["concept:name"].agg(tuple).value_counts()


def net_of(path):
    """The net, its initial marking, and a final marking of the only place without an arc out."""
    net, initial, final = pm4py.read_pnml(str(path))
    sinks = [place for place in net.places if not place.out_arcs]
    if len(sinks) != 1:
        sys.exit(f"expected one final place, found {sorted(place.name for place in sinks)}")
    if not final or set(final) != set(sinks):
        final = pm4py.objects.petri_net.obj.Marking({sinks[0]: 1})
    return net, initial, final


def fits(moves):
    """Whether every move is in log and model alike, or silent."""
    return all(log != ">>" and model != ">>" or (log == ">>" and model is None) for log, model in moves)


def aligned(net, initial, final, counted):
    """(fitting variants, fitting cases)"""
    log = pandas.DataFrame(
        [
            {"case:concept:name": f"{index:06}", "concept:name": name, "time:timestamp": pandas.Timestamp(step, unit="s", tz="UTC")}
            for index, sequence in enumerate(counted.index)
            for step, name in enumerate(sequence)
        ]
    )
    found = alignments.apply(log, net, initial, final)
    fitting = [index for index, one in enumerate(found) if fits(one["alignment"])]
    return len(fitting), int(sum(counted.iloc[index] for index in fitting))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("izin")
    parser.add_argument("log")
    parser.add_argument("--pnml")
    given = parser.parse_args()
    counted = variants(given.log)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "net.pnml"
        path.write_bytes(pathlib.Path(given.pnml).read_bytes() if given.pnml else output([given.izin, *DRAW]))
        net, initial, final = net_of(path)
    labels = {one.label for one in net.transitions if one.label}
    strangers = {name for sequence in counted.index for name in sequence} - labels
    sequences, cases = aligned(net, initial, final, counted)
    print(f"net: {len(net.places)} places, {len(net.transitions)} transitions, {len(labels)} labels")
    print(f"activities of the log without a transition: {sorted(strangers)}")
    print(f"pm4py: {sequences} of {len(counted)} variants fit, {cases} of {int(counted.sum())} cases")
    report = json.loads(output([given.izin, "replay", given.log, "--format", "json"]))
    print(f"izin: {report['conformance']['fitting']} of {report['conformance']['cases']} cases")
    sys.exit(0 if cases == report["conformance"]["fitting"] else 1)


if __name__ == "__main__":
    main()
