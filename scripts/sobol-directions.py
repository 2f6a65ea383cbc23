"""Writes src/forecast/sampling/sobol-directions.ts from SciPy's copy of the Joe-Kuo numbers.

Run from the top of the checkout: python3 scripts/sobol-directions.py
It replaces the rows of the table and leaves the words above them alone.
"""

from pathlib import Path

import numpy as np
import scipy.stats

DIMENSIONS = 256
target = Path("src/forecast/sampling/sobol-directions.ts")
numbers = np.load(Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz")

rows = []
for dimension in range(1, DIMENSIONS):
    polynomial = int(numbers["poly"][dimension])
    degree = polynomial.bit_length() - 1
    initial = [int(m) for m in numbers["vinit"][dimension][:degree]]
    rows.append(f"  '{' '.join(map(str, [polynomial, *initial]))}',\n")

text = target.read_text()
head = text[: text.index("= [\n") + 4]
target.write_text(head + "".join(rows) + "]\n")
