"""The place that a short turn means: "next part", "the other one", a place alone after a request, "and c?"."""

from __future__ import annotations

import re

from tutor.reading.message import Act, Message, Move, Reference
from tutor.sheets.sheet import Sheet
from tutor.state import State

_WHAT_NEXT = re.compile(r"\bwhat(?:'s| is|s)? next\b", re.IGNORECASE)


def neighbour(message: Message, state: State, sheet: Sheet) -> Message:
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


_THE_OTHER = re.compile(r"\bthe other (?:one|exercise|task|part)\b|\bde[rnm]? anderen?\b|\bdie andere\b", re.IGNORECASE)


def other_place(message: Message, state: State) -> Message:
    """ "The other one" as the place that was worked on before, where there is one."""
    request = message.act in (Act.HINT, Act.SOLUTION, Act.STATEMENT) or message.move is not None
    if message.reference != Reference() or not request or _THE_OTHER.search(message.text) is None:
        return message
    others = [place for place in state.records if place != state.place and not place.endswith("*")]
    if not others:
        return message
    return message.model_copy(update={"reference": Reference(exercise=others[-1][0], part=others[-1][1:] or None)})


_ASKS_TO_READ = re.compile(
    r"\b(?:text|statement|wording|says?|read|asks?|asking|aufgabenstellung)\b|\bthe (?:question|task)\b(?! ?\d)",
    re.IGNORECASE,
)
"""A message with one of these wants the exercise itself, whatever is still open."""
_A_PLACE = re.compile(r"\b(?:one|exercise|task|question|problem|aufgabe)\b", re.IGNORECASE)
_NTH_PART = re.compile(
    r"\s*(?:ok|then|so|please|maybe|for|the|,|\s)*(?P<nth>first|second|third|last|1st|2nd|3rd)(?: (?:one|of "
    r"(?:them|these|"
    r"those)))?(?: please| then| first|,)*\s*[.!]*\s*",
    re.IGNORECASE,
)
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1}


def _part_in_order(message: Message, pending: Message, sheet: Sheet) -> Reference | None:
    """The part that "the second one" is, where the pending request only lacks its part."""
    about = pending.reference
    exercise = sheet.exercise(about.exercise) or sheet.about(about.family)
    match = _NTH_PART.fullmatch(message.text)
    if exercise is None or match is None or about.part is not None:
        return None
    at = _NTH[match["nth"].lower()]
    parts = exercise.parts
    return Reference(exercise=exercise.number, part=parts[at].label) if -1 <= at < len(parts) > 1 else None


def placed(message: Message, state: State, sheet: Sheet) -> Message:
    """The pending request with the place this message adds to it, where the message is nothing but a place."""
    pending = state.pending
    bare = message.act in (None, Act.STATEMENT) and not (message.found or message.errors or message.settings.stated())
    if pending is None or not bare or message.move is not None or _ASKS_TO_READ.search(message.text):
        return message
    subject = "?" not in message.text and message.text.count(" ") < 2 and pending.reference.exercise is None
    if message.topic is not None and not (subject or _A_PLACE.search(message.text)):
        return message
    reference = _part_in_order(message, pending, sheet) or message.reference
    if reference.exercise is None and reference.family is None and reference.part is None:
        return message
    merged = Reference(
        exercise=reference.exercise or pending.reference.exercise,
        family=reference.family or pending.reference.family,
        part=reference.part or pending.reference.part,
    )
    return pending.model_copy(update={"reference": merged})


_THERE = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|hm+|cool|nice|oh|thanks|great)\W+)*(?:(?:and|und|what about|how about|was ist mit|"
    r"same|also)"
    r"\b.*|.*\b(?:too|as well|auch)\W*$)",
    re.IGNORECASE,
)
"""How a place alone asks for what was asked of another."""
MAX_BLANKS = 7
"""Blanks of a message that may only name another place."""


def same_there(message: Message, state: State) -> Message:
    """After a what-if, "and c?" asks for it at another part of the exercise."""
    reference = message.reference
    here = reference.part and reference.exercise in (None, state.exercise)
    asked = message.act in (None, Act.STATEMENT) and state.last_act is Act.COMPUTE and state.settings.stated()
    said = message.settings.stated() or message.found or message.errors or message.changes
    if not (here and asked) or said or message.text.count(" ") > MAX_BLANKS or _THERE.match(message.text) is None:
        return message
    return message.model_copy(update={"act": Act.COMPUTE, "move": Move.SAME})
