"""Discouragement, which is met with one kind sentence."""

from __future__ import annotations

from tutor.reading.gate import gated

_DISCOURAGED = gated(
    r"\b(?:(?:going to|will|gonna) (?:fail|flunk|die)|(?:i|we) (?:fail|failed|suck)|hopeless|(?:give|"
    "giving) up|(?:too|so|am|feel|feeling) (?:dumb|bad at|stupid)|never (?:get|understand|make|pass|"
    "learn|going to)|(?:hate|despise) (?:this|math|it)|can not do (?:this|it|math)|makes me (?:cry|"
    r"sad)|want to cry|crying|frustrat\w+|depress\w+|overwhelmed|desperate|verzweifel\w*|exhausted|"
    "no chance|too hard for me|not smart enough|not good enough|impossible|pointless|waste of time|"
    r"dropping out|drop out|quit)\b|"
    r"\b(?:is|are|look|seem|feel|find (?:it|this|that|\d[a-c]?))"
    r" (?:just |really |way |much |far )*(?:too|so|very|super)"
    r" (?:\w+ )?(?:hard|difficult|tough|confusing|complicated)\b(?! ?\?| (?:as|to say))|"
    r"^\W*(?:\w+ )?(?:this|that|it) is (?:quite |pretty |rather |actually |really |just )?"
    r"(?:hard|difficult|tough|confusing|complicated)(?: for me| stuff)?[ .!]*$"
)


def discouraged(text: str) -> bool:
    """Whether a line sounds discouraged.

    >>> discouraged("i am going to fail"), discouraged("3c is so hard"), discouraged("this is hard")
    (True, True, True)
    >>> discouraged("is this hard ?"), discouraged("that is hard to say")
    (False, False)
    """
    return _DISCOURAGED.search(text) is not None
