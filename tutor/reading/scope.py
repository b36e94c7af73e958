"""Whether a message is about the sheet at all: how much of it the reader understands.

A cue word is not enough ("help with my taxes", "what is the capital of France"): what the cue is about must be known
too. Words that no rule and no vocabulary covers count against the words of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor.reading.gate import gated
from tutor.reading.text import Line
from tutor.reading.words.foreign import EVERYDAY, SUBJECTS
from tutor.reading.words.general import GENERAL
from tutor.reading.words.subject import STRONG, WEAK

_WORDS = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_STRONG = frozenset(STRONG.values())
_WEAK = frozenset(WEAK.values())
_EVERYDAY = EVERYDAY | {word for word in GENERAL if len(word) > 3}
"""Words that name things or say how they are; the short ones are sighs."""
_SUBJECTS = gated(rf"\b(?:{SUBJECTS})\b")
_POINTS_BACK = re.compile(
    r"^[ ,]*(?:(?:so|and|ok|please|but|then) )*(?:what now|what (?:do|should|can|must|could|would) (?:i|we|"
    r"you)(?: (?:do|try|"
    r"say))?(?: now| next| here| about it)?|why(?: not| is that)?|how come|what is (?:the |my )?(?:solution|"
    r"answer|problem|reason|mistake|fix|"
    r"wrong)|any (?:idea|hint|tip)|how(?: do (?:i|we) (?:fix|solve) (?:it|this|that))?|help(?: me)?|solve (?:it|"
    r"this|that)|explain(?: (?:it|this|that))?)"
    r"(?: please)?[ .!?]*$"
)
"""A request that says nothing by itself: what went before tells what it is about."""
_BREAK = re.compile(r"[.!?;,:](?!\d)|\b(?:but|so|and)\b")
_END = re.compile(r"[.!?](?= |$)")
_ALGEBRA = gated(
    r"\b\d*[xyz]\s?\^\s?\d|\b\d+[xyz]\b|\b[xyz]'|"
    r"\bd[xy]\b|\b[xyz]\s?[-+*/]\s?(?:\d+|[xyz])\s?=|"
    r"\b\d+\s?[-+*/]\s?\d+\s?=?\s?\?|"
    r"^what is \d+\s?(?:[-+*/x]|plus|minus|times|multiply|divide by)\s?\d+|"
    r"^\d+\s?[-+*/]\s?\d+\s?=?$"
)


_EQUATION = gated(r"\b[xyz]\s?[-+*/]\s?(?:\d+|[xyz])\s?=")
"""An equation to solve, as this sheet has none."""


def evidence(text: str) -> float:
    """How much of the sheet's vocabulary a line uses: a word of its own counts 2, a shared one 1."""
    words = {word for compound in _WORDS.findall(text) for word in (compound, *compound.split("-"))}
    return 2 * len(words & _STRONG) + len(words & _WEAK)


def everyday(line: Line) -> bool:
    """Whether a line speaks of anything that may be outside the sheet, rather than only asking."""
    return bool(line.unknown) or not _EVERYDAY.isdisjoint(_WORDS.findall(line.text))


def has_subject(text: str) -> bool:
    """Whether a line names a subject, tool or system that is none of the sheet's."""
    return _subjects(text) > 0


@lru_cache(maxsize=8)
def _subjects(text: str) -> int:
    """How many subjects that are not ours a line names; several stations ask the same."""
    return sum(1 for _ in _SUBJECTS.finditer(text))


@lru_cache(maxsize=8)
def _algebraic(text: str) -> bool:
    """Whether a line has the algebra of other sheets in it."""
    return _ALGEBRA.search(text) is not None


def strangeness(line: Line) -> int:
    """How much of a line belongs to another world: its unknown words, and thrice the subjects that are not ours."""
    return len(line.unknown) + 3 * _subjects(line.text) + 3 * _algebraic(line.text)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around text[start:end]."""
    before = max((match.end() for match in _BREAK.finditer(text, 0, start)), default=0)
    after = _BREAK.search(text, end)
    return before, after.start() if after else len(text)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around text[start:end]."""
    before = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    after = _END.search(text, end)
    return before, after.start() if after else len(text)


def out_of_scope(
    line: Line, request: tuple[int, int] | None, grounded: bool, polite: Sequence[tuple[int, int]] = ()
) -> bool:
    """Whether a line is about something else.

    `grounded` lines name an exercise, a model or a setting. A clear `request` whose own clause holds no strange word is
    meant for the tutor, whatever is told around it. `polite` spans are thanks and greetings.
    """
    subjects = _subjects(line.text)
    if _EQUATION.search(line.text) and not grounded:
        return True
    near = slice(*(_clause if grounded else _sentence)(line.text, *request)) if request else slice(0)
    if request and not (subjects and _SUBJECTS.search(line.text[near])):
        start, end = _clause(line.text, *request)
        empty = _POINTS_BACK.match(line.text[start:end]) and not evidence(line.text)
        if not empty and (start > 0 or end < len(line.text)) and not any(start <= at < end for at, _ in line.unknown):
            return False
    unknown = [at for at, _ in line.unknown if not any(start <= at < end for start, end in polite)]
    strange = len(unknown) + 3 * subjects
    if not strange:
        return _algebraic(line.text) and not grounded
    known = evidence(line.text) + (4 if grounded else 0)
    strong = any(word in _STRONG for word in _WORDS.findall(line.text))
    if grounded:
        return strange > known
    if strong:
        return strange >= known
    return strange * 3 > known
