"""Eigenvalues told in a line of prose: "eigenvalues 3 and 5", "λ₁ = 3 and λ₂ = 5", "with 3 and 5 as eigenvalues"."""

from __future__ import annotations

import re

import numpy as np

from tools.schema import Array
from tutor.reading.settings.grammar import WORD, real

_SAID = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: value for value, word in enumerate(_SAID)} | {"eins": 1, "eleven": 11, "twelve": 12}
_SIGN = r"(?:-|minus |negative |neg\.? )?"
_ONE = (
    rf"{_SIGN}(?:\d{{1,4}} ?/ ?\d{{1,4}}|\d{{1,6}}(?:[.,]\d{{1,6}})?(?![\d])|\.\d{{1,6}}|frac ?\d ?\d|(?:one |"
    rf"a )?half|{WORD})"
)
_END = r"(?!\w|[.,]\d)"
_AND = r"(?: ?, ?(?:and )?| and (?:also )?| ?& ?| ?; ?| plus | sowie )"
_IS = (
    r"(?: ?(?:=|:|:=|-> ?|in|∈)| (?:of|are|is|with|be|being|were|was|become|becomes|to|would|both|equal|now|as|set|"
    r"the|change|"
    r"should|having|like|a|instead|have|has|value|number|given|by|new|own|my|use|follow|following)\b){0,5}[ (\[]*"
)
_NAME = r"\b(?:eigenvalue|eigen ?value|eigenwert\w{0,2}|eigen-value|lambda|ew|lam)"
_MANY = re.compile(
    rf"(?:{_NAME}|(?<=eigen )\bvalue|\bvalue(?= (?:of )?{_ONE}{_AND}))(?: ?i|"
    rf" ?_i| ?_? ?1 ?, ?2(?= ?[=:]))?{_IS}(?P<values>{_ONE}(?:{_AND}{_ONE}){{1,9}}){_END}"
)
_AFTER = re.compile(
    rf"(?<![\w.])(?P<values>{_ONE}(?:{_AND}{_ONE}){{1,9}}) (?:as|for|be|are|being|to be) (?:the |my |your |new |its |"
    rf"both ){{0,4}}(?:eigenvalue|eigen value|lambda)\b"
)
_TWICE = re.compile(
    rf"\bboth (?:the |of the |my |of its |its )?{_NAME}{_IS}(?P<value>{_ONE}){_END}(?!{_AND}{_ONE})|"
    rf"{_NAME} (?:is |are |be |was |were |should )?both (?:be |are |equal |to |"
    rf"is ){{0,2}}(?P<value2>{_ONE}){_END}(?!{_AND}{_ONE})|"
    rf"{_NAME}[_ ]{{0,2}}1 ?= ?{_NAME}[_ ]{{0,2}}2 ?= ?(?P<value3>{_ONE}){_END}"
)
"""A value that both eigenvalues have."""
_INDEXED = re.compile(
    rf"(?:{_NAME}|\bl(?=[12] ?=))[_ ]{{0,2}}(?P<index>[1-9]|one|two|three)"
    rf"(?: ?(?:=|:=|:|->|→|rightarrow)| (?:is|of|be|equal|become|becomes|to|was|"
    rf"were|being|now|as|set|would|should)\b){{1,4}} ?(?P<value>{_ONE})(?![\w.]*\w)"
)
_ORDINAL = re.compile(
    rf"\b(?P<index>first|second|third|other)(?: (?:eigenvalue|one|eigen value|lambda))?(?: ?(?:=|:)| (?:is|of|be|"
    rf"equal|become|to|was|were|being|now|as|would)\b){{0,3}} ?(?P<value>{_ONE})(?![\w.]*\w)"
)
_INDICES = {"one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "other": 2, "third": 3}
_VALUE = re.compile(_ONE)
_TIGHT = re.compile(r"-?\d+(?:,-?\d+)+")
"""Commas alone separate; they are decimal only where something else separates."""


def _value(said: str) -> float:
    sign = -1 if said.startswith(("-", "minus", "neg")) else 1
    plain = re.sub(r"^(?:-|minus |negative |neg\.? )", "", said)
    if fraction := re.fullmatch(r"frac ?(\d) ?(\d)", plain):
        return sign * (int(fraction[1]) / int(fraction[2]) if int(fraction[2]) else int(fraction[1]))
    return sign * float(_WORDS[plain] if plain in _WORDS else real(plain))


def _indexed(text: str) -> list[float] | None:
    """λ₁ … λₙ told one by one, where none is missing."""
    found = {_index(match["index"]): _value(match["value"]) for match in _INDEXED.finditer(text)}
    if len(found) < 2 and "eigen" in text:
        found = {_index(match["index"]): _value(match["value"]) for match in _ORDINAL.finditer(text)}
    complete = len(found) > 1 and set(found) == set(range(1, len(found) + 1))
    return [found[index] for index in sorted(found)] if complete else None


def _index(said: str) -> int:
    return _INDICES[said] if said in _INDICES else int(said)


def single_eigenvalue(text: str) -> tuple[int, float] | None:
    """The one eigenvalue that a line gives by its index, counted from 1.

    >>> single_eigenvalue("what if lambda_2 = 7")
    (2, 7.0)
    """
    found = [(_index(match["index"]), _value(match["value"])) for match in _INDEXED.finditer(text)]
    if not found and "eigen" in text:
        found = [(_index(match["index"]), _value(match["value"])) for match in _ORDINAL.finditer(text)]
    return found[-1] if len(found) == 1 else None


def eigenvalues_in(text: str) -> Array | None:
    """All eigenvalues that a normalised line tells, in order; a single one is none: the others are not known.

    >>> eigenvalues_in("eigenvalue 3 and 5 instead of 1 and 2")
    array([3., 5.])
    >>> eigenvalues_in("lambda_1=3, lambda_2=-1")
    array([ 3., -1.])
    >>> eigenvalues_in("both eigenvalue 2")
    array([2., 2.])
    >>> eigenvalues_in("the eigenvalue one") is None
    True
    """
    if twice := _TWICE.search(text):
        return np.full(2, _value(next(filter(None, twice.groups()))))
    if values := _indexed(text):
        return np.array(values)
    told = [match for pattern in (_MANY, _AFTER) for match in pattern.finditer(text)]
    kept = [match for match in told if not re.search(r"\b(?:not|instead of)[ a-z]{0,6}$", text[: match.start()][-20:])]
    if not kept:
        return None
    said = kept[0]["values"]
    if _TIGHT.fullmatch(said):
        said = said.replace(",", ", ")
    return np.array([_value(one) for one in _VALUE.findall(said)])
