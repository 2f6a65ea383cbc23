"""The model of docs/model.md a second time, from its formulas alone: in NumPy and SciPy
over many draws, and in mpmath at 60 and 90 digits where nothing is uncertain.

write_references.py asks it for the figures of this folder.
"""

import mpmath as mp
import numpy as np
from scipy.linalg import expm
from scipy.stats import beta, gamma

QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]


# Verdicts

YARDSTICKS = {
    "icd-203": {
        "almost no chance": (0, 5), "very unlikely": (5, 20), "unlikely": (20, 45),
        "roughly even chance": (45, 55), "likely": (55, 80), "very likely": (80, 95),
        "almost certain": (95, 100),
    },
    "phia": {
        "remote chance": (0, 5), "highly unlikely": (10, 20), "unlikely": (25, 35),
        "realistic possibility": (40, 50), "likely": (55, 75), "highly likely": (80, 90),
        "almost certain": (95, 100),
    },
    "ipcc": {
        "exceptionally unlikely": (0, 1), "very unlikely": (0, 10), "unlikely": (0, 33),
        "about as likely as not": (33, 66), "likely": (66, 100), "very likely": (90, 100),
        "virtually certain": (99, 100),
    },
}  # fmt: skip


def range_of(claim, yardstick):
    if "range" in claim:
        return claim["range"]
    return [percent / 100 for percent in YARDSTICKS[yardstick][claim["wording"]]]


def verdict(p, low, high):
    if low <= p <= high:
        return "within"
    if low < 0.5 < high:
        return "below" if p < low else "above"
    beyond = p < low if high <= 0.5 else p > high
    if beyond:
        return "stronger"
    same_side = p < 0.5 if high <= 0.5 else p > 0.5
    return "weaker" if same_side else "against"


def series_of_event(event):
    return f"{event['kind']} {event['rung']}" if "rung" in event else f"responses {event['response']}"


# What one draw is made of

def pert(low, mode, high, u):
    if low == high:
        return np.full_like(u, mode)
    width = high - low
    return low + width * beta.ppf(u, 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)


def base_rate(item, events, u):
    if "rate" in item:
        return np.full_like(u, item["rate"])
    prior = item["prior"]
    return gamma.ppf(u, prior["events"] + events, scale=1 / (prior["months"] + item.get("observedMonths", 0)))


def triple(judged):
    return judged["low"], judged["mode"], judged["high"]


def counted(scenario, transition):
    disputed = scenario["judgment"]["disputed"]
    return sum(e.get("counts") == transition and e["id"] not in disputed for e in scenario["case"]["evidence"])


def dimensions(scenario):
    case = scenario["case"]
    return len(case["transitions"]) + len(case["responses"]) + 2 * len(case["drivers"])


def shift(judgment, t):
    """What trend and shocks add to a driver's intensity at t."""
    total = judgment.get("trendPerYear", 0) / 12 * t
    for shock in judgment.get("shocks", []):
        if shock["month"] <= t and ("lasts" not in shock or t < shock["month"] + shock["lasts"]):
            total += shock["change"]
    return total


def acts_on(driver, transition):
    return "actsOn" not in driver or transition["id"] in driver["actsOn"]


# Many draws, in double precision

def simulate(scenario, points):
    """Name of a series -> its values, draws by months."""
    case, judgment = scenario["case"], scenario["judgment"]
    ladder = [rung["id"] for rung in case["ladder"]]
    size, draws, horizon = len(ladder), len(points), judgment["horizonMonths"]
    severity = np.array([rung["severity"] for rung in case["ladder"]], float)
    columns = iter(points.T)

    g = [base_rate(t, counted(scenario, t["id"]), next(columns)) for t in case["transitions"]]
    g_response = [base_rate(r, 0, next(columns)) for r in case["responses"]]
    intensity, log_multiplier = {}, {}
    for driver in case["drivers"]:
        own = judgment["drivers"][driver["id"]]
        intensity[driver["id"]] = pert(*triple(own["intensity"]), next(columns))
        logs = np.log(triple(own.get("multiplier", driver["multiplier"])))
        log_multiplier[driver["id"]] = pert(*logs, next(columns))

    start = np.tile([float(judgment["start"].get(rung, 0)) for rung in ladder], (draws, 1))
    occupancy = start
    absorbed = [start] * size
    waiting = [start] * len(g_response)
    series = {}

    def put(name, month, values):
        series.setdefault(name, np.empty((draws, horizon + 1)))[:, month] = values

    def record(month):
        for k, rung in enumerate(ladder):
            put(f"rungs {rung}", month, occupancy[:, k])
            put(f"reach {rung}", month, absorbed[k][:, k:].sum(axis=1))
            put(f"at-or-above {rung}", month, occupancy[:, k:].sum(axis=1))
        for m, response in enumerate(case["responses"]):
            put(f"responses {response['id']}", month, 1 - waiting[m].sum(axis=1))
        put("severity", month, occupancy @ severity)

    def propagate(p, q):
        return np.einsum("ni,nij->nj", p, expm(q))

    record(0)
    for month in range(horizon):
        t = month + 0.5
        effect = {}
        for driver in case["drivers"]:
            x = np.clip(intensity[driver["id"]] + shift(judgment["drivers"][driver["id"]], t), 0, 1)
            sign = 1 if driver["role"] == "escalates" else -1
            effect[driver["id"]] = sign * log_multiplier[driver["id"]] * (x - driver["reference"])
        q = np.zeros((draws, size, size))
        for j, transition in enumerate(case["transitions"]):
            a, b = ladder.index(transition["from"]), ladder.index(transition["to"])
            total = sum((effect[d["id"]] for d in case["drivers"] if acts_on(d, transition)), np.zeros(draws))
            q[:, a, b] = g[j] * np.exp(total if b > a else -total)
            q[:, a, a] -= q[:, a, b]
        occupancy = propagate(occupancy, q)
        for r in range(1, size):
            stopped = q.copy()
            stopped[:, r:, :] = 0
            absorbed[r] = propagate(absorbed[r], stopped)
        for m, response in enumerate(case["responses"]):
            total = sum((effect[d] for d in response["drivers"]), np.zeros(draws))
            multiples = [response.get("rungMultipliers", {}).get(rung, 1) for rung in ladder]
            leaving = q.copy()
            for k, multiple in enumerate(multiples):
                leaving[:, k, k] -= g_response[m] * multiple * np.exp(total)
            waiting[m] = propagate(waiting[m], leaving)
        record(month + 1)
    return series


