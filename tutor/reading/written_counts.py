"""A count that is written out rather than worked out: "so 64*3*11*11 + 64?"."""

from __future__ import annotations

import re

import numpy as np

from tutor.reading.message import Found
from tutor.reading.numbers import number

MAX_CHARACTERS = 120
"""A message that is a sum and little else is short."""
MIN_COUNT = 100
"""Smaller products answer the small questions of the tutor."""
_LEADS = (
    r"so|then|what about|how about|ok|okay|and|is|it|it's|its|that|that's|thats|be|would|should|must|i|get|got|have|"
    r"think|say|guess|also|maybe|hm+|the|first|second|third|last|next|conv\w*|fc|linear|dense|layer|one|for|has|does|wait|oh|no|"
    r"ist|es|das|wäre|dann|sind|ich|komme|auf|hab|habe|schicht|erste|zweite|dritte|check|right|correct|answer|result|total|my|"
    r"params?|parameters?|weights?|count|in|of|with|bias|plus|equals?|gives?"
)
_SUM = re.compile(
    rf"(?:(?:{_LEADS}|\d)\b[ ,.:=?!]*){{0,10}}?"
    r"(?P<sum>\(?\d{1,5}(?: ?(?:[*x×·+]|times|mal|plus) ?[(]?\d{1,5}\)?){2,12})"
    rf"[ ,]*(?:(?:{_LEADS}|oder|or|parameters|ja|maybe|no|not)\b[ ,.:]*){{0,5}}[?.!]*",
    re.IGNORECASE,
)
_SIGNS = str.maketrans({"x": "*", "X": "*", "×": "*", "·": "*"})


def count_written(text: str) -> Found | None:
    """The value of the products that a text consists of, None where it says anything else.

    >>> count_written("so 64*3*11*11 + 64?").value.item(), count_written("64 x (3x11x11 + 1) maybe").value.item()
    (23296.0, 23296.0)
    >>> count_written("what if it were 64*3*11*11"), count_written("a 3x3 kernel"), count_written("2*2*2")
    (None, None, None)
    """
    text = text.strip()
    match = _SUM.fullmatch(text) if len(text) <= MAX_CHARACTERS else None
    if match is None:
        return None
    said = re.sub(r"times|mal", "*", re.sub("plus", "+", match["sum"], flags=re.IGNORECASE), flags=re.IGNORECASE)
    value = number(said.translate(_SIGNS)) if "*" in said.translate(_SIGNS) else None
    if value is None or value.value < MIN_COUNT:
        return None
    return Found(value=np.array(value.value), span=match.span("sum"))
