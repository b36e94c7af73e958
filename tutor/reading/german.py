"""German number words of several parts, in one word or several: "dreiundzwanzigtausend", "einundsechzig Millionen"."""

from __future__ import annotations

import re

from tutor.reading.gate import gated_text

_UNIT_WORDS = (
    "null ein|eins|eine|einen zwei|zwo drei vier fünf|fuenf sechs sieben acht neun zehn elf zwölf|zwoelf dreizehn "
    "vierzehn fünfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn"
)
_TEN_WORDS = "zwanzig dreißig|dreissig vierzig fünfzig|fuenfzig sechzig siebzig achtzig neunzig"
_UNITS = {word: value for value, said in enumerate(_UNIT_WORDS.split()) for word in said.split("|")}
_TENS = {word: 10 * value for value, said in enumerate(_TEN_WORDS.split(), start=2) for word in said.split("|")}
_SCALES = {"tausend": 1000, "million": 10**6, "millionen": 10**6}
_PART = re.compile("|".join(sorted((*_UNITS, *_TENS, *_SCALES, "hundert", "und"), key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = re.compile(r" (?:klass|kateg|ausg|eing|param|neuron|filter|kan[äa]l|gewicht)")
"""What "hundert" and "tausend" count where they are meant as numbers."""
_LARGE = gated_text("zehn|zig|ßig|ssig|hundert|tausend|million")
"""What every number has in it that is larger than the small ones."""
MAX_SMALL = 12
"""Numbers up to here are small words, which stay words."""


def _parts(word: str) -> list[str]:
    """The parts that a word is made of; none where it is not made of numbers alone."""
    parts = _PART.findall(word)
    return parts if "".join(parts) == word and "und" not in (parts[0], parts[-1]) else []


def _value(parts: list[str]) -> int:
    total = here = below = 0
    for part in parts:
        if part == "hundert":
            here, below = here + max(below, 1) * 100, 0
        elif part in _SCALES:
            total, here, below = total + max(here + below, 1) * _SCALES[part], 0, 0
        else:
            below += _UNITS.get(part, _TENS.get(part, 0))
    return total + here + below


def _goes_on(parts: list[str], further: list[str]) -> bool:
    """Whether a word belongs to the number before it: "zwei Millionen", "tausend zweihundert"."""
    return bool(further) and (
        further[0] in ("hundert", *_SCALES) or (parts[-1] in _SCALES and _value(further) < _SCALES[parts[-1]])
    )


def german_in_digits(text: str) -> str:
    """The text with such numbers in digits, each padded to the length it had.

    >>> german_in_digits("dreiundzwanzigtausend zweihundertsechsundneunzig Parameter").split()
    ['23296', 'Parameter']
    >>> german_in_digits("Aufgabe drei, acht Tipps, tausend Dank")
    'Aufgabe drei, acht Tipps, tausend Dank'
    """
    lower = text.lower()
    if len(lower) != len(text) or not _LARGE.search(lower):
        return text
    words = [(match[0], *match.span()) for match in _WORD.finditer(lower)]
    pieces: list[str] = []
    done = at = 0
    while at < len(words):
        parts, first = _parts(words[at][0]), words[at]
        at += 1
        if not parts or parts[0].startswith("million"):
            continue
        while (
            at < len(words) and _tied(text, words[at - 1], words[at]) and _goes_on(parts, more := _parts(words[at][0]))
        ):
            parts += more
            at += 1
        end = words[at - 1][2]
        idle = len(parts) == 1 and parts[0] in ("hundert", "tausend") and not _COUNTED.match(lower, end)
        value = _value(parts)
        if value <= MAX_SMALL or idle:
            continue
        digits = ""
        while at < len(words) and _tied(text, words[at - 1], words[at]):
            if words[at][0] == "komma" and not digits:
                digits = "."
            elif digits and _UNITS.get(words[at][0], 10) < 10:
                digits += str(_UNITS[words[at][0]])
                end = words[at][2]
            else:
                break
            at += 1
        written = f"{value}{digits if len(digits) > 1 else ''}"
        scaled = at < len(words) and words[at][0].startswith("mi")  # "komma eins Millionen": what comes is read with it
        room = end - first[1]
        pieces += [text[done : first[1]], written.rjust(room) if scaled else written.ljust(room)]
        done = end
    return "".join([*pieces, text[done:]])


def _tied(text: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> bool:
    """Whether nothing but a blank or a hyphen stands between two words."""
    return text[first[2] : second[1]] in (" ", "-")
