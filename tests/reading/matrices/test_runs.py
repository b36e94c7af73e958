"""Rows of numbers in one line, by slashes, bars or semicolons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("1,5 -0,5; -0,5 1,5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1 1 0 / 2 2 0 / 2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("my 3c: 1 1 0 / 2 2 0 / 2 -1 1 ok?", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("1 1 0; 2 2 0; 2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("1,1,0; 2,2,0; 2,-1,1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("1, 1, 0 / 2, 2, 0 / 2, -1, 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("λ₁ = 1, λ₂ = 2", [("lambda_1", 1), ("lambda_2", 2)]),
    ("C = 1.80 1.00 / 1.26 1.25", [("C", [[1.8, 1], [1.26, 1.25]])]),
    ("Q: 1 3 / 0 1 and K: 1 1 / 1 2 / 0 1", [("Q", [[1, 3], [0, 1]]), ("K", [[1, 1], [1, 2], [0, 1]])]),
    ("1/2 -1/2 / -1/2 1/2", [(None, [[0.5, -0.5], [-0.5, 0.5]])]),
    ("is 0.5 0 / 0 0.5 right?", [(None, [[0.5, 0], [0, 0.5]])]),
    ("1,5 -0,5 / -0,5 1,5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("1 2 // 3 4", [(None, [[1, 2], [3, 4]])]),
    ("1 2 | 3 4", [(None, [[1, 2], [3, 4]])]),
    ("1 - 1 / - 1 1", [(None, [[1, -1], [-1, 1]])]),
    ("1 / 2 / 3", []),
    ("on 3 / 4 / 2025", []),
    ("pages 1 2 / 3", []),
    ("exercise 1 / exercise 2", []),
    ("1e-3 2.5 / 0 1", [(None, [[0.001, 2.5], [0, 1]])]),
    ("λ: 1 2; 0 1", [("lambda", [[1, 2], [0, 1]])]),
    ("1 1 0 / 2 2 / 2 -1 1", "ragged: row 2 has two numbers and the others three"),
    ("1 3 -1 / 4 / 5 3 3", "ragged: row 2 has one number and the others three"),
    ("1 2 / 3 4 5", "ragged: row 2 has three numbers and the other two"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_rows_in_a_line(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
