"""What-if settings out of words, digits and code, in the voices of those who write them.

The rows are data: `text => setting=value; setting=value`, values as JSON or bare words, ⏎ for a new line. In `none.txt`
nothing is stated. `late.txt`, `third.txt` and `fourth.txt` were written to measure the rules on text they had not been
made for.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.schema import Json
from tutor.reading.calls import as_words
from tutor.reading.eigenvalues import eigenvalues_in
from tutor.reading.reader import message_of
from tutor.reading.settings import ROWS, rows_for
from tutor.reading.settings.grammar import Row
from tutor.reading.spoken import in_digits
from tutor.reading.stated import stated_in
from tutor.reading.text import line_of

_HERE = Path(__file__).parent
_VOICES = (
    "terse",
    "chatty",
    "code",
    "phone",
    "latex",
    "dictation",
    "german",
    "sceptic",
    "late",
    "third",
    "fourth",
    "fifth",
)
_MODEL = re.compile(r"[a-z]\w*(?:[. ]\w+)*")


def _lines(name: str) -> list[str]:
    text = (_HERE / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _value(said: str) -> Json:
    value: Json = said if _MODEL.fullmatch(said) and said not in ("true", "false") else json.loads(said)
    return value


def _rows(name: str) -> list[tuple[str, dict[str, Json]]]:
    rows = []
    for line in _lines(name):
        text, _, said = line.partition(" =>")
        fields = [field.partition("=") for field in said.split(";") if field.strip()]
        rows.append((text.replace("⏎", "\n"), {key.strip(): _value(value.strip()) for key, _, value in fields}))
    return rows


def _stated(text: str) -> dict[str, Json]:
    text = in_digits(as_words(text))
    line = line_of(text)
    values = dict(stated_in(line, text).values)
    eigenvalues = eigenvalues_in(line.text)
    return values if eigenvalues is None else {**values, "eigenvalues": eigenvalues.tolist()}


@pytest.mark.parametrize(("text", "settings"), [row for voice in _VOICES for row in _rows(voice)])
def test_settings_are_read_exactly(text: str, settings: dict[str, Json]) -> None:
    assert _stated(text) == settings


@pytest.mark.parametrize("text", _lines("none"))
def test_other_numbers_and_words_state_nothing(text: str) -> None:
    assert _stated(text) == {}


@pytest.mark.parametrize(("text", "settings"), _rows("arrays"))
def test_arrays_are_settings_of_what_is_to_be_computed(text: str, settings: dict[str, Json]) -> None:
    assert message_of(text).settings.to_json() == settings


@pytest.mark.parametrize(("row", "phrase"), [(row, phrase) for row in ROWS for phrase in row.says])
def test_a_row_reads_its_own_phrases(row: Row, phrase: str) -> None:
    line = line_of(phrase).text
    assert row.pattern.search(line)
    assert row.setting in stated_in(line_of(phrase), phrase).values


@pytest.mark.parametrize(("row", "phrase"), [(row, phrase) for row in ROWS for phrase in row.not_says])
def test_a_row_leaves_the_phrases_of_others(row: Row, phrase: str) -> None:
    assert not row.pattern.search(line_of(phrase).text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.setting} {row.says[:1]}")
def test_no_group_of_a_pattern_repeats_without_bound(row: Row) -> None:
    assert not re.search(r"(?<!\\)\)(?:[*+]|\{\d+,\})", row.pattern.pattern)


@pytest.mark.parametrize("voice", [*_VOICES, "none"])
def test_a_row_that_is_passed_over_would_have_read_nothing(voice: str) -> None:
    for line in _lines(voice):
        text = line_of(in_digits(as_words(line.partition(" =>")[0]))).text
        may = rows_for(text)
        assert [row for row in ROWS if row not in may and row.pattern.search(text)] == [], line


@pytest.mark.parametrize("text", ["stride 2 and padding 1", "set the stride to two, no padding", "λ and stride 3"])
def test_the_spans_of_a_line_are_where_it_is_said(text: str) -> None:
    line = line_of(text)
    for start, end in stated_in(line, text).spans:
        first, last = line.span(start, end)
        assert stated_in(line_of(text[first:last]), text[first:last]).values


_WORDS = sorted({word for voice in _VOICES for line in _lines(voice) for word in line.partition(" =>")[0].split()})


@given(
    st.lists(
        st.sampled_from([*_WORDS, "1/0", "minus", "(", ")", ",", ".", "frac", "sqrt", "half", "x", "by"]), max_size=16
    )
)
def test_any_mixture_of_words_is_read_without_an_error(words: list[str]) -> None:
    assert json.dumps(_stated(" ".join(words)), allow_nan=False)
