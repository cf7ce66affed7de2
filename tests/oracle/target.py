"""A target: what it asks, of which days, and the answer of a figure (analytics sections 1.6, 1.7, 2)."""
import math, re
from datetime import date, timedelta

from figures import DAY, Fact, Series, parse_period, parse_value, RANK
from formulas import O, same

INF = math.inf


def as_date(text):
    parts = [int(p) for p in str(text).split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    return (date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)) - DAY


def facts_of(ds, metric_id, subject, day, statement, tolerance):
    """The figures of a series that were out by `day`, and the days on which a source said "not yet"."""
    sources = {s["id"]: s for s in ds["sources"]}
    metric = next(m for m in ds["metrics"] if m["id"] == metric_id)
    facts, not_yet, events = [], [], []
    for a in ds["actuals"]:
        if (a["metric"], a["subject"]) != (metric_id, subject):
            continue
        cited = [sources[i] for i in a["sources"]]
        published = as_date(a.get("published") or min(s["published"] for s in cited))
        if published > day:
            continue
        first, last, form = parse_period(a["period"])
        if metric["kind"] == "milestone":
            (not_yet if a.get("value") == "not yet" else events).append((first, last))
            continue
        value = parse_value(a["value"], metric, tolerance)
        own = bool(set(a["sources"]) & set(statement["sources"]))
        early = a.get("quality") == "estimate" and published < last
        if value:
            facts.append(Fact(first, last, form, a["value"], value, cited[0]["publisher"], RANK.index(cited[0]["kind"]), published, own, early))
    return facts, not_yet, events


