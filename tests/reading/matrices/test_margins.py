"""Signs left of a line: prompts of a continued statement, comment signs, marks of a quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    (">>> P = [[0.6, 0.4],\n...      [0.1, 0.9]]\nthe rows sum to 1, good?", [("P", [[0.6, 0.4], [0.1, 0.9]])]),
    ("In [12]: M = np.array([[8, 0],\n    ...:               [6, 4]])", [("M", [[8, 0], [6, 4]])]),
    (">>> a = 1\n... \n>>> Q = [[1, 0],\n... [0, 1]]", [("a", 1), ("Q", [[1, 0], [0, 1]])]),
    (">>> A\narray([[1, ..., 2],\n       ...,\n       [3, ..., 4]])", "truncated: `...`"),
    ("[[1, 2],\n ...\n [3, 4]]", "truncated: `...` stands in place of rows"),
    ("# [[ 3 -1]\n#  [-1  3]]", [(None, [[3, -1], [-1, 3]])]),
    ("# array([[4, 4, 4],\n#        [3, 2, 3]])", [(None, [[4, 4, 4], [3, 2, 3]])]),
    ("# A = [[ 1.5 -0.5]\n#      [-0.5  1.5]]", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("// [[1, 2],\n// [3, 4]]", [(None, [[1, 2], [3, 4]])]),
    ("A = V*D*V'\n% A =\n%    1.5 -0.5\n%   -0.5  1.5", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    ("# result:\n# tensor([[2., 4.],\n#         [5., 3.]])", [(None, [[2, 4], [5, 3]])]),
    ("W = softmax(S)  # [[0.1, 0.9],\n#   [0.5, 0.5]]", [(None, [[0.1, 0.9], [0.5, 0.5]])]),
    ("# row 0 of Y\n# 1 -1\n# 5 3", [(None, [[1, -1], [5, 3]])]),
    ("> [[1, 2],\n> [3, 4]]\nis that so?", [(None, [[1, 2], [3, 4]])]),
    ("A = [[1, 2],\n# [9, 9],\n     [3, 4]]", [("A", [[1, 2], [3, 4]])]),
    ("A = [[1, 2],  # first row\n     [3, 4]]", [("A", [[1, 2], [3, 4]])]),
    ("# [[1, 2],\n#  [3]]", "ragged: row 2 has one number"),
    ("# exercise 3\n# see line 4\nhint please", []),
    ("# 3 of 4 done", []),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_signs_in_the_margin(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
