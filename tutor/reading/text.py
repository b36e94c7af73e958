"""A text as the rules see it: one line of known words, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.reading.spelling import known

MAX_CHARS = 4000
"""Words beyond this many characters are not looked at: nobody asks for anything that far into a paste."""

DATA = "□"
"""Stands in the line for an array of the text."""

_GERMAN_VERBS = (
    "hab|habe|ist|war|raus|bitte|vor|noch|nochmal|fertig|an|komm|komme|kapier|versteh|geht|kommt|krieg|bekomm|"
    "bekomme|verstehe|nicht|und|aber|will|möchte|brauch|stimmt"
)
"""What may follow the number of an exercise: "bei der eins habe ich", not "die zwei Vektoren"."""
_IN_CONTEXT = {
    word: (re.compile(context), meaning)
    for word, context, meaning in (
        (
            "was",
            r"\bwas\s+(?:ist|sind|bedeutet|heißt|muss|soll|kann\w*|mach\w*|passiert|fehlt|hab\w*|wenn|wäre|kommt|gibt|"
            r"steht|sagt|wird|bin|mein\w*|brauch\w*|du|ich|war|passt|stimmt|genau|gleich|nochmal|daran|da|rauskommt|geht)\b",
            "what",
        ),
        ("war", r"\b(?:wie|was|wo|warum|es|das|ich|aufgabe|so|hier|da)\s+war\b", "was"),
        ("meine", r"\bich\s+meine\b|\bmeine\s+ich\b", "mean"),
        ("wie", r"\bwie\s+laute", "what"),
        ("lautet", r"\bwie\s+lautet\b", "is"),
        ("lautete", r"\bwie\s+lautete\b", "is"),
        ("auf", r"\bgeb\w*\s+(?:jetzt\s+|langsam\s+)?auf\b", "up"),
        ("plan", r"\bkein\w*\s+plan\b", "idea"),
        *(
            (word, rf"\b(?:der|die|zur)\s+{word}(?:\s*(?:$|[,.?!:;])|\s+(?:{_GERMAN_VERBS})\b)", f"exercise {number}")
            for number, word in enumerate(("eins", "zwei", "drei", "vier"), start=1)
        ),
    )
}
"""Words of two languages or several meanings: beside which words they mean what."""
_BESIDE = 16
"""Characters before and after such a word that tell."""

_NTH = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth"}
_PIECE = re.compile(
    r"(?P<nth>[1-6](?:st|nd|rd|th)\b)|(?P<word>w/o\b|[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<number>\d+)|(?P<gap>\s+)|(?P<sign>.)",
    re.DOTALL,
)
_WORD_NEXT = re.compile(r"\s(?!(?:for|with|is(?! (?:it|this|that|my)\b)|if|at|when)\b)[a-z]{2}")
_OPERATOR = re.compile(r"\s{0,2}(?:[@*/^_)\],]|==?(?![=>]))")
"""What follows the matrix W in a formula, and never the short for "with"."""
_SAYS_RESULT = re.compile(
    r"\s{1,3}(?:says?|said|claims?|claimed|gives?|gave|tells?|told|thinks?|gets?|got|has|had|sagt|meint)\b"
    r"(?:\s{1,3}(?:me|us|it|it's|its|is|that|the|answer|should|be|about|total|es|sind|ist)\b){0,5}\s{0,3}:?\s{0,3}"
    r"(?:\d{1,3}(?:[,.']\d{3}){1,3}|\d{4,10})(?![\d.]|\s?%)"
)
"""What follows the name of whoever is quoted: it tells nothing about the subject."""
_STRAIGHT = str.maketrans("’‘´−–—×·⋅", "'''---x**")
_SYMBOLS = {"√": " sqrt "}
_TYPESETTING = frozenset(
    {"mathbb", "mathbf", "mathrm", "mathit", "mathcal", "bm", "boldsymbol", "text", "textbf", "textit", "operatorname"}
    | {"left", "right", "displaystyle", "quad", "qquad", "ensuremath", "big", "bigl", "bigr"}
)
"""LaTeX commands that only say how something looks."""
_DROPPED = frozenset("\"'“”„«»$\\{}*`#|~")


def _fold(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char).lower()
    return plain if len(plain) == 1 else char


def _folded(text: str) -> str:
    """Lower case and compatibility forms, character for character, so that places stay what they are."""
    if text.isascii():
        return text.lower()
    return "".join(char.lower() if char < "\x80" else _fold(char) for char in text.translate(_STRAIGHT))


def _in_context(word: str, text: str, start: int, end: int) -> str | None:
    """What a word of several meanings stands for at its place in the text."""
    beside, meaning = _IN_CONTEXT[word]
    return meaning if beside.search(text, max(0, start - _BESIDE), end + _BESIDE) else known(word)


@dataclass(frozen=True)
class Line:
    """Normalised text, in pieces: the one from character offsets[i] on says what the original has at starts[i] to
    ends[i]. `unknown` are spans in the line of words that are not in the vocabulary."""

    text: str
    offsets: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    unknown: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where line[start:end] stands in the original."""
        while end > start + 1 and self.text[end - 1] == " ":
            end -= 1
        return self.starts[self._piece(start)], self.ends[self._piece(end - 1)]

    def place(self, start: int) -> int:
        """Where in the line the first piece stands that begins at `start` of the original or behind it."""
        piece = bisect_left(self.starts, start)
        return self.offsets[piece] if piece < len(self.offsets) else len(self.text)

    def pieces(self) -> Iterator[tuple[str, int]]:
        """Each piece with where it starts in the original."""
        ends = (*self.offsets[1:], len(self.text))
        return ((self.text[at:end], start) for at, end, start in zip(self.offsets, ends, self.starts, strict=True))

    def _piece(self, at: int) -> int:
        return bisect_right(self.offsets, at) - 1


