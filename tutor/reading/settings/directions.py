"""Values told one for each direction: "2 down and 1 to the right", "vertical 1, horizontal 2", "9 high and 7 wide"."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings.grammar import IS, NUMBER, Row, number, one_or_all, row
from tutor.reading.spelling import normal

_DOWN = r"(?:vertical(?:ly)?|down|downwards?|unten|high|tall|height|y)"
_ACROSS = r"(?:horizontal(?:ly)?|across|sideways|right|rechts|wide|x)"
_WAY = rf"(?:{_DOWN}|{_ACROSS})(?:-? ?direction)?\b"
_OF = r"(?: (?:pixel|cell|step|in|along|to|the|nach)){0,4}"
_COUNTED = rf"{NUMBER}{_OF} {_WAY}"
_JOIN = r"(?: ?, ?| and| but| by| x){1,2} (?:(?:only|just) )?"
_BOTH = rf"{_COUNTED}{_JOIN}{_COUNTED}"
_HIGH = rf"{NUMBER}(?: (?:pixel|cell))? (?:high|tall|wide)"
_SIDES = rf"{_HIGH}{_JOIN}{_HIGH}"
_FIRST = normal(rf"\b(?P<way>{_WAY})[^,\d]{{0,24}}?(?P<value>{NUMBER})(?![\w.])")
_LAST = normal(rf"(?P<value>{NUMBER}){_OF} (?P<way>{_WAY})")
_IS_ACROSS = normal(_ACROSS)
_LETTERED = re.compile(rf"(?P<way>[hw]) ?=? ?(?P<value>{NUMBER})")


def _pair(found: list[re.Match[str]]) -> Json:
    """[vertical, horizontal] where both are told."""
    by_way = {_IS_ACROSS.match(one["way"]) is not None or one["way"] == "w": number(one["value"]) for one in found}
    return one_or_all([by_way[False], by_way[True]]) if len(by_way) == 2 else None


def _counted(match: re.Match[str]) -> Json:
    return _pair(list(_LAST.finditer(match[0])))


def _named(match: re.Match[str]) -> Json:
    return _pair(list(_FIRST.finditer(match[0])))


def _lettered(match: re.Match[str]) -> Json:
    return _pair(list(_LETTERED.finditer(match[0])))


def two_ways(setting: str, noun: str, counted: tuple[str, ...], named: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Rows of a setting that has a value for each direction, said after the noun or with it."""
    of_noun = rf"{_WAY} {noun}{IS}{NUMBER}[ ,]{{1,3}}(?:and |with )?(?:a |the )?{_WAY}(?: {noun})?{IS}{NUMBER}(?![\w.])"
    lettered = rf"\b(?:{noun}_?|{noun[0]})h ?= ?{NUMBER}[ ,;]{{1,3}}(?:and )?(?:{noun}_?|{noun[0]})w ?= ?{NUMBER}"
    return (
        row(setting, rf"\b{noun}{IS}{_BOTH}", _counted, *counted),
        *((row(setting, rf"\b{of_noun}", _named, *named), row(setting, lettered, _lettered, f"{noun}_h=2, {noun}_w=1"))
          if named else ()),
    )  # fmt: skip


def moved(setting: str, move: str, *says: str) -> Row:
    """A row of what the window does in each direction."""
    filling = r"(?: (?:by|the|kernel|filter|window|it|always|along|over)){0,4}"
    return row(setting, rf"\b{move}{filling} {_BOTH}", _counted, *says)


def tall_and_wide(setting: str, noun: str, *says: str) -> Row:
    """A row of a height and a width."""
    filling = r"(?: ?,| (?:that|which|is|are|of|with|has|size|be|was)){0,4}"
    return row(setting, rf"\b{noun}{filling} {_SIDES}", _counted, *says)
