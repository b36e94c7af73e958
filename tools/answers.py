"""An answer against the truth, entry by entry, at the precision it was written in."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BeforeValidator

from tools.family import Precision
from tools.schema import Array, Frozen, Tensor

Manner = Literal["exact", "rounded", "truncated", "propagated", "too_coarse", "wrong"]
"""How an answer agrees with the truth; the first four count as correct. "propagated" is what comes of steps that were
written rounded."""


MOST_DECIMALS = 30
"""Decimals told apart: 1e-999 is a zero of float64, and 10 to the 999 is no number there."""


def _told_apart(decimals: int | None) -> int | None:
    return None if decimals is None else max(-MOST_DECIMALS, min(decimals, MOST_DECIMALS))


class Answer(Frozen):
    """What was handed in: the numbers, the name in front of them, and the decimals written.

    `decimals` is the most written in any entry, negative for abbreviations (61.1M: -5), None for exact entries.
    """

    value: Tensor
    name: str | None = None
    decimals: Annotated[int | None, BeforeValidator(_told_apart)] = 0


class Comparison(Frozen):
    """An answer laid over a truth of the same shape; `right` marks the entries that agree."""

    manner: Manner
    right: NDArray[np.bool_]

    @property
    def correct(self) -> bool:
        """Whether the whole answer counts as right."""
        return self.manner in ("exact", "rounded", "truncated", "propagated")


def fitted(value: Array, shape: tuple[int, ...]) -> Array | None:
    """`value` in this shape where only brackets are missing: a flat run, or a row for a column; else None.

    >>> fitted(np.array([1.0, 2.0, 3.0, 4.0]), (2, 2)).tolist()
    [[1.0, 2.0], [3.0, 4.0]]
    >>> fitted(np.ones((2, 3)), (3, 2)) is None
    True
    """
    if value.shape == shape:
        return value
    if value.size != np.prod(shape, dtype=int):
        return None
    flat = value.ndim <= 1 or value.shape[:-1] == (1,) * (value.ndim - 1)
    squeezed = tuple(side for side in value.shape if side != 1) == tuple(side for side in shape if side != 1)
    return value.reshape(shape) if flat or squeezed else None


def _unit(decimals: int | None) -> float:
    return 0.0 if decimals is None else 10.0**-decimals


def close(value: Array, truth: Array) -> NDArray[np.bool_]:
    """Equal up to the noise of float64."""
    return np.asarray(np.isclose(value, truth, rtol=1e-9, atol=1e-9, equal_nan=True))


TWICE_ROUNDED = 1.1
"""Half units by which a number may be off that was rounded to one decimal more first: 3.38498 → 3.385 → 3.39."""


def agrees(value: Array, truth: Array, decimals: int | None, slack: float = 1.0) -> NDArray[np.bool_]:
    """Entries within half a unit (times `slack`) of the last decimal written."""
    with np.errstate(invalid="ignore"):
        within = np.abs(value - truth) <= 0.5 * _unit(decimals) * (slack + 1e-6)
    return np.asarray(within | close(value, truth))


def _cut(truth: Array, decimals: int) -> Array:
    scale = 10.0**decimals
    cut: Array = np.trunc(np.round(truth * scale, 6)) / scale
    return cut


def compare(answer: Answer, truth: Array, precision: Precision, slack: float = 1.0) -> Comparison | None:
    """How the answer agrees with `truth`; None where its shape cannot be fitted.

    `slack` widens the rounding bound, for asking which slip a wrong answer comes from.

    >>> compare(Answer(value=[[1.8]], decimals=1), np.array([[1.7981]]), Precision(decimals=1)).manner
    'rounded'
    >>> compare(Answer(value=[[2]], decimals=0), np.array([[1.7981]]), Precision(decimals=1)).manner
    'too_coarse'
    """
    value = fitted(answer.value, truth.shape)
    if value is None:
        return None
    exact = close(value, truth)
    if exact.all():
        return Comparison(manner="exact", right=exact)
    decimals = answer.decimals
    whole = bool(np.all(truth == np.round(truth)))
    if decimals is not None and decimals < 0 and precision.significant is not None:
        right = agrees(value, truth, decimals)
        digits = len(f"{abs(float(value.flat[0])) * 10.0**decimals:.0f}")
        enough = digits >= precision.significant
        return Comparison(manner="wrong" if not right.all() else "rounded" if enough else "too_coarse", right=right)
    if decimals is None or (precision.decimals == 0 and whole):
        return Comparison(manner="wrong", right=exact)
    right = agrees(value, truth, decimals, slack)
    if decimals < max(precision.decimals, 1):
        return Comparison(manner="too_coarse" if right.all() else "wrong", right=right)
    if right.all():
        return Comparison(manner="rounded", right=right)
    if close(value, _cut(truth, decimals)).all():
        return Comparison(manner="truncated", right=np.ones_like(right))
    return Comparison(manner="wrong", right=right)
