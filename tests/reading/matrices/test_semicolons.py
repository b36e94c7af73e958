"""Rows in one line set off by semicolons, cells by commas, nothing else between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("1,-1;5,3", [(None, [[1, -1], [5, 3]])]),
    ("1,3,-1;4,2,2;5,3,3", [(None, [[1, 3, -1], [4, 2, 2], [5, 3, 3]])]),
    ("3b) 1,-1;5,3", [(None, [[1, -1], [5, 3]])]),
    ("1) 1.5,-0.5;-0.5,1.5 ok?", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("Y = 1,-1;5,3;", [("Y", [[1, -1], [5, 3]])]),
    ("A: 3/2,-1/2;-1/2,3/2", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("so 1,−1;5,3 it is", [(None, [[1, -1], [5, 3]])]),
    ("1,3,-1;4,2;5,3,3", "ragged: row 2 has two numbers"),
    ("0,5;1,25", []),
    ("at 14:30; 3,5", []),
    ("f(1,2;3,4)", []),
    ("hint 1,2;3", []),
    ("version 1,2,3", []),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_rows_with_semicolons(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
