"""A row of the topic tables: a concept and the words it goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.spelling import normal

NEAR = r"[^.?!;]{0,40}"
"""What may stand between two words that belong together."""
_CONTRAST = (
    r"\b(?:difference|vs|distinction|compare|same|equal|different|between|relation|confused|mix|instead|rather|"
    r"against|or|than|against|to do with)\b"
)
_JOINED = rf"(?:{_CONTRAST}|\b(?:and|not|both)\b|[,/&]| n )"


@dataclass(frozen=True)
class Topic:
    """A key of the concept store and the words it goes by.

    `says` are questions about it, `not_says` questions that come close and are about something else.
    """

    key: str
    pattern: re.Pattern[str]
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()


def topic(key: str, pattern: str, *says: str, not_says: tuple[str, ...] = ()) -> Topic:
    """A row of a topic table, its pattern over a normalised line."""
    return Topic(key, normal(rf"\b(?:{pattern})\b"), says, not_says)


def pair(key: str, one: str, other: str, *says: str, not_says: tuple[str, ...] = (), contrasted: bool = False) -> Topic:
    """Two concepts named together, in either order; with `contrasted` only where the words set them apart."""
    cue = _CONTRAST if contrasted else _JOINED
    words = rf"(?=.*{cue}).*?\b(?:(?:{one})\b{NEAR}\b(?:{other})|(?:{other})\b{NEAR}\b(?:{one}))\b"
    return Topic(key, normal(f"^{words}"), says, not_says)
