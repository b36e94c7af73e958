"""How eigenvectors are written: roots as roots, columns as columns, Q where they are orthonormal and V where not."""

from __future__ import annotations

from fractions import Fraction

from tools.content import number
from tools.eigen.compute import Eigenpairs
from tools.schema import Array, Frozen

LONGEST = 6
"""Entries beyond which a sum or a product written out is shortened by dots."""


class Letters(Frozen):
    """LaTeX of the matrix of eigenvectors, one of its columns, its inverse, and a row of that."""

    matrix: str
    column: str
    inverse: str

    def term(self, index: int) -> str:
        """The rank-one term of eigenpair `index`, counted from 1."""
        right = rf"{self.column}_{index}^\top" if self.column == "q" else rf"w_{index}^\top"
        return rf"\lambda_{index} {self.column}_{index} {right}"


ORTHONORMAL = Letters(matrix="Q", column="q", inverse=r"Q^\top")
OBLIQUE = Letters(matrix="V", column="v", inverse="V^{-1}")


def letters(given: Eigenpairs) -> Letters:
    """The letters for these eigenvectors."""
    return ORTHONORMAL if given.orthogonal else OBLIQUE


def _short(value: float) -> Fraction | None:
    """The fraction a number stands for, None where there is no small one."""
    near = Fraction(value).limit_denominator(100) if abs(value) < 1000 else Fraction(0)
    return near if near and abs(float(near) - value) < 1e-12 else None


def _fraction(value: Fraction) -> str:
    exact = number(float(value), 3)
    return exact if Fraction(exact) == value else f"{value.numerator}/{value.denominator}"


def root(value: float) -> str:
    """A number for LaTeX, as a fraction or a root where it is one, else rounded to four decimals.

    >>> root(0.5**0.5), root(-1 / 3), root(0.8), root(0.1234567)
    ('\\\\sqrt{0.5}', '-1/3', '0.8', '0.1235')
    """
    if plain := _short(value):
        return _fraction(plain)
    if square := _short(value * value):
        return rf"{'-' if value < 0 else ''}\sqrt{{{_fraction(square)}}}"
    return number(value)


def matrix(entries: Array) -> str:
    """LaTeX of a matrix with roots as roots; a vector becomes a column.

    >>> import numpy as np
    >>> matrix(np.array([0.5**0.5, 1]))
    '\\\\begin{pmatrix}\\\\sqrt{0.5} \\\\\\\\ 1\\\\end{pmatrix}'
    """
    rows = entries if entries.ndim == 2 else entries[:, None]
    body = r" \\ ".join(" & ".join(root(float(cell)) for cell in row) for row in rows)
    return rf"\begin{{pmatrix}}{body}\end{{pmatrix}}"


def factor(value: float) -> str:
    """A factor of a product, in parentheses when negative.

    >>> factor(-1.5)
    '(-1.5)'
    """
    text = root(value)
    return f"({text})" if text.startswith("-") else text


def total(summands: list[str]) -> str:
    """A sum written out, its middle left to dots where it is long.

    >>> total(["a", "b", "c"])
    'a + b + c'
    """
    if len(summands) > LONGEST:
        summands = [*summands[:2], r"\dots", summands[-1]]
    return " + ".join(summands)
