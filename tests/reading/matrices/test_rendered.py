# ruff: noqa: E501 - one message a row
"""Copies without their LaTeX, PDFs, chats, Markdown and HTML: what is read, beside what is refused or left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROOT = 0.5**0.5

ROWS: list[tuple[str, object]] = [
    # columns of KaTeX with their line breaks, and without
    ("A=[\n1\n3\n\u200b\n2\n4\n\u200b\n]", [("A", [[1, 2], [3, 4]])]),
    ("[\n4\n\u200b\n−3\n\u200b\n]", [(None, [[4, -3]])]),
    ("b=⎣⎡\u200b\n1\n2\n3\n\u200b\n⎦⎤\u200b", [("b", [[1], [2], [3]])]),
    ("A=⎣⎡\u200b123\u200b456\u200b⎦⎤\u200b", "non_numeric: the cells ran together"),
    ("(\n2\n1\n\u200b\n\u200b\n3\n\u200b\n)", "non_numeric: the cells ran together"),
    ("A=[1021]", "non_numeric: In `[1021]` the cells ran together"),
    ("Q=[3−102]", "non_numeric: the cells ran together"),
    ("A=[3-1]", "non_numeric: Type it as rows instead"),
    ("bias = [0.5]", [("bias", [0.5])]),
    ("params = [61100840]", [("params", [61100840])]),
    ("see [3-5] for that", []),
    ("A=[\n1\n0\n2\n1\n]", "non_numeric: four numbers, each on a line of its own"),
    ("v=[\n1\n0\n2\n]", [("v", [1, 0, 2])]),
    ("v=(1,2,3)v = (1, 2, 3)v=(1,2,3)", [("v", [1, 2, 3])]),
    ("(\n1\n,\n2\n)\n{\\displaystyle (1,2)}", [(None, [1, 2])]),
    ("v=[12,−12]v = \\left[\\tfrac{1}{\\sqrt2}, -\\tfrac{1}{\\sqrt2}\\right]v=[2\u200b1\u200b,−2\u200b1\u200b]", [("v", [ROOT, -ROOT])]),
    ("A = [[1,2],[3,4]]\n\\begin{pmatrix}4&3\\\\2&1\\end{pmatrix}", [("A", [[1, 2], [3, 4]]), (None, [[4, 3], [2, 1]])]),
    (r"A\_1 = \[\[1, 2\]\]", [("A_1", [[1, 2]])]),
    ("K=[3−102]", []),
    # pieces of brackets
    ("A=⎡1 2⎤\n⎣3 4⎦ ok?", [("A", [[1, 2], [3, 4]])]),
    ("⎡\n⎣\n1 2\n3 4\n⎤\n⎦", [(None, [[1, 2], [3, 4]])]),
    ("⎡\n1 2\n⎤\n⎣\n3 4\n⎦", [(None, [[1, 2], [3, 4]])]),
    ("A = ⎡ 1 −2\n⎣ 3 4\n⎤\n⎦", [("A", [[1, -2], [3, 4]])]),
    ("⎡\n⎣\n1\n2\n3\n4\n⎤\n⎦", "non_numeric: I cannot tell where a row ends"),
    ("A = ⎡1 2⎤", "truncated: no `⎣` stands below the `⎡`"),
    ("A =\n[\n1.5 −\n0.5\n−\n0.5 1.5\n]", [("A", [[1.5, -0.5], [-0.5, 1.5]])]),
    # chats and mail
    ("[01:13] Jana: A = [[1, 2], [3, 4]]", [("A", [[1, 2], [3, 4]])]),
    ("Jana  [1:13 AM]\nA = [1 2; 3 4]", [("A", [[1, 2], [3, 4]])]),
    ("12.11.25, 10:15 - J: A = [1 2; 3 4]", [("A", [[1, 2], [3, 4]])]),
    ("[12.11.25, 01:13:44] Jana: hi\n[12.11.25, 01:14:02] Ben: ?", []),
    ("[12.11.25, 01:13:44] Jana: A = [[1, 2], [3]]", "ragged: row 2 has one number"),
    ("+49 170 1234567, [6. Nov 2025 at 23:53:10]:\n1 2\n3 4", [(None, [[1, 2], [3, 4]])]),
    ("x[0:10, 1:20] = [1, 2]", [(None, [1, 2])]),
    (">1 -4 5\n>-5 -7 -5", [(None, [[1, -4, 5], [-5, -7, -5]])]),
    (">> [[1, 2],\n>>  [3, 4]]", [(None, [[1, 2], [3, 4]])]),
    ("my result\n0 1 -7\n1 4 -5", [(None, [[0, 1, -7], [1, 4, -5]])]),
    # Markdown's backslashes
    (r"\[3, 1, \-4\]", [(None, [3, 1, -4])]),
    (r"A \= \[\[1, \-2\], \[\-0\.5, 3\]\]", [("A", [[1, -2], [-0.5, 3]])]),
    ("9 \\-12\n7 \\-1", [(None, [[9, -12], [7, -1]])]),
    (r"1/2 \* \[\[1, \-2\], \[3, 4\]\]", [(None, [[0.5, -1], [1.5, 2]])]),
    (r"\begin{pmatrix} 1 \& 2 \\ 3 \& 4 \end{pmatrix}", [(None, [[1, 2], [3, 4]])]),
    (r"\begin{pmatrix}1&2\-1&3\end{pmatrix}", [(None, [[1, 2], [-1, 3]])]),
    (r"\[\[1, \-x\], \[2, 3\]\]", "non_numeric: Row 1, cell 2"),
    ('"\\\\frac{1}{2}\\\\begin{bmatrix} 2 & 4 \\\\\\\\ 6 & 8 \\\\end{bmatrix}"', [(None, [[1, 2], [3, 4]])]),
    # fractions in one sign, continued statements, blank cells
    ("½ −½\n−½ ½", [(None, [[0.5, -0.5], [-0.5, 0.5]])]),
    ("X = [1, 2; ...\n     3, 4];", [("X", [[1, 2], [3, 4]])]),
    ("X = [ ...\n 1 2; ...\n 3 4 ...\n];", [("X", [[1, 2], [3, 4]])]),
    ("[1, 2, ...\n 8, 9]", "truncated: `...` in place of numbers"),
    ("0,5\t1,25\t3\n-1\t\t2", "non_numeric: Row 2, cell 2 is blank"),
    ("1\t\t3\n4\t5\t6\n7\t8\t9", "non_numeric: Row 1, cell 2 is blank"),
    # HTML
    ("<table><tr><td>1</td><td>&minus;2</td></tr><tr><td>0,5</td><td>4</td></tr></table>", [(None, [[1, -2], [0.5, 4]])]),
    ("<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr></table>", [(None, [[1, 2]])]),
    ("<table><tr><td>1</td><td></td></tr><tr><td>3</td><td>4</td></tr></table>", "non_numeric: Row 1, cell 2 is blank"),
    ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "ragged: row 2 has one number"),
    ("<table><tr><td>1</td><td>2</td></tr>", "truncated: `<table>` is never closed"),
    ("<table><tr><td>name</td><td>room</td></tr></table>", []),
    ("<p>1 2</p><p>3 4</p>", [(None, [[1, 2], [3, 4]])]),
    ("1 2<br>3 4", [(None, [[1, 2], [3, 4]])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_damaged_copies(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
