"""Seeded variants with readable numbers, on which every slip shows."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution
from tools.convolution.predictions import LIBRARY
from tools.schema import Array, ToolError

TRIES = 400
INPUT_RANGE, KERNEL_RANGE = (-1, 3), (-1, 2)
"""Smallest and largest number at first; both ranges grow where no numbers within tell all slips apart."""
GROWS_EVERY = 40
MAX_WORK = 2**13
"""Most multiplications of a task to practise."""

Shape = tuple[int, ...]
Collisions = frozenset[frozenset[str]]
"""Pairs of slips that give the same result, and alone those that give the right one."""
APART = 1e-6
"""Up to where results are the same."""


def unavoidable(convolution: Convolution) -> Collisions:
    """Collisions that hold for all numbers in this shape, found on inputs without pattern, one the other's negative."""
    bias = None if convolution.bias is None else tuple(convolution.bias.tolist())
    shapes = (convolution.input.shape, convolution.weight.shape)
    return _unavoidable(convolution.geometry, *shapes, bias, convolution.groups, convolution.flat)


@lru_cache(maxsize=256)
def _unavoidable(
    geometry: Geometry, input_shape: Shape, weight_shape: Shape, bias: tuple[float, ...] | None, groups: int, flat: bool
) -> Collisions:
    rng = np.random.Generator(np.random.PCG64(2**31))
    X, K = rng.normal(size=input_shape), rng.normal(size=weight_shape)
    added = None if bias is None else np.array(bias)
    first, second = (
        LIBRARY.indistinct(Convolution(geometry, sign * 1000.0 * X, K, added, groups, flat), APART) for sign in (1, -1)
    )
    return frozenset(first & second)


def _with(convolution: Convolution, X: Array, K: Array) -> Convolution:
    return Convolution(convolution.geometry, X, K, convolution.bias, convolution.groups, convolution.flat)


def variant(seed: int, like: Convolution) -> Convolution:
    """Other whole numbers in the shape, stride and padding of `like`, with no collision but the unavoidable ones."""
    if like.work > MAX_WORK:
        raise ToolError("a task of this size is nothing to practise by hand: choose a smaller input", "too_large")
    rng = np.random.Generator(np.random.PCG64(seed))
    excused = unavoidable(like)
    for attempt in range(TRIES):
        wider = attempt // GROWS_EVERY
        X, K = (
            rng.integers(low - wider, high + wider, size=array.shape, endpoint=True).astype(float)
            for (low, high), array in ((INPUT_RANGE, like.input), (KERNEL_RANGE, like.weight))
        )
        candidate = _with(like, X, K)
        if LIBRARY.indistinct(candidate, APART) <= excused:
            return candidate
    raise ToolError("I found no numbers in this shape on which every slip shows: choose a larger input")
