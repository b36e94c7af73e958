"""One number told of two settings: "stride and padding both 2", "the padding is two and the stride as well"."""

from __future__ import annotations

from itertools import permutations

from tutor.reading.settings.grammar import END, IS, NUMBER, Row, number, row

_NAMES = ("stride", "padding", "dilation")
_AND = r"(?: ?= ?| equals? )(?:the |a )?"
_TOGETHER = r"(?: is| are| was| were| be| both| each| all| equal| of| to|=| ?=){1,4} ?"
_NONE = "".join(f"(?<!{word} )" for word in ("no", "without", "any", "same", "valid", "zero", "not"))
_BUT = r"[, ]{1,2}(?:and |with |but )?"
_ALSO = rf"(?: is| are| being)?(?: as well| too| also| likewise| the same)\b(?! (?:as|size|padding))(?!{IS}\d)"
_N = rf"(?P<shared>{NUMBER}){END}"

ROWS: tuple[Row, ...] = tuple(
    row(
        first,
        rf"\b{first}{_AND}{second}{IS}(?<=[= ]){_N}|"
        rf"{_NONE}\b{first} (?:and|as well as) (?:the |a )?{second}{_TOGETHER}{_N.replace('shared', 'shared3')}|"
        rf"\b{second}{IS}(?<=[= ]){_N.replace('shared', 'shared2')}{_BUT}(?:the |a )?{first}{_ALSO}",
        lambda match: number(match["shared"] or match["shared2"] or match["shared3"]),
        f"{first} and {second} both 2",
        f"{first}={second}=1",
        f"the {second} is two and the {first} as well",
    )
    for first, second in permutations(_NAMES, 2)
)
