"""Ways to say a change of whatever was changed last: "twice that", "same but all entries doubled", "and two more"."""

from __future__ import annotations

from dataclasses import replace

from tutor.reading.message import THAT, How
from tutor.reading.settings.grammar import NUMBER
from tutor.reading.settings.relative import ARRAYS, BIGGER, OF, SMALLER, Change, change_row

_NOUNS = "|".join(sorted({*OF, *(name for name in ARRAYS if len(name) > 1)}, key=len, reverse=True))
_LEAD = (
    r"^(?:(?:ok|so|hm|and|but|now|then|well|oh|no|wait|please|the|same|thing|with|for|make|do|try|take|use|what about|"
    r"how about|what if(?: (?:it|that|they))?(?: (?:is|was|were|be))?|"
    r"or|rather|instead|again|it|that|these|those|them|all|both|every|each|everything|"
    rf"entry|value|number|of|its|only|just|let us|let|das|jetzt|compute|nice|cool|lol|a|{_NOUNS})[ ,.:]{{1,2}}){{0,10}}"
)
_IT = (
    r"(?: ?(?:of )?(?:(?:that|this|it|them|those|these|davon|both|each|everything|all(?: of (?:it|"
    r"them))?)(?: again)?|(?:as|so) (?:much|many|big|large|high|wide|long|strong|viele?)"
    r"(?: as (?:that|before|now|it was|it is))?|the (?:value|number|amount|entry)|(?:of )?(?:all |each |every )?"
    r"(?:entry|value|number)))?"
)
_TAIL = r"(?:,? (?:please|then|now|instead|again|though|too))*[ .?!]*$"


def _that(
    how: How, amount: float | None, core: str, *says: str, not_says: tuple[str, ...] = (), sign: int = 1
) -> Change:
    row = change_row(how, amount, _LEAD + rf"(?:{core})" + _TAIL, *says, not_says=not_says, sign=sign)
    return replace(row, of=THAT)


_BY = rf"(?:multiply|times|mal)(?: (?:it|that|them|those|all|everything))?(?: (?:by|with|mit))? (?P<amount2>{NUMBER})"
ROWS: tuple[Change, ...] = (
    _that(
        "times",
        2,
        rf"(?:twice|double|doubled|doubling|(?:two|2) multiply|doppelte?|verdoppel\w{{1,3}}){_IT}",
        "twice that",
        "same but both twice that",
        "same kernel but all entries twice that",
        "now double it",
        "double both",
        "and doubled?",
        "twice as much",
        "und das Doppelte davon?",
        not_says=("is it twice that?", "why is it doubled", "double the hint", "is that doubled because of the bias"),
    ),
    _that(
        "times",
        3,
        rf"(?:triple|tripled|thrice|verdreifach\w{{1,3}}|dreifache){_IT}",
        "triple that",
        "and everything tripled?",
    ),
    _that(
        "times",
        0.5,
        rf"(?:a |the )?(?:half|halve|halved|halbier\w{{1,3}}|halb|hälfte){_IT}",
        "half of that",
        "now halve it",
        "and half as much",
        not_says=("half of it is clear",),
    ),
    _that(
        "times",
        None,
        rf"(?P<amount>{NUMBER}) multiply{_IT}|{_BY}",
        "ten times that",
        "same but three times as much",
        "all entries times 3",
        not_says=("3 times 4", "i asked three times"),
    ),
    _that(
        "times",
        -1,
        r"(?:negative|negated?|minus)(?: (?:that|this|it|them|those|all of (?:it|them|those)))|"
        r"(?:with |and )?(?:the |all )?(?:opposite|other|flip|flipped|reversed|inverted) signs?(?: of (?:that|"
        r"it|them))?",
        "minus that",
        "now negate it",
        "same with the opposite sign",
        not_says=("minus 3",),
    ),
    _that(
        "plus",
        None,
        rf"(?:by )?(?P<amount>{NUMBER}) {BIGGER}(?: than (?:that|it|before|now))?|plus (?P<amount2>{NUMBER})|"
        rf"(?:increase|raise) (?:it|that|them) by (?P<amount3>{NUMBER})",
        "and two more",
        "same but one bigger",
        "increase it by 3",
        not_says=("2 more hints", "one more hint please"),
    ),
    _that(
        "plus",
        None,
        rf"(?:by )?(?P<amount>{NUMBER}) {SMALLER}(?: than (?:that|it|before|now))?|"
        rf"(?:decrease|reduce|lower) (?:it|that|them) by (?P<amount3>{NUMBER})",
        "one less?",
        "and two fewer",
        sign=-1,
    ),
)
