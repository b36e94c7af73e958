"""The text the readers look at, and what they take from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tutor.reading.matrices.booleans import unbooleaned
from tutor.reading.matrices.margins import uncontinued, unmargined
from tutor.reading.matrices.percents import tight_percents
from tutor.reading.matrices.stamps import unstamped
from tutor.reading.message import Found, ReadError

TAKEN = "\ue000"
"""Stands where a reader has already taken the text."""

# One character for one, so that a span in the page is a span in the message.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("−–‒—﹣－➖⁃", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u2008\u200a\u3000\u205f\ufeff", " "),
        **dict.fromkeys("\u200c\u200d\u2060\u2061\u2062\u2063\u2064\x00\ue000\ufffc", " "),
        **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
        "\u2009": "\u202f",
        "＝": "=",
        "，": ",",
        "；": ";",
        "：": ":",
        "（": "(",
        "）": ")",
        "［": "[",
        "］": "]",
        "【": "[",
        "】": "]",
        "⟦": "[",
        "⟧": "]",
        "〔": "[",
        "〕": "]",
        "⦋": "[",
        "⁄": "/",
        "∕": "/",
        "＋": "+",
        "’": "'",
        "‘": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)


class Claim(NamedTuple):
    """The stretch of text a reader takes, and what it read there; None where the stretch holds no data."""

    start: int
    end: int
    result: Found | ReadError | None


Reader = Callable[[str], Iterable[Claim]]


_SIZED = re.compile(r"\\(?:left|right|[bB]igg?[lrm]?|displaystyle|textstyle|quad|qquad|limits|hline)(?![A-Za-z])")
_MAXIMA_TEX = re.compile(r"\\ifx\\end\w+\\undefined(?:\\\w+\{|\})\\else|\\fi(?![A-Za-z])")
_UPRIGHT = re.compile(r"\\(?:(?:operatorname\*?|mathrm|text)\{(diag|-)\}|(diag)\b)")
_SPACED = re.compile(r"\\[;:!>]|(?<!\d)\\,|\\,(?!\d{3}(?!\d))")
_ESCAPED = re.compile(r"(?<!\\)\\(?=[\[\](){}_#])")
_ESCAPED_NAME = re.compile(r"(?<![\w\\])(\w{1,20})\\(?=_)")
_SPACED_FONT = re.compile(r"(\\math(?:bf|rm|sf|it)) (?=\{)")
_ESCAPED_SIGN = re.compile(r"(?<![\\\w])\\(?=[-+]\s?[\d.])|(?<!\\)\\(?=[*|=~<>!+`](?![\w\\])|[*=]\w)")
_ESCAPED_AMPERSAND = re.compile(r"(?<!\\)\\(?=&)|(?<=&)\\(?=-)|(?<=& )\\(?=-)")
_DOUBLED = re.compile(r"(?<!\\)\\\\(?=[dt]?frac\b|sqrt\b|(?:left|right|mathbf|cdot|lambda|displaystyle)(?![A-Za-z]))")
_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/tr)\b[^<>]{0,40}>")
_TAGS = re.compile(r"</?(?:p|div|span|pre|code|li|ul|b|i|em|strong)\b[^<>]{0,200}>")
_ESCAPED_POINT = re.compile(r"([-+]?\d{1,20})\\(?=\.)")
_KATEX_GAP = re.compile(r"[\d)]\s*\u200b\s*[-\d(√]|[⎡⎛⎤⎞]\s*\u200b|\n\u200b\s*[\])]|[\[(][-\d.]{1,200}\u200b[\])]")
_ENTITIES = {
    "&amp;": "&",
    "&minus;": "-",
    "&#8722;": "-",
    "&#x2212;": "-",
    "&ndash;": "-",
    "&#8211;": "-",
    "&#45;": "-",
    "&#91;": "[",
    "&#93;": "]",
    "&lbrack;": "[",
    "&rbrack;": "]",
    "&#160;": " ",
    "&comma;": ",",
    "&#44;": ",",
    "&frac12;": "½",
    "&frac14;": "¼",
    "&frac34;": "¾",
    "&#189;": "½",
    "&thinsp;": " ",
    "&ensp;": " ",
    "&radic;": "√",
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
}
_ENTITY = re.compile("|".join(_ENTITIES))
_MAXIMA_LABEL = re.compile(r"\(%[io]\d{1,4}\)")
_DELIMITER = re.compile(r"(?:delim|gap|augment):\s*(?:\"[^\"]{0,3}\"|#\w+)\s*,?")


def page(text: str) -> str:
    """The text with one spelling for each minus, space, quote and bracket; every character stays at its place."""
    plain = text.translate(_PLAIN)
    if "\r\n" in text:
        plain = "".join(" " if sign == "\r" else other for sign, other in zip(text, plain, strict=True))
    if "\\" in plain:
        plain = _UPRIGHT.sub(lambda match: (match[1] or match[2]).rjust(len(match.group())), plain)
        plain = _SIZED.sub(_blank, plain)
        plain = _MAXIMA_TEX.sub(_blank, plain)
        plain = _SPACED.sub(_blank, plain)
        plain = _ESCAPED_NAME.sub(r" \1", plain)
        plain = _ESCAPED.sub(" ", plain)
        plain = _SPACED_FONT.sub(r" \1", plain)
        plain = _DOUBLED.sub(r" \\", plain)
        plain = _ESCAPED_AMPERSAND.sub(" ", plain) if "&" in plain else _ESCAPED_SIGN.sub(" ", plain)
        plain = _ESCAPED_POINT.sub(r" \1", plain)
    if "\u200b" in plain and not _KATEX_GAP.search(plain):
        plain = plain.replace("\u200b", " ")
    if "&" in plain and ";" in plain:
        plain = _ENTITY.sub(lambda match: _ENTITIES[match.group()].ljust(len(match.group())), plain)
    if "</" in plain or "<br" in plain:
        if "<table" not in plain:
            plain = _BREAKS.sub(lambda match: "\n".rjust(len(match.group())), plain)
        plain = _TAGS.sub(_blank, plain)
    if ":" in plain or "+" in plain:
        plain = unstamped(plain)
    plain = tight_percents(plain)
    if "...\n" in plain or "... " in plain:
        plain = uncontinued(plain)
    if "(%" in plain:
        plain = _MAXIMA_LABEL.sub(_blank, plain)
    if "delim" in plain:
        plain = _DELIMITER.sub(_blank, plain)
    if "rue" in plain or "alse" in plain:
        plain = unbooleaned(plain)
    return unmargined(plain) if "\n" in plain and any(sign in plain for sign in ("#", "//", "%", "...", ">")) else plain


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def without(text: str, claims: Iterable[Claim]) -> str:
    """The page with everything claimed blanked out."""
    parts, at = [], 0
    for claim in sorted(claims):
        if claim.start < at:
            continue
        parts += [text[at : claim.start], TAKEN * (claim.end - claim.start)]
        at = claim.end
    parts.append(text[at:])
    return "".join(parts)
