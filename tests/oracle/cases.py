#!/usr/bin/env python3
"""Whether the second implementation gives what was worked out by hand: python3 tests/oracle/cases.py. Exit code 1 if not."""
import json, sys
from datetime import date
from pathlib import Path

from evidence import Unsettled
from verdict import verdict

FIXTURES = Path(__file__).parent.parent / "fixtures"
ENDS = ["nominal", "lo", "hi"]
# Paths of the JSON of planfact and the numbers here; others are not worked out here.
PLACES = {"pace.ratio": ("R", None), "pace.line": ("line", None), "pace.carried.value.nominal": ("carried", 0), "pace.carried.attainment": ("carried", 1),
          "projection.at_deadline.nominal": ("projection", None), "gap.nominal": ("gap", None), "attainment.nominal": ("attainment", None), "attainment": ("attainment", None),
          "eta.year": ("eta", None), "change.made.nominal": ("made", None), "change.promised.nominal": ("promised", None),
          "difference.gap.nominal": ("difference", 0), "difference.percent.nominal": ("difference", 1)}
PLACES |= {f"{path}.{end}": (name, k) for path, name in [("pace.ratio", "R"), ("baseline.value", "baseline"), ("actual", "actual")] for k, end in enumerate(ENDS)}


def wrong(row, found):
    for field in ("status", "between"):
        if field in row and row[field] != found.get(field):
            yield f"{field} {found.get(field)} instead of {row[field]}"
    for badge in row.get("badges", []):
        if badge not in found.get("badges", set()):
            yield f"no badge {badge}"
    for path, right in row.get("checks", {}).items():
        name, place = PLACES.get(path, (None, None))
        if name not in found:
            continue
        seen = found[name]
        seen = seen[place] if seen is not None and place is not None else seen
        near = isinstance(right, list) and seen is not None and abs(seen - right[0]) <= right[1]
        if not near and seen != right:
            yield f"{path} {seen} instead of {right}"


def main():
    problems = rows = 0
    for case in json.loads((FIXTURES / "decisions.json").read_text()):
        ds = case["dataset"]
        if isinstance(ds, str):
            ds = json.loads((FIXTURES / ds).read_text())
        for row in case["rows"]:
            rows += 1
            try:
                found = list(wrong(row, verdict(ds, row["target"], date.fromisoformat(row["as_of"]))))
            except Unsettled as reason:
                found = [f"unsettled: {reason}"]
            for what in found:
                problems += 1
                print(f"{case['id']}, {row['target']} on {row['as_of']}: {what}")
    print(f"{problems} differences in {rows} rows")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
