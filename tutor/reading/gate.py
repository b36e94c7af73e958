"""Many patterns against one line, of which only those are run that could match.

What must stand where a pattern matches is known (see `needed`). A line is searched for the pieces of all patterns
together, once for all who ask, which costs far less than running the patterns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Generic, NamedTuple, Protocol, TypeVar

from ahocorasick import Automaton

from tutor.reading.needed import ANYHOW, DIGIT, Pieces, lowered, needed, tell


class Patterned(Protocol):
    """A row with a pattern."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it matches."""


Row = TypeVar("Row", bound=Patterned)


class Bare(NamedTuple):
    """A row that is nothing but its pattern."""

    pattern: re.Pattern[str]


class Gate(Generic[Row]):
    """Rows with patterns, and which of them a line may match."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        numbers = [_number_of(row.pattern) for row in self.rows]
        self._first = min(numbers, default=0)

    def open_to(self, line: str) -> Iterator[Row]:
        """The rows whose patterns this line may match, in order."""
        numbers = _opened(line).in_order
        start = bisect_left(numbers, self._first)
        end = bisect_left(numbers, self._first + len(self.rows), start)
        return (self.rows[number - self._first] for number in numbers[start:end])


class Gated:
    """A pattern that is run only on the texts it may match."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        if needed(pattern) == ANYHOW:
            raise ValueError(f"nothing is certain to stand where this matches: {pattern.pattern}")
        self._number = _number_of(pattern)

    def may_match(self, text: str) -> bool:
        """Whether what is needed stands in a text."""
        return self._number in _opened(text).numbers

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match that the text begins with."""
        return self.pattern.match(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def sub(self, said: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with the matches replaced."""
        return self.pattern.sub(said, text) if self.may_match(text) else text


def gated(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Gated:
    """A pattern that is run only on the lines it may match."""
    return Gated(re.compile(pattern, flags))


class _Watch(NamedTuple):
    """The number of a pattern that may match where a piece stands, and with it the `rest` of what is needed."""

    number: int
    rest: tuple[Pieces, ...]


_ALONE: dict[str, set[int]] = {}
"""The patterns that may match wherever a piece stands."""
_WATCHES: dict[str, list[_Watch]] = {}
"""Those that need more, under the most telling pieces of each way to match."""
_ALWAYS: set[int] = set()
"""The patterns that may match anything."""
_NUMBERS = count()


def _number_of(pattern: re.Pattern[str]) -> int:
    """A number for a pattern, which lines that it may match are opened to."""
    number = next(_NUMBERS)
    for way in needed(pattern):
        if not way:
            _ALWAYS.add(number)
            continue
        first, *rest = sorted(way, key=tell, reverse=True)
        for piece in first:
            if rest:
                _WATCHES.setdefault(piece, []).append(_Watch(number, tuple(rest)))
            else:
                _ALONE.setdefault(piece, set()).add(number)
    _search.cache_clear()
    _opened.cache_clear()
    return number


@cache
def _search() -> Automaton:
    """The search for all that is watched for, in one pass over a line's letters (Aho and Corasick, 1975)."""
    rest = (pieces for watches in _WATCHES.values() for watch in watches for pieces in watch.rest)
    search = Automaton()
    for piece in {*_ALONE, *_WATCHES}.union(*rest) - {DIGIT}:
        search.add_word(piece, piece)
    search.make_automaton()
    return search


class _Opened(NamedTuple):
    """The numbers of the patterns that a line may match."""

    numbers: set[int]
    in_order: list[int]


@lru_cache(maxsize=8)
def _opened(line: str) -> _Opened:
    """The patterns that a line may match, searched once for all who ask."""
    found = {piece for _, piece in _search().iter(lowered(line))}
    if _DIGIT.search(line):
        found.add(DIGIT)
    numbers = _ALWAYS.union(*map(_ALONE.__getitem__, found & _ALONE.keys()))
    for piece in found & _WATCHES.keys():
        for number, rest in _WATCHES[piece]:
            for pieces in rest:
                if pieces.isdisjoint(found):
                    break
            else:
                numbers.add(number)
    return _Opened(numbers, sorted(numbers))


_DIGIT = re.compile(r"\d")
