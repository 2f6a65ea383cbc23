"""Quantiles of Gamma and Beta distributions by SciPy, for quantile-functions.json.

Run from the top of the checkout: python3 tests/reference/quantile-functions.py
Made with SciPy 1.17.1.
"""

import json
from pathlib import Path

from scipy.stats import beta, gamma

PROBABILITIES = [1e-9, 1e-6, 1e-3, 0.01, 0.05, 0.2, 0.37, 0.5, 0.77, 0.9, 0.99, 0.9999, 1 - 1e-7]
GAMMA_SHAPES = [0.05, 0.3, 1, 2, 3, 7.5, 40, 1000, 100000]
BETA_SHAPES = [(a, 6 - a) for a in (1, 1.3, 2, 3, 4.4, 5)]

content = {
    "probabilities": PROBABILITIES,
    "gamma": [
        {"shape": a, "quantiles": [float(gamma.ppf(u, a)) for u in PROBABILITIES]}
        for a in GAMMA_SHAPES
    ],
    "beta": [
        {"a": a, "b": b, "quantiles": [float(beta.ppf(u, a, b)) for u in PROBABILITIES]}
        for a, b in BETA_SHAPES
    ],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(content, indent=1) + "\n")
