"""Rendered formulas copied from a page: the same matrix two or three times over (rule 9).

KaTeX leaves the rendered text, then the LaTeX, then the rendered text again, column by column; Wikipedia every sign on
a line of its own, then the LaTeX. The LaTeX is read by its own reader; here its shadows are recognised by their digits
and signs, and blanked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tutor.reading.matrices.page import Claim

_RENDERED = re.compile(r"[\s()\[\]|\d.,\-+=/√⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠A-Za-zΑ-ω_^⊤⋅·×′'˜ˉ^\u202f\u200b∣]")
_COUNTED = frozenset("-,./")
"""Besides the digits, what a shadow has as often as its formula."""
_LATEX = re.compile(
    r"\\begin\s*\{(?:[pbBvV]|small)?(?:matrix|array)\*?\}[^\\]*(?:\\(?!begin|end)[^\\]*)*\\end\s*\{(?:[pbBvV]|small)?(?:matrix|array)\*?\}"
)
_DISPLAYED = re.compile(r"\{ {13}(?P<formula>[^{}\n\ue000]{1,300})\}")
_NAMED = re.compile(
    r"(?<![\w\\])?\\?[A-Za-zΑ-ω][\w{}^⊤]{0,8} ?= {0,7}[(\[](?=[^()\[\]=\n]*,)[^()\[\]=\n\ue000]{1,300}[)\]]\u200b?"
)
_GLUE = re.compile(
    r"(?:\\[A-Za-z]+\s?|[\s{}^_=+\-*,;()\[\]|⋅·]|(?<![A-Za-z])[A-Za-zΑ-ω]{1,2}(?![A-Za-z])|(?<=[_^{=+\-\s])\d(?:\.\d+)?)*+"
)
"""Between two matrices of one formula."""
_HEAD = re.compile(r"[^\])⎤⎥⎦⎞⎟⎠|\u200b]*\Z")
_STARTS = re.compile(r"[:\n]\s*|(?<=\w) +(?=[^\s=])|[.,;!?] +")
"""Where a formula may begin behind prose."""
_TAIL = re.compile(
    r"(?:[ ]*(?:\^\s*\{?\s*(?:\\(?:top|intercal|mathsf|mathrm)\b\s*\{?T?\}?|T\b|-1)|[)\]|}]|[.,;](?=[ ]*\})))*+[.,;]?"
)
_ARGUMENTS = re.compile(r"\\begin\s*\{\w+\*?\}(?:\{[^{}]*\})?|\\end\s*\{\w+\*?\}|\[-?\d*(?:\.\d+)?(?:pt|em|ex)\]")
_EDGE = re.compile(r"[\s.,;]*")
_CLOSING = re.compile(r"[\s\u200b)\](\[⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠|∣]*(?:T(?![A-Za-z])|⊤)?")
_NAME = re.compile(r"(?:\s*=)?\s*[⊤^T\d-]{0,3}[A-Za-zΑ-ω]{1,2}(?=\s|\Z|[^\w])|")
"""The name in front of a shadow, from its end on."""
REACH = 4000
"""How far a shadow reaches."""
MAX_STARTS = 4
"""Most places where a formula is looked for to begin behind prose."""
MAX_MATRICES = 6
"""Most matrices of one formula."""


def copies(text: str) -> Iterator[Claim]:
    """The rendered shadows around each LaTeX formula of matrices.

    >>> copied = "(1234)\\\\begin{pmatrix}1&2\\\\\\\\3&4\\\\end{pmatrix}(1324)"
    >>> [copied[claim.start : claim.end] for claim in copies(copied)]
    ['(1234)', '(1324)']
    """
    if "{    " in text:
        yield from _displayed(text)
    if "=" in text and (")" in text or "]" in text):
        yield from _chained(text)
    if "\\begin" not in text:
        return
    matrices = list(_LATEX.finditer(text))
    at = 0
    while at < len(matrices):
        last = at
        while (
            last + 1 < len(matrices)
            and last - at < MAX_MATRICES
            and matrices[last + 1].start() - matrices[last].end() < 60
            and _GLUE.fullmatch(text, matrices[last].end(), matrices[last + 1].start())
        ):
            last += 1
        for end in range(last, at - 1, -1):
            shadows = _shadows(text, matrices[at].start(), matrices[end].end())
            if shadows:
                yield from shadows
                last = end
                break
        else:
            last = at
        at = last + 1


def _displayed(text: str) -> Iterator[Claim]:
    """The shadows of formulas without a matrix in LaTeX, and Wikipedia's braces around these."""
    for match in _DISPLAYED.finditer(text):
        counts = _signs(match["formula"])
        left = _shadow(text[max(0, match.start() - REACH) : match.start()][::-1], counts, named=True)
        if left and any(map(str.isdigit, counts)):
            yield Claim(match.start() - left, match.start() + 1, None)
            yield Claim(match.end() - 1, match.end(), None)


