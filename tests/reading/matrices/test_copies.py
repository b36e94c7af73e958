# ruff: noqa: E501 - one message a row
"""Formulas copied from a rendered page: one matrix two or three times over (rule 9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    (
        "(1 2\n3 4)\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\n(\n1\n3\n\u200b\n2\n4\n\u200b\n)",
        [(None, [[1, 2], [3, 4]])],
    ),
    (
        "A=[1.5−0.5−0.51.5]A = \\begin{bmatrix} 1.5 & -0.5 \\\\ -0.5 & 1.5 \\end{bmatrix}A=[\n1.5\n−0.5\n\u200b\n−0.5\n1.5\n\u200b\n]",
        [("A", [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    (r"\begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}(1021)", [(None, [[1, 2], [0, 1]])]),
    (
        "12(3−1−13)\\frac{1}{2}\\begin{pmatrix} 3 & -1 \\\\ -1 & 3 \\end{pmatrix}21\u200b(3−1\u200b−13\u200b)",
        [(None, [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    (
        "(12)\\begin{pmatrix}1\\\\2\\end{pmatrix}(12\u200b) and (34)\\begin{pmatrix}3\\\\4\\end{pmatrix}(34\u200b)",
        [(None, [[1], [2]]), (None, [[3], [4]])],
    ),
    (r"exercise 3: \begin{pmatrix}1&2\\3&4\end{pmatrix} and [5, 6]", [(None, [[1, 2], [3, 4]]), (None, [5, 6])]),
    (
        r"\begin{pmatrix}1&2\\3&4\end{pmatrix} then \begin{pmatrix}5&6\\7&8\end{pmatrix}",
        [(None, [[1, 2], [3, 4]]), (None, [[5, 6], [7, 8]])],
    ),
    (r"A=(1234)A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}A=(1324)", [("A", [[1, 2], [3, 4]])]),
    (r"K=(1201)K=\begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}", [("K", [[1, 2], [0, 1]])]),
    (
        "A=(1\u200b3\u200b2\u200b4\u200b)",
        "non_numeric: In `1 3 2 4` the cells ran together when the formula was copied, so I cannot tell where one ends. Type it as rows instead, such as `1 2 / 3 4`.",
    ),
    (r"A=(1234)A=\begin{pmatrix}1&2\\3\end{pmatrix}A=(1324)", "ragged: row 2 has one number and the other two"),
    (r"Q=(1x34)Q=\begin{pmatrix}1&x\\3&4\end{pmatrix}Q=(1x34)", "non_numeric: Row 1, cell 2 reads `x`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_a_copied_formula_is_one_matrix(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
