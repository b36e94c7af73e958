"""Which exercise and part a message is about: "3b", "third exercise second part", "the conv one"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tutor.reading.gate import Bare, Gate, gated
from tutor.reading.message import Reference
from tutor.reading.models import model_in
from tutor.reading.place_words import DIGITS, LETTERS, NTH_ONE, PARTS, PLACES
from tutor.reading.spelling import gated_normal, normal
from tutor.reading.text import Line


class _Words(NamedTuple):
    """The words that speak of a family."""

    family: str
    pattern: re.Pattern[str]


_PLACES, _PARTS = Gate(map(Bare, PLACES)), Gate(map(Bare, PARTS))
_OF_A_MATRIX = gated(r"\b(?:row|column|entry|window|vector|step|layer|eigen\w*|classifier|feature[.\[])\b")
_FAMILIES = Gate(
    _Words(family, normal(rf"\b(?:{words})\b"))
    for family, words in (
        (
            "attention",
            (
                r"attention|is_causal|scaled?_dot\w*|sdpa|mask(?:ing|ed)?|qkv|"
                r"q,? ?k,?(?: and| &)? ?v|"
                "softmax|query|dot-product|dot product|"
                "context (?:matrix|vector)|d_?k|"
                r"transformer|qk|q ?[*@]? ?k ?\^? ?\.?t|"
                r"k\.t|(?<=multi)-?head"
            ),
        ),
        (
            "eigen",
            r"eigen\w*|spectral|inv(?:erse)? ?\(? ?(?:of )?q|q ?λ ?q\w?|"
            r"diagonalization|orthonormal|lambda(?:_?[\dijk])?|[qvu]_?\d? ?[qvu]_?\d? ?\^ ?t",
        ),
        (
            "parameters",
            (
                "parameter|alexnet|numel|torchvision|"
                "resnet|vgg|densenet|mobilenet|"
                "efficientnet|squeezenet|googlenet|"
                r"classifier|features?[.\[]\d|count(?:ing)? (?:exercise|one|task)|"
                r"count(?:ing)?(?: (?:only|just|the|all|every|each|two|three|five|first|last)){0,3} "
                r"(?:convolution(?:al)? )?layer"
            ),
        ),
        (
            "convolution",
            r"x in r\^ ?4\b|convolution|kernel|stride|padding|dilation|featuremap|feature map|cross-correlation|filter",
        ),
    )
)
_NEGATED = re.compile(
    r"\b(?:not|instead of|rather than|other than|no longer|enough of|wrong one)[ ,]+(?:(?:the|for|on|"
    "in|of|about|mean|with|to) )*$"
)
_BEHIND = re.compile(
    r"\b(?:(?:done|finished|through|thanks?)(?: for| with| the| help| of| hint| solution| exercise|"
    " number)*|(?:same as|same|as|like|than|unlike|different from|compared to|contrary to)(?: in| for| with| the| part|"
    " exercise)*) ?$"
)
_CLOCK = re.compile(
    r"(?<!i )(?<!i am )\b(?:class|lunch|dinner|lecture|bus|train|tram|meeting|seminar|tutorial|exam|appointment|shift|"
    r"deadline|due|call|closes?|opens?|starts?|begins?|ends?|leaves?|arrives?|comes?|here|home|back|bed|it is|today|"
    r"tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|number_?class)(?: is| start| begin| end)? $"
)
"""Before the "at 3" that tells the time."""
_HOW_MANY = re.compile(
    r"\b(?:how many|how much|which|what|some|all|any|none|one|two|three|most|done|solved?|open|left|to do|finished?|"
    r"missing|through)(?: (?:part|one|exercise|thing))? $"
)
"""Before the "of the four" that counts the exercises."""
_COMES_TO = re.compile(
    r"\b(?:(?:comes?|amounts?|sums?|adds?|boils?|evaluates?|equal|equals|works?)(?: (?:up|out|down))?|first|"
    r"second|third|"
    r"fourth|last|next|one|two|three|other|next one) $"
)
"""Before the "to 3" of a value: "the first window comes to 1, the second to 3"."""
_ORIGIN = re.compile(
    r"\b(?:how (?:do|did|can|would|come) (?:you|one|we|i|they|me|man) (?:get|come|arrive|end up|obtain)|"
    r"where (?:do|does|did|is|has)|how come|come up with) (?:you |one |man )?(?:(?:on|to|at|with|up|from|there) )*the $"
)
"""Before the "the 5" that is an entry: "how do you get to the 5"."""
_UNIT = gated_normal(
    r"\b(?:next|previous|following) (?:(?P<part>part|letter|section)|exercise|task|question|problem)\b(?! ?\d)|"
    r"\bthe (?:one|exercise|task) (?:before|after)(?: (?:it|that|this))?\b"
)
_FIRM = re.compile(r"exercise|task|question|problem|part|number|no|q|\d ?[-.(]?[a-c]")
_WHOLE = gated(
    r"\b(?:(?:all|every|both)(?: of)?(?: the| my| these| your| four| 4)* (?:exercise|task|question|"
    r"problem)(?! ?\d)|(?:whole|entire|full|complete) (?:exercise )?sheet|"
    r"(?<!from )(?<!lost )(?:this|the) (?:exercise )?sheet(?! (?:own|value|number))|exercise sheet|"
    "list (?:of )?(?:the |all )*(?:exercise|task|question|problem)|(?:which|what) (?:exercise|task|"
    "question|problem) (?:are|do|is|have|can|did)|everything|overall|so far|in total|"
    r"the exercise list)\b"
)


@dataclass(frozen=True)
class Referred:
    """A reference, and the spans of the line that make it. It is `firm` where it says more than a number.

    `places` are all the places named, in order, each with its end in the line: "3a: … 3b: …" names two.
    """

    reference: Reference
    spans: tuple[tuple[int, int], ...] = ()
    firm: bool = False
    places: tuple[tuple[int, Reference], ...] = ()


def _said(match: re.Match[str], names: tuple[str, ...], meanings: dict[str, str]) -> str | None:
    groups = match.groupdict()
    word = next((groups[name] for name in names if groups.get(name)), None)
    return None if word is None else meanings.get(word, word)


def _exercise(match: re.Match[str]) -> str | None:
    return _said(match, ("number", "ordinal"), DIGITS)


def _part(match: re.Match[str]) -> str | None:
    return _said(match, ("letter", "worded", "nth", "digit", "paren"), LETTERS)


def _matches(text: str, patterns: Gate[Bare]) -> Iterator[re.Match[str]]:
    """Matches of the patterns that do not overlap, an earlier pattern first."""
    taken: list[tuple[int, int]] = []
    for row in patterns.open_to(text):
        for match in row.pattern.finditer(text):
            if match.end() > match.start() and all(match.end() <= a or b <= match.start() for a, b in taken):
                taken.append(match.span())
                yield match


_KEYS = re.compile(r"\bk_?\d\b")
"""Beside k1, q2 is a query and no question."""


def _number_taken(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the number of a reference says something else."""
    group = next((name for name in ("number", "ordinal") if match.groupdict().get(name)), None)
    if group is None:
        return False
    before = match.string[max(0, match.start() - 40) : match.start()]
    if match[0].startswith("at ") and _CLOCK.search(before):
        return True
    if match[0].startswith("of ") and match[group] in ("4", "four"):
        return _HOW_MANY.search(before) is not None
    if match[0].startswith("to ") and _COMES_TO.search(before):
        return True
    if _ORIGIN.search(match.string, 0, match.start(group)):
        return True
    return any(start <= match.start(group) < end for start, end in taken)


