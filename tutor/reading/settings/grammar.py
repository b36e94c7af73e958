"""What the tables of settings are made of: rows, and ways to write numbers, sizes and what stands between.

Patterns are over normalised lines (text.py); every repetition in them is bounded. Values stay as they were said, also
those that no layer can have ("stride -1", "1.5 classes"): whoever computes says what is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from tools.schema import Json
from tutor.reading.spelling import normal

Reading = Callable[[re.Match[str]], Json]

_SAID = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: value for value, word in enumerate(_SAID)} | {"eins": 1, "too": 2, "to": 2}
WORD = rf"(?:{'|'.join(_WORDS.keys() - {'to', 'too'})})\b"
NUMBER = (
    rf"(?:(?:minus |negative |(?<![\w.)])-)?(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}(?![,\d])|\d{{1,7}}(?:\.\d{{1,6}})?"
    rf"|\.\d{{1,6}}|{WORD}))"
)
"""A number in digits or a small one in words. A hyphen is a sign unless it ties the number to the word before."""
LARGE = NUMBER.replace(r"\d{1,7}", r"\d{1,12}")
"""One that may have as many digits as a total of parameters, where its noun tells it from one."""
END = r"(?![\w%]|[.:,/]\d| ?\* ?\d)"
"""Behind a number: not more of it, and not a time, a date, a fraction or a product."""
_NO_SUM = r"(?! ?[+=] ?\d| x \d)"
"""Behind a size: not a calculation that goes on."""
START = r"(?<![\w.,:/^+*-])(?<!\d by )(?<!x )(?<!multiply )" + "".join(
    f"(?<!{word} by )" for word in (*_SAID, "to", "too")
)
"""Before a number: not more of it, and not another side of a size."""
_NAMES = (
    "size",
    "stride",
    "padding",
    "dilation",
    "kernel",
    "input",
    "image",
    "filter",
    "rate",
    "scale",
    "bias",
    "channel",
    "class",
    "feature",
)
FREE = START + "".join(f"(?<!{name}{sign})" for name in _NAMES for sign in (" ", "=", ": ", " of "))
"""Before a number that a name behind it may claim: no name before it claims it already."""

_CORRECTED = (
    rf"(?:[ ,.-]{{1,3}}(?:no|sorry|wait|i mean|actually|rather|make that|make it|"
    rf"oops|oh|better)){{1,4}}[ ,]{{1,2}}(?P<size2>{NUMBER})(?=[ .?!,]*$|,? (?:and|with|but|-) |, ?[a-z])"
)
_TIMES = r"(?: ?x ?| by | multiply | ?\* ?)"
_SIDE = rf"(?:{NUMBER}|to\b|too\b)"
SIZE = (
    rf"(?P<size>[(\[] ?{NUMBER}(?: ?[,;x] ?{NUMBER}){{0,3}} ?,? ?[)\]]|"
    rf"{_SIDE}{_TIMES}{_SIDE}(?:{_TIMES}{NUMBER})?{END}{_NO_SUM}|{NUMBER}(?:,{NUMBER})?{END})(?:{_CORRECTED})?"
)
"""One number, or one for each side: 3, 3x3, (2, 1), two by two. In (2, 1) alone may a space follow the comma."""
SQUARE = rf"(?P<size>{_SIDE}{_TIMES}{_SIDE}(?:{_TIMES}{NUMBER})?{END}{_NO_SUM})"
OTHER_SQUARE = SQUARE.replace("P<size>", "P<size3>")
"""A size that says both sides; the second one for patterns of two alternatives."""
ONE = rf"(?P<size>{NUMBER}){END}(?:{_CORRECTED})?"

IS = (
    r"(?:(?:,? i\.e\.,?(?= )| ?(?:=|:|->|→|-(?= )|(?<=[a-z])-(?=\d))|"
    r" ?\b(?:of|is|are|being|to|as|at|by|size|set|be|being|become|becomes|value|"
    r"was|"
    r"were|equal|would|should|must|will|could|might|number|count|get|amount|a|an|with|has|have|like|now|only|also|"
    r"likewise|both|again|go|goes|"
    r"up|down|change|increase|stays?|remains?|still|"
    rf"increased|about|from {NUMBER}|(?:not|instead of|rather than) {NUMBER},? but|instead of {NUMBER}|"
    r"[a-z]{1,3}(?= ?[=:])|on(?= \d{1,2} (?:set|setzen|gesetzt|change|stellen|erhöhen|ändern))|(?:in|on|for|"
    r"along) (?:all|both|each|every)(?: the)?"
    r"(?: (?:direction|dimension|side|dim|axis|way|layer))?)\b|"
    rf" ?{NUMBER} ?(?:->|→|rightarrow|to(?= \d))){{0,6}} ?)"
)
"""What may stand between the name of a setting and its value."""
NO = (
    r"(?:no(?: longer)?|not|without|(?:with|w) ?/ ?o|remove|drop|skip|skipping|omit|leave out|leaving out|removing|"
    r"dropping|disable|ignore|ignoring|forget|turn off|get rid of)"
)
_FILL = r"(?:the|any|a|an|using|use|doing|do|apply|applying|have|having|all|this|that|of)"
WITHOUT = rf"\b{NO}(?: {_FILL}){{0,4}}"
WHERE = (
    r"(?: (?:in|of|on|from|for) (?:(?:exercise|task|number|problem|part) ?\d[a-c]?|"
    r"(?:(?:the|my|this) ){0,2}(?:sheet|exercise|task|problem)(?! ?\d)))?"
)
"""Where a setting stands that is spoken of: "in exercise 1"."""
TAIL = rf"(?:,? (?:instead of|rather than|and not|not) (?:a |an |the )?{NUMBER}(?:{_TIMES}{NUMBER})?)?"
"""What a value takes the place of, said before the noun: "10 instead of 1000 classes"."""


@dataclass(frozen=True)
class Row:
    """A way to say a setting.

    Of a setting said several times the last counts; where rows of one setting overlap, the earlier one. A value None
    leaves the setting alone. `beside`: only where one of these settings is stated as well, and on words that no
    other row took. `not_says` are phrases that do not state the setting.
    """

    setting: str
    pattern: re.Pattern[str]
    value: Reading
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def row(
    setting: str,
    pattern: str,
    value: Reading,
    *says: str,
    not_says: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
) -> Row:
    """A row of a pattern whose words may be spelt in any way the vocabulary knows."""
    return Row(setting, normal(pattern), value, says, not_says, beside)


_NUMBER = re.compile(NUMBER)
_GROUPED = re.compile(r"[1-9]\d{0,2}\.000")


def number(said: str) -> int | float:
    """The value of a number as `NUMBER` reads it.

    >>> number("minus five"), number("-1.5"), number("10,000"), number("1.000")
    (-5, -1.5, 10000, 1000)
    """
    sign = -1 if said.startswith(("-", "minus", "negative")) else 1
    plain = re.sub(r"^(?:-|minus |negative )", "", said).replace(",", "")
    plain = plain.replace(".", "") if _GROUPED.fullmatch(plain) else plain
    value = float(_WORDS[plain]) if plain in _WORDS else float(plain)
    return sign * (int(value) if value.is_integer() else value)


def numbers(said: str) -> list[int | float]:
    """The numbers of a size; "to" and "too" beside "by" are two."""
    spoken = re.sub(r"\btoo?\b", "two", said)
    spoken = re.sub(r"(?<=[\dx)]),(?=-?\d)", ", ", spoken) if "," in spoken else spoken
    return [number(match[0]) for match in _NUMBER.finditer(re.sub(r"(?<=[\dx])x", " ", spoken))]


def _said(match: re.Match[str]) -> str:
    """The number of a match, as corrected if it was."""
    groups = match.groupdict()
    return next(groups[name] for name in ("size2", "size", "size3", "size4") if groups.get(name))


def size(match: re.Match[str]) -> Json:
    """A size: one number if its sides agree, else one for each side. A third number is a number of channels."""
    sides = numbers(_said(match))
    if len(sides) == 3:
        sides = sides[1:] if sides[0] in (1, 3) and sides[1] == sides[2] else sides[:2]
    return one_or_all(sides)


def one_or_all(sides: list[int | float]) -> Json:
    """A single number where all are equal."""
    return sides[0] if len(set(sides)) == 1 else list[Json](sides)


def one(match: re.Match[str]) -> Json:
    """A single number."""
    return number(_said(match))


def said(value: Json) -> Reading:
    """Always this value."""
    return lambda match: value


def corrected(setting: str, noun: str, *says: str) -> Row:
    """A row of a value that is put right before its name: "3 not 2. the stride"."""
    return row(
        setting,
        rf"{START}(?P<size>{NUMBER}),? (?:not|instead of|rather than) {NUMBER}[,.;: ]{{1,3}}"
        rf"(?:i mean |for |as )?(?:the )?{noun}\b",
        one,
        *says,
    )


_ROOT = (
    rf"(?:the )?(?:square )?(?:(?:np|numpy|math|torch)\.)?(?:sqrt|root)(?: of)? "
    rf"?\(? ?(?:\d{{1,6}}(?:\.\d{{1,6}})?|{WORD}) ?\)?"
)
REAL = (
    rf"(?P<real>(?:frac ?\d{{1,3}} (?:\d{{1,3}}|{_ROOT})|(?:1|one) ?(?:/|over|divide by|by) ?{_ROOT}|"
    rf"-?(?:\d{{1,6}} ?/ ?\d{{1,6}})|\d{{1,6}} ?(?:\*|\^) ?\(?(?:0?\.5|1/2)\b\)?|"
    rf"{_ROOT}|-?\d{{1,6}}[.,]\d{{1,8}}|"
    rf"-?\.\d{{1,8}}|-?\d{{1,6}}|(?:a |one )?(?:half|quarter)|(?:one|two|three|four|five|six|eight|ten)\b))(?![\w/]|"
    rf"[.,]\d)"
)
"""A real number: 0.5, 1/8, 1/sqrt(3), a half."""


_SQUARE_ROOT = re.compile(r"(\d+) ?[*^]")


def real(said: str) -> float:
    """The value of a number as `REAL` reads it.

    >>> real("1/8"), real("0,5"), real("one half"), real("sqrt(4)"), real("1 / sqrt 4")
    (0.125, 0.5, 0.5, 2.0, 0.5)
    >>> real("4*0.5"), real("4^(1/2)")
    (2.0, 2.0)
    """
    said = re.sub(r"frac ?(\d{1,3}) ", r"\1/", said.replace(",", "."))
    if "half" in said or "quarter" in said:
        return 0.5 if "half" in said else 0.25
    if "root" in said or "sqrt" in said:
        value = sqrt(number(_NUMBER.findall(re.split("root|sqrt", said)[-1])[-1]))
        inverted = re.match(r"(?:1|one) ?(?:/|over|divide|by)", said) is not None
        return 1 / value if inverted and value else value
    if power := _SQUARE_ROOT.match(said):
        return sqrt(float(power[1]))
    above, _, below = said.partition("/")
    top = float(_WORDS.get(above.strip(), 0) or above)
    return top / float(below) if below and float(below) else top


def of_part(setting: str, *says: str) -> Row:
    """A row of a setting of one part, which needs a verb: "the stride in 3a were three". Only what stands in the group
    `said` says the setting; the rest still names its place."""
    return row(
        setting,
        rf"\b{setting} (?:in|of|for) (?:exercise |part |task )?(?:\d[a-c]?|[a-c])"
        r"(?P<said>(?: (?:is|are|was|were|be|to|would|becomes?|had|been|should|now|only|set|change|equal)\b| ?=){1,4} ?"
        rf"{SIZE})",
        size,
        *says,
    )
