"""The base rates and the back-test of tests/history/slice, written from docs/base-rates.md alone:

    python3 tests/reference/history.py

Shares no code with src/history. Priors are weighed on a fine grid, intervals are of SciPy's Gamma
distribution, forecasts of its matrix exponential over 8,000 random draws of the rates.
"""

import csv
import json
import math
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy import linalg, optimize, special, stats

HERE = Path(__file__).parent
SLICE = HERE.parent / "history" / "slice"
SOVIET = {359, *range(365, 374), *range(701, 706)}
MAJORS = {2: 1946, 200: 1946, 220: 1946, 365: 1946, 710: 1950, 255: 1991, 740: 1991}
FIRST, LAST = (1993, 1), (2014, 12)
DRAWS = 8_000
HORIZONS = [1, 3, 6, 12]


def read(name):
    with open(SLICE / name, newline="") as file:
        return [
            {k: int(v) if v.lstrip("-").isdigit() else v for k, v in row.items()}
            for row in csv.DictReader(file)
        ]


def index(year, month):
    return (year - 1993) * 12 + month - 1


MONTHS = index(*LAST) + 1
disputes = {row["dispnum"]: row for row in read("mid5/mida.csv")}
midb = read("mid5/midb.csv")
incidents = {row["incidnum"]: row for row in read("mid5/midi.csv")}
midip = read("mid5/midip.csv")
contiguity = read("contiguity.csv")
rivalries = read("rivalries.csv")
members = read("states.csv")


def pair(x, y):
    return (min(x, y), max(x, y))


def relation(p, year):
    borders = {
        row["conttype"]
        for row in contiguity
        if pair(row["ccode1"], row["ccode2"]) == p
        and int(row["stdate"][:4]) <= year <= int(row["enddate"][:4])
    }
    rivals = any(
        pair(row["ccode1"], row["ccode2"]) == p and row["start"] <= year <= row["end"]
        for row in rivalries
    )
    major = any(MAJORS.get(state, 9999) <= year for state in p)
    return {
        "land": 1 in borders,
        "rivals": rivals,
        "relevant": bool(borders - {0}) or rivals or major,
    }


known_relations = {}


def rel(p, year):
    if (p, year) not in known_relations:
        known_relations[p, year] = relation(p, year)
    return known_relations[p, year]


def is_soviet(p):
    return p[0] in SOVIET or p[1] in SOVIET


INCLUDES = {
    "all-1992": lambda p, y: True,
    "land-neighbours": lambda p, y: rel(p, y)["land"],
    "rivals": lambda p, y: rel(p, y)["rivals"],
    "former-soviet-neighbours": lambda p, y: rel(p, y)["land"] and is_soviet(p),
}
WIDER = {
    "all-1992": [],
    "land-neighbours": ["all-1992"],
    "rivals": ["all-1992"],
    "former-soviet-neighbours": ["land-neighbours", "all-1992"],
}


def narrowest(p, year):
    for name in ["former-soviet-neighbours", "land-neighbours", "rivals"]:
        if INCLUDES[name](p, year):
            return name
    return "all-1992"


# The panel: the highest state of each month.
def state(level, deaths):
    if level == 5:
        return 4
    if level == 4:
        return 3 if deaths else 2
    return 1 if level >= 2 else 0


panel = defaultdict(dict)
by_incident = defaultdict(list)
for row in midip:
    by_incident[row["incidnum"]].append(row)
for number, incident in incidents.items():
    if incident["stmon"] < 1:
        continue
    begin = index(incident["styear"], incident["stmon"])
    end = max(begin, index(incident["endyear"], incident["endmon"])) if incident["endmon"] > 0 else begin
    for x in by_incident[number]:
        for y in by_incident[number]:
            if x["insidea"] != 1 or y["insidea"] != 0 or x["ccode"] == y["ccode"]:
                continue
            worst = state(max(x["hostlev"], y["hostlev"]), max(x["fatality"], y["fatality"]) > 0)
            if worst == 0:
                continue
            months = panel[pair(x["ccode"], y["ccode"])]
            for month in range(begin, min(end, MONTHS - 1) + 1):
                months[month] = max(worst, months.get(month, 0))

