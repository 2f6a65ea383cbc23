"""The model of docs/model.md a second time, in NumPy and SciPy, from its formulas alone.

Writes fixed-rates.json (scenarios in which nothing is uncertain, with every series)
and uncertain.json (bundled scenarios, means and quantiles over scrambled Sobol points).

Run from the top of the checkout: python3 tests/reference/oracle.py
Made with Python 3.11, NumPy 2.4.6, SciPy 1.17.1.
"""

import json
from pathlib import Path

import numpy as np
from scipy.linalg import expm
from scipy.stats import beta, gamma, qmc

HERE = Path(__file__).parent
SCENARIOS = HERE.parent.parent / "scenarios"
QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]


def pert(judged, u):
    low, mode, high = judged
    if high == low:
        return np.full_like(u, mode)
    a = 1 + 4 * (mode - low) / (high - low)
    b = 1 + 4 * (high - mode) / (high - low)
    return low + (high - low) * beta.ppf(u, a, b)


def triple(judged):
    return judged["low"], judged["mode"], judged["high"]


def base_rate(item, events, u):
    if "rate" in item:
        return np.full_like(u, item["rate"])
    shape = item["prior"]["events"] + events
    months = item["prior"]["months"] + item.get("observedMonths", 0)
    return gamma.ppf(u, shape, scale=1 / months)


def batched_expm(q):
    """exp of a stack of generators; SciPy's own expm takes stacks."""
    return expm(q)


def simulate(scenario, points):
    """Every series for every point: dictionary of name -> array (points, months + 1)."""
    case, judgment = scenario["case"], scenario["judgment"]
    ladder = [rung["id"] for rung in case["ladder"]]
    size, horizon, count = len(ladder), judgment["horizonMonths"], points.shape[0]
    columns = iter(points.T)
    counted = [item.get("counts") for item in case["evidence"] if item["id"] not in judgment["disputed"]]

    rates = [base_rate(t, counted.count(t["id"]), next(columns)) for t in case["transitions"]]
    answers = [base_rate(r, 0, next(columns)) for r in case["responses"]]
    first, weight = {}, {}
    for driver in case["drivers"]:
        own = judgment["drivers"][driver["id"]]
        first[driver["id"]] = pert(triple(own["intensity"]), next(columns))
        log_judged = np.log(triple(own.get("multiplier", driver["multiplier"])))
        weight[driver["id"]] = pert(tuple(log_judged), next(columns))

    def effect(driver, t):
        own = judgment["drivers"][driver["id"]]
        shift = own.get("trendPerYear", 0) / 12 * t
        for shock in own.get("shocks", []):
            end = shock["month"] + shock.get("lasts", np.inf)
            if shock["month"] <= t < end:
                shift += shock["change"]
        x = np.clip(first[driver["id"]] + shift, 0, 1)
        sign = 1 if driver["role"] == "escalates" else -1
        return sign * weight[driver["id"]] * (x - driver["reference"])

    start = np.array([judgment["start"].get(rung, 0) for rung in ladder])
    occupancy = np.tile(start, (count, 1))
    below = {r: np.tile(np.where(np.arange(size) < r, start, 0), (count, 1)) for r in range(size)}
    silent = [np.tile(start, (count, 1)) for _ in answers]
    severity = np.array([rung["severity"] for rung in case["ladder"]])
    series = {}

    def record(month):
        def put(name, value):
            series.setdefault(name, np.zeros((count, horizon + 1)))[:, month] = value

        for k, rung in enumerate(ladder):
            put(f"rungs {rung}", occupancy[:, k])
            put(f"reach {rung}", 1 - below[k].sum(axis=1))
            put(f"at-or-above {rung}", occupancy[:, k:].sum(axis=1))
        for m, response in enumerate(case["responses"]):
            put(f"responses {response['id']}", 1 - silent[m].sum(axis=1))
        put("severity", occupancy @ severity)

    record(0)
    for month in range(horizon):
        t = month + 0.5
        effects = {driver["id"]: effect(driver, t) for driver in case["drivers"]}
        q = np.zeros((count, size, size))
        for j, transition in enumerate(case["transitions"]):
            a, b = ladder.index(transition["from"]), ladder.index(transition["to"])
            acting = [d["id"] for d in case["drivers"] if transition["id"] in d.get("actsOn", [transition["id"]])]
            total = sum((effects[d] for d in acting), np.zeros(count))
            q[:, a, b] = rates[j] * np.exp(total if b > a else -total)
        q[:, range(size), range(size)] = -q.sum(axis=2)
        occupancy = np.einsum("ni,nij->nj", occupancy, batched_expm(q))
        for r in range(size):
            taboo = q.copy()
            taboo[:, r:, :] = 0
            taboo[:, :, r:] = 0
            moved = np.einsum("ni,nij->nj", below[r], batched_expm(taboo))
            moved[:, r:] = 0
            below[r] = moved
        for m, response in enumerate(case["responses"]):
            total = sum((effects[d] for d in response["drivers"]), np.zeros(count))
            factor = np.array([response.get("rungMultipliers", {}).get(rung, 1) for rung in ladder])
            killed = q.copy()
            killed[:, range(size), range(size)] -= (answers[m] * np.exp(total))[:, None] * factor
            silent[m] = np.einsum("ni,nij->nj", silent[m], batched_expm(killed))
        record(month + 1)
    return series


