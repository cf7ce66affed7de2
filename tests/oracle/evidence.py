"""What counts for a target on a day: its baseline, the points of its pace and its full figures (analytics 3.1 to 3.5, 3.9, 10)."""
import math
from dataclasses import dataclass, replace
from datetime import date

from figures import DAY, Figure, month_end
from formulas import O, rho_band, same
from target import twelve_months

INF = math.inf


@dataclass
class Point:
    """A figure of the pace: of a year, a state, or the newest part of a year, annualised where it is made."""
    t: float
    first: date
    last: date
    nominal: float
    lo: float
    hi: float
    known_then: bool                 # at the statement
    estimated: bool = False
    figure: Figure = None

    @property
    def carried_on(self):
        """Whether it was carried on to a whole year, or is an estimate: a share of a part of a year is neither."""
        return self.estimated and not self.as_reported

    as_reported: bool = False


@dataclass
class Full:
    """A full figure, or a part of a year that decides it."""
    t: float
    first: date
    last: date
    answer: str
    figure: Figure
    part: bool = False


class Evidence:
    def __init__(self, target):
        self.target = target
        self.start_month = target.first.month if target.first and target.twelve else 1
        if target.first is None:
            self.start_month = target.usual_year_start()

    def windows(self, series):
        """The windows that are compared: twelve months of the same year, or the months of a due part of a year."""
        t = self.target
        if not series.spans:
            return []
        low, high = min(a for a, _ in series.spans).year - 1, max(b for _, b in series.spans).year + 1
        if t.first is None or t.twelve:
            first = [date(y, self.start_month, 1) for y in range(low, high + 1)]
            return [(a, month_end(a, 12)) for a in first]
        count = (t.last.year - t.first.year) * 12 + t.last.month - t.first.month + 1
        return [(a, month_end(a, count)) for a in (date(y, t.first.month, 1) for y in range(low, high + 1))]

    def is_window(self, first, last):
        """Whether these days are a window that is compared: like with like."""
        t = self.target
        if t.first is None or t.twelve:
            return twelve_months(first, last) and first.month == self.start_month
        return (first.month, first.day) == (t.first.month, t.first.day) and last == month_end(first, (t.last.year - t.first.year) * 12 + t.last.month - t.first.month + 1)

    def whole(self, series):
        """The full figures: (first, last, figure), oldest first."""
        t = self.target
        if t.flow:
            found = [(a, b, series.get(a, b)) for a, b in self.windows(series)]
            return [w for w in found if w[2]]
        spans = [(a, b, f) for (a, b), f in series.spans.items()]
        if t.rate:
            fiscal = t.first is not None and t.twelve and t.first.month != 1
            like = lambda a, b: (twelve_months(a, b) and a.month == self.start_month) or (a == b and not fiscal)
            spans = [s for s in spans if like(s[0], s[1])]
        return sorted(spans, key=lambda s: (t.time(s[0], s[1]), s[1]))

    def rho(self, series, before):
        pairs = []
        for a, b in self.windows(series):
            full, part = series.get(a, b), series.part(a, b, 3)
            if b < before and full and part:
                pairs.append(O.rho_of(part[1].nominal, part[0], full.nominal))
        if any(r <= 0 for r in pairs):
            raise Unsettled("a year that was less than its own part")
        return rho_band(pairs)

    def annualised(self, series, window, least, known_then=False):
        """The year of this window by its newest part of `least` months or more."""
        found = series.part(*window, least)
        if not found:
            return None
        n, figure = found
        rho = self.rho(series, window[0])
        lo, hi = O.annualise(figure.pace[0], n, rho[0]), O.annualise(figure.pace[1], n, rho[2])
        return Point(self.target.time(*window), *window, O.annualise(figure.nominal, n, rho[1]), lo, hi, known_then, True, figure)

    def newest_part(self, series, after, limit, least):
        """The newest part of a year that is newer than `after`, annualised; of a share the part itself."""
        t = self.target
        if t.part_window:
            return None
        if t.flow:
            for window in reversed(self.windows(series)):
                if (after is None or t.time(*window) > after) and window[1] <= limit and (point := self.annualised(series, window, least)):
                    then = t.at_statement.get(point.figure.first, point.figure.last)
                    point.known_then = then is not None
                    return point
            return None
        if not t.rate:
            return None
        fiscal = t.first is not None and t.twelve and t.first.month != 1
        parts = [(a, b, f) for (a, b), f in series.spans.items() if a != b and not twelve_months(a, b) and b <= limit
                 and (after is None or O.place(b) > after) and (not fiscal or self.inside_one(a, b))]
        if not parts:
            return None
        a, b, f = max(parts, key=lambda p: p[1])
        return Point(O.place(b), a, b, f.nominal, *f.pace, (a, b) in t.at_statement.spans, True, f, as_reported=True)

    def inside_one(self, a, b):
        named = lambda d: d.year + (d.month >= self.start_month and self.start_month > 1)
        return named(a) == named(b)

    def points(self, limit=date.max):
        """The points of the pace up to `limit`, oldest first."""
        t = self.target
        found = [Point(t.time(a, b), a, b, f.nominal, *f.pace, t.at_statement.get(a, b) is not None, False, f)
                 for a, b, f in self.whole(t.now) if b <= limit]
        newest = found[-1].t if found else None
        if part := self.newest_part(t.now, newest, limit, 2):
            found.append(part)
            newest = part.t
        for (a, b), f in sorted(t.now.estimates.items()):
            if t.flow and not self.is_window(a, b):
                continue                                              # of other months
            at = t.time(a, b)
            if (newest is None or at > newest) and b <= limit:
                found.append(Point(at, a, b, f.nominal, *f.pace, (a, b) in t.at_statement.estimates, True, f))
                newest = at
        return found

    def baseline(self):
        t = self.target
        series = t.at_statement
        whole = self.whole(series)
        last = whole[-1] if whole else None
        full = Point(t.time(last[0], last[1]), last[0], last[1], last[2].nominal, *last[2].pace, True, False, last[2]) if last else None
        if t.part_window or not (t.flow or t.rate):
            return full
        part = self.newest_part(series, full.t if full else None, date.max, 3 if t.flow else 1)
        if t.rate:
            return part or full
        if full and (full.last.year >= t.said.year - 1 or not part):
            return full
        return part or full

    def full(self):
        """The full figures that end after the statement, oldest first."""
        t = self.target
        found = [Full(t.time(a, b), a, b, t.answer(f), f) for a, b, f in self.whole(t.now)]
        if t.flow:
            seen = {(f.first, f.last) for f in found}
            for window in self.windows(t.now):
                if window not in seen and (part := self.deciding_part(*window)):
                    found.append(part)
        return sorted((f for f in found if (f.figure.last if f.part else f.last) > t.said), key=lambda f: (f.t, f.last))

    def deciding_part(self, first, last, since_statement=True):
        """A part of these days that decides them: more is better, it reaches; less is better, it is over."""
        t = self.target
        after = t.said if since_statement else date.min
        bound = t.now.bound(first, last, after)
        if bound and t.of_part(bound) == ("no" if t.less else "yes"):
            return Full(t.time(first, last), first, last, t.of_part(bound), replace(bound, hi=INF), True)   # the whole is at least it
        return None


class Unsettled(Exception):
    """The documents say nothing of this."""
