"""Single entries told by where they stand: "the top left number is one", "row 2, column 1 is 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from tutor.reading.message import Found
from tutor.reading.numbers import number

_ROWS = {"top": 1, "upper": 1, "oben": 1, "bottom": -1, "lower": -1, "unten": -1}
_COLUMNS = {"left": 1, "links": 1, "right": -1, "rechts": -1}
_ORDINALS = {
    "erster": 1,
    "letzter": -1,
    "first": 1,
    "second": 2,
    "third": 3,
    "last": -1,
    "erste": 1,
    "zweite": 2,
    "dritte": 3,
    "letzte": -1,
}
_SPOKEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FRACTIONS = {"half": "1/2", "third": "1/3", "quarter": "1/4"}
_V, _H = "|".join(_ROWS), "|".join(_COLUMNS)
_NTH = r"(?:first|second|third|last|\d)(?:st|nd|rd|th)?"
_CELL = r"(?:entry|number|element|value|cell|component|eintrag|zahl)"
_PLACES = (
    rf"(?P<v>{_V})[- ]?(?P<h>{_H})",
    rf"(?P<h2>{_H})[- ]?(?P<v2>{_V})",
    r"(?:row|zeile) ?(?P<row>\d)[, ]{1,3}(?:and |und )?(?:column|col|spalte) ?(?P<column>\d)",
    rf"(?P<nth_column>{_NTH}) {_CELL} (?:of|in) (?:the )?(?P<nth_row>{_NTH}) row",
    r"(?P<window>first|last|erste|letzte)(?: 2x2| little| small)? (?:window|patch|fenster)",
    r"(?P<corner>first|last|erster?|letzter?) (?:entry|eintrag)(?! (?:of|in|von|der))",
)
_IS = (
    r"(?: (?:entry|number|one|value|element|cell|corner|eintrag|zahl|product|sum|(?:of|in) \w{1,8}|only|just)){0,3}"
    r"(?: ?(?:=|:) ?| (?:is|equals?|should be|must be|would be|comes out (?:as|at)|(?:sums?|adds?)(?: up)? to|gives?|"
    r"has|becomes|i (?:get|got|have)|ist|ergibt)(?: (?:now|then|also|me|just))? )"
    r"(?:[-+*·×() \d.,]{1,80}= ?)?"
)
_WORDS = "|".join(_SPOKEN)
_FRACTION = r"(?:a|one) (?:half|third|quarter)\b"
_WHOLE = rf"(?:{_WORDS})\b(?! (?:and )?(?:a )?(?:half|third|quarter|point|hundred|{_WORDS})\b)"
_DIGITS = r"[-−–+]? ?\d{1,9}(?:\.\d{1,9})?(?:/\d{1,4})?(?![\w/]|[.,]\d| ?-?\d)"
_VALUE = rf"(?P<value>(?:(?:minus|negative) )?(?:{_FRACTION}|{_WHOLE})|{_DIGITS})"
_WORKED_OUT = r" ?= ?[-+*·×()\\{} \d.,cdotimes]{1,120}= ?"
_ENTRIES = (
    *(re.compile(rf"\b(?:{place}){_IS}{_VALUE}") for place in _PLACES),
    *(re.compile(rf"\b{corner}:? (?P<value>{_DIGITS})") for corner in _PLACES[:2]),
    *(
        re.compile(rf"\bis (?:the )?(?:{place})(?: (?:entry|number|element|value))?(?: (?:of|in) \w{{1,8}})? {_VALUE}")
        for place in _PLACES
    ),
    re.compile(rf"\b[a-z]_?\{{?(?P<row>\d),?(?P<column>\d)\}}?{_WORKED_OUT}{_VALUE}"),
)


def _ordinal(said: str) -> int:
    return _ORDINALS.get(said) or int(said[0])


def _position(match: re.Match[str]) -> tuple[int, int]:
    """Row and column, counted from 1; -1 is the last."""
    said = {name: value for name, value in match.groupdict().items() if value and name != "value"}
    if "row" in said:
        return int(said["row"]), int(said["column"])
    if "nth_row" in said:
        return _ordinal(said["nth_row"]), _ordinal(said["nth_column"])
    if corner := said.get("window") or said.get("corner"):
        at = _ORDINALS[corner]
        return at, at
    row, column = said.get("v", said.get("v2", "")), said.get("h", said.get("h2", ""))
    return _ROWS[row], _COLUMNS[column]


def _written(value: str) -> str:
    """The digits of a value that may be a word."""
    sign = "-" if value.startswith(("minus", "negative", "-", "−", "–")) else ""
    last = value.split()[-1].lstrip("-−–+")
    return sign + _FRACTIONS.get(last, str(_SPOKEN.index(last)) if last in _SPOKEN else last)


def _told(text: str) -> Iterator[Found]:
    for pattern in _ENTRIES:
        for match in pattern.finditer(text):
            read = number(_written(match["value"]))
            row, column = _position(match)
            if read is not None and row and column:
                name = f"entry ({row}, {column})"
                yield Found(name=name, value=np.array(read.value), span=match.span("value"), decimals=read.decimals)


def entries_in(text: str) -> tuple[Found, ...]:
    """Entries told by their place, named `entry (row, column)` from 1, where -1 is the last.

    >>> [(one.name, one.value.item()) for one in entries_in("the top left is one and the bottom right one is -1.5")]
    [('entry (1, 1)', 1.0), ('entry (-1, -1)', -1.5)]
    """
    lower = text.lower()
    return tuple(_told(lower)) if len(lower) == len(text) else ()
