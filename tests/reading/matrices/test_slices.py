"""Prints of three dimensions, slice by slice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BATCH = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
ROWS: list[tuple[str, object]] = [
    ("A(:,:,1) =\n\n   1   2\n   3   4\n\n\nA(:,:,2) =\n\n   5   6\n   7   8\n", [("A", BATCH)]),
    ("B =\n\nans(:,:,1) =\n\n   1   2\n   3   4\n\nans(:,:,2) =\n\n   5   6\n   7   8\n", [("B", BATCH)]),
    (
        ", , 1\n\n     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n\n"
        ", , 2\n\n     [,1] [,2]\n[1,]    5    6\n[2,]    7    8\n",
        [(None, BATCH)],
    ),
    ("2×2×2 Array{Int64, 3}:\n[:, :, 1] =\n 1  2\n 3  4\n\n[:, :, 2] =\n 5  6\n 7  8", [(None, BATCH)]),
    ("A(:,:,2) =\n\n   1   2\n   3   4\n", [(None, [[1, 2], [3, 4]])]),
    ("A(:,:,1) =\n\n   1   2\n   3   4\n\nthe rest is zero", [("A", [[1, 2], [3, 4]])]),
    ("A(:,:,1) =\n\n   1   2\n   3   x\n", "non_numeric: Row 2, cell 2 reads `x`"),
    ("A[:, :, 1] is wrong", []),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_slices_become_one_batch(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
