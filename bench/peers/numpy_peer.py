"""The whole forecast by NumPy and SciPy, vectorised over the points: python3 numpy_peer.py FILE POINTS

It is tests/reference/oracle.py, timed.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy.stats import qmc

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "reference"))
import oracle  # noqa: E402

scenario = json.loads(Path(sys.argv[1]).read_text())
points = qmc.Sobol(oracle.dimensions(scenario), scramble=True, seed=1).random(int(sys.argv[2]))
begun = time.perf_counter()
series = oracle.simulate(scenario, points)
for values in series.values():
    values.mean(axis=0)
    np.quantile(values, oracle.QUANTILES, axis=0)
spent = (time.perf_counter() - begun) * 1000
reach = [float(series[f"reach {rung['id']}"][:, -1].mean()) for rung in scenario["case"]["ladder"]]
print(json.dumps({"milliseconds": spent, "reach": reach}))
