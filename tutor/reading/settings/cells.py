"""Ways to say one entry of a matrix that is computed with: "the top left number of X was 5", "X[0, 0] = 5"."""

from __future__ import annotations

import re

from tutor.reading.settings.grammar import NUMBER
from tutor.reading.settings.relative import ARRAYS, ChangeRow, change_row

_M = (
    r"(?:(?:the|that|my|this|sheet|original|matrix) ){0,3}"
    rf"(?<![\w^'])(?P<setting>{'|'.join(sorted(ARRAYS, key=len, reverse=True))})(?![\w(\[]|'(?!s)| size)(?:'s)?"
)
_V, _H = r"top|upper|oben|bottom|lower|unten", r"left|links|right|rechts"
_NTH = r"first|second|third|fourth|last|1st|2nd|3rd|4th"
_CELL = r"(?:entry|number|element|value|cell|corner|position|pixel|one|component|weight)"
_INDICES = r"row ?(?P<row>\d)[, ]{1,3}(?:and )?column ?(?P<column>\d)"
_PLACE = (
    rf"(?:(?P<v>{_V})[- ]?(?P<h>{_H})|(?P<h2>links|rechts)[- ]?(?P<v2>oben|unten)|{_INDICES}|"
    rf"(?P<column3>{_NTH}) {_CELL} (?:of|in) (?:the )?(?P<row3>{_NTH}|top|bottom) row|"
    rf"{_CELL} \(? ?(?P<row2>\d) ?, ?(?P<column2>\d) ?\)?|(?P<end>first|last)(?= {_CELL}))(?: {_CELL})?"
)
_AT = r"(?: in (?:exercise )?\d[a-c]?)?(?: ?\((?:row|at|position)[^()]{1,24}\))?"
_IS = (
    r"(?: ?(?:=|:)|(?: (?:is|was|were|be|becomes?|to|would|should|had|been|equals?|set|"
    r"change|by|with|into|a|an|the|now|from "
    rf"{NUMBER}|not {NUMBER},? but))"
    r"{1,5})?"
)
_N = rf"(?P<amount>{NUMBER})(?!\w|[.,]\d| ?[+*/])"
_WRITTEN = r"(?<![\w@.*])(?P<setting>[xkqv]|input|kernel)"

ROWS: tuple[ChangeRow, ...] = (
    change_row(
        "cell",
        None,
        rf"\b{_PLACE} (?:of|in|from|von) {_M}{_AT}{_IS} ?{_N}",
        "the top left number of X was 5",
        "bottom right of the kernel 0",
        "the last entry of X (row 4 col 4) = 4",
        "the first entry of the second row of X is 3",
        "set the upper right entry of Q to 0",
        not_says=("the top left number of Y is 5", "is the top left of X covered twice"),
    ),
    change_row(
        "cell",
        None,
        rf"{_M} (?:the )?{_PLACE}{_IS} ?{_N}",
        "K's top left entry is 3",
        "in the kernel the bottom right number becomes 4",
    ),
    change_row(
        "cell",
        None,
        rf"(?<![\w.])(?P<amount>{NUMBER}) (?:in|at|into|for|as|on) (?:the )?{_PLACE} (?:of|in) {_M}",
        "a 5 in the upper left corner of the input",
        "put 7 at row 2, column 3 of X",
    ),
    change_row(
        "cell",
        None,
        rf"{_M}{_AT}(?: (?:has|had|have|with|would have|gets?|got)){{1,2}} (?:an? )?(?P<amount>{NUMBER}) "
        rf"(?:in|at|on) (?:the )?{_PLACE}",
        "the input has a 2 in row 2 column 4",
        "if X had a 9 at the bottom left",
    ),
    change_row(
        "cell",
        None,
        rf"{_M},?(?: (?:that|which|with|has|have|had|is|was|be|of|all|zero|only|just|single|except|but|for|and|where|"
        rf"made|full)\b,?){{1,7}}(?: an?| one)?(?: single)? (?P<amount>{NUMBER}) (?:(?:in|at|on|"
        rf"to) (?:the )?)?{_PLACE}",
        "a kernel of zeros with a single one in the upper right",
        "the kernel is all zeros except a 1 bottom right",
    ),
    change_row(
        "cell",
        None,
        rf"{_WRITTEN}\[ ?(?P<row_from_0>\d) ?(?:,|\]\[) ?(?P<column_from_0>\d) ?\]{_IS} ?{_N}",
        "X[0,0] = 5",
        "K[1][0] = 3",
        "say x[2, 1] was 7",
        not_says=("Y[0,0] = 5",),
    ),
    change_row(
        "cell",
        None,
        rf"{_WRITTEN}_\{{?(?P<row>\d),?(?P<column>\d)\}}?{_IS} ?{_N}",
        "x_23 = 4",
        "let k_{1,2} be 3",
    ),
)
_INDEX = {
    word: index
    for index, words in ((0, "first 1st top upper oben left links"), (1, "second 2nd"), (2, "third 3rd"))
    for word in words.split()
} | {"fourth": 3, "4th": 3}


def place(match: re.Match[str]) -> tuple[int, int]:
    """Row and column of a match, from 0; -1 is the last."""
    said = {re.sub(r"\d$", "", name): value for name, value in match.groupdict().items() if value}
    if "row_from_" in said:
        return int(said["row_from_"]), int(said["column_from_"])
    if "end" in said:
        return (0, 0) if said["end"] == "first" else (-1, -1)
    row, column = (said["v"], said["h"]) if "v" in said else (said["row"], said["column"])
    return _index(row), _index(column)


def _index(said: str) -> int:
    return int(said) - 1 if said.isdigit() else _INDEX.get(said, -1)
