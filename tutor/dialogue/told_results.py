"""Results that are told rather than written as data: a count as the sum that it is, a matrix by its name."""

from __future__ import annotations

import re

import numpy as np

from tools.settings import Settings
from tutor.dialogue.answering import wants_numbers
from tutor.reading.message import Act, Found, Message, Reference
from tutor.reading.written_counts import count_written
from tutor.sheets.sheet import Sheet
from tutor.state import State


def written_out(message: Message, state: State, sheet: Sheet) -> Message:
    """While parameters are counted, a product and little else hands in its value: "so 64*3*11*11 + 64?"."""
    exercise = sheet.exercise(message.reference.exercise or state.exercise)
    counting = exercise is not None and exercise.family.name == "parameters"
    if not counting or any(not one.loose for one in message.found) or wants_numbers(state, sheet, 1):
        return message
    product = count_written(message.text)
    if product is None:
        return message
    reference = Reference(exercise=message.reference.exercise)
    changes = {"act": Act.CHECK, "reference": reference, "found": (product,), "settings": Settings(), "changes": ()}
    return message.model_copy(update={**changes, "move": None})


_IDENTITY = re.compile(
    r"\b(?:get|got|gets|have|gives?(?: me)?|gave(?: me)?|comes? out|came out|ends? up|result|answer|is|bekomme?|"
    r"kriege?|kommt|raus\w*|hab\w*|=)\b[^.?!\n]{0,30}\b(?:identity|einheitsmatrix|unit matrix)\b|"
    r"\b(?:identity|einheitsmatrix|unit matrix)\b[^.?!\n]{0,20}\b(?:comes? out|came out|raus\w*|heraus\w*)\b",
    re.IGNORECASE,
)
"""The identity matrix as a result that is told."""
_OF_PRODUCT = re.compile(r"\b(?:why is|warum ist|q ?q|q\^?t|q\.t|transpos\w*|inverse)\b|\bq ?[@*]", re.IGNORECASE)
"""Where the identity is what Q and its transpose give, which is asked about."""
_ASKED = (None, Act.CHECK, Act.EXPLAIN, Act.HINT, Act.STATEMENT)


def identity_handed_in(message: Message, state: State, sheet: Sheet) -> Message:
    """ "Exercise 1 gives me the identity" hands in that matrix; why it came out is asked of the last answer."""
    exercise = sheet.exercise(message.reference.exercise or state.exercise)
    told = message.act in _ASKED and not message.found and _IDENTITY.search(message.text)
    if not told or exercise is None or exercise.family.name != "eigen" or _OF_PRODUCT.search(message.text):
        return message
    if message.act is Act.EXPLAIN and state.last_answer:
        return message.model_copy(update={"topic": None})
    result = next(iter(exercise.tasks.values())).result
    identity = Found(value=np.eye(len(np.atleast_1d(result))), span=(0, len(message.text)))
    return message.model_copy(update={"act": Act.CHECK, "found": (identity,), "move": None})
