"""One entry of a step as the sum it is made of, with the task's numbers."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.notation import total
from tools.content import number, signed
from tools.schema import Array


def working(given: Attention, out: AttentionSteps, step: str, row: int, column: int) -> str | None:
    """LaTeX of the entry's own sum, not worked out; None for stacked heads and for scores that a mask forbids."""
    if given.Q.ndim != 2:
        return None
    match step:
        case "scores":
            return _products(given.Q[row], given.K[column])
        case "scaled":
            score = signed(float(out.scores[row, column]))
            return rf"\frac{{{score}}}{{\sqrt{{{given.d_k}}}}}" if given.customary else rf"{score} \cdot {given.scale}"
        case "weights":
            return _share(given, out, row, column)
        case "C":
            return _products(out.weights[row], given.V[:, column])
    return None


def _products(left: Array, right: Array) -> str:
    return total([rf"{signed(float(a))} \cdot {signed(float(b))}" for a, b in zip(left, right, strict=True)])


def _share(given: Attention, out: AttentionSteps, row: int, column: int) -> str | None:
    """One exponential over the sum of its row or column; None where it is not a plain softmax."""
    line = out.masked[:, column] if given.softmax == "columns" else out.masked[row]
    own = out.masked[row, column]
    if given.softmax == "none" or not np.isfinite(own):
        return None
    powers = [rf"e^{{{number(float(one))}}}" for one in line if np.isfinite(one)]
    return rf"\frac{{e^{{{number(float(own))}}}}}{{{total(powers)}}}"
