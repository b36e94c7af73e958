"""Which exercise and part a message is about: "3b", "third exercise second part", "the conv one"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tutor.reading.message import Reference
from tutor.reading.text import Line, normal

NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
ORDINAL = r"(?:(?:second|next)[ -]to[ -]last|first|second|third|fourth|last)"
_EXERCISE = r"(?:exercise|task|question|problem|e|q)"
_LABEL = rf"(?:{_EXERCISE}|number|no|\#)"
_DIGITS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        map(str, range(1, 11)),
        strict=True,
    )
)
_DIGITS |= {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "last": "4",
    "second to last": "3",
    "next to last": "3",
    "to": "2",
    "too": "2",
    "for": "4",
    "free": "3",
    "won": "1",
    "fore": "4",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "second-to-last": "3",
    "next-to-last": "3",
}
_LETTERS = {
    "1": "a",
    "2": "b",
    "3": "c",
    "one": "a",
    "two": "b",
    "three": "c",
    "first": "a",
    "second": "b",
    "third": "c",
}
_LETTERS |= {"i": "a", "ii": "b", "iii": "c", "last": "c", "alpha": "a", "bravo": "b", "charlie": "c"}
_LETTERS |= {"bee": "b", "be": "b", "see": "c", "sea": "c"}

# A part after its exercise. A loose "a" is an article more often than a part: it needs a bracket, a digit or the end.
_LONE_A = r"a(?= (?:i|but|is|my|please|first|row|how|because|and|do|so|then|where|can|it|without)\b)"
_LETTER = (
    r"\(?(?P<letter>[b-h]|(?<=[\d(])a|a(?=\))|a(?= ?[.?!,:=□]| please| again| now|$)|"
    rf"(?:(?<=\d )|(?<=one )|(?<=two )|(?<=three )){_LONE_A})\)?(?![\w'])"
)
_WORDED = (
    r"(?:in |the |its )*(?:part|letter|section|bit) \(?(?P<worded>[a-h]|one|two|three|[123]|i{1,3}|"
    r"alpha|bravo|charlie|bee|see|sea)\)?(?!\w)"
)
_NTH = r"(?:the |its )*(?P<nth>first|second|third|last) part"
_PART = rf"(?: ?[,.:-]? ?(?:{_WORDED}|{_NTH}|{_LETTER})|\.(?P<digit>[123])(?![\w.]))?"
_PART_FIRST = (
    r"(?:(?:part|letter|section) \(?(?P<worded>[a-h]|one|two|three|[123])\)?|(?P<nth>first|second|"
    r"third|last) part|\(?(?P<letter>[b-h]|(?<=\()a|a(?=\)))\)?)"
)

# A number that goes on, or counts or measures something, names no exercise: "2x2", "3 hints", "4 channels", "14:30".
_GOES_ON = r"(?![\w.,:/]*\d)(?! ?[x%*+/^] ?\d| ?%| ?/ ?\w|-?d(?:im)?\b)"
_COUNTED = (
    r"(?! ?(?:by|hint|step|more|other|minute|row|column|class|channel|layer|times|example|eigen\w*|"
    "entry|value|filter|percent|word|line|thing|or|exercise|task|question|problem|zero|one|decimal|"
    "matrix|vector|parameter|part|pixel|head|number|try|hour|sentence|people|point|of|dimension|dim|"
    r"neuron|unit|weight|image|input|output|feature|day|window|week|month|year|second|min|page|friend|guy|person|"
    r"level|euro|coffee|night|am(?! i\b)|pm|h|cell|element|pair|term)s?\b)"
)
_CUE = (
    r"(?<!\d )(?<!□ )(?<!instead )(?<!rather )(?<!root )(?<!multiple )(?<!add up )(?<!sum up )(?<!sum )(?<!add )"
    r"(?<!equal )(?:hint|help(?: me)?|solution|answer|result|"
    "solve|statement|stuck|check|explain|"
    "show(?: me)?|text|practice|do|did|finished|solved|start|skip|back|switch|continue|working|try|"
    "repeat|read(?: me)?|open|up|mean|doing|for|about|on|of|with|in|to|similar|like|at|from|now|then|"
    "next|and|not|no|make|meant|want|see|task|around|through|into|after)"
)
_LEAD = (
    "(?:so|ok|and|now|please|hello|then|well|no|yes|maybe|let us|do|go to|i choose|i pick|take|"
    "start with|to|for|on|the|try|i am|at|with|back|what about|how about|about|in|same|hint|solution|"
    "is|also|show|me|solve|next|wait|number)"
)

_PATTERNS = tuple(
    normal(pattern)
    for pattern in (
        (
            rf"(?<!\w){_PART_FIRST} (?:of|in|from|"
            rf"for) (?:the )?(?:{_LABEL}\.? ?)?(?:(?P<number>{NUMBER})(?!\w){_GOES_ON}|"
            rf"(?P<ordinal>{ORDINAL}) (?:{_EXERCISE}|one)\b)"
        ),
        rf"\b(?!no one\b){_LABEL}(?: number| no)?\.? ?\#?\(?(?P<number>{NUMBER})\)?(?![.,:/x]?\d){_PART}",
        rf"\b(?:exercise|number|hint for|solution for|help for) (?P<number>to|too|for|free|won|fore){_PART}"
        r"(?= ?[.,?!]| please| need| and|$)",
        rf"\b(?:exercise|number|task|question|problem)\.? (?P<number>iv|iii?|i(?= ?[,:(]|$))(?![\w']){_PART}",
        r"(?<![\w.])(?P<number>[1-9])\.(?P<letter>[a-c])(?![\w.])",
        r"\((?:exercise )?(?P<number>[1-9]) ?(?P<letter>[a-c])\)",
        rf"\b(?:hint|solution|help|text|statement|answer|check) (?:for|to|of|on|with) (?:the )?(?P<ordinal>{ORDINAL})"
        r"(?= ?[.?!,]|$| please)",
        r"(?<!\w)(?P<number>one|two|three|four) (?P<letter>[bc])(?![\w'^*=]| =)",
        rf"\b(?:for|in|at|on) (?P<number>one|two|three|four) (?P<letter>{_LONE_A})",
        r"\b(?P<number>one|two|three|four) (?P<letter>bee|be|see|sea)(?= please|$| ?[.,?!])",
        (
            rf"^(?:{_LEAD}[ ,]+)*(?P<number>one|two|three|four) (?P<letter>[a-c])(?= (?:hint|solution|answer|"
            rf"please|row|"
            r"first|is|check|text|help|i|my)\b| □|[ .?!:]*$)"
        ),
        rf"\b(?P<ordinal>{ORDINAL}) (?:exercise|task|question|problem)\b{_PART}",
        (
            r"(?<![\w.,:/=+*^(\[-])(?P<number>[1-9])(?: ?-?(?:\((?P<paren>[a-h])\)|(?P<letter>(?<=\d)[a-ce-h]|"
            r"(?<=-)[a-c]|[bc]|a(?=\)|$))\)?)(?![\w'])|\.(?P<digit>[123])(?![\w.]))(?! ?[=x*+^]? ?\d)"
        ),
        rf"\b{_CUE} (?:the )?(?P<number>[1-9]|two|three|four)(?![\w']){_GOES_ON}{_COUNTED}{_PART}",
        (
            rf"^(?:{_LEAD}[ ,]+)*\#?\(?(?!(?:(?<=next )|(?<=same )|(?<=the ))one\b)(?P<number>{NUMBER}|to|"
            rf"too)[.)]?(?: (?:please|then|now|again|next|first|"
            "one))*[ .!?]*$"
        ),
        (
            r"^\(?(?P<number>[1-9])\)?(?= ?[:)]|\.? (?:hint|help|solution|please|stuck|statement|answer|solve|"
            r"check|done|finished|is|how|what|why|explain|text|i|the|practice)\b)"
        ),
    )
)
_NTH_ONE = normal(rf"\b(?<!only )(?P<ordinal>{ORDINAL}) one\b{_PART}")
_OF_A_MATRIX = re.compile(r"\b(?:row|column|entry|window|vector|step|layer|eigen\w*)\b")
_PARTS = tuple(
    normal(pattern)
    for pattern in (
        rf"\b{_WORDED}|\b{_NTH}\b|\((?P<paren>[a-c])\)(?!_)",
        rf"^(?:{_LEAD}[ ,]+)*(?P<letter>[a-c])\)?(?: (?:please|too|now|then|next|first))*[ .!?]*$",
        r"(?<!bias )(?<!vector )\b(?P<letter>[bc]|a(?=\)))\)?"
        r"(?= (?:asking|ask|done|please|then|now|next|too|is|want)\b|[ ?]*$)",
        rf"\b{_CUE} (?:the )?(?P<letter>[bc]|a(?=[ .?!]*$))(?![\w'^*=]| [=*])",
        r"(?:^|(?<=\. ))(?P<letter>[a-c])(?:\)|:)",
        r"^(?:(?:and|then|so|now|ok|for|also) ,?)+(?P<letter>[bc])(?= ?[=:] ?□)",
    )
)

FAMILIES = tuple(
    (family, normal(rf"\b(?:{words})\b"))
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
        ("eigen", r"eigen\w*|spectral|diagonalization|orthonormal|lambda(?:_?\d)?|[qvu]_?\d? ?[qvu]_?\d? ?\^ ?t"),
        (
            "parameters",
            (
                "parameter|alexnet|numel|torchvision|"
                "resnet|vgg|densenet|mobilenet|"
                "efficientnet|squeezenet|googlenet|"
                "classifier|count(?:ing)? (?:exercise|one|task)"
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
_UNIT = normal(
    r"\b(?:next|previous|following) (?:(?P<part>part|letter|section)|exercise|task|question|problem)\b(?! ?\d)|"
    r"\bthe (?:one|exercise|task) (?:before|after)(?: (?:it|that|this))?\b"
)
_FIRM = re.compile(r"exercise|task|question|problem|part|number|no|q|\d ?[-.(]?[a-c]")
_WHOLE = re.compile(
    r"\b(?:(?:all|every|both)(?: of)?(?: the| my| these| your| four| 4)* (?:exercise|task|question|"
    r"problem)(?! ?\d)|(?:whole|entire|full|complete|this|the) (?:exercise )?sheet|exercise sheet|"
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
    return _said(match, ("number", "ordinal"), _DIGITS)


def _part(match: re.Match[str]) -> str | None:
    return _said(match, ("letter", "worded", "nth", "digit", "paren"), _LETTERS)


def _matches(text: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[re.Match[str]]:
    """Matches of the patterns that do not overlap, an earlier pattern first."""
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if match.end() > match.start() and all(match.end() <= a or b <= match.start() for a, b in taken):
                taken.append(match.span())
                yield match


_KEYS = re.compile(r"\bk_?\d\b")
"""Beside k1, q2 is a query and no question."""


def _number_taken(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the number of a reference says something else."""
    group = next((name for name in ("number", "ordinal") if match.groupdict().get(name)), None)
    return group is not None and any(start <= match.start(group) < end for start, end in taken)


def _wanted(text: str, named: list[re.Match[str]]) -> re.Match[str] | None:
    """The last one that is not turned down, nor done with where another is named."""
    kept = [match for match in named if not _NEGATED.search(text, 0, match.start())]
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
            for match in _matches(text, _PATTERNS)
            if not (_number_taken(match, taken) or (match[0].startswith("q") and _KEYS.search(text)))
        ),
        key=lambda match: match.start(),
    )
    if not named and not _OF_A_MATRIX.search(text):
        named = list(_NTH_ONE.finditer(text))
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
    whole = number is None and family is None and _WHOLE.search(text) is not None
    reference = Reference(exercise=number, family=family, part=letter, whole=whole, unit=unit)
    return Referred(reference, tuple(spans), firm, tuple(sorted(places, key=lambda place: place[0])))


def family_in(text: str) -> str | None:
    """The family whose words come last; layers that are counted belong to the parameters."""
    last = {family: match.end() for family, words in FAMILIES for match in words.finditer(text)}
    if not last:
        return None
    if "parameters" in last and "convolution" in last:
        return "parameters"
    return max(last, key=lambda family: last[family])


_RUNG = normal(
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
