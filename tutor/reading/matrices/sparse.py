"""Sparse matrices as SciPy and Octave print them: one `(row, column)  value` a line, below a header with the shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import MAX_SIDE, Cells, array, too_large
from tutor.reading.matrices.lines import Line, lines_of
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found
from tutor.reading.numbers import number

_ENTRY = re.compile(r"\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)\s*(->|[:=]|\s)\s*(\S+)\s*")
_SHAPE = re.compile(
    r"(?:shape\s*|\bmatrix\b.{0,80}?|array.{0,80}?)\(?(?P<high>\d+)\s*[,x×]\s*(?P<wide>\d+)\)?"
    r"|\(rows\s*=\s*(?P<rows>\d+),\s*cols\s*=\s*(?P<columns>\d+)"
)
_HEADER_START = re.compile(r"<|Compressed ")
_HEADER_LINES = 4


def sparse(text: str) -> Iterator[Claim]:
    """Every sparse matrix of at least two entries; SciPy counts from 0, Octave, with its arrows, from 1, and so does
    who writes `(1, 1): 1.5` or `(1, 1) = 1.5` and no 0.

    >>> [claim.result.value.tolist() for claim in sparse("  (0, 0)\\t1.5\\n  (1, 1)\\t2.0")]
    [[[1.5, 0.0], [0.0, 2.0]]]
    >>> [claim.result.value.tolist() for claim in sparse("(1,1): 1.5\\n(1,2): 2\\n(2,1): 3\\n(2,2): 4")]
    [[[1.5, 2.0], [3.0, 4.0]]]
    """
    if "\n" not in text or not _ENTRY.search(text):
        return
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        follow = at
        while follow < len(lines) and (entry := _ENTRY.fullmatch(lines[follow].text)) and number(entry.group(4)):
            follow += 1
        if follow - at > 1:
            yield _claim(text, lines, at, follow)
        at = max(follow, at + 1)


def _claim(text: str, lines: list[Line], at: int, follow: int) -> Claim:
    """The entries lines[at:follow] as one matrix, with the header above them."""
    written = [entry for line in lines[at:follow] if (entry := _ENTRY.fullmatch(line.text))]
    by_hand = all(entry[3] in ":=" and "0" not in entry.group(1, 2) for entry in written)
    base = 1 if by_hand or all(entry[3] == "->" for entry in written) else 0
    entries = {(int(entry[1]) - base, int(entry[2]) - base): entry[4] for entry in written}
    start, end = lines[at].start, lines[follow - 1].end
    if len(entries) < follow - at or min(min(index) for index in entries) < 0:  # one entry twice: no matrix
        return Claim(start, end, None)
    high, wide = (max(index[side] for index in entries) + 1 for side in (0, 1))
    for above in range(max(0, at - _HEADER_LINES), at):
        if shape := _SHAPE.search(lines[above].text):
            sides = [int(side) for side in shape.groups() if side]
            high, wide = max(high, sides[0]), max(wide, sides[1])
            start = _header(lines, above, at)
    if max(high, wide) > MAX_SIDE:
        return Claim(start, end, too_large().at((start, end)))
    cells: Cells = [[entries.get((row, column), "0") for column in range(wide)] for row in range(high)]
    result = array(cells, (start, end))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)


def _header(lines: list[Line], above: int, at: int) -> int:
    """Where the header begins: in the line that gives the shape, or in the line above it."""
    for line in lines[max(0, above - 1) : at]:
        if begins := _HEADER_START.search(line.text):
            return line.start + begins.start()
    return lines[above].start