def _said_at(match: re.Match[str]) -> int:
    """Where the number or letter of a place stands: behind the "not" of "not c"."""
    return min(start for start in map(match.start, range(1, match.re.groups + 1)) if start >= 0)


def _wanted(text: str, named: list[re.Match[str]]) -> re.Match[str] | None:
    """The last one that is not turned down, nor done with where another is named."""
    kept = [
        match for match in named if not any(_NEGATED.search(text, 0, at) for at in (match.start(), _said_at(match)))
    ]
    ahead = [match for match in kept if not _BEHIND.search(text, 0, match.start())]
    return (ahead or kept)[-1] if kept else None


def _is_matrix(line: Line, text: str, match: re.Match[str]) -> bool:
    """Whether a lone letter is the matrix C or A: a capital inside a line that is not all capitals."""
    named = next((name for name in ("letter", "paren") if match.groupdict().get(name) in ("a", "c")), None)
    if named is None:
        return False
    start, end = line.span(*match.span(named))
    return start > 0 and text[start:end].isupper() and not text.isupper()


def referred(line: Line, text: str, taken: Sequence[tuple[int, int]] = ()) -> Referred:
    """The exercise, part or family that the line of a text speaks of; of several the last that is meant.

    Spans that are `taken` say something else: the 2 of "dilation of 2" is no exercise.
    """
    written = text
    text = line.text
    named = sorted(
        (
            match
            for match in _matches(text, _PLACES)
            if not (_number_taken(match, taken) or (match[0].startswith("q") and _KEYS.search(text)))
        ),
        key=lambda match: match.start(),
    )
    if not named and not _OF_A_MATRIX.search(text):
        named = list(NTH_ONE.finditer(text))
        if named and model_in(text):
            named = []  # "the last one, densenet161"
    spans = [match.span() for match in named]
    exercise = _wanted(text, named)
    number, letter = (_exercise(exercise), _part(exercise)) if exercise else (None, None)
    firm = exercise is not None and _FIRM.search(exercise[0]) is not None
    free = [
        match
        for match in _matches(text, _PARTS)
        if all(match.end() <= a or b <= match.start() for a, b in spans) and not _is_matrix(line, written, match)
    ]
    places = tuple((match.end(), Reference(exercise=_exercise(match), part=_part(match))) for match in (*named, *free))
    if letter is None:
        part = _wanted(text, free)
        letter = _part(part) if part else None
        spans += [match.span() for match in free]
    family = family_in(text) if number is None else None
    relative = _UNIT.search(text) if number is None and letter is None else None
    unit: Literal["exercise", "part"] | None = None
    if relative:
        unit = "part" if relative["part"] else "exercise"
    whole = number is None and family is None and letter is None and _WHOLE.search(text) is not None
    reference = Reference(exercise=number, family=family, part=letter, whole=whole, unit=unit)
    return Referred(reference, tuple(spans), firm, tuple(sorted(places, key=lambda place: place[0])))


