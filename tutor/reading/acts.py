"""What the words of a message ask for: rules over a line, and which of several matches counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tutor.reading.message import Act
from tutor.reading.spelling import gated_normal, normal


@dataclass(frozen=True)
class Rule:
    """A way to ask for something, as a pattern over a normalised line.

    A rule that is `weak` counts only where no other matches. `says` are phrases it is there for, `not_says` phrases
    that come close and ask for something else.
    """

    act: Act
    pattern: re.Pattern[str]
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()
    weak: bool = False


def rule(act: Act, pattern: str, *says: str, not_says: tuple[str, ...] = (), weak: bool = False) -> Rule:
    """A row of a rule table."""
    return Rule(act, normal(pattern), says, not_says, weak)


@dataclass(frozen=True)
class Match:
    """A rule at a place of the line."""

    act: Act
    start: int
    end: int
    weak: bool = False


_REFUSING = (
    "no|not|without|never|instead of|rather than|stop|enough|skip|apart from|thanks for|except|knew|"
    "(?:before|after)(?: (?:the|a|my|your|this|that|any|another|last|first|see|look at))+"
)
_BETWEEN = (
    "give|giving|me|show|tell|want|wanted|need|know|have|find|see|ask|for|get|look|looking|at|the|a|any|more|yet|full|"
    "whole|complete|another|further|just|only|direct|final|correct|of|to|your|as|in|with|use|that|those|actual|please|"
    "reveal|an|so|many|much|next|really|all|immediately|now|already|is|are|it|this|you|i|we|should|can|do"
)
_TURNED_DOWN = gated_normal(rf"\b(?:{_REFUSING})(?:(?: (?:{_BETWEEN})){{1,6}}[ ,]*| *|(?<!not), *)$")
_CAN_BE_TURNED_DOWN = frozenset({Act.HINT, Act.SOLUTION, Act.STATEMENT, Act.PRACTICE, Act.EXPLAIN, Act.HELP})


def turned_down(text: str, match: Match) -> bool:
    """Whether a request is named only to be refused: "not the solution", "no more hints"."""
    return (
        match.act in _CAN_BE_TURNED_DOWN
        and not text.startswith("clue", match.start)
        and _TURNED_DOWN.may_match(text)
        and _TURNED_DOWN.pattern.search(text[max(0, match.start - 60) : match.start]) is not None
    )


def matches(text: str, rules: Iterable[Rule]) -> list[Match]:
    """The rules that speak in a line and are not turned down, in order; where two overlap, the longer."""
    found = [
        Match(one.act, *match.span(), one.weak)
        for one in rules
        for match in one.pattern.finditer(text)
        if match.end() > match.start()
    ]
    found = [match for match in found if not turned_down(text, match)]
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.weak, match.start - match.end)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def chosen(found: list[Match]) -> Match | None:
    """The request that counts: the last one, a weak one only if there is no other."""
    strong = [match for match in found if not match.weak] or found
    return strong[-1] if strong else None
