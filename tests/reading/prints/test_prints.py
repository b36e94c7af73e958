"""What real tools print is read back: every number, the shape, and the name where the print gives one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.reading.matrices import matrices_in

ROWS = [
    json.loads(line)
    for file in sorted(Path(__file__).parent.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
WHOLE = [row for row in ROWS if "value" in row]
CUT = [row for row in ROWS if "error" in row]
AROUND = [("{}", "alone"), ("this is what I get for 3c:\n\n{}\n\nis that right?", "in a message")]


def _id(row: dict[str, object]) -> str:
    return f"{row['tool']}: {' '.join(str(row['text']).split())[:40]}"


@pytest.mark.parametrize("around", [text for text, _ in AROUND], ids=[name for _, name in AROUND])
@pytest.mark.parametrize("row", WHOLE, ids=_id)
def test_a_print_is_read_back(row: dict[str, object], around: str) -> None:
    reading = matrices_in(around.format(row["text"]))
    want = np.asarray(row["value"], dtype=float)
    assert reading.errors == ()
    (found,) = reading.found
    assert found.value.shape == want.shape
    assert np.allclose(found.value, want, rtol=1e-9, atol=0, equal_nan=True)
    assert row["name"] in (None, found.name)


@pytest.mark.parametrize("sign", ["# ", "% ", "// ", "> "])
def test_a_print_is_read_back_from_a_comment(sign: str) -> None:
    for row in WHOLE:
        reading = matrices_in("\n".join(f"{sign}{line}" for line in row["text"].split("\n")))
        want = np.asarray(row["value"], dtype=float)
        assert reading.errors == (), row["text"]
        (found,) = reading.found
        assert found.value.shape == want.shape, row["text"]
        assert np.allclose(found.value, want, rtol=1e-9, atol=0, equal_nan=True), row["text"]


@pytest.mark.parametrize("row", CUT, ids=_id)
def test_a_print_that_leaves_numbers_out_is_refused(row: dict[str, object]) -> None:
    reading = matrices_in(str(row["text"]))
    assert reading.found == ()
    assert [error.kind for error in reading.errors] == [row["error"]]


@given(
    row=st.sampled_from(ROWS),
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 20), st.sampled_from("[](){}|&\\,;/-.0 \n\t√x?'⎡")), max_size=6
    ),
)
@settings(max_examples=500, deadline=None)
def test_a_damaged_print_never_raises(row: dict[str, object], cuts: list[tuple[float, int, str]]) -> None:
    text = str(row["text"])[:3000]
    for place, width, put in cuts:
        at = int(place * len(text))
        text = text[:at] + put + text[at + width :]
    reading = matrices_in(text)
    spans = [one.span for one in reading.found] + [one.span for one in reading.errors]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


def test_many_tools_are_covered() -> None:
    assert {row["tool"] for row in ROWS} == {
        "numpy",
        "torch",
        "pandas",
        "sympy",
        "scipy",
        "octave",
        "r",
        "maxima",
        "gp",
    }
    assert len(ROWS) >= 150
