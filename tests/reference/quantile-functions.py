"""Quantiles of Gamma and Beta distributions by SciPy, for quantile-functions.json.

Every value is compared with mpmath at 50 digits, which solves for the quantile of that very
double; the file says how far apart the two are at most.

Run from the top of the checkout: python3 tests/reference/quantile-functions.py
Made with Python 3.11, SciPy 1.17.1, mpmath 1.3.0.
"""

import json
from pathlib import Path

import mpmath as mp
from scipy.stats import beta, gamma

PROBABILITIES = [
    1e-9, 1e-6, 1e-3, 0.01, 0.05, 0.2, 0.37, 0.5, 0.77, 0.9, 0.99, 0.9999, 1 - 1e-7, 1 - 1e-9,
]  # fmt: skip
GAMMA_SHAPES = [0.05, 0.3, 1, 2, 3, 7.5, 40, 1000, 100000]
BETA_SHAPES = [(a, 6 - a) for a in (1, 1.3, 2, 3, 4.4, 5)]
EXACT_SHAPES = 1000

mp.mp.dps = 50


def solved(cdf, density, u, start):
    """Newton's method from SciPy's value, which is near enough for it."""
    x = mp.mpf(start)
    for _ in range(6):
        step = (cdf(x) - mp.mpf(u)) / density(x)
        x -= step
        if abs(step) < abs(x) * mp.mpf(10) ** -30:
            return x
    raise ArithmeticError(f"not solved: {u}, {start}")


def exact_gamma(a, u, start):
    a = mp.mpf(a)
    return solved(
        lambda x: mp.gammainc(a, 0, x, regularized=True),
        lambda x: mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a)),
        u,
        start,
    )


def exact_beta(a, b, u, start):
    a, b = mp.mpf(a), mp.mpf(b)
    return solved(
        lambda x: mp.betainc(a, b, 0, x, regularized=True),
        lambda x: x ** (a - 1) * (1 - x) ** (b - 1) / mp.beta(a, b),
        u,
        start,
    )


def apart(values, exact):
    return max(float(abs(mp.mpf(v) / e - 1)) for v, e in zip(values, exact, strict=True))


def gamma_row(a):
    values = [float(gamma.ppf(u, a)) for u in PROBABILITIES]
    row = {"shape": a, "quantiles": values}
    if a <= EXACT_SHAPES:
        row["mpmathWithin"] = apart(values, [exact_gamma(a, u, v) for u, v in zip(PROBABILITIES, values)])
    return row


def beta_row(a, b):
    values = [float(beta.ppf(u, a, b)) for u in PROBABILITIES]
    exact = [exact_beta(a, b, u, v) for u, v in zip(PROBABILITIES, values)]
    return {"a": a, "b": b, "quantiles": values, "mpmathWithin": apart(values, exact)}


content = {
    "probabilities": PROBABILITIES,
    "gamma": [gamma_row(a) for a in GAMMA_SHAPES],
    "beta": [beta_row(a, b) for a, b in BETA_SHAPES],
}
for row in content["gamma"] + content["beta"]:
    print({key: value for key, value in row.items() if key != "quantiles"})
Path(__file__).with_suffix(".json").write_text(json.dumps(content, indent=1) + "\n")
