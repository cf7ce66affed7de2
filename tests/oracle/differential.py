#!/usr/bin/env python3
"""Compares the verdicts of planfact on random datasets with those of an independent implementation of the documents.

    python3 tests/oracle/differential.py --count 10000 --seed 1 --planfact target/release/planfact

Prints each difference with its seed and the smallest dataset that still shows it; exit code 1 if there is any. `--old` leaves
out the newer fields of the format, `--show N` limits the differences printed of each class, `--seed S --count 1` repeats one.
"""
import argparse, collections, json, math, multiprocessing, os, subprocess, sys, tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from evidence import Unsettled
from generate import Maker
from verdict import verdict

TOLERANCE = 1e-8                     # twelve digits are printed


def near(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b)) or abs(a - b) <= 1e-12


def ends(quantity):
    return None if quantity is None else (quantity["nominal"], quantity["lo"], quantity["hi"])


def at(told, path):
    for name in path.split("."):
        told = told.get(name) if told is not None else None
    return told


def differences(right, told):
    """[(field, here, planfact)]"""
    found = []

    def check(field, here, there):
        same = all(near(a, b) for a, b in zip(here, there)) if isinstance(here, tuple) and isinstance(there, tuple) else \
            near(here, there) if isinstance(here, (int, float)) and isinstance(there, (int, float)) else here == there
        if not same:
            found.append((field, here, there))
    check("status", right["status"], told["status"])
    if right["status"] == "undetermined" and right.get("between"):
        check("between", right["between"], told.get("between"))
    if found:
        return found                                                  # the rest only follows
    badges = set(told["badges"])
    for badge in right.get("badges", set()) - badges:
        found.append((f"badge {badge}", True, False))
    for badge in right.get("against", set()) & badges:
        found.append((f"badge {badge}", False, True))
    finite = lambda x: None if x is None or not math.isfinite(x) else x
    clean = lambda v: tuple(finite(x) for x in v) if isinstance(v, tuple) else finite(v) if isinstance(v, float) else v
    paced = right.get("kind") == "open" and right["status"] in ("on_track", "behind", "at_risk", "undetermined") and "FY" not in right and "reason" not in right
    for field, path in [("baseline", "baseline.value"), ("actual", "actual"), ("R", "pace.ratio")]:
        if field in right:
            here, there = clean(right[field]), ends(at(told, path))
            if field == "R" and not paced and (here is None or there is None):
                continue
            check(field, here, there)
    if right.get("R_open") and at(told, "pace.ratio"):
        check("R.lo", None, at(told, "pace.ratio.lo"))
    if right.get("R") and at(told, "pace") and "line" in right:
        check("line", right["line"], at(told, "pace.line"))
    if "carried" in right and paced:
        c = at(told, "pace.carried")
        check("carried", clean(right["carried"]), None if c is None else (c["value"]["nominal"], c["attainment"]))
    for field, path in [("gap", "gap.nominal"), ("attainment", "attainment.nominal"), ("promised", "change.promised.nominal"), ("made", "change.made.nominal"),
                        ("eta", "eta.year")]:
        if field in right:
            check(field, right[field], at(told, path))
    if right.get("projection") is not None and at(told, "projection"):
        check("projection", right["projection"], at(told, "projection.at_deadline.nominal"))
    if "difference" in right:
        d = told.get("difference") or {}
        pick = lambda name: None if d.get(name) is None else d[name]["nominal"]
        check("difference", right["difference"] or (None, None), (pick("gap"), pick("percent")))
    return found


def signature(found):
    """The fields that differ; of words also how."""
    return {f if f[0] == "status" else f[0] for f in found}


class Runner:
    def __init__(self, planfact):
        self.planfact = planfact
        self.file = tempfile.NamedTemporaryFile("w", suffix=".json", delete=False).name

    def told(self, ds, target, day, write=True):
        """What planfact says, or None with the reason if it refuses the dataset."""
        if write:
            Path(self.file).write_text(json.dumps(ds))
        got = subprocess.run([self.planfact, "explain", target, "--format", "json", "--data", self.file, "--as-of", str(day)], capture_output=True, text=True)
        if got.returncode:
            return None, got.stderr.strip().splitlines()[0] if got.stderr.strip() else f"exit code {got.returncode}"
        return json.loads(got.stdout), None

    def compare(self, ds, target, day, write=True):
        """Differences; None where the documents or the loader leave it."""
        try:
            right = verdict(ds, target, day)
        except Unsettled as reason:
            return None, f"unsettled: {reason}"
        told, refused = self.told(ds, target, day, write)
        return (differences(right, told), None) if told else (None, f"refused: {refused}")

    def smallest(self, ds, target, day, found):
        """Drops what can go while the same fields differ, and a status in the same way."""
        def still(candidate):
            try:
                less, _ = self.compare(candidate, target, day)
            except (KeyError, ValueError, ZeroDivisionError, StopIteration, TypeError, IndexError):
                return False
            return bool(less) and signature(less) == signature(found)
        for name in ("targets", "actuals"):
            place = 0
            while place < len(ds[name]):
                smaller = ds | {name: ds[name][:place] + ds[name][place + 1:]}
                keep = name == "targets" and ds[name][place]["id"] == target
                if not keep and still(smaller):
                    ds = smaller
                else:
                    place += 1
        for record in ("targets", "actuals"):
            for k, one in enumerate(ds[record]):
                for field in ("path", "restates", "quality"):
                    if field in one:
                        smaller = ds | {record: ds[record][:k] + [{f: v for f, v in one.items() if f != field}] + ds[record][k + 1:]}
                        ds = smaller if still(smaller) else ds
        if "through" in ds and still(smaller := {k: v for k, v in ds.items() if k != "through"}):
            ds = smaller
        return ds


