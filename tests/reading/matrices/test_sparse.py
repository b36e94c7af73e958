# ruff: noqa: E501 - one message a row
"""Sparse matrices as SciPy and Octave print them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("  (0, 0)\t1.5\n  (1, 1)\t2.0", [(None, [[1.5, 0], [0, 2]])]),
    ("  (0, 1)\t1\n  (1, 0)\t-2", [(None, [[0, 1], [-2, 0]])]),
    (
        "<Compressed Sparse Row sparse matrix of dtype 'int64'\n\twith 2 stored elements and shape (3, 3)>\n  Coords\tValues\n  (0, 2)\t1\n  (1, 0)\t4",
        [(None, [[0, 0, 1], [4, 0, 0], [0, 0, 0]])],
    ),
    (
        "<3x4 sparse matrix of type '<class 'numpy.int64'>'\n\twith 2 stored elements in Compressed Sparse Row format>\n  (0, 2)\t1\n  (1, 0)\t4",
        [(None, [[0, 0, 1], [4, 0, 0]])],
    ),
    (
        "A = <COOrdinate sparse array of dtype 'float64'\n\twith 2 stored elements and shape (2, 2)>\n  Coords\tValues\n  (0, 0)\t0.5\n  (1, 1)\t0.5",
        [("A", [[0.5, 0], [0, 0.5]])],
    ),
    (
        "S =\n\nCompressed Column Sparse (rows = 2, cols = 3, nnz = 2 [33%])\n\n  (1, 1) -> 4\n  (2, 3) -> -1\n",
        [("S", [[4, 0, 0], [0, 0, -1]])],
    ),
    (">>> print(S)\n  (0, 0)\t1\n  (1, 1)\t1\n  (2, 2)\t1\n>>> ", [(None, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])]),
    ("my S is\n  (0, 0)\t1e-3\n  (0, 1)\t2.5\nright?", [("S", [[0.001, 2.5]])]),
    ("  (0, 0)\t1\n  (0, 0)\t2", []),
    ("the entry (1, 2) 5 is wrong", []),
    ("S =\n\nCompressed Column Sparse (rows = 2, cols = 2, nnz = 2 [50%])\n\n  (0, 1) -> 4\n  (2, 2) -> -1\n", []),
    (
        "  (0, 0)\t1\n  (9999, 0)\t2",
        "too_large: That array is larger than I read: at most 4,096 numbers and 256 in a row",
    ),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_sparse_prints(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
