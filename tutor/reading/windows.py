"""What single windows of a convolution come to: "first window comes to 1, second to 3, third to -1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from tutor.reading.gate import gated_text
from tutor.reading.message import Found
from tutor.reading.numbers import number

_NTH = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9},
    **{"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "last": -1, "final": -1, "letzte": -1},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
}
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = (
    r"(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final|next|1?\d(?:st|nd|rd|th)|"
    r"(?:erste|zweite|dritte|vierte|fünfte|letzte|nächste)[snrm]?|[1-9]\.(?= (?:window|patch|fenster)))"
)
_WINDOW = r"(?:window|patch|fenster|placement|kernel position|position of the kernel|entry|output(?: entry| value)?)"
_NUMBERED = r"#? ?(?P<number>1?\d|one|two|three|four|five|six|seven|eight|nine)(?![\w.]|,\d)"
_HEDGED = r"(?: (?:then|now|also|just|probably|maybe|perhaps|me|a|an|the value|about|exactly|only|dann|auch)\b)*+"
_COMES = (
    rf"{_HEDGED}(?: ?(?:->|→|=>|=|:)| (?:(?:comes?|came|sums?|adds?|works?|is|evaluates) (?:up |out )?(?:to|at|as)|"
    r"(?:might|may|could|should|would|must|will) (?:be|give|come to)|is|was|gives?|gave|yields?|makes?|made|"
    r"equals?|produces?|results? in|i (?:get|got|have)|to|has (?:the )?(?:sum|value)(?: of)?|sum is|value is|ergibt|"
    rf"ist|gibt|macht|kommt auf|auf|zu)){_HEDGED} ?"
)
_SUM = r"(?:[-+*·×() \d.,]{1,80}= ?)?"
_VALUE = (
    rf"(?P<value>[-−–+]? ?\d{{1,4}}(?:\.\d{{1,6}})?|(?:(?:minus|negative) )?(?:{'|'.join(_WORDS)})\b)"
    r"(?![\w/*×·^]|[.,]\d|,? ?[-−–+]?\d| ?[x×*]|,? (?:entries|numbers|cells|values|columns|rows|by|of|out|times|to the|"
    r"steps?|zero|one|two|three|point|and a half|plus|minus)\b)"
)
_FIRST = gated_text(
    rf"\b(?:{_ORDINAL}(?: 2 ?x ?2| little| small| of the)?,? {_WINDOW}s?|{_WINDOW} (?:no\.? ?|number )?{_NUMBERED})"
    rf"(?: (?:of|in) (?:x|the (?:input|image|matrix)))?(?:{_COMES}{_SUM}{_VALUE}|"
    rf",? {_VALUE.replace('<value>', '<bare>')}(?= ?(?:[,;.]|\n|$|and\b)))"
)
_THEN = re.compile(
    r"[ ,;.\n]*(?:(?:and|und|then|dann|but|with|while)\b[ ,]*)*(?:(?:the|das|die|der|for|in|under)\b ?)*"
    rf"(?:{_ORDINAL}(?: (?:one|window|patch|fenster))?|{_WINDOW} {_NUMBERED}|(?P<number_2>\d)(?= ?[=:→]))"
    rf"(?:{_COMES}|,? ){_SUM}{_VALUE}"
)
"""The window after one, in the same breath."""


def windows_in(text: str) -> tuple[Found, ...]:
    """Sums told of single windows: each is the entry of the result that it makes, counted row by row.

    >>> [(one.name, one.value.item()) for one in windows_in("first window comes to 1, second to 3, third to -1")]
    [('entry (1, 1)', 1.0), ('window 2', 3.0), ('window 3', -1.0)]
    >>> windows_in("the first window is 1, 0, 1, 0"), windows_in("the second window is 2 columns on")
    ((), ())
    """
    lower = text.lower()
    return tuple(_told(lower)) if len(lower) == len(text) else ()


def _told(text: str) -> Iterator[Found]:
    done = 0
    for first in _FIRST.finditer(text):
        match: re.Match[str] | None = first if first.start() >= done else None
        at = 0
        while match is not None:
            at = _at(match, at)
            value = _value(match)
            done = match.end()
            if value is not None:
                yield value.model_copy(update={"name": _name(at)})
            match = _THEN.match(text, done)


def _at(match: re.Match[str], before: int) -> int:
    """Which window, from 1; the last is -1."""
    said = match.groupdict()
    nth = said["nth"] or said["number"] or said.get("number_2") or ""
    if nth in ("next", "nächste", "nächstes"):
        return before + 1
    return _NTH.get(nth) or _NTH.get(nth.rstrip("snrm")) or int(re.sub(r"\D", "", nth) or 0)


def _name(at: int) -> str:
    """The first and the last are corners, however wide the result is."""
    return f"entry ({at}, {at})" if at in (1, -1) else f"window {at}"


def _value(match: re.Match[str]) -> Found | None:
    spoken = "value" if match["value"] else "bare"
    said = match[spoken].replace("−", "-").replace("–", "-").replace("minus ", "-").replace("negative ", "-")
    bare = said.lstrip("-+ ")
    written = ("-" if said.startswith("-") else "") + (str(_WORDS.index(bare)) if bare in _WORDS else bare)
    read = number(written)
    return Found(value=np.array(read.value), span=match.span(spoken), decimals=read.decimals) if read else None
