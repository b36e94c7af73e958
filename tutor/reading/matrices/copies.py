"""Rendered formulas copied from a page: the same matrix two or three times over (rule 9).

KaTeX leaves the rendered text, then the LaTeX, then the rendered text again, column by column. The LaTeX is read by
its own reader; here its two shadows are recognised by their digits and blanked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tutor.reading.matrices.page import Claim

_RENDERED = re.compile(r"[\s()\[\]|\d.,\-+=/√⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠A-Za-zΑ-ω_^\u202f\u200b∣]")
_LATEX = re.compile(
    r"\\begin\s*\{(?:[pbBvV]|small)?(?:matrix|array)\*?\}[^\\]*(?:\\(?!begin|end)[^\\]*)*\\end\s*\{(?:[pbBvV]|small)?(?:matrix|array)\*?\}"
)
_FORMULA_HEAD = re.compile(
    r"(?:[A-Za-zΑ-ω\\][\w\\{}^]*\s*=\s*)?(?:\\left\s*[(\[|]|\\[dt]?frac\s*(?:\{[^{}]*\}|\d)"
    r"\s*(?:\{[^{}]*\}|\d)|[-\d./\s])*\Z"
)
_TAIL = re.compile(r"[ ]*\\right\s*[)\]|]|\s{6}\s*[)\]|]")
_ARGUMENTS = re.compile(r"\\begin\s*\{\w+\*?\}(?:\{[^{}]*\})?|\\end\s*\{\w+\*?\}|\[\d*(?:pt|em|ex)\]")


def copies(text: str) -> Iterator[Claim]:
    """The rendered shadows around each LaTeX matrix.

    >>> copied = "(1234)\\\\begin{pmatrix}1&2\\\\\\\\3&4\\\\end{pmatrix}(1324)"
    >>> [copied[claim.start : claim.end] for claim in copies(copied)]
    ['(1234)', '(1324)']
    """
    if "\\begin" not in text:
        return
    for match in _LATEX.finditer(text):
        head = _FORMULA_HEAD.search(text[max(0, match.start() - 80) : match.start()])
        start = match.start() - (len(head.group().lstrip()) if head else 0)
        digits = Counter(sign for sign in _ARGUMENTS.sub("", text[start : match.end()]) if sign.isdigit())
        if not digits:
            continue
        left = _shadow(text[max(0, start - 4000) : start][::-1], digits)
        if left:
            yield Claim(start - left, start, None)
        after = match.end()
        while text[after : after + 1] in ("^", "{", "}", "T") and after < len(text):
            after += 1
        tail = _TAIL.match(text, after)
        after = tail.end() if tail else after
        right = _shadow(text[after : after + 4000], digits)
        if right:
            yield Claim(after, after + right, None)


def _shadow(beside: str, digits: Counter[str]) -> int:
    """How much of the text right beside a formula repeats its digits, or 0; prose or a gap ends the search."""
    missing = +digits
    if not beside or (beside[:1].isspace() and "\n" not in beside[:3] and not re.match(r"\s*[)\]⎤⎞]", beside)):
        return 0
    letters = 0
    for at, sign in enumerate(beside):
        if sign.isdigit():
            if not missing[sign]:
                return 0
            missing[sign] -= 1
            missing = +missing
            letters = 0
            if not missing:
                closing = re.match(r"[\s\u200b)\](\[⎡⎤⎥⎦⎞⎠|∣T]*(?:=\s*[A-Za-zΑ-ω]\w{0,2}(?=\s|\Z))?", beside[at + 1 :])
                return at + 1 + (closing.end() if closing else 0)
        elif not _RENDERED.match(sign):
            return 0
        elif sign.isalpha():
            letters += 1
            if letters > 3:
                return 0
    return 0