def dimensions(scenario):
    case = scenario["case"]
    return len(case["transitions"]) + len(case["responses"]) + 2 * len(case["drivers"])


def rung_ids(size):
    return [f"r{k}" for k in range(size)]


def scenario_of(size, rates, months, start, drivers=(), responses=(), judged=None):
    ids = rung_ids(size)
    drivers = list(drivers) or [dict(id="d", role="escalates", reference=0.5, multiplier=(2, 2, 2))]
    return {
        "format": "brink-scenario",
        "formatVersion": 1,
        "title": "Reference",
        "summary": "",
        "case": {
            "id": "reference",
            "title": "Reference",
            "asOf": "2020-01-01",
            "source": {"title": "None", "publisher": "None", "published": "2020"},
            "ladder": [
                {"id": r, "label": r, "description": "", "severity": 100 * k / (size - 1)}
                for k, r in enumerate(ids)
            ],
            "transitions": [
                {"id": f"r{a}>r{b}", "from": f"r{a}", "to": f"r{b}", "rate": g, "basis": ""}
                for (a, b), g in rates.items()
            ],
            "drivers": [
                {
                    "id": d["id"],
                    "label": d["id"],
                    "description": "",
                    "role": d["role"],
                    "reference": d["reference"],
                    "multiplier": dict(zip(("low", "mode", "high"), d["multiplier"])),
                    **({"actsOn": d["actsOn"]} if "actsOn" in d else {}),
                }
                for d in drivers
            ],
            "responses": [
                {"label": r["id"], "description": "", "basis": "", **r} for r in responses
            ],
            "evidence": [],
            "conclusion": [],
        },
        "judgment": {
            "start": {ids[k]: p for k, p in enumerate(start) if p > 0},
            "horizonMonths": months,
            "drivers": {
                d["id"]: {
                    "intensity": {"low": x, "mode": x, "high": x},
                    **(judged or {}).get(d["id"], {}),
                }
                for d in drivers
                for x in [d.get("at", d["reference"])]
            },
            "disputed": [],
            "yardstick": "icd-203",
        },
        "run": {"draws": 1, "seed": 1},
    }


