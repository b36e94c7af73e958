"""After a computation, a short turn with another value: "and 34?", "and 5x5?", "make the second one -7"."""

from __future__ import annotations

import math
import re

import numpy as np

from tools.settings import Settings
from tutor.dialogue.last_changed import lone_numbers, with_numbers
from tutor.reading.changes import changes_in
from tutor.reading.message import Act, Message, Move, Reference
from tutor.reading.text import line_of
from tutor.sheets.sheet import Sheet
from tutor.state import State

_ANOTHER_NUMBER = re.compile(
    r"(?:^|\b(?:what|how) about |\band |\bwas ist mit |\bund )(?:for |of |the |with |der |dem |"
    r"das )*(\d{1,3})(?:[ -]?(?:one|er|version|"
    r"layers?))?(?: then| too| as well| instead)?\W*$",
    re.IGNORECASE,
)
"""Another model of the same make: "and what about the 101 one?"."""
_SQUARE = re.compile(r"(?<!\d)(\d{1,3}) ?(?:x|×|by) ?\1(?!\d)")
MAX_BLANKS_OF_VALUE = 14
"""Blanks of a message that may change one of several values."""
_SHORT = (None, Act.COMPUTE, Act.UNKNOWN, Act.STATEMENT, Act.CHECK)
_NTH = re.compile(
    r"\b(first|second|third|last|middle|other|larger|smaller|big|small)(?: (?:one|value|entry|number)\b)?"
    r"(?! (?:eigen|exercise|task|part|hint|step|row|column|vector|question|solution))"
)
"""One of several values, by its place alone."""
MAX_BLANKS_OF_SIZE = 7
"""Blanks of a message that may change nothing but a size."""
_SIZES = ("kernel_size", "input_size")


def sibling_value(message: Message, state: State, sheet: Sheet) -> Message:
    """After a computation, numbers alone change what it was about: "and 34?" the model, "and with 3 and 5?" the
    eigenvalues, "and 4?" the stride."""
    siblings = (_sibling_matrix, _sibling_size, _sibling_eigenvalue)
    if other := next(filter(None, (sibling(message, state) for sibling in siblings)), None):
        return other
    another = _ANOTHER_NUMBER.search(message.text) if state.settings.model and state.last_act is Act.COMPUTE else None
    firm = message.changes or message.reference.part or any(not one.loose for one in message.found)
    if another and not firm and (other := with_numbers(message, (float(another[1]),), state, sheet)):
        return other
    return lone_numbers(message, state, sheet) or message


def _sibling_matrix(message: Message, state: State) -> Message | None:
    """After a decomposition, "and [[7, 0], [0, -7]]?" asks for that of another matrix."""
    firm = [one for one in message.found if not one.loose]
    again = message.move is Move.SAME and state.last_act is Act.COMPUTE and state.settings.matrix is not None
    if not again or len(firm) != 1 or firm[0].name is not None or firm[0].value.ndim != 2:
        return None
    return message.model_copy(update={"settings": Settings(matrix=firm[0].value), "act": Act.COMPUTE})


def _sibling_eigenvalue(message: Message, state: State) -> Message | None:
    """After a computation with eigenvalues, "the second one" is one of them: "make the second one -7", "double it"."""
    values = state.settings.eigenvalues
    short = message.text.count(" ") < MAX_BLANKS_OF_VALUE and message.act in _SHORT and not message.changes
    if not short or values is None or state.last_act is not Act.COMPUTE or not _unsaid(message):
        return None
    said = _NTH.sub(r"\1 eigenvalue", line_of(message.text).text)
    changes = tuple(
        one for one in changes_in(said) if one.setting == "eigenvalues" and one.at is not None and one.at < len(values)
    )
    if not changes:
        return None
    plain = {"settings": Settings(), "reference": Reference(), "found": (), "move": Move.SAME, "act": None}
    return message.model_copy(update={"changes": changes, **plain})


def _unsaid(message: Message) -> bool:
    """Whether a message says no setting but what "the last one to 2" may look like, and brings no data."""
    return message.settings.stated().keys() <= {"num_classes"} and all(one.loose for one in message.found)


def _sibling_size(message: Message, state: State) -> Message | None:
    """After sizes of a convolution, "and 5x5?" is another for the one that it is nearer to: the kernel or the input."""
    square = _SQUARE.search(message.text)
    alone = message.act is Act.UNKNOWN and message.text.count(" ") < 2
    short = (alone or message.act in (None, Act.COMPUTE)) and message.text.count(" ") < MAX_BLANKS_OF_SIZE
    before = {name: max(np.atleast_1d(size)) for name in _SIZES if (size := getattr(state.settings, name)) is not None}
    if not (short and square and state.last_act is Act.COMPUTE and before):
        return None
    if message.settings.stated() or message.found or message.reference.exercise:
        return None
    said = int(square[1])
    name = min(before, key=lambda one: abs(math.log(max(said, 1) / max(before[one], 1))))
    settings = Settings(**{name: said})
    return message.model_copy(update={"settings": settings, "move": Move.SAME, "act": None})
