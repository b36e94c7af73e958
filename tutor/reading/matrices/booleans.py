"""Booleans of a mask as numbers: `mask = [[True, False], [True, True]]`; True, may attend, is 1."""

from __future__ import annotations

import re

_MASK = re.compile(
    r"(?<![^\W_])(?:mask|m|maske)[ \t]*(?:(?:[=:]|is|ist)[ \t]*)?(?:[A-Za-z_][\w.]{0,20}\([ \t]*)?"
    r"(?P<rows>[\[({](?:[\[\](){},\s]|true|false)++)",
    re.IGNORECASE,
)
_BOOLEAN = re.compile(r"true|false", re.IGNORECASE)


def unbooleaned(text: str) -> str:
    """The text with 1 and 0 for the booleans right of a mask's name.

    >>> unbooleaned("attn_mask=[True, False]"), unbooleaned("K = [True, False]")
    ('attn_mask=[1   , 0    ]', 'K = [True, False]')
    """
    return _MASK.sub(_counted, text)


def _counted(match: re.Match[str]) -> str:
    before = match.group()[: match.start("rows") - match.start()]
    return before + _BOOLEAN.sub(
        lambda one: ("1" if one.group().lower() == "true" else "0").ljust(len(one.group())), match.group("rows")
    )
