"""Rank-one terms under their formula: "λ₁ v₁ v₁ᵀ = …", "2 * np.outer(v2, v2) -> …", "1 q_1 q_1^T: …"."""

from __future__ import annotations

import re

from tutor.reading.message import Found

_PLAIN = str.maketrans(
    {chr(0x2080 + digit): str(digit) for digit in range(10)}
    | {"λ": "lambda", "Λ": "lambda", "ᵀ": "^t", "⊤": "t"}
    | {**dict.fromkeys("·×⋅⊗@∗", "*"), **dict.fromkeys("{}$`", ""), "′": "'", "’": "'", "_": "", "~": " "}
)
_DRESSED = re.compile(
    r"\\(?:mathbf|boldsymbol|bm|vec|hat|mathrm|mathsf|mathit|left|right|displaystyle|[,;! ])|"
    r"\\(?=lambda|top\b|intercal)"
)
_PRODUCTS = re.compile(r"\\(?:cdot|times|otimes)\b|\b(?:times|mal)\b")
_V = r"[vquewx] ?"
_T = r"(?:\^ ?(?:t\b|top\b|intercal\b)|\.t\b(?:\(\))?|'| ?transposed?\b|(?<=\d)t\b)"
_OUTER = (
    rf"\(?{_V}(?P<i>[1-9])\)? ?\*? ?\(?{_V}(?P<j>[1-9])\)? ?{_T}|"
    rf"(?:np\.|numpy\.|torch\.)?outer ?\( ?{_V}(?P<i_2>[1-9]) ?, ?{_V}(?P<j_2>[1-9]) ?\)"
)
_LAMBDA = r"(?:lambda|lamb?d?|lmbda|eigenvalue|eigenwert|ew|eval|l|w|d) ?(?:\[?(?P<n>\d)\]?)"
_NUMBER = r"\d(?:\.\d{1,4})?"
_TERM = re.compile(
    rf"(?:^|(?<![am])(?<![am] )[^\w+.\-* ] *|[a-z]{{2,}} |\n)\(?(?:(?:{_LAMBDA}|(?P<number>{_NUMBER})) ?\*? ?)?"
    rf"\(?(?:{_OUTER})\)?"
    rf"(?P<behind> ?\* ?(?:{_NUMBER}|lam\w{{0,4}} ?\d?))?"
    r"[ )]*(?:=|:|->|→|=>|is|are|gives?|equals?|becomes|ist|ergibt)?[\s>]{0,8}(?:out ?\[\d{1,3}\]: ?)?"
    r"(?:(?:np\.|torch\.)?(?:array|tensor)\()?$"
)
_REACH = 90
"""How far before its array a formula may begin."""


def term_named(found: Found, text: str) -> Found:
    """A matrix behind the formula of a rank-one term, under the name of the term.

    >>> import numpy as np
    >>> one = Found(name="v1^T", value=np.eye(2), span=(13, 26))
    >>> term_named(one, "λ1 v1 v1^T = [[1,0],[0,1]]").name
    'term 1'
    >>> term_named(one, "v1 v1^T is = [[1,0],[0,1]]").name
    'v1^T'
    """
    if found.value.ndim != 2 or (found.name or "").startswith("term"):
        return found
    before = text[max(0, found.span[0] - _REACH) : found.span[0]].translate(_PLAIN)
    before = _PRODUCTS.sub("*", _DRESSED.sub("", before).lower())
    term = _TERM.search(before)
    if term is None:
        return found
    first, second = term["i"] or term["i_2"], term["j"] or term["j_2"]
    scaled = term["n"] or term["number"] or term["behind"]
    if first != second or not scaled or (term["n"] and int(term["n"]) not in (int(first), int(first) - 1)):
        return found  # v₁v₁ᵀ without its eigenvalue is no term
    return found.model_copy(update={"name": f"term {first}"})