# One draw without uncertainty, at many digits

def mp_expm(a):
    """Scaling, Taylor's series to the last digit carried, squaring."""
    size = a.rows
    norm = max(sum(abs(a[i, j]) for j in range(size)) for i in range(size))
    squarings = 0
    while norm > mp.mpf(1) / 4:
        norm /= 2
        squarings += 1
    a = a / mp.mpf(2) ** squarings
    total = term = mp.eye(size)
    n = 0
    while mp.mnorm(term, "inf") > mp.eps / 1000:
        n += 1
        term = term * a / n
        total = total + term
    for _ in range(squarings):
        total = total * total
    return total


def exact(scenario, digits):
    """Name of a series -> its values by month, as mpmath numbers; the file's numbers are taken as doubles."""
    with mp.workdps(digits):
        case, judgment = scenario["case"], scenario["judgment"]
        ladder = [rung["id"] for rung in case["ladder"]]
        size = len(ladder)
        start = mp.matrix([[mp.mpf(judgment["start"].get(rung, 0)) for rung in ladder]])
        occupancy, absorbed = start, [start] * size
        waiting = [start] * len(case["responses"])
        series, known = {}, {}

        def propagate(p, q):
            key = tuple(q)
            if key not in known:
                known[key] = mp_expm(q)
            return p * known[key]

        def record():
            for k, rung in enumerate(ladder):
                series.setdefault(f"rungs {rung}", []).append(occupancy[k])
                series.setdefault(f"reach {rung}", []).append(mp.fsum(list(absorbed[k])[k:]))
                series.setdefault(f"at-or-above {rung}", []).append(mp.fsum(list(occupancy)[k:]))
            for m, response in enumerate(case["responses"]):
                series.setdefault(f"responses {response['id']}", []).append(1 - mp.fsum(list(waiting[m])))
            weighted = [occupancy[k] * mp.mpf(rung["severity"]) for k, rung in enumerate(case["ladder"])]
            series.setdefault("severity", []).append(mp.fsum(weighted))

        record()
        for month in range(judgment["horizonMonths"]):
            t = month + mp.mpf(1) / 2
            effect = {}
            for driver in case["drivers"]:
                own = judgment["drivers"][driver["id"]]
                low, mode, high = triple(own["intensity"])
                weights = triple(own.get("multiplier", driver["multiplier"]))
                if low != high or weights[0] != weights[2]:
                    raise ValueError(f"{driver['id']} is uncertain")
                x = mp.mpf(mode) + mp.mpf(own.get("trendPerYear", 0)) / 12 * t
                for shock in own.get("shocks", []):
                    begin = mp.mpf(shock["month"])
                    if begin <= t and ("lasts" not in shock or t < begin + mp.mpf(shock["lasts"])):
                        x += mp.mpf(shock["change"])
                x = min(max(x, mp.mpf(0)), mp.mpf(1))
                s = 1 if driver["role"] == "escalates" else -1
                effect[driver["id"]] = s * mp.log(mp.mpf(weights[1])) * (x - mp.mpf(driver["reference"]))
            q = mp.zeros(size)
            for transition in case["transitions"]:
                a, b = ladder.index(transition["from"]), ladder.index(transition["to"])
                total = mp.fsum(effect[d["id"]] for d in case["drivers"] if acts_on(d, transition))
                q[a, b] = mp.mpf(transition["rate"]) * mp.exp(total if b > a else -total)
            for k in range(size):
                q[k, k] = -mp.fsum(q[k, j] for j in range(size) if j != k)
            occupancy = propagate(occupancy, q)
            for r in range(1, size):
                stopped = q.copy()
                for a in range(r, size):
                    for b in range(size):
                        stopped[a, b] = 0
                absorbed[r] = propagate(absorbed[r], stopped)
            for m, response in enumerate(case["responses"]):
                total = mp.exp(mp.fsum(effect[d] for d in response["drivers"]))
                leaving = q.copy()
                for k, rung in enumerate(ladder):
                    leaving[k, k] -= mp.mpf(response["rate"]) * mp.mpf(response.get("rungMultipliers", {}).get(rung, 1)) * total
                waiting[m] = propagate(waiting[m], leaving)
            record()
        return series
