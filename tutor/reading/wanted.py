"""Whether a message that changes numbers wants to know what comes out: "divide by 3. C?"."""

from __future__ import annotations

import re

from tutor.reading.draft import Draft
from tutor.reading.message import THAT

_EXPLAINS = re.compile(
    r"\b(?:why|reason|explain|mean|understand|differen\w+|do i|should i|must i|have to|need|how come|hint|"
    r"matter|allowed|point)\b"
)
_RESULT = re.compile(
    r"\bwhat is\b[^.?!]{0,40}\bthen[ ?.!]*$|"
    r"\bwhat is (?:a|y|c|context|the (?:context|result|output))(?: (?:then|now|here|in exercise \d))*[ ?.!]*"
    r"(?:\(exercise \d[a-c]?\))?[ .?!]*$|"
    r"(?:[,.;:!)] |\b(?:and|then|so|now) )(?:the )?c(?: then| now)? ?=? ?\?+ *$|"
    r"\b(?:what (?:do i get|come out)(?: then| now)?|(?:give|equal|yield|is|=)) ?\?+ *$|"
    r"^(?:the )?c (?:in|for|of)\b[^.?!]{0,30}\b(?:when|if|with|without|where)\b[^.!]{1,80}\?+ *$"
)
_SETS = re.compile(
    r"\b(?:with|if|when|for|then|now|what|use|take|compute|instead|new)\b|"
    r"^(?:please |and |just )?(?:double|triple|halve|increase|raise|bump|add|subtract|decrease|"
    r"reduce|lower|swap|exchange|switch|negate|flip|change|multiply)\b"
)
MAX_GAPS = 6
"""Blanks in a line of few words."""
_ATTENDING = ("scale", "softmax", "is_causal")
"""Settings beside which a bare C is the context matrix, not a part."""
_GIVEN = ("scale", "Q", "K", "V")
"""What attention is given: who changes it and asks for C wants it computed."""


def _changed(draft: Draft) -> bool:
    return any(change.how not in ("drop", "entry") for change in draft.changes)


def asks_for_result(draft: Draft) -> bool:
    """Whether attention is changed and its result asked for, with nothing handed in: "scores / 4, C = ?"."""
    attends = not draft.stated.keys().isdisjoint(_ATTENDING) or any(one.setting in _GIVEN for one in draft.changes)
    handed_in = draft.firm or draft.proposed is not None
    return attends and not handed_in and _RESULT.search(draft.text) is not None and not _EXPLAINS.search(draft.text)


def changes_numbers(draft: Draft) -> bool:
    """Whether the words put a matrix or a setting in another's place and ask what comes out."""
    changed = _changed(draft) or ("eigenvalues" in draft.inputs and not draft.firm)
    return changed and _EXPLAINS.search(draft.text) is None and _SETS.search(draft.text) is not None


def names_changed(draft: Draft) -> bool:
    """Whether the words name a setting that they change."""
    return any(change.setting != THAT for change in draft.changes)


def changes_alone(draft: Draft) -> bool:
    """Whether a few words change a setting and say nothing else: "undo the classes", "stride *= 2"."""
    short = draft.text.count(" ") < MAX_GAPS and not draft.line.unknown
    return short and names_changed(draft) and not _EXPLAINS.search(draft.text)
