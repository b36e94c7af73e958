"""Dictated cells and rows: "sixty one point one million", "minus one half", "root two over two".

Neighbours in a dictated row are told apart by what cannot go together: "four two two" is three cells, "twenty two" one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tutor.reading.matrices.grid import Cells, array
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import Claim
from tutor.reading.matrices.scalars import scalar
from tutor.reading.message import Found
from tutor.reading.numbers import number


def _counted(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + at * step for at, words_of in enumerate(words.split()) for word in words_of.split("|")}


_UNITS = _counted(
    "zero|oh|nought|null one|ein|eins|eine two|zwei|zwo three|drei four|vier five|fünf six|sechs seven|sieben"
    " eight|acht nine|neun ten|zehn eleven|elf twelve|zwölf thirteen|dreizehn fourteen|vierzehn fifteen|fünfzehn"
    " sixteen|sechzehn seventeen|siebzehn eighteen|achtzehn nineteen|neunzehn",
    0,
)  # fmt: skip
_TENS = _counted(
    "twenty|zwanzig thirty|dreißig forty|fourty|vierzig fifty|fünfzig sixty|sechzig seventy|siebzig eighty|achtzig"
    " ninety|neunzig",
    20,
    10,
)
_HUNDRED = ("hundred", "hundert")
_SCALES = {"thousand": 3, "tausend": 3, "million": 6, "millionen": 6, "millions": 6, "billion": 9}
_PARTS = _counted(
    "half|halves|halfs|halbe third|thirds|drittel quarter|quarters|fourth|fourths|viertel fifth|fifths", 2
)
_PARTS |= {"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
_MINUS, _PLUS = ("minus", "negative"), ("plus", "positive")
_POINT = ("point", "dot", "komma", "punkt")
_ROOT, _OVER, _OF = ("root", "sqrt", "wurzel"), ("over", "durch"), ("of", "aus")
_AND, _ONE = ("and", "und"), ("a", "an")
_BREAKS = ("slash", "semicolon", "newline")
_CONNECTORS = {*_AND, *_ONE, *_OF, *_OVER, *_POINT, *_MINUS, *_BREAKS, "square"}
_NUMERALS = {*_UNITS, *_TENS, *_HUNDRED, *_SCALES}
_VOCABULARY = _NUMERALS.union(_PARTS, _MINUS, _PLUS, _POINT, _ROOT, _OVER, _OF, _AND, _ONE, _BREAKS, ("square",))
_BEGINNING = _VOCABULARY.difference(_AND, _OF, _OVER, _PARTS, _BREAKS)
_TELLING = _NUMERALS.union(_PARTS, _ROOT)
"""Words of which every dictated number has one; "a", "minus" and "point" may stand in any sentence."""
_WORD = re.compile(r"[^\W\d_]++|(?<![\w.])-?\d++(?:\.\d++)?(?!\w|[./]\d)")
_GAP = re.compile(r"\s*(?:,\s*)?|-")
_SMALL_ANSWER = re.compile(r"\b(?:it'?s|it is|is it|i (?:get|got|have)|(?:answer|result|total) is)\s*\Z", re.IGNORECASE)
_MESSAGE_ENDS = re.compile(r"\s*(?:[?.!,]|\Z)")


MAX_WORDS = 400
"""Most words of one dictated array."""


class Word(NamedTuple):
    """A word of a dictated number: text[start:end], and whether a comma stands before it."""

    text: str
    start: int
    end: int
    after_comma: bool


def dictation(text: str, start: int, end: int) -> list[Word]:
    """The words of dictated numbers right from `start` on, without connectors at their end."""
    return _trimmed(_run(text, start, end))


def _run(text: str, start: int, end: int) -> list[Word]:
    """The words right from `start` on that numbers are dictated with."""
    words: list[Word] = []
    at = start
    while len(words) < MAX_WORDS and (match := _WORD.search(text, at, min(end, at + 60))):
        gap = text[at : match.start()]
        word = match.group().lower()
        known = word in _VOCABULARY or word.lstrip("-").replace(".", "").isdigit()
        if not known or not (_GAP.fullmatch(gap) or (not words and not gap.strip(" :,\n"))):
            break
        if word == "sqrt" and text[match.end() : match.end() + 1] == "(":
            break
        words.append(Word(word, match.start(), match.end(), "," in gap))
        at = match.end()
    return words


def _trimmed(words: Sequence[Word]) -> list[Word]:
    """A run without the words at its end that connect it to nothing."""
    length = len(words)
    while length and words[length - 1].text in _CONNECTORS:
        length -= 1
    return list(words[:length])


def is_worded(words: Sequence[Word]) -> bool:
    """Whether some of them are words, not digits."""
    return any(word.text[0].isalpha() for word in words)


def dictated_rows(rows: Sequence[Sequence[Word]]) -> list[list[str]] | None:
    """The cells of dictated rows; digits behind a point go to one number if the rows then fit, else one to each.

    >>> dictated_rows([dictation("one point five zero", 0, 19), dictation("zero one point five", 0, 19)])
    [['1.5', '0'], ['0', '1.5']]
    """
    greedy = [_cells(row, one_decimal=False) for row in rows]
    single = [_cells(row, one_decimal=True) for row in rows]
    for read in (greedy, single):
        if all(read) and len({len(row) for row in read}) == 1:
            return read
    return greedy if all(greedy) else None


def _cells(words: Sequence[Word], *, one_decimal: bool) -> list[str]:
    """The cells of one dictated row; none if a word fits nowhere."""
    reader, cells = _Dictated(words, one_decimal=one_decimal), list[str]()
    while reader.at < len(words):
        reader.take(*_AND)
        cell = reader.cell()
        if cell is None:
            return []
        cells.append(cell)
    return cells


class _Dictated:
    """cell = [sign] (root | number) [part | over (root | number)]; number = integer [point digits] [scale]."""

    def __init__(self, words: Sequence[Word], *, one_decimal: bool = False) -> None:
        self.words = words
        self.one_decimal = one_decimal
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        """The next word, or nothing at the end."""
        return self.words[self.at + ahead].text if self.at + ahead < len(self.words) else ""

    def joined(self) -> str:
        """The next word if no comma stands before it."""
        return "" if self.at < len(self.words) and self.words[self.at].after_comma else self.peek()

    def take(self, *words: str) -> bool:
        """Step over the next word if it is one of these."""
        found = self.peek() in words
        self.at += found
        return found

    def cell(self) -> str | None:
        negative = self.take(*_MINUS)
        if not negative:
            self.take(*_PLUS)
        above = self.operand()
        if above is None:
            return None
        if self.joined() in _PARTS:
            above = f"{above}/{_PARTS[self.peek()]}"
            self.at += 1
        elif self.joined() in _OVER:
            self.at += 1
            below = self.operand()
            if below is None:
                return None
            above = f"{above}/{below}"
        elif self.peek() in _AND and self.peek(1) in _ONE and self.peek(2) in _PARTS:  # one and a half
            above = f"({above}+1/{_PARTS[self.peek(2)]})"
            self.at += 3
        return f"-{above}" if negative else above

    def operand(self) -> str | None:
        """A root or a number."""
        self.take("square")
        if not self.take(*_ROOT):
            return self.decimal()
        self.take(*_OF)
        inside = self.decimal()
        return None if inside is None else f"sqrt({inside})"

    def decimal(self) -> str | None:
        if self.peek() and not self.peek()[0].isalpha():
            self.at += 1
            return self.words[self.at - 1].text
        if self.peek() in ("half", "halbe"):
            return "1"
        whole = self.integer()
        if self.joined() not in _POINT:
            return None if whole is None else str(whole)
        self.at += 1
        digits = ""
        while _UNITS.get(self.joined(), 10) < 10 and not (digits and (self.one_decimal or self.peek(1) in _POINT)):
            digits += str(_UNITS[self.peek()])
            self.at += 1
        scale = _SCALES.get(self.joined())
        self.at += scale is not None
        return f"{whole or 0}.{digits}" + (f"e{scale}" if scale else "") if digits else None

    def integer(self) -> int | None:
        total, below = None, 12
        while (group := self.hundreds()) is not None:
            scale = _SCALES.get(self.joined(), 0)
            total = (total or 0) + group * 10**scale
            if not scale or scale >= below:
                break
            below = scale
            self.at += 1
            if self.peek() in _AND and self.peek(1) in _NUMERALS:
                self.at += 1
        return total

    def hundreds(self) -> int | None:
        if self.peek() in _ONE and (self.peek(1) in (*_HUNDRED, *_SCALES, *_PARTS)):
            self.at += 1
            low: int | None = 1
        else:
            low = self.tens()
        if (low is not None and self.joined() in _HUNDRED) or (low is None and self.peek() in _HUNDRED):
            self.at += 1
            if self.joined() in _AND and self.peek(1) in (*_UNITS, *_TENS):
                self.at += 1
            rest = self.tens() if self.joined() in _UNITS or self.joined() in _TENS else None
            return (1 if low is None else low) * 100 + (rest or 0)
        return low

    def tens(self) -> int | None:
        word = self.peek()
        if word in _UNITS:
            self.at += 1
            return _UNITS[word]
        if word not in _TENS:
            return None
        self.at += 1
        unit = _UNITS.get(self.joined(), 0)
        if not 0 < unit < 10:
            return _TENS[word]
        self.at += 1
        return _TENS[word] + unit


def spells_numbers(text: str) -> bool:
    """Whether any word of a text is part of a number."""
    return not _TELLING.isdisjoint(word.lower() for word in _WORD.findall(text))


def dictated(text: str) -> Iterator[Claim]:
    """Every number told in words, and rows told with "slash" between them.

    >>> [claim.result.value.tolist() for claim in dictated("the total is sixty one million one hundred thousand")]
    [61100000.0]
    """
    if not spells_numbers(text):
        return
    at = 0
    while match := _WORD.search(text, at):
        at = match.end()
        word = match.group().lower()
        if word not in _BEGINNING:
            continue
        run = _run(text, match.start(), len(text))
        at = run[-1].end if run else at
        words = _trimmed(run)
        if not words:
            continue
        result = _rows(text, words) if any(one.text in _BREAKS for one in words) else _scalar(text, words)
        if result:
            yield Claim(*result.span, result)


def _rows(text: str, words: list[Word]) -> Found | None:
    rows: list[list[Word]] = [[]]
    for word in words:
        if word.text in _BREAKS:
            rows.append([])
        else:
            rows[-1].append(word)
    read = dictated_rows(rows) if all(rows) else None
    if not read or len(read[0]) < 2:
        return None
    cells: Cells = [list(row) for row in read]
    result = array(cells, (words[0].start, words[-1].end), name_before(text, words[0].start))
    return result if isinstance(result, Found) else None


def _scalar(text: str, words: list[Word]) -> Found | None:
    """A number of at least two words; one word only as an answer at the end of its sentence."""
    reader = _Dictated(words)
    written = reader.cell()
    start, end = words[0].start, words[-1].end
    if written is None or reader.at < len(words) or not is_worded(words):
        return None
    if len(words) > 1:
        return scalar(text, start, end, written)
    value = number(written)
    if (
        value is None
        or not _SMALL_ANSWER.search(text[max(0, start - 30) : start])
        or not _MESSAGE_ENDS.match(text, end)
    ):
        return None
    return Found(value=value.value, span=(start, end), decimals=value.decimals, loose=True)
