"""Percentages with a gap before their sign, or with a word for it: "10.2 %, 84.8 %", "10 percent, 85 percent"."""

from __future__ import annotations

import re

_DECIMAL = r"[-+]?\d{1,6}(?:[.,]\d{1,9})?"
_SIGN = r"[ \u202f]?(?:\\?%|(?i:per ?cents?|prozent)\b)"
_SEVERAL = re.compile(rf"(?<![\w.,]){_DECIMAL}{_SIGN}(?:[ ,;/&|]{{1,4}}(?:(?:and|und|then|dann) )?{_DECIMAL}{_SIGN})+")
_PERCENT = re.compile(rf"(\d)({_SIGN})")


def tight_percents(text: str) -> str:
    """The text with the sign of each of several percentages right behind its number, place for place.

    >>> tight_percents("10.2 %, 84.8 %"), tight_percents("50 percent and 5 percent"), tight_percents("7 % 3")
    ('10.2% , 84.8% ', '50%        and 5%       ', '7 % 3')
    """
    if "%" not in text and "ent" not in text:
        return text
    return _SEVERAL.sub(lambda several: _PERCENT.sub(_tight, several[0]), text)


def _tight(match: re.Match[str]) -> str:
    return f"{match[1]}%".ljust(len(match[0]))
