"""Numbers to compute with, told anew: "kernel = [[0,1],[1,1]]" after a computation, "3a, but X[0,0] = 5: Y?".

What a task gives cannot be handed in, so it is not checked.
"""

from __future__ import annotations

import re

import numpy as np

from tools.catalog import FAMILIES
from tools.schema import Array
from tools.settings import Settings
from tutor.dialogue.told_lambda import lambda_told
from tutor.reading.arrays import setting_of
from tutor.reading.message import Act, Change, Found, Message, Move
from tutor.sheets.sheet import Exercise, Sheet
from tutor.state import State

_HANDS_IN = re.compile(
    r"\b(?:right|correct|ok(?:ay)?|true|stimmt|stimmt's|richtig|yes|no)\s*\?|"
    r"\b(?:check|verify|my (?:answer|result|y|c|a))\b|"
    r"\b(?:i|we)(?:'ve| have)? (?:got|found|obtained)\b|\b(?:gives|gave)\b",
    re.IGNORECASE,
)
"""Words that hand something in, or tell what came out."""
_ASKS = re.compile(
    r"\b(?:which|what(?:'s| is|s)?|give(?: me)?|need|compute|find|new|welche\w?|was ist)\b[^.?!]{0,16}"
    r"\b(?:[ayc]|matrix|output|result|context|ausgabe|ergebnis)\b|\b[yac] ?\?",
    re.IGNORECASE,
)
"""Words that ask what comes out."""
_PUTS = re.compile(r"\b(?:but|with|if|when|take|use|let|suppose|mit|aber|wenn|nimm)\b", re.IGNORECASE)


def told_anew(message: Message, state: State, sheet: Sheet) -> Message:
    """A message that only gives numbers of the task as the computation that it asks for."""
    exercise, going_on = _exercise(message, state, sheet), state.last_act is Act.COMPUTE
    message = _in_place_of_last(message, state)
    if not _HANDS_IN.search(message.text):
        message = lambda_told(message, exercise, going_on and state.settings.eigenvalues is not None)
    if message.act not in (None, Act.CHECK) or message.errors or not (message.found or message.changes):
        return message
    if exercise is None or _HANDS_IN.search(message.text):
        return message
    going_on = going_on and exercise.number == state.exercise
    changes = [one for one in message.changes if _of_input(one, exercise, going_on or _puts(message.text))]
    given = _given(message, exercise)
    sets = going_on or _ASKS.search(message.text) or _puts(message.text) or _others(given, message, exercise)
    given = given if sets else Settings()
    firm = [one for one in message.found if not one.loose]
    if not (changes or given.stated()) or not all(_told(one, exercise, changes, given) for one in firm):
        return message
    stated = message.supposed.stated() | given.stated()
    settings = Settings.model_validate({k: v for k, v in stated.items() if k in exercise.family.fields})
    return message.model_copy(update={"act": Act.COMPUTE, "settings": settings})


_IN_PLACE = re.compile(
    r"\b(?:with|for|using|use|take|try|mit|für|nimm|(?:and|und|about) (?:of|von))(?: (?:the|a|this|dem|"
    r"den))? ?:?$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:\W|\b(?:and|now|then|so|ok|okay|hm+|what|how|about|if|they|are|were|it|with|for|try|do|use|take|please|instead|"
    r"und|jetzt|mit|für|dann|was|ist)\b)*+",
    re.IGNORECASE,
)
"""Words around numbers that may stand for those before them."""
_INSTEAD = re.compile(r"\W{0,3}(?:instead|stattdessen)\b", re.IGNORECASE)


def _in_place_of_last(message: Message, state: State) -> Message:
    """A matrix without a name, of the shape of the one computed with before, takes its place: "with [[2, 0], [1, 3]]
    instead?"."""
    firm = [one for one in message.found if not one.loose or one.value.ndim == 1]
    asks = message.act in (None, Act.CHECK, Act.COMPUTE) and state.last_act is Act.COMPUTE and not message.errors
    if not asks or len(firm) != 1 or firm[0].name is not None or message.proposes or _HANDS_IN.search(message.text):
        return message
    one, text = firm[0], message.text
    before = text[max(0, one.span[0] - 24) : one.span[0]].rstrip()
    vector = one.value.ndim == 1 and _ALONE.fullmatch(f"{text[: one.span[0]]} {text[one.span[1] :]}") is not None
    if not (vector or _IN_PLACE.search(before) or _INSTEAD.match(text, one.span[1])):
        return message
    arrays = {name: value for name, value in state.settings.stated().items() if isinstance(value, np.ndarray)}
    alike = [name for name, value in arrays.items() if value.shape == one.value.shape and _takes(name, value)]
    if len(alike) != 1:
        return message
    others = {name: value for name, value in message.settings.stated().items() if not isinstance(value, np.ndarray)}
    settings = Settings.model_validate({**message.supposed.stated(), **others, alike[0]: one.value})
    return message.model_copy(update={"act": Act.COMPUTE, "settings": settings, "move": message.move or Move.SAME})


