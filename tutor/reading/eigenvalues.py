"""Eigenvalues told in a line of prose: "eigenvalues 3 and 5", "λ₁ = 3 and λ₂ = 5", "with 3 and 5 as eigenvalues"."""

from __future__ import annotations

import re

import numpy as np

from tools.schema import Array
from tutor.reading.settings.grammar import WHERE, WORD, real
from tutor.reading.text import DATA

_SAID = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: value for value, word in enumerate(_SAID)} | {"eins": 1, "eleven": 11, "twelve": 12}
_SIGN = r"(?:-|minus |negative |neg\.? )?"
ONE = (
    rf"{_SIGN}(?:\d{{1,4}} ?/ ?\d{{1,4}}|\d{{1,6}}(?:[.,]\d{{1,6}})?(?![\d])|\.\d{{1,6}}|frac ?\d ?\d|(?:one |"
    rf"a )?half|{WORD})"
)
"""An eigenvalue in digits or a small one in words."""
END = r"(?!\w|[.,]\d)"
_AND = r"(?: ?, ?(?:and )?| and (?:also )?| und | ?& ?| ?; ?| plus | sowie )"
_BELONGING = (
    r"(?:belong\w{0,3}|correspond\w{0,3}|associated|respective(?:ly)?|with|to|for|value|eigenvalue|number|scaled? by)"
)
_FILL = r"(?:which|that|and|are|is|go|goes|have|has|having|in|this|order|the|their|its|matching)"
_IS = (
    r"(?: ?(?:=|:|:=|-> ?|in|∈)| (?:of|are|is|with|be|being|were|was|become|becomes|to|would|both|equal|now|as|set|"
    r"the|change|"
    r"should|having|like|a|instead|have|has|value|number|given|by|new|own|my|use|follow|following|at|stays?|remains?|"
    r"still)\b){0,5}[ (\[]*"
)
_NOT = rf"(?: ?(?:are|is|was|were|be))? ?not {ONE}{_AND}{ONE},? but "
_NAME = r"\b(?:eigenvalue|eigen ?value|eigenwert\w{0,2}|eigen-value|lambda|ew|lam)"
_CORRECTED = (
    rf"(?:(?:[ ,.;-]{{1,3}}(?:oh|no|sorry|wait|i mean|actually|rather|oops|make that|better|not)){{1,4}}[ ,:]{{1,2}}"
    rf"(?P<corrected>{ONE}(?:{_AND}{ONE}){{1,9}}){END})?"
)
"""What was said in the place of values just said: "4 and 5, no wait, 4 and 6"."""
_MANY = re.compile(
    rf"(?:{_NAME}(?: (?:in|of|for|from) exercise \d| (?:exercise|task)(?:[^.?!{DATA}\d]{{0,30}}? with))?|"
    rf"(?<=eigen )\bvalue|\bvalue(?= (?:of )?{ONE}{_AND}))(?: ?i|"
    rf" ?_i| ?_? ?1 ?, ?2(?= ?[=:]))?(?:{_NOT})?{_IS}(?P<values>{ONE}(?:{_AND}{ONE}){{1,9}}){END}{_CORRECTED}"
)
_AFTER = re.compile(
    rf"(?<![\w.])(?P<values>{ONE}(?:{_AND}{ONE}){{1,9}}) (?:as|for|be|are|being|to be) (?:the |my |your |new |its |"
    rf"both ){{0,4}}(?:eigenvalue|eigen value|lambda)\b"
)
_TWICE = re.compile(
    rf"\bboth (?:the |of the |my |of its |its )?{_NAME}{_IS}(?P<value>{ONE}){END}(?!{_AND}{ONE})|"
    rf"{_NAME} (?:is |are |be |was |were |should )?both (?:be |are |equal |to |"
    rf"is ){{0,2}}(?P<value2>{ONE}){END}(?!{_AND}{ONE})|"
    rf"{_NAME}[_ ]{{0,2}}1 ?(?:=|and|,|&) ?(?:{_NAME})?[_ ]{{0,2}}2 ?"
    rf"(?:=|(?:is|are|be|were|was|both|all|equal|to|now)\b ?){{1,4}} ?(?P<value3>{ONE}){END}(?! ?\(?{_AND}{ONE})|"
    rf"{_NAME}\b[^.?!]{{0,50}}\b(?:same|equal|identical|coincide),? (?:(?:say|so|like|namely|for example|"
    rf"i\.e\.|e\.g\.|both|being|are|equal|at|with),? ){{1,4}}(?P<value4>{ONE}){END}(?!{_AND}{ONE})|"
    rf"(?<![\w.])(?P<value5>{ONE}) as (?:the |an |a |its )?(?:only|single|double|sole|repeated) {_NAME}\b|"
    rf"\beigenvalue{_IS}(?P<value7>{ONE}),? (?:twice|two multiply)(?= ?(?:[.,?!)]|$|what|which|and))|"
    rf"\ba (?:double|repeated) eigenvalue{_IS}(?P<value6>{ONE}){END}(?!{_AND}{ONE})"
)
"""A value that both eigenvalues have."""
_NAMED_EACH = re.compile(
    rf"{_NAME}{_IS}(?P<value>{ONE}){_AND}(?:(?:the|an?|other|second|another|with|for) ){{0,3}}{_NAME}{_IS}"
    rf"(?P<value2>{ONE}){END}(?! ?[=:]| (?:is|are|equal))"
)
"""Two values, each with its name: "eigenvalue ten and eigenvalue twenty"."""
_INDEXED = re.compile(
    rf"(?:{_NAME}|\bl(?=[12] ?=))[_ ]{{0,2}}(?P<index>[1-9]|one|two|three)"
    rf"(?: ?(?:=|:=|:|->|→|rightarrow)| (?:is|of|be|equal|become|becomes|to|was|"
    rf"were|being|now|as|set|would|should|at|stays?|remains?|still|keeps?|"
    rf"gets?)\b){{1,4}} ?(?P<value>{ONE})(?![\w.]*\w)"
)
_NTH = r"first|second|third|other|last|middle"
_ORDINAL = re.compile(
    rf"\b(?P<index>{_NTH})(?: (?:eigenvalue|one|eigen value|lambda))?{WHERE}(?: ?(?:=|:)| (?:is|of|be|"
    rf"equal|becomes?|to|was|were|being|now|as|would|at|stays?|remains?|still|keeps?|gets?)\b){{0,3}} ?"
    + "".join(f"(?<!{nth} )" for nth in _NTH.split("|"))
    + rf"(?P<value>{ONE})(?![\w.]*\w)"
)
_INDICES = {"one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "other": 2, "third": 3, "middle": 2, "last": 0}
"""Where an eigenvalue stands by what it is called, counted from 1; 0 is the last."""
_REPLACING = re.compile(rf" (?:by|with) (?={ONE})")
_VALUE = re.compile(ONE)
_TIGHT = re.compile(r"-?\d+(?:,-?\d+)+")
"""Commas alone separate; they are decimal only where something else separates."""


def value_of(said: str) -> float:
    """The value of a number as `ONE` reads it."""
    sign = -1 if said.startswith(("-", "minus", "neg")) else 1
    plain = re.sub(r"^(?:-|minus |negative |neg\.? )", "", said)
    if fraction := re.fullmatch(r"frac ?(\d) ?(\d)", plain):
        return sign * (int(fraction[1]) / int(fraction[2]) if int(fraction[2]) else int(fraction[1]))
    return sign * float(_WORDS[plain] if plain in _WORDS else real(plain))


def _replaced(text: str) -> str:
    """The line with "replace the second by 8" as "to 8"."""
    return _REPLACING.sub(" to ", text) if "replace" in text else text


def _indexed(text: str) -> list[float] | None:
    """λ₁ … λₙ told one by one, where none is missing."""
    text = _replaced(text)
    found = {_index(match["index"]): value_of(match["value"]) for match in _INDEXED.finditer(text)}
    if len(found) < 2 and "eigen" in text:
        found = {_index(match["index"]): value_of(match["value"]) for match in _ORDINAL.finditer(text)}
    if 0 in found and len(found) not in found:
        found[len(found)] = found.pop(0)
    complete = len(found) > 1 and set(found) == set(range(1, len(found) + 1))
    return [found[index] for index in sorted(found)] if complete else None


def _index(said: str) -> int:
    return _INDICES[said] if said in _INDICES else int(said)


def single_eigenvalue(text: str) -> tuple[int, float] | None:
    """The one eigenvalue that a line gives by its index, counted from 1, the last as 0.

    >>> single_eigenvalue("what if lambda_2 = 7")
    (2, 7.0)
    """
    text = _replaced(text)
    if not any(name in text for name in ("eigen", "lam", "ew", "l1", "l2")):
        return None
    found = [(_index(match["index"]), value_of(match["value"])) for match in _INDEXED.finditer(text)]
    if not found and "eigen" in text:
        found = [(_index(match["index"]), value_of(match["value"])) for match in _ORDINAL.finditer(text)]
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
        return np.full(2, value_of(next(filter(None, twice.groups()))))
    if values := _indexed(text):
        return np.array(values)
    if each := _NAMED_EACH.search(text):
        return np.array([value_of(each["value"]), value_of(each["value2"])])
    told = [match for pattern in (_MANY, _AFTER) for match in pattern.finditer(text)]
    kept = [match for match in told if not re.search(r"\b(?:not|instead of)[ a-z]{0,6}$", text[: match.start()][-20:])]
    if not kept:
        return None
    said = kept[0].groupdict().get("corrected") or kept[0]["values"]
    if _TIGHT.fullmatch(said):
        said = said.replace(",", ", ")
    return np.array([value_of(one) for one in _VALUE.findall(said)])


_OF_VECTORS = re.compile(
    rf"{DATA} ?,?(?: {_FILL}){{0,4}} {_BELONGING}(?: (?:{_FILL}|{_BELONGING})){{0,4}}[ :]{{1,2}}"
    rf"(?P<values>{ONE}(?:{_AND}{ONE}){{1,3}}){END}|"
    rf"(?<![\w.])(?P<values2>{ONE}(?:{_AND}{ONE}){{1,3}}) (?:belong\w{{0,3}} to|go with|correspond\w{{0,3}} to|for|to)"
    rf"(?: (?:the|my|eigenvector|vector)){{0,3}} ?{DATA}"
)


def values_of_vectors(text: str) -> Array | None:
    """The values that a line gives to the eigenvectors it shows as `DATA`, in their order.

    >>> values_of_vectors(f"the eigenvector {DATA} and {DATA}, belonging to 2 and 3")
    array([2., 3.])
    """
    match = _OF_VECTORS.search(text)
    said = match and (match["values"] or match["values2"])
    return np.array([value_of(one) for one in _VALUE.findall(said)]) if said else None


def told_at(text: str) -> list[tuple[int, int]]:
    """Where a line tells eigenvalues: "leave the eigenvalues at 2 and 5" names no exercise."""
    if "eigen" not in text:
        return []
    several = [match.span() if match["corrected"] else match.span("values") for match in _MANY.finditer(text)]
    several += [match.span(name) for match in _ORDINAL.finditer(text) for name in ("index", "value")]
    last = [_TWICE.finditer(text), _OF_VECTORS.finditer(text) if DATA in text else ()]
    return several + [match.span(match.lastgroup) for matches in last for match in matches if match.lastgroup]


_ALONE = re.compile(
    r"(?:\b(?:for|with|using|take|and|so|then|now|if (?:it|they)(?:'s|'re| is| are| was| were)?|hm+|ah+|oh+|ok|okay|"
    r"für|mit|und|dann|also),? |^ *)"
    rf"(?P<values>{ONE}{_AND}{ONE}){END}(?! (?:hint|exercise|step|on|in|as|off|at)\b)"
)


def values_alone(text: str) -> Array | None:
    """Two numbers of a line that speaks of eigenvalues all along: "and for 1 and 7 I get …".

    >>> values_alone("and for 1 and 7 i get")
    array([1., 7.])
    """
    match = _ALONE.search(text)
    return np.array([value_of(one) for one in _VALUE.findall(match["values"])]) if match else None