def fixed_cases():
    ladder5 = {(0, 1): 0.2, (1, 0): 0.1, (1, 2): 0.15, (2, 1): 0.4, (2, 3): 0.1, (3, 2): 0.9, (3, 4): 0.12, (4, 3): 0.5}
    two = [
        dict(id="up", role="escalates", reference=0.4, multiplier=(3, 3, 3), at=0.9),
        dict(id="brake", role="restrains", reference=0.6, multiplier=(5, 5, 5), at=0.2, actsOn=["r3>r4", "r4>r3"]),
    ]
    trend = {
        "up": {"trendPerYear": 0.4, "shocks": [{"month": 2.5, "change": -0.3, "lasts": 4}, {"month": 4, "change": 0.5, "lasts": 2.2}]},
        "brake": {"trendPerYear": -0.5, "shocks": [{"month": 6, "change": 0.9}]},
    }
    rng = np.random.default_rng(12)
    dense = {(a, b): float(round(10 ** rng.uniform(-2.5, 0.7), 4)) for a in range(12) for b in range(12) if a != b and rng.random() < 0.45}
    many = [
        dict(id=f"d{n}", role="escalates" if n % 2 else "restrains", reference=float(round(rng.uniform(0.2, 0.8), 2)), multiplier=(1 + n / 20,) * 3, at=float(round(rng.uniform(0.1, 0.9), 2)))
        for n in range(30)
    ]
    answers = [
        dict(id="a", rate=0.08, rungMultipliers={"r0": 0.5, "r3": 2, "r4": 0}, drivers=["up"]),
        dict(id="b", rate=0.3, drivers=["brake", "up"]),
    ]
    return {
        "two rungs": scenario_of(2, {(0, 1): 0.3, (1, 0): 0.7}, 12, [1, 0]),
        "absorbing top": scenario_of(4, {(0, 1): 0.4, (1, 2): 0.2, (2, 3): 0.3, (1, 0): 0.1}, 24, [0.7, 0.2, 0.1, 0]),
        "ladder of five": scenario_of(5, ladder5, 12, [0, 0.5, 0.5, 0, 0]),
        "start on the top": scenario_of(5, ladder5, 12, [0, 0.25, 0, 0.25, 0.5]),
        "jumps over rungs": scenario_of(4, {(0, 2): 0.1, (2, 0): 0.3, (1, 3): 0.05, (3, 0): 0.6, (0, 1): 0.2, (2, 3): 0.2}, 18, [0.5, 0.5, 0, 0]),
        "drivers off their references": scenario_of(5, ladder5, 12, [0, 1, 0, 0, 0], two),
        "trend and shocks": scenario_of(5, ladder5, 12, [0, 1, 0, 0, 0], two, (), trend),
        "responses": scenario_of(5, ladder5, 12, [0, 0.5, 0.5, 0, 0], two, answers, trend),
        "fast": scenario_of(3, {(0, 1): 30, (1, 0): 20, (1, 2): 0.01}, 12, [1, 0, 0]),
        "twelve rungs, thirty drivers": scenario_of(12, dense, 6, [0.5, 0.5] + [0] * 10, many),
    }


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=1) + "\n")


def write_fixed():
    content = []
    for name, scenario in fixed_cases().items():
        series = simulate(scenario, np.full((1, dimensions(scenario)), 0.5))
        content.append({"name": name, "scenario": scenario, "series": {key: value[0].tolist() for key, value in series.items()}})
    write("fixed-rates.json", content)


def write_uncertain(names, power=13, scrambles=8):
    content = []
    for name in names:
        scenario = json.loads((SCENARIOS / f"{name}.brink").read_text())
        runs = []
        for seed in range(scrambles):
            sobol = qmc.Sobol(dimensions(scenario), scramble=True, seed=seed)
            runs.append(simulate(scenario, sobol.random_base2(power)))
        months = [m for m in (1, 3, 6, 12) if m <= scenario["judgment"]["horizonMonths"]]
        series = {}
        for key in runs[0]:
            pooled = np.concatenate([run[key] for run in runs])
            means = np.array([run[key].mean(axis=0) for run in runs])
            series[key] = [
                {
                    "month": m,
                    "mean": float(pooled[:, m].mean()),
                    "meanError": float(means[:, m].std(ddof=1) / np.sqrt(scrambles)),
                    "quantiles": [float(v) for v in np.quantile(pooled[:, m], QUANTILES)],
                }
                for m in months
            ]
        content.append({"name": name, "points": scrambles * 2**power, "series": series})
        print(name, series["reach confrontation"][-1])
    write("uncertain.json", content)


if __name__ == "__main__":
    write_fixed()
    write_uncertain([f"iran-azerbaijan-2023-{name}" for name in ("baseline", "corridor-forced", "everything-at-once")])
