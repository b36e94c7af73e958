"""What has to stand in a text for a pattern to match it, read off the pattern, as the prefilters of RE2 are.

`\\bhow (?:many|few) (?:\\w+ )?layers?\\b|progress` can match in two ways: where "layer" stands and one of "how many "
and "how few ", or where "progress" stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, reduce

# The only parser of Python's patterns is the one inside `re`; it has no public name since 3.11.
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Pieces = frozenset[str]
"""Pieces of text of which one must occur."""
Way = frozenset[Pieces]
"""A way to match: of each of these sets a piece must occur."""
Ways = tuple[Way, ...]
ANYHOW: Ways = (Way(),)
"""Nothing is certain."""
DIGIT = "\\d"
"""The piece that stands for any digit."""
Parsed = Iterable[tuple[object, Any]]
"""A parsed pattern: elements of a kind and its argument, which the parser leaves untyped."""

MIN_PIECE = 2
"""Shorter pieces stand in nearly every line, unless they are digits or signs."""
FEW = 6
"""Of a stretch that may be at most so many texts, each is followed: `layers? =` is "layer =" or "layers ="."""
_ODD_CASES = str.maketrans("ıİſ\u212aΣ", "iiskσ")
"""The letters that `re.IGNORECASE` takes for ASCII letters and `str.lower` does not, and the one that `str.lower`
changes by its place."""


@cache
def needed(pattern: re.Pattern[str]) -> Ways:
    """The ways in which a pattern can match a text, told in lower case.

    >>> far, progress = needed(re.compile(r"\\b(?:what|how) far\\b.*\\d|progress"))
    >>> sorted(sorted(pieces) for pieces in far), sorted(sorted(pieces) for pieces in progress)
    ([['\\\\d'], ['how far', 'what far']], [['progress']])
    >>> needed(re.compile(r"\\w+")) == ANYHOW
    True
    """
    ways = _ways(_sequence(parser.parse(pattern.pattern, pattern.flags)))
    if pattern.flags & re.IGNORECASE and not all(piece.isascii() for way in ways for pieces in way for piece in pieces):
        return ANYHOW
    return tuple(Way(Pieces(map(lowered, pieces)) for pieces in way) for way in ways)


def lowered(text: str) -> str:
    """A text in lower case, letter for letter, as patterns that ignore case see it."""
    return text.lower() if text.isascii() else text.translate(_ODD_CASES).lower()


def tell(pieces: Pieces) -> tuple[bool, int, int]:
    """How telling pieces are: no digits, long ones, not counting blanks, and few."""
    return DIGIT not in pieces, min(len(piece.strip()) for piece in pieces), -len(pieces)


def _telling(piece: str) -> bool:
    return len(piece) >= MIN_PIECE or not (piece.isalpha() or piece.isspace() or not piece)


def _ways(known: Pieces | Ways) -> Ways:
    """What must stand where something stands that can be one of these texts, or that matches in these ways."""
    if isinstance(known, tuple):
        return known
    shortest = Pieces(text for text in known if not any(other in text for other in known if other != text))
    return (Way({shortest}),) if all(map(_telling, shortest)) else ANYHOW


def _both(first: Ways, second: Ways) -> Ways:
    """The ways to match one after the other. Only one of them is told apart by its ways, lest these become many."""
    few, many = sorted((first, second), key=len)
    if len(few) > 1:
        few = (Way({Pieces().union(*(max(way, key=tell) for way in few))}),)
    return tuple(way | other for way in many for other in few)


def _either(parts: Iterable[Ways]) -> Ways:
    """The ways to match one or another. A way that needs more than what does alone adds nothing."""
    ways = [way for part in parts for way in part]
    if not all(ways):
        return ANYHOW
    alone = Pieces().union(*(pieces for way in ways if len(way) == 1 for pieces in way))
    further = tuple(way for way in ways if not any(pieces <= alone for pieces in way))
    return (*further, Way({alone})) if alone else further


def _sequence(sequence: Parsed) -> Pieces | Ways:
    """All that a sequence can be, where it is a stretch of few texts, else the ways in which it matches."""
    parts: list[Pieces | Ways] = [Pieces({""})]
    for kind, argument in sequence:
        last, part = parts[-1], _element(kind, argument)
        if isinstance(last, frozenset) and isinstance(part, frozenset) and len(last) * len(part) <= FEW:
            parts[-1] = Pieces(first + second for first in last for second in part)
        else:
            parts.append(part)
    return parts[0] if len(parts) == 1 else reduce(_both, map(_ways, parts))


def _element(kind: object, argument: Any) -> Pieces | Ways:
    """The same of one element of a pattern."""
    match kind, argument:
        case code.LITERAL, letter:
            return Pieces({chr(letter)})
        case ((code.AT | code.ASSERT_NOT), _):
            return Pieces({""})
        case code.IN, [(code.CATEGORY, code.CATEGORY_DIGIT)]:
            return (Way({Pieces({DIGIT})}),)
        case code.IN, [(code.RANGE, (first, last))] if last - first < 10:
            return Pieces(map(chr, range(first, last + 1)))
        case code.IN, [*members] if all(kind is code.LITERAL for kind, _ in members):
            return Pieces(chr(member) for _, member in members)
        case code.SUBPATTERN, (_, 0, 0, inner):
            return _sequence(inner)
        case code.BRANCH, (_, branches):
            parts = [_sequence(branch) for branch in branches]
            stretches = [part for part in parts if isinstance(part, frozenset)]
            return Pieces().union(*stretches) if len(stretches) == len(parts) else _either(map(_ways, parts))
        case ((code.MAX_REPEAT | code.MIN_REPEAT), (0, 1, inner)) if isinstance(texts := _sequence(inner), frozenset):
            return texts | {""}
        case ((code.MAX_REPEAT | code.MIN_REPEAT), (least, _, inner)) if least >= 1:
            return _ways(_sequence(inner))
        case code.ASSERT, (_, inner):
            return _ways(_sequence(inner))
        case _:
            return ANYHOW
