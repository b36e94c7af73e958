"""Random matrices in every notation, with a name and amid prose, read back exactly; mangled text never raises."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.reading.matrices import matrices_in

Rows = list[list[str]]
Writer = Callable[[Rows], str]
ENTRIES = st.one_of(
    st.integers(-99, 99).map(str),
    st.decimals(-99, 99, places=2).map(str),
    st.tuples(st.integers(-9, 9), st.integers(-5, 5)).map(lambda parts: f"{parts[0]}.5e{parts[1]}"),
)
MATRICES = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda side: st.lists(st.lists(ENTRIES, min_size=side[1], max_size=side[1]), min_size=side[0], max_size=side[0])
)
NAMES = st.sampled_from(["A", "K", "Q", "Lambda", "my_C", "x1", "scores", "v_2", "B"])
BEFORE = st.sampled_from(
    [
        "",
        "hi, for 3c with stride 2 and padding 1: ",
        "is this right? ",
        "I used a 2x2 kernel and torch 2.13.0, so ",
        "ex 2 was ok. now for part b my answer is ",
        "at 14:30 on page 12 we had ",
    ]
)
AFTER = st.sampled_from(
    ["", " is that right?", ", thanks", " but the (1, 2) entry should be negative", " for num_classes=10 on 12.05.2024"]
)


def _joined(cell: str, row: str, opening: str = "", closing: str = "") -> Writer:
    return lambda rows: opening + row.join(cell.join(entries) for entries in rows) + closing


def _aligned(rows: Rows) -> Rows:
    """Cells of one width, as prints have them."""
    wide = max(len(entry) for row in rows for entry in row)
    return [[entry.rjust(wide) for entry in row] for row in rows]


def _tall(rows: Rows) -> str:
    lines = ["  ".join(row) for row in _aligned(rows)]
    corners = ["⎡⎤", *["⎢⎥"] * (len(rows) - 2), "⎣⎦"]
    return "\n".join(f"{left}{line}{right}" for line, (left, right) in zip(lines, corners, strict=True))


def _r_print(rows: Rows) -> str:
    head = "     " + " ".join(f"[,{column + 1}]" for column in range(len(rows[0])))
    return "\n".join([head, *(f"[{at + 1},] " + " ".join(row) for at, row in enumerate(_aligned(rows)))])


def _frame(rows: Rows) -> str:
    head = "   " + "  ".join(str(column) for column in range(len(rows[0])))
    return "\n".join([head, *(f"{at}  " + "  ".join(row) for at, row in enumerate(_aligned(rows)))])


def _julia(rows: Rows) -> str:
    return f"{len(rows)}×{len(rows[0])} Matrix{{Float64}}:\n" + "\n".join(" " + "  ".join(row) for row in rows)


def _sparse(rows: Rows) -> str:
    cells = [f"  ({at}, {to})\t{entry}" for at, row in enumerate(rows) for to, entry in enumerate(row)]
    return "\n".join(cells)


def _mathml(rows: Rows) -> str:
    cells = ["".join(f"<mtd><mn>{entry}</mn></mtd>" for entry in row) for row in rows]
    return f"<mtable>{''.join(f'<mtr>{row}</mtr>' for row in cells)}</mtable>"


def _by_columns(rows: Rows) -> str:
    flat = ", ".join(row[at] for at in range(len(rows[0])) for row in rows)
    return f"matrix(c({flat}), nrow = {len(rows)})"


IN_A_LINE: dict[str, Writer] = {
    "python": _joined(", ", "], [", "[[", "]]"),
    "python tight": _joined(",", "],[", "[[", "]]"),
    "tuples": _joined(", ", "), (", "((", "))"),
    "numpy print": _joined(" ", "]\n [", "[[", "]]"),
    "numpy repr": _joined(", ", "],\n       [", "array([[", "]])"),
    "torch": _joined(", ", "],\n        [", "tensor([[", "]])"),
    "matlab": _joined(" ", "; ", "[", "]"),
    "matlab with commas": _joined(", ", "; ", "[", "];"),
    "mathematica": _joined(", ", "}, {", "{{", "}}"),
    "calculator": _joined(",", "][", "[[", "]]"),
    "maxima": _joined(",", "],[", "matrix([", "])"),
    "sympy": _joined(", ", "], [", "Matrix([[", "]])"),
    "typst": _joined(", ", "; ", "mat(", ")"),
    "r by rows": _joined(", ", "), c(", "rbind(c(", "))"),
    "r by columns": _by_columns,
    "latex": _joined(" & ", " \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"),
    "latex eaten": _joined(" & ", " \\ ", "\\begin{bmatrix} ", " \\end{bmatrix}"),
    "latex doubled": _joined(" & ", " \\\\\\\\ ", "\\\\begin{bmatrix} ", " \\\\end{bmatrix}"),
    "latex array": _joined(" & ", " \\\\\n", "\\left[\\begin{array}{rrrr}\n", "\n\\end{array}\\right]"),
    "plain tex": _joined(" & ", " \\cr ", "\\pmatrix{", "}"),
    "unicodemath": _joined("&", "@", "(■(", "))"),
    "maple": _joined("|", ">,<", "<<", ">>"),
    "slashes": _joined(" ", " / "),
    "mathml": _mathml,
}
_BARS = _joined(" | ", " |\n| ", "| ", " |")
ON_LINES: dict[str, Writer] = {
    "bare rows": _joined(" ", "\n"),
    "tsv": _joined("\t", "\n"),
    "csv": _joined(",", "\n"),
    "spreadsheet": _joined(";", "\n"),
    "matlab print": lambda rows: "\n".join("   " + "   ".join(row) for row in _aligned(rows)),
    "bars": _BARS,
    "markdown": lambda rows: _BARS([[*"abcd"][: len(rows[0])], ["---"] * len(rows[0]), *rows]),
    "rows in brackets": lambda rows: "\n".join(f"[ {'  '.join(row)} ]" for row in _aligned(rows)),
    "tall brackets": _tall,
    "r print": _r_print,
    "frame": _frame,
    "julia": _julia,
    "sparse": _sparse,
    "told": lambda rows: "\n".join(f"row {at + 1}: {' '.join(row)}" for at, row in enumerate(rows)),
}
WRITERS = IN_A_LINE | ON_LINES


def _assert_read_back(text: str, rows: Rows, name: str | None) -> None:
    reading = matrices_in(text)
    assert reading.errors == ()
    (found,) = [one for one in reading.found if not one.loose]
    assert np.array_equal(found.value, np.array(rows, dtype=float))
    assert found.name == name


@pytest.mark.parametrize("notation", IN_A_LINE)
@given(rows=MATRICES, name=NAMES, before=BEFORE, after=AFTER, fence=st.sampled_from(["{}", "`{}`", "${}$", "\n{}\n"]))
@settings(max_examples=40, deadline=None)
def test_a_named_matrix_in_a_line_reads_back(
    notation: str, rows: Rows, name: str, before: str, after: str, fence: str
) -> None:
    _assert_read_back(before + fence.format(f"{name} = {IN_A_LINE[notation](rows)}") + after, rows, name)


@pytest.mark.parametrize("notation", ON_LINES)
@given(rows=MATRICES, name=NAMES, before=BEFORE, after=AFTER, fenced=st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_named_matrix_on_lines_reads_back(
    notation: str, rows: Rows, name: str, before: str, after: str, fenced: bool
) -> None:
    written = ON_LINES[notation](rows)
    block = f"```\n{written}\n```" if fenced else f"{written}\n"
    _assert_read_back(f"{before}\n{name} =\n{block}\n{after}", rows, name)


@pytest.mark.parametrize("notation", WRITERS)
@given(rows=MATRICES)
@settings(max_examples=20, deadline=None)
def test_a_matrix_alone_has_no_name(notation: str, rows: Rows) -> None:
    _assert_read_back(WRITERS[notation](rows), rows, None)


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
