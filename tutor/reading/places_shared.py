"""One value told for several entries: "1.5 on the diagonal, -0.5 off it", "top left and bottom right are both 1.5".

A diagonal is told by its corners, which lie on it in a square matrix of any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tutor.reading.gate import gated_text

Place = tuple[int, int]
"""Row and column: 1 for the first, -1 for the last."""
_DIAGONAL: tuple[Place, ...] = ((1, 1), (-1, -1))
_OFF: tuple[Place, ...] = ((1, -1), (-1, 1))
_ROWS = {"top": 1, "upper": 1, "oben": 1, "bottom": -1, "lower": -1, "unten": -1}
_COLUMNS = {"left": 1, "links": 1, "right": -1, "rechts": -1}
_ENTRIES = (
    r"(?:entr(?:y|ies)|elements?|numbers?|values?|terms?|ones?|cells?|corners?|spots?|places?|positions?|einträgen?)"
)
_CORNER = rf"(?:{'|'.join(_ROWS)})[- ]?(?:{'|'.join(_COLUMNS)})"
_PLACES = (
    r"(?P<off{0}>(?:off|non|anti|counter|neben)[- ]?diagonal\w{{0,3}}|"
    r"(?:off|outside|beside)(?: of)?(?: the diagonal| it)|au(?:ß|ss)erhalb(?: der diagonale)?|daneben)"
    r"|(?P<on{0}>(?:(?:main|haupt) ?)?diagonal(?:en?|s)?(?! matrix))"
    rf"|(?P<corners{{0}}>{_CORNER},? (?:and|&|und|\+) (?:the |in the )?{_CORNER})"
    r"|(?P<rest{0}>(?:everywhere|everything) else|elsewhere|(?:überall )?sonst(?: überall)?|"
    r"(?:(?:the|die|den|both|all) )+(?:others?|rest|remaining|anderen?|übrigen?)(?: two| 2| both| beiden)?)"
)


def _place(at: int) -> str:
    return rf"(?:{_PLACES.format(at)})(?: {_ENTRIES})?"


_FRACTION = r"(?:minus |negative |-)?(?:a|one) half\b"
_NUMBER = r"[-−–+]? ?\d{1,9}(?:[.,]\d{1,9})?(?:/\d{1,4})?|(?:minus |negative )?(?:zero|one|two|three|null|eins)\b"
_ALONE = r"(?!\d|[.,/]\d| ?(?:,|and|und|&) ?[-−–]?\d|x\d)"
_SHARED = re.compile(
    rf"(?<![\w.,/])(?<!\d and )(?<!\d, )(?<!\d und )(?P<value0>{_FRACTION}|{_NUMBER}){_ALONE}(?:s|'s)? {{1,9}}"
    r"(?:(?:is|are|go|goes|sits?|stands?|appears?|each|both|everywhere|überall|jeweils) )?"
    r"(?:(?:on|in|at|along|for|auf|an|as)(?: (?:the|der|den|my|both|all|main))* )?"
    rf"{_place(0)}\b(?! (?:is|are|=|:|ist|sind|of (?:q|l|v|u|d)\b))"
    rf"|\b{_place(1)}(?: (?:of|in|von) (?:the )?(?:a|y|c|result|matrix|answer|ergebnis))?"
    r"(?: ?[=:] ?| (?=[-−+]?\d)| (?:is|are|ist|sind|has|have|hat|haben|equals?|(?:should|must|would) be|becomes?|"
    r"(?:i|we) (?:get|got|have)|comes? out (?:as|at)) )(?:(?:both|all|each|now|then|equal to|jeweils|beide|about) )?"
    rf"(?P<value1>{_FRACTION}|{_NUMBER}){_ALONE}",
    re.IGNORECASE,
)
_LEADS = gated_text(r"diagonal|(?:left|right|links|rechts),? (?:and|&|und|\+) ", re.IGNORECASE)
"""What such a telling begins with; others and rests come behind it."""
_NOT_TOLD = re.compile(
    r"\b(?:if|make|set|put|let|change|replace|suppose|why|warum|wieso|lambda|eigenvalues?|eigenwerte?)\b|λ",
    re.IGNORECASE,
)
"""Words of a question or of something to compute with, and Λ, whose diagonal holds different numbers."""


class Shared(NamedTuple):
    """A value and the entries it is told for; text[start:end] is the whole phrase, `span` the value's."""

    value: str
    places: tuple[Place, ...]
    start: int
    end: int
    span: tuple[int, int]


def shared_in(text: str) -> Iterator[Shared]:
    """Every value that is told for several entries.

    >>> [(one.value, one.places) for one in shared_in("1.5 on the diagonal, the other two are minus a half")]
    [('1.5', ((1, 1), (-1, -1))), ('minus a half', ((1, -1), (-1, 1)))]
    """
    told: tuple[Place, ...] = ()
    if not _LEADS.may_match(text):
        return
    for match in _SHARED.finditer(text):
        if _NOT_TOLD.search(text[: match.start()]):
            return
        side = "0" if match["value0"] else "1"
        places = _meant(match, side, told)
        if places:
            told = (*told, *places)
            value = f"value{side}"
            yield Shared(match[value], places, match.start(), match.end(), match.span(value))


def _meant(match: re.Match[str], side: str, told: tuple[Place, ...]) -> tuple[Place, ...]:
    """The entries that a phrase names; the rest is what was not told before."""
    if match[f"on{side}"]:
        return _DIAGONAL
    if match[f"off{side}"]:
        return _OFF
    if corners := match[f"corners{side}"]:
        return tuple(_corner(one[0]) for one in re.finditer(_CORNER, corners, re.IGNORECASE))
    rest = tuple(place for place in (*_DIAGONAL, *_OFF) if place not in told)
    return rest if told else ()


def _corner(said: str) -> Place:
    row = next(at for word, at in _ROWS.items() if said.lower().startswith(word))
    return row, next(at for word, at in _COLUMNS.items() if said.lower().endswith(word))
