"""Writes the figures of this folder that oracle.py answers.

Run from the top of the checkout:
    python3 tests/reference/write_references.py            fixed-rates.json and uncertain.json (10 minutes)
    python3 tests/reference/write_references.py fixed      fixed-rates.json alone (half a minute)
    python3 tests/reference/write_references.py FILE...    scenario files: their figures, to the terminal
Made with Python 3.11, NumPy 2.4.6, SciPy 1.17.1, mpmath 1.3.0.
"""

import json
import sys
from pathlib import Path

import mpmath as mp
import numpy as np
from oracle import QUANTILES, dimensions, exact, range_of, series_of_event, simulate, verdict
from scipy.stats import qmc

HERE = Path(__file__).parent
SCENARIOS = HERE.parent.parent / "scenarios"
MONTHS = [0, 1, 3, 6, 12]
DIGITS = 60


# The scenarios in which nothing is uncertain

def scenario_of(size, rates, months, start, drivers=(), responses=(), judged=None, claims=()):
    ids = [f"r{k}" for k in range(size)]
    drivers = list(drivers) or [dict(id="d", role="escalates", reference=0.5, multiplier=2)]
    exactly = lambda x: {"low": x, "mode": x, "high": x}  # noqa: E731
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
                {"id": r, "label": r, "description": "", "severity": round(100 * k / (size - 1), 2)}
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
                    "multiplier": exactly(d["multiplier"]),
                    **({"actsOn": d["actsOn"]} if "actsOn" in d else {}),
                }
                for d in drivers
            ],
            "responses": [
                {
                    "id": r["id"],
                    "label": r["id"],
                    "description": "",
                    "rate": r["rate"],
                    **({"rungMultipliers": r["on"]} if "on" in r else {}),
                    "drivers": r["drivers"],
                    "basis": "",
                }
                for r in responses
            ],
            "evidence": [],
            "conclusion": list(claims),
        },
        "judgment": {
            "start": {ids[k]: p for k, p in enumerate(start) if p > 0},
            "horizonMonths": months,
            "drivers": {
                d["id"]: {"intensity": exactly(d.get("at", d["reference"])), **(judged or {}).get(d["id"], {})}
                for d in drivers
            },
            "disputed": [],
            "yardstick": "icd-203",
        },
        "run": {"draws": 1, "seed": 1},
    }


def claim(name, wording, kind, target, span=None):
    return {
        "id": name,
        "statement": name,
        "locator": "None",
        "wording": wording,
        **({"range": span} if span else {}),
        "event": {"kind": kind, "response" if kind == "response" else "rung": target},
    }


