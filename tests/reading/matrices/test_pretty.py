"""Brackets drawn over several lines, stacked fractions, bars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROOT = 0.5**0.5

ROWS: list[tuple[str, object]] = [
    ("⎡3/2   -1/2⎤\n⎢          ⎥\n⎣-1/2  3/2 ⎦", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("⎡1  2⎤\n⎢    ⎥\n⎣3  4⎦", [(None, [[1, 2], [3, 4]])]),
    ("⎛1  2⎞\n⎜    ⎟\n⎝3  4⎠", [(None, [[1, 2], [3, 4]])]),
    ("⎡1 2⎤\n⎣3 4⎦", [(None, [[1, 2], [3, 4]])]),
    ("[1  2]\n[    ]\n[3  4]", [(None, [[1, 2], [3, 4]])]),
    ("[1 2]\n[3 4]", [(None, [[1, 2], [3, 4]])]),
    ("[1 2]\n\n[3 4]", [(None, [[1, 2], [3, 4]])]),
    ("|1 2|\n|3 4|", [(None, [[1, 2], [3, 4]])]),
    ("( 1 2 )\n( 3 4 )", [(None, [[1, 2], [3, 4]])]),
    ("/ 1 2 \\\n\\ 3 4 /", [(None, [[1, 2], [3, 4]])]),
    ("A = ⎡1  2⎤\n    ⎣3  4⎦", [("A", [[1, 2], [3, 4]])]),
    ("    ⎡1  2⎤\nA = ⎢    ⎥\n    ⎣3  4⎦", [("A", [[1, 2], [3, 4]])]),
    ("⎡1/2⎤\n⎣3/2⎦", [(None, [[0.5], [1.5]])]),
    ("⎡√2   ⎤\n⎢──  0⎥\n⎢2    ⎥\n⎢     ⎥\n⎣0   1⎦", [(None, [[ROOT, 0], [0, 1]])]),
    (
        "[  3     1 ]\n[  -   - - ]\n[  2     2 ]\n[          ]\n[   1   3  ]\n[ - -   -  ]\n[   2   2  ]",
        [(None, [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    ("(%o1)  [ 1  2 ]\n       [      ]\n       [ 3  4 ]", [(None, [[1, 2], [3, 4]])]),
    ("[ 1 - 2 ]\n[ - 3 4 ]", [(None, [[1, -2], [-3, 4]])]),
    ("%1 = \n[1 2]\n\n[3 4]", [(None, [[1, 2], [3, 4]])]),
    ("|1 -2|\n|3 .5|", [(None, [[1, -2], [3, 0.5]])]),
    ("⎛1.5  -0.5⎞ᵀ\n⎝0.5   1.5⎠", [(None, [[1.5, -0.5], [0.5, 1.5]])]),
    ("[1 2 3]\n[4 5 6]\n[7 8 9]", [(None, [[1, 2, 3], [4, 5, 6], [7, 8, 9]])]),
    ("⎡1 2⎤\n⎣3⎦", "ragged: row 2 has one number and the other two"),
    ("⎡1 x⎤\n⎣3 4⎦", "non_numeric: Row 1, cell 2 reads `x`"),
    ("[1 2]\n[3]", "ragged: row 2 has one number and the other two"),
    ("[1 2]\n[3 x]", "non_numeric: Row 2, cell 2 reads `x`"),
    ("⎡1 … 2⎤\n⎣3 … 4⎦", "truncated: row 1 has `…` in place of numbers"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_drawn_brackets(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
