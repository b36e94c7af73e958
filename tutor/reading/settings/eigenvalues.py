"""Ways to say eigenvalues against those that hold, one or all of them: "bump the second eigenvalue up by one"."""

from __future__ import annotations

from dataclasses import replace

from tutor.reading.message import How
from tutor.reading.settings.grammar import NUMBER, WHERE
from tutor.reading.settings.relative import BE, BIGGER, SMALLER, ChangeRow, change_row, multiples

_ORDINAL = r"first|second|third|last|middle|1st|2nd|3rd|1\.|2\.|3\.|other|larger|smaller"
"""How one of several eigenvalues is called; changes.py says where it stands."""
_ONE = (
    rf"(?:(?:only|just|the|sheet|my) ){{0,3}}(?:(?P<index>{_ORDINAL}) (?:eigenvalue|lambda)|"
    rf"(?:lambda|eigenvalue) ?_? ?(?P<index2>[123]|one|two|{_ORDINAL}))(?![\w.]|,\d)"
)
_ALL = (
    r"(?:(?:the|both|all|of|each|every|my|its|two|sheet|original|only|just) ){0,5}(?:eigenvalue|lambda)\b(?! ?_? ?\d)"
)
_WHICH = rf"(?:{_ONE}|{_ALL}){WHERE}"
_BY = rf"by (?P<amount>{NUMBER})(?![\w.]|,\d)"
_AMOUNT = rf"(?P<amount>{NUMBER})(?![.,]?\d)"
_UP = r"(?:increase|increment|raise|bump|lift|push|shift|move|boost|bring)\w{0,3}"
_GOES_UP = (
    r"(?:(?:go|get|goes|gets|going|went|gehen|is|was|were|be|are|being|has|move|moves) )?"
    r"(?:(?:increase|increment|raise|bump|lift|push|shift|boost)\w{0,3}|grows?|grew|rises?|rose|climbs?|up)(?: up)?"
)
_DOWN = r"(?:decrease|decrement|reduce|lower|drop|cut|shrink|push|shift|move|bring)\w{0,3}"
_GOES_DOWN = (
    r"(?:(?:go|get|goes|gets|going|went|is|was|were|be|are|being|move|moves) )?"
    r"(?:(?:decrease|decrement|reduce|lower|drop|cut|shrink)\w{0,3}|falls?|fell|sinks?|down)(?: down)?"
)


def _again(pattern: str, times: int) -> str:
    """A pattern with groups of names of its own, for another alternative."""
    return pattern.replace("?P<index", f"?P<index_{times}").replace("?P<amount>", f"?P<amount{times}>")


def _row(
    how: How, amount: float | None, ways: tuple[str, ...], *says: str, not_says: tuple[str, ...] = (), sign: int = 1
) -> ChangeRow:
    pattern = "|".join(_again(way, times) for times, way in enumerate(ways))
    return replace(change_row(how, amount, pattern, *says, not_says=not_says, sign=sign), of="eigenvalues")


ROWS: tuple[ChangeRow, ...] = (
    _row(
        "entry",
        0,
        (
            rf"{_ONE}{BE} (?:vanish\w{{0,2}}|disappear\w{{0,2}}|nothing|gone|dropped|killed|nil|null)\b"
            r"(?! (?:up|down|by|to|from)\b)",
            rf"\b(?:kill|drop|remove|vanish) {_ONE}(?! (?:down )?(?:by|to)\b)",
        ),
        "let the second eigenvalue vanish",
        "if lambda_2 vanishes",
        "what if the first eigenvalue disappeared",
    ),
    *multiples(
        _ONE,
        "",
        (
            ("double the second eigenvalue", "what if the 2nd eigenvalue is doubled", "double λ₁"),
            ("only the first eigenvalue is tripled", "the first eigenvalue on the sheet is three times as large"),
            ("halve the second eigenvalue", "what if the last eigenvalue were halved"),
        ),
    ),
    _row(
        "times",
        None,
        (
            rf"{_ONE} ?(?:multiply|times|\*)(?: by)? ?{_AMOUNT}",
            rf"\bmultiply {_WHICH} (?:by|with|times) {_AMOUNT}",
            rf"\b{_WHICH}{BE} multiply (?:by |with )?{_AMOUNT}",
        ),
        "the second eigenvalue times 3",
        "multiply each of the two eigenvalues by four",
        "what if both eigenvalues are multiplied by 3",
        "multiply the first eigenvalue by 5",
    ),
    _row(
        "times",
        -1,
        (rf"\bsigns? (?:of|in|from) {_ONE}", rf"\b(?:negate|negative|minus) {_ONE}(?! ?[=\d])",
         rf"\b(?:if|make|turn|let|think|suppose|with|now|when|imagine|say|only|just) {_ONE}{WHERE}{BE} "
         r"(?:negative|negated?)(?! ?-?\d)"),
        "flip the sign of the second eigenvalue",
        "make the second eigenvalue negative",
        "suppose only the second eigenvalue was negative",
        not_says=("is the second eigenvalue negative", "why is the second eigenvalue negative"),
    ),
    _row(
        "plus",
        None,
        (
            rf"\b{_WHICH}{BE} (?:by )?{_AMOUNT} {BIGGER}\b",
            rf"\b{_UP}(?: up)? {_WHICH}(?: up)? {_BY}",
            rf"\b{_WHICH} (?:(?:would|both|each|all|now|both) )?{_GOES_UP} {_BY}",
            rf"\b(?:add|adding|added|plus) {_AMOUNT} (?:more )?(?:to|on|onto) {_WHICH}",
            rf"\b{_WHICH}{BE} (?:plus|\+) {_AMOUNT}",
        ),
        "the first eigenvalue is one bigger",
        "both eigenvalues are one bigger",
        "bump the second eigenvalue up by one",
        "what if I raise both eigenvalues by 2",
        "if λ₂ grows by 3",
        "lambda_1 goes up by three",
        "add ten to each of the two eigenvalues",
        "add 5 to the first eigenvalue of ex 1",
        "each of the two eigenvalues is increased by 5",
        not_says=("why is the second eigenvalue bigger", "the eigenvalues go by order"),
    ),
    _row(
        "plus",
        None,
        (
            rf"\b{_WHICH}{BE} (?:by )?{_AMOUNT} {SMALLER}\b",
            rf"\b{_DOWN}(?: down)? {_WHICH}(?: down)? {_BY}",
            rf"\b{_WHICH} (?:(?:would|both|each|all|now) )?{_GOES_DOWN} {_BY}",
            rf"\b(?:subtract|take)(?: away)? {_AMOUNT} (?:away )?(?:from|off|of) {_WHICH}",
            rf"\b{_WHICH}{BE} minus {_AMOUNT}(?! (?:and|,) (?:minus|-)?\d)",
        ),
        "the second eigenvalue is one smaller",
        "the second eigenvalue drops by 1",
        "we lowered the second eigenvalue by 3",
        "subtract 1 from each eigenvalue",
        "take 2 away from the second eigenvalue",
        "subtract one from λ₁",
        sign=-1,
    ),
)  # fmt: skip