def fixed_cases():
    five = {(0, 1): 0.2, (1, 0): 0.1, (1, 2): 0.15, (2, 1): 0.4, (2, 3): 0.1, (3, 2): 0.9, (3, 4): 0.12, (4, 3): 0.5}
    up = dict(id="up", role="escalates", reference=0.4, multiplier=3, at=0.9)
    brake = dict(id="brake", role="restrains", reference=0.6, multiplier=5, at=0.2, actsOn=["r3>r4", "r4>r3"])
    calm = dict(id="calm", role="restrains", reference=0.5, multiplier=2.5, at=0.75)
    two = [up, brake]
    trend_and_shocks = {
        "up": {"trendPerYear": 0.4, "shocks": [{"month": 2.5, "change": -0.3, "lasts": 4}, {"month": 4, "change": 0.5, "lasts": 2.2}]},
        "brake": {"trendPerYear": -0.5, "shocks": [{"month": 6, "change": 0.9}]},
    }
    clamp = {"up": {"trendPerYear": 0.3}, "brake": {"trendPerYear": -0.6}, "calm": {"trendPerYear": -1.5}}
    shocks = {
        "up": {
            "multiplier": {"low": 7, "mode": 7, "high": 7},
            "shocks": [
                {"month": 0, "change": -0.6, "lasts": 0.5},
                {"month": 1.25, "change": -0.2, "lasts": 3},
                {"month": 3.7, "change": -0.45, "label": "for good"},
                {"month": 5.5, "change": 1, "lasts": 1},
                {"month": 11.8, "change": -1},
            ],
        },
        "calm": {"shocks": [{"month": 2, "change": 0.2}, {"month": 2, "change": 0.2, "lasts": 6.6}, {"month": 400, "change": -1}]},
    }
    answers = [
        dict(id="a", rate=0.08, on={"r0": 0.5, "r3": 2, "r4": 0}, drivers=["up"]),
        dict(id="b", rate=0.3, drivers=["brake", "up"]),
        dict(id="c", rate=2.5, on={"r0": 0, "r1": 0.01}, drivers=[]),
    ]
    claims = [
        claim("higher", "likely", "at-or-above", "r1"),
        claim("top", "unlikely", "reach", "r4"),
        claim("force", "may", "reach", "r3", [0.1, 0.8]),
        claim("answer", "roughly even chance", "response", "a"),
        claim("bold", "almost certain", "response", "b"),
    ]
    stiff = {
        (0, 1): 1e-4, (1, 0): 1e3, (1, 2): 500, (2, 1): 1e-3, (2, 3): 2e-3, (3, 2): 40,
        (3, 4): 1e3, (4, 3): 0.7, (4, 5): 1e-4, (5, 4): 300, (0, 5): 1e-4, (5, 0): 1e-2,
    }  # fmt: skip
    stiff_two = [
        dict(id="up", role="escalates", reference=0.4, multiplier=90, at=0.7),
        dict(id="brake", role="restrains", reference=0.5, multiplier=20, at=0.3, actsOn=["r1>r2", "r3>r4", "r4>r3"]),
    ]
    stiff_answers = [
        dict(id="slow", rate=1e-4, on={"r4": 1e3}, drivers=["up"]),
        dict(id="fast", rate=1e3, on={"r0": 0, "r2": 1e-6, "r3": 1, "r4": 1e-5}, drivers=["brake"]),
    ]
    rng = np.random.default_rng(12)
    dense = {(a, b): float(round(10 ** rng.uniform(-2.5, 0.7), 4)) for a in range(12) for b in range(12) if a != b and rng.random() < 0.45}
    many = [
        dict(id=f"d{n}", role="escalates" if n % 2 else "restrains", reference=float(round(rng.uniform(0.2, 0.8), 2)), multiplier=1 + n / 20, at=float(round(rng.uniform(0.1, 0.9), 2)))
        for n in range(30)
    ]
    return {
        "two rungs": scenario_of(2, {(0, 1): 0.3, (1, 0): 0.7}, 12, [1, 0]),
        "absorbing top": scenario_of(4, {(0, 1): 0.4, (1, 2): 0.2, (2, 3): 0.3, (1, 0): 0.1}, 24, [0.7, 0.2, 0.1, 0]),
        "ladder of five": scenario_of(5, five, 12, [0, 0.5, 0.5, 0, 0]),
        "start on the top": scenario_of(5, five, 12, [0, 0.25, 0, 0.25, 0.5]),
        "jumps over rungs": scenario_of(4, {(0, 2): 0.1, (2, 0): 0.3, (1, 3): 0.05, (3, 0): 0.6, (0, 1): 0.2, (2, 3): 0.2}, 18, [0.5, 0.5, 0, 0]),
        "drivers off their references": scenario_of(5, five, 12, [0, 1, 0, 0, 0], two),
        "trend and shocks": scenario_of(5, five, 12, [0, 1, 0, 0, 0], two, (), trend_and_shocks),
        "trends that reach both ends": scenario_of(5, five, 30, [0, 1, 0, 0, 0], [up, brake, calm], (), clamp),
        "shocks that overlap": scenario_of(5, five, 14, [0.2, 0.3, 0.5, 0, 0], [up, brake, calm], (), shocks),
        "responses": scenario_of(5, five, 12, [0, 0.5, 0.5, 0, 0], two, answers, trend_and_shocks, claims),
        "fast": scenario_of(3, {(0, 1): 30, (1, 0): 20, (1, 2): 0.01}, 12, [1, 0, 0]),
        "stiff, 120 months": scenario_of(6, stiff, 120, [0.9, 0, 0, 0.1, 0, 0]),
        "stiff, with drivers and responses": scenario_of(6, stiff, 60, [0.2, 0.3, 0.3, 0.1, 0.1, 0], stiff_two, stiff_answers, {"up": {"trendPerYear": 0.1}}),
        "twelve rungs, thirty drivers": scenario_of(12, dense, 6, [0.5, 0.5] + [0] * 10, many),
    }  # fmt: skip


