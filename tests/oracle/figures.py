"""Values, periods and figures as known on a day (analytics sections 1, 2, 3.4, 4.2, 10)."""
import math, re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from formulas import O, same

INF = math.inf
DAY = timedelta(days=1)
RANK = ["statistics", "government", "association", "company", "press", "other"]
SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9}


@dataclass
class Value:
    """A number with what is certain (lo, hi), what is plausible (soft_*) and what decides (a plain number as itself)."""
    nominal: float
    lo: float
    hi: float
    lo_open: bool
    hi_open: bool
    soft_lo: float
    soft_hi: float
    hedge: str
    decides_lo: float = 0.0
    decides_hi: float = 0.0

    def __post_init__(self):
        plain = self.hedge == "plain"
        self.decides_lo, self.decides_hi = (self.nominal,) * 2 if plain else (self.lo, self.hi)


WORDS = [("at least ", ">="), ("не менее ", ">="), ("about ", "~"), ("up to ", "<="), (" million", "m"), (" mln", "m"), (" тысяч", "k"), (" %", "%")]


def spoken(text):
    """The few words of the worked cases as signs; how words are read is not what is compared here."""
    if text.endswith(" мыңнан астам"):
        text = ">" + text.removesuffix(" мыңнан астам") + "k"
    for word, sign in WORDS:
        text = text.replace(word, sign)
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def parse_value(raw, metric, tolerance=O.ABOUT):
    """None: no usable number."""
    text = spoken(str(raw).strip())
    if text in ("?", "not yet"):
        return None
    if ".." in text:
        lo, hi = (float(part) for part in text.split(".."))
        return Value((lo + hi) / 2, lo, hi, False, False, lo, hi, "range")
    if m := re.fullmatch(r"1/(\d+)", text):
        part, band = 100 / int(m[1]), 100 * O.EVERY_KTH
        return Value(part, part - band, part + band, False, False, part - band, part + band, "every_kth")
    m = re.fullmatch(r"(=|~|<~|>=|<=|>|<|)(-?)([\d.]+)(k|m|bn|)%?", text)
    sign, minus, digits, scale = m[1], m[2], m[3], SCALES[m[4]]
    x = float(digits) * scale * (-1 if minus else 1)
    if not sign:
        counts = metric["kind"] in ("flow", "stock", "cumulative") and "currency" not in metric
        sign = "=" if counts and not m[4] and "." not in digits and digits[-1] != "0" else "plain"
    size, unit = abs(x), O.unit_of(digits) * scale
    below = -INF if metric["kind"] == "growth" or x < 0 else 0.0
    soft = min(unit, O.SOFT_CAP * size)
    if sign == "=":
        return Value(x, x, x, False, False, x, x, "exact")
    if sign in ("plain", "~"):
        t = min(unit / 2, O.PLAIN_CAP * size) if sign == "plain" else tolerance * size
        return Value(x, x - t, x + t, False, False, x - t, x + t, "plain" if sign == "plain" else "about")
    if sign == "<~":
        return Value(x, x - O.NEARLY * size, x, False, True, x - O.NEARLY * size, x, "nearly")
    if sign in (">", ">="):
        return Value(x, x, INF, sign == ">", True, x, x + soft, "more" if sign == ">" else "at_least")
    return Value(x, below, x, False, sign == "<", x - soft, x, "less" if sign == "<" else "at_most")


def parse_period(text):
    """-> first day, last day, form: year, quarter, half, months, day, range"""
    text = str(text).rstrip("~")
    end = lambda y, m: date(y, m, monthrange(y, m)[1])
    if m := re.fullmatch(r"(\d{4})", text):
        return date(int(text), 1, 1), date(int(text), 12, 31), "year"
    if m := re.fullmatch(r"(\d{4})-([QH])(\d)", text):
        months = 3 if m[2] == "Q" else 6
        last = int(m[3]) * months
        return date(int(m[1]), last - months + 1, 1), end(int(m[1]), last), "quarter" if months == 3 else "half"
    if m := re.fullmatch(r"(\d{4})-(\d\d)(?:/(\d{4})-(\d\d))?", text):
        y, n = (int(m[3]), int(m[4])) if m[3] else (int(m[1]), int(m[2]))
        first, last = date(int(m[1]), int(m[2]), 1), end(y, n)
        return first, last, "year" if (first.month, last) == (1, date(first.year, 12, 31)) else "months"
    if "/" in text:
        return *(date.fromisoformat(part) for part in text.split("/")), "range"
    day = date.fromisoformat(text)
    return day, day, "day"


@dataclass
class Fact:
    first: date
    last: date
    form: str
    raw: object
    value: Value
    publisher: str
    rank: int
    published: date
    own_report: bool
    early_estimate: bool


@dataclass
class Figure:
    """What is known of one period from all sources."""
    first: date
    last: date
    nominal: float
    lo: float
    hi: float
    decides: tuple                   # lo, hi, lo_open, hi_open
    pace: tuple                      # lo, hi that enter R
    sources: list = field(default_factory=list)                       # the values of sources that disagree, else empty
    contested: bool = False
    plain_clash: bool = False        # plain numbers that agree only by rounding: not settled which decides
    estimate: bool = False


