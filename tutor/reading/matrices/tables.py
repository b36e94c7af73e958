"""Tables: Markdown and boxes drawn with `+---+` or ┌─┬─┐; headers, labels and index columns are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Malformed, array
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.message import Found
from tutor.reading.numbers import number

_DRAWN = re.compile(r"[│┃║┆]")
_BORDER = re.compile(r"[\s|+:=\-─━═┄┅┈┉╌╍┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛╔╦╗╠╬╣╚╩╝╭╮╯╰┏┳┓┣╋┫┗┻┛╷╵]+")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_TWO_IN_ONE = re.compile(r"[\d.)]\s+[-+][\d.√(]")
_CORNERS = frozenset("┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛╔╦╗╠╬╣╚╩╝╭╮╯╰┏┳┓┣╋┫┗┻┛─━═")


def tables(text: str) -> Iterator[Claim]:
    """Every table of numbers.

    >>> [claim.result.value.tolist() for claim in tables("| a | b |\\n|---|---|\\n| 1 | 2 |\\n| 3 | 4 |")]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if "\n" not in text or not ("|" in text or _DRAWN.search(text)):
        return
    block: list[tuple[int, str]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        if TAKEN not in line and _is_table_line(line):
            block.append((at, line))
        elif block:
            claim = _table(text, block)
            if claim:
                yield claim
            block = []
        at += len(line) + 1


def _is_table_line(line: str) -> bool:
    stripped = line.strip()
    if not stripped:
        return False
    if _DRAWN.search(stripped) or (
        stripped.count("|") >= 1
        and (stripped[0] == "|" or stripped.count("|") > 1 or stripped[-1] == "|" or " | " in stripped)
    ):
        return True
    return (
        bool(_BORDER.fullmatch(stripped))
        and (len(stripped) > 2 or any(sign in _CORNERS for sign in stripped))
        and stripped.strip("- ") != ""
    )


def _table(text: str, block: list[tuple[int, str]]) -> Claim | None:
    start = block[0][0] + len(block[0][1]) - len(block[0][1].lstrip())
    end = block[-1][0] + len(block[-1][1].rstrip())
    try:
        cells = _rows_of([line for _, line in block])
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    if cells is None:
        return None
    result = array([list(row) for row in cells], (start, end))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)


def _rows_of(lines: list[str]) -> list[list[str]] | None:
    """The rows of numbers in the lines of a table, or None where it holds none."""
    rows: list[list[str]] = []
    rule_after: int | None = None
    for line in lines:
        if _BORDER.fullmatch(line.strip()) and not re.search(r"\|\s*\|", line):
            if rows and rule_after is None and (_RULE.fullmatch(line) or set(line.strip()) & set("┼╪╬├╞╠+╋")):
                rule_after = len(rows)
        elif _BORDER.fullmatch(line.strip()) and not rows:
            rows.append([])
        else:
            rows.append(_cells(line))
    return _without_labels(rows, rule_after)


def _cells(line: str) -> list[str]:
    """The cells of a table's line: at its bars, or by spaces where there are bars only at its ends."""
    line = _DRAWN.sub("|", line.strip())
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") else line
    pieces = [piece.strip().strip("*`$").strip() for piece in line.split("|")]
    if all(len(piece.split()) < 2 or (number(piece) and not _TWO_IN_ONE.search(piece)) for piece in pieces):
        return [re.sub(r"(?<=\d),(?=\d)", ".", piece) if piece.count(",") == 1 else piece for piece in pieces]
    if sum(number(word) is not None for piece in pieces for word in piece.split()) * 2 > sum(
        len(piece.split()) for piece in pieces
    ):
        return [cell for row in split_rows([piece for piece in pieces if piece]) for cell in row]
    return pieces


def _without_labels(rows: list[list[str]], rule_after: int | None) -> list[list[str]] | None:
    """The numbers of a table: without a header above its rule or of words, without a first column of labels."""
    header: list[str] | None = None
    if rows and (not rows[0] or not any(number(cell) for cell in rows[0]) or (rule_after == 1 and not rows[0][0])):
        header = rows[0]
        rows = rows[1:]
    while (
        rows
        and rows[0]
        and not any(number(cell) for cell in rows[0])
        and any((cell and cell[0].isalpha()) or cell == "---" for cell in rows[0])
    ):
        rows = rows[1:]  # polars prints the types below the header
    rows = [row for row in rows if row]
    if not rows or not any(number(cell) for row in rows for cell in row):
        return None
    corner = header is not None and bool(header) and (not header[0] or header[0] in ("index", "#", "idx", "i"))
    labelled = all(
        row and number(row[0]) is None and len(row) > 1 and not re.fullmatch(r"\?*|\W*", row[0]) for row in rows
    )
    counted = any([row[0] for row in rows] == [str(first + at) for at in range(len(rows))] for first in (0, 1))
    if (
        (labelled and len(rows) > (0 if header is not None else 1))
        or (corner and (counted or labelled))
        or (header and counted and corner)
    ):
        rows = [row[1:] for row in rows]
    if header is None and len(rows) < 2 and rule_after is None:
        return None
    numbers = sum(number(cell) is not None for row in rows for cell in row)
    if numbers * 2 < sum(len(row) for row in rows):
        return None
    if header is None and rule_after == 1 and corner:
        rows = rows[1:]
    return rows
