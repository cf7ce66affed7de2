"""The verdict of a target on a day, written from analytics.md (sections 1 to 4 and 10) and decisions.md alone."""
import math
from datetime import date, timedelta

from evidence import Evidence, Unsettled
from figures import DAY
from formulas import O, damped_end, same
from goals import judge_hold, judge_not_judged, judge_plan, judge_within
from milestones import judge_milestone
from sums import judge_sum
from target import Target, as_date

INF = math.inf
ORDER = ["on_track", "behind", "at_risk"]
PACED = {"on_track", "behind", "at_risk", "undetermined"}


def verdict(ds, target_id, day):
    """{status, between, badges, numbers}: numbers of which nothing is said are left out; "unsettled" names what is in doubt."""
    record = next(t for t in ds["targets"] if t["id"] == target_id)
    if as_date(record["said"]) > day:
        return {"status": "not_said"}
    out = judge(Target(ds, record, day))
    if "badges" in out:                                               # does it hang on how "about" is read?
        # How late it was met is part of the answer.
        met = ("met_early", "met_late")
        answer = lambda o: (o["status"], o.get("between"), o.get("when", o.get("eta")) if o["status"] in met else None)
        told = answer(out)
        try:
            others = [judge(Target(ds, record, day, t)) for t in (0.025, 0.10)]
        except Unsettled:
            return out
        differs = any(answer(o) != told for o in others)
        out["badges" if differs else "against"].add("about")
    return out


def judge(t):
    if not t.judged:
        return judge_not_judged(t)
    if t.kind == "milestone":
        return judge_milestone(t)
    if "base" in t.record and t.base is None:
        return {"status": "no_data"}
    if t.unquantified:
        return {"status": "unquantified"}
    if not t.dated and t.plan:
        return {"status": "not_dated"}
    if not t.dated and t.goal != "reach":
        raise Unsettled("a goal without a due date")
    if t.goal == "within":
        return judge_within(t)
    if t.goal == "hold":
        return judge_hold(t)
    if not t.dated:
        return undated(t)
    if t.plan:
        return judge_plan(t, final_year)
    if t.kind == "cumulative":
        return judge_sum(t)
    e = Evidence(t)
    out = closed(t, e) if t.day > t.last else opened(t, e)
    base = e.baseline()
    out.setdefault("baseline", base and (base.nominal, *((base.lo, base.hi) if base.estimated and t.flow else (base.figure.lo, base.figure.hi))))
    return shown(t, out)


def shown(t, out):
    """Attainment and gap of the figure that is shown."""
    figure = out.get("figure")
    if figure is None:
        return out
    out["actual"] = (figure.nominal, figure.lo, figure.hi)
    if t.value is not None and t.value.hedge == "range" or getattr(t, "change_range", False):
        return out                                                    # of which end is not said
    target = t.stated
    out["gap"] = figure.nominal - target
    if not target > 0:
        out["attainment"] = None
    elif not t.less:
        out["attainment"] = figure.nominal / target
    else:
        out["attainment"] = target / figure.nominal if figure.lo >= 0 and figure.nominal > 0 else None
    if t.change is not None:
        b = t.base.nominal
        out["promised"] = t.change
        out["made"] = figure.nominal - b if t.points else (figure.nominal / b - 1) * 100
    return out


def undated(t):
    e = Evidence(t)
    if t.kind == "cumulative" and t.less:
        return {"status": "not_dated"}                                # what is used can only grow
    reached = [f for f in e.full() if f.answer == "yes"]
    if any(f.answer != "yes" for f in e.full()) and reached:
        raise Unsettled("undated, reached and not held")
    return {"status": "met" if reached else "not_dated"}


def unbroken(full):
    """The first of the run that reached it and was never broken since."""
    first = None
    for f in full:
        first = (first or f) if f.answer == "yes" else None
    return first


# ---------------------------------------------------------------- closed
def window_figure(t, e):
    """The figure of the due window, with its answer."""
    if t.flow:
        figure = t.now.get(t.first, t.last)
        if figure:
            return figure, t.answer(figure)
        part = e.deciding_part(t.first, t.last, since_statement=not t.less)
        return (part.figure, part.answer) if part else (None, None)
    figure = level_figure(t)
    # A value that ended before the window did and by the day of the statement is no outcome.
    if figure is None or not (figure.last > t.said or figure.last >= t.last):
        return None, None
    return figure, t.answer(figure)


def due_year_start(t):
    """From here on a level counts for its due day or period: the due year."""
    return min(t.first, date(t.last.year, 1, 1))


def level_figure(t):
    """The newest level of the due year by the due day; of shares the due period itself, a day, a part that reaches it, the year."""
    start, spans = due_year_start(t), t.now.spans
    ending = sorted(((b, a, f) for (a, b), f in spans.items() if start <= b <= t.last), key=lambda s: s[:2])
    if t.kind == "stock":
        return ending[-1][2] if ending else None
    if found := t.now.get(t.first, t.last):
        return found
    inside = [f for b, a, f in ending if a >= start and (a == b or t.answer(f) == "yes")]
    return inside[-1] if inside else t.now.get(date(t.last.year, 1, 1), date(t.last.year, 12, 31))


