"""One number as a student writes it: a literal, a fraction, a root, a power, a percentage, small arithmetic."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from tutor.reading.expression import Expression, Number, Unreadable

__all__ = ["MAX_LENGTH", "Number", "number"]

MAX_LENGTH = 200
"""Longest text of one number."""

_LITERAL = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?")
_INFINITY = re.compile(r"inf|oo|∞", re.IGNORECASE)


@lru_cache(maxsize=2048)
def number(text: str) -> Number | None:
    """The number this text writes, or None where it writes none.

    >>> number("-1.50"), number("3e-2"), number("50%")
    (Number(value=-1.5, decimals=2), Number(value=0.03, decimals=2), Number(value=0.5, decimals=2))
    >>> number("1/4"), number("1+2i"), number("12 3"), number("007")
    (Number(value=0.25, decimals=None), None, None, None)
    """
    if len(text) > MAX_LENGTH:
        return None
    plain = _LITERAL.fullmatch(text)
    if plain:
        _, whole, fraction, exponent = plain.groups()
        if len(whole) > 1 and whole[0] == "0":
            return None if fraction is None else Number(float(text), len(fraction))  # 007: digits glued together
        return _finite(Number(float(text), len(fraction or "") - int(exponent or 0)))
    text = text.strip().strip("$`\"'").strip()
    if not text:
        return None
    try:
        read = Expression(text).whole()
        return read if _INFINITY.search(text) else _finite(read)
    except (Unreadable, OverflowError, ValueError, ZeroDivisionError):
        return None


def _finite(read: Number) -> Number | None:
    """The number, unless it grew beyond every float: `1e999` is not infinity."""
    return None if math.isinf(read.value) else read
