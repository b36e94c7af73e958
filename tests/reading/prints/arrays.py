"""The arrays that the tools print: the same for every tool and on every run."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

Matrix = list[list[float]]
Row = tuple[str, "str | None", object]
"""A print, the name it gives, and the nested list it shows or the kind of error it is refused with."""
TRUNCATED = "truncated"


def _filled(high: int, wide: int, entry: Callable[[Random], float], seed: int) -> Matrix:
    random = Random(seed)
    return [[entry(random) for _ in range(wide)] for _ in range(high)]


def _signed(random: Random) -> float:
    return round(random.uniform(-9, 9), 4)


INTS = _filled(3, 3, lambda random: random.randint(0, 9), 1)
SIGNED_INTS = _filled(2, 4, lambda random: random.randint(-120, 120), 2)
HALVES = _filled(2, 2, lambda random: random.choice([-1.5, -0.5, 0.5, 1.5]), 3)
SMALL = _filled(3, 2, lambda random: round(random.random(), 2), 4)
FOUR_PLACES = _filled(3, 3, _signed, 5)
WIDE = _filled(3, 24, _signed, 6)
WIDE_INTS = _filled(2, 40, lambda random: random.randint(-99, 99), 7)
TALL = _filled(12, 2, lambda random: random.randint(-9, 9), 8)
MIXED = [[1e-5, 2.5, -3e4], [0.125, -7e-4, 60000.0]]
LARGE = [[1234.5, -20.1], [300.4, 5000.0]]
SPECIAL = [[0.0, float("-inf"), 1.5], [float("nan"), float("inf"), -2.0]]
COLUMN = [[1.5], [-0.5], [2.0]]
ONE_ROW = [[4.0, -2.0, 7.0]]
SPARSE = [[0, 0, 3], [-1, 0, 0], [0, 2.5, 0], [0, 0, 0]]
MATRICES = [INTS, SIGNED_INTS, HALVES, SMALL, FOUR_PLACES, COLUMN, ONE_ROW, TALL]
VECTORS = [[1, 2, 3], [0.5, -0.5], [-1.25, 3.5, 0.0, 2.75], list(range(-20, 20))]
BATCHES = [[INTS, [[9, 8, 7], [6, 5, 4], [3, 2, 1]]], [HALVES, HALVES, [[0.0, 1.0], [-1.0, 0.25]]]]
VERY_TALL = _filled(80, 2, _signed, 10)
LONG = _filled(40, 40, lambda random: random.randint(0, 9), 9)
FRACTIONS = [["3/2", "-1/2"], ["-1/2", "3/2"]]
FRACTIONS_3 = [["1/3", "0", "2"], ["-2/7", "5", "1/9"], ["0", "-11/4", "1"]]


def values(fractions: list[list[str]]) -> Matrix:
    return [[float(Fraction(entry)) for entry in row] for row in fractions]
