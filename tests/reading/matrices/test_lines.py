"""Rows on lines of their own: bare rows, TSV, CSV, prompts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

INF = float("inf")

ROWS: list[tuple[str, object]] = [
    ("Aufgabe 4: 1,80;1,00;1,44\n1,26;1,25;0,26", [(None, [[1.8, 1, 1.44], [1.26, 1.25, 0.26]])]),
    ("3a: 1 3 -1\n4 2 2\n5 3 3", [(None, [[1, 3, -1], [4, 2, 2], [5, 3, 3]])]),
    ("3a 1 3 -1\n4 2 2", [(None, [[1, 3, -1], [4, 2, 2]])]),
    ("Y: 1 -1\n5 3", [("Y", [[1, -1], [5, 3]])]),
    ("b) 1 -1\n5 3", [(None, [[1, -1], [5, 3]])]),
    ("1,024.5 17\n3 2,500.25", [(None, [[1024.5, 17], [3, 2500.25]])]),
    ("A =\n\n    1.5000   -0.5000\n   -0.5000    1.5000\n", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("A =\n\n   1.5000  -0.5000\n  -0.5000   1.5000\n\n", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("ans =\n\n     1     2\n     3     4\n", [(None, [[1, 2], [3, 4]])]),
    ("Diagonal Matrix\n\n   1   0\n   0   2\n", [(None, [[1, 0], [0, 2]])]),
    ("1\t2\n3\t4", [(None, [[1, 2], [3, 4]])]),
    ("1.5,-0.5\n-0.5,1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1.5, -0.5\n-0.5, 1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1.5;-0.5\n-0.5;1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1 1 0\n2 2 0\n2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("so I get\n\n1 1 0\n2 2 0\n2 -1 1\n\nfor 3c, stride 2", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("1 1 0\n\n2 2 0\n\n2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("Y = 1 1 0\n    2 2 0\n    2 -1 1", [("Y", [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("I get 1 1 0\n2 2 0\n2 -1 1 is this ok?", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("1 2\n3 4\n\n5 6\n7 8", [(None, [[1, 2], [3, 4]]), (None, [[5, 6], [7, 8]])]),
    ("A:\n1 2\n3 4\nB:\n5 6\n7 8", [("A", [[1, 2], [3, 4]]), ("B", [[5, 6], [7, 8]])]),
    ("my C is 1 0 1\n2 2 0", [("C", [[1, 0, 1], [2, 2, 0]])]),
    ("1 0 1\n2 2 0 and 2 -1 1", [(None, [[1, 0, 1], [2, 2, 0]])]),
    ("C =\n1.80 1.00\n1.26 1.25", [("C", [[1.8, 1], [1.26, 1.25]])]),
    ("C:\n\n1 2\n3 4", [("C", [[1, 2], [3, 4]])]),
    ("> 1 2\n> 3 4", [(None, [[1, 2], [3, 4]])]),
    ("• 1 2\n• 3 4", [(None, [[1, 2], [3, 4]])]),
    ("1e-3 2.5\n0 -1", [(None, [[0.001, 2.5], [0, -1]])]),
    ("1/2 √2\n0 1", [(None, [[0.5, 1.4142135623730951], [0, 1]])]),
    ("  1\n  2\n  3", []),
    ("0 -inf\n0 0", [(None, [[0, -INF], [0, 0]])]),
    ("1 2\n3 4\n\n\n5 6\n7 8", [(None, [[1, 2], [3, 4]]), (None, [[5, 6], [7, 8]])]),
    ("1\n1 2\n3 4", [(None, [[1, 2], [3, 4]])]),
    ("1.\n2.\n3.", []),
    ("7\n8", [(None, [[7], [8]])]),
    ("Exercise 3\n1 2 3\n4 5 6", [(None, [[1, 2, 3], [4, 5, 6]])]),
    ("3 apples\n4 pears", []),
    ("12:30\n14:30", []),
    ("1 1 0\n2 2\n2 -1 1", "ragged: row 2 has two numbers and the others three"),
    ("1 2 3\n4 x 6", "non_numeric: Row 2, cell 2 reads `x`"),
    ("1 2 3\n4 ? 6\n7 8 9", "non_numeric: Row 2, cell 2 reads `?`"),
    ("1 2\n3 4\n5", "ragged: row 3 has one number and the others two"),
    ("1 2 3\n4 five 6", "non_numeric: Row 2, cell 2 reads `five`"),
    ("1 2\n3 ...", "truncated: row 2 has `...` in place of numbers"),
    ("1 2\n⋮ ⋮\n3 4", "truncated: row 2 has `⋮` in place of numbers"),
    ("1\t2\n3\t#N/A", "non_numeric: Row 2, cell 2 reads `#N/A`"),
    ("1 2 3\n4 5", "ragged: row 2 has two numbers and the other three"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_bare_rows(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
