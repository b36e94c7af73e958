"""Rows on lines of their own, without brackets: bare rows, TSV from spreadsheets, CSV, rows after prompts.

Two or more such lines are an array; prose may run into the first row ("my C is 1 0 1") and out of the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Malformed, array, is_ellipsis
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows, words_of
from tutor.reading.message import Found
from tutor.reading.numbers import number

_PROMPT = re.compile(r"[ \t]*(?:>>> ?|\.\.\. |In \[\d*\]: ?|Out\[\d*\]: ?|#> ?|> ?|```\w*|[•*] )+")
_LETTER = re.compile(r"[B-DF-HJ-MO-Zb-dg-hj-mo-z]")
_LAST_RUN = re.compile(
    r"(?:^|[\s:=(])(?!\d?[a-d]\s)((?:[-+]?[\d.√½¼¾⅐-⅞](?:[^\s:()]|\([^\s()]*\))*[ \t,]+|-[ \t]+)*"
    r"[-+]?[\d.√½¼¾⅐-⅞](?:[^\s:()]|\([^\s()]*\))*)[ \t]*;?[ \t]*\Z"
)
_FIRST_RUN = re.compile(r"[ \t]*((?:[-+]?[\d.√½¼¾⅐-⅞][^\s,]*[ \t,]+|-[ \t]+)+)(?=[A-Za-z(?!])")
_SLIPPED = re.compile(r"(?<![^\s,;])(?:[A-Za-z?]|\.\.\.|…|[\d.]+[A-Za-z?])(?![^\s,;])")
_SLIPPED_OR_BLANK = re.compile(rf"{_SLIPPED.pattern}|\t")
_ODD = re.compile(r"[-+]?[\w?.…⋯⋮*]{1,5}|\\[vcd]dots|#N/A|#REF!|#DIV/0!")


class Line(NamedTuple):
    """A line of the page: text[start:end], and its cells if it holds nothing but numbers."""

    text: str
    start: int
    cells: list[str] | None

    @property
    def end(self) -> int:
        """Where it ends in the page."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of a page without their prompts."""
    lines, at = [], 0
    for written in text.split("\n"):
        prompt = _PROMPT.match(written)
        skipped = prompt.end() if prompt else 0
        rest = written[skipped:].rstrip()
        indent = len(rest) - len(rest.lstrip(" "))
        lines.append(Line(rest[indent:], at + skipped + indent, bare_cells(rest)))
        at += len(written) + 1
    return lines


def bare_cells(line: str) -> list[str] | None:
    """The cells of a line that holds nothing but numbers."""
    if TAKEN in line or not line or not any(sign.isnumeric() for sign in line):
        return None
    if _LETTER.search(line) and not re.search(r"sqrt|frac|inf|nan|√", line, re.IGNORECASE):
        return None
    try:
        cells = split_rows([row_text(line)])[0]
    except Malformed:
        return None
    return cells if all(number(cell) for cell in cells) else None


def row_text(line: str) -> str:
    """A line without what closes it; `;` between cells, as spreadsheets write it, becomes a tab."""
    line = line.strip(" ").rstrip(",;").strip(" ") if not line.startswith("\t") else line.rstrip(",; ")
    return line.replace(";", "\t") if ";" in line else line


def bare_rows(text: str) -> Iterator[Claim]:
    """Every block of two or more lines of numbers.

    >>> [claim.result.value.tolist() for claim in bare_rows("I got\\n1 0 1\\n2 2 0\\nis that ok?")]
    [[[1.0, 0.0, 1.0], [2.0, 2.0, 0.0]]]
    """
    if "\n" not in text:
        return
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        if lines[at].cells is None:
            at += 1
            continue
        block, at = _block(lines, at)
        claim = _claim(text, lines, block)
        if claim:
            yield claim