_CONTEXT = re.compile(
    r"(?:\b(?i:what)(?:'s| is| was| would| does)|\b(?i:compute|calculate|matrix|rows? of|wäre|what|ist)) C(?=[ "
    r"?.!,]|$)(?! ?[=:])"
)
"""A capital C that is asked for is the context matrix, not part c."""


def _word(match: re.Match[str], text: str, previous: str, command: bool) -> tuple[str, bool]:
    """What a word of the text stands for, behind the `previous` piece, and whether it is of another world."""
    raw = match[0]
    meaning = _in_context(raw, text, *match.span()) if raw in _IN_CONTEXT else known(raw)
    if len(raw) == 1:
        if raw == "w" and _OPERATOR.match(text, match.end()):
            meaning = "w"
        if raw == "y" and not previous and _WORD_NEXT.match(text, match.end()):
            meaning = "why"
        if meaning == "are" and (previous.isdigit() or text[match.start() - 1 : match.start()] == "{"):
            return raw, False
    if command and raw in _TYPESETTING:
        return "", False
    if meaning is None and _SAYS_RESULT.match(text, match.end()):
        return "someone", False
    said = "t" if command and raw == "top" else meaning or raw
    if len(said) > 2 and meaning is not None and previous.isdigit():
        said = f" {said}"
    return said, meaning is None and len(raw) > 1 and not command


def _pieces(text: str, data: list[tuple[int, int]], context: frozenset[int]) -> Iterator[tuple[str, int, int, bool]]:
    """(normalised piece, start, end, unknown?) of the text, each span of `data` as one `DATA`."""
    previous = ""
    typeset, command = "\\" in text, False
    position = 0
    for start, end in [*data, (len(text), len(text))]:
        for match in _PIECE.finditer(text, position, start):
            raw, kind = match[0], match.lastgroup
            if kind == "gap":
                said, strange = (" . " if "\n" in raw and previous not in ",;:(=" else " "), False
            elif kind == "word":
                command = typeset and text[match.start() - 1 : match.start()] == "\\"
                said, strange = _word(match, text, previous, command)
                said = "context" if match.start() in context else said
            elif kind == "nth":
                said, strange = _NTH.get(raw, raw), False
            elif kind == "sign":
                spaced = raw == "\\" and previous[-1:].isalnum() and text[match.end() : match.end() + 1].isalpha()
                spaced = spaced or (raw == "{" and command)
                dropped = raw in _DROPPED and not (
                    raw == "*" and (previous.isdigit() or text.startswith("=", match.end()))
                )
                said, strange = " " if spaced else _SYMBOLS.get(raw, "" if dropped else raw), False
            else:
                said, strange = raw, False
                if len(previous) > 2 and previous.isalpha() and known(previous) == previous:
                    said = f" {said}"
            yield said, match.start(), match.end(), strange
            previous = said.strip() or previous
        if start < end:
            yield f" {DATA} ", start, end, False
            previous = DATA
        position = max(position, end)


def line_of(text: str, data: tuple[tuple[int, int], ...] = ()) -> Line:
    """The line of a text; `data` are the spans of its arrays.

    >>> line_of("Hnit for EX3b plz").text
    'hint for exercise 3b please'
    >>> line_of("what's λ₁?").text
    'what is lambda 1?'
    """
    folded = _folded(text[:MAX_CHARS])
    spans = sorted((start, min(end, len(folded))) for start, end in data if start < len(folded))
    said: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    unknown: list[tuple[int, int]] = []
    length = 0
    asked = _CONTEXT.finditer(text[:MAX_CHARS]) if " C" in text and not text.isupper() else ()
    context = frozenset(match.end() - 1 for match in asked)
    for piece, start, end, strange in _pieces(folded, spans, context):
        if piece.startswith(" ") and (not said or said[-1].endswith(" ")):
            piece = piece.lstrip()
        if not piece:
            continue
        if strange:
            unknown.append((length, length + len(piece)))
        said.append(piece)
        offsets.append(length)
        starts.append(start)
        ends.append(end)
        length += len(piece)
    return Line("".join(said), tuple(offsets), tuple(starts), tuple(ends), tuple(unknown))
