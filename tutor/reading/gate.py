"""Many patterns against one line, of which only those are run that could match.

What must stand where a pattern matches is known (see `needed`). A line is searched for the pieces of all patterns
together, once for all who ask, which costs far less than running the patterns. Patterns over texts as they are written
are searched for apart from those over normalised lines: no text is searched for what only the other kind can match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
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


class _Watch(NamedTuple):
    """The number of a pattern that may match where a piece stands, and with it the `rest` of what is needed."""

    number: int
    rest: tuple[Pieces, ...]


class _Opened(NamedTuple):
    """The numbers of the patterns that a text may match."""

    numbers: set[int]
    in_order: list[int]


class Search:
    """The search for the pieces of many patterns in one pass over a text's letters (Aho and Corasick, 1975)."""

    def __init__(self) -> None:
        self._alone: dict[str, set[int]] = {}
        """The patterns that may match wherever a piece stands."""
        self._watches: dict[str, list[_Watch]] = {}
        """Those that need more, under the most telling pieces of each way to match."""
        self._always: set[int] = set()
        """The patterns that may match anything."""
        self._numbers = count()
        self._automaton: Automaton | None = None
        self._of_lowered = lru_cache(maxsize=8)(self._opened)
        self.opened = lru_cache(maxsize=8)(lambda text: self._of_lowered(lowered(text)))
        """The patterns that a text may match, in whichever case, searched once for all who ask."""

    def number_of(self, pattern: re.Pattern[str]) -> int:
        """A number for a pattern, which texts that it may match are opened to."""
        number = next(self._numbers)
        for way in needed(pattern):
            if not way:
                self._always.add(number)
                continue
            first, *rest = sorted(way, key=tell, reverse=True)
            for piece in first:
                if rest:
                    self._watches.setdefault(piece, []).append(_Watch(number, tuple(rest)))
                else:
                    self._alone.setdefault(piece, set()).add(number)
        self._automaton = None
        self._of_lowered.cache_clear()
        self.opened.cache_clear()
        return number

    def _built(self) -> Automaton:
        rest = (pieces for watches in self._watches.values() for watch in watches for pieces in watch.rest)
        automaton = Automaton()
        for piece in {*self._alone, *self._watches}.union(*rest) - {DIGIT}:
            automaton.add_word(piece, piece)
        automaton.make_automaton()
        return automaton

    def _opened(self, lower: str) -> _Opened:
        automaton = self._automaton = self._automaton or self._built()
        found = {piece for _, piece in automaton.iter(lower)}
        if _DIGIT.search(lower):
            found.add(DIGIT)
        numbers = self._always.union(*map(self._alone.__getitem__, found & self._alone.keys()))
        for piece in found & self._watches.keys():
            for number, rest in self._watches[piece]:
                for pieces in rest:
                    if pieces.isdisjoint(found):
                        break
                else:
                    numbers.add(number)
        return _Opened(numbers, sorted(numbers))


LINES, TEXTS = Search(), Search()
"""Over normalised lines, and over texts as they are written."""
_DIGIT = re.compile(r"\d")


class Gate(Generic[Row]):
    """Rows with patterns, and which of them a text may match."""

    def __init__(self, rows: Iterable[Row], over: Search = LINES) -> None:
        self.rows = tuple(rows)
        numbers = [over.number_of(row.pattern) for row in self.rows]
        self._first = min(numbers, default=0)
        self._over = over

    def open_to(self, text: str) -> Iterator[Row]:
        """The rows whose patterns this text may match, in order."""
        numbers = self._over.opened(text).in_order
        start = bisect_left(numbers, self._first)
        end = bisect_left(numbers, self._first + len(self.rows), start)
        return (self.rows[number - self._first] for number in numbers[start:end])


class Gated:
    """A pattern that is run only on the texts it may match."""

    def __init__(self, pattern: re.Pattern[str], over: Search = LINES) -> None:
        self.pattern = pattern
        if needed(pattern) == ANYHOW:
            raise ValueError(f"nothing is certain to stand where this matches: {pattern.pattern}")
        self._number, self._over = over.number_of(pattern), over

    def may_match(self, text: str) -> bool:
        """Whether what is needed stands in a text."""
        return self._number in self._over.opened(text).numbers

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
    """A pattern over normalised lines that is run only on those it may match."""
    return Gated(re.compile(pattern, flags), LINES)


def gated_text(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Gated:
    """A pattern over texts as they are written that is run only on those it may match."""
    return Gated(re.compile(pattern, flags), TEXTS)
