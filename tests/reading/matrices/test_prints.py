"""Prints with headers, labels and column chunks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

NAN = float("nan")

ROWS: list[tuple[str, object]] = [
    ("> A\n     [,1] [,2]\n[1,]    1    2\n[2,]    3    4", [(None, [[1, 2], [3, 4]])]),
    ("#>      [,1] [,2]\n#> [1,]  1.5 -0.5\n#> [2,] -0.5  1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("##      [,1] [,2]\n## [1,]  1.5 -0.5\n## [2,] -0.5  1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("     a  b\nx  1  2\ny  3  4", [(None, [[1, 2], [3, 4]])]),
    ("     0    1\n0  1.5 -0.5\n1 -0.5  1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("   col1  col2\n0     1     2\n1     3     4", [(None, [[1, 2], [3, 4]])]),
    ("2×2 Matrix{Float64}:\n  1.5  -0.5\n -0.5   1.5", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("3-element Vector{Float64}:\n 1.0\n 2.0\n 3.0", [(None, [1, 2, 3])]),
    ("2×2 Diagonal{Float64, Vector{Float64}}:\n 1.0   ⋅ \n  ⋅   2.0", [(None, [[1, 0], [0, 2]])]),
    (
        "          [,1]       [,2]\n[1,] 0.7071068 -0.7071068\n[2,] 0.7071068  0.7071068",
        [(None, [[0.7071068, -0.7071068], [0.7071068, 0.7071068]])],
    ),
    ("[1] 1.5 2.5 3.5", [(None, [1.5, 2.5, 3.5])]),
    (" [1]  1  2  3\n [4]  4  5  6", [(None, [1, 2, 3, 4, 5, 6])]),
    ("[1] 0.25", [(None, 0.25)]),
    ("  x y\n1 1 2\n2 3 4", [(None, [[1, 2], [3, 4]])]),
    ("Columns 1 through 2:\n\n   1   2\n   4   5\n\n Column 3:\n\n   3\n   6\n", [(None, [[1, 2, 3], [4, 5, 6]])]),
    (" Columns 1 through 2:\n\n   1   2\n\n Column 3:\n\n   3\n", [(None, [1, 2, 3])]),
    ("0    1.5\n1   -0.5\ndtype: float64", [(None, [1.5, -0.5])]),
    ("a    1\nb    2\nName: x, dtype: int64", [(None, [1, 2])]),
    ("A = 2×2 Matrix{Int64}:\n 1  2\n 3  4", [("A", [[1, 2], [3, 4]])]),
    ("        A       B\n0   1.0     2.0\n1   3.0     NaN", [(None, [[1, 2], [3, NAN]])]),
    ("     0  1   2\n0  1.0  2 -3\n1  4.0  5  6", [(None, [[1, 2, -3], [4, 5, 6]])]),
    ("v =\n\n   4  -2   7\n", [("v", [4, -2, 7])]),
    ("D =\n\nDiagonal Matrix\n\n   2   0\n   0   3\n", [("D", [[2, 0], [0, 3]])]),
    ("   0  1  ...  8  9\n0  1  2  ...  3  4\n1  5  6  ...  7  8", "truncated: row 1 has `...` in place of numbers"),
    (
        "0     1\n1     2\n     ..\n98    3\n99    4\nLength: 100, dtype: int64",
        "truncated: row 1 has `..` in place of numbers",
    ),
    ("     [,1] [,2]\n[1,]    1   NA\n[2,]    3    4", "non_numeric: Row 1, cell 2 reads `NA`"),
    ("2×3 Matrix{Float64}:\n 1.0  ⋮  3.0\n 4.0  ⋮  6.0", "truncated: row 1 has `⋮` in place of numbers"),
    ("   a  b\n0  1  x\n1  3  4", "non_numeric: Row 1, cell 2 reads `x`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_prints(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
