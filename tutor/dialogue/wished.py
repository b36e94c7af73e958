"""Requests for an exercise under settings that none of its parts has: "solve exercise 1 for eigenvalues 12 and 8", "I
want exercise 3 with a padding of 3". They want a computation, not the sheet's own text or solution."""

from __future__ import annotations

import re

from tutor.dialogue.place import Place
from tutor.dialogue.what_if import differing
from tutor.reading.message import Act, Message
from tutor.sheets.sheet import Sheet
from tutor.state import State

_WITH = re.compile(r"\b(?:with|using|mit|but|at|for|if|where|under|without|ohne|bei|für)\b|=", re.IGNORECASE)
_OF_STATEMENT = frozenset({"stride", "padding", "dilation", "model"})
"""Settings that nobody says of the sheet's own text unless they are its own."""


def wished_otherwise(message: Message, state: State, sheet: Sheet) -> Message:
    """The message as a computation, where it wishes for other settings than any part of its exercise has."""
    if message.act not in (Act.STATEMENT, Act.SOLUTION) or not _WITH.search(message.text):
        return message
    named = sheet.exercise(message.reference.exercise) or sheet.about(message.reference.family)
    exercise = named or (sheet.exercise(state.exercise) if message.act is Act.SOLUTION else None)
    if exercise is None or (message.act is Act.STATEMENT and message.reference.exercise is None):
        return message
    said = message.supposed if message.act is Act.SOLUTION else message.settings
    part = exercise.part(message.reference.part)
    places = [Place(exercise, one) for one in (exercise.parts if part is None else (part,))]
    differ = [differing(said, place).stated().keys() for place in places]
    relevant = exercise.family.fields if message.act is Act.SOLUTION else _OF_STATEMENT & exercise.family.fields
    if not said.stated().keys() <= exercise.family.fields or not all(keys & relevant for keys in differ):
        return message
    return message.model_copy(update={"act": Act.COMPUTE, "settings": said, "supposed": said})
