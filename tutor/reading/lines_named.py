"""Rows and columns handed in under their place: "second row of C = …", "r2: …", "C[1] = …", "weights of query 2: …"."""

from __future__ import annotations

import re

from tutor.reading.message import Found

_NUMBER = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1},
    **{"bottom": -1, "lowest": -1, "lower": -1, "top": 1, "upper": 1, "final": -1},
    **{"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "letzte": -1, "obere": 1, "untere": -1},
}
_SPELLED = "|".join(_NUMBER)
_KINDS = "rows?|zeile|reihe|line|query|token|column|col|spalte"
_PLACE = (
    rf"\b(?:(?P<nth>{_SPELLED}|middle|mittlere|[1-9](?:st|nd|rd|th|\.)) (?P<kind>{_KINDS})"
    rf"|(?P<kind_first>{_KINDS}|r|c) ?[#_]?(?P<number>[1-9]|one|two|three|four))\b"
)
_STEPS = r"qk\^?t|(?:scaled |attention )?(?:scores?|weights?)|softmax|context"
_OF = (
    r"(?:(?: (?:of|in|von|for) (?:the |my )?(?P<matrix>(?!exercise|ex\b|part|task|\d)\w{1,9}(?: ?\^? ?t\b)?)"
    rf"|,? (?P<matrix_2>{_STEPS}))(?: matrix)?)?"
)
_IS = (
    r"(?:[ ,]{1,2}(?:then|i|we|you|now|so|get|got|have|has|is|are|be|was|would|should|must|comes?|come|came|out|"
    r"as|to|at|"
    r"reads?|gives?|becomes?|equals?|meant|mean|actually|ist|lautet|also|just|only|instead|not|to|thus|maybe|like|looks?)"
    r"\b){0,6}[ .:=>→$`'\"|)-]{0,6}$"
)
_LABEL = re.compile(_PLACE + _OF + _IS)
_BEHIND = re.compile(
    rf"(?<![\w\\'.])(?:(?P<letter>[A-HJ-Zy])|(?P<step>(?i:{_STEPS})))(?: matrix)?(?:'s)?"
    r"(?: (?:of|for|in|from)(?: the| my)?)?[ ,:-]{0,3}\(?$"
)
"""The matrix right before the place: "C row 1", "attention weights for the first query"."""
_SHOWN = r"(?:\.tolist\(\))?\)?[\s:=>→`$-]{0,8}(?:(?i:out) ?\[\d{1,3}\]:\s?)?(?:(?:np\.|torch\.)?(?:array|tensor)\()?$"
_INDEXED = re.compile(
    r"(?<![\w.\\])(?P<matrix>[A-Za-z]|scores|weights|attn|context|out(?:put)?|res(?:ult)?|ans)"
    rf"(?:\[(?:(?P<row>-?\d)(?:, ?:)?|:, ?(?P<column>-?\d))\]|\((?:(?P<row_1>\d), ?:|:, ?(?P<column_1>\d))\)){_SHOWN}"
)
"""As Python counts, from 0, "C[0] = …", "C[:, 1] = …", and as MATLAB does: "C(1,:) = …"."""
_NUMBERED = re.compile(
    r"(?<![\w.\\])(?P<matrix>[ACPSWYZ]|[aoswyz]|c(?=_))_?\{?(?P<at>[1-9])\}?(?:\^(?:T|\\top))?[ \t$`]*[:=][ \t$`]*$"
)
"""The rows of C as vectors: "C1: …", "c_1 = …"."""
_NO_MATRIX = re.compile(rf"[rc]_?\d|{_KINDS}")
_VECTORS = ("v", "u", "q", "k", "e")
"""Letters whose index counts vectors."""
_BEFORE = 64


def line_named(found: Found, text: str) -> Found:
    """A run of numbers under the name of the row or column that the words right before it tell.

    >>> import numpy as np
    >>> one = Found(value=np.ones(3), span=(17, 22), name="C")
    >>> line_named(one, "second row of C: 4 2 2").name
    'row 2 of C'
    >>> line_named(one.model_copy(update={"span": (7, 12)}), "C[0] = 4 2 2").name
    'row 1 of C'
    """
    if found.value.ndim != 1 and found.value.shape[:1] != (1,):
        return found
    start = found.span[0]
    before = text[max(0, start - _BEFORE) : start]
    name = _indexed(before) or _numbered(before) or _told(found, before)
    return found.model_copy(update={"name": name, "value": found.value.reshape(-1)}) if name else found


def _indexed(before: str) -> str | None:
    label = _INDEXED.search(before)
    if label is None or label["matrix"] in _VECTORS:
        return None
    kind, said = next((kind, at) for kind in ("row", "row_1", "column", "column_1") if (at := label[kind]))
    at = int(said)
    return f"{kind.removesuffix('_1')} {at + (at >= 0 and not kind.endswith('_1'))} of {label['matrix']}"


def _numbered(before: str) -> str | None:
    label = _NUMBERED.search(before)
    return f"row {label['at']} of {label['matrix']}" if label else None


def _told(found: Found, before: str) -> str | None:
    label = _LABEL.search(before.lower())
    if label is None:
        return None
    said = label["nth"] or label["number"]
    at = "middle" if said in ("middle", "mittlere") else _NUMBER.get(said) or int(said[0])
    kind = label["kind"] or label["kind_first"]
    known = found.name if found.name and not _NO_MATRIX.fullmatch(found.name.lower()) else None
    behind = _BEHIND.search(before[: label.start()].removesuffix("the "))
    said_of = label["matrix"] or label["matrix_2"]
    if said_of and len(before) == len(before.lower()):
        said_of = before[slice(*(label.span("matrix") if label["matrix"] else label.span("matrix_2")))]
    matrix = known or said_of or (behind and (behind["letter"] or behind["step"]))
    return f"{'column' if kind.startswith(('c', 's')) else 'row'} {at}" + (f" of {matrix}" if matrix else "")