class Target:
    def __init__(self, ds, record, day, tolerance=O.ABOUT):
        self.ds, self.record, self.day = ds, record, day
        self.metric = next(m for m in ds["metrics"] if m["id"] == record["metric"])
        self.kind = self.metric["kind"]
        self.less = self.metric.get("better") == "less"
        self.goal, self.plan = record.get("goal", "reach"), record.get("kind") == "plan"
        self.judged = self.metric.get("judged", True)
        self.said = as_date(record["said"])
        self.facts, self.not_yet, self.events = facts_of(ds, record["metric"], record["subject"], day, record, tolerance)
        self.flow, self.rate = self.kind == "flow", self.kind in ("share", "growth", "ratio")
        then = lambda f: f.published <= self.said if f.early_estimate else O.known_then(self.said, f.published, f.last, f.own_report)
        self.now = Series(self.facts, self.flow)
        self.at_statement = Series([f for f in self.facts if then(f)], self.flow)
        self.through = as_date(ds["through"]) if "through" in ds else date.max
        self._window()
        self._threshold(tolerance)

    # ------------------------------------------------------------ the days that are meant
    def usual_year_start(self):
        """The month with which the years of the series begin, where all that is known of it is for such years."""
        return self._year(9000, date.min)[0].month

    def _year(self, year, after=None):
        """What a year means for this series on this day, if it is over after a day: of a due year that of the statement."""
        if not (self.flow or self.rate):
            return date(year, 1, 1), date(year, 12, 31)
        spans = [(f.first, f.last) for f in self.facts]
        if self.rate and any(a == b for a, b in spans):
            return date(year, 1, 1), date(year, 12, 31)
        return O.year_meant(year, self.said if after is None else after, spans)

    def _window(self):
        due = self.record.get("due")
        self.dated, self.has_start, self.part_window, self.due_form = due is not None, False, False, None
        self.written_year = False
        if due is None:
            self.first, self.last = None, None
            return
        if ".." in str(due):
            a, b = str(due).split("..")
            self.first, self.last, self.due_form = parse_period(a)[0], parse_period(b)[1], "interval"
        else:
            self.first, self.last, self.due_form = parse_period(due)
        if self.flow and self.due_form in ("interval", "day") and not (self.plan and self.due_form == "day"):
            self.first, self.last, self.due_form = date(self.last.year, 1, 1), date(self.last.year, 12, 31), "year"
        elif self.due_form == "year" and self.kind not in ("milestone", "cumulative"):
            self.written_year = True
            self.first, self.last = self._year(self.last.year)
        self.twelve = twelve_months(self.first, self.last)
        self.fiscal = self.twelve and self.first.month != 1
        self.part_window = self.flow and not self.twelve
        self.has_start = self.kind == "cumulative" and self.due_form not in ("year", "day", "interval")

    def time(self, first, last):
        """Years are their number, twelve months that of the year in which they end, parts of a year in a part-of-year due their year."""
        if twelve_months(first, last) or self.part_window:
            return float(last.year)
        return O.place(last)

    @property
    def deadline(self):
        return self.time(self.first, self.last)

    # ------------------------------------------------------------ what is asked
    def _threshold(self, tolerance):
        self.value, self.theta, self.strict, self.stated, self.base, self.change = None, None, False, None, None, None
        self.theta_lo = self.theta_hi = None
        self.unquantified = False
        if self.kind == "milestone":
            return
        raw = self.record["value"]
        if "base" in self.record:
            return self._change(str(raw), tolerance)
        self.value = parse_value(raw, self.metric, tolerance)
        if self.value is None:
            self.unquantified = True
            return
        v, x = self.value, self.value.nominal
        side = -1 if not self.less else 1
        self.stated = x
        self.theta = x
        if v.hedge == "about":
            self.theta = x + side * tolerance * abs(x)
        elif v.hedge == "every_kth":
            self.theta = x * (1 + side * tolerance)
        elif v.hedge == "nearly" and not self.less:
            self.theta = x - O.NEARLY * abs(x)
        elif v.hedge == "range":
            self.theta = self.stated = v.hi if self.less else v.lo
        self.strict = v.hedge in ("more", "less")
        self.theta_lo = self.theta_hi = self.theta

    def _change(self, raw, tolerance):
        first, last, form = parse_period(self.record["base"])
        base = None
        if form == "year" and (self.flow or self.rate):
            first, last = self._year(last.year, date.min)
        base = self.now.get(first, last)
        if base is None and self.kind in ("stock", "share"):
            states = [f for (a, b), f in self.now.spans.items() if a >= first and b <= last and (self.kind == "stock" or a == b)]
            base = max(states, key=lambda f: f.last, default=None)
        self.points = "pp" in raw
        ends = []
        for part in raw.split(".."):
            m = re.fullmatch(r"(>=|<=|>|<|~|=|)(x|[+-])([\d.]+)(%|pp|)", part)
            size = float(m[3])
            p = (size - 1) * 100 if m[2] == "x" else size * (-1 if m[2] == "-" else 1)
            lenient = p
            if m[1] == "~":
                away = (-1 if not self.less else 1) * tolerance
                lenient = ((size * (1 + away)) - 1) * 100 if m[2] == "x" else p + away * abs(p)
            ends.append((p, lenient))
            self.strict = m[1] in (">", "<")
        self.change = ends[0][0]
        self.base = base
        self.change_range = len(ends) == 2
        if base is None:
            return
        lo, hi = base.pace
        level = (lambda b, p: b + p) if self.points else (lambda b, p: b * (1 + p / 100))
        if not self.points and not lo > 0:
            self.unquantified = True
            return
        p, lenient = ends[0]
        self.stated, self.theta = level(base.nominal, p), level(base.nominal, lenient)
        self.theta_lo, self.theta_hi = level(lo, lenient), level(hi, lenient)
        self.range_ends = [(level(lo, e[0]), level(hi, e[0])) for e in ends]

    # ------------------------------------------------------------ answers
    def compare(self, lo, hi, lo_open=False, hi_open=False, strict=None):
        strict = self.strict if strict is None else strict
        if self.less:
            return O.cmp_between(-hi, -lo, -self.theta_hi, -self.theta_lo, hi_open, strict, lo_open)
        return O.cmp_between(lo, hi, self.theta_lo, self.theta_hi, lo_open, strict, hi_open)

    def answer(self, figure):
        """yes, no or undetermined; of sources that disagree only what all say."""
        if figure.sources:
            each = {self.compare(v.decides_lo, v.decides_hi, v.lo_open, v.hi_open) for v in figure.sources}
            if not figure.contested:                                   # a minor disagreement is judged on the hull
                return self.compare(*figure.decides)
            return each.pop() if len(each) == 1 else "undetermined"
        return self.compare(*figure.decides)

    def is_contested(self, figure):
        if not figure.contested:
            return False
        return {"yes", "no"} <= {self.compare(v.decides_lo, v.decides_hi, v.lo_open, v.hi_open) for v in figure.sources}

    def of_part(self, figure):
        """The answer of a part of a flow for the whole: it is a floor."""
        return self.compare(figure.decides[0], INF, figure.decides[2], True)


def twelve_months(first, last):
    return first.day == 1 and (last + DAY) == date(first.year + 1, first.month, 1)
