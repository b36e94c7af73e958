"""Messages whose matrices are known: random ones in every notation, alone and amid prose, and requests in plain words.

Everything follows from one seed. The notations are written here by hand, or by NumPy and PyTorch themselves; nothing
is shared with the tutor's own tests.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tutor.reading.message import Act
from tutor.reading.phrasebook import phrases

Matrix = NDArray[np.float64]
Writer = Callable[[Matrix], str]
ROOM = "□"
"""Where a phrase has room for a matrix."""
_ROOM = re.compile(rf"(?<!\w){ROOM}(?!\w)")
_MORE = re.compile(r"\[|frac")
"""A phrase with an array or a factor of its own: what should be read in it is not known."""


@dataclass(frozen=True)
class Sample:
    """A message, the part of the corpus it belongs to, and the matrices in it, in reading order."""

    part: str
    text: str
    truth: tuple[Matrix, ...]


def _cells(matrix: Matrix) -> list[list[str]]:
    return [[f"{entry:g}" for entry in row] for row in matrix]


def _joined(cell: str, row: str, opening: str = "", closing: str = "") -> Writer:
    return lambda matrix: opening + row.join(cell.join(cells) for cells in _cells(matrix)) + closing


def _fractions(matrix: Matrix) -> str:
    def cell(entry: float) -> str:
        value = Fraction(str(entry))
        top, sign = abs(value.numerator), "-" if value < 0 else ""
        return f"{sign}{top}" if value.denominator == 1 else rf"{sign}\frac{{{top}}}{{{value.denominator}}}"

    rows = r" \\ ".join(" & ".join(cell(entry) for entry in row) for row in matrix)
    return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"


def _torch(matrix: Matrix) -> str:
    import torch

    return str(torch.tensor(matrix, dtype=torch.float32))


def _aligned(matrix: Matrix) -> list[list[str]]:
    wide = max(len(cell) for row in _cells(matrix) for cell in row)
    return [[cell.rjust(wide) for cell in row] for row in _cells(matrix)]


def _r_print(matrix: Matrix) -> str:
    head = "     " + " ".join(f"[,{column + 1}]".rjust(4) for column in range(matrix.shape[1]))
    return "\n".join([head, *(f"[{index + 1},] " + " ".join(row) for index, row in enumerate(_aligned(matrix)))])


def _julia(matrix: Matrix) -> str:
    head = f"{len(matrix)}×{matrix.shape[1]} Matrix{{Float64}}:"
    return "\n".join([head, *(" " + "  ".join(row) for row in _aligned(matrix))])


def _markdown(matrix: Matrix) -> str:
    width = matrix.shape[1]
    lines = [[f"c{column + 1}" for column in range(width)], ["---"] * width, *_cells(matrix)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _r_call(matrix: Matrix) -> str:
    flat = ", ".join(cell for column in _cells(matrix.T) for cell in column)
    return f"matrix(c({flat}), nrow = {len(matrix)})"


LATEX = "LaTeX"
PYTHON = "Python literals"
ROWS = "rows"
OTHER = "other notations"
PLAIN = "plain words"

NOTATIONS: dict[str, tuple[Writer, ...]] = {
    LATEX: (
        _joined(" & ", r" \\ ", r"\begin{pmatrix} ", r" \end{pmatrix}"),
        _joined(" & ", r" \\ ", r"\begin{bmatrix} ", r" \end{bmatrix}"),
        _joined("&", r"\\", r"\begin{bmatrix}", r"\end{bmatrix}"),
        _joined(" & ", " \\\\\n", "\\left[\\begin{array}{rrrr}\n", "\n\\end{array}\\right]"),
        _joined(" & ", r" \\ ", r"\left(\begin{matrix} ", r" \end{matrix}\right)"),
        _fractions,
    ),
    PYTHON: (
        lambda matrix: json.dumps(matrix.tolist()),
        _joined(", ", "], [", "[[", "]]"),
        _joined(", ", "],\n       [", "[[", "]]"),
        repr,
        _torch,
    ),
    ROWS: (
        str,
        _joined(" ", "; ", "[", "]"),
        _joined(", ", "; ", "[", "]"),
        _joined(" ", "\n"),
        _joined("\t", "\n"),
        _joined(",", "\n"),
    ),
    OTHER: (
        _joined(", ", "}, {", "{{", "}}"),
        _joined(",", "],[", "matrix([", "])"),
        _joined(", ", "; ", "mat(", ")"),
        _joined(", ", "), c(", "rbind(c(", "))"),
        _joined(" ", " / "),
        _r_call,
        _r_print,
        _julia,
        _markdown,
    ),
}
"""The writers of each part."""
_ONE_LINE = (NOTATIONS[PYTHON][1], NOTATIONS[ROWS][1], NOTATIONS[LATEX][0])
BEFORE = (
    "is this right for 3c? ",
    "hi, with stride 2 and padding 1 I get ",
    "I sat two hours on exercise 4, now I have ",
    "My answer for the second part is ",
)
AFTER = ("", ", is that correct?", " but I am not sure about the sign", ". What went wrong?")


def _matrix(rng: random.Random) -> Matrix:
    shape = rng.randint(2, 4), rng.randint(2, 4)
    places = rng.choice((0, 0, 1, 2))
    entries = [round(rng.uniform(-20, 20), places) + 0.0 for _ in range(shape[0] * shape[1])]
    return np.array(entries).reshape(shape)


def _written(part: str, rng: random.Random, count: int) -> Iterator[Sample]:
    """Matrices of one part: every other one alone, every other one with a name amid prose."""
    for index in range(count):
        writer = NOTATIONS[part][(index // 2) % len(NOTATIONS[part])]
        matrix = _matrix(rng)
        text = writer(matrix)
        if index % 2 == 0:
            yield Sample(part, f"${text}$" if part == LATEX else text, (matrix,))
            continue
        before, after, name = rng.choice(BEFORE), rng.choice(AFTER), rng.choice("AYC")
        if part == LATEX:
            told = f"{before}${name} = {text}${after}"
        elif "\n" in text:
            told = f"{before}\n\n{text}\n\n{after.lstrip(', ')}"
        else:
            told = f"{before}{name} = {text}{after}"
        yield Sample(part, told.strip(), (matrix,))


def _spoken(rng: random.Random) -> Iterator[Sample]:
    """The tutor's example phrases, with a matrix wherever one has room for it: for the time of reading, above all."""
    for phrase in (phrase for act in Act for phrase in phrases(act)):
        matrices: list[Matrix] = []

        def fill(_: re.Match[str], into: list[Matrix] = matrices) -> str:
            into.append(_matrix(rng))
            return rng.choice(_ONE_LINE)(into[-1])

        text = _ROOM.sub(fill, phrase.replace(r"\n", "\n"))
        yield Sample(PLAIN, text, () if _MORE.search(phrase) else tuple(matrices))


def corpus(seed: int, each: int) -> list[Sample]:
    """All samples of a seed: `each` of every part of notations, and the phrases."""
    rng = random.Random(seed)
    return [sample for part in NOTATIONS for sample in _written(part, rng, each)] + list(_spoken(rng))
