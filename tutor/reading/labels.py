"""What the words right before an array say it is: "input [[..]] kernel [[..]]", "convolve [[..]] with [[..]]"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.reading.message import Found
from tutor.reading.text import DATA, normal

_IS = (
    r"(?: (?:in|of|for) (?:exercise )?\d[a-c]?)?(?: ?(?:is|was|were|be|being|to|of|would be|matrix|as|equal|by|"
    r"now|a|the)\b"
    r"){0,4}[ .:=]{0,4}$"
)
_LABELS = tuple(
    (name, normal(rf"\b(?:{words}){_IS}"))
    for name, words in (
        ("kernel", "kernel|filter"),
        ("input", "input(?: matrix| image)?|image"),
        ("eigenvectors", "eigenvector"),
        ("eigenvalues", "eigenvalue"),
        ("Q", "query"),
        ("attn_mask", "mask"),
    )
)
_PAIR = normal(
    rf"\bconvolution(?: of| the| matrix| input| image|:){{0,4}} ?{DATA} ?(?:with|and|by|using|on|,|\*)?"
    rf"(?: (?:the|a|kernel|filter|matrix)){{0,3}}[ :=]{{0,2}}{DATA}"
)
_REACH = 60
"""How far before an array its label may begin."""


def labelled(found: Sequence[Found], text: str, spans: Sequence[tuple[int, int]]) -> tuple[Found, ...]:
    """The arrays, those without a name under what the line calls them. `spans` are what the line shows as `DATA`."""
    at = {span: match.start() for span, match in zip(sorted(spans), re.finditer(DATA, text), strict=False)}
    pair = _PAIR.search(text)
    paired = {pair.start() + pair[0].index(DATA): "input", pair.end() - 1: "kernel"} if pair else {}
    return tuple(_named(one, text, at.get(one.span), paired) for one in found)


def _named(one: Found, text: str, at: int | None, paired: dict[int, str]) -> Found:
    if one.name is not None or at is None:
        return one
    before = text[max(0, at - _REACH) : at]
    name = next((name for name, pattern in _LABELS if pattern.search(before)), paired.get(at))
    if name == "eigenvectors" and one.value.size == max(one.value.shape):
        return one  # one vector of several
    return one.model_copy(update={"name": name}) if name else one
