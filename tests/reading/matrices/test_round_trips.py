"""Random matrices written in every notation, wrapped in prose, read back exactly; mangled text never raises."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.reading.matrices import matrices_in

Rows = list[list[str]]
ENTRIES = st.one_of(
    st.integers(-99, 99).map(str),
    st.decimals(-99, 99, places=2).map(str),
)
MATRICES = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda side: st.lists(st.lists(ENTRIES, min_size=side[1], max_size=side[1]), min_size=side[0], max_size=side[0])
)


def _joined(cell: str, row: str, opening: str = "", closing: str = "") -> Callable[[Rows], str]:
    return lambda rows: opening + row.join(cell.join(entries) for entries in rows) + closing


WRITERS: dict[str, Callable[[Rows], str]] = {
    "python": _joined(", ", "], [", "[[", "]]"),
    "python tight": _joined(",", "],[", "[[", "]]"),
    "numpy print": _joined(" ", "]\n [", "[[", "]]"),
    "torch": _joined(", ", "],\n        [", "tensor([[", "]])"),
    "matlab": _joined(" ", "; ", "[", "]"),
    "gp": _joined(", ", "; ", "[", "]"),
    "mathematica": _joined(", ", "}, {", "{{", "}}"),
    "calculator": _joined(",", "][", "[[", "]]"),
    "maxima": _joined(",", "],[", "matrix([", "])"),
    "typst": _joined(", ", "; ", "mat(", ")"),
    "r": _joined(", ", "), c(", "rbind(c(", "))"),
    "latex": _joined(" & ", " \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"),
    "latex eaten": _joined(" & ", " \\ ", "\\begin{bmatrix} ", " \\end{bmatrix}"),
    "unicodemath": _joined("&", "@", "(■(", "))"),
    "maple": _joined("|", ">,<", "<<", ">>"),
    "slashes": _joined(" ", " / "),
    "bare rows": _joined(" ", "\n", "\n", "\n"),
    "tsv": _joined("\t", "\n", "\n", "\n"),
    "bars": _joined(" | ", " |\n| ", "\n| ", " |\n"),
    "tall": lambda rows: "\n" + "\n".join(f"⎢{'  '.join(row)}⎥" for row in rows).replace("⎢", "⎡", 1) + "\n",
}


@pytest.mark.parametrize("notation", [name for name in WRITERS if name != "tall"])
@given(rows=MATRICES, before=st.sampled_from(["", "my answer: ", "so I get ", "C = ", "is this right? "]))
@settings(max_examples=40, deadline=None)
def test_a_matrix_reads_back(notation: str, rows: Rows, before: str) -> None:
    reading = matrices_in(before + WRITERS[notation](rows))
    data = [one for one in reading.found if not one.loose]
    assert reading.errors == ()
    assert len(data) == 1
    assert np.array_equal(data[0].value, np.array(rows, dtype=float))


@pytest.mark.parametrize("notation", list(WRITERS))
@given(
    rows=MATRICES,
    at=st.integers(0, 200),
    put=st.sampled_from(["", "[", "]", "(", "x", ",", "\n", "\\", "&", "|", ";", "…"]),
)
@settings(max_examples=30, deadline=None)
def test_mangled_notations_never_raise(notation: str, rows: Rows, at: int, put: str) -> None:
    text = WRITERS[notation](rows)
    reading = matrices_in(text[:at] + put + text[at + 1 :])
    assert all(one.value.size > 0 for one in reading.found)


@given(st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    reading = matrices_in(text)
    spans = [one.span for one in reading.found] + [one.span for one in reading.errors]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "[" * 10_000 + "1" + "]" * 10_000, "(" * 10_000, "{[(" * 5_000, "\\begin{pmatrix}" * 3_000]
)
def test_deep_nesting_does_not_overflow(text: str) -> None:
    assert all(one.loose for one in matrices_in(text).found)
