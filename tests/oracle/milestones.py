"""Events (analytics 3.7)."""
from formulas import O
from figures import DAY, parse_period
from evidence import Unsettled


def due_of(record):
    due = str(record["due"])
    if ".." in due:
        a, b = due.split("..")
        return parse_period(a)[0], parse_period(b)[1]
    return parse_period(due)[:2]


def judge_milestone(t):
    from target import as_date
    out = {"badges": set(), "against": set()}
    if not t.dated:
        return out | {"status": "met" if any(last > t.said for _, last in t.events) else "not_dated"}
    # An outcome never predates its promise.
    t.events = [event for event in t.events if event[1] > t.said]
    due = due_of(t.record)
    chain, newest = {t.record["id"]}, t.record
    later = sorted((r for r in t.ds["targets"] if as_date(r["said"]) <= t.day), key=lambda r: as_date(r["said"]))
    denied = [last for _, last in t.not_yet]
    for r in later:
        if r.get("restates") in chain:
            chain.add(r["id"])
            if due_of(r)[1] > due[1]:
                denied.append(as_date(r["said"]))
            newest = r
    moved = due_of(newest)[1] > due[1]
    not_done = max(denied, default=None)
    done = None
    if t.events:
        if len(t.events) > 1:
            raise Unsettled("two events")
        done = t.events[0]
        if not_done and done[0] <= not_done:
            if done[1] <= not_done:
                raise Unsettled("an event that was denied")
            done = (not_done + DAY, done[1])
    status, _ = O.milestone(due, done, min(t.day, max(t.through, due[1] + DAY)) if done is None and not moved else t.day, not_done, moved)
    if status == "met" and done[1] < due[0]:
        status = "met_early"
    if status.startswith("undetermined"):
        return out | {"status": "undetermined", "between": status[13:-1].split("|")}
    return out | {"status": status}
