"""Self-checks of attention: rows of weights are shares, and rows of C are mixes of the rows of V."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.certificates import READABLE, Certificate, Certificates, Handed, differs
from tools.content import number
from tools.schema import Array


def certificates(given: Attention, out: AttentionSteps, handed: Handed) -> Certificates:
    """The self-checks of the weights or of C; () for other steps, other shapes, and without a softmax over rows."""
    wanted = {"weights": out.weights, "C": out.output}.get(handed.step)
    if wanted is None or wanted.ndim != 2 or given.softmax != "rows":
        return ()
    value = handed.value
    if value.shape != wanted.shape or not np.isfinite(value).all():
        return ()
    attending = [row for row, weights in enumerate(out.weights) if np.isclose(weights.sum(), 1.0)]
    if handed.step == "weights":
        return (_shares(value, handed.slack, attending),)
    return (_mixes(value, handed.slack, attending, given.V),)


def _shares(value: Array, slack: float, rows: list[int]) -> Certificate:
    """Weights are positive and add up to 1 in each row that attends to anything."""
    for i in rows:
        for j, entry in enumerate(value[i], start=1):
            if entry < -slack - READABLE:
                says = f"Entry ({i + 1}, {j}) of your weights is {number(float(entry))}; a softmax never goes below 0."
                return Certificate(False, says)
        row = float(value[i].sum())
        if differs(row, 1.0, slack * value.shape[1]):
            says = f"Row {i + 1} of your weights adds up to {number(row)}; a softmax makes it add up to 1."
            return Certificate(False, says)
    exact = not any(differs(float(value[i].sum()), 1.0, 0.0) for i in rows)
    return Certificate(True, "Each row adds up to 1, as weights must." if exact else "")


def _mixes(value: Array, slack: float, rows: list[int], V: Array) -> Certificate:
    """Each entry of C lies between the smallest and the largest of its column of V."""
    low, high = V.min(axis=0), V.max(axis=0)
    for i in rows:
        for j, entry in enumerate(value[i]):
            if entry < low[j] - slack - READABLE or entry > high[j] + slack + READABLE:
                says = (
                    f"Entry ({i + 1}, {j + 1}) of your $C$ is {number(float(entry))}, but column {j + 1} of $V$ only "
                    f"goes from {number(float(low[j]))} to {number(float(high[j]))}: no mix of its rows gets there."
                )
                return Certificate(False, says)
    within = bool(((value >= low) & (value <= high)).all())
    return Certificate(True, "Every entry lies within its column of $V$, as a mix must." if within else "")
