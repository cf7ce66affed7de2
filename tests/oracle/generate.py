"""Random datasets: every kind of metric, period, hedge, goal and disagreement, in plausible sizes."""
import random
from calendar import monthrange
from datetime import date, timedelta

from figures import parse_period

KINDS = [("flow", 44), ("cumulative", 12), ("stock", 13), ("share", 13), ("growth", 4), ("ratio", 3), ("milestone", 11)]
PUBLISHERS = [("Office", "statistics"), ("Ministry", "government"), ("Union", "association"), ("Firm", "company"), ("Gazette", "press")]


def end_of(y, m):
    return date(y, m, monthrange(y, m)[1])


def parse_due(due):
    return parse_period(due.split("..")[-1])[1]


class Maker:
    def __init__(self, seed, old=False):
        self.r = random.Random(seed)
        self.old = old                                                # without the fields that came later
        r = self.r
        self.kind = r.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
        self.less = r.random() < (0.5 if self.kind == "cumulative" else 0.35)
        self.year0 = r.randint(2010, 2015)
        self.years = list(range(self.year0, self.year0 + r.randint(4, 9)))
        self.metric = {"id": "m", "name": "Metric", "unit": "%" if self.kind in ("share", "growth") else "pieces", "kind": self.kind}
        if self.kind == "milestone":
            del self.metric["unit"]
        elif self.less:
            self.metric["better"] = "less"
        if self.kind in ("flow", "cumulative") and r.random() < 0.15:
            self.metric |= {"currency": "USD", "unit": "USD"}
        if not old and r.random() < 0.05 and self.kind != "milestone":
            self.metric["judged"] = False
        self.actuals, self.targets = [], []
        self.sources = [{"id": f"p{k}", "publisher": p, "title": p, "published": "2000-01-01", "kind": kind} for k, (p, kind) in enumerate(PUBLISHERS)]
        self.main = r.randrange(len(PUBLISHERS))

    def chance(self, p):
        return self.r.random() < p

    # ------------------------------------------------------------ numbers
    def written(self, x, sure=0.72):
        """A number as a source would say it."""
        x = float(f"{x:.4g}")
        text = str(int(x)) if x == int(x) else f"{x:g}"
        if self.chance(sure):
            return int(x) if x == int(x) and self.chance(0.1) else "=" + text
        rough = float(f"{x:.2g}")
        rough = str(int(rough)) if rough == int(rough) else f"{rough:g}"
        sign = self.r.choice(["~", "~", ">", ">=", "<~", ""]) if x > 0 else "="
        if sign == "":
            return text
        if sign in (">", ">="):
            return sign + (text if self.chance(0.3) else f"{float(f'{x * 0.97:.2g}'):g}")
        return sign + rough

    def actual(self, period, last, x, sure=0.72):
        published = last + timedelta(days=self.r.randint(12, 130))
        found = {"metric": "m", "subject": "x", "period": period, "value": self.written(x, sure), "published": str(published), "sources": [f"p{self.main}"]}
        self.actuals.append(found)
        if self.chance(0.10):                                         # another source
            other = self.r.randrange(len(PUBLISHERS))
            if other != self.main:
                off = 1 + self.r.choice([0.004, -0.004, 0.05, -0.06, 0.15, 0.0])
                value = ("=" if self.chance(0.8) else self.r.choice(["~", ">"])) + f"{float(f'{x * off:.4g}'):g}"
                later = published + timedelta(days=self.r.randint(-5, 60))
                self.actuals.append(found | {"value": value, "published": str(max(later, last + timedelta(days=1))), "sources": [f"p{other}"]})
        if self.chance(0.07):                                         # a revision
            value = f"={float(f'{x * (1 + self.r.uniform(-0.06, 0.06)):.4g}'):g}"
            self.actuals.append(found | {"value": value, "published": str(published + timedelta(days=self.r.randint(30, 500)))})

    def level(self, low, high):
        """A level a year that drifts, sometimes exactly."""
        r = self.r
        x = r.uniform(low, high)
        drift = r.uniform(-0.05, 0.22) * (-1 if self.less and self.chance(0.7) else 1)
        noise = r.choice([0, 0.03, 0.1, 0.25])
        found = {}
        for y in self.years:
            found[y] = max(x, low / 50)
            x *= (1 + drift) * (1 + r.uniform(-noise, noise))
        return found

    # ------------------------------------------------------------ figures
    def flow(self):
        r = self.r
        scale = r.choice([10, 1000, 50000])
        yearly, self.first_month = self.level(scale, 4 * scale), 1
        styles = ["years"] * 4 + ["years+parts"] * 4 + ["quarters"] * 2 + ["halves", "months", "fiscal", "fiscal", "fiscal+parts", "mixed"]
        self.style = r.choice(styles)
        if self.style in ("fiscal", "fiscal+parts", "mixed"):
            self.first_month = r.choice([4, 4, 7, 10])
        monthly = {}
        for y, x in yearly.items():
            for m in range(1, 13):
                monthly[y, m] = max(1, round(x / 12 * r.uniform(0.8, 1.25) * (0.85 + 0.025 * m)))
        total = lambda y, m, n: sum(monthly.get(((y * 12 + m - 1 + k) // 12, (m - 1 + k) % 12 + 1), 0) for k in range(n))
        if self.style == "years" and self.chance(0.12):               # losses
            loss = round(scale * r.uniform(0.1, 0.4))
            monthly = {k: v - loss for k, v in monthly.items()}
        self.total = total
        self.truth = {y: total(y, 1, 12) for y in self.years}
        skip = r.choice([0, 0, 0.15, 0.3])
        for y in self.years:
            if self.style in ("fiscal", "fiscal+parts", "mixed"):
                m, last = self.first_month, end_of(y + 1, self.first_month - 1)
                if y + 1 in self.years and not self.chance(skip):
                    self.actual(f"{y}-{m:02}/{last:%Y-%m}", last, total(y, m, 12))
                if self.style == "fiscal+parts" and self.chance(0.5) and y + 1 in self.years:
                    self.part(y, m, r.choice([3, 6, 9]))
                if self.style == "mixed" and self.chance(0.3):
                    self.actual(str(y), end_of(y, 12), self.truth[y])
                continue
            pieces = {"quarters": 3, "halves": 6, "months": 1}.get(self.style)
            if pieces:
                for k in range(0, 12, pieces):
                    if not self.chance(skip / 6):
                        name = {3: f"{y}-Q{k // 3 + 1}", 6: f"{y}-H{k // 6 + 1}", 1: f"{y}-{k + 1:02}"}[pieces]
                        self.actual(name, end_of(y, k + pieces), total(y, k + 1, pieces), 0.92)
                if self.chance(0.2):
                    self.actual(str(y), end_of(y, 12), self.truth[y])
                continue
            if self.style == "years+parts" and self.chance(0.6):
                self.part(y, 1, r.choice([1, 2, 3, 5, 6, 8, 9, 11]))
            if not self.chance(skip):
                self.actual(str(y), end_of(y, 12), self.truth[y])
        if self.chance(0.12) and not self.old:
            y = r.choice(self.years)
            day = date(y, 12, 1) - timedelta(days=r.randint(0, 90))
            if not any(a["period"] == str(y) for a in self.actuals) or self.chance(0.5):
                self.actuals.append({"metric": "m", "subject": "x", "period": str(y), "value": f"~{float(f'{self.truth[y]:.2g}'):g}", "published": str(day), "sources": [f"p{self.main}"], "quality": "estimate"})

    def part(self, y, m, n):
        end = (y * 12 + m - 1 + n - 1)
        last = end_of(end // 12, end % 12 + 1)
        self.actual(f"{y}-{m:02}/{last:%Y-%m}" if n > 1 else f"{y}-{m:02}", last, self.total(y, m, n), 0.85)

    def states(self, low, high, cap=None, shift=0):
        r = self.r
        yearly = self.level(low, high)
        self.truth = {y: min(cap, x) if cap else x - shift for y, x in yearly.items()}
        self.truth = {y: float(f"{x:.3g}") for y, x in self.truth.items()}
        days = self.chance(0.3)
        self.style = "days" if days else "years"
        for y in self.years:
            if self.chance(0.15):
                continue
            if days:
                m = r.choice([3, 6, 9, 12])
                self.actual(str(end_of(y, m)), end_of(y, m), self.truth[y])
            else:
                self.actual(str(y), end_of(y, 12), self.truth[y])
                if self.kind == "share" and self.chance(0.15):
                    self.actual(f"{y}-H1", end_of(y, 6), float(f"{self.truth[y] * r.uniform(0.9, 1.05):.3g}"))

    def sums(self):
        r = self.r
        yearly = self.level(100, 400)
        self.truth = {y: round(x) for y, x in yearly.items()}
        self.style = r.choice(["pieces", "pieces", "running"])
        self.begin = date(r.choice(self.years[:2]), 1, 1)
        self.finish = date(r.choice(self.years[2:]), 12, 31)
        for y in range(self.begin.year, self.finish.year + 1):
            if self.style == "running":
                if self.chance(0.7):
                    self.actual(f"{self.begin}/{y}-12-31", end_of(y, 12), sum(self.truth[k] for k in range(self.begin.year, y + 1)), 0.9)
            elif not self.chance(0.08):
                self.actual(str(y), end_of(y, 12), self.truth[y] if not (self.less and self.chance(0.1)) else 0, 0.9)

    # ------------------------------------------------------------ targets
    def promised(self, x):
        r = self.r
        x = float(f"{x:.3g}")
        text = str(int(x)) if x == int(x) else f"{x:g}"
        signs = ["<=", "<=", "<", "=", "~", ""] if self.less else [">=", ">=", ">", "=", "~", "<~", ""]
        if self.kind == "share" and not self.less and self.chance(0.05):
            return r.choice(["1/2", "1/3"])
        if self.chance(0.06):
            return f"{x - abs(x) * 0.05:g}..{x + abs(x) * 0.05:g}"
        return r.choice(signs) + text

    def target(self, k):
        r = self.r
        due_year = r.choice(self.years[1:])
        gap = r.choice([0, 1, 1, 2, 3, 4, 5])
        said = date(due_year - gap, r.randint(1, 12), r.randint(1, 28))
        t = {"id": f"t{k}", "metric": "m", "subject": "x", "due": str(due_year), "said": str(said), "sources": ["say"]}
        if self.kind == "milestone":
            t["due"] = r.choice([str(due_year), f"{due_year}-Q{r.randint(1, 4)}", f"{due_year}-H{r.randint(1, 2)}", f"{due_year - 1}-07-01..{due_year}-07-01"])
            if k and self.chance(0.6):
                t["restates"] = f"t{k - 1}"
            return t
        x = self.truth[due_year] * r.choice([1, 1, 0.75, 0.9, 0.95, 1.05, 1.1, 1.3])
        if self.kind == "cumulative":
            start = self.begin.year
            x = sum(self.truth[y] for y in range(start, self.finish.year + 1)) * r.choice([1, 0.8, 0.6, 0.95, 1.1, 1.3])
            said = self.begin - timedelta(days=r.randint(1, 200)) if self.chance(0.7) else date(start, r.randint(1, 12), 3)
            t |= {"said": str(said), "due": f"{self.begin}/{self.finish}" if self.chance(0.75) else str(self.finish.year)}
        t["value"] = self.promised(x)
        if self.kind == "flow":
            self.flow_due(t, due_year)
        elif self.kind in ("stock", "share") and self.style == "days" and self.chance(0.3):
            t["due"] = str(end_of(due_year, r.choice([3, 6, 12])))
        if self.kind in ("stock", "share") and self.chance(0.04):
            t["due"] = f"{due_year}-03-01..{due_year}-12-31"
        if self.chance(0.03):
            del t["due"]
        if not self.old:
            self.newer_fields(t, due_year)
        return t

    def flow_due(self, t, y):
        r, m = self.r, self.first_month
        if m > 1 and self.chance(0.5) and y + 1 in self.years:
            t["due"], x = f"{y}-{m:02}/{y + 1}-{m - 1:02}", self.total(y, m, 12)
        elif self.style in ("quarters", "halves", "months") and self.chance(0.35):
            n, k = {"quarters": 3, "halves": 6, "months": 1}[self.style], 0
            k = r.randrange(12 // n)
            t["due"] = {3: f"{y}-Q{k + 1}", 6: f"{y}-H{k + 1}", 1: f"{y}-{k + 1:02}"}[n]
            x = self.total(y, k * n + 1, n)
        else:
            if self.chance(0.04):
                t["due"] = f"{y}-06-30"
            return
        t["value"] = self.promised(x * r.choice([1, 1, 0.8, 0.9, 1.1, 1.25]))

    def newer_fields(self, t, y):
        r = self.r
        if self.chance(0.08):
            t["kind"] = "plan"
            return
        if self.kind == "cumulative":
            return
        if self.chance(0.07) and "due" in t:
            t["goal"] = "hold"
            if self.chance(0.4) and self.kind != "stock":
                t["from"] = str(r.choice([v for v in self.years if v <= y]))
        elif self.chance(0.07):
            x = self.truth[y] if len(t.get("due", "")) == 4 else self.truth[y] / 4
            x = abs(x)
            low = float(f"{x * r.uniform(0.8, 1.05):.3g}")
            t |= {"goal": "within", "value": f"{low:g}..{float(f'{low * 1.15:.3g}'):g}"}
        elif self.chance(0.08) and self.kind in ("flow", "stock", "share"):
            base = r.choice(self.years)
            p = r.randint(2, 60)
            value = (r.choice(["-{}%", "<=-{}%", "~-{}%"]) if self.less else r.choice(["+{}%", ">=+{}%", "~+{}%"])).format(p)
            if not self.less and self.chance(0.3):
                value = f"x{1 + p / 50:g}"
            if self.kind == "share" and self.chance(0.5):
                value = f"{'-' if self.less else '+'}{r.randint(1, 15)}pp"
            t |= {"base": str(base), "value": value}
        elif self.chance(0.1) and self.kind in ("flow", "stock", "share"):
            t["path"] = r.choice(["linear", "geometric"])

    def events(self):
        r = self.r
        self.truth, self.style = {}, "events"
        if self.chance(0.65):
            y = r.choice(self.years)
            m = r.randint(1, 12)
            day = date(y, m, r.randint(1, 28))
            period = r.choice([str(day), f"{y}-{m:02}", f"{y}-Q{(m - 1) // 3 + 1}", str(y)])
            self.actuals.append({"metric": "m", "subject": "x", "period": period, "published": f"{y + 1}-01-{r.randint(2, 28):02}", "sources": [f"p{self.main}"]})
        if self.chance(0.4):
            day = date(r.choice(self.years), r.randint(1, 12), r.randint(1, 28))
            self.actuals.append({"metric": "m", "subject": "x", "period": str(day), "value": "not yet", "published": str(day + timedelta(days=3)), "sources": [f"p{self.main}"]})

    def make(self):
        {"flow": self.flow, "cumulative": self.sums, "milestone": self.events, "stock": lambda: self.states(100, 400), "share": lambda: self.states(15, 60, 97),
         "growth": lambda: self.states(2, 9, shift=self.r.choice([0, 0, 4])), "ratio": lambda: self.states(1, 5)}[self.kind]()
        self.targets = [self.target(k) for k in range(self.r.randint(1, 4))]
        for t in self.targets:                                        # nothing is due before it was said
            while "due" in t and parse_due(t["due"]) <= date.fromisoformat(t["said"]):
                said = date.fromisoformat(t["said"])
                t["said"] = str(said.replace(year=said.year - 1))
        if self.kind == "milestone":
            self.targets.sort(key=lambda t: t["said"])
            ids = {t["id"] for t in self.targets}
            for place, t in enumerate(self.targets):
                t.pop("restates", None)
                if place and self.chance(0.6):
                    t["restates"] = self.targets[place - 1]["id"]
        if not self.actuals and not self.targets:
            return None
        say = {"id": "say", "publisher": "Speaker", "title": "Speech", "published": "2000-01-01", "kind": "government"}
        ds = {"planfact": 1, "id": "random", "title": "Random", "sources": [say, *self.sources], "metrics": [self.metric],
              "subjects": [{"id": "x", "kind": "country", "name": "X"}], "targets": self.targets, "actuals": self.actuals}
        if not self.old and self.chance(0.1):
            ds["through"] = f"{self.years[-1]}-0{self.r.randint(1, 9)}-15"
        return ds

    def days(self, target):
        """Days on which something may have changed, and some others."""
        r = self.r
        said = date.fromisoformat(target["said"])
        end = date(self.years[-1] + 1, 12, 31)
        known = sorted({date.fromisoformat(a["published"]) for a in self.actuals if a["published"] >= str(said)})
        pool = known + [said + timedelta(days=r.randint(0, max(1, (end - said).days))) for _ in range(2)]
        return sorted({max(said, d) for d in r.sample(pool, min(3, len(pool)))})
