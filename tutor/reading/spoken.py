"""Numbers said in words, as in a dictated message: "minus one point five", "sixty one million", "row one three one".

They are rewritten in digits and padded to their length, so that places stay what they are. A single small word ("one",
"two") stays a word unless it stands among the cells of a row, the eigenvalues or the eigenvectors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.gate import gated_text
from tutor.reading.german import german_in_digits
from tutor.reading.needed import lowered
from tutor.reading.spoken_names import TENS, UNITS, models_joined, names_in_digits

_SCALES = {"thousand": 1000, "million": 1_000_000}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_PARTS |= {"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
_ORDINAL_PARTS = ("third", "fifth", "sixth", "eighth", "tenth")
_SIGNS = ("minus", "negative")
_JOINS = ("and", "comma")
_COMMA = ","
"""A written comma among the words."""
_NOUGHT = ("oh", "o", "nought", "naught", "zero")
_REFERRING = ("exercise", "part", "task", "question", "number", "hint", "step", "ex", "problem", "version", "page")
_AXES = ("row", "line", "column", "rows", "columns")
_ORDINALS = ("first", "second", "third", "fourth", "last", "next", "final", "top", "bottom", "middle", "other")
_VALUES = ("eigenvalue", "eigenvalues", "lambdas", "values")
_VECTORS = ("eigenvectors", "eigenvector", "vectors", "vector")
_COUNTED_WORDS = (
    "class classes category categories label labels output outputs input inputs neurons units features channels "
    "filters parameters params weights by x"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
"""What "a hundred" counts where it is meant as a number."""
_VECTOR_NAMES = ("v", "q", "u")
_RESULTS = ("scores", "matrix", "weights", "context", "output", "result", "answer", "rows", "got", "get", "have")
"""What equally long groups of small numbers are the rows of: "the scores are four seven three and one two one"."""
_FILLING = (_COMMA, "is", "are", "has", "reads", "be", "being", "equals", "equal", "of", "with")

_BEGINNINGS = {*UNITS, *TENS, *_SIGNS, *_NOUGHT, "a", "point"}

_WORD = re.compile(r"[a-z]+")
_SPEECH = gated_text(rf"\b(?:{'|'.join((*TENS, *UNITS, *_SIGNS, *_SCALES, 'half', 'hundred'))})\b")


@dataclass(frozen=True)
class _Said:
    """A number in words: how digits write it, and the words it takes. It is `plain` where it is one small word."""

    written: str
    start: int
    end: int
    plain: bool


def _small(words: list[str], at: int) -> tuple[int, int] | None:
    """The number below a hundred at a word, and the word after it."""
    if words[at] in TENS:
        unit = UNITS.get(words[at + 1], 0)
        return (TENS[words[at]] + unit, at + 2) if 0 < unit < 10 else (TENS[words[at]], at + 1)
    return (UNITS[words[at]], at + 1) if words[at] in UNITS else None


def _whole(words: list[str], at: int) -> tuple[int, int] | None:
    """The whole number at a word, and the word after it."""
    named = words[at] == "a" and (words[at + 1] == "hundred" or words[at + 1] in _SCALES)
    first = (1, at + 1) if named else _small(words, at)
    if first is None:
        return None
    total, (here, at) = 0, first
    while words[at] == "hundred" or words[at] in _SCALES:
        if words[at] == "hundred":
            here, at = here * 100, at + 1
        else:
            total, here, at = total + here * _SCALES[words[at]], 0, at + 1
        more = _small(words, at + (words[at] == "and" or (not here and words[at] == _COMMA)))
        if more:
            here, at = here + more[0], more[1]
    return total + here, at


def _part(words: list[str], at: int, counted: bool) -> tuple[int, int, int] | None:
    """A part at a word, "a half", "three quarters" or, not `counted`, "half": above, below, and the word after it."""
    above = 1 if words[at] == "a" else UNITS.get(words[at], 0)
    if above and words[at + 1] in _PARTS and not (words[at + 1] in _ORDINAL_PARTS and words[at + 2] in _AXES):
        return above, _PARTS[words[at + 1]], at + 2
    return (1, 2, at + 1) if words[at] == "half" and not counted else None


def _mixed(whole: int, above: int, below: int) -> str:
    """A whole number and a part as digits write it."""
    return f"{whole * below + above}/{below}" if below % 3 == 0 else f"{whole + above / below}"


def _digit(word: str) -> int | None:
    """One digit of a decimal; "one point oh five"."""
    return 0 if word in _NOUGHT else UNITS[word] if UNITS.get(word, 10) < 10 else None


def _said(words: list[str], at: int, among: bool = False) -> _Said | None:
    """The number in words that begins at a word, "a half" only behind a sign or `among` others. `words` ends with
    blanks."""
    start = at
    sign = "-" if words[at] in _SIGNS else ""
    at += bool(sign)
    if (sign or among) and (words[at] in ("a", "half")) and (part := _part(words, at, counted=False)):
        return _Said(f"{sign}{part[0]}/{part[1]}", start, part[2], plain=False)
    read = _whole(words, at)
    if read is None and words[at] in _NOUGHT and words[at + 1] == "point":
        read = (0, at + 1)
    elif read is None and (sign or among) and words[at] == "point" and _digit(words[at + 1]) is not None:
        read = (0, at)
    if read is None:
        return None
    value, at = read
    written = f"{sign}{value}"
    if words[at] == "point" and _digit(words[at + 1]) is not None:
        written, at = f"{written}.", at + 1
        first = at
        while (digit := _digit(words[at])) is not None and (at == first or words[at + 1] != "point"):
            written, at = f"{written}{digit}", at + 1
    elif words[at] in _PARTS and not (words[at] in _ORDINAL_PARTS and words[at + 1] in _AXES):
        written, at = f"{written}/{_PARTS[words[at]]}", at + 1
    elif value and words[at] == "and" and (part := _part(words, at + 1, counted=True)):
        written, at = f"{sign}{_mixed(value, part[0], part[1])}", part[2]
    idle = words[start] == "a" and at == start + 2 and words[at] not in _COUNTED
    return _Said(written, start, at, idle or (at == start + 1 and value <= 10))


def _run(words: list[str], at: int) -> list[_Said]:
    """The numbers from a word on, with nothing, a comma, "and" or "comma" between them."""
    run: list[_Said] = []
    while one := _said(words, at, among=bool(run) or words[at] == "point"):
        run.append(one)
        at = one.end + (words[one.end] == _COMMA)
        at += words[at] in _JOINS
    return run if len(run) > 1 or words[run[0].start if run else at] != "point" else []


def _rows(words: list[str], run: list[_Said]) -> list[list[_Said]]:
    """The rows that go on behind a row without being called rows: "one three then four two and then five three"."""
    rows = _groups(words, run) if _label(words, run[0].start) == "result" else [run]
    if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
        return rows
    rows = [run]
    while len(run) > 1 and (joint := _joint(words, rows[-1][-1].end)):
        following = _run(words, joint)
        if len(following) != len(run):
            break
        rows.append(following)
    return rows


def _groups(words: list[str], run: list[_Said]) -> list[list[_Said]]:
    """The stretches of a run with no "and" between their numbers, or no comma either if these then are equally long."""

    def apart(joins: tuple[str, ...]) -> list[list[_Said]]:
        groups: list[list[_Said]] = []
        for one in run:
            if groups and words[one.start - 1] not in joins:
                groups[-1].append(one)
            else:
                groups.append([one])
        return groups

    groups, finer = apart(_JOINS), apart((*_JOINS, _COMMA))
    even = len({len(group) for group in finer}) == 1 and len(finer[0]) > 1
    return finer if even and not len({len(group) for group in groups}) == 1 < len(groups) else groups


def _joint(words: list[str], at: int) -> int | None:
    """The word after one that begins a new row."""
    at += words[at] == _COMMA
    start = at
    at += words[at] == "and"
    at += words[at] == "then"
    if words[at] in ("next", "new") and words[at + 1] in ("row", "line"):
        at += 2
    return at if at > start + (words[start] == "and") else None


def _label(words: list[str], at: int) -> str:
    """What the numbers from a word on are: "row", "values", "vectors", or nothing that is known."""
    while at and words[at - 1] in _FILLING:
        at -= 1
    before = words[at - 1] if at else ""
    if before in _VECTOR_NAMES and words[at] in UNITS and words[at + 1] in _FILLING:
        return "numbered vector"
    if before in _AXES:
        return "row" if at > 1 and words[at - 2] in _ORDINALS else "numbered row"
    if before in _RESULTS:
        return "result"
    return "values" if before in _VALUES else "vectors" if before in _VECTORS else ""


def _vectors(words: list[str], run: list[_Said]) -> list[_Said]:
    """ "one zero and zero one" as vectors in parentheses, where all are equally long."""
    groups = _groups(words, run)
    if len({len(group) for group in groups}) > 1 or len(groups[0]) < 2:
        return run
    return [
        _Said(f"({','.join(one.written for one in group)})", group[0].start, group[-1].end, plain=False)
        for group in groups
    ]


def _decimals(words: list[str], run: list[_Said]) -> bool:
    """Whether numbers side by side are cells because some have decimals: "two three point five one point five"."""
    referred = run[0].start > 0 and words[run[0].start - 1] in _REFERRING
    return len(run) > 1 and not referred and any("." in one.written for one in run)


def in_digits(text: str) -> str:
    """The text with spoken numbers in digits, each padded to the length it had.

    >>> in_digits("first row one three minus one").split()
    ['first', 'row', '1', '3', '-1']
    >>> in_digits("alex net has sixty one million parameters").split()
    ['alexnet', 'has', '61000000', 'parameters']
    >>> in_digits("exercise one part two"), in_digits("the conv one")
    ('exercise one part two', 'the conv one')
    """
    text = german_in_digits(text)
    text = models_joined(text)
    if not _SPEECH.search(lowered(text)):
        return text
    text = names_in_digits(text)
    lower = text.lower()
    if len(lower) != len(text):
        return text
    places = [match.span() for match in _WORD.finditer(lower)]
    words: list[str] = []
    index: list[int] = []
    for number, (start, end) in enumerate(places):
        gap = lower[places[number - 1][1] : start].strip(" -") if number else ""
        if gap:
            words.append(_COMMA if gap == _COMMA else "")  # nothing is said across a full stop or a line
            index.append(number)
        words.append(lower[start:end])
        index.append(number)
    words += [""] * 5
    pieces: list[str] = []
    done = at = 0

    def write(written: str, first: int, last: int) -> None:
        """These digits or signs in the place of words."""
        nonlocal done
        start, end = places[index[first]][0], places[index[last - 1]][1]
        if start >= done and len(written) <= end - start:
            scaled = words[last] in _SCALES  # "one point one million": what comes is read with it
            pieces.extend([text[done:start], written.rjust(end - start) if scaled else written.ljust(end - start)])
            done = end

    while at < len(index):
        label = _label(words, at) if words[at] in _BEGINNINGS else ""
        if label == "numbered row":
            at += 1
            label = "row"
        if label == "numbered vector":
            write(f"{words[at - 1]}{UNITS[words[at]]}", at - 1, at + 1)
            at += 2
            label = "vectors"
        run = _run(words, at)
        if not run:
            at += 1
            continue
        rows = _rows(words, run)
        at = rows[-1][-1].end
        named = label not in ("", "result")
        cells = len(rows) > 1 or (named and (len(run) > 1 or not run[0].plain)) or _decimals(words, run)
        for number, row in enumerate(rows):
            if number:
                joint = "/" if label != "row" else f"r{number + 1}:"
                write(joint, rows[number - 1][-1].end, row[0].start)
            for one in _vectors(words, row) if label == "vectors" else row:
                if one is not row[0] and words[one.start - 1] == "comma" and (cells or not one.plain):
                    write(",", one.start - 1, one.start)
                if cells or not one.plain:
                    write(one.written, one.start, one.end)
    return "".join([*pieces, text[done:]])
