"""Sums over a programme (analytics 3.3, "Sums")."""
import math

from evidence import Unsettled
from figures import DAY, add
from formulas import O, same

INF = math.inf


def so_far(t):
    """[(end, figure, complete)]: the sum at each end that is known, the newest last; and the programme's first day."""
    spans = {s: f for s, f in t.now.spans.items() if s[1] <= t.last}
    if any(b > t.last for _, b in t.now.spans):
        raise Unsettled("a sum that goes on after its window")
    if t.has_start:
        first = t.first
        if any(a < first and a != b for a, b in spans):
            raise Unsettled("a figure that begins before the programme")
    else:
        if any(a <= t.said < b and a != b for a, b in spans):
            raise Unsettled("a figure that begins before the statement and ends after it")
        spans = {s: f for s, f in spans.items() if s[1] > t.said}
        first = min((a for a, b in spans if a != b), default=t.said)
    running = {s: f for s, f in spans.items() if s[0] == first or s[0] == s[1]}
    known = [(b, f, True) for (a, b), f in sorted(running.items(), key=lambda s: s[0][1])]
    end, parts, complete = (known[-1][0], [known[-1][1]], True) if known else (first - DAY, [], True)
    rest = sorted((s for s in spans if s not in running and s[0] > end), key=lambda s: (s[0], s[0] - s[1]))
    for a, b in rest:
        if a <= end:
            raise Unsettled("pieces that overlap")
        complete = complete and a == end + DAY
        parts.append(spans[(a, b)])
        end = b
        known.append((end, add(parts, first, end), complete))
    return known, first


def judge_sum(t):
    out = {"badges": set(), "against": set()}
    known, first = so_far(t)
    begin = O.programme_start(t.first if t.has_start else t.said)
    over = t.day > t.last
    answers = []
    for end, f, complete in known:
        floor = t.compare(f.decides[0], INF, f.decides[2], True)
        full = t.answer(f) if complete else floor
        answers.append((end, floor if t.less or not complete else full, full, f, complete))
    newest = answers[-1] if answers else None
    exceeded = newest is not None and t.less and newest[1] == "no"
    out["over"] = exceeded
    if over:
        days = (min(t.day, t.through) - t.last).days
        ended = newest is not None and newest[0] == t.last
        if exceeded:
            return out | {"status": "missed", "figure": None}
        if not t.less:
            reached = [a for a in answers if a[1] == "yes"]
            if reached:
                year = reached[0][0].year
                if year == t.last.year and reached[0][0] != t.last:
                    raise Unsettled("a sum that was reached within its last year")
                return out | {"status": "met_early" if year < t.last.year else "met", "eta": year}
        if not ended or not newest[4]:
            return out | {"status": "awaiting_data" if days <= O.GRACE else "no_data"}
        if newest[3].contested:
            raise Unsettled("a sum of sources that disagree")
        word = {"yes": "met", "no": "missed"}.get(newest[2])
        return out | ({"status": word} if word else {"status": "undetermined", "between": ["met", "missed"]})
    if newest is None:
        return out | {"status": "not_yet_due", "R": None}
    if exceeded:
        return out | {"status": "at_risk", "reason": "cannot be unmade"}
    if not t.less and any(a[1] == "yes" for a in answers):
        return out | {"status": "met_early"}
    end, _, _, figure, complete = newest
    known_then = any(s[1] == end and s in t.at_statement.spans for s in t.now.spans)
    if end <= t.said or known_then:
        return out | {"status": "not_yet_due"}
    gone = (O.place(end) - begin) / (O.place(t.last) - begin)
    if gone < O.EARLY and not same(gone, O.EARLY):
        return out | {"status": "not_yet_due"}
    lo, hi = figure.pace
    if t.stated <= 0:
        raise Unsettled("a sum of nothing")
    ends = O.sum_pace(lo, hi if complete else INF, t.stated, gone, t.less)
    nominal = O.sum_pace(figure.nominal, figure.nominal, t.stated, gone, t.less)[0]
    if t.less and figure.nominal == 0:
        if hi != 0:
            raise Unsettled("nothing or something used")
        out["R"] = None
        return out | {"status": "on_track" if complete else "undetermined", "between": None if complete else ["on_track", "at_risk"]}
    if complete:
        out["R"] = (nominal, *ends)
    else:
        out["R"] = (nominal, *((None, ends[1]) if t.less else (ends[0], None)))
    if t.less and complete and at_half(gone):
        c = O.ceiling(figure.nominal, t.theta, gone)
        out["carried"] = (c["at_deadline"], c["PA"])
    else:
        out["carried"] = None
    words = [O.band(r, O.R_ON, O.R_BEHIND) for r in ends]
    if words[0] == words[1]:
        return out | {"status": words[0]}
    return out | {"status": "undetermined", "between": [words[1], words[0]]}


def at_half(gone):
    return gone > 0.5 or same(gone, 0.5)
