"""Rows told in words: "first row 1 2, second row 3 4", "row 1: 1 0 1; row 2: 2 2 0", "columns 1 0 and 0 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.message import Found
from tutor.reading.numbers import number

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|last|final|next|top|upper|middle|center|bottom|lower|1st|2nd|3rd|[4-9]th|other"
    r"|erste|zweite|dritte|vierte|letzte|obere|untere|mittlere|[1-9]\.)"
)
_LABEL = re.compile(
    rf"\b(?:(?:the\s+)?{_ORDINAL}(?:\s+one)?(?:\s+(?P<axis1>row|line|column|col|zeile|reihe|spalte)|(?=\s+(?:is|has|ist|:)\s|:))|(?P<axis2>row|column|col|zeile|reihe|spalte)"
    rf"\s*[_#]?\s*(?:\d{{1,2}}|one|two|three|four|five|six|eins|zwei|drei)(?!\d)|(?<![A-Za-z])(?P<axis3>r|c|z)[_]?[1-9](?=\s*[:=]))"
    r"\s*(?:(?:[:=]|->|→|is|ist|has|are|reads|says|lautet|goes|contains)\s*)*",
    re.IGNORECASE,
)
_CELLS = re.compile(
    r"[\s(\[{$`]*((?:[-+]\s*)?(?:[\d.√½¼¾⅓⅔\\](?:[^\s,;()\[\]]|,(?=\d)|\([^()]{0,20}\))*|[?x…](?![A-Za-z]))"
    r"(?:(?:\s*,\s*|[ \t]+)(?:and\s+|und\s+|then\s+)?(?:[-+]\s?)?(?:[\d.√½¼¾⅓⅔\\?…]|sqrt|x(?![A-Za-z]))"
    r"(?:[^\s,;()\[\]]|,(?=\d)|\([^()]{0,20}\))*)*)[\s)\]}$`]*",
)
_BETWEEN = re.compile(r"[\s,;.|/&]*(?:(?:and|und|then|dann|&|-|\*|•)\s*)*(?:the\s+|die\s+)?")


def told(text: str) -> Iterator[Claim]:
    """Every array told row by row, or column by column.

    >>> [claim.result.value.tolist() for claim in told("first row 1 2, second row 3 4")]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if not re.search(r"row|line|col|zeile|reihe|spalte|\br_?1", text, re.IGNORECASE):
        return
    rows: list[tuple[int, int, str, str]] = []
    for label in _LABEL.finditer(text):
        read = _CELLS.match(text, label.end())
        comment = text[: label.start()].rstrip(" ").endswith(("#", "//", "%"))
        if not read or TAKEN in read.group() or comment:
            continue
        axis = (
            label.group("axis1") or label.group("axis2") or label.group("axis3") or (rows[-1][3] if rows else "")
        ).lower()
        if not axis:
            continue
        axis = "column" if axis[0] == "c" or axis == "spalte" else "row"
        comma = "," if "," in read.group(1) else " "
        written = re.sub(r"\s*,?\s*\b(?:and|und|then)\b", comma, read.group(1)).rstrip(" .,;:")
        end = read.start(1) + len(read.group(1).rstrip(" .,;:!?"))
        if rows and (rows[-1][3] != axis or not _BETWEEN.fullmatch(text[rows[-1][1] : label.start()].lstrip(")]}$`"))):
            yield from _claim(text, rows)
            rows = []
        rows.append((label.start(), end, written, axis))
    yield from _claim(text, rows)


def _claim(text: str, rows: list[tuple[int, int, str, str]]) -> Iterator[Claim]:
    if not rows:
        return
    start, end = rows[0][0], rows[-1][1]
    end += len(text[end:]) - len(text[end:].lstrip(")]}")) if text[end : end + 1] in tuple(")]}") else 0
    try:
        cells = split_rows([written for _, _, written, _ in rows])
    except Malformed as problem:
        yield Claim(start, end, problem.at((start, end)))
        return
    if len(rows) == 1:
        if len(cells[0]) > 1 and all(number(cell) for cell in cells[0]):
            first = text.index(rows[0][2][:1], start)
            yield Claim(start, end, array(list(cells[0]), (max(start, first), end)))
        return
    if rows[0][3] == "column" and len({len(row) for row in cells}) == 1:
        cells = [list(column) for column in zip(*cells, strict=True)]
    nested: Cells = [list(row) for row in cells]
    result = array(nested, (start, end), name_before(text, start))
    yield Claim(start, end, dressed(text, result) if isinstance(result, Found) else result)
