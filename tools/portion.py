"""A piece of a matrix handed in alone: one entry, a row, a column, or several rows one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.schema import Array


@dataclass(frozen=True)
class Portion:
    """A piece of a matrix; indices count from 0. Of "rows" the index is the first row and the row after the last; an
    entry with one index is counted row by row."""

    kind: Literal["row", "column", "entry", "rows"]
    index: tuple[int, ...]

    def of(self, whole: Array) -> Array:
        """This piece of a matrix."""
        if self.kind == "rows":
            return np.asarray(whole[slice(*self.index)])
        return np.asarray(whole[:, self.index[0]] if self.kind == "column" else whole[self.index])

    def within(self, shape: tuple[int, ...]) -> Portion | None:
        """This piece of a matrix of that shape, where a negative index counts from the end; None where it has none."""
        if len(shape) != 2:
            return None
        if self.kind == "entry" and len(self.index) == 1:
            row, column = divmod(self.index[0], shape[1])
            return Portion("entry", (row, column)) if row < shape[0] else None
        sides = shape[1:] if self.kind == "column" else shape
        found = [_index(at, side) for at, side in zip(self.index, sides, strict=False)]
        known = tuple(at for at in found if at is not None)
        return Portion(self.kind, known) if len(known) == len(found) else None


MIDDLE = 1_000_000
"""The index of what stands in the middle, whatever the size."""


def _index(at: int, side: int) -> int | None:
    """An index from 0 on a side of that length; only an odd side has a middle."""
    if at == MIDDLE:
        return side // 2 if side % 2 else None
    return at % side if -side <= at < side else None


def portions(shape: tuple[int, ...], piece: tuple[int, ...]) -> Iterator[Portion]:
    """Every place of a piece of this shape in a matrix of that shape."""
    rows, columns = shape
    size = int(np.prod(piece))
    if size == 1:
        yield from (Portion("entry", (i, j)) for i in range(rows) for j in range(columns))
    if size == columns:
        yield from (Portion("row", (i,)) for i in range(rows))
    if size == rows:
        yield from (Portion("column", (j,)) for j in range(columns))
    if len(piece) == 2 and piece[1] == columns and 1 < piece[0] < rows:
        yield from (Portion("rows", (i, i + piece[0])) for i in range(rows - piece[0] + 1))


_ENTRY = re.compile(r"([^\W\d_]+)(?:_?\{?(\d)[,; ]?(\d)\}?|\[(\d)\]\[(\d)\]|\[(\d), ?(\d)\])")
_LINE = re.compile(r"(row|column|zeile|spalte) ?(-?\d|middle)(?: of (.+))?")
_TOLD = re.compile(r"entry \((-?\d|middle), (-?\d|middle)\)")
_WINDOW = re.compile(r"window (\d{1,2})")
_PRODUCT = re.compile(
    r"q_?\{?(\d)\}?(?:\^?\{?(?:T|\\top)\}?|ᵀ)?[ .·⋅*@×,]{0,3}k_?\{?(\d)\}?(?:\^?\{?(?:T|\\top)\}?|ᵀ)?", re.IGNORECASE
)
"""A query times a key, which is an entry of the scores."""
_KINDS: dict[str, Literal["row", "column"]] = {"row": "row", "zeile": "row", "column": "column", "spalte": "column"}


def _from_zero(said: str) -> int:
    return MIDDLE if said == "middle" else int(said) - (int(said) > 0)


def portion_named(name: str | None) -> Portion | None:
    """The place a name tells: y_12, Y_{1,2}, "row 2 of C" and "entry (1, 2)" count from 1, Y[0][1] from 0, as on paper
    and in Python. In "entry (-1, -1)" both are the last, and "middle" is what it says.

    >>> portion_named("Y_{1,2}"), portion_named("Y[0][1]").index, portion_named("Y")
    (Portion(kind='entry', index=(0, 1)), (0, 1), None)
    """
    if name is None:
        return None
    if line := _LINE.fullmatch(name.lower().replace("_", " ")):
        return Portion(_KINDS[line[1]], (_from_zero(line[2]),))
    if window := _WINDOW.fullmatch(name):
        return Portion("entry", (int(window[1]) - 1,))
    if told := _TOLD.fullmatch(name):
        return Portion("entry", (_from_zero(told[1]), _from_zero(told[2])))
    if product := _PRODUCT.fullmatch(name):
        return Portion("entry", (int(product[1]) - 1, int(product[2]) - 1))
    entry = _ENTRY.fullmatch(name)
    if entry is None or entry[1].lower() in _KINDS:
        return None
    if entry[2]:
        return Portion("entry", (int(entry[2]) - 1, int(entry[3]) - 1))
    return Portion("entry", (int(entry[4] or entry[6]), int(entry[5] or entry[7])))


def counted_from_one(name: str | None) -> Portion | None:
    """The place that "C[2,3]" tells where indices count from 1, as in Julia, R and Octave; C[1][2] never does.

    >>> counted_from_one("C[2,3]"), counted_from_one("C[1][2]")
    (Portion(kind='entry', index=(1, 2)), None)
    """
    entry = _ENTRY.fullmatch(name or "")
    if entry is None or not (entry[6] and int(entry[6]) and int(entry[7])):
        return None
    return Portion("entry", (int(entry[6]) - 1, int(entry[7]) - 1))


def matrix_named(name: str | None) -> str | None:
    """The matrix whose piece a name tells, where it names one.

    >>> matrix_named("a12"), matrix_named("row 2 of C"), matrix_named("entry (1, 2)"), matrix_named("q1·k2")
    ('a', 'C', None, 'scores')
    """
    if name is None or _TOLD.fullmatch(name):
        return None
    if _PRODUCT.fullmatch(name):
        return "scores"
    line = _LINE.fullmatch(name.lower().replace("_", " "))
    entry = _ENTRY.fullmatch(name)
    return name[line.start(3) :] if line and line[3] else None if line or entry is None else entry[1]


def assembled(pieces: Iterable[tuple[Portion, Array]], onto: Array) -> Array | None:
    """The matrix `onto` with these pieces in their places, the later over the earlier; None where one does not fit.

    >>> assembled([(Portion("row", (0,)), np.array([1.0, 2.0]))], np.full((2, 2), 3.0)).tolist()
    [[1.0, 2.0], [3.0, 3.0]]
    """
    whole = onto.copy()
    for portion, value in pieces:
        at = portion.within(whole.shape)
        if at is None or value.size != at.of(whole).size:
            return None
        if at.kind == "column":
            whole[:, at.index[0]] = value.reshape(-1)
        else:
            whole[at.index] = value.reshape(at.of(whole).shape)
    return whole