def brief(ds):
    """A dataset in few lines, without the dictionaries that are always the same."""
    kinds = {s["id"]: s["kind"] for s in ds["sources"]}
    lines = [json.dumps({k: v for k, v in ds["metrics"][0].items() if k not in ("id", "name", "unit")} | ({"through": ds["through"]} if "through" in ds else {}))]
    for t in ds["targets"]:
        lines.append("  target " + json.dumps({k: v for k, v in t.items() if k not in ("metric", "subject", "sources")}, ensure_ascii=False))
    for a in ds["actuals"]:
        source = "" if len({b["sources"][0] for b in ds["actuals"]}) == 1 else f"  ({kinds[a['sources'][0]]})"
        lines.append("  actual " + json.dumps({k: v for k, v in a.items() if k not in ("metric", "subject", "sources")}, ensure_ascii=False) + source)
    return "\n".join(lines)


def features(ds, target, fields, found):
    t = next(t for t in ds["targets"] if t["id"] == target)
    m = ds["metrics"][0]
    extra = [f for f in ("goal", "base", "path") if f in t] + (["plan"] if t.get("kind") == "plan" else []) + (["less"] if m.get("better") == "less" else [])
    due = "undated" if "due" not in t else "year" if len(t["due"]) == 4 else "other"
    values = f"{found[0][1]} -> {found[0][2]}" if found[0][0] in ("status", "between") else ""
    return f"{m['kind']} due {due} {' '.join(extra)}: {', '.join(sorted(fields))} {values}"


def look_at(job):
    seed, options = job
    runner = look_at.runner = getattr(look_at, "runner", None) or Runner(options.planfact)
    maker = Maker(seed, options.old)
    ds, tally, results = maker.make(), collections.Counter(), []
    if ds is None:
        return seed, tally, results
    fresh = True
    for t in ds["targets"]:
        for day in maker.days(t):
            try:
                found, reason = runner.compare(ds, t["id"], day, fresh)
            except Exception as error:
                tally[f"crash: {error!r}"] += 1
                results.append((f"crash {error!r}", t["id"], str(day), None, brief(ds)))
                continue
            fresh = fresh and reason is not None and reason.startswith("unsettled")
            tally[reason.split(" --> ")[0] if reason else "compared"] += 1
            if reason and reason.startswith("refused"):
                return seed, tally, results
            if found:
                fields = {f[0] for f in found}
                key = features(ds, t["id"], fields, found)
                small = runner.smallest(ds, t["id"], day, found) if options.shrink else ds
                fresh = True
                found = runner.compare(small, t["id"], day)[0] or found
                results.append((key, t["id"], str(day), found, brief(small)))
    return seed, tally, results


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=10000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--planfact", default="target/release/planfact")
    options.add_argument("--old", action="store_true")
    options.add_argument("--show", type=int, default=2)
    options.add_argument("--no-shrink", dest="shrink", action="store_false")
    options = options.parse_args()
    tally, shown, total = collections.Counter(), collections.Counter(), 0
    with multiprocessing.Pool(2) as pool:
        jobs = ((seed, options) for seed in range(options.seed, options.seed + options.count))
        for seed, counts, results in pool.imap_unordered(look_at, jobs, chunksize=8):
            tally.update(counts)
            for key, target, day, found, text in results:
                total += 1
                shown[key] += 1
                if shown[key] <= options.show:
                    print(f"seed {seed}, {target} on {day} [{key}]")
                    for field, here, there in found or []:
                        print(f"    {field}: here {here}, planfact {there}")
                    print("   ", text.replace("\n", "\n    "), flush=True)
    print("\n".join(f"{n:7} {what}" for what, n in tally.most_common()))
    if shown:
        print("classes:\n" + "\n".join(f"{n:7} {key}" for key, n in shown.most_common()))
    print(f"{total} differences")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
