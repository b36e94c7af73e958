"""The concept a message asks about: a key of the concept store. One file for pairs and whys, one for each family."""

from __future__ import annotations

from tutor.reading.gate import Gate
from tutor.reading.topics import attention, convolution, eigen, pairs, parameters, whys
from tutor.reading.topics.topic import Topic

TOPICS: tuple[Topic, ...] = (
    *pairs.ROWS,
    *whys.ROWS,
    *attention.ROWS,
    *convolution.ROWS,
    *parameters.ROWS,
    *convolution.WIDE,
    *eigen.ROWS,
    *parameters.WIDE,
)
"""Narrow before wide: the first row that matches counts."""
_GATE = Gate(TOPICS)


def topic_of(text: str) -> str | None:
    """The concept a line is about.

    >>> topic_of("why do i have to transpose k")
    'transpose_key'
    >>> topic_of("is stride the same as padding")
    'stride_and_padding'
    """
    return next((row.key for row in _GATE.open_to(text) if row.pattern.search(text)), None)
