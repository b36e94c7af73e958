"""HTML around the numbers: tables as one matrix, line breaks and paragraphs as lines.

`<table><tr><td>1</td><td>2</td></tr></table>` · `1 2<br>3 4` · `<pre>[[1 2]</pre>`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array, truncated
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found
from tutor.reading.numbers import number

_OPENED = re.compile(r"<table\b[^<>]{0,400}>", re.IGNORECASE)
_CLOSED = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def markup(text: str) -> Iterator[Claim]:
    """Every HTML table of numbers, without its headers.

    >>> table = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    >>> [claim.result.value.tolist() for claim in markup(table)]
    [[[1.0, 2.0]]]
    """
    at = 0
    while "<t" in text and (opened := _OPENED.search(text, at)):
        closed = _CLOSED.search(text, opened.end())
        at = closed.end() if closed else len(text)
        rows = _rows(text[opened.end() : closed.start() if closed else at])
        span = (opened.start(), at)
        if not any(number(cell) for row in rows for cell in row):
            continue
        if not closed:
            yield Claim(*span, truncated("`<table>` is never closed").at(span))
            return
        cells: Cells = [list(row) for row in rows]
        result = array(cells, span)
        if isinstance(result, Found):
            result = dressed(text, result)
            span = result.span
        yield Claim(*span, result)


def _rows(table: str) -> list[list[str]]:
    """The cells of a table, without a header row and without a column of labels."""
    rows = [[_cell(cell) for cell in _CELL.split(row)[1:]] for row in _ROW.split(table)[1:]]
    rows = [row for row in rows if row]
    if rows and not any(number(cell) for cell in rows[0]):
        rows = rows[1:]
    if rows and all(len(row) > 1 and not number(row[0]) and row[0][:1].isalpha() for row in rows):
        rows = [row[1:] for row in rows]
    return rows


def _cell(written: str) -> str:
    cell = " ".join(_TAG.sub(" ", written).split())
    return _DECIMAL_COMMA.sub(".", cell) if cell.count(",") == 1 else cell
