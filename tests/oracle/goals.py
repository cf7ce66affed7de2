"""Goals `hold` and `within`, plans, and what is not judged (analytics 1.7)."""
import math
from datetime import date

from evidence import Evidence, Unsettled
from figures import month_end, parse_period
from formulas import O, same
from sums import judge_sum
from target import twelve_months

INF = math.inf
SILENT = lambda t: "awaiting_data" if (min(t.day, t.through) - t.last).days <= O.GRACE else "no_data"


def own_figure(t, e):
    """The figure of the due window itself."""
    if t.flow:
        return t.now.get(t.first, t.last)
    from verdict import level_figure
    figure = level_figure(t)
    return figure if figure and (figure.last > t.said or figure.last >= t.last) else None


def judge_hold(t):
    e, out = Evidence(t), {"badges": set(), "against": set(), "R": None}
    begin = parse_period(t.record["from"])[0] if "from" in t.record else t.said
    counts = lambda a, b: (b > begin if t.kind == "stock" else a >= begin) and b <= t.last
    full = [(b, t.answer(f), f) for a, b, f in e.whole(t.now) if counts(a, b)]
    if t.kind == "stock" and any(b in (begin, t.said) for _, b in t.now.spans):
        raise Unsettled("a state on the day from which it has to hold")
    if t.flow and t.less:
        known = {b for b, _, _ in full}
        for a, b in e.windows(t.now):
            part = e.deciding_part(a, b) if counts(a, b) and b not in known else None
            if part:
                full.append((b, "no", part.figure))
    full.sort(key=lambda f: f[0])
    over = t.day > t.last
    due = own_figure(t, e)
    if t.rate and over and due is None and any(a >= t.first and b <= t.last for a, b in t.now.spans):
        raise Unsettled("hold, closed, of the due year only a part known")
    status, period = O.hold([(b, a) for b, a, _ in full], over, due is not None, (min(t.day, t.through) - t.last).days)
    if over and status.startswith("undetermined") and any(t.is_contested(f) for _, a, f in full if a == "undetermined"):
        out["status"] = "contested"
        return out
    if status == "missed":
        out["figure"] = next(f for b, a, f in full if a == "no")
    elif full:
        unclear = [f for b, a, f in full if a == "undetermined"]
        out["figure"] = unclear[0] if over and unclear else full[-1][2]
    return _told(t, out, status)


def _told(t, out, status):
    from verdict import shown
    if status.startswith("undetermined"):
        out["between"], status = status[13:-1].split("|"), "undetermined"
    out["status"] = status
    return shown(t, out)


def _range(t):
    if t.change is not None:
        (a_lo, a_hi), (b_lo, b_hi) = t.range_ends
        if not same(a_lo, a_hi) or not same(b_lo, b_hi):
            raise Unsettled("a range against an uncertain base")
        return min(a_lo, b_lo), max(a_lo, b_lo)
    return t.value.lo, t.value.hi


def judge_within(t):
    e, out = Evidence(t), {"badges": set(), "against": set(), "R": None, "attainment": None}
    floor, cap = _range(t)
    over = t.day > t.last
    if over:
        figure = own_figure(t, e)
    else:
        after = [f for a, b, f in e.whole(t.now) if b > t.said]
        figure = after[-1] if after else None
    if t.flow:
        whole = t.now.get(t.first, t.last)
        bound = None if whole else t.now.bound(t.first, t.last)
        if bound and bound.decides[0] > cap and not same(bound.decides[0], cap):
            return out | {"status": "missed" if over else "at_risk"}
    if figure is None:
        return out | {"status": SILENT(t) if over else "not_yet_due"}
    found = [O.within(v.decides_lo, v.decides_hi, floor, cap, over)["status"] for v in figure.sources] if figure.contested else []
    got = O.within(figure.decides[0], figure.decides[1], floor, cap, over)
    status = got["status"]
    if found:
        if over and {"met", "missed"} <= set(found):
            return out | {"status": "contested"}
        if len(set(found)) == 1:
            status = found[0]
        elif len({s for s in found if not s.startswith("und")}) == 2 and not over:
            raise Unsettled("sources of an open range disagree")
    g = figure.nominal
    out["gap"] = g - cap if g > cap else g - floor if g < floor else 0.0
    out["actual"] = (g, figure.lo, figure.hi)
    if status.startswith("undetermined"):
        out["between"], status = status[13:-1].split("|"), "undetermined"
    return out | {"status": status}


def judge_not_judged(t):
    out = {"status": "not_judged", "badges": set(), "against": set(), "attainment": None}
    if t.kind in ("milestone", "cumulative") or t.unquantified or not t.dated or t.value is None or t.value.hedge == "range":
        return out
    e = Evidence(t)
    if t.day > t.last or t.plan:
        figure = own_figure(t, e)
        if figure and t.plan and figure.last < t.first:               # the state of an earlier day
            figure = None
    else:
        after = [f for a, b, f in e.whole(t.now) if b > t.said]
        figure = after[-1] if after else None
    planned = t.stated
    if figure is None:
        return out | {"difference": None}
    gap = figure.nominal - planned
    return out | {"difference": (gap, gap / planned * 100 if planned > 0 else None), "gap": gap}


def judge_plan(t, final_year):
    if t.kind == "cumulative":
        out = judge_sum(t)
        word = {"met_early": "met"}.get(out["status"], out["status"])
        if out.get("over") and t.day <= t.last:
            word = "missed"
        # A plan is met in its period, whenever its sum was reached.
        return out | {"status": word} | ({"eta": t.last.year} if word == "met" and t.day > t.last else {})
    e, out = Evidence(t), {"badges": set(), "against": {"not_held"}}
    over = t.day > t.last
    figure = None
    if not t.flow:
        figure = own_figure(t, e) if over else None
        if figure and figure.last < t.first:                          # the state of an earlier day
            figure = None
    else:
        figure = t.now.get(t.first, t.last)
    own = t.answer(figure) if figure else None
    if figure and t.is_contested(figure):
        return out | {"status": "contested"}
    part = None
    if t.flow and figure is None:
        found = e.deciding_part(t.first, t.last, since_statement=not t.less)
        part = found and found.answer
        figure = found and found.figure
    if t.flow and not over and own is None and part is None:
        final = final_year(t, e)
        if final:
            out["badges"].add("est")
            out["projection"] = final[0].nominal
            if final[2] is None:
                raise Unsettled("a final year without PA")
            return out | {"status": O.plan(None, False, 0, None, t.less, final[2], final[1])}
    status = O.plan(own, over, (min(t.day, t.through) - t.last).days, part, t.less)
    if own or part:
        out["figure"] = figure
    return _told(t, out, status)
