"""How padding is told side by side: "zeros only left and right, one column each", "top 1 left 2 bottom 0 right 1"."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings.grammar import NUMBER, Row, number, one_or_all, row

_AXES = {
    "top": (0,), "oben": (0,), "above": (0,), "left": (1,), "links": (1,), "bottom": (2,), "unten": (2,),
    "below": (2,), "underneath": (2,), "correct": (3,), "rechts": (3,), "horizontally": (1, 3), "sideways": (1, 3),
    "vertically": (0, 2), "upper": (0,), "lower": (2,),
}  # fmt: skip
"""Sides as [top, left, bottom, right]; the line says "correct" for "right"."""
_RIGHT = (
    r"(?:(?<=left )|(?<=left and )|(?<=left or )|(?<=left, )|(?<=the ))correct|(?<=\d )correct(?=,| and \d)|"
    r"correct(?= ?[=:]? ?\d)"
)
_BOTH = r"(?:on |to )?(?:either|both|each)(?: of the| the)? side"
_SIDE = rf"(?:(?:{'|'.join(_AXES.keys() - {'correct'})})\b(?! (?:over|out|unchanged|alone|stride))|{_RIGHT})"
_NUMBER = rf"(?!zero){NUMBER}(?!\w| ?(?:stride|dilation|hint|by|x|kernel|filter|class)\b)"
_AMOUNT = rf"(?:{_NUMBER}|an?(?= (?:row|column|line|strip|zero)))"
_NONE = r"(?:none|nothing|no(?: zero)?|not)\b"
_FILLING = (
    r"(?:only|just|alone|of|by|is|are|at|in|on|to|the|each|and|or|side|edge|with|row|column|line|strip|pixel|cell|"
    r"zero|padding|wide|high|thick|per|extra|glued|added|add|put|placed|appended|attached|image|input|x|but|part)\b|="
)
_PARTED = r"(?: ?[,:=(] ?| )"
_FIRST = rf"(?:{_PARTED}(?:{_FILLING}|{_AMOUNT})){{0,9}}?"
_MORE = rf"(?:{_PARTED}(?:{_FILLING}|{_AMOUNT}|{_SIDE}|{_NONE})){{0,20}}"
_TOLD = re.compile(rf"(?P<none>{_NONE})|(?P<side>{_SIDE})|(?P<both>{_BOTH})|(?P<amount>\ba(?= )|(?!zero){NUMBER})")
_ON_TOP = re.compile(rf"(?P<value>{NUMBER}) on top\b(?!.*\b(?:only|alone|side|edge|row|line)\b)")
"""Padding 1 on top of a stride is padding as well, not at the top."""


def _amounts(match: re.Match[str]) -> Json:
    """What is told of each side; what is not told is 0. None where nothing tells how much, or of which side."""
    told: list[int | float] = [0, 0, 0, 0]
    sides, amount = 0, None
    waiting: list[int] = []
    for one in _TOLD.finditer(match[0]):
        if one["amount"]:
            amount = 1 if one["amount"] == "a" else number(one["amount"])
            for side in waiting:
                told[side] = amount
            amount, waiting = (None if waiting else amount), []
        elif one["none"]:
            amount = 0
        else:
            at = _AXES[one["side"]] if one["side"] else (0, 2) if "row" in match[0] else (1, 3)
            sides += len(at)
            for side in at:
                told[side] = 0 if amount is None else amount
            waiting += at if amount is None else ()
    for side in waiting:
        told[side] = 1
    if sides == 1 and (besides := _ON_TOP.search(match[0])):
        return number(besides["value"])
    if not sides or (sides == 1 and not re.search(r"\d|\b(?:one|two|three|a|only|row|column)\b", match[0])):
        return None
    return one_or_all(told[:2] if told[:2] == told[2:] else told)


ROWS: tuple[Row, ...] = (
    row(
        "padding",
        rf"(?:(?:\b{_AMOUNT} (?:row|column|line|strip) of )?\b(?:zero -?)?(?:zero|padding)(?!_| (?:is|are) (?:left|"
        rf"correct))"
        rf"{_FIRST}{_PARTED}{_SIDE}{_MORE})|"
        rf"\b{_AMOUNT} (?:row|column|line|strip) of zero {_BOTH}",
        _amounts,
        "asymmetric pad top 1 left 2 bottom 0 right 1",
        "padding of 1 on the left and 2 on the right",
        "zeros only left and right of the picture, one column each, none above or below",
        "a column of zeros on either side",
        "two rows of zeros above and below",
        "padded only horizontally by 1",
        not_says=("how many zeros are left", "is my padding right", "the zeros: is that right"),
    ),
)