def _block(lines: list[Line], at: int) -> tuple[list[int], int]:
    """The lines that go together with the bare line `at`, and where to go on."""
    block = [at]
    width = len(lines[at].cells or ())
    spaced = False
    following = at + 1
    while following < len(lines):
        line = lines[following]
        if line.cells is not None:
            if spaced and (len(line.cells) != width or width < 2):
                break
            block.append(following)
        elif not line.text and (len(block) == 1 or spaced) and following + 1 < len(lines):
            spaced = True
        elif not _odd_row(line.text, width) or spaced or not _goes_on(lines, following, width):
            break
        else:
            block.append(following)
        following += 1
    if spaced and len(block) > 1 and any(b - a != 2 for a, b in pairwise(block)):
        block = [at]
        following = at + 1
    return block, max(following, block[-1] + 1)


def _odd_row(line: str, width: int) -> bool:
    """Whether a line is a row with a cell that is no number: `2 x 0`, `1 ... 3`, `⋮`."""
    if not line or TAKEN in line:
        return False
    if is_ellipsis(line):
        return True
    if "\t" in line:
        tabbed = [cell.strip() for cell in line.split("\t")]
        blanks = sum(not cell for cell in tabbed)
        sound = all(not cell or number(cell.replace(",", ".")) for cell in tabbed)
        if len(tabbed) == width and 0 < blanks < width and sound:
            return True
    words = words_of(line.replace(",", " ").replace(";", " ").replace("\t", " "))
    read = [number(word) is not None for word in words]
    return (
        len(words) == width
        and any(read)
        and all(good or _ODD.fullmatch(word) for good, word in zip(read, words, strict=True))
    )


def _slipped_words(words: list[str], width: int) -> str | None:
    """Words that are a row with `?` or `x` for a number, where prose runs into the block or out of it."""
    odd = [word for word in words if number(word) is None]
    fits = len(words) == width > 1 and 0 < len(odd) < width and set(odd) <= {"?", "x", "...", "…"}
    return " ".join(words) if fits else None


def _goes_on(lines: list[Line], at: int, width: int) -> bool:
    """Whether an odd row is the last of its block, or bare rows go on after it."""
    return at + 1 == len(lines) or not lines[at + 1].text or lines[at + 1].cells is not None or width > 1


def _claim(text: str, lines: list[Line], block: list[int]) -> Claim | None:
    rows = [row_text(lines[at].text) for at in block]
    start, end = lines[block[0]].start, lines[block[-1]].end
    width = len(lines[block[0]].cells or ())
    before = lines[block[0] - 1] if block[0] else None
    slipped = _slipped_words(before.text.split()[-width:], width) if before and before.cells is None else None
    if before and width > 1 and slipped and not _odd_row(before.text, width):
        rows.insert(0, slipped)
        start = before.end - len(slipped)
    elif before and width > 1 and _odd_row(before.text, width) and _SLIPPED_OR_BLANK.search(before.text):
        rows.insert(0, row_text(before.text))
        start = before.start
    elif before and before.cells is None and width > 1 and TAKEN not in before.text:
        run = _LAST_RUN.search(before.text[-400:])
        if run and (cells := bare_cells(run.group(1))) and len(cells) == width:
            rows.insert(0, row_text(run.group(1)))
            start = before.end - len(before.text[-400:]) + run.start(1)
    after = lines[block[-1] + 1] if block[-1] + 1 < len(lines) else None
    if after and after.cells is None and width > 1 and TAKEN not in after.text:
        run = _FIRST_RUN.match(after.text)
        if run and (cells := bare_cells(run.group(1).strip())) and len(cells) == width:
            rows.append(row_text(run.group(1).strip()))
            end = after.start + run.end(1)
        elif slipped := _slipped_words(after.text.split()[:width], width):
            rows.append(slipped)
    if len(rows) < 2:
        return None
    try:
        cells_of_rows = split_rows(rows)
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    lone = [len(row) for row in cells_of_rows]
    if lone[0] == 1 and len(set(lone[1:])) == 1 and lone[-1] > 1 and len(lone) > 2 and rows[0].isdigit():
        return _claim(text, lines, block[1:])  # the number of an exercise, then the rows
    if set(lone) == {1} and [cell.rstrip(".") for (cell,) in cells_of_rows] == [str(n + 1) for n in range(len(rows))]:
        return None  # a numbered list without its items
    end = start + len(text[start:end].rstrip(" ,;\t"))
    result = array([list(row) for row in cells_of_rows], (start, end))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)