def fixed_answer(name, scenario):
    many, more = exact(scenario, DIGITS), exact(scenario, DIGITS + 30)
    unsettled = max(abs(a - b) for key in many for a, b in zip(many[key], more[key], strict=True))
    if unsettled > mp.mpf(10) ** -35:
        raise ArithmeticError(f"{name}: {unsettled}")
    series = {key: [float(value) for value in values] for key, values in more.items()}
    double = simulate(scenario, np.full((1, dimensions(scenario)), 0.5))
    apart = max(float(np.max(np.abs(double[key][0] - values))) / (100 if key == "severity" else 1) for key, values in series.items())
    conclusion = []
    for item in scenario["case"]["conclusion"]:
        low, high = range_of(item, scenario["judgment"]["yardstick"])
        p = series[series_of_event(item["event"])][-1]
        conclusion.append({"id": item["id"], "range": [low, high], "mean": p, "verdict": verdict(p, low, high)})
    print(f"{name}: SciPy within {apart:.1e}; 60 and 90 digits within {mp.nstr(unsettled, 2)}", flush=True)
    answer = {"name": name, "scenario": scenario, "largestDifferenceOfSciPy": apart, "series": series}
    return {**answer, "conclusion": conclusion} if conclusion else answer


# Uncertain scenarios

def uncertain_answer(scenario, power, scrambles):
    runs = []
    for seed in range(scrambles):
        sobol = qmc.Sobol(dimensions(scenario), scramble=True, rng=seed)
        runs.append(simulate(scenario, sobol.random_base2(power)))
    horizon = scenario["judgment"]["horizonMonths"]
    root = np.sqrt(scrambles)

    def figures(key, month):
        each = [run[key][:, month] for run in runs]
        pooled = np.concatenate(each)
        spread = np.std([np.quantile(values, QUANTILES) for values in each], axis=0, ddof=1)
        return {
            "mean": float(pooled.mean()),
            "meanError": float(np.std([values.mean() for values in each], ddof=1) / root),
            "quantiles": np.quantile(pooled, QUANTILES).tolist(),
            "quantileErrors": (spread / root).tolist(),
        }

    conclusion = []
    for item in scenario["case"]["conclusion"]:
        low, high = range_of(item, scenario["judgment"]["yardstick"])
        found = figures(series_of_event(item["event"]), horizon)
        head = {"id": item["id"], "wording": item["wording"], "range": [low, high], "month": horizon}
        conclusion.append({**head, "verdict": verdict(found["mean"], low, high), **found})
    months = [m for m in MONTHS if m <= horizon]
    return {
        "points": scrambles * 2**power,
        "scrambles": scrambles,
        "series": {key: [{"month": m, **figures(key, m)} for m in months] for key in runs[0]},
        "conclusion": conclusion,
    }


def say(answer):
    for c in answer["conclusion"]:
        q = c["quantiles"]
        print(f"  {c['id']:26s} {c['mean']:.4f} ±{c['meanError']:.0e}  5–95 %: {q[0]:.4f}–{q[-1]:.4f}  {c['wording']} {c['range']}: {c['verdict']}", flush=True)


def laid_out(value, indent=0):
    """JSON with a line for each object or list that fits on one."""
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not isinstance(value, (dict, list)) or len(flat) <= 400 or all(isinstance(x, float) for x in value):
        return flat
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        lines = [f"{pad}{json.dumps(k)}: {laid_out(v, indent + 1)}" for k, v in value.items()]
    else:
        lines = [pad + laid_out(v, indent + 1) for v in value]
    first, last = "{}" if isinstance(value, dict) else "[]"
    return first + "\n" + ",\n".join(lines) + "\n" + " " * indent + last


def write(name, content):
    (HERE / name).write_text(laid_out(content) + "\n")


def main(arguments):
    if arguments and arguments != ["fixed"]:
        for path in arguments:
            print(laid_out(uncertain_answer(json.loads(Path(path).read_text()), 12, 4)))
        return
    write("fixed-rates.json", [fixed_answer(*item) for item in fixed_cases().items()])
    if arguments:
        return
    content = []
    for path in sorted(SCENARIOS.glob("*.brink")):
        answer = {"name": path.stem, **uncertain_answer(json.loads(path.read_text()), 14, 8)}
        print(path.stem)
        say(answer)
        content.append(answer)
    write("uncertain.json", content)


if __name__ == "__main__":
    main(sys.argv[1:])
