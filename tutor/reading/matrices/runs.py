"""Numbers inside a line of prose: rows by slashes (`1 0 1 / 2 2 0`), runs of numbers, single numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tutor.reading.matrices.grid import Malformed, array
from tutor.reading.matrices.lines import bare_cells
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.matrices.rows import split_rows
from tutor.reading.matrices.scalars import counts_parameters, is_setting, scalar
from tutor.reading.message import Found, ReadError
from tutor.reading.numbers import number

_WORD = re.compile(r"\S+")
_NUMERIC = re.compile(r"[\d√½¼¾⅓⅔∞]|sqrt|frac")
"""What a word has in it that begins a run."""
_LEFT, _RIGHT = "([{\"'`$*~", "\"'`$*.!?:)]}"
_OPENING = {")": "(", "}": "{"}
_ROOT = re.compile("sqrt|√")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+%?")
_PERCENT = re.compile(r"[+-]?\d+,\d+%")
_COMMAS = re.compile(r"[+-]?\d+(?:\.\d+)?(?:,[+-]?\d+(?:\.\d+)?)+")
_ABBREVIATED = re.compile(r"\d+(?:\.\d+|,\d{1,2})?[MBkm]")
_COUNTED = re.compile(r"[ ]?(?:params?|parameters?|weights|(?:in )?total)\b")
_NO_PROSE_NUMBER = re.compile(r"\d[-+*x^]\d|/.*/|^0\d|\d-$")
_GLUED = re.compile(r"(?:(?<![<>!=])[=≈]|->|→|(?<=[A-Za-z0-9]):(?=[1-9]\d\d))(?=[-+]?(?:[\d.√½]|\\[dt]?frac|\\sqrt))")
_LAST_OF_LIST = re.compile(r"\s+[-+]?\d+(?:[./]\d+)?(?![\w/.,:%]\w|\w|\s*[,;/&]?\s*(?:and\s+|und\s+)?[-+]?\d)")
_SPACED_GROUPS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_EXCLUDED = re.compile(
    r"\b(?:exercises?|ex|tasks?|parts?|questions?|pages?|chapters?|sections?|hints?|steps?|aufgaben?|rows?|columns?"
    r"|lines?|versions?|slides?|weeks?|sizes?|shape|dims?|strides?|padding|kernels?|index|indices|entries"
    r"|numbers?|between|from|python|torch|figures?|no|nr|problems?|solutions?|cells?)\s*[:.]?\s*\Z|\blayers?\s*\Z",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"[^\s;]+(?:;[^\s;]+)+")  # one line of a spreadsheet: `0,5;1,25`
_NAME_LEFT = re.compile(
    r"(?:(?:^|[\s(])[^\s\d=]{1,12}[ \t]*|\ue000[ \t]*)=(?:[ \t$]*+|[ \t]*+\n\s*+)\Z|=[ \t]*+\n\s*+\Z"
)


class Run(NamedTuple):
    """Numbers side by side: text[start:end], its words, whether rows are separated in it."""

    start: int
    end: int
    words: list[str]
    rows: bool


def runs(text: str) -> Iterator[Claim]:
    """Rows by slashes or semicolons as data; other runs and single numbers as what the words make of them.

    >>> [claim.result.value.tolist() for claim in runs("times V: 1.36 0.70 / 0.96 0.86 ok?")]
    [[[1.36, 0.7], [0.96, 0.86]]]
    """
    if not any(sign.isdigit() for sign in text):
        return
    at = 0
    for line in text.split("\n"):
        alone = line.strip()
        if _TIGHT.fullmatch(alone) and (cells := bare_cells(alone)):
            start = at + line.index(alone)
            yield Claim(start, start + len(alone), array(list(cells), (start, start + len(alone)), loose=True))
        elif any(sign.isdigit() or sign in "∞½¼¾√" for sign in line):
            for run in runs_of(line, at):
                result = _read(text, run)
                if result:
                    yield Claim(run.start, run.end, result)
        at += len(line) + 1


def runs_of(line: str, offset: int) -> Iterator[Run]:
    """The longest stretches of numbers and separators in a line."""
    start, end, words, rows = -1, -1, list[str](), False
    for match in _WORD.finditer(line):
        word, at = match.group(), match.start()
        if not words and not _NUMERIC.search(word):
            continue
        word = word[:-1] if word.endswith(",\\") else word  # `1,\ x`
        core = _opened(word)
        at += len(word) - len(core)
        glued = _GLUED.search(core)
        if (
            glued
            and "://" not in word
            and "[" not in core
            and is_prose_number(_closed(core[glued.end() :].rstrip(",;")))
        ):
            if words:
                yield Run(start, end, words, rows)
                words, rows = [], False
            core, at = core[glued.end() :], at + glued.end()
        opened = len(core) < len(word)
        closing = core.rstrip(",;")
        bare = _closed(closing)
        stops = len(bare) < len(closing)
        if words and word in ("/", ";", "|", "-", ",", "//", "\\\\", "und", "and", "&"):
            if word in ("und", "and", "&"):
                if "," in words and not rows and _LAST_OF_LIST.match(line, match.end()):
                    continue  # "1, -1, 7 and 3"
                yield Run(start, end, words, rows)
                words, rows = [], False
                continue
            words.append("/" if word in ("//", "\\\\", "|") else word)
            rows = rows or word in ("/", ";", "|", "//", "\\\\")
            continue
        if not words and word == "-":
            continue
        if is_prose_number(bare) or (
            not words and _ABBREVIATED.fullmatch(bare) and (bare[-1] != "m" or _COUNTED.match(line, match.end()))
        ):
            if opened and words:
                yield Run(start, end, words, rows)
                words, rows = [], False
            if not words:
                start = offset + at
            words.append(bare)
            end = offset + at + len(bare)
            if bare[-1] in "MBkm":
                end -= 1
                yield Run(start, end, [bare[:-1]], rows)
                words, rows = [], False
                continue
            if core[len(bare) :].strip(_RIGHT) == ";" or ";" in core[len(bare) :]:
                words.append(";")
                rows = True
            elif core.endswith(","):
                words.append(",")
            if stops:
                yield Run(start, end, words, rows)
                words, rows = [], False
        elif words:
            yield Run(start, end, words, rows)
            words, rows = [], False
    if words:
        yield Run(start, end, words, rows)


def _opened(word: str) -> str:
    """A word without the signs of the sentence before it; the parenthesis of `(1+√5)/2` is its own."""
    bare = word.lstrip(_LEFT)
    inside = bare.rstrip(_RIGHT)
    own = word[: -len(bare)].endswith("(") and inside.count(")") > inside.count("(") and _ROOT.search(inside)
    return f"({bare}" if own else bare


def _closed(word: str) -> str:
    """A word without the signs of the sentence behind it; those of `sqrt(0.5)` and `\\frac12{3}` are its own."""
    bare = word.rstrip(_RIGHT)
    for sign in word[len(bare) :]:
        if sign not in _OPENING or bare.count(_OPENING[sign]) <= bare.count(sign):
            break
        bare += sign
    return bare


def is_prose_number(word: str) -> bool:
    """Whether a word in prose is a number and nothing else: no date, time, size, sum or product.

    >>> [is_prose_number(word) for word in ("23,296", "1,5", "3/4", "2024-11-23", "4x4", "14:30", "3b")]
    [True, True, True, False, False, False, False]
    """
    if not word or TAKEN in word or _NO_PROSE_NUMBER.search(word):
        return False
    first = word[0]
    if not (first.isdigit() or first in "+-.√½¼¾⅓⅔∞\\(" or word[:4] in ("sqrt", "nan", "inf")):
        return False
    if word == "inf" or word == "nan":
        return False
    return number(word) is not None or _COMMAS.fullmatch(word) is not None or _PERCENT.fullmatch(word) is not None


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def _read(text: str, run: Run) -> Found | ReadError | None:
    words = run.words
    while words and words[-1] in ("/", ";", ",", "-"):
        words = words[:-1]
    rows = run.rows and any(word in ("/", ";") for word in words)
    if rows and (result := _rows(text, run, words)):
        return result
    values = [word for word in words if word not in ("/", ";", ",", "-")]
    if rows or ("-" in words and len(values) < 2):
        return None
    if len(values) == 1 and (number(values[0]) or _DECIMAL_COMMA.fullmatch(values[0])):
        return scalar(text, run.start, run.end, values[0])
    grouped = " ".join(words)
    if _SPACED_GROUPS.fullmatch(grouped) and counts_parameters(text, run.end):
        return scalar(text, run.start, run.end, grouped.replace(" ", ","))
    return _loose(text, run, words)


def _rows(text: str, run: Run, words: list[str]) -> Found | ReadError | None:
    """Rows separated by `/` or `;`: an array if each has at least two cells, a row by itself if each has one."""
    separator = "/" if "/" in words else ";"
    rows = [row.replace(" ,", ",").strip(" ,;") for row in " ".join(words).split(f" {separator}")]
    if separator == "/" and all(_GROUPED.fullmatch(row) for row in rows):
        return _loose(text, run, [row.replace(",", "") for row in rows])  # counts: 23,296 / 307,392
    try:
        cells = split_rows(rows)
    except Malformed as problem:
        return problem.at((run.start, run.end))
    short = sum(len(row) < 2 for row in cells)
    if separator == "/" and short == len(cells) > 2:
        return _loose(text, run, rows)
    if len(cells) < 2 or short > 1 or (short and len(cells) < 3):
        return None
    return array([list(row) for row in cells], (run.start, run.end), name_before(text, run.start))


def _loose(text: str, run: Run, words: list[str]) -> Found | ReadError | None:
    """Several numbers in a row: data only where an answer is expected, or alone below `name =`."""
    before = text[max(0, run.start - 40) : run.start].split("\n")[-1]
    if _EXCLUDED.search(before):
        return None
    line = " ".join(words).replace(" ,", ",")
    values = [word for word in words if word != ","]
    cells = values if all(number(word) for word in values) and "-" not in values else None
    try:
        cells = cells or split_rows([line])[0]
    except Malformed:
        return None
    if len(cells) < 2:
        return None
    name = name_before(text, run.start)
    result = array(list(cells), (run.start, run.end), name, loose=not name or is_setting(name) or not _shown(text, run))
    return result if isinstance(result, Found) else None


def _shown(text: str, run: Run) -> bool:
    """Whether the run ends its line, behind or below a name and `=`: `v = 1 2 3`, and as Octave shows a row."""
    named = _NAME_LEFT.search(text, max(0, run.start - 40), run.start) is not None
    return named and not text[run.end : run.end + 40].split("\n", 1)[0].strip(" \t$`;.?!")
