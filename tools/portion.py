"""A piece of a matrix handed in alone: one entry, a row, a column, or several rows one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.schema import Array


@dataclass(frozen=True)
class Portion:
    """A piece of a matrix; indices count from 0. Of "rows" the index is the first row and the row after the last."""

    kind: Literal["row", "column", "entry", "rows"]
    index: tuple[int, ...]

    def of(self, whole: Array) -> Array:
        """This piece of a matrix."""
        if self.kind == "rows":
            return np.asarray(whole[slice(*self.index)])
        return np.asarray(whole[:, self.index[0]] if self.kind == "column" else whole[self.index])

    def within(self, shape: tuple[int, ...]) -> Portion:
        """This piece of a matrix of that shape, where a negative index counts from the end."""
        sides = shape[1:] if self.kind == "column" else shape
        return Portion(self.kind, tuple(at % side for at, side in zip(self.index, sides, strict=False)))


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


_ENTRY = re.compile(r"[^\W\d_]+(?:_?\{?(\d)[,; ]?(\d)\}?|\[(\d)\]\[(\d)\]|\[(\d), ?(\d)\])")
_LINE = re.compile(r"(row|column|zeile|spalte) ?(\d)")
_TOLD = re.compile(r"entry \((-?\d), (-?\d)\)")
_KINDS: dict[str, Literal["row", "column"]] = {"row": "row", "zeile": "row", "column": "column", "spalte": "column"}


def portion_named(name: str | None) -> Portion | None:
    """The place a name tells: y_12, Y_{1,2} and "entry (1, 2)" count from 1, Y[0][1] from 0, as on paper and in Python.
    In "entry (-1, -1)" both are the last.

    >>> portion_named("Y_{1,2}"), portion_named("Y[0][1]").index, portion_named("Y")
    (Portion(kind='entry', index=(0, 1)), (0, 1), None)
    """
    if name is None:
        return None
    if line := _LINE.fullmatch(name.lower().replace("_", " ")):
        return Portion(_KINDS[line[1]], (int(line[2]) - 1,))
    if told := _TOLD.fullmatch(name):
        row, column = int(told[1]), int(told[2])
        return Portion("entry", (row - (row > 0), column - (column > 0)))
    entry = _ENTRY.fullmatch(name)
    if entry is None:
        return None
    if entry[1]:
        return Portion("entry", (int(entry[1]) - 1, int(entry[2]) - 1))
    return Portion("entry", (int(entry[3] or entry[5]), int(entry[4] or entry[6])))
