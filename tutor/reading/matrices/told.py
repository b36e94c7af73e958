"""Rows told in words: "first row 1 2, second row 3 4", "row 1: 1 0 1; row 2: 2 2 0", "columns 1 0 and 0 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tutor.reading.gate import gated_text
from tutor.reading.matrices.dictation import Word, dictated_rows, dictation, is_worded
from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array
from tutor.reading.matrices.names import is_symbol, name_before
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.message import Found
from tutor.reading.numbers import number

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|last|final|next|top|upper|middle|center|bottom|lower|1st|2nd|3rd|[4-9]th|other"
    r"|(?:erste|zweite|dritte|vierte|letzte|obere|untere|mittlere)[nr]?|[1-9]\.(?!\s*\n))"
)
_STEP = (
    r"QK\^?T|(?:scaled |attention )?(?:scores?|weights?)|scaled|softmax|context|output|result|product|ausgabe|ergebnis"
)
_LABEL = re.compile(
    rf"\b(?:(?:the\s+)?{_ORDINAL}(?:\s+one)?(?:\s+(?P<axis1>row|line|column|col|zeile|reihe|spalte)"
    r"|(?=\s+(?:is|has|ist|steht|:)\s|:)|(?<!\.)(?=\s+[-+]?[\d√½]))|(?P<axis2>row|column|col|zeile|reihe|spalte)"
    rf"\s*[_#]?\s*(?:\d{{1,2}}|one|two|three|four|five|six|eins|zwei|drei|vier)(?![^\W_])|(?<![A-Za-z])(?P<axis3>r|c|z)[_]?[1-9](?=\s*[:=]))"
    rf"(?:\s+(?:(?:of|in|von)\s+(?:the\s+|my\s+)?(?P<of>[a-z]|{_STEP})|(?P<of_2>(?-i:[A-HJ-Z])|{_STEP}))"
    rf"(?: matrix)?(?!\w)(?![ \t]*\n))?\)?"
    r"\s*(?:(?:[:=]|->|→|(?:is|ist|has|are|reads|says|lautet|goes|contains|steht|hat"
    r"|habe ich|i have|i get|about|roughly|approximately|around|circa|ca|etwa|rund|ungefähr)\b)\s*)*",
    re.IGNORECASE,
)
_MATRIX = re.compile(
    rf"(?<![\w\\'.])(?P<matrix>(?-i:[A-HJ-Zy])|{_STEP})(?: matrix)?(?:'s)?[ \t,:-]{{0,3}}\(?\Z", re.IGNORECASE
)
"""The matrix of a row, right before its label: "C row 1: …", "scores, first row: …"."""
_CELLS = re.compile(
    r"[\s(\[{$`]*((?:[-+]\s*)?(?:[\d.√½¼¾⅓⅔\\](?:[^\s,;()\[\]]|,(?=\d)|\([^()]{0,20}\))*|[?x…](?![A-Za-z]))"
    r"(?:(?:\s*,\s*|[ \t]+)(?:and\s+|und\s+|then\s+)?(?:[-+]\s?)?(?:[\d.√½¼¾⅓⅔\\?…]|sqrt|x(?![A-Za-z]))"
    r"(?:[^\s,;()\[\]]|,(?=\d)|\([^()]{0,20}\))*)*)[\s)\]}$`]*",
)
_BETWEEN = re.compile(r"[\s,;.|/&]*+(?:(?:and|und|then|dann|&|-|\*|•)\s*+)*+(?:in\s+)?(?:the\s+|die\s+|der\s+)?")
_SLIP = re.compile(r"[\s,]*([A-Za-z]|[\d.]+[A-Za-z])[\s,;.]*(?:(?:and|und)\s+)?(?:the\s+)?")
_GERMAN = re.compile(r"\s+und\s+")
_DECIMAL = re.compile(r"[-+]?\d{1,6}(?:,\d{1,6})?")
"""Cells with "und" between them have decimal commas: "1,5 und -0,5"."""
_CLOSING = re.compile(r"[)\]}]+")
_ASKED = re.compile(r"(?<=\d)[?!]{1,9}\s*\Z")
"""The end of a question, as against a `?` in place of a cell."""
_AXES = {"c": "column", "col": "column", "column": "column", "spalte": "column"}
MAX_ROW = 2_000
"""Longest text of one row."""
LONGEST_NAME = 24
"""Longest name of the matrix of a row."""
MAX_GAP = 200
"""Longest text between two rows."""


class _Row(NamedTuple):
    """A row or column with its label, text[start:end], its cells from `first` on: dictated in words, or written in
    digits. `matrix` is whose row it is called, from `begin` on or, `of`, behind its place: "row 1 of C"."""

    begin: int
    start: int
    first: int
    end: int
    axis: str
    words: list[Word]
    written: str
    matrix: str | None
    of: bool


_NAMED = gated_text(r"row|line|col|zeile|reihe|spalte|\br_?1", re.IGNORECASE)
"""What rows and columns are called."""


def told(text: str) -> Iterator[Claim]:
    """Every array told row by row, or column by column.

    >>> [claim.result.value.tolist() for claim in told("first row 1 2, second row 3 4")]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if not _NAMED.search(text):
        return
    rows: list[_Row] = []
    labels = list(_LABEL.finditer(text))
    for label, following in zip_longest(labels, labels[1:]):
        end = following.start() if following else len(text)
        axis = label.group("axis1") or label.group("axis2") or label.group("axis3") or (rows[-1].axis if rows else "")
        comment = text[max(0, label.start() - 40) : label.start()].rstrip(" ").endswith(("#", "//", "%"))
        row = _row(text, label, min(end, label.end() + MAX_ROW), _AXES.get(axis.lower(), "row")) if axis else None
        if row is None or comment:
            continue
        between = text[rows[-1].end : row.begin].lstrip(")]}$`") if rows else ""
        if rows and rows[-1].written and rows[-1].axis == row.axis and (slip := _SLIP.fullmatch(between)):
            rows[-1] = rows[-1]._replace(end=row.begin, written=f"{rows[-1].written} {slip.group(1)}")
            between = ""
        if rows and (not _alike(rows[0], row) or len(between) > MAX_GAP or not _BETWEEN.fullmatch(between)):
            yield from _claim(text, rows)
            rows = []
        rows.append(row)
    yield from _claim(text, rows)


