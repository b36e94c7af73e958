"""Ways to say a what-if setting under its canonical name, one table for each subject."""

from __future__ import annotations

import re
from functools import cache

from tutor.reading.gate import Gate, needed
from tutor.reading.settings import attention, classes, padding, parameters, sizes, strides
from tutor.reading.settings.grammar import Row

ROWS: tuple[Row, ...] = (
    *strides.ROWS,
    *padding.ROWS,
    *sizes.ROWS,
    *classes.ROWS,
    *parameters.ROWS,
    *attention.ROWS,
)
"""Of rows that overlap for one setting the first counts; of several values said, the last."""
_SHORT = re.compile(r"[=:τ*]|\d ?x|temp|tau|\bby\b|multiply|\b[kfsp] ?=? ?\d")
"""What a line has to have for rows that ask for no word: "s = 3", "k3 p1", "7x7"."""


@cache
def _gate(short: bool) -> Gate[Row]:
    return Gate(row for row in ROWS if short or needed(row.pattern))


def rows_for(text: str) -> list[Row]:
    """The rows that may read something in a normalised line, in order."""
    return list(_gate(_SHORT.search(text) is not None).open_to(text))
