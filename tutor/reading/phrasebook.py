"""A second opinion on what a message asks for: the example phrases of `phrases/`, one file an act, one phrase a line.

The rules are sharp and see structure; the phrases are broad. Every word and pair of words of a message votes for the
acts in whose phrases it occurs, by how much oftener than elsewhere (naive Bayes, counted when first needed). To have
another wording understood, add it as a line. `□` in a phrase stands for an array.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from tools.schema import Array
from tutor.reading.message import Act
from tutor.reading.text import DATA, Line, line_of

MAX_TOKENS = 120
"""Words of a message that vote; a request stands in its first lines."""
SMOOTHING = 0.2
"""Added to every count, so that an unseen pair never decides alone."""
SHARPNESS = 0.5
"""Votes of neighbouring words say much the same thing twice; this scales them back."""
TRUST = 5.0
"""How much lead, in votes, the phrases need to outweigh the act that the rules read."""
CLEAR = 2.5
"""The lead that decides where the rules read nothing."""
NEARLY = 3.0
"""The lead over other subjects below which a line that names nothing of the sheet is not taken to be about it."""
STRANGE = 3.0
"""How much more for each word of another world, where the rules take the message for another subject."""
TALKATIVE = 10
"""Words from which on such a word weighs less: who tells a story uses many words that are not the sheet's."""

_ACTS = tuple(Act)
_COLUMNS = {act: column for column, act in enumerate(_ACTS)}
"""The column of each act in the table of votes."""
_TOKEN = re.compile(rf"{DATA}|[^\W\d_]+|(?P<number>\d+)|[?!=:]")


def _features(line: str) -> set[str]:
    """The words and pairs of words of a normalised line, every number as 0."""
    tokens = ["^"]
    for match in _TOKEN.finditer(line):
        tokens.append("0" if match["number"] else match[0])
        if len(tokens) == MAX_TOKENS:
            break
    tokens.append("$")
    return {*tokens, *(" ".join(pair) for pair in pairwise(tokens))}


def phrases(act: Act) -> tuple[str, ...]:
    """The example phrases of an act, as they are written."""
    text = (files("tutor.reading") / "phrases" / f"{act.value}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line)


@cache
def _votes() -> tuple[dict[str, int], Array]:
    """The row of each word and pair in the table of votes, which has a column for each act, in the order of `Act`."""
    rows: dict[str, int] = {}
    seen: list[tuple[int, int]] = []
    for act, column in _COLUMNS.items():
        for phrase in phrases(act):
            line = line_of(phrase.replace(r"\n", "\n")).text
            seen.extend((rows.setdefault(feature, len(rows)), column) for feature in _features(line))
    counts = np.full((len(rows), len(Act)), SMOOTHING)
    np.add.at(counts, tuple(np.array(seen).T), 1.0)
    return rows, np.log(counts / counts.sum(axis=0)) * SHARPNESS


@lru_cache(maxsize=8)
def _speak_for(text: str) -> Array:
    """The votes of a line's text for each act, counted once for all who ask."""
    rows, votes = _votes()
    heard = [rows[feature] for feature in _features(text) & rows.keys()]
    sums = np.asarray(votes.take(sorted(heard), axis=0).sum(axis=0))
    sums.setflags(write=False)
    return sums


def likeliest(line: Line) -> Act:
    """The act whose phrases a line is most like, however little.

    >>> likeliest(line_of("what do i do now"))
    <Act.HINT: 'hint'>
    """
    return _ACTS[int(_speak_for(line.text).argmax())]


def clearly(line: Line, act: Act) -> bool:
    """Whether the phrases of an act speak far louder for a line than those of any other.

    >>> clearly(line_of("how many parameters does that one have"), Act.COMPUTE), clearly(line_of("and b"), Act.HINT)
    (True, False)
    """
    sums, at = _speak_for(line.text), _COLUMNS[act]
    return bool(sums[at] - np.delete(sums, at).max() >= TRUST)


def nearly_elsewhere(line: Line, lead: float = NEARLY) -> bool:
    """Whether the phrases about other subjects speak nearly as loud for a line as those of its likeliest act: no
    more than `lead` below them, or above them by as much where that is negative.

    >>> nearly_elsewhere(line_of("hint for 3b")), nearly_elsewhere(line_of("can you mark this note as important"))
    (False, True)
    """
    sums = _speak_for(line.text)
    unknown = _COLUMNS[Act.UNKNOWN]
    return bool(np.delete(sums, unknown).max() - sums[unknown] <= lead)


def second_opinion(line: Line, ruled: Act | None, strangeness: int = 0) -> Act | None:
    """The act that the phrases and the rules together speak for; `ruled` is what the rules alone read, `strangeness`
    how much of the line is about something else (see scope.py).

    Where that is None the phrases decide only if they are clear; else it stays None, for the conversation to decide.

    >>> second_opinion(line_of("what is left for me to do"), Act.HINT)
    <Act.PROGRESS: 'progress'>
    """
    sums = _speak_for(line.text).copy()
    if ruled is not None:
        sums[_COLUMNS[ruled]] += TRUST
    if ruled is Act.UNKNOWN:
        sums[_COLUMNS[ruled]] += STRANGE * strangeness * min(1, TALKATIVE / (line.text.count(" ") + 1))
    runner_up, best = np.argsort(sums, kind="stable")[-2:]
    return _ACTS[best] if ruled is not None or sums[best] - sums[runner_up] >= CLEAR else None
