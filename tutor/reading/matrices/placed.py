"""Rows told before their places: "1 0 in the first row and 5 3 in the second", "1.5 and -0.5 on top, 0 and 1 below"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tutor.reading.gate import gated_text
from tutor.reading.matrices.dictation import dictated_rows, dictation
from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.message import Found
from tutor.reading.numbers import number

_NTH = {
    spelling: place
    for place, spellings in (
        (1, "first 1st erste ersten erster top upper obere oberen oben above one 1 1."),
        (2, "second 2nd zweite zweiten zweiter two 2 2."),
        (3, "third 3rd dritte dritten dritter three 3 3."),
        (4, "fourth 4th vierte vierten vierter four 4 4."),
        (0, "last final bottom lower below underneath letzte letzten untere unteren unten other"),
    )
    for spelling in spellings.split()
}
"""The place that a word means, from 1; 0 is the one after all others."""
_AXIS = r"row|line|column|col|query|zeile|reihe|spalte"
_PLACE = gated_text(
    r"\b(?:(?P<ordinal>first|second|third|fourth|last|final|top|bottom|upper|lower|other|1st|2nd|3rd|4th"
    rf"|(?:erste|zweite|dritte|vierte|letzte|obere|untere)[nr]?)(?:\s+one)?(?:\s+(?P<axis>{_AXIS}))?"
    rf"|(?P<axis2>{_AXIS})\s+(?P<number>[1-4]|one|two|three|four)"
    r"|(?P<side>below|underneath|above|oben|unten))\b(?!\s*[:=])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s,]*(?:\b(?P<in>in|for|on|at|as|is|are|für|auf|up)\s+)?(?:\b(?:the|my|der|die|den|dem)\s+)?$", re.IGNORECASE
)
"""Between the numbers of a row and its place."""
_BETWEEN = re.compile(r"[\s,;.]*(?:(?:and|und|then|dann|but|with|&)\b[\s,]*)*", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;]+(?:,[^\s,;]+)*")
_CONNECTED = ("and", "und", "then", "dann", "&")
_SIGNS = ("minus", "negative")
_COMMAS = re.compile(r"[-+]?\d+(?:,[-+]?\d+)+")
_PLACES_BEFORE = re.compile(
    r"\b(?:entr(?:y|ies)|columns?|cells?|positions?|rows?|hints?|exercises?)\s*$", re.IGNORECASE
)
"""Behind these, numbers are places themselves."""
LEAD = 24
"""How long the words between a row and its place are."""
REACH = 120
"""How far before its place the numbers of a row may begin."""


class _Row(NamedTuple):
    """The row text[start:end], up to the end of its place; it may stand alone where "in" leads to its place."""

    start: int
    end: int
    cells: list[str]
    place: int
    axis: str
    alone: bool

    @property
    def column(self) -> bool:
        """Whether it is one."""
        return self.axis in ("column", "col", "spalte")


def placed(text: str) -> Iterator[Claim]:
    """Every array whose rows are all told before their places, in the order of these; one row alone is loose.

    >>> [claim.result.value.tolist() for claim in placed("5 and 3 in the second row, 1 and 0 in the first")]
    [[[1.0, 0.0], [5.0, 3.0]]]
    >>> list(placed("first row 1 2, second row 3 4, third row 5 6"))
    []
    """
    rows: list[_Row] = []
    for place in _PLACE.finditer(text):
        lead = _LEAD.search(text, max(0, place.start() - LEAD), place.start())
        end = lead.start() if lead else place.start()
        within = lead is not None and lead["in"] is not None
        row = _row(text, place, rows[-1].end, end, within) if rows and rows[-1].end <= end else None
        if row is None or not _BETWEEN.fullmatch(text, rows[-1].end, row.start):
            yield from _claim(text, rows)
            rows = []
            row = _row(text, place, max(0, end - REACH), end, within)
        if row is not None:
            rows.append(row)
    yield from _claim(text, rows)


def _row(text: str, place: re.Match[str], begin: int, end: int, within: bool) -> _Row | None:
    """The row text[:end] right before a place, which begins at `begin` or later."""
    start = _start(text, begin, end)
    if start == end or _PLACES_BEFORE.search(text, max(0, start - 20), start):
        return None
    cells = _cells(text, start, end)
    if len(cells) < 2:
        return None
    nth = _NTH[(place["ordinal"] or place["number"] or place["side"]).lower()]
    axis = (place["axis"] or place["axis2"] or "").lower()
    return _Row(start, place.end(), cells, nth, axis, within and bool(axis))


def _start(text: str, begin: int, end: int) -> int:
    """Where the numbers begin that end at `end`."""
    start = end
    for word in reversed(list(_WORD.finditer(text, begin, end))):
        said = word[0].lower()
        if said in _CONNECTED:
            continue
        if TAKEN in said or not (number(said) or _COMMAS.fullmatch(said) or said in _SIGNS or dictation(said, 0, 20)):
            break
        start = word.start()
    return start


def _cells(text: str, start: int, end: int) -> list[str]:
    """The cells text[start:end], none where they are no row of numbers."""
    said = [word for match in _WORD.finditer(text, start, end) if (word := match[0]).lower() not in _CONNECTED]
    if all(number(word) or _COMMAS.fullmatch(word) for word in said):
        return said[0].split(",") if len(said) == 1 else [word.replace(",", ".") for word in said]
    words = dictation(text, start, end)
    read = dictated_rows([words]) if words and not text[words[-1].end : end].strip(" ,") else None
    return read[0] if read else []


def _place_name(row: _Row) -> str:
    return f"{'column' if row.column else 'row'} {row.place or -1}"


def _claim(text: str, rows: list[_Row]) -> Iterator[Claim]:
    if len(rows) == 1 and rows[0].alone:
        result = array(list(rows[0].cells), (rows[0].start, rows[0].end), _place_name(rows[0]), loose=True)
        yield Claim(rows[0].start, rows[0].end, result)
        return
    order = [row.place or len(rows) for row in rows]
    if len(rows) < 2 or sorted(order) != list(range(1, len(rows) + 1)):
        return
    cells: Cells = [list(row.cells) for _, row in sorted(zip(order, rows, strict=True))]
    if rows[0].column and len({len(row.cells) for row in rows}) == 1:
        cells = [list(column) for column in zip(*cells, strict=True)]
    start, end = rows[0].start, rows[-1].end
    result = array(cells, (start, end), name_before(text, start))
    yield Claim(start, end, dressed(text, result) if isinstance(result, Found) else result)
