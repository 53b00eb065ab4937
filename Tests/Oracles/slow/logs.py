"""Events of a CSV or XES file, read with the standard library alone."""
import csv
import datetime as dt
import gzip
import re
import sys
import xml.etree.ElementTree as tree
import zoneinfo

from .definitions import as_list

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
csv.field_size_limit(sys.maxsize)


class Event:
    """One row: when, what, who, and the other columns."""

    __slots__ = ("case", "activity", "time", "date_only", "resource", "role", "row", "columns")

    def __init__(self, case, activity, time, date_only, row, resource=None, role=None, columns=None):
        self.case, self.activity, self.time, self.date_only = case, activity, time, date_only
        self.resource, self.role, self.row, self.columns = resource, role, row, columns or {}


def microseconds(moment):
    """Microseconds since 1970 UTC of an aware datetime, exactly."""
    return (moment - EPOCH) // dt.timedelta(microseconds=1)


def stamp(text, zone):
    """(microseconds, date only) of an ISO 8601 text; None where it is no stamp."""
    text = (text or "").strip()
    if not text:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            day = dt.date.fromisoformat(text)
            return microseconds(dt.datetime.combine(day, dt.time(0), zone)), True
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return microseconds(moment if moment.tzinfo else moment.replace(tzinfo=zone)), False


def column(profile, role, names):
    """The column of a file that plays a role; None when there is none."""
    for name in as_list(profile.columns.get(role)):
        if name in names:
            return name
    return None


def opened(path):
    return gzip.open(path, "rb") if str(path).endswith(".gz") else open(path, "rb")


def csv_rows(path):
    with opened(path) as raw:
        text = raw.read().decode("utf-8-sig").splitlines(keepends=True)
    yield from csv.DictReader(text)


def xes_rows(path):
    """One dictionary for each event, with the trace's attributes under `case:`."""
    def attributes(node):
        return {one.get("key"): one.get("value") for one in node if one.get("key") and one.get("value") is not None}

    with opened(path) as raw:
        for _, node in tree.iterparse(raw):
            if node.tag.split("}")[-1] != "trace":
                continue
            of_case = {f"case:{key}": value for key, value in attributes(node).items()}
            for event in node:
                if event.tag.split("}")[-1] == "event":
                    yield {**of_case, **attributes(event)}
            node.clear()


def events(path, profile):
    """All rows with a case, an activity and a time, in file order; and the number of rows left out."""
    zone = zoneinfo.ZoneInfo(profile.zone)
    is_xes = ".xes" in str(path)
    kept, rejected = [], 0
    for row, cells in enumerate(xes_rows(path) if is_xes else csv_rows(path)):
        case = (cells.get(column(profile, "case", cells)) or "").strip()
        activity = (cells.get(column(profile, "activity", cells)) or "").strip()
        when = stamp(cells.get(column(profile, "time", cells)), zone)
        if None in cells or not case or not activity or when is None:
            rejected += 1
            continue
        resource = cells.get(column(profile, "resource", cells))
        role = profile.role(cells.get(profile.role_column))
        kept.append(Event(case, activity, when[0], when[1], row, resource, role, cells))
    return kept, rejected


def by_case(rows, zone_name):
    """Events of each case in their order: by time, ties and days with a date-only stamp in file order."""
    zone = zoneinfo.ZoneInfo(zone_name)
    cases = {}
    for event in rows:
        cases.setdefault(event.case, []).append(event)
    for name, mine in cases.items():
        dated = {local_day(one.time, zone) for one in mine if one.date_only}

        def key(one):
            day = local_day(one.time, zone)
            return (day, 0 if day in dated else one.time, one.row)

        mine.sort(key=key)
    return cases


def local_day(time, zone):
    """The civil date of an instant in a zone."""
    return (EPOCH + dt.timedelta(microseconds=time)).astimezone(zone).date()


def day_start(day, zone):
    """Microseconds of the first instant of a local day."""
    return microseconds(dt.datetime.combine(day, dt.time(0), zone))
