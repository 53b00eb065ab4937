#!/usr/bin/env python3
"""Every indicator on permits, recomputed from the table of permits alone.

    izin replay LOG --cases CASES.csv --case-ids as-written --format json --output REPORT.json
    indicators_from_cases.py CASES.csv AS_OF

AS_OF is the report's `as_of`. Needs pandas. `figures_from_cases.py` compares all of a report's figures.
"""
import sys, pandas as pd

t = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
when = lambda column: pd.to_datetime(t[column].replace("", None), utc=True, format="ISO8601")
days, age, returns = (pd.to_numeric(t[c].replace("", None)) for c in ("days", "waiting_days", "returns"))
decided, still_open = t.outcome.isin(["issued", "refused", "deemed", "decided"]), t.outcome.isin(["open", ""])
bound, governed = t.workflow != "", decided & (t.workflow != "")
life = pd.DataFrame({"d": days.fillna(age), "e": decided})[lambda x: x.d >= 0].groupby("d").e.agg(["sum", "size"])
left = (1 - life["sum"] / life["size"][::-1].cumsum()[::-1]).cumprod()          # Kaplan and Meier
print("total_time", {q: next(iter(left[left <= 1 - q + 1e-12].index), "not reached") for q in (0.5, 0.75, 0.9)})
judged = ~t["duty.class"].isin(["", "unmeasured"])
due = judged & (t["duty.class"] != "withdrawn") & (when("duty.due") <= pd.Timestamp(sys.argv[2]))
in_time, online = t["duty.class"] == "on_time", t.online[t.online != ""]
print("on_time", 100 * in_time[due].mean(), 100 * in_time[judged & decided].mean())
print("backlog", still_open.sum(), (t["duty.class"] == "open_late").sum())
print("clearance_rate", 100 * (~still_open).mean(), "online_share", 100 * (online == "true").mean())
print("first_time_right", 100 * (returns[governed] == 0).mean())
print("deemed_share", 100 * (t.silence_recorded[governed] == "true").mean())
print("conformance", 100 * (t.fitting[bound] == "true").mean(), "negative", (decided & (days < 0)).sum())
