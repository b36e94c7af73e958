"""Small whole numbers as an answer says them: "none", "six rows and six columns", "11*11*3", "it's 4 I think"."""

from __future__ import annotations

import re
from math import prod

MAX_CHARACTERS = 80
"""An answer to a small question is short."""
_SPOKEN = {
    word: value
    for value, said in enumerate(
        (
            "zero none nothing nil null nought keine keiner nix",
            "one single eins",
            "two both zwei",
            "three drei",
            "four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
            "eleven elf",
            "twelve zwölf",
        )
    )
    for word in said.split()
}
_TOKEN = re.compile(
    r"(?P<minus>[-−]|minus\b|negative\b)|(?P<half>and a half\b)|"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,12})?)|(?P<times>[*x×·]|times\b|mal\b|by\b)|(?P<plus>\+|plus\b)|"
    r"(?P<word>[^\W\d_]+)|(?P<sign>\S)"
)
_ASKING = frozenset(
    {"what", "why", "how", "which", "hint", "solution", "exercise", "task", "number", "nr", "ex", "if", "was", "warum"}
    | {"wie", "explain", "show", "give", "next", "more", "another", "practice", "check", "help", "solve", "answer"}
    | {"stride", "padding", "kernel"}
)
"""A message with one of these is no answer to a small question."""


def _summed(terms: list[float], adds: list[int]) -> tuple[float, ...]:
    """The terms, those with a plus before them added to the one before."""
    sums: list[float] = []
    for index, term in enumerate(terms):
        if index in adds:
            sums[-1] += term
        else:
            sums.append(term)
    return tuple(sums)


def quantities_in(text: str) -> tuple[tuple[float, ...], ...]:
    """What numbers a short answer may stand for, likeliest first: each by itself, or factors multiplied.

    Empty where it is no such answer.

    >>> quantities_in("none of them"), quantities_in("six rows and six columns")
    (((0.0,),), ((6.0, 6.0),))
    >>> quantities_in("11*11*3 I think")
    ((363.0,), (11.0, 11.0, 3.0))
    >>> quantities_in("what is a kernel")
    ()
    """
    if len(text) > MAX_CHARACTERS:
        return ()
    groups: list[list[float]] = []
    joined, sign = False, 1
    adds: list[int] = []
    for match in _TOKEN.finditer(text.lower()):
        word = match["word"]
        if word in _ASKING:
            return ()
        if match["times"] and groups:
            joined = True
            continue
        if match["plus"] and groups:
            adds.append(len(groups))
            continue
        if match["half"] and groups:
            groups[-1][-1] += 0.5
            continue
        if match["minus"]:
            sign = -1
            continue
        value = float(match["number"].replace(",", "")) if match["number"] else _SPOKEN.get(word) if word else None
        if value is not None:
            groups = [*groups[:-1], [*groups[-1], sign * value]] if joined else [*groups, [float(sign * value)]]
        joined, sign = False, 1
    products = _summed([float(prod(group)) for group in groups], adds)
    apart = tuple(float(value) for group in groups for value in group)
    return tuple(dict.fromkeys(values for values in (products, apart) if values))
