"""How this family writes its sums, its sizes and the scale, and which entry its explanations work out."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.content import number
from tools.schema import Array

LONGEST = 6
"""Summands beyond which a sum written out is shortened by dots."""


def total(summands: list[str]) -> str:
    """A sum written out, its middle left to dots where it is long.

    >>> total(["a", "b"])
    'a + b'
    """
    if len(summands) > LONGEST:
        summands = [*summands[:2], r"\dots", summands[-1]]
    return " + ".join(summands)


def head(array: Array) -> Array:
    """The matrix of the first head."""
    first: Array = array[(0,) * (array.ndim - 2)]
    return first


def sample(steps: AttentionSteps) -> tuple[int, int]:
    """The first score that no mask forbids of the query that sees most keys, in the first head: row and column."""
    allowed = np.isfinite(head(steps.masked))
    query = int(np.argmax(allowed.sum(axis=1)))
    return query, int(np.argmax(allowed[query]))


def row(values: Array) -> str:
    """LaTeX of a row of numbers.

    >>> import numpy as np
    >>> row(np.array([1.0, -0.5]))
    '\\\\begin{pmatrix}1 & -0.5\\\\end{pmatrix}'
    """
    return rf"\begin{{pmatrix}}{' & '.join(number(float(value)) for value in values)}\end{{pmatrix}}"


def scaled_symbol(given: Attention) -> str:
    """LaTeX of the scaled scores."""
    if given.customary:
        return r"\frac{QK^\top}{\sqrt{d_k}}"
    return "QK^\\top" if given.scale == 1 else rf"{number(given.scale)} \cdot QK^\top"


def formula(given: Attention) -> str:
    """LaTeX of the whole calculation."""
    masked = scaled_symbol(given) + (" + M" if given.added is not None else "")
    if given.softmax == "none":
        return rf"C = \left( {masked} \right) V"
    down = r"_{\text{columns}}" if given.softmax == "columns" else ""
    return rf"C = \operatorname{{softmax}}{down}\left( {masked} \right) V"
