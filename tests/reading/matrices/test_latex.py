# ruff: noqa: E501 - one message a row
"""LaTeX environments, plain TeX, UnicodeMath; eaten and doubled backslashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

INF = float("inf")
ROOT = 0.5**0.5

ROWS: list[tuple[str, object]] = [
    ("\\begin{pmatrix}\n  7 & 0 \\\\ % first row\n  2 & 5   % second\n\\end{pmatrix}", [(None, [[7, 0], [2, 5]])]),
    (r"\begin{pmatrix} 50\% & 20 % \\ 1 & 2 \end{pmatrix}", [(None, [[0.5, 0.2], [1, 2]])]),
    (r"\Lambda=\operatorname{diag}(1,2)", [("Lambda", [[1, 0], [0, 2]])]),
    (r"$\begin{pmatrix} 0.5 & \text{-}0.5 \\ 1 & 2\end{pmatrix}$", [(None, [[0.5, -0.5], [1, 2]])]),
    ("(■(1&2@3&4))", [(None, [[1, 2], [3, 4]])]),
    ("[■(1&2@3&4)]", [(None, [[1, 2], [3, 4]])]),
    (r"\matrix{1 & 2 \cr 3 & 4}", [(None, [[1, 2], [3, 4]])]),
    (r"$$\begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix}$$", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{vmatrix}1 & 2\\ 3 & 4\end{vmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{array}{cc}1 & 2\\ 3 & 4\end{array}", [(None, [[1, 2], [3, 4]])]),
    (r"\left[\begin{array}{rr} 1.5 & -0.5 \\ -0.5 & 1.5 \end{array}\right]", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    (r"$\bigl(\begin{smallmatrix} 1 & 2 \\ 3 & 4 \end{smallmatrix}\bigr)$", [(None, [[1, 2], [3, 4]])]),
    (
        r"\begin{pmatrix} \frac{3}{2} & -\frac{1}{2} \\ -\frac12 & \tfrac32 \end{pmatrix}",
        [(None, [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    (r"\begin{pmatrix} 1{,}5 & -0{,}5 \\ -0{,}5 & 1{,}5 \end{pmatrix}", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    (r"\begin{pmatrix} 1,5 & -0,5 \\ -0,5 & 1,5 \end{pmatrix}", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("\\begin{bmatrix} 1 & 2 \\\\\n3 & 4 \\\\\n\\end{bmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix}0 & -\infty\\0&0\end{pmatrix}", [(None, [[0, -INF], [0, 0]])]),
    (r"\left(\begin{array}{cc|c} 1 & 0 & 1 \\ 0 & 1 & 2 \end{array}\right)", [(None, [[1, 0, 1], [0, 1, 2]])]),
    (r"\begin{bmatrix} 1 & 2 \ 3 & 4 \end{bmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"begin{pmatrix} 1 & 2 \\ 3 & 4 end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix} 1 &amp; 2 \\ 3 &amp; 4 \end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix} 1, & 2, \\ 3, & 4 \end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\Lambda = \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}", [("Lambda", [[1, 0], [0, 2]])]),
    (
        r"\begin{pmatrix} \sqrt{2} & \frac{1}{\sqrt{2}} \\ 0 & -1 \end{pmatrix}",
        [(None, [[1.4142135623730951, ROOT], [0, -1]])],
    ),
    (r"\begin{pmatrix} 1 & 2 \\[4pt] 3 & 4 \end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{matrix}1&2\cr 3&4\cr\end{matrix}", [(None, [[1, 2], [3, 4]])]),
    (r"{1 & 2 \\ 3 & 4}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}", [(None, [[1], [2], [3]])]),
    (r"\begin{pmatrix} 1 & -2 & 3 \end{pmatrix}", [(None, [[1, -2, 3]])]),
    (r"\begin{tabular}{|c|c|} \hline 1 & 2 \\ \hline 3 & 4 \\ \hline \end{tabular}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix} 1.5\cdot 10^{-3} & 2e-2 \end{pmatrix}", [(None, [[0.0015, 0.02]])]),
    (
        r"$$\ifx\endpmatrix\undefined\pmatrix{\else\begin{pmatrix}\fi 1&{{1}\over{2}}\cr 3&4\cr \ifx\endpmatrix\undefined}\else\end{pmatrix}\fi $$",
        [(None, [[1, 0.5], [3, 4]])],
    ),
    (r"Q^T = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", [("Q^T", [[1, 2], [3, 4]])]),
    (r"A = \lambda_1 \begin{pmatrix} 1 \\ 0 \end{pmatrix}", [(None, [[1], [0]])]),
    (r"a^2 + \frac{1}{2} b", []),
    (r"\begin{pmatrix} 1{,}000 & 2 \end{pmatrix}", [(None, [[1000, 2]])]),
    (r"\begin{pmatrix}1&2\\3\end{pmatrix}", "ragged: row 2 has one number and the other two"),
    (r"\begin{pmatrix}1&2\\3&\end{pmatrix}", "non_numeric: Row 2, cell 2 is blank"),
    (r"\begin{pmatrix} 1 & 2 \\ 3 & 4", r"truncated: `\begin{pmatrix}` has no `\end{pmatrix}`"),
    (r"\begin{pmatrix} 1 & \cdots & 2 \end{pmatrix}", r"truncated: row 1 has `\cdots` in place of numbers"),
    (r"\begin{pmatrix}\end{pmatrix}", r"empty: There is no number inside `\begin{pmatrix}\end{pmatrix}`"),
    (r"\begin{pmatrix} 1 & a \\ 3 & 4 \end{pmatrix}", "non_numeric: Row 1, cell 2 reads `a`"),
    (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 & 5 \end{pmatrix}", "ragged: row 2 has three numbers and the other two"),
    (
        r"\begin{pmatrix} 1 & 2 \\ \vdots & \vdots \\ 3 & 4 \end{pmatrix}",
        r"truncated: row 2 has `\vdots` in place of numbers",
    ),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_latex(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
