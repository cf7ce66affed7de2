"""The formulas of analytics_oracle.py for a machine without numpy: its plain functions, taken from its source, and the two that
need a quantile of Student's t."""
import ast, math
from functools import lru_cache
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace


def _plain_part():
    """Functions and literal constants of the oracle; what runs its references is left out."""
    space = {"math": math, "INF": math.inf, "date": date, "timedelta": timedelta}
    for node in ast.parse((Path(__file__).parent / "analytics_oracle.py").read_text()).body:
        if isinstance(node, ast.Assign):
            try:
                ast.literal_eval(node.value)
            except ValueError:
                continue
        elif not isinstance(node, ast.FunctionDef):
            continue
        exec(compile(ast.Module([node], []), "analytics_oracle.py", "exec"), space)
    return SimpleNamespace(**space)


O = _plain_part()
same = O.same


def at_least(a, b):
    return a >= b or same(a, b)


@lru_cache(None)
def t_quantile_90(dof):
    """t(0.9; dof): bisection on the distribution, integrated from its density."""
    scale = math.exp(math.lgamma((dof + 1) / 2) - math.lgamma(dof / 2)) / math.sqrt(dof * math.pi)
    density = lambda x: scale * (1 + x * x / dof) ** (-(dof + 1) / 2)

    def mass(x, steps=400):                                           # Simpson from 0
        h = x / steps
        inner = sum((4 if k % 2 else 2) * density(k * h) for k in range(1, steps))
        return h / 3 * (density(0) + inner + density(x))
    lo, hi = 0.0, 10.0
    for _ in range(60):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if mass(mid) < 0.4 else (lo, mid)
    return (lo + hi) / 2


def rho_band(pairs):
    """pairs: what the rest of past years was of their part-years -> lowest, central, highest"""
    if not pairs:
        return O.RHO_PRIOR
    if len(pairs) < 3:
        return (min(0.5, *pairs), 1.0, max(2.0, *pairs))
    logs = [math.log(r) for r in pairs]
    k, mean = len(logs), math.fsum(logs) / len(logs)
    spread = math.sqrt(math.fsum((x - mean) ** 2 for x in logs) / (k - 1)) * math.sqrt(1 + 1 / k) * t_quantile_90(k - 1)
    return (math.exp(mean - spread), math.exp(mean), math.exp(mean + spread))


def damped_end(points, h, kind, ends_of_share):
    """points: [(t, y)] of the window, oldest first -> the value shown at the deadline, or None"""
    if len(points) < 2:
        return None
    (t1, y1), (tn, yn) = points[0], points[-1]
    ahead = O.damp(h) / (tn - t1)
    values = [y for _, y in points]
    if kind == "share":
        if len(points) < 4 or ends_of_share:
            return min(100.0, max(0.0, yn + (yn - y1) * ahead))
        if min(values) <= 0 or max(values) >= 100:
            return None
        logit = lambda y: math.log(y / (100 - y))
        return 100 / (1 + math.exp(-(logit(yn) + (logit(yn) - logit(y1)) * ahead)))
    if min(values) <= 0:
        return yn + (yn - y1) * ahead
    return yn * math.exp(math.log(yn / y1) * ahead)
