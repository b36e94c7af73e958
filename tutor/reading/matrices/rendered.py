"""Rendered formulas copied without their LaTeX, and matrices copied from a PDF: brackets, columns and rows lie apart.

A zero-width space closes each column of KaTeX. Where a line break stands between the cells, the columns are read;
where the cells ran together, the copy is refused. The pieces ⎡ ⎢ ⎣ of a bracket may stand on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array, glued, is_composite, unarranged
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.message import Found
from tutor.reading.numbers import number

_LEFT, _RIGHT = "⎡⎢⎣⎛⎜⎝", "⎤⎥⎦⎞⎟⎠"
_PIECES = _LEFT + _RIGHT
_OF_LEFT, _OF_RIGHT = re.compile(f"[{_LEFT}]"), re.compile(f"[{_RIGHT}]")
_COLUMNS = re.compile(
    rf"(?:[\[(|]|[{_LEFT}](?:\s?[{_LEFT}]){{0,40}}\s?\u200b)"
    r"(?P<body>[-+\d.,/\s√\u200b]*+)"
    rf"(?:[\])|]|[{_RIGHT}](?:\s?[{_RIGHT}]){{0,40}}(?:\s?\u200b)?)"
)
_ROW = re.compile(r"[-+\d.,/\s√½¼¾⅓⅔()]*")
_ROW_SIGN = re.compile(r"[\d½¼¾⅓⅔]")
_LINE = re.compile(
    rf"(?P<before>[^{_PIECES}]*+)(?P<row>(?:[{_LEFT}][{_LEFT}\s]*+)?[-+\d.,/\s√½¼¾⅓⅔()]*+(?:[{_RIGHT}][{_RIGHT}\s]*+)?)"
    rf"(?P<after>[^{_PIECES}]*+)"
)
_PIECE = re.compile(f"[{_PIECES}]")
_MINUS = re.compile(r"(?<![^\s])-\s*\n\s*(?=[\d.√])")


def rendered(text: str) -> Iterator[Claim]:
    """Every copied matrix of this kind, read or refused.

    >>> columns = "[\\n1\\n3\\n\\u200b\\n2\\n4\\n\\u200b\\n]"
    >>> [claim.result.value.tolist() for claim in rendered(columns)]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if "\u200b" in text:
        for match in _COLUMNS.finditer(text):
            body = match["body"]
            if "\u200b" in body and any(sign.isdigit() for sign in body):
                yield _claim(text, match.start(), match.end(), body, _by_columns)
    elif "\n" in text and any(sign in text for sign in "⎡⎛⎣⎝"):
        for start, end in _scattered(text):
            yield _claim(text, start, end, re.sub(f"[{_PIECES}]", " ", text[start:end]), _by_rows)


def _claim(text: str, start: int, end: int, body: str, cells_of: Callable[[str], Cells]) -> Claim:
    try:
        cells = cells_of(body)
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    result = array(cells, (start, end))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)


def _by_columns(body: str) -> Cells:
    """The rows of a matrix copied column by column, of one length as no fraction leaves them."""
    columns = [column.split("\n") for column in body.strip(" \n").removesuffix("\u200b").split("\u200b")]
    cells = [[cell.strip() for cell in column if cell.strip()] for column in columns]
    apart = len({len(column) for column in cells}) == 1 and all(number(cell) for column in cells for cell in column)
    if not apart or not cells[0] or "\n" not in body.strip():
        raise glued(body.replace("\u200b", " "))
    return [list(row) for row in zip(*cells, strict=True)]


def _by_rows(body: str) -> Cells:
    """The rows between the pieces of brackets."""
    rows = split_rows([line for line in _MINUS.sub("-", body).split("\n") if line.strip()])
    count = len(rows)
    if all(len(row) == 1 for row in rows) and count > 3 and is_composite(count):
        raise unarranged(count)
    return [list(row) for row in rows]


def _scattered(text: str) -> Iterator[tuple[int, int]]:
    """Lines of numbers with pieces of one bracket that do not stand one below the other."""
    start, end, at, columns = -1, -1, 0, set[int]()
    for line in [*text.split("\n"), TAKEN]:
        read = _LINE.fullmatch(line) if _PIECE.search(line) else None
        if read and start < 0 and line[read.start("row")] in "⎡⎛" and not read["after"].strip():
            start, end, columns = at + read.start("row"), at + read.end("row"), {_column(read)}
        elif start >= 0 and read and _ROW.fullmatch(read["before"]) and line[read.start("row")] not in "⎡⎛":
            end = at + read.end("row")
            columns.add(-1 if read["before"].strip() else _column(read))
        elif start < 0 or not _ROW.fullmatch(line):
            if len(columns) > 1:
                yield start, end
            start, columns = -1, set()
        elif line.strip():
            columns.add(-1)  # no piece beside this row
        if read and read["after"].strip() and len(columns) > 1:
            yield start, end
            start, columns = -1, set()
        at += len(line) + 1


def _column(read: re.Match[str]) -> int:
    """Where the piece at the left stands; nowhere in a line of pieces from one side only."""
    row = read["row"]
    lone = not _ROW_SIGN.search(row) and not (_OF_LEFT.search(row) and _OF_RIGHT.search(row))
    return -2 if lone else read.start("row")
