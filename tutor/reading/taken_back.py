"""What a message takes back and says again: "1 2, no sorry, 1 3 -1". What was said last counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from tutor.reading.message import Found
from tutor.reading.numbers import number

MAX_BETWEEN = 80
"""Longest text between what is taken back and what is said instead."""
_SIGHS = (
    r"(?:oh|ah+|er+m?|u[hm]+|hm+|äh+m?|ach|argh?|ugh|damn|shit|well|but|and|ok|okay|lol|i (?:made|had) an?|"
    r"that was|i was)"
)
_BACK = (
    r"no+|nope|sorry|sry|wait|hang on|hold on|scratch that|strike that|correction|corrected|i mean|i meant|meant|oops|"
    r"ups|whoops|my bad|make (?:that|it)|or rather|rather|wrong|typo|mistake|actually|nein|nee|quatsch|moment|warte|"
    r"halt|ich meine?|meine|forget that|not that|that'?s (?:wrong|not right|not it)|misread|miscounted|mistyped|"
    r"verrechnet|vertippt|verzeihung|doch"
)
_NTH = r"(?:first|second|third|fourth|last|top|bottom|1st|2nd|3rd|erste|zweite|dritte|letzte)"
_AGAIN = (
    r"it'?s|that'?s|that|this|it|i|get|got|have|now|is|are|be|should|must|would|say|read|"
    r"the|my|a|an|answer|result|matrix|total|count|output|"
    r"(?:row|zeile|column)(?: ?\d(?= ?(?:is|ist|[:=]))|(?! ?\d))|line|entry|number|one|so|make|as|to|"
    rf"in fact|of course|really|exactly|precisely|here|again|es ist|das ist|ist|sind|die|der|das|sollte|sein|es|{_NTH}"
)
_GAP = r"(?:[\s,.;:!=…]|-(?=[\s-]))*+"
_BETWEEN = (
    rf"[)}}\]$*`~]*{_GAP}(?:{_SIGHS}\b{_GAP})*+(?:{_BACK})\b{_GAP}"
    rf"(?:(?:{_SIGHS}|{_BACK}|{_AGAIN}|[A-Z](?= ?[=:]))\b{_GAP})*+[$`({{\[*]*"
)
_TAKEN_BACK = re.compile(_BETWEEN, re.IGNORECASE)
_ONE_NUMBER = re.compile(
    rf"{_BETWEEN}(?P<number>[-+−]?\d{{1,9}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,9}})?(?:/\d{{1,4}})?)"
    r"(?=\s*(?:$|\n|[.,;!?)](?!\d)|right\b|correct\b|ok\b|then\b|now\b|instead\b|of course\b|i think\b|maybe\b))"
    r"(?!,? ?[-−]?\d)",
    re.IGNORECASE,
)
"""A number said instead that nothing else makes data."""


def said_last(found: Sequence[Found], text: str) -> tuple[Found, ...]:
    """The arrays without those that the words behind them take back; what is said instead keeps their name.

    >>> import numpy as np
    >>> text = "row 1: 1 2.. no sorry, 1 3 -1"
    >>> first = Found(name="row 1", value=np.array([1.0, 2.0]), span=(7, 10))
    >>> second = Found(value=np.array([1.0, 3.0, -1.0]), span=(23, 29))
    >>> [(one.name, one.value.tolist()) for one in said_last([first, second], text)]
    [('row 1', [1.0, 3.0, -1.0])]
    """
    kept = list[Found]()
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and _instead(before, one, text):
            kept[-1] = _restated(before, one)
        else:
            kept.append(one)
    return tuple(_mended(one, text, behind) for one, behind in zip_longest(kept, kept[1:]))


def _mended(one: Found, text: str, behind: Found | None) -> Found:
    """The array with the one number said instead of its last, where that was not read: "the top left is 2, no, 1"."""
    said = _ONE_NUMBER.match(text, one.span[1]) if one.value.ndim < 2 else None
    if said is None or (behind is not None and said.end() > behind.span[0]):
        return one
    read = number(said["number"].replace("−", "-"))
    if read is None:
        return one
    instead = Found(value=np.array(read.value), span=said.span("number"), decimals=read.decimals, loose=True)
    return _restated(one, instead)


def _instead(one: Found, other: Found, text: str) -> bool:
    """Whether the second takes the place of the first: an array of as many sides, or the last number of a row."""
    between = text[one.span[1] : other.span[0]]
    named_apart = None not in (one.name, other.name) and one.name != other.name
    if named_apart or not 0 < len(between) <= MAX_BETWEEN or "\n\n" in between or "?" in between:
        return False
    sides = one.value.ndim == other.value.ndim or (one.value.ndim == 1 and other.value.ndim == 0)
    return sides and _TAKEN_BACK.fullmatch(between) is not None


def _restated(one: Found, other: Found) -> Found:
    value = other.value
    if one.value.ndim > value.ndim:
        value = np.append(one.value[:-1], value)
    return other.model_copy(update={"name": one.name or other.name, "value": value, "loose": one.loose and other.loose})
