"""Angle brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("in Maple <1, 2, 5; 3, 4, 0> would be my answer", [(None, [[1, 2, 5], [3, 4, 0]])]),
    ("<sqrt(2)/2, -1>", [(None, [0.5**0.5, -1])]),
    ("if 1 < 2, 3 > 2", []),
    ("<1, 2; 3>", "ragged: row 2 has one number"),
    ("<<1|2>,<3|4>>", [(None, [[1, 2], [3, 4]])]),
    ("<<1,3>|<2,4>>", [(None, [[1, 2], [3, 4]])]),
    ("<1,2,3>", [(None, [1, 2, 3])]),
    ("A := <<1,3>|<2,4>>;", [("A", [[1, 2], [3, 4]])]),
    ("<1.5, -0.5>", [(None, [1.5, -0.5])]),
    ("v := <1, 2, 3>", [("v", [1, 2, 3])]),
    ("< <1|2|3>, <4|5|6> >", [(None, [[1, 2, 3], [4, 5, 6]])]),
    ("1/2 <<3|-1>,<-1|3>>", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("<<1/2|0>,<0|1/2>>", [(None, [[0.5, 0], [0, 0.5]])]),
    ("<<1|2>,<3|4>>^T", [(None, [[1, 3], [2, 4]])]),
    ("<1|2|3>", [(None, [1, 2, 3])]),
    ("a < 1, b > 2", []),
    ("<b>1</b>", []),
    ("if 1 < 2 and 3 > 2", []),
    ("<<1|2>,<3>>", "ragged: row 2 has one number and the other two"),
    ("<<1|x>,<3|4>>", "non_numeric: Row 1, cell 2 reads `x`"),
    ("<<1|?>,<2|3>>", "non_numeric: Row 1, cell 2 reads `?`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_angle_brackets(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
