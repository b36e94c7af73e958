"""Rows told before their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("one zero in the first row and five three in the second row", [(None, [[1, 0], [5, 3]])]),
    ("minus 1.5 and 0.5 first row and then 0.5 and minus 1.5 in the second row", [(None, [[-1.5, 0.5], [0.5, -1.5]])]),
    ("I'm at 0.75 and 0.25 in row one, 0.25 and 0.75 in row two.", [(None, [[0.75, 0.25], [0.25, 0.75]])]),
    ("1 and 0 on top, 5 and 3 below, since", [(None, [[1, 0], [5, 3]])]),
    ("all in all 1.5 and -0.5 up top, -0.5 and 1.5 below.", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("I get 1.26, 1.25, 0.26 for the first query and 1.80, 1.00, 1.44 for the second",
     [(None, [[1.26, 1.25, 0.26], [1.8, 1, 1.44]])]),
    ("5 and 3 in the second row, 1 and 0 in the first", [(None, [[1, 0], [5, 3]])]),
    ("1,5 und -0,5 in der ersten Zeile, 0,5 und 2 in der zweiten Zeile", [(None, [[1.5, -0.5], [0.5, 2]])]),
    ("1 3 in the first column and 2 4 in the second column", [(None, [[1, 2], [3, 4]])]),
    ("1 0 in row 1, 2 2 in row 2 and 5 3 in the last row", [(None, [[1, 0], [2, 2], [5, 3]])]),
    ("first row 1 1 0, second row 2 2 0, third row 2 -1 1", [(None, [[1, 1, 0], [2, 2, 0], [2, -1, 1]])]),
    ("2 entries of 3 in the last row are off", []),
    ("entries 1 and 2 in the first row and entries 1 and 2 in the second are wrong", []),
    ("1 in the first row and 2 in the second row", []),
    ("1 2 in the first row and 3 in the second", []),
    ("hint 3 for the first and 4 for the second", []),
    ("1 2 3 in the first row, 4 5 in the second row",
     "ragged: row 2 has two numbers and the other three"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_rows_before_their_places(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
