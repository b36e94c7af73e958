"""Numbers said in words, as in a dictated message: "minus one point five", "sixty one million", "row one three one".

They are rewritten in digits and padded to their length, so that places stay what they are. A single small word ("one",
"two") stays a word unless it stands among the cells of a row, the eigenvalues or the eigenvectors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_SCALES = {"thousand": 1000, "million": 1_000_000}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_SIGNS = ("minus", "negative")
_AXES = ("row", "line", "column", "rows", "columns")
_ORDINALS = ("first", "second", "third", "fourth", "last", "next", "final", "top", "bottom", "middle", "other")
_VALUES = ("eigenvalue", "eigenvalues", "lambdas", "values")
_VECTORS = ("eigenvectors", "eigenvector", "vectors", "vector")
_FILLING = ("is", "are", "has", "reads", "be", "being", "equals", "of", "with")

_WORD = re.compile(r"[a-z]+")
_SPEECH = re.compile(rf"\b(?:{'|'.join((*_TENS, *_UNITS, *_SIGNS, 'half'))})\b")
_MODEL = re.compile(
    r"(?<!who is )(?<!who's )\b(alex|res|dense|google|mobile|squeeze|efficient|shuffle|conv)([ -])(nets?|next)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Said:
    """A number in words: how digits write it, and the words it takes. It is `plain` where it is one small word."""

    written: str
    start: int
    end: int
    plain: bool


def _small(words: list[str], at: int) -> tuple[int, int] | None:
    """The number below a hundred at a word, and the word after it."""
    if words[at] in _TENS:
        unit = _UNITS.get(words[at + 1], 0)
        return (_TENS[words[at]] + unit, at + 2) if 0 < unit < 10 else (_TENS[words[at]], at + 1)
    return (_UNITS[words[at]], at + 1) if words[at] in _UNITS else None


def _whole(words: list[str], at: int) -> tuple[int, int] | None:
    """The whole number at a word, and the word after it."""
    first = _small(words, at)
    total, here, at = (0, *first) if first else (0, 0, at)
    if first is None:
        return None
    while words[at] == "hundred" or words[at] in _SCALES:
        if words[at] == "hundred":
            here, at = here * 100, at + 1
        else:
            total, here, at = total + here * _SCALES[words[at]], 0, at + 1
        more = _small(words, at + (words[at] == "and"))
        if more:
            here, at = here + more[0], more[1]
    return total + here, at


def _said(words: list[str], at: int) -> _Said | None:
    """The number in words that begins at a word. `words` ends with blanks."""
    start = at
    sign = "-" if words[at] in _SIGNS else ""
    read = _whole(words, at + bool(sign))
    if read is None:
        return None
    value, at = read
    written = f"{sign}{value}"
    if words[at] == "point" and words[at + 1] in _UNITS:
        written, at = f"{written}.", at + 1
        while _UNITS.get(words[at], 10) < 10 and words[at + 1] != "point":
            written, at = f"{written}{_UNITS[words[at]]}", at + 1
    elif words[at] in _PARTS and not (words[at] == "third" and words[at + 1] in _AXES):
        written, at = f"{written}/{_PARTS[words[at]]}", at + 1
    return _Said(written, start, at, at == start + 1 and value <= 10)


def _run(words: list[str], at: int) -> list[_Said]:
    """The numbers from a word on, with nothing or "and" between them."""
    run: list[_Said] = []
    while one := _said(words, at):
        run.append(one)
        at = one.end + (words[one.end] == "and")
    return run


def _label(words: list[str], at: int) -> str:
    """What the numbers from a word on are: "row", "values", "vectors", or nothing that is known."""
    while at and words[at - 1] in _FILLING:
        at -= 1
    before = words[at - 1] if at else ""
    if before in _AXES:
        return "row" if at > 1 and words[at - 2] in _ORDINALS else "numbered row"
    return "values" if before in _VALUES else "vectors" if before in _VECTORS else ""


def _vectors(words: list[str], run: list[_Said]) -> list[_Said]:
    """ "one zero and zero one" as vectors in parentheses, where all are equally long."""
    groups: list[list[_Said]] = []
    for one in run:
        if groups and groups[-1][-1].end == one.start:
            groups[-1].append(one)
        else:
            groups.append([one])
    if len({len(group) for group in groups}) > 1 or len(groups[0]) < 2:
        return run
    return [
        _Said(f"({','.join(one.written for one in group)})", group[0].start, group[-1].end, plain=False)
        for group in groups
    ]


def in_digits(text: str) -> str:
    """The text with spoken numbers in digits, each padded to the length it had.

    >>> in_digits("first row one three minus one").split()
    ['first', 'row', '1', '3', '-1']
    >>> in_digits("alex net has sixty one million parameters").split()
    ['alexnet', 'has', '61000000', 'parameters']
    >>> in_digits("exercise one part two"), in_digits("the conv one")
    ('exercise one part two', 'the conv one')
    """
    text = _MODEL.sub(r"\1\3\2", text)
    lower = text.lower()
    if len(lower) != len(text) or not _SPEECH.search(lower):
        return text
    places = [match.span() for match in _WORD.finditer(lower)]
    words: list[str] = []
    index: list[int] = []
    for number, (start, end) in enumerate(places):
        if number and lower[places[number - 1][1] : start].strip(" -,"):
            words.append("")  # nothing is said across a full stop or a line
            index.append(number)
        words.append(lower[start:end])
        index.append(number)
    words += [""] * 3
    pieces: list[str] = []
    done = at = 0
    while at < len(index):
        label = _label(words, at) if words[at] in _UNITS or words[at] in _TENS or words[at] in _SIGNS else ""
        if label == "numbered row":
            at += 1
            label = "row"
        run = _run(words, at)
        if not run:
            at += 1
            continue
        at = run[-1].end
        cells = label and (len(run) > 1 or not run[0].plain)
        for one in _vectors(words, run) if label == "vectors" else run:
            if one.plain and not cells:
                continue
            start, end = places[index[one.start]][0], places[index[one.end - 1]][1]
            if len(one.written) <= end - start:
                pieces += [text[done:start], one.written.ljust(end - start)]
                done = end
    return "".join([*pieces, text[done:]])
