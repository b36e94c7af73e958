"""Rows in one line with a cell that is no plain number: `1 3 -1 / 4 a 2 / 5 3 3`, `1 0 1; 2 ? 0`, `0 -inf / 0 0`.

Rows of plain numbers alone are a run; here one row of numbers vouches that the odd cell of another is meant as a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import array
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.runs import is_prose_number
from tutor.reading.message import Found

_SEPARATOR = re.compile(r";|(?<=\s)(?://?|\||\\\\)(?=\s)")
_WORD = re.compile(r"[^\s,;]+")
_ODD_CELL = re.compile(r"[A-Za-z]|[-+]?\d[\d.]*[A-Za-z?]|\?+|\.\.\.|…|[-+]?(?:nan|inf)", re.IGNORECASE)
_Row = list[re.Match[str]]


def slashes(text: str) -> Iterator[Claim]:
    """Every array in one line that has a row of numbers and, in another row of its length, a cell that is none.

    >>> [claim.result.message[:21] for claim in slashes("my matrix: 1 3 -1 / 4 a 2 / 5 3 3")]
    ['Row 2, cell 2 reads `']
    """
    if not ("/" in text or ";" in text or "|" in text or "\\\\" in text):
        return
    at = 0
    for line in text.split("\n"):
        if TAKEN not in line and any(sign.isdigit() for sign in line):
            for rows in _blocks(line):
                yield from _claim(text, at, rows)
        at += len(line) + 1


def _blocks(line: str) -> Iterator[list[_Row]]:
    """Neighbouring pieces of a line that are rows of cells; prose may run into the first and out of the last."""
    cuts = [0, *(place for match in _SEPARATOR.finditer(line) for place in match.span()), len(line)]
    block: list[_Row] = []
    for low, high in zip(cuts[::2], cuts[1::2], strict=True):
        words = list(_WORD.finditer(line, low, high))
        leading = list(takewhile(_is_cell, words))
        if block:
            block.append(leading)
        if len(leading) < len(words) or not words:
            yield block
            block = [list(takewhile(_is_cell, reversed(words)))[::-1]]
        elif not block:
            block = [leading]
    yield block


def _is_cell(word: re.Match[str]) -> bool:
    return is_prose_number(word.group()) or _ODD_CELL.fullmatch(word.group()) is not None


def _claim(text: str, at: int, rows: list[_Row]) -> Iterator[Claim]:
    """The array these rows write, where they are meant as one."""
    if len(rows) < 2:
        return
    width = len(rows[1]) if len(rows) > 2 else min(len(rows[0]), len(rows[1]))
    rows = [rows[0][-width:], *rows[1:-1], rows[-1][:width]]
    odd = [sum(not is_prose_number(word.group()) for word in row) for row in rows]
    if width < 2 or any(len(row) != width for row in rows) or not any(odd) or 0 not in odd or max(odd) == width:
        return
    start, end = at + rows[0][0].start(), at + rows[-1][-1].end()
    if not is_prose_number(rows[-1][-1].group()) and text[end : end + 2].strip(" \n"):
        return  # "3 4 / 5 a day"
    result = array([[word.group() for word in row] for row in rows], (start, end))
    yield Claim(start, end, dressed(text, result) if isinstance(result, Found) else result)