steps = []  # pair, year of the later month, from, to
origins = []
for p, months in sorted(panel.items()):
    last = max((m for m in months if m < 0), default=-(10**9))
    for month in range(MONTHS):
        now = months.get(month, 0)
        if now:
            last = month
            later = [months.get(m, 0) for m in range(month + 1, min(month + 12, MONTHS - 1) + 1)]
            origins.append((p, month, now, later))
        if month + 1 < MONTHS and month - last <= 12:
            steps.append((p, 1993 + (month + 1) // 12, now, months.get(month + 1, 0)))


def tally(name, start, end, before=9999):
    """Events and exposure by pair."""
    sums = defaultdict(lambda: [0, 0.0])
    for p, year, now, then in steps:
        if now == start and year < before and INCLUDES[name](p, year):
            sums[p][0] += then == end
            sums[p][1] += 1 - 0.5 * (then != now)
    return sums


def total(sums):
    return [sum(v[0] for v in sums.values()), sum(v[1] for v in sums.values())]


def candidates(rest, own):
    """Shapes, months and weights of a fine grid of Gamma distributions that rates may come from."""
    events, months = map(sum, zip(*rest)) if rest else (0, 0)
    if months <= 0:
        return None
    units = np.array(rest + ([own] if own[1] > 0 else []), dtype=float)
    n, e = units[:, 0], units[:, 1]
    low, high = math.log(0.5), math.log(events + 0.5)
    shapes = np.exp(np.linspace(low, high, 120)) if high > low else np.array([0.5])
    reach = 12 / math.sqrt(n.sum() + 1) + 1
    means = (n.sum() + 0.5) / e.sum() * np.exp(np.linspace(-2 * reach, reach, 500))
    a, m = shapes[:, None, None], means[None, :, None]
    chance = special.gammaln(a + n) - special.gammaln(a) + n * np.log(m * e / (a + m * e))
    log_weight = (chance - a * np.log1p(m * e / a)).sum(axis=2) + 0.5 * np.log(means)
    weight = np.exp(log_weight - log_weight.max())
    if len(shapes) > 1:
        typical = max(n.mean(), 0.5)
        weight *= (shapes / (shapes + typical) ** 2)[:, None]
        weight[[0, -1]] /= 2
    weight /= weight.sum()
    return np.broadcast_to(shapes[:, None], weight.shape), shapes[:, None] / means, weight


def join(found, own):
    """The Gamma distribution with the mean and variance of all that the candidates say."""
    shape, months, weight = found
    shape, months = shape + own[0], months + own[1]
    mean = (weight * shape / months).sum()
    variance = (weight * (shape / months**2 + (shape / months) ** 2)).sum() - mean**2
    return float(mean**2 / variance), float(mean / variance)


def rate(name, start, end, before=9999):
    """Shape and months after borrowing, or alone where there is nothing to borrow from."""
    sums = tally(name, start, end, before)
    own = total(sums)
    for wider in WIDER[name]:
        rest = []
        for p, (n, e) in tally(wider, start, end, before).items():
            mine = sums[p] if p in sums else [0, 0.0]
            if e - mine[1] > 0:
                rest.append((n - mine[0], e - mine[1]))
        found = candidates(rest, own)
        if found:
            return join(found, own)
    return (own[0] + 0.5, own[1]) if own[1] > 0 else None


def rates(name, before):
    found = {(i, j): rate(name, i, j, before) for i in range(5) for j in range(5) if i != j}
    for (i, j), value in list(found.items()):
        if value is None:
            source = j if i == 4 else 3
            found[i, j] = found.get((3, 2 if source == 3 else source)) or (0.5, 1)
    return found


def forecasts(name, before, generator):
    table = rates(name, before)
    q = np.zeros((DRAWS, 5, 5))
    for (i, j), (shape, months) in table.items():
        q[:, i, j] = generator.gamma(shape, 1 / months, DRAWS)
    q[:, range(5), range(5)] = -q.sum(axis=2)
    whole = linalg.expm(q)
    monthly = {rung: linalg.expm(q[:, :rung, :rung]) for rung in (2, 3, 4)}
    out = {}
    for horizon in HORIZONS:
        out["states", horizon] = np.linalg.matrix_power(whole, horizon).mean(axis=0)
        for rung in (2, 3, 4):
            below = np.linalg.matrix_power(monthly[rung], horizon)
            out[rung, horizon] = 1 - below.sum(axis=2).mean(axis=0)
    return out


def brier(p, y):
    return (p - y) ** 2


def logarithmic(p, y):
    p = min(max(p, 0.001), 0.999)
    return -math.log(p if y else 1 - p)


def ranked(p, category):
    observed = np.arange(5) >= category
    return float(((np.cumsum(p) - observed)[:4] ** 2).sum() / 4)


def back_test(first, last):
    generator = np.random.default_rng(20141231)
    said = {}
    scores = defaultdict(list)
    for p, month, now, later in origins:
        year = 1993 + month // 12
        if not first <= year <= last:
            continue
        name = narrowest(p, year)
        if (name, year) not in said:
            said[name, year] = forecasts(name, year, generator)
        for horizon in HORIZONS:
            if horizon > len(later):
                continue
            known = [o for o in origins if 1993 + (o[1] + horizon) // 12 < year]
            ends = [o[3][horizon - 1] for o in known]
            base = [(ends.count(s) + 0.2) / (len(ends) + 1) for s in range(5)]
            scores["ranked", horizon, "climatology"].append(ranked(base, later[horizon - 1]))
            ladder = said[name, year]["states", horizon][now]
            scores["ranked", horizon, "ladder"].append(ranked(ladder, later[horizon - 1]))
            for rung, label in ((2, "force"), (3, "deaths"), (4, "war")):
                if now >= rung:
                    continue
                came = max(later[:horizon]) >= rung
                eligible = [o for o in known if o[2] < rung]
                hits = sum(max(o[3][:horizon]) >= rung for o in eligible)
                climate = (hits + 0.5) / (len(eligible) + 1)
                for model, p_model in (
                    ("climatology", climate),
                    ("ladder", float(said[name, year][rung, horizon][now])),
                    ("persistence", 0.0),
                ):
                    scores[label, horizon, model].append(
                        (brier(p_model, came), logarithmic(p_model, came), int(came))
                    )
    return scores


def onset_counts():
    """Onsets by the highest rung of the dispute, in pairs that could well come to blows."""
    opponents = defaultdict(list)
    for number, row in disputes.items():
        sides = [[m for m in midb if m["dispnum"] == number and m["sidea"] == s] for s in (1, 0)]
        for x in sides[0]:
            for y in sides[1]:
                begin = max(m["styear"] * 12 + m["stmon"] for m in (x, y))
                end = min(m["endyear"] * 12 + m["endmon"] for m in (x, y))
                if begin > end or x["ccode"] == y["ccode"]:
                    continue
                level = max(x["hostlev"], y["hostlev"])
                if level == 5 and min(x["hostlev"], y["hostlev"]) < 5:
                    level = 4
                worst = state(level, max(x["fatality"], y["fatality"]) > 0)
                opponents[pair(x["ccode"], y["ccode"])].append((begin, number, end, worst))
    codes = sorted({row["ccode"] for row in members})
    counts = [0] * 5
    months = 0.0
    for i, a in enumerate(codes):
        for b in codes[i + 1 :]:
            until, onset_at = -1, {}
            for begin, _, end, worst in sorted(opponents[(a, b)]):
                if begin > until:
                    onset_at[begin] = worst
                until = max(until, end)
            for year in range(1946, 2015):
                if not rel((a, b), year)["relevant"]:
                    continue
                for month in range(year * 12 + 1, year * 12 + 13):
                    here = all(
                        any(
                            m["ccode"] == s
                            and m["styear"] * 12 + m["stmonth"] <= month <= m["endyear"] * 12 + m["endmonth"]
                            for m in members
                        )
                        for s in (a, b)
                    )
                    busy = any(o[0] <= month - 1 <= o[2] for o in opponents[(a, b)])
                    if not here or busy:
                        continue
                    months += 1
                    if month in onset_at:
                        counts[onset_at[month]] += 1
                        months -= 0.5
    return {"months": months, "events": counts[1:]}


def decomposition(p, y, edges):
    p, y = np.array(p), np.array(y)
    place = np.searchsorted(edges, p, side="right") - 1
    base = y.mean()
    reliability = resolution = 0.0
    for k in set(place):
        inside = place == k
        reliability += inside.sum() * (p[inside].mean() - y[inside].mean()) ** 2
        resolution += inside.sum() * (y[inside].mean() - base) ** 2
    score = ((p - y) ** 2).mean()
    parts = [reliability / len(p), resolution / len(p), base * (1 - base)]
    return [*parts, score - (parts[0] - parts[1] + parts[2])]


def made_up_scores():
    generator = np.random.default_rng(1973)
    p = np.round(generator.beta(0.7, 2, 400), 6)
    y = (generator.random(400) < p**1.2).astype(int)
    q = np.round(generator.dirichlet([2, 1, 1, 0.5, 0.2], 60), 6)
    c = generator.integers(0, 5, 60)
    edges = [0, 0.01, 0.02, *[x / 100 for x in range(5, 100, 10)]]
    return {
        "forecasts": p.tolist(),
        "outcomes": y.tolist(),
        "brier": float(((p - y) ** 2).mean()),
        "logarithmic": float(np.mean([logarithmic(a, b) for a, b in zip(p, y)])),
        "decomposition": decomposition(p, y, edges),
        "categories": c.tolist(),
        "distributions": q.tolist(),
        "ranked": [ranked(a, b) for a, b in zip(q, c)],
    }


def holding_times():
    """Spells of two kinds, with the best two-speed likelihood that a general optimiser finds."""
    generator = np.random.default_rng(1958)
    endings = np.where(generator.random(300) < 0.6, 0.7, 0.1)
    steps = generator.geometric(endings)
    limit = generator.integers(1, 30, 300)
    ended = steps <= limit
    steps = np.minimum(steps, limit)

    def loss(x):
        w, a, b = 1 / (1 + np.exp(-x))
        chance = sum(
            s * np.where(ended, e * (1 - e) ** (steps - 1.0), (1 - e) ** (1.0 * steps))
            for s, e in ((w, a), (1 - w, b))
        )
        return -np.log(chance).sum()

    best = min(
        (optimize.minimize(loss, x, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-10, "maxiter": 5000})
         for x in ([0, 1, -1], [0.5, 0.5, -3], [-1, 2, -2])),
        key=lambda found: found.fun,
    )
    w, a, b = 1 / (1 + np.exp(-best.x))
    kinds = sorted([(float(a), float(w)), (float(b), float(1 - w))], reverse=True)
    return {
        "steps": steps.tolist(),
        "ended": ended.tolist(),
        "logLikelihood": float(-best.fun),
        "endings": [kinds[0][0], kinds[1][0]],
        "shares": [kinds[0][1], kinds[1][1]],
    }


def main():
    first, last = 1999, 2003
    scores = back_test(first, last)
    out = {
        "onsets": onset_counts(),
        "moves": {
            name: [
                {"from": i, "to": j, "events": t[0], "months": t[1]}
                for i in range(5)
                for j in range(5)
                if i != j
                for t in [total(tally(name, i, j))]
            ]
            for name in INCLUDES
        },
        "pooled": [
            {
                "from": i,
                "to": j,
                "events": r[0],
                "months": r[1],
                "low": stats.gamma.ppf(0.05, r[0]) / r[1],
                "high": stats.gamma.ppf(0.95, r[0]) / r[1],
            }
            for i in range(4)
            for j in range(5)
            if i != j
            for r in [rate("former-soviet-neighbours", i, j)]
        ],
        "backTest": {
            "fromYear": first,
            "toYear": last,
            "questions": [
                {
                    "outcome": label,
                    "months": horizon,
                    "model": model,
                    "forecasts": len(values),
                    "events": sum(v[2] for v in values),
                    "brier": float(np.mean([v[0] for v in values])),
                    "logarithmic": float(np.mean([v[1] for v in values])),
                }
                for (label, horizon, model), values in scores.items()
                if label != "ranked"
            ],
            "ranked": [
                {"months": horizon, "model": model, "score": float(np.mean(values))}
                for (label, horizon, model), values in scores.items()
                if label == "ranked"
            ],
        },
        "scores": made_up_scores(),
        "holdingTimes": holding_times(),
    }
    (HERE / "history.json").write_text(json.dumps(out, indent=1) + "\n")


main()
