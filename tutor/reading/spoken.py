"""Numbers said in words, as in a dictated message: "minus one point five", "sixty one million", "row one three one".

They are rewritten in digits and padded to their length, so that places stay what they are. A single small word ("one",
"two") stays a word unless it stands among the cells of a row, the eigenvalues or the eigenvectors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.german import german_in_digits

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
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_PARTS |= {"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
_ORDINAL_PARTS = ("third", "fifth", "sixth", "eighth", "tenth")
_SIGNS = ("minus", "negative")
_JOINS = ("and", "comma")
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
_FILLING = ("is", "are", "has", "reads", "be", "being", "equals", "equal", "of", "with")

_BEGINNINGS = {*_UNITS, *_TENS, *_SIGNS, "a"}

_WORD = re.compile(r"[a-z]+")
_SPEECH = re.compile(rf"\b(?:{'|'.join((*_TENS, *_UNITS, *_SIGNS, *_SCALES, 'half', 'hundred'))})\b")
_MODEL = re.compile(
    r"(?<!who is )(?<!who's )\b(alex|res|dense|google|mobile|squeeze|eff|efficient|shuffle|conv)([ -])(nets?|next)\b",
    re.IGNORECASE,
)
_NET = r"\b(?:(?:wide )?resnet|resnext|densenet|vgg|mobilenet|efficientnet|shufflenet|squeezenet|inception|swin|vit)"
_DEPTH = re.compile(
    rf"({_NET}[ -]{{1,2}})(one|two) (?:(oh|zero) ({'|'.join(list(_UNITS)[1:10])})|"
    rf"({'|'.join(_TENS)})(?:[ -]({'|'.join(list(_UNITS)[1:10])}))?)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"\b(features|classifier) (?:dot|point) ({'|'.join(list(_UNITS)[:13])})\b", re.IGNORECASE)
_VERSION = re.compile(rf"({_NET}[ -]{{1,2}}(?:v|b|version))[ -]({'|'.join(list(_UNITS)[:10])})\b", re.IGNORECASE)
"""What only a model's name is said like: "dense net one twenty one", "efficient net b zero"."""


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
        more = _small(words, at + (words[at] == "and"))
        if more:
            here, at = here + more[0], more[1]
    return total + here, at


def _part(words: list[str], at: int, counted: bool) -> tuple[int, int, int] | None:
    """A part at a word, "a half", "three quarters" or, not `counted`, "half": above, below, and the word after it."""
    above = 1 if words[at] == "a" else _UNITS.get(words[at], 0)
    if above and words[at + 1] in _PARTS and not (words[at + 1] in _ORDINAL_PARTS and words[at + 2] in _AXES):
        return above, _PARTS[words[at + 1]], at + 2
    return (1, 2, at + 1) if words[at] == "half" and not counted else None


def _mixed(whole: int, above: int, below: int) -> str:
    """A whole number and a part as digits write it."""
    return f"{whole * below + above}/{below}" if below % 3 == 0 else f"{whole + above / below}"


def _said(words: list[str], at: int, among: bool = False) -> _Said | None:
    """The number in words that begins at a word, "a half" only behind a sign or `among` others. `words` ends with
    blanks."""
    start = at
    sign = "-" if words[at] in _SIGNS else ""
    at += bool(sign)
    if (sign or among) and (words[at] in ("a", "half")) and (part := _part(words, at, counted=False)):
        return _Said(f"{sign}{part[0]}/{part[1]}", start, part[2], plain=False)
    read = _whole(words, at)
    if read is None:
        return None
    value, at = read
    written = f"{sign}{value}"
    if words[at] == "point" and words[at + 1] in _UNITS:
        written, at = f"{written}.", at + 1
        while _UNITS.get(words[at], 10) < 10 and words[at + 1] != "point":
            written, at = f"{written}{_UNITS[words[at]]}", at + 1
    elif words[at] in _PARTS and not (words[at] in _ORDINAL_PARTS and words[at + 1] in _AXES):
        written, at = f"{written}/{_PARTS[words[at]]}", at + 1
    elif value and words[at] == "and" and (part := _part(words, at + 1, counted=True)):
        written, at = f"{sign}{_mixed(value, part[0], part[1])}", part[2]
    idle = words[start] == "a" and at == start + 2 and words[at] not in _COUNTED
    return _Said(written, start, at, idle or (at == start + 1 and value <= 10))


