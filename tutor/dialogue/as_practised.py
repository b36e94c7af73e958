""" "Harder, with padding" while a practice task is under way: another one of that exercise."""

from __future__ import annotations

import re

from tutor.reading.message import Act, Message, Reference
from tutor.reading.references import family_in
from tutor.reading.text import line_of
from tutor.reading.wishes import too_easy
from tutor.state import State

_WITH = re.compile(r"\b(?:with|without|using|plus|add|adding|mit|ohne)\b", re.IGNORECASE)
"""What comes behind is wished of the task, and names no other."""


def as_practised(message: Message, state: State) -> Message:
    """A wish for a harder or easier task as one for the exercise practised, unless another is named."""
    if state.practice is None or message.wish.level == 0 or message.reference.exercise is not None:
        return message
    words = line_of(_WITH.split(message.text, maxsplit=1)[0]).text
    asks = message.act in (Act.PRACTICE, Act.COMPUTE) or (message.act in (None, Act.UNKNOWN) and too_easy(words))
    if not asks or family_in(words) is not None:
        return message
    return message.model_copy(update={"act": Act.PRACTICE, "reference": Reference(exercise=state.exercise)})
