"""Ways to say a change of whatever was changed last: "twice that", "same but all entries doubled", "and two more"."""

from __future__ import annotations

from dataclasses import replace

from tutor.reading.message import THAT, How
from tutor.reading.settings.grammar import NUMBER
from tutor.reading.settings.relative import ARRAYS, BIGGER, OF, SMALLER, ChangeRow, change_row

_NOUNS = "|".join(sorted({*OF, *(name for name in ARRAYS if len(name) > 1)}, key=len, reverse=True))
_LEAD = (
    r"^(?:(?:ok|so|hm|and|but|now|then|well|oh|no|wait|please|the|same|thing|with|for|make|do|try|take|use|what about|"
    r"how about|(?:what happens? |what )?if(?: (?:it|that|they|we|i|you|both|all|these|those)){0,2}"
    r"(?: (?:is|was|were|are|be|had|have|would|all|both|each)){0,2}|what if|"
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


def of_that_row(
    how: How, amount: float | None, core: str, *says: str, not_says: tuple[str, ...] = (), sign: int = 1
) -> ChangeRow:
    """A row that says of whatever was changed last what `core` reads."""
    row = change_row(how, amount, _LEAD + rf"(?:{core})" + _TAIL, *says, not_says=not_says, sign=sign)
    return replace(row, of=THAT)


_EVERY = r"(?: (?:it|that|them|those|these|all|both|each|everything)){0,2}"
_BY = rf"(?:multiply|times|mal){_EVERY}(?: (?:by|with|mit))? (?P<amount2>{NUMBER})"
_OBJECTS = (
    r"(?: (?:the|their|of|two|both|order|them|those|these|places?|rounding|around|back|over|um|beiden?|again|values?|"
    r"numbers?|with each other)){1,4}"
)
_TO = r"(?:to|on|onto) (?:(?:all|each|every|both|of|them|it|that|those|these|the|two|one|value|number|entry)\b ?){1,4}"
_FROM = _TO.replace("to|on|onto", "from|off")
ROWS: tuple[ChangeRow, ...] = (
    of_that_row(
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
    of_that_row(
        "times",
        3,
        rf"(?:triple|tripled|thrice|verdreifach\w{{1,3}}|dreifache){_IT}",
        "triple that",
        "and everything tripled?",
    ),
    of_that_row(
        "times",
        0.5,
        rf"(?:a |the )?(?:half|halve|halved|halbier\w{{1,3}}|halb|hälfte){_IT}",
        "half of that",
        "now halve it",
        "and half as much",
        not_says=("half of it is clear",),
    ),
    of_that_row(
        "times",
        None,
        rf"(?P<amount>{NUMBER}) multiply{_IT}|{_BY}",
        "ten times that",
        "same but three times as much",
        "all entries times 3",
        "multiply both by 2",
        not_says=("3 times 4", "i asked three times"),
    ),
    of_that_row(
        "times",
        None,
        rf"divide{_EVERY} by (?P<amount>{NUMBER})",
        "divide both by 3",
        not_says=("do we divide by 2", "why divide by 2"),
        sign=-1,
    ),
    of_that_row(
        "times",
        -1,
        r"(?:negative|negated?|minus)(?: (?:that|this|it|them|those|(?:all|both) of (?:it|them|those)|both))|"
        r"(?:negative|negated?)(?: both| all| each)?|(?:change|flip|switch|swap|reverse|invert)"
        r"(?: (?:both|the|all|their|its|of|these|those)){0,3} signs?(?: of (?:both|them|all|it|that))?|"
        r"(?:with |and )?(?:the |all )?(?:opposite|other|flip|flipped|reversed|inverted) signs?(?: of (?:that|"
        r"it|them))?",
        "minus that",
        "now negate it",
        "same with the opposite sign",
        "negate both",
        "both negative?",
        "flip both signs",
        not_says=("minus 3", "why is it negative", "is it negative"),
    ),
    of_that_row(
        "swap",
        1,
        rf"(?:swap|swapped|exchange|exchanged|interchange|interchanged|reverse|reversed|vertausch\w{{1,3}}|tauschen?)"
        rf"(?:{_OBJECTS})?|"
        r"switch(?: (?:the|their|them|those|these|two|both|of)){0,4} (?:two|order|places?|rounding|around|over)|"
        r"(?:in )?(?:(?:the )?(?:other|opposite|reverse|reversed) (?:order|way(?: rounding| around)?)|"
        r"(?:andersrum|andersherum|umgekehrt|vice versa))",
        "swap them",
        "and swapped?",
        "the other way round",
        "in the other order",
        "swap them back",
        "and vice versa?",
        "switch the two",
        "andersrum?",
        not_says=("swap to exercise 2", "is it the other way round", "why not the other way round", "switch"),
    ),
    of_that_row(
        "plus",
        None,
        rf"(?:by )?(?P<amount>{NUMBER}) {BIGGER}(?: than (?:that|it|before|now))?|plus (?P<amount2>{NUMBER})|"
        rf"(?:increase|raise) (?:it|that|them|both|each|all) by (?P<amount3>{NUMBER})|"
        rf"(?:add|adding|plus) (?P<amount4>{NUMBER}) {_TO}",
        "and two more",
        "add 1 to both",
        "same but one bigger",
        "increase it by 3",
        not_says=("2 more hints", "one more hint please"),
    ),
    of_that_row(
        "plus",
        None,
        rf"(?:by )?(?P<amount>{NUMBER}) {SMALLER}(?: than (?:that|it|before|now))?|"
        rf"(?:decrease|reduce|lower) (?:it|that|them|both|each|all) by (?P<amount3>{NUMBER})|"
        rf"(?:subtract|take)(?: away)? (?P<amount4>{NUMBER}) (?:away )?{_FROM}",
        "one less?",
        "subtract one from each of them",
        "and two fewer",
        sign=-1,
    ),
)
