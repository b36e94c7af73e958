"""Arrays drawn over several lines: ⎡ ⎤ ⎢ ⎥ ⎣ ⎦ and ⎛ ⎞ as SymPy prints them, `[1 2]` row under row, `|1 2|` bars.

A fraction may be stacked, as SymPy and Maxima print it: its bar, the numerator above it and the denominator below it
are one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array, truncated
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.message import Found
from tutor.reading.numbers import number

_TALL = "⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠⎧⎨⎩⎫⎬⎭⎪"
_LEFT, _RIGHT = "⎡⎢⎣⎛⎜⎝⎧⎨⎩", "⎤⎥⎦⎞⎟⎠⎫⎬⎭"
_ODD_CELL = re.compile(r"[A-Za-z?]|\.\.\.|…|[\d.]+[A-Za-z]|")
_FRACTION_BAR = re.compile(r"─+")
_DASHES = re.compile(r"(?<!\S)-+(?!\S)")
_BAR_LINE = re.compile(r"[\s\d.]*-[\s\d.-]*")
_WHOLE = re.compile(r"\s*\d+\s*")
_BRACKETED_ROW = re.compile(
    r"(?P<before>[^\[\](){}|]*?)(?P<row>\[[^\[\](){}|]*\]|\|[^\[\](){}|]*\||\([^\[\](){}|,]*\)"
    r"|/[^\[\](){}|]*\\|\\[^\[\](){}|]*/)[ ,;.]*"
)


def tall(text: str) -> Iterator[Claim]:
    """Every array whose brackets reach over several lines."""
    if any(sign in text for sign in _TALL):
        yield from _tall_brackets(text)
    if "\n" in text and any(sign in text for sign in "[|(/"):
        yield from _rows_in_brackets(text)


def _tall_brackets(text: str) -> Iterator[Claim]:
    lines, at = text.split("\n"), 0
    starts = []
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    for first, line in enumerate(lines):
        for match in islice(re.finditer("[⎡⎛⎧]", line), 16):
            column = match.start()
            last = first + 1
            while last < len(lines) and lines[last][column : column + 1] in tuple("⎢⎜⎨⎪⎣⎝⎩"):
                last += 1
                if lines[last - 1][column] in "⎣⎝⎩":
                    break
            if last == first + 1 and line[column] != "⎧":
                yield Claim(
                    starts[first] + column,
                    starts[first] + len(line),
                    truncated(f"no `⎣` stands below the `{line[column]}` of its first row").at(
                        (starts[first] + column, starts[first] + len(line))
                    ),
                )
                continue
            body = [_between(lines[row], column) for row in range(first, last)]
            start = starts[first] + column
            end = starts[last - 1] + column + len(body[-1]) + 2
            before = [(lines[row][:column], starts[row]) for row in range(first, last)]
            yield _claim(text, body, start, min(end, len(text)), before)


def _between(line: str, column: int) -> str:
    inside = line[column + 1 : column + 2000]
    for at, sign in enumerate(inside):
        if sign in _RIGHT:
            return inside[:at]
    return inside


def _claim(text: str, body: list[str], start: int, end: int, before: list[tuple[str, int]]) -> Claim:
    try:
        cells: Cells = [list(row) for row in split_rows(flattened(body))]
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    result = array(cells, (start, end))
    if not isinstance(result, Found):
        return Claim(start, end, result)
    middle = len(before) // 2
    lefts = [left for left, _ in before[middle::-1] + before[middle:] if left.rstrip().endswith(("=", ":", "≈"))]
    if lefts:
        name_line = lefts[0]

        result = Found(
            name=name_before(name_line, len(name_line)), value=result.value, span=result.span, decimals=result.decimals
        )
        return Claim(start, end, result)
    result = dressed(text, result)
    return Claim(*result.span, result)


def flattened(body: list[str], bar: re.Pattern[str] = _FRACTION_BAR) -> list[str]:
    """Rows of text, with each stacked fraction written in one line; a bar has a numerator and a denominator.

    >>> flattened(["1  0", "-    ", "2  3"][:1])
    ['1  0']
    >>> flattened([" √2   ", " ──  0", " 2    "])
    [' (√2)/(2)  0']
    >>> flattened(["   1  3 ", " - -  - ", "   2  2 "], _DASHES)
    [' - (1)/(2)  (3)/(2)']
    """
    wide = max(len(line) for line in body)
    grid = [list(line.ljust(wide)) for line in body]
    bars = [(row, match.start(), match.end()) for row, line in enumerate(body) for match in bar.finditer(line)]
    fractions: dict[tuple[int, int], tuple[int, str]] = {}
    for row, low, high in bars:
        above = "".join(grid[row - 1][low:high]).strip() if row else ""
        below = "".join(grid[row + 1][low:high]).strip() if row + 1 < len(grid) else ""
        if bar is _DASHES and not (_WHOLE.fullmatch(above) and _WHOLE.fullmatch(below)):
            continue  # a minus sign
        fractions[row, low] = (high, f"({above})/({below})")
        for beside in (row - 1, row + 1):
            if 0 <= beside < len(grid):
                grid[beside][low:high] = " " * (high - low)
    rows: list[str] = []
    for row, signs in enumerate(grid):
        line, at = "", 0
        while at < wide:
            following, written = fractions.get((row, at), (at + 1, signs[at]))
            line += written
            at = following
        if line.strip():
            rows.append(line.rstrip())
    return rows


def _rows_in_brackets(text: str) -> Iterator[Claim]:
    """`[1 2]` above `[3 4]`, `|1 2|` above `|3 4|`, and slanted corners `/ 1 2 \\`; only the first may have a name."""
    block: list[tuple[int, int, str]] = []  # start, end, inside
    at, spaced, deep = 0, False, 0
    for line in text.split("\n"):
        match = _BRACKETED_ROW.fullmatch(line.rstrip()) if TAKEN not in line and not deep else None
        deep = max(deep + line.count("[") - line.count("]"), 0)  # inside an outer bracket the rows are its own
        inside = match.group("row")[1:-1] if match else ""
        goes_on = block and (_BAR_LINE.fullmatch(inside) or number(inside))
        if match and (goes_on or _row_of_numbers(inside, match.group("row"))):
            if block and (match.group("before").strip() or (spaced and "," in line)):
                yield from _stacked(text, block)
                block = []
            block.append((at + match.start("row"), at + match.end("row"), inside))
            spaced = False
        elif line.strip(" []|()"):
            yield from _stacked(text, block)
            block = []
        else:
            spaced = spaced or not line.strip()
        at += len(line) + 1
    yield from _stacked(text, block)


def _row_of_numbers(inside: str, row: str) -> bool:
    """Whether a line in brackets is a row of cells, perhaps with a cell that is no number."""
    try:
        cells = split_rows([inside])[0] if inside.strip() else []
    except Malformed:
        return False
    if len(cells) < 2:
        return len(cells) == 1 and row[0] in "[|" and " " in row and number(cells[0]) is not None
    odd = [cell for cell in cells if number(cell) is None]
    return len(odd) < len(cells) and all(_ODD_CELL.fullmatch(cell) for cell in odd)


def _stacked(text: str, block: list[tuple[int, int, str]]) -> Iterator[Claim]:
    if len(block) < 2:
        return
    span = (block[0][0], block[-1][1])
    try:
        rows = [inside for _, _, inside in block]
        if any(_BAR_LINE.fullmatch(row) and _DASHES.search(row) for row in rows[1:]):
            rows = flattened(rows, _DASHES)
        cells: Cells = [list(row) for row in split_rows(rows)]
    except Malformed as problem:
        yield Claim(*span, problem.at(span))
        return
    result = array(cells, span)
    if isinstance(result, Found):
        result = dressed(text, result)
        span = result.span
    yield Claim(*span, result)