def _run(words: list[str], at: int) -> list[_Said]:
    """The numbers from a word on, with nothing, "and" or "comma" between them."""
    run: list[_Said] = []
    while one := _said(words, at, among=bool(run)):
        run.append(one)
        at = one.end + (words[one.end] in _JOINS)
    return run


def _rows(words: list[str], run: list[_Said]) -> list[list[_Said]]:
    """The rows that go on behind a row without being called rows: "one three then four two and then five three"."""
    rows = _groups(run) if _label(words, run[0].start) == "result" else [run]
    if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
        return rows
    rows = [run]
    while len(run) > 1 and (joint := _joint(words, rows[-1][-1].end)):
        following = _run(words, joint)
        if len(following) != len(run):
            break
        rows.append(following)
    return rows


def _groups(run: list[_Said]) -> list[list[_Said]]:
    """The stretches of a run with nothing between their numbers."""
    groups: list[list[_Said]] = []
    for one in run:
        if groups and groups[-1][-1].end == one.start:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _joint(words: list[str], at: int) -> int | None:
    """The word after one that begins a new row."""
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
    if before in _VECTOR_NAMES and words[at] in _UNITS and words[at + 1] in _FILLING:
        return "numbered vector"
    if before in _AXES:
        return "row" if at > 1 and words[at - 2] in _ORDINALS else "numbered row"
    if before in _RESULTS:
        return "result"
    return "values" if before in _VALUES else "vectors" if before in _VECTORS else ""


def _vectors(words: list[str], run: list[_Said]) -> list[_Said]:
    """ "one zero and zero one" as vectors in parentheses, where all are equally long."""
    groups = _groups(run)
    if len({len(group) for group in groups}) > 1 or len(groups[0]) < 2:
        return run
    return [
        _Said(f"({','.join(one.written for one in group)})", group[0].start, group[-1].end, plain=False)
        for group in groups
    ]


def _depth(match: re.Match[str]) -> str:
    """ "resnet one fifty two" as "resnet 152", padded to its length."""
    hundreds, _, unit_after_oh, tens, unit = (group and group.lower() for group in match.groups()[1:])
    below = _UNITS[unit_after_oh] if unit_after_oh else _TENS[tens] + (_UNITS[unit] if unit else 0)
    return f"{match[1]}{_UNITS[hundreds] * 100 + below}".ljust(len(match[0]))


def _version(match: re.Match[str]) -> str:
    return f"{match[1]}{_UNITS[match[2].lower()]}".ljust(len(match[0]))


def _dotted(match: re.Match[str]) -> str:
    return f"{match[1]}.{_UNITS[match[2].lower()]}".ljust(len(match[0]))


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
    text = _MODEL.sub(r"\1\3\2", text)
    if not _SPEECH.search(text.lower()):
        return text
    text = _DOTTED.sub(_dotted, _VERSION.sub(_version, _DEPTH.sub(_depth, text)))
    lower = text.lower()
    if len(lower) != len(text):
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
            write(f"{words[at - 1]}{_UNITS[words[at]]}", at - 1, at + 1)
            at += 2
            label = "vectors"
        run = _run(words, at)
        if not run:
            at += 1
            continue
        rows = _rows(words, run)
        at = rows[-1][-1].end
        cells = len(rows) > 1 or (label not in ("", "result") and (len(run) > 1 or not run[0].plain))
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