def _takes(name: str, value: Array) -> bool:
    """Whether numbers without a name may take the place of such a value."""
    return value.ndim > 1 or name == "eigenvalues"


def _exercise(message: Message, state: State, sheet: Sheet) -> Exercise | None:
    """The exercise meant: named, else where the conversation is, else the one that has these inputs."""
    reference, told = message.reference, message.supposed.stated().keys()
    here = sheet.exercise(reference.exercise or state.exercise) or sheet.about(reference.family)
    return here or sheet.about(next((one.name for one in FAMILIES if told and told <= one.fields), None))


def _puts(text: str) -> bool:
    """Whether words put something in the place of what is given."""
    return _PUTS.search(text) is not None


def _of_input(change: Change, exercise: Exercise, supposed: bool) -> bool:
    """Whether a change is of a part of a matrix that the exercise gives, or of an eigenvalue that is supposed."""
    if change.how == "entry":
        return supposed and change.setting in exercise.family.fields
    name = "kernel" if change.setting == "K" and "K" not in exercise.family.fields else change.setting
    return change.how in ("row", "column", "cell") and name in exercise.family.fields


def _given(message: Message, exercise: Exercise) -> Settings:
    """The arrays of the message that are inputs of the exercise; a matrix Λ is none, but a step towards the result."""
    told = message.supposed.stated() | message.settings.stated()
    steps = any(
        one.value.ndim > 1 and setting_of(one.name, exercise.family.name) == "eigenvalues" for one in message.found
    )
    if steps:
        return Settings()
    fields = exercise.family.fields
    other, own = ("kernel", "K") if "K" in fields else ("K", "kernel")  # one letter, two matrices
    if other in told:
        told.setdefault(own, told[other])
    return Settings.model_validate({k: v for k, v in told.items() if k in fields and isinstance(v, np.ndarray)})


_GIVEN = frozenset({"eigenvalues", "kernel", "Q", "K", "V"})
"""What no step of the way is called, so that told by itself it is never an answer."""
_SET_EQUAL = re.compile(r"(?:^|[^\w@*·.]|\b(?:with|and|mit|und) )(?!w)[a-zλ]\w{0,11} ?:?[=:] ?$", re.IGNORECASE)
_PRODUCT = re.compile(r"[@*·×]|\b(?:times|mal)\b", re.IGNORECASE)


def _others(given: Settings, message: Message, exercise: Exercise) -> bool:
    """Whether what is set equal to something else differs from what the exercise gives under the same names, not just
    in its order."""
    own = {name: np.asarray(value) for name, value in next(iter(exercise.tasks.values())).settings.stated().items()}
    said = {name: np.asarray(value) for name, value in given.stated().items()}
    if not said or not said.keys() <= _GIVEN & own.keys() or _PRODUCT.search(message.text):
        return False
    firm = [one for one in message.found if not one.loose]
    if not firm and (said.keys() != {"eigenvalues"} or message.reference.exercise is None):
        return False
    if not all(_SET_EQUAL.search(message.text[max(0, one.span[0] - 16) : one.span[0]]) for one in firm):
        return False
    return not any(np.array_equal(np.sort(own[name].ravel()), np.sort(said[name].ravel())) for name in said)


def _told(one: Found, exercise: Exercise, changes: list[Change], given: Settings) -> bool:
    """Whether an array that was read is one of the numbers given."""
    if any(one.value.ndim == 0 and abs(float(one.value)) == abs(change.amount) for change in changes):
        return True
    if any(np.array_equal(one.value.reshape(-1), change.values) for change in changes):
        return True
    if one.name is not None:
        return setting_of(one.name, exercise.family.name) in given.stated()
    values = [value for value in given.stated().values() if isinstance(value, np.ndarray)]
    rows: list[Array] = [row for value in values for row in (value, *np.atleast_2d(value))]
    return any(np.array_equal(one.value, row) for row in rows)
