"""The blocks an explanation is made of, and how numbers are written inside formulas.

Text is Markdown with `$…$` for formulas; structure stays structure until it is rendered once.
"""

from __future__ import annotations

import numpy as np

from tools.schema import Array, Frozen, Tensor


class Prose(Frozen):
    """A paragraph of Markdown, `$…$` allowed."""

    text: str


class Formula(Frozen):
    """A displayed LaTeX formula, without the dollar signs."""

    latex: str


class MatrixBlock(Frozen):
    """A named array, typeset on a line of its own; `name` is LaTeX."""

    name: str
    value: Tensor
    decimals: int = 4


class Code(Frozen):
    """Source code to run elsewhere."""

    source: str
    language: str = "python"


class Table(Frozen):
    """A header and rows of Markdown cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Formula | MatrixBlock | Code | Table


class Question(Frozen):
    """What a hint asks: one small thing whose answer the tutor can judge.

    `answer` is a number (shape ()), a row or a matrix; or, for a question in words, `words` holds every
    accepted answer in lower case and `answer` is None. `confirm` is said when the answer is right and tells
    what it means; it may state the answer. `nudge` is said when it is wrong and does not state it.
    """

    text: str
    answer: Tensor | None = None
    words: tuple[str, ...] = ()
    wrong_words: tuple[str, ...] = ()
    confirm: str
    nudge: str


class Hint(Frozen):
    """One rung of the ladder: a single idea, then its question."""

    title: str
    blocks: tuple[Block, ...]
    question: Question


class Step(Frozen):
    """A named intermediate of the right calculation; the last step of a task is its result.

    `name` is the canonical one that verdicts report (Q, scores, padded, features.0 …), `symbol` its LaTeX, `aliases`
    what students call it (lower case), `look` a Socratic question that points at this step without its numbers.
    """

    name: str
    symbol: str
    value: Tensor
    aliases: tuple[str, ...] = ()
    look: str


def number(value: float, decimals: int = 4) -> str:
    """A number for LaTeX or prose: rounded, trailing zeros dropped, never a negative zero.

    >>> number(1.5), number(-0.00001), number(2.0), number(61100840.0)
    ('1.5', '0', '2', '61100840')
    """
    if not np.isfinite(value):
        return r"\text{nan}" if np.isnan(value) else r"\infty" if value > 0 else r"-\infty"
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def signed(value: float, decimals: int = 4) -> str:
    """A factor or summand, in parentheses when negative.

    >>> signed(2.0), signed(-1.0)
    ('2', '(-1)')
    """
    text = number(value, decimals)
    return f"({text})" if text.startswith("-") else text


def pmatrix(array: Array, decimals: int = 4, fixed: bool = False) -> str:
    """LaTeX of a matrix (a vector becomes a column, a number stays one); `fixed` keeps trailing zeros.

    >>> pmatrix(np.array([[1.0, 2.0], [3.0, 4.5]]))
    '\\\\begin{pmatrix}1 & 2 \\\\\\\\ 3 & 4.5\\\\end{pmatrix}'
    """
    if array.ndim == 0:
        return number(float(array), decimals)
    if array.ndim > 2:
        return r",\;".join(pmatrix(part, decimals, fixed) for part in array)
    rows = array if array.ndim == 2 else array[:, None]

    def written(cell: float) -> str:
        return f"{cell:.{decimals}f}" if fixed and np.isfinite(cell) else number(cell, decimals)

    body = r" \\ ".join(" & ".join(written(float(cell)) for cell in row) for row in rows)
    return rf"\begin{{pmatrix}}{body}\end{{pmatrix}}"


def count(value: float) -> str:
    """A count with thousands separators.

    >>> count(61100840)
    '61,100,840'
    """
    return f"{round(value):,}"