def family_in(text: str) -> str | None:
    """The family whose words come last; layers that are counted belong to the parameters."""
    last = {row.family: match.end() for row in _FAMILIES.open_to(text) for match in row.pattern.finditer(text)}
    if not last:
        return None
    if "parameters" in last and "convolution" in last:
        return "parameters"
    return max(last, key=lambda family: last[family])


_RUNG = gated_normal(
    r"\bhint (?:number |no\.? ?|#)?(?P<rung>\d) (?:for|of|in|on|to) (?:exercise |number |part )*\d|"
    r"\bhint (?:number|no\.?|#) ?(?P<number>\d)\b|"
    r"\b(?P<nth>first|second|third|fourth|fifth|sixth|\d ?(?:st|nd|rd|th)) hint\b"
)
_NTH_RUNG = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def rung_in(text: str) -> int | None:
    """The number of the hint asked for: "hint 2 of 3b", "the second hint"; not "hint 3", which is exercise 3.

    >>> rung_in("show me hint 2 of 3b again"), rung_in("the third hint please"), rung_in("hint 3")
    (2, 3, None)
    """
    match = _RUNG.search(text)
    if match is None:
        return None
    said = match["rung"] or match["number"] or match["nth"]
    return _NTH_RUNG.get(said) or int(said[0])
