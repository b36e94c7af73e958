"""Rows in one line with a cell that is no plain number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

INF = float("inf")
NAN = float("nan")

ROWS: list[tuple[str, object]] = [
    ("0 -inf / 0 0", [(None, [[0, -INF], [0, 0]])]),
    ("mask = 0 -inf / 0 0", [("mask", [[0, -INF], [0, 0]])]),
    ("1 nan 2 / 3 4 5", [(None, [[1, NAN, 2], [3, 4, 5]])]),
    ("3 4 / 5 a day", []),
    ("24/7 a 3 / 5", []),
    ("yes / no / 3 4", []),
    ("ex 1 a / b / c", []),
    ("stride 1 / padding 2 / dilation 3", []),
    ("is it 1 / 2 a or 3 b", []),
    ("1 2 / 3 4 / thanks", [(None, [[1, 2], [3, 4]])]),
    ("see 1 / 2 / 3 a", []),
    ("1 3 -1 / 4 a 2 / 5 3 3", "non_numeric: Row 2, cell 2 reads `a`"),
    ("my matrix: 1 3 -1 / 4 a 2 / 5 3 3", "non_numeric: Row 2, cell 2 reads `a`"),
    ("1 0 1; 2 ? 0", "non_numeric: Row 2, cell 2 reads `?`"),
    ("so 1 0 1 | 2 x 0 | 1 1 1 ok?", "non_numeric: Row 2, cell 2 reads `x`"),
    ("1, 0, 1 / 2, b, 0 / 3, 4, 5", "non_numeric: Row 2, cell 2 reads `b`"),
    ("1 a / 3 4", "non_numeric: Row 1, cell 2 reads `a`"),
    ("1 3 -1 // 4 1o 2", "non_numeric: Row 2, cell 2 reads `1o`"),
    ("1 2 3 / 4 ... 6", "truncated: row 2 has `...` in place of numbers"),
    ("my C: 1 2 3 / 4 ?? 6 / 7 8 9 is that ok?", "non_numeric: Row 2, cell 2 reads `??`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_rows_with_an_odd_cell(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
