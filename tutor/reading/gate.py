"""Many patterns against one line, of which only those are run that could match.

A pattern such as `\\bhow many (?:parameter|weight)\\b` can match only where "how many " stands. These needed pieces are
taken from each pattern once; a line is searched for the pieces first, which costs far less than running the pattern.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from operator import add

# The only parser of Python's patterns is the one inside `re`; it has no public name since 3.11.
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, Protocol, TypeVar

MIN_PIECE = 2
"""Shorter pieces stand in nearly every line."""


class Patterned(Protocol):
    """A row with a pattern."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it matches."""


Parsed = Iterable[tuple[object, Any]]
"""A parsed pattern: elements of a kind and its argument, which the parser leaves untyped."""
Row = TypeVar("Row", bound=Patterned)
Pieces = frozenset[str]
"""Pieces of text of which one must occur."""


@cache
def needed(pattern: re.Pattern[str]) -> Pieces | None:
    """The pieces of which one stands in every match, None where nothing is certain.

    >>> sorted(needed(re.compile(r"\\b(?:what|how) far\\b|progress")))
    [' far', 'progress']
    >>> needed(re.compile(r"\\d+")) is None
    True
    """
    if pattern.flags & re.IGNORECASE:
        return None
    return _needed(parser.parse(pattern.pattern, pattern.flags))


def _needed(sequence: Parsed) -> Pieces | None:
    """The most telling pieces of a parsed sequence."""
    certain = [pieces for pieces in _certain(sequence) if min(map(len, pieces)) >= MIN_PIECE]
    return max(certain, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=None)


def _certain(sequence: Parsed) -> Iterator[Pieces]:
    """For each stretch that every match has to contain, what it may be."""
    literal = ""
    for kind, argument in sequence:
        if kind is code.LITERAL:
            literal += chr(argument)
            continue
        if kind is not code.AT and literal:
            yield frozenset({literal})
            literal = ""
        inner = _inside(kind, argument)
        if inner is not None:
            yield inner
    if literal:
        yield frozenset({literal})


def _inside(kind: object, argument: Any) -> Pieces | None:
    """What one element of a parsed pattern is certain to contain."""
    parts: Sequence[Parsed]
    match kind, argument:
        case code.SUBPATTERN, (_, _, _, inner):
            parts = (inner,)
        case code.BRANCH, (_, branches):
            parts = branches
        case ((code.MAX_REPEAT | code.MIN_REPEAT), (least, _, inner)) if least >= 1:
            parts = (inner,)
        case code.ASSERT, (1, inner):
            parts = (inner,)
        case _:
            return None
    found = [_needed(part) for part in parts]
    return frozenset().union(*(pieces for pieces in found if pieces)) if all(found) else None


class Gate(Generic[Row]):
    """Rows with patterns, and which of them a line may match."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def _needing(self) -> dict[str, list[tuple[str, list[int]]]]:
        """By two letters of it, each needed piece with the rows that need it; under "" the rows that need none.

        A piece stands under the two of its letters that the fewest pieces share, so that a line asks for few of them.
        """
        rows: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            for piece in needed(row.pattern) or ("",):
                rows.setdefault(piece, []).append(index)
        shared = Counter(pair for piece in rows for pair in {*_pairs(piece)})
        table: dict[str, list[tuple[str, list[int]]]] = {"": []}
        for piece, needing in rows.items():
            key = min(_pairs(piece), key=lambda pair: shared[pair], default="")
            table.setdefault(key, []).append((piece, needing))
        return table

    def open_to(self, line: str) -> Iterator[Row]:
        """The rows whose patterns this line may match, in order."""
        table = self._needing
        may = {
            row
            for pair in _all_pairs(line) & table.keys()
            for piece, rows in table[pair]
            if piece in line
            for row in rows
        }
        return (self.rows[index] for index in sorted(may))


@lru_cache(maxsize=4)
def _all_pairs(line: str) -> frozenset[str]:
    """The pairs of a line, which several gates ask for one after the other, and "" for the rows that need none."""
    return frozenset(("", *_pairs(line)))


def _pairs(text: str) -> Iterator[str]:
    """The letters of a text two by two."""
    return map(add, text, text[1:])
