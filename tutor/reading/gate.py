"""Many patterns against one line, of which only those are run that could match.

A pattern such as `\\bhow many (?:parameter|weight)\\b` can match only where "how many " stands. These needed pieces are
taken from each pattern once. A line is searched for the pieces of all patterns together, once for all who ask, which
costs far less than running the patterns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import add

# The only parser of Python's patterns is the one inside `re`; it has no public name since 3.11.
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

MIN_PIECE = 2
"""Shorter pieces stand in nearly every line, unless they are digits or signs."""
_ODD_CASES = str.maketrans("ıİſ\u212a", "iisk")
"""The letters that `re.IGNORECASE` takes for ASCII letters and `str.lower` does not."""


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
    """The pieces of which one stands in every match, None where nothing is certain; in lower case where the pattern
    ignores case.

    >>> sorted(needed(re.compile(r"\\b(?:what|how) far\\b|progress")))
    [' far', 'progress']
    >>> needed(re.compile(r"\\d+")) is None
    True
    """
    parsed = parser.parse(pattern.pattern, pattern.flags)
    if not pattern.flags & re.IGNORECASE:
        return _needed(parsed)
    pieces = _needed(parsed)
    return pieces and frozenset(map(lowered, pieces)) if "".join(pieces or ()).isascii() else None


def lowered(text: str) -> str:
    """A text in lower case, as patterns that ignore case see it."""
    return text.lower() if text.isascii() else text.translate(_ODD_CASES).lower()


def _needed(sequence: Parsed) -> Pieces | None:
    """The most telling pieces of a parsed sequence."""
    certain = [pieces for pieces in _certain(sequence) if all(map(_telling, pieces))]
    return max(certain, key=_tell, default=None)


def _tell(pieces: Pieces) -> tuple[int, int]:
    """How telling pieces are: long ones, not counting blanks, and few."""
    return min(len(piece.strip()) for piece in pieces), -len(pieces)


def _telling(piece: str) -> bool:
    return len(piece) >= MIN_PIECE or not (piece.isalpha() or piece.isspace())


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
        case code.IN, [(code.RANGE, (first, last))]:
            return frozenset(map(chr, range(first, last + 1))) if last - first < 10 else None
        case code.IN, [*members] if all(kind is code.LITERAL for kind, _ in members):
            return frozenset(chr(member) for _, member in members)
        case code.SUBPATTERN, (_, 0, 0, inner):
            parts = (inner,)
        case code.BRANCH, (_, branches):
            parts = branches
        case ((code.MAX_REPEAT | code.MIN_REPEAT), (least, _, inner)) if least >= 1:
            parts = (inner,)
        case code.ASSERT, (_, inner):
            parts = (inner,)
        case _:
            return None
    found = [_needed(part) for part in parts]
    return frozenset().union(*(pieces for pieces in found if pieces)) if all(found) else None


class Bare(NamedTuple):
    """A row that is nothing but its pattern."""

    pattern: re.Pattern[str]


class Gate(Generic[Row]):
    """Rows with patterns, and which of them a line may match."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self._always = tuple(index for index, row in enumerate(self.rows) if needed(row.pattern) is None)
        self._needing: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            for piece in needed(row.pattern) or ():
                self._needing.setdefault(piece, []).append(index)
        _look_for(self._needing)

    def open_to(self, line: str) -> Iterator[Row]:
        """The rows whose patterns this line may match, in order. Where they ignore case, the line is in lower case."""
        may = set(self._always).union(*(self._needing[piece] for piece in self._needing.keys() & _pieces_in(line)))
        return map(self.rows.__getitem__, sorted(may))


class Gated:
    """A pattern that is run only on the lines it may match."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        pieces = needed(pattern)
        if pieces is None:
            raise ValueError(f"nothing is certain to stand where this matches: {pattern.pattern}")
        self.pattern = pattern
        self._pieces = pieces
        self._cased = not pattern.flags & re.IGNORECASE
        _look_for(pieces)

    def may_match(self, text: str) -> bool:
        """Whether one of the needed pieces stands in a text."""
        return not self._pieces.isdisjoint(_pieces_in(text if self._cased else lowered(text)))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def sub(self, said: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with the matches replaced."""
        return self.pattern.sub(said, text) if self.may_match(text) else text


def gated(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Gated:
    """A pattern that is run only on the lines it may match."""
    return Gated(re.compile(pattern, flags))


_SOUGHT: dict[str, None] = {}
"""The pieces that the gates ask for, each once."""


def _look_for(pieces: Iterable[str]) -> None:
    """Have lines searched for these pieces too."""
    _SOUGHT.update(dict.fromkeys(pieces))
    _by_pair.cache_clear()
    _pieces_in.cache_clear()


@cache
def _by_pair() -> dict[str, tuple[str, ...]]:
    """By two letters of it, each piece that is sought; under "" those of one sign.

    A piece stands under the two of its letters that the fewest pieces share, so that a line asks for few of them.
    """
    shared = Counter(pair for piece in _SOUGHT for pair in {*_pairs(piece)})
    table: dict[str, list[str]] = {}
    for piece in _SOUGHT:
        table.setdefault(min(_pairs(piece), key=lambda pair: shared[pair], default=""), []).append(piece)
    return {pair: tuple(pieces) for pair, pieces in table.items()}


@lru_cache(maxsize=8)
def _pieces_in(line: str) -> frozenset[str]:
    """The pieces that stand in a line."""
    table = _by_pair()
    pairs = table.keys() & {"", *_pairs(line)}
    return frozenset([piece for pair in pairs for piece in table[pair] if piece in line])


def _pairs(text: str) -> Iterator[str]:
    """The letters of a text two by two."""
    return map(add, text, text[1:])