def closed(t, e):
    full = e.full()
    figure, answer = window_figure(t, e)
    start = t.first if t.flow else due_year_start(t)
    early = [f for f in full if f.last < start]
    late = next((f for f in full if f.first > t.last and f.answer == "yes"), None)
    if t.part_window:
        late = next((f for f in later_windows(t) if f.answer == "yes"), None)
    run, out = unbroken(early), {"badges": set(), "against": set(), "kind": "closed"}
    days = (min(t.day, t.through) - t.last).days
    before = figure is not None and t.is_contested(figure)
    if before:
        out.update(status="contested", figure=figure)
    elif answer == "yes":
        first = run or figure
        out.update(status="met_early" if run else "met", figure=figure, eta=first.last.year)
        if run and run.last >= t.first:
            raise Unsettled("reached earlier in the due year itself")
    elif answer == "undetermined":
        out.update(status="undetermined", between=["met", "met_late" if late else "missed"], figure=figure)
    elif answer == "no":
        out.update(status="met_late" if late else "missed", figure=figure)
        if late:
            out["eta"] = late.last.year
            if t.part_window:
                out["when"] = late.last                               # counted in months, not in years
    elif run:
        out.update(status="met_early", figure=run.figure, eta=run.last.year)
    elif late:
        out.update(status="undetermined", between=["met", "met_late"])
    else:
        out.update(status="awaiting_data" if days <= O.GRACE else "no_data")
    newest = answer if answer else (early[-1].answer if early else None)
    reached = any(f.answer == "yes" for f in early)
    (out["badges"] if reached and newest == "no" else out["against"]).add("not_held")
    if figure is not None and figure.contested and out["status"] not in ("contested", "undetermined"):
        out["badges"].add("sources_differ")
    base, points = e.baseline(), e.points(t.last)
    if base:
        pace(t, out, base, [p for p in points if p.t > base.t and not p.known_then], None)
    return out


def later_windows(t):
    """Of a due part of a year: any later window of the same length."""
    from evidence import Full
    months = (t.last.year - t.first.year) * 12 + t.last.month - t.first.month + 1
    found = []
    for (a, b), f in t.now.spans.items():
        if a > t.last and a.day == 1 and (b.year - a.year) * 12 + b.month - a.month + 1 == months:
            found.append(Full(0, a, b, t.answer(f), f))
    return sorted(found, key=lambda f: f.last)


# ---------------------------------------------------------------- open
def final_year(t, e):
    """The running due year by its part, annualised: (point, out of reach, PA), or None. A part that was known at the statement is not."""
    if not t.flow or t.part_window:
        return None
    point = e.annualised(t.now, (t.first, t.last), 2)
    if point is None or t.at_statement.get(point.figure.first, point.figure.last) is not None:
        return None
    best = (point.lo, INF) if t.less else (-INF, point.hi)
    out_of_reach = t.compare(*best) == "no"
    theta = t.theta
    if theta <= 0:
        pa = None
    elif t.less:
        pa = theta / point.nominal if point.nominal > 0 else INF
    else:
        pa = point.nominal / theta
    return point, out_of_reach, pa


def opened(t, e):
    out = {"badges": set(), "against": set(), "kind": "open"}
    full = e.full()
    base, points = e.baseline(), e.points(t.last)
    running = [f for f in full if f.first >= t.first] if t.flow else []
    before = [f for f in full if f not in running]
    over = t.less and t.flow and e.deciding_part(t.first, t.last, since_statement=False)
    run = unbroken(full)
    reached, newest = any(f.answer == "yes" for f in full), full[-1].answer if full else None
    (out["badges"] if reached and newest == "no" else out["against"]).add("not_held")
    if over:
        return out | {"status": "at_risk", "reason": "cannot be unmade"}
    if t.flow and running and running[-1].answer == "yes":
        return out | {"status": "met_early", "eta": run.last.year, "figure": run.figure}
    if t.rate and (early := part_of_due_year(t, e)):
        first = run or early
        out["badges"].discard("not_held")                             # reached again
        return out | {"status": "met_early", "eta": first.last.year}
    final = final_year(t, e)
    if final and final[1]:
        return out | {"status": "at_risk", "reason": "out of reach", "FY": final[0].nominal}
    if newest == "yes":
        return out | {"status": "met_early", "eta": run.last.year, "figure": run.figure}
    if final:
        out["FY"] = final[0].nominal
        if base is None:
            return out | {"status": "not_yet_due"}
        out["badges"].add("est")
        if final[2] is None:
            raise Unsettled("a final year without PA")
        if final[0].figure.plain_clash:
            raise Unsettled("plain numbers that agree only by rounding")
        out["projection"] = final[0].nominal
        return out | {"status": "on_track" if final[2] == INF else O.band(final[2], O.PA_ON, O.PA_BEHIND)}
    since = [p for p in points if base and p.t > base.t and not p.known_then]
    if not since:
        return out | {"status": "not_yet_due", "R": None}
    newest = since[-1]
    gone = (newest.t - base.t) / (t.deadline - base.t) if t.deadline > base.t else 1.0
    if gone < O.EARLY and not same(gone, O.EARLY):
        return out | {"status": "not_yet_due"}
    return pace(t, out, base, since, points)