def _alike(one: _Row, other: _Row) -> bool:
    """Whether two can be rows, or columns, of one matrix."""
    return one.axis == other.axis and (one.matrix == other.matrix or None in (one.matrix, other.matrix))


def _row(text: str, label: re.Match[str], end: int, axis: str) -> _Row | None:
    """The row that follows a label: dictated in words, or in digits."""
    read = _CELLS.match(text, label.end(), end)
    written = _ASKED.sub("", read.group(1)).rstrip(" .,;:") if read and TAKEN not in read.group() else ""
    decimal = _GERMAN.search(written) is not None and all(map(_DECIMAL.fullmatch, _GERMAN.split(written)))
    words = [] if decimal else dictation(text, label.end(), end)
    before = _MATRIX.search(text, max(0, label.start() - LONGEST_NAME), label.start())
    begin, start = before.start() if before else label.start(), label.start()
    of = label["of"] or label["of_2"]
    matrix = of or (before["matrix"] if before else None)
    if is_worded(words):
        return _Row(begin, start, words[0].start, words[-1].end, axis, words, "", matrix, of is not None)
    if not read or not written:
        return None
    comma = "," if "," in written and not decimal else " "
    cells = re.sub(r"\s*+,?\s*+\b(?:and|und|then)\b", comma, written)
    ends = read.start(1) + len(read.group(1).rstrip(" .,;:!?"))
    written = cells.replace(",", ".") if decimal else cells
    return _Row(begin, start, read.start(1), ends, axis, words, written, matrix, of is not None)


def _name(row: _Row) -> str | None:
    """The matrix of a row, where it is called by a name of its own: not "output" or "result"."""
    return row.matrix if row.matrix and is_symbol(row.matrix) else None


def _claim(text: str, rows: list[_Row]) -> Iterator[Claim]:
    if not rows:
        return
    start, end = rows[0].start, rows[-1].end
    closing = _CLOSING.match(text, end)
    end = closing.end() if closing else end
    cells: Sequence[Sequence[str]] | None
    try:
        worded = any(is_worded(row.words) for row in rows)
        cells = dictated_rows([row.words for row in rows]) if worded else split_rows([row.written for row in rows])
    except Malformed as problem:
        yield Claim(start, end, problem.at((start, end)))
        return
    if cells is None:
        return
    if len(rows) == 1:
        if len(cells[0]) > 1 and all(number(cell) for cell in cells[0]):
            yield Claim(start, end, array(list(cells[0]), (rows[0].first, end), loose=rows[0].of))
        return
    if rows[0].axis == "column" and len({len(row) for row in cells}) == 1:
        cells = [list(column) for column in zip(*cells, strict=True)]
    nested: Cells = [list(row) for row in cells]
    result = array(nested, (start, end), _name(rows[0]) or name_before(text, start))
    yield Claim(start, end, dressed(text, result) if isinstance(result, Found) else result)