def merge(facts):
    """The figure of one period: agreement, minor disagreement or contest (4.2)."""
    facts = sorted(facts, key=lambda f: (f.rank, -f.published.toordinal()))
    values = [f.value for f in facts]
    first, last, preferred = facts[0].first, facts[0].last, values[0]
    estimate = all(f.early_estimate for f in facts)
    soft = lambda v: (v.decides_lo if math.isfinite(v.decides_lo) else v.soft_lo, v.decides_hi if math.isfinite(v.decides_hi) else v.soft_hi)
    lo, hi = max(v.lo for v in values), min(v.hi for v in values)
    if lo <= hi or same(lo, hi):
        lo, hi = min(lo, hi), max(lo, hi)
        dlo, dhi = max(v.decides_lo for v in values), min(v.decides_hi for v in values)
        clash = not (dlo <= dhi or same(dlo, dhi))
        if clash:
            dlo = dhi = min(max(preferred.nominal, lo), hi)
        dlo, dhi = min(dlo, dhi), max(dlo, dhi)
        nominal = min(max(preferred.nominal, dlo), dhi)
        lo_open = any(v.lo_open for v in values if v.decides_lo == dlo)
        hi_open = any(v.hi_open for v in values if v.decides_hi == dhi)
        soft_lo, soft_hi = max(v.soft_lo for v in values), min(v.soft_hi for v in values)
        if soft_lo > soft_hi:                                         # what is likely is the preferred source's
            soft_lo, soft_hi = max(preferred.soft_lo, lo), min(preferred.soft_hi, hi)
        slo = dlo if math.isfinite(dlo) else soft_lo
        shi = dhi if math.isfinite(dhi) else soft_hi
        return Figure(first, last, nominal, lo, hi, (dlo, dhi, lo_open, hi_open), (slo, max(slo, shi)), plain_clash=clash, estimate=estimate)
    contested = (lo - hi) / abs((lo + hi) / 2) > 0.01
    hull = (min(v.soft_lo for v in values), max(v.soft_hi for v in values))
    decides = (min(v.decides_lo for v in values), max(v.decides_hi for v in values), False, any(v.hi_open and v.hi == INF for v in values))
    pace = (min(soft(v)[0] for v in values), max(soft(v)[1] for v in values))
    return Figure(first, last, preferred.nominal, *hull, decides, pace, values, contested, estimate=estimate)


def add(figures, first, last):
    total = lambda pick: math.fsum(pick(f) for f in figures)
    decides = (total(lambda f: f.decides[0]), total(lambda f: f.decides[1]), any(f.decides[2] for f in figures), any(f.decides[3] for f in figures))
    return Figure(first, last, total(lambda f: f.nominal), total(lambda f: f.lo), total(lambda f: f.hi), decides,
                  (total(lambda f: f.pace[0]), total(lambda f: f.pace[1])), plain_clash=any(f.plain_clash for f in figures))


def months_between(first, last):
    return (last.year - first.year) * 12 + last.month - first.month + 1


def month_end(first, months):
    y, m = divmod(first.month - 1 + months - 1, 12)
    return date(first.year + y, m + 1, monthrange(first.year + y, m + 1)[1])


def tiling(first, last, spans):
    """Spans that cover these days without gap or overlap, from the start on the longest that can be completed; not the whole itself."""
    def go(day):
        if day > last:
            return []
        for span in sorted((s for s in spans if s[0] == day and s[1] <= last and s != (first, last)), key=lambda s: s[0] - s[1]):
            if (rest := go(span[1] + DAY)) is not None:
                return [span, *rest]
        return None
    return go(first)


class Series:
    """The figures of some facts, by their first and last day; those of a flow that leave no gap add up."""

    def __init__(self, facts, flow):
        newest = {}
        for f in facts:
            held = newest.setdefault((f.publisher, f.first, f.last), [])
            if held and held[0].published < f.published:
                held.clear()
            if not held or held[0].published == f.published:
                held.append(f)
        by_span = {}
        for held in newest.values():
            for f in held:
                by_span.setdefault((f.first, f.last), []).append(f)
        self.spans, self.estimates = {}, {}
        for span, held in by_span.items():
            firm = [f for f in held if not f.early_estimate]
            (self.spans if firm else self.estimates)[span] = merge(firm or held)
        self.flow, self.cache = flow, {}
        self.forms = {(f.first, f.last): f.form for f in facts}

    def get(self, first, last):
        """The figure of exactly these days: reported, or of a flow added up."""
        span = (first, last)
        if span in self.spans or not self.flow:
            return self.spans.get(span)
        if span not in self.cache:
            pieces = tiling(first, last, self.spans)
            self.cache[span] = add([self.spans[p] for p in pieces], first, last) if pieces else None
        return self.cache[span]

    def part(self, first, last, least=1):
        """The longest figure of the first months of a year from `first`, of `least` or more but not all -> months, figure"""
        for n in range(11, least - 1, -1):
            if (end := month_end(first, n)) < last and (figure := self.get(first, end)):
                return n, figure
        return None

    def bound(self, first, last, after=date.min):
        """Of the parts that lie inside these days and end after a day the one of which most is certain: the whole is at least it."""
        inside = [f for (a, b), f in self.spans.items() if a >= first and b <= last and (a, b) != (first, last) and b > after]
        n = self.part(first, last)
        inside += [n[1]] if n and n[1].last > after else []                                  # also where they add up to it
        return max(inside, key=lambda f: f.decides[0], default=None)