def part_of_due_year(t, e):
    """A share of a part of the due year that certainly reaches it, where the year itself is not known."""
    if t.due_form == "day" or t.now.get(t.first, t.last):
        return None
    for (a, b), f in t.now.spans.items():
        if a >= t.first and b <= t.last and a != b and b > t.said and t.answer(f) == "yes":
            return f
    return None


def pace(t, out, base, since, points):
    """Status, R and the carried pace; only the numbers where `points` is None (a closed window)."""
    if not since:
        return out
    newest = since[-1]
    if any(p.figure.plain_clash for p in (base, newest)):
        raise Unsettled("plain numbers that agree only by rounding")
    decide = points is not None
    if decide and not newest.estimated:
        out["figure"] = newest.figure
    satisfies = t.compare(base.lo, base.hi, strict=False)
    if same(base.nominal, t.stated):                                  # no gap of which R could be a part
        satisfies = "yes"
    stock, path = t.kind == "stock", t.record.get("path")
    lowest = min(base.lo, base.nominal, base.hi)
    if stock and not path and base.lo != base.hi and O.roll_out(base.lo, t.stated) != O.roll_out(base.hi, t.stated):
        raise Unsettled("a roll-out at one end of its baseline alone")
    line = O.line_kind(base.nominal if lowest > 0 else lowest, t.stated, path, t.rate, stock)
    if satisfies == "yes":
        if not decide:
            out["R"] = None
            return out
        out["R"] = None
        now = t.compare(newest.lo, newest.hi)
        if newest.carried_on:
            out["badges"].add("est")
        if now == "no":
            out["badges"].add("reversing")
            return out | {"status": "at_risk"}
        if now == "undetermined":
            return out | {"status": "undetermined", "between": ["on_track", "at_risk"]}
        return out | {"status": "on_track"}
    out["line"] = line
    if decide and (newest.carried_on or base.carried_on):
        out["badges"].add("est")
    span, gone = t.deadline - base.t, newest.t - base.t

    def ratio(y0, y):
        if line == "geometric":
            return (math.log(y / y0) / gone) / (math.log(t.stated / y0) / span)
        return (y - y0) / (t.stated - y0) * span / gone
    bands = [None, None]
    if line == "geometric" and min(newest.lo, newest.nominal) <= 0:
        if not same(newest.lo, newest.hi):
            raise Unsettled("a newest figure on either side of 0 on a geometric line")
        out["R"] = None
        if not t.less:
            out["badges"].add("reversing")
            return out | ({"status": "at_risk"} if decide else {})
        raise Unsettled("less is better, at or below 0, and not met")
    if satisfies == "undetermined":
        far = base.hi if t.less else base.lo
        best = newest.lo if t.less else newest.hi
        top = ratio(far, best)
        bands = [-INF, top]
        out["R_open"] = True
    else:
        corners = [ratio(a, b) for a in (base.lo, base.hi) for b in (newest.lo, newest.hi)]
        out["R"] = (ratio(base.nominal, newest.nominal), min(corners), max(corners))
        bands = [min(corners), max(corners)]
    if not decide:
        return out
    pa = carried(t, out, points, line)
    words = []
    for r in bands:
        given = [O.band(r, O.R_ON, O.R_BEHIND)]
        if pa is not None:
            given.append("on_track" if pa == INF else O.band(pa, O.PA_ON, O.PA_BEHIND))
        words.append(max(given, key=ORDER.index))
    if bands[1] < 0:
        out["badges"].add("reversing")
    elif bands[0] >= 0:
        out["against"].add("reversing")
    worst, best = words
    return out | ({"status": best} if worst == best else {"status": "undetermined", "between": [best, worst]})


def carried(t, out, points, line):
    """PA of the pace of the last five years, where it decides; the damped projection beside it."""
    newest = points[-1]
    begin = O.five_years_before(newest.last)
    window = [p for p in points if p.last >= begin]
    if t.kind in ("growth", "ratio"):
        out["carried"] = out["projection"] = None
        return None
    h, series = t.deadline - newest.t, [(p.t, p.nominal) for p in window]
    ends = t.kind == "share" and t.stated in (0, 100)
    if h > 0:
        shown_at = damped_end(series, h, t.kind, ends)
        if shown_at is not None:
            out["projection"] = shown_at
    if len(series) < 3 or newest.known_then:
        out["carried"] = None
        return None
    if any(p.figure.plain_clash for p in window):
        raise Unsettled("plain numbers that agree only by rounding")
    c = O.carry(series, h, line, (0.0, 100.0) if t.kind == "share" else None, window=99)
    if not c["decides"]:
        out["carried"] = None
        return None
    value, pa = c["value"], None
    if t.theta > 0:
        pa = value / t.theta if not t.less else t.theta / value if value > 0 else INF
    out["carried"] = (value, None if pa in (None, INF) else pa)
    return pa
