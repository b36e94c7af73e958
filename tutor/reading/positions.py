"""Single entries told by where they stand: "the top left number is one", "row 2, column 1 is 3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from tutor.reading.gate import TEXTS, Bare, Gate, gated_text
from tutor.reading.message import Found
from tutor.reading.numbers import Number, number
from tutor.reading.places_shared import shared_in

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
_NTH = r"(?:first|second|third|last|middle|\d)(?:st|nd|rd|th)?"
_MIDDLE = "middle|centre|center|mittlere|mitte"
_CELL = r"(?:entry|number|element|value|cell|component|eintrag|zahl)"
_PLACES = (
    rf"(?P<v>{_V})[- ]?(?P<h>{_H})",
    rf"(?P<h2>{_H})[- ]?(?P<v2>{_V})",
    r"(?:row|zeile) ?(?P<row>\d)[, ]{1,3}(?:and |und )?(?:column|col|spalte) ?(?P<column>\d)",
    rf"(?P<nth_column>{_NTH}) {_CELL} (?:of|in) (?:the )?(?P<nth_row>{_NTH}|top|bottom) row",
    rf"(?P<nth_row_2>{_NTH}|top|bottom) row,? ?(?:in the|,)? ?(?P<nth_column_2>{_MIDDLE})",
    rf"(?P<nth_column_3>{_MIDDLE}) (?:of|in) (?:the )?(?P<nth_row_3>{_NTH}|top|bottom) row",
    rf"(?<!in the )(?<!row )(?P<both>{_MIDDLE})(?! (?:row|column|zeile|spalte|of))",
    r"the (?P<end>last) (?:one|number)",
    r"(?P<corner>first|last|erster?|letzter?) (?:entry|eintrag)(?! (?:of|in|von|der))",
)
_IS = (
    r"(?: (?:entry|number|one|value|element|cell|corner|window|patch|fenster|"
    r"eintrag|zahl|product|sum|(?:of|in) \w{1,8}|only|just)){0,3}"
    r"(?: ?(?:=|:) ?| (?:is|equals?|should be|must be|would be|comes out (?:as|at)|(?:sums?|adds?)(?: up)? to|gives?|"
    r"has|becomes|i (?:get|got|have)|ist|ergibt)(?: (?:now|then|also|me|just))? )"
    r"(?:[-+*·×() \d.,]{1,80}= ?)?"
)
_WORDS = "|".join(_SPOKEN)
_FRACTION = r"(?:a|one) (?:half|third|quarter)\b"
_WHOLE = rf"(?:{_WORDS})\b(?! (?:and )?(?:a )?(?:half|third|quarter|point|hundred|{_WORDS})\b)"
_DIGITS = r"[-−–+]? ?\d{1,9}(?:[.,]\d{1,9})?(?:/\d{1,4})?(?![\w/]|[.,]\d| ?-?\d)"
_VALUE = rf"(?P<value>(?:(?:minus|negative) )?(?:{_FRACTION}|{_WHOLE})|{_DIGITS})"
_WORKED_OUT = r" ?= ?(?:[-+*·×(){} \d.]|,(?=\d)|\\c?dot|\\times){1,120}= ?"


_LATEX_FRACTION = re.compile(r"\$?\\[dt]?frac ?(?:\{(-?\d{1,4})\}|(\d)) ?(?:\{(\d{1,4})\}|(\d))\$?")


def _plain_fractions(text: str) -> str:
    """The text with LaTeX fractions as 3/2, each padded to the length it had."""
    if "frac" not in text:
        return text
    return _LATEX_FRACTION.sub(lambda one: f"{one[1] or one[2]}/{one[3] or one[4]}".ljust(len(one[0])), text)


_PATTERNS = (
    *(re.compile(rf"\b(?:{place}){_IS}{_VALUE}") for place in _PLACES),
    *(re.compile(rf"\b{corner}:? (?P<value>{_DIGITS})") for corner in _PLACES[:2]),
    *(
        re.compile(rf"\bis (?:the )?(?:{place})(?: (?:entry|number|element|value))?(?: (?:of|in) \w{{1,8}})? {_VALUE}")
        for place in _PLACES
    ),
    re.compile(
        rf"\b(?:meant|mean|should be|have|wrote|want(?:ed)?) (?:an? )?{_VALUE} (?:in|at|"
        rf"for) the (?:(?P<v>{_V})[- ]?(?P<h>{_H}) )?"
        r"(?P<ecke>corner)"
    ),
    re.compile(
        rf"\b(?P<matrix>[a-z])\[(?P<from_0>\d)(?:\]\[|"
        rf", ?)(?P<column_from_0>\d)\](?::\.\df\}}['\"])?(?:\.item\(\))?\)?(?:, ?\d\))?"
        r"(?:, (?:so|i\.e\.|meaning|that is|the) [a-z ]{3,24},?)?"
        rf"(?:\s{{0,4}}(?:={{1,3}}|->|→|is|gives|prints|comes out as|#|\n(?:out\[\d{{1,3}}\]: ?)?)\s{{0,4}}|"
        rf", ?(?!\d\) ?={{2}})| ?- ?\(?)(?:(?:pytest\.)?approx\()?{_VALUE}"
    ),
    re.compile(rf"\b[a-z]_?\{{?(?P<row>\d),?(?P<column>\d)\}}?{_WORKED_OUT}{_VALUE}"),
)
_ENTRIES = Gate(map(Bare, _PATTERNS), TEXTS)


_Index = int | str
"""Counted from 1; -1 is the last, "middle" the middle, and "corner" some corner."""


def _ordinal(said: str) -> _Index:
    if re.fullmatch(_MIDDLE, said):
        return "middle"
    return _ROWS.get(said) or _ORDINALS.get(said) or int(said[0])


def _position(match: re.Match[str]) -> tuple[_Index, _Index]:
    """Row and column."""
    groups = match.groupdict().items()
    said = {re.sub(r"_[23]$", "", name): value for name, value in groups if value and name != "value"}
    if "ecke" in said and "v" not in said:
        return "corner", "corner"
    if "both" in said:
        return "middle", "middle"
    if "end" in said:
        return -1, -1
    if "from_0" in said:
        return int(said["from_0"]) + 1, int(said["column_from_0"]) + 1
    if "row" in said:
        return int(said["row"]), int(said["column"])
    if "nth_row" in said:
        return _ordinal(said["nth_row"]), _ordinal(said["nth_column"])
    if corner := said.get("corner"):
        at = _ORDINALS[corner]
        return at, at
    row, column = said.get("v", said.get("v2", "")), said.get("h", said.get("h2", ""))
    return _ROWS[row], _COLUMNS[column]


def _written(value: str) -> str:
    """The digits of a value that may be a word."""
    sign = "-" if value.startswith(("minus", "negative", "-", "−", "–")) else ""
    last = value.split()[-1].lstrip("-−–+")
    return sign + _FRACTIONS.get(last, str(_SPOKEN.index(last)) if last in _SPOKEN else last.replace(",", "."))


def _told(text: str) -> Iterator[Found]:
    for entry in _ENTRIES.open_to(text):
        for match in entry.pattern.finditer(text):
            read = number(_written(match["value"]))
            row, column = _position(match)
            if read is not None and row and column:
                matrix = match.groupdict().get("matrix")
                name = f"{matrix}_{row}{column}" if matrix else f"entry ({row}, {column})"
                if matrix and (said := match.groupdict()).get("from_0") and "][" not in match[0]:
                    name = f"{matrix}[{said['from_0']},{said['column_from_0']}]"  # from 0 in Python, from 1 in Julia
                yield _entry(name, read, match.span("value"))


def _entry(name: str, read: Number, span: tuple[int, int]) -> Found:
    return Found(name=name, value=np.array(read.value), span=span, decimals=read.decimals)


_LIKE_A_PLACE = gated_text(r"\blast (?:one|number)\b|\bcorner\b", re.IGNORECASE)


def like_references(found: Iterable[Found], text: str) -> list[tuple[int, int]]:
    """Spans of the entries whose number may look like an exercise: "the last one is 3", "I meant 3 in the corner"."""
    if not _LIKE_A_PLACE.search(text):
        return []
    return [one.span for one in found if one.name is not None and one.name.startswith("entry (")]


def entries_in(text: str) -> tuple[Found, ...]:
    r"""Entries told by their place, named `entry (row, column)` from 1, where -1 is the last.

    >>> [(one.name, one.value.item()) for one in entries_in("the top left is one and the bottom right one is -1.5")]
    [('entry (1, 1)', 1.0), ('entry (-1, -1)', -1.5)]
    >>> [one.value.item() for one in entries_in(r"the top left entry comes out as $\frac{3}{2}$, right?")]
    [1.5]
    """
    lower = _plain_fractions(text.lower())
    if len(lower) != len(text):
        return ()
    found: list[Found] = []
    for shared in shared_in(lower):
        read = number(_written(shared.value))
        if read is not None:
            found += [_entry(f"entry {place}", read, shared.span) for place in shared.places]
            lower = lower[: shared.start] + "x" * (shared.end - shared.start) + lower[shared.end :]
    return (*found, *_told(lower))
