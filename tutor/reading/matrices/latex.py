r"""Arrays in LaTeX and its kin.

`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}` · `\pmatrix{1 & 2 \cr 3 & 4}` · `■(1&2@3&4)`

Backslashes eaten by Markdown (`\\` as `\`) or doubled by a string literal are seen through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array, empty, truncated
from tutor.reading.matrices.page import Claim
from tutor.reading.matrices.rows import split_rows, top_split
from tutor.reading.message import Found

_ENVIRONMENT = re.compile(
    r"(?P<slashes>\\*)\b(?P<side>begin|end)\s*\{\s*(?P<name>(?:[pbBvV]|small|[pbBvV]small)?matrix\*?|d?array|tabular)\s*\}"
)
_PLAIN_TEX = re.compile(r"(?:\\[pbBvV]?matrix\s*|■\s*|█\s*|\\(?:matrix|pmatrix|eqarray)\s*)(?=[{(])")
_ROUND = re.compile(r"[(){}]")
_COLUMNS = re.compile(r"\s*(?:\[[a-z]*\])?\s*(?:\{(?:[^{}]|\{[^{}]{0,20}\}){0,60}\})?")
_OPTION = re.compile(r"\s*\[[a-z]*\]")
_DROPPED = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|displaystyle|cdashline\{[^{}]*\}|cline\{[^{}]*\}|[hv]?phantom\{[^{}]*\}"
    r"|color\{[^{}]*\}|hspace\*?\{[^{}]*\}|(?:text)?color\{\w*\}(?=\{)|rule\{[^{}]*\}\{[^{}]*\}|strut)|~|\$"
)
_COMMENT = re.compile(r"(?:^|(?<=\\\\))[ \t]*%.*|(?<=[\s&])%(?=[ \t]*[^\W\d]).*", re.MULTILINE)
_BREAK = re.compile(
    r"\\\\\*?(?:\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in)\s*\])?|\\cr(?![A-Za-z])|\\(?:tabularnewline|newline)(?![A-Za-z])"
)
_EATEN_BREAK = re.compile(r"\\(?=[\s\d+\-.(]|\Z)|\\cr(?![A-Za-z])")
_DECIMAL_COMMA = re.compile(r"(?<=\d)(?:\{,\}(?!\d{3}(?!\d))|,(?!\d{3}(?!\d)))(?=\d)")
_OPENS = re.compile(r"(?:\\[{|]|[(\[{|‖⟨]|\\[lv]?(?:brack|vert))\s*\Z")
_CLOSES = re.compile(r"\s*(?:\\[}|]|[)\]}|‖⟩.]|\\[rv]?(?:brack|vert))")
_PAIRS = {"(": ")", "[": "]", "{": "}", "|": "|"}


def latex(text: str) -> Iterator[Claim]:
    r"""Every LaTeX matrix, with the brackets, factor and transposition around it.

    >>> [claim.result.value.tolist() for claim in latex(r"\frac12 \begin{pmatrix} 3 & -1 \\ -1 & 3 \end{pmatrix}")]
    [[[1.5, -0.5], [-0.5, 1.5]]]
    """
    if "begin" in text:
        yield from _environments(text)
    if "matrix" in text or "■" in text or "█" in text:
        yield from _plain_tex(text)


def _environments(text: str) -> Iterator[Claim]:
    opened: re.Match[str] | None = None
    for match in _ENVIRONMENT.finditer(text):
        if match.group("side") == "begin":
            if opened:
                yield from _unclosed(opened, match.start())
            opened = match
        elif opened:
            yield _claim(text, opened.start(), match.end(), _body(text, opened, match))
            opened = None
    if opened:
        yield from _unclosed(opened, len(text))


def _unclosed(opened: re.Match[str], end: int) -> Iterator[Claim]:
    span = (opened.start(), end)
    if any(sign.isdigit() for sign in opened.string[opened.end() : end]):
        why = f"`\\begin{{{opened.group('name')}}}` has no `\\end{{{opened.group('name')}}}`"
        yield Claim(*span, truncated(why).at(span))


def _body(text: str, opened: re.Match[str], closed: re.Match[str]) -> str:
    """What stands between `\\begin` and `\\end`, without the specification of the columns."""
    body = text[opened.end() : closed.start()]
    option = (_COLUMNS if opened.group("name") in ("array", "darray", "tabular") else _OPTION).match(body)
    body = body[option.end() :] if option else body
    if len(opened.group("slashes")) == 2 and len(closed.group("slashes")) >= 2:
        body = body.replace("\\\\", "\\")  # a string literal doubles every backslash
    return body


def cells_in(body: str) -> Cells:
    r"""The rows of cells in the body of an environment.

    >>> cells_in(r"1 & -2 \\ \frac12 & 0")
    [['1', '-2'], ['\\frac12', '0']]
    """
    if "%" in body:
        body = _COMMENT.sub("", body)
    body = _DROPPED.sub(" ", body)
    broken = [_BREAK, _EATEN_BREAK] if "\\\\" in body or "\\cr" in body else [_EATEN_BREAK]
    rows = [row for row in broken[0].split(body) if row.strip()]
    if len(rows) < 2 and "@" in body:
        rows = [row for row in body.split("@") if row.strip()]
    if len(rows) < 2 and "\n" in body.strip():
        rows = [row for row in body.split("\n") if row.strip()]
    if len(rows) < 2 and ";" in body and "&" not in body:
        rows = [row for row in body.split(";") if row.strip()]
    if not rows:
        return []
    if "&" not in body:
        return [list(row) for row in split_rows([row.replace("\n", " ") for row in rows])]
    cells = [[_cell(piece) for piece in top_split(row, "&")] for row in rows]
    bars = [
        at
        for at, sign in enumerate(cells[0])
        if sign in ("|", "\\vline") and all(row[at : at + 1] == [sign] for row in cells)
    ]
    return [[cell for at, cell in enumerate(row) if at not in bars] for row in cells]


def _cell(piece: str) -> str:
    """A cell, without the comma that some write behind each."""
    piece = piece.strip()
    piece = piece[:-1].strip() if piece.endswith(",") else piece.removeprefix(",").strip()
    return _DECIMAL_COMMA.sub(".", piece) if piece.count(",") == 1 and _DECIMAL_COMMA.search(piece) else piece


def _plain_tex(text: str) -> Iterator[Claim]:
    at = 0
    while match := _PLAIN_TEX.search(text, at):
        inside = match.end()
        at = end = _closing(text, inside)
        if "&" not in text[inside:end]:
            continue
        if end == len(text) and text[-1] not in ")}":
            yield Claim(match.start(), end, truncated("its bracket is never closed").at((match.start(), end)))
        else:
            yield _claim(text, match.start(), end, text[inside + 1 : end - 1])


def _closing(text: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; the end of the text if none does."""
    depth = 0
    for match in _ROUND.finditer(text, start):
        depth += 1 if match.group() in "({" else -1
        if not depth:
            return match.end()
    return len(text)


def _claim(text: str, start: int, end: int, body: str) -> Claim:
    """The array a body writes, with the brackets around it."""
    opens = _OPENS.search(text[max(0, start - 12) : start])
    closes = _CLOSES.match(text, end)
    if opens and closes and _PAIRS.get(opens.group().strip()[-1:]) == closes.group().strip()[-1:]:
        start -= len(opens.group())
        end = closes.end()
    try:
        cells = cells_in(body)
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    if not cells:
        return Claim(start, end, empty(text[start:end]).at((start, end)))
    result = array(cells, (start, end))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)
