"""What is too large for anything on paper is refused before it costs time; one array on the limit is read."""

from __future__ import annotations

import pytest

from tutor.reading.matrices import matrices_in

TOO_LARGE = {
    "a row of 5,000": "[[" + ",".join("1" * 5000) + "]]",
    "4,900 in bare rows": "\n".join(["1 " * 70] * 70),
    "600,000 numbers": "1 " * 600_000,
    "300,000 brackets": "[1]," * 300_000,
    "a side of 300": "[[" + ",".join("1" * 300) + "]]",
    "300 arrays": "[[1, 2], [3, 4]] " * 300,
    "a long text": "a" * 1_000_001,
    "100 brackets deep": "[" * 100 + "1, 2" + "]" * 100,
    "a sparse matrix with a far entry": "  (0, 0)\t1\n  (9999, 0)\t2",
    "5,000 in LaTeX": "\\begin{pmatrix}" + " & ".join("1" * 5000) + "\\end{pmatrix}",
    "5,000 in slashes": " / ".join(["1 2 3 4 5"] * 1000),
    "257 rows": "\n".join(["1 2"] * 257),
}


@pytest.mark.parametrize("text", TOO_LARGE.values(), ids=TOO_LARGE)
def test_too_much_is_refused(text: str) -> None:
    reading = matrices_in(text)
    assert reading.found == ()
    assert {error.kind for error in reading.errors} == {"too_large"}
    assert all("Send only" in error.message for error in reading.errors)


@pytest.mark.parametrize(("high", "wide"), [(64, 64), (256, 16), (16, 256)])
def test_the_largest_arrays_are_read(high: int, wide: int) -> None:
    (found,) = matrices_in(str([[row % 7] * wide for row in range(high)])).found
    assert found.value.shape == (high, wide)
