"""Short turns made whole by the conversation: a missing place, an answer in passing, "next part", "and 34?"."""

from __future__ import annotations

import re

from tools.parameters.models import model_name
from tools.schema import ToolError
from tools.settings import Settings
from tutor.dialogue.answering import asks_for_numbers, wants_numbers
from tutor.reading.matrices import matrices_in
from tutor.reading.message import Act, Found, Message, Move, Reference
from tutor.reading.quantities import quantities_in
from tutor.sheets.sheet import Sheet
from tutor.state import State

LONGEST_NUMBER = 24
"""Characters of a message that may be one number."""
_WHAT_NEXT = re.compile(r"\bwhat(?:'s| is|s)? next\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


def completed(message: Message, state: State, sheet: Sheet) -> Message:
    """The message as it is meant in this conversation."""
    message = _neighbour(message, state, sheet)
    message = _sibling_value(_placed(message, state), state)
    return _lone_number(message, state, sheet)


def _placed(message: Message, state: State) -> Message:
    """The pending request with the place this message adds to it, where the message is nothing but a place."""
    pending = state.pending
    bare = message.act in (None, Act.STATEMENT) and not (message.found or message.errors or message.settings.stated())
    if pending is None or not bare or message.move is not None or message.topic is not None:
        return message
    reference = message.reference
    if reference.exercise is None and reference.family is None and reference.part is None:
        return message
    merged = Reference(
        exercise=reference.exercise or pending.reference.exercise,
        family=reference.family or pending.reference.family,
        part=reference.part or pending.reference.part,
    )
    return pending.model_copy(update={"reference": merged})


_ANSWERING = (None, Act.CHECK, Act.EXPLAIN, Act.COMPUTE, Act.UNKNOWN)
"""What the words of an answer in passing may be taken for by themselves."""
_DECIMALS = re.compile(r"\d\.(\d+)")


def _answer_in_passing(message: Message, state: State, sheet: Sheet) -> Message:
    """A short message whose numbers are as many as the tutor's open question wants is an answer to it: "none of them",
    "6 x 6", "it's 0 because they are perpendicular"."""
    named = any(one.name is not None or one.value.ndim > 1 for one in message.found)
    placed = message.reference.part or (message.reference.exercise and message.text.count(" ") > 3)
    strange = message.act is Act.UNKNOWN and message.text.count(" ") > 2
    says_more = named or placed or strange or message.errors or message.settings.stated()
    fits = message.found and wants_numbers(state, sheet, sum(one.value.size for one in message.found))
    if (
        says_more
        or message.act not in _ANSWERING
        or (fits and message.act is Act.CHECK and not message.reference.exercise)
    ):
        return message
    decimals = max((len(digits) for digits in _DECIMALS.findall(message.text)), default=0)
    meant = quantities_in(message.text)
    fitting = [values for values in meant if wants_numbers(state, sheet, len(values))]
    speaks = message.act not in (None, Act.COMPUTE) or message.move or message.changes or message.reference.exercise
    if not fitting and (speaks or not asks_for_numbers(state, sheet)):
        return message
    span = (0, len(message.text))
    found = tuple(
        Found(value=value, span=span, decimals=decimals, loose=True)
        for values in [*fitting, *meant][:1]
        for value in values
    )
    changes = {"act": Act.CHECK, "reference": Reference(), "found": found, "move": None}
    return message.model_copy(update=changes) if found else message


def _lone_number(message: Message, state: State, sheet: Sheet) -> Message:
    """A message that is one number answers the tutor's open question if that wants a number, else names an exercise."""
    text = message.text.strip(" .!?()#")
    read = matrices_in(text).found if len(text) <= LONGEST_NUMBER else ()
    if len(read) != 1 or read[0].value.ndim or read[0].span != (0, len(text)):
        return _answer_in_passing(message, state, sheet)
    if wants_numbers(state, sheet, 1):
        return message.model_copy(update={"act": Act.CHECK, "reference": Reference(), "found": read, "move": None})
    if sheet.exercise(text) is None:
        return message.model_copy(update={"reference": Reference(), "found": read})
    return message.model_copy(update={"reference": Reference(exercise=text), "found": ()})


def _neighbour(message: Message, state: State, sheet: Sheet) -> Message:
    """ "Next part" and "previous exercise" as the place they mean, where there is one."""
    exercise = sheet.exercise(state.exercise)
    asks_next = message.act is Act.HINT and _WHAT_NEXT.search(message.text) is not None
    forward = (message.move is Move.NEXT and message.act is None) or asks_next
    onward = forward and message.reference == Reference() and state.record.solved and state.practice is None
    unit = message.reference.unit or ("part" if onward else None)
    step = 1 if onward else {Move.NEXT: 1, Move.BACK: -1}.get(message.move) if message.move else None
    if unit is None or step is None or exercise is None:
        return message
    labels = [part.label for part in exercise.parts]
    if unit == "part" and state.part in labels and 0 <= labels.index(state.part) + step < len(labels):
        reference = Reference(exercise=exercise.number, part=labels[labels.index(state.part) + step])
    else:
        numbers = [one.number for one in sheet.exercises]
        at = min(max(numbers.index(exercise.number) + step, 0), len(numbers) - 1)
        reference = Reference(exercise=numbers[at])
    return message.model_copy(
        update={"reference": reference, "move": None, "act": Act.STATEMENT if onward else message.act or Act.STATEMENT}
    )


_COUNTED = ("stride", "padding", "dilation", "num_classes")
"""Settings that a lone number can change after a computation."""


def _sibling_value(message: Message, state: State) -> Message:
    """After a computation, numbers alone change what it was about: "and 34?" the model, "and with 3 and 5?" the
    eigenvalues, "and 4?" the stride."""
    if (other := _sibling_matrix(message, state)) is not None:
        return other
    said = next(iter(quantities_in(message.text)), ())
    short = message.act in (None, Act.COMPUTE) and state.last_act is Act.COMPUTE and not message.settings.stated()
    if not (short and said and message.move in (None, Move.SAME)) or any(not one.loose for one in message.found):
        return message
    settings = _with_numbers(state.settings, said)
    if settings is None:
        return message
    changes = {"settings": settings, "reference": Reference(), "found": (), "move": Move.SAME, "act": None}
    return message.model_copy(update=changes)


def _sibling_matrix(message: Message, state: State) -> Message | None:
    """After a decomposition, "and [[7, 0], [0, -7]]?" asks for that of another matrix."""
    firm = [one for one in message.found if not one.loose]
    again = message.move is Move.SAME and state.last_act is Act.COMPUTE and state.settings.matrix is not None
    if not again or len(firm) != 1 or firm[0].name is not None or firm[0].value.ndim != 2:
        return None
    return message.model_copy(update={"settings": Settings(matrix=firm[0].value), "act": Act.COMPUTE})


def _with_numbers(before: Settings, said: tuple[float, ...]) -> Settings | None:
    """The one setting of the computation before that these numbers fit, with them in its place."""
    if before.eigenvalues is not None and len(said) == len(before.eigenvalues):
        return Settings(eigenvalues=said)
    whole = int(said[0]) if len(said) == 1 and said[0].is_integer() else None
    counted = [name for name in _COUNTED if isinstance(getattr(before, name), int)]
    if whole is None:
        return None
    if before.model is not None and not counted:
        try:
            return Settings(model=model_name(_NUMBERS.sub(str(whole), before.model, count=1)))
        except ToolError:
            return None
    return Settings(**{counted[0]: whole}) if len(counted) == 1 else None