def _chained(text: str) -> Iterator[Claim]:
    """The shadows in `v=(1,2)v = (1, 2)v=(1,2)`: of these only the LaTeX stays."""
    chain: list[re.Match[str]] = []
    for match in [*_NAMED.finditer(text), None]:
        if match and chain and match.start() == chain[-1].end():
            chain.append(match)
            continue
        if len(chain) > 1:
            kept = 1 if len(chain) > 2 or "\\" in chain[1].group() or " " in chain[1].group() else 0
            yield from (Claim(one.start(), one.end(), None) for at, one in enumerate(chain[:3]) if at != kept)
        chain = [match] if match else []


def _shadows(text: str, start: int, end: int) -> list[Claim]:
    """The shadows beside the formula around the matrices text[start:end], wherever the formula may begin."""
    head = _HEAD.search(text, max(0, start - 80), start)
    low = head.start() if head else start
    tail = _TAIL.match(text, end)
    end = tail.end() if tail else end
    right_of = text[end : end + REACH]
    begins = {start, start - len(text[low:start].lstrip()), *(start - len(one) for one in _ends(text[low:start]))}
    for begin in sorted(begins):
        counts = _signs(_ARGUMENTS.sub("", text[begin:end].rstrip(" .,;}")))
        if not any(sign.isdigit() for sign in counts):
            continue
        left = _shadow(text[max(0, begin - REACH) : begin][::-1], counts, named=True)
        right = _shadow(right_of, counts)
        claims = [Claim(begin - left, begin, None)] if left else []
        claims += [Claim(end, end + right, None)] if right else []
        if claims:
            return claims
    return []


def _ends(head: str) -> list[str]:
    """The ends of what stands before a matrix that may be its formula: from a line, a word, a sign of the prose on."""
    return [head[match.end() :] for match in _STARTS.finditer(head)][-MAX_STARTS:]


def _signs(formula: str) -> Counter[str]:
    return Counter(sign for sign in formula if sign.isdigit() or sign in _COUNTED)


def _shadow(beside: str, counts: Counter[str], *, named: bool = False) -> int:
    """How much of the text right beside a formula repeats its digits, or 0; prose or a gap ends the search."""
    missing = +counts
    if not beside or (beside[:1].isspace() and "\n" not in beside[:3] and not re.match(r"\s*[)\]⎤⎞]", beside)):
        return 0
    letters = 0
    edge = _EDGE.match(beside)
    for at in range(edge.end() if edge else 0, len(beside)):
        sign = beside[at]
        if sign.isdigit() or sign in _COUNTED:
            if not missing[sign]:
                return 0
            missing[sign] -= 1
            letters = 0
            if not any(missing.values()):
                return _closed(beside, at + 1, named=named)
        elif not _RENDERED.match(sign):
            return 0
        elif sign.isalpha():
            letters += 1
            if letters > 3:
                return 0
    return 0


def _closed(beside: str, at: int, *, named: bool) -> int:
    """Where a shadow ends whose last digit is before `at`: behind its brackets and its name."""
    closing = _CLOSING.match(beside, at)
    at = closing.end() if closing else at
    name = _NAME.match(beside, at) if named else None
    return name.end() if name else at
