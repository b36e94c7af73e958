"""Rows and columns handed in under their place: "second row of C = …", "r2: …", "the last row should be …"."""

from __future__ import annotations

import re

from tutor.reading.message import Found

_NUMBER = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1},
    **{"bottom": -1, "lowest": -1, "lower": -1, "top": 1, "upper": 1, "final": -1},
    **{"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "letzte": -1, "obere": 1, "untere": -1},
}
_SPELLED = "|".join(_NUMBER)
_PLACE = (
    rf"\b(?:(?P<nth>{_SPELLED}|middle|mittlere|[1-9](?:st|nd|rd|th|\.)) (?P<kind>rows?|zeile|line|column|col|spalte)"
    r"|(?P<kind_first>row|zeile|line|column|col|spalte|r|c) ?[#_]?(?P<number>[1-9]|one|two|three|four))\b"
)
_OF = (
    r"(?: (?:of|in|von|for) (?:the |my )?(?P<matrix>(?!exercise|ex\b|part|task|\d)\w{1,9}(?: ?\^? ?t\b)?)(?: matrix)?)?"
)
_IS = (
    r"(?:[ ,]{1,2}(?:then|i|we|you|now|so|get|got|have|has|is|are|be|was|would|should|must|comes?|come|came|out|"
    r"as|to|at|"
    r"reads?|gives?|becomes?|equals?|meant|mean|actually|ist|lautet|also|just|only|instead|not|to|thus|maybe|like|looks?)"
    r"\b){0,6}[ .:=>→$`'\"|-]{0,6}$"
)
_LABEL = re.compile(_PLACE + _OF + _IS)
_MARGIN = re.compile(r"\d{1,2}(?: is| =|[:=.)])?(?=[ \t\[(])")
"""An index that was read into the array's span: "row □2: 4 2 2□"."""
_BEFORE = 64


def line_named(found: Found, text: str) -> Found:
    """A run of numbers under the name of the row or column that the words right before it tell.

    >>> import numpy as np
    >>> one = Found(value=np.ones(3), span=(17, 22), name="C")
    >>> line_named(one, "second row of C: 4 2 2").name
    'row 2 of C'
    """
    if found.value.ndim != 1 and found.value.shape[:1] != (1,):
        return found
    start, end = found.span
    margin = _MARGIN.match(text, start, end)
    spoken = text[max(0, start - _BEFORE) : start]
    label = _LABEL.search(spoken.lower())
    if label is None and margin is not None:
        label = _LABEL.search((spoken + margin[0]).lower())
    if label is None:
        return found
    said = label["nth"] or label["number"]
    at = "middle" if said in ("middle", "mittlere") else _NUMBER.get(said) or int(said[0])
    kind = label["kind"] or label["kind_first"]
    column = kind.startswith(("c", "s"))
    known = found.name if found.name and not re.fullmatch(r"[rc]_?\d", found.name) else None
    matrix = known or label["matrix"]
    name = f"{'column' if column else 'row'} {at}" + (f" of {matrix}" if matrix else "")
    return found.model_copy(update={"name": name, "value": found.value.reshape(-1)})
