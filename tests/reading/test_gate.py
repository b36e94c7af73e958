"""The gates: a pattern that is not run on a line would not have matched it."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tutor.reading
from tutor.reading import changes, matrices
from tutor.reading.gate import Gate, Gated, gated
from tutor.reading.message import Act
from tutor.reading.needed import DIGIT, Ways, lowered, needed
from tutor.reading.phrasebook import phrases
from tutor.reading.text import line_of

_MODULES = [import_module(one.name) for one in pkgutil.walk_packages(tutor.reading.__path__, "tutor.reading.")]
_HELD = [*(value for module in _MODULES for value in vars(module).values()), *changes._gates()]
_PATTERNS = sorted(
    {row.pattern for gate in _HELD if isinstance(gate, Gate) for row in gate.rows}
    | {one.pattern for one in _HELD if isinstance(one, Gated)},
    key=lambda pattern: (pattern.pattern, pattern.flags),
)
_TABLES = [Path(__file__).with_name("phrases.txt"), *Path(__file__).parents[1].glob("dialogue/turns/*.txt")]
_WRITTEN = [line for table in sorted(_TABLES) for line in table.read_text(encoding="utf-8").splitlines() if line]
_TEXTS = [*_WRITTEN[::7], *(phrase for act in Act for phrase in phrases(act)[::13])]
_LINES = sorted({*_TEXTS, *(line_of(text).text for text in _TEXTS)})
"""What the test tables and the example phrases say, as written and as the rules see it."""


def _stands(piece: str, line: str) -> bool:
    return any(map(str.isdecimal, line)) if piece == DIGIT else piece in line


def _stand_in(line: str, ways: Ways) -> bool:
    """Whether in one of the ways a piece of each set stands in a line."""
    return any(all(any(_stands(piece, line) for piece in pieces) for pieces in way) for way in ways)


def _open(pattern: re.Pattern[str], line: str) -> bool:
    return _stand_in(lowered(line), needed(pattern))


def test_what_matches_is_let_through() -> None:
    """A row that matches a line of the tables is open to it."""
    assert len(_PATTERNS) > 300
    assert not [
        (pattern.pattern, line)
        for pattern in _PATTERNS
        for line in _LINES
        if not _open(pattern, line) and pattern.search(line)
    ]


@pytest.mark.parametrize("gate", [one for one in _HELD if isinstance(one, Gate)])
def test_gate_opens_the_rows_whose_pieces_stand_in_a_line(gate: Gate[Gated]) -> None:
    for line in _LINES[::11]:
        assert list(gate.open_to(line)) == [row for row in gate.rows if _open(row.pattern, line)]


_ALTERNATION = gated(r"\b(?:(?:get|got) stuck|(?<=my )sheet|[3-5](?=th)|skip\b(?! it))", re.IGNORECASE)


_PIECES = [
    "get",
    "GOT",
    "ſkip",
    "sKıp",
    "skip",
    "stuck",
    " ",
    "my ",
    "sheet",
    "SHEET",
    "4",
    "4th",
    "7th",
    "it",
    "ẞ",
    "İ",
]


@given(st.lists(st.sampled_from(_PIECES)))
def test_gated_reads_as_ungated(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [match.span() for match in _ALTERNATION.pattern.finditer(text)]
    first = _ALTERNATION.search(text)
    assert [match.span() for match in _ALTERNATION.finditer(text)] == spans
    assert (first and first.span()) == (spans[0] if spans else None)
    assert _ALTERNATION.sub("x", text) == _ALTERNATION.pattern.sub("x", text)


_SEVERAL_WAYS = gated(r"(?:a|bb?)[ -]?c.*?\d{2}|(?=.?-d?)(?:e+|[xy] ?z)(?<!e)|(?:(?:ab|c-.)d|(?:xy)+)+ ?[1-3]")


@given(st.text(alphabet="abcdexyzABCXΣσς- 129٣"))
def test_pattern_of_several_needs_reads_as_ungated(text: str) -> None:
    assert [match.span() for match in _SEVERAL_WAYS.finditer(text)] == [
        match.span() for match in _SEVERAL_WAYS.pattern.finditer(text)
    ]


def test_pattern_without_certain_pieces_cannot_be_gated() -> None:
    with pytest.raises(ValueError, match="nothing is certain"):
        gated(r"\w+ \w")


def test_prose_without_number_words_holds_no_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letting the readers of matrices skip plain prose changes no reading."""
    skipping = [repr(matrices.matrices_in(text)) for text in _TEXTS]
    monkeypatch.setattr(matrices, "_PROSE", re.compile(r"(?!)"))
    assert [repr(matrices.matrices_in(text)) for text in _TEXTS] == skipping


def test_a_line_without_signs_holds_only_what_can_stand_in_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letting such a line pass by the readers of notations changes no reading."""
    fewer = [repr(matrices.matrices_in(text)) for text in _TEXTS]
    monkeypatch.setattr(matrices, "IN_PROSE", matrices.READERS)
    assert [repr(matrices.matrices_in(text)) for text in _TEXTS] == fewer
