"""Rows and columns told one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    (
        "in der ersten Zeile steht 0 5, in der zweiten 12 -3 und in der dritten 1 1",
        [(None, [[0, 5], [12, -3], [1, 1]])],
    ),
    ("die erste Zeile ist 1 0, die zweite 0 2", [(None, [[1, 0], [0, 2]])]),
    ("row 1: 1. 2. 3.\nrow 2: 2. 3. 4.", [(None, [[1, 2, 3], [2, 3, 4]])]),
    ("first row: one and a half, minus one half; second row: two, three", [(None, [[1.5, -0.5], [2, 3]])]),
    ("first row 1 1 0, second row 2 2 0, third row 2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("row 1: 1 1 0\nrow 2: 2 2 0\nrow 3: 2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("top row 1 2, bottom row 3 4", [(None, [[1, 2], [3, 4]])]),
    ("Row 1 = [1, 2], Row 2 = [3, 4]", [(None, [[1, 2], [3, 4]])]),
    ("erste Zeile 1 2, zweite Zeile 3 4", [(None, [[1, 2], [3, 4]])]),
    ("columns: first column 1 3, second column 2 4", [(None, [[1, 2], [3, 4]])]),
    ("row 1 is 1, 0, 1 and row 2 is 2, 2, 0", [(None, [[1, 0, 1], [2, 2, 0]])]),
    ("r1: 1 2; r2: 3 4", [(None, [[1, 2], [3, 4]])]),
    ("A: first row (1, 2), second row (3, 4)", [("A", [[1, 2], [3, 4]])]),
    ("the first row is 1.5 -0.5 and the second row is -0.5 1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1. Zeile: 1 2, 2. Zeile: 3 4", [(None, [[1, 2], [3, 4]])]),
    ("Row 1: 1/2, 0\nRow 2: 0, 1/2", [(None, [[0.5, 0], [0, 0.5]])]),
    ("erste Zeile 1,5 und -0,5, zweite Zeile -0,5 und 1,5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("C row 1: 1.80 1.00 1.44\nC row 2: 1.36 1.21 0.52", [("C", [[1.8, 1, 1.44], [1.36, 1.21, 0.52]])]),
    ("C, row 1: 1 2\nC, row 2: 3 4", [("C", [[1, 2], [3, 4]])]),
    ("C (row 1): 1 2\nC (row 2): 3 4", [("C", [[1, 2], [3, 4]])]),
    ("C first row: 1 2\nC second row: 3 4", [("C", [[1, 2], [3, 4]])]),
    ("W row 1 = 1.5 -0.5\nW row 2 = -0.5 1.5", [("W", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("row 1 of C: 1 2\nrow 2 of C: 3 4", [("C", [[1, 2], [3, 4]])]),
    ("row 1 C: 1 2, row 2 C: 3 4", [("C", [[1, 2], [3, 4]])]),
    ("scores row 1: 4 7 3\nscores row 2: 1 2 1", [("scores", [[4, 7, 3], [1, 2, 1]])]),
    ("first row of A is 1.5 and -0.5 and the second row of A is -0.5 and 1.5", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("row 1 of Q is 1 3, row 1 of K is 2 4", []),
    ("row 2 of X covers the window", []),
    ("first row is 1.5 and -1/2", [(None, [1.5, -0.5])]),
    ("the first row of my output is 1 and -1 and the second row is 5 and 3. Good?", [(None, [[1, -1], [5, 3]])]),
    ("Ergebnis: erste Zeile 1 2, zweite Zeile 3 4", [(None, [[1, 2], [3, 4]])]),
    ("is the first row right?", []),
    ("my second row is wrong", []),
    ("first row 1, 2, 3", [(None, [1, 2, 3])]),
    ("why is row 1 all zeros", []),
    ("zeile 1: 1 2\nzeile 2: 3 4", [(None, [[1, 2], [3, 4]])]),
    ("first row 1 1 0, second row 2 2, third row 2 -1 1", "ragged: row 2 has two numbers and the others three"),
    ("first row 1 ? 0, second row 2 2 0", "non_numeric: Row 1, cell 2 reads `?`"),
    ("first row 1 3 b, second row 4 2 2", "non_numeric: Row 1, cell 3 reads `b`"),
    ("row 1: 1 2\nrow 2: 3 x", "non_numeric: Row 2, cell 2 reads `x`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_told_rows(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
