"""Eigenvalues told as the matrix of them: "with Lambda = np.diag([6, 2]) in place of the sheet's", "diag(6, 2) now"."""

from __future__ import annotations

import re

import numpy as np

from tools.schema import Array
from tools.settings import Settings
from tutor.reading.arrays import plain_name
from tutor.reading.message import Act, Found, Message, Move
from tutor.sheets.sheet import Exercise

_NAMES = ("lambda", "lam", "l", "d", "diag")
_SETS = re.compile(
    r"\b(?:with|if|when|for|let|use|using|take|put|set|suppose|assume|say|make|try|but|given|where|mit|wenn|für|sei|nimm|"
    r"aber)\b[^.?!;,]{0,16}$",
    re.IGNORECASE,
)
"""Words before the matrix that put it in the place of the exercise's own."""
_HANDS_IN = re.compile(
    r"(?<!\bif )(?<!\bwhen )(?<!suppose )(?<!assume )(?<!\bsay )\b(?:i|we|ich|wir)(?:'d|'ve| would| have| just| now)* "
    r"(?:set|put|use|take|choose|chose|write|get|nehme|setze)\b[^.?!;,]{0,16}$",
    re.IGNORECASE,
)
"""Words before the matrix that tell what the student's own Λ is."""
_INSTEAD = re.compile(r"[^.?!;,]{0,12}\b(?:instead|in place of|rather than|stattdessen|statt)\b", re.IGNORECASE)
_CALLED = re.compile(r"(?:λ|Λ|\blambda|\bLambda)(?: ?=| were| was| is| be| to be| equals| equal to| wäre)* ?$")
_REACH = 40


def lambda_told(message: Message, exercise: Exercise | None, going_on: bool) -> Message:
    """A message that puts a diagonal matrix in the place of Λ as the computation with its eigenvalues; `going_on` tells
    that eigenvalues were computed with before."""
    firm = [one for one in message.found if not one.loose]
    if message.act not in (None, Act.CHECK, Act.COMPUTE) or message.errors or message.proposes or len(firm) != 1:
        return message
    if exercise is None or "eigenvalues" not in exercise.family.fields:
        return message
    one = firm[0]
    values = _diagonal(one.value)
    if values is None or not _is_set(message.text, one, going_on):
        return message
    told = Found(name="eigenvalues", value=values, span=one.span, decimals=one.decimals)
    others = {name: value for name, value in message.supposed.stated().items() if name in exercise.family.fields}
    settings = Settings.model_validate({**others, "eigenvalues": values})
    move = Move.SAME if going_on and message.reference.exercise is None else message.move
    return message.model_copy(update={"act": Act.COMPUTE, "settings": settings, "found": (told,), "move": move})


def _diagonal(value: Array) -> Array | None:
    """The diagonal of a diagonal matrix."""
    square = value.ndim == 2 and value.shape[0] == value.shape[1] > 1
    return np.diag(value) if square and not (value - np.diag(np.diag(value))).any() else None


def _is_set(text: str, one: Found, going_on: bool) -> bool:
    """Whether the words give the matrix Λ another value."""
    before, behind = text[max(0, one.span[0] - _REACH) : one.span[0]], text[one.span[1] : one.span[1] + _REACH]
    named = plain_name(one.name) in _NAMES if one.name else _CALLED.search(before) is not None
    written = text[one.span[0] : one.span[0] + _REACH].lower().removeprefix("np.").startswith("diag")
    if going_on and written and (named or one.name is None):
        return True
    sets = _SETS.search(before) is not None and _HANDS_IN.search(before) is None
    return named and (sets or _INSTEAD.match(behind) is not None)
