"""Requests written like code: `show_solution(4)`, `print(exercise_3)`, `tutor.hint("3b")`."""

from __future__ import annotations

import re

from tutor.reading.commands import plainly
from tutor.reading.gate import gated_text

_ASKED = (
    "hint|tip|solution|solve|answer|exercise|task|question|statement|help|practice|progress|explain|status|sheet|"
    "ex|aufgabe|hinweis|loesung|lösung"
)
_NAMED = re.compile(
    rf"(?<![\w.])(?:\w{{1,20}}[_.])?(?:{_ASKED})(?:s|_\w{{1,20}}|\d[a-c]?|_?\d[a-c]?)?(?!\w)", re.IGNORECASE
)
_CALL = re.compile(
    rf"(?P<name>\b(?:print|show|display|{_ASKED})|[ _](?:{_ASKED}))\((?P<given>[\w ,.=\"']{{0,30}})\)(?P<end>;?)",
    re.IGNORECASE,
)

_CODE = gated_text(r"_|[A-Za-z]\.[A-Za-z]|\w\(")
"""What no such request is without."""


def as_words(text: str) -> str:
    """The text with such requests as words, character for character.

    >>> as_words("show_solution(4)"), as_words("print(exercise_3)")
    ('show solution 4 ', 'print exercise 3 ')
    >>> as_words("F.conv2d(x, k, kernel_size=3)")
    'F.conv2d(x, k, kernel_size=3)'
    """
    text = plainly(text)
    if not _CODE.search(text):
        return text
    text = _NAMED.sub(lambda match: re.sub(r"_|(?<=[A-Za-z])\.(?=[A-Za-z])", " ", match[0]), text)
    return _CALL.sub(lambda match: f"{match['name']} {_given(match['given'])} {' ' * len(match['end'])}", text)


def _given(arguments: str) -> str:
    return re.sub(r"[=\"']", " ", arguments)
