"""From cells to an array: every reader ends here, and every error of rule 10 is worded here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NoReturn, TypeAlias

import numpy as np

from tutor.reading.matrices.page import TAKEN
from tutor.reading.message import Found, ReadError, ReadErrorKind
from tutor.reading.numbers import Number, number

MAX_ENTRIES = 4096
"""Most entries of one array."""
MAX_SIDE = 256
"""Longest side of one array."""
MAX_NESTING = 6
"""Deepest nesting of brackets that is still an array."""

Cells: TypeAlias = "str | list[Cells]"
"""The cells of an array as written: a text, or a list of such."""

_ELLIPSES = ("...", "…", "\\dots", "\\ldots", "\\cdots", "\\vdots", "\\ddots", "⋯", "⋮", "⋱", "..")
_LONGEST_SHOWN = 80
_TAKEN_RUN = re.compile(f"{TAKEN}+")
_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


class Malformed(Exception):  # noqa: N818 - named for what it says about the array
    """An array that cannot be read: the kind of error, and the sentence for the student."""

    def __init__(self, kind: ReadErrorKind, message: str) -> None:
        super().__init__(_TAKEN_RUN.sub("…", message))
        self.kind: ReadErrorKind = kind

    def at(self, span: tuple[int, int]) -> ReadError:
        """The error for the array that stands at this span."""
        return ReadError(kind=self.kind, message=str(self), span=span)


def spoken(count: int) -> str:
    """Small counts as words, as in prose."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def numbers_spoken(count: int) -> str:
    """A count of numbers, as in prose."""
    return f"{spoken(count)} number{'' if count == 1 else 's'}"


def is_ellipsis(cell: str) -> bool:
    """Whether the cell stands for cells left out."""
    return cell.strip().startswith(_ELLIPSES) and not any(sign.isdigit() for sign in cell)


def ragged(rows: Sequence[Sequence[object]]) -> NoReturn:
    """Refuse rows of different lengths, naming the odd one."""
    lengths = [len(row) for row in rows]
    usual = max(dict.fromkeys(lengths), key=lengths.count)
    at = next(index for index, length in enumerate(lengths) if length != usual)
    others = f"the other{'s' if len(rows) > 2 else ''} {spoken(usual)}"
    written = " ".join(str(cell) for cell in rows[at] if not isinstance(cell, list))
    shown = f": `{written}`" if written else ""
    raise Malformed(
        "ragged",
        f"I read {spoken(len(rows))} rows, but row {at + 1} has {numbers_spoken(lengths[at])} and {others}{shown}. "
        "Send it again with rows of the same length.",
    )


def too_large() -> Malformed:
    """More entries than anything on paper has."""
    return Malformed(
        "too_large",
        f"That array is larger than I read: at most {MAX_ENTRIES:,} numbers and {MAX_SIDE} in a row. "
        "Send only the part the exercise asks for.",
    )


def empty(written: str) -> Malformed:
    """Brackets without a number."""
    return Malformed(
        "empty",
        f"There is no number inside `{_short(written)}`. Send it again with its numbers, as in `[[1, 2], [3, 4]]`.",
    )


def truncated(why: str) -> Malformed:
    """An array that stops before its end."""
    return Malformed("truncated", f"The array is not complete: {why}. Send it again with all of its numbers.")


def non_numeric(cell: str, row: int | None, column: int, rows: Sequence[Sequence[Cells]] = ()) -> Malformed:
    """A cell that is no number, with the rows it stands in as they were read."""
    place = f"cell {column + 1}" if row is None else f"row {row + 1}, cell {column + 1}"
    shown = _short(cell.strip())
    what = f"reads `{shown}`, which is not one real number" if shown else "is blank"
    written = " / ".join(" ".join(_short(str(one).strip()) or "_" for one in cells) for cells in rows)
    seen = f"I read `{written}`; write" if 0 < len(written) <= _LONGEST_SHOWN else "Write"
    return Malformed(
        "non_numeric",
        f"{place[0].upper()}{place[1:]} {what}. {seen} a number there, such as `-2`, `0.5` or `1/2`, and send it "
        "again.",
    )


def glued(written: str) -> Malformed:
    """A rendered formula whose cells ran together when it was copied."""
    return Malformed(
        "non_numeric",
        f"In `{_short(written)}` the cells ran together when the formula was copied, so I cannot tell where one ends. "
        "Type it as rows instead, such as `1 2 / 3 4`.",
    )


def unarranged(count: int) -> Malformed:
    """Numbers each on its own line, as a copied matrix leaves them: where its rows end is lost."""
    return Malformed(
        "non_numeric",
        f"The copy has {numbers_spoken(count)}, each on a line of its own, so I cannot tell where a row ends. "
        "Type it as rows instead, such as `1 2 / 3 4`.",
    )


def is_composite(count: int) -> bool:
    """Whether so many numbers fill several rows of several numbers."""
    return any(count % side == 0 for side in range(2, int(count**0.5) + 1))


def _short(written: str) -> str:
    written = " ".join(written.replace("`", "'").split())
    return written if len(written) <= 40 else f"{written[:37]}…"


def _rows(cells: Cells) -> Iterator[list[Cells]]:
    """The innermost lists."""
    if isinstance(cells, list):
        if any(isinstance(cell, list) for cell in cells):
            for cell in cells:
                yield from _rows(cell)
        else:
            yield cells


def shape_of(cells: Cells) -> tuple[int, ...]:
    """The shape of nested cells; ragged ones are refused."""
    if isinstance(cells, str):
        return ()
    shapes = {shape_of(cell) for cell in cells}
    if len(shapes) > 1:
        lists = [cell if isinstance(cell, list) else [cell] for cell in cells]
        if len({len(row) for row in lists}) > 1:
            ragged(lists)
        raise Malformed("ragged", "Some entries are rows and some are numbers. Send it again with the rows all alike.")
    return (len(cells), *(shapes.pop() if shapes else ()))


def read_cells(cells: Cells) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], int | None]:
    """The array nested cells write, and its decimals; Malformed if they write none."""
    rows: list[list[Cells]] = list(_rows(cells)) if isinstance(cells, list) else [[cells]]
    if sum(len(row) for row in rows) > MAX_ENTRIES:
        raise too_large()
    if not any(rows):
        raise empty("[]")
    read: list[Number] = []
    wrong: Malformed | None = None
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            text = cell if isinstance(cell, str) else ""
            value = number(text)
            if value is None:
                if is_ellipsis(text):
                    raise truncated(f"row {at + 1} has `{_short(text.strip())}` in place of numbers")
                wrong = wrong or non_numeric(text, at if len(rows) > 1 else None, column, rows)
            else:
                read.append(value)
    if wrong:
        raise wrong
    shape = shape_of(cells)
    if max(shape, default=1) > MAX_SIDE:
        raise too_large()
    return np.array([one.value for one in read]).reshape(shape), decimals_of(read)


def decimals_of(numbers: Sequence[Number]) -> int | None:
    """Most decimals written in any entry; None where no entry has a decimal point and some are exact expressions."""
    written = [one.decimals for one in numbers if one.decimals is not None]
    most = max(written, default=None)
    return most if len(written) == len(numbers) or (most is not None and most > 0) else None


def array(cells: Cells, span: tuple[int, int], name: str | None = None, *, loose: bool = False) -> Found | ReadError:
    """What these cells write: an array, or the error that says why not."""
    try:
        value, decimals = read_cells(cells)
    except Malformed as problem:
        return problem.at(span)
    return Found(name=name, value=value, span=span, decimals=decimals, loose=loose)
