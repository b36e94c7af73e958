"""Parameter counts that a sentence claims: "58631144 is what I get", "classifier.6 has 4,097,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from tutor.reading.message import Found

_COUNT = r"(?:\d{1,3}(?:[,.' ]\d{3}){2,3}|\d{1,3}[,']\d{3}|\d{4,10})"
_ANY = re.compile(rf"(?<![\w.,/*+=^-])(?<![\d][x ])(?P<count>{_COUNT})(?![\w*/^]|[.,]\d| ?[x*+/^] ?\d)")
_ASKED = re.compile(
    r"\b(?:how|where|why|wieso|warum|when|woher|what|if|use|using|make|set|mit|wie|wenn|was "
    r"wenn)\b(?:(?!\b(?:gives?|got|get|gets|is|right)\b)[^.?!;\n])*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:has|have|hat|haben|is|are|ist|sind|get|got|getting|gives?|gave|makes?|counted|count|total|sums? "
    r"(?:up )?to|"
    r"adds? (?:up )?to|summe|come (?:to|up with|out (?:at|as|with))|comes (?:to|out (?:at|as|to))|came (?:to|out "
    r"(?:at|as|with))|komme auf|kommt auf|"
    r"bekomme|erhalte|habe|ergibt|ergeben|prints?|says?|returns?|answer|result|contains?|need|needs|found|"
    r"parameter|parameters|params)(?: (?:me|about|exactly|genau|only|nur|in total|insgesamt|of|that|there are|now|"
    r"als|etwa))*|[:=]|->|→)[ $`*]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ $`*]*(?:params?\b|paramet\w+|weights?\b|gewichte\b|is (?:what|the|my)\b|is (?:right|correct|that)|in "
    r"total\b|total\b|insgesamt\b|altogether\b|"
    r"for (?:all|the whole|everything|alexnet|exercise|ex\b|2\b|layer|features|classifier)|(?:right|correct|ok|"
    r"richtig|korrekt|stimmt)\b)",
    re.IGNORECASE,
)
_LAYER = re.compile(
    r"\b(?P<layer>(?:features|classifier)\.\d{1,2})\s{0,3}(?:[;,:=|\t]|->|has|hat|is)[ \t]*$", re.IGNORECASE
)
_ABOUT = re.compile(
    r"param|alexnet|classifier|features|weights|model|layer|torch|net\b|aufgabe ?2|ex\w*\.? ?2|total", re.IGNORECASE
)


def _claimed(text: str) -> Iterator[Found]:
    for match in _ANY.finditer(text):
        start, end = match.span("count")
        line = text[max(0, start - 120) : start].rpartition("\n")[2]
        layer = _LAYER.search(line)
        stated = layer or _BEFORE.search(line) or _AFTER.match(text, end)
        if stated and not _ASKED.search(line):
            value = np.array(float(re.sub(r"\D", "", match["count"])))
            yield Found(name=layer["layer"].lower() if layer else None, value=value, span=(start, end))


def counts_in(text: str) -> tuple[Found, ...]:
    """Counts of at least four digits that a text about parameters states.

    >>> [one.value.item() for one in counts_in("so alexnet has 61.100.840 parameters, right?")]
    [61100840.0]
    >>> counts_in("where does the 9216 in the classifier come from"), counts_in("alexnet in 2012")
    ((), ())
    """
    return tuple(_claimed(text)) if _ABOUT.search(text) else ()
