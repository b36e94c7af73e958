"""Short turns made whole by the conversation: a missing place, an answer in passing, "next part", "and 34?"."""

from __future__ import annotations

import math
import re

import numpy as np

from tools.settings import Settings
from tutor.dialogue.answering import asks_for_numbers, wants_numbers
from tutor.dialogue.last_changed import lone_numbers, of_that, undone, with_numbers
from tutor.dialogue.told_anew import told_anew
from tutor.dialogue.told_results import identity_handed_in, written_out
from tutor.reading.eigenvalues import single_eigenvalue
from tutor.reading.matrices import matrices_in
from tutor.reading.message import Act, Change, Found, Message, Move, Reference
from tutor.reading.quantities import quantities_in
from tutor.sheets.sheet import Sheet
from tutor.state import State

LONGEST_NUMBER = 24
"""Characters of a message that may be one number."""
_WHAT_NEXT = re.compile(r"\bwhat(?:'s| is|s)? next\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


def completed(message: Message, state: State, sheet: Sheet) -> Message:
    """The message as it is meant in this conversation."""
    message = of_that(undone(message, state), state, sheet)
    message = _other_place(_once_more(_neighbour(message, state, sheet), state), state)
    message = _same_there(_sibling_value(_placed(told_anew(message, state, sheet), state, sheet), state, sheet), state)
    return _lone_number(identity_handed_in(written_out(message, state, sheet), state, sheet), state, sheet)


_ONCE_MORE = re.compile(
    r"\b(?:again|once more|one more time|re-?check|double-?\s?check|another look|second look|nochmals?|"
    r"noch (?:ein)?mal|"
    r"erneut|trust|rely on|count on)\b",
    re.IGNORECASE,
)


def _once_more(message: Message, state: State) -> Message:
    """ "Check it again" hands in the last answer once more."""
    asks = message.act is Act.CHECK and _ONCE_MORE.search(message.text) is not None
    if not asks or message.found or message.errors or not state.last_answer:
        return message
    span = (0, len(message.text))
    found = tuple(Found(value=one.value, name=one.name, span=span, decimals=one.decimals) for one in state.last_answer)
    return message.model_copy(update={"found": found, "move": None})


_THE_OTHER = re.compile(r"\bthe other (?:one|exercise|task|part)\b|\bde[rnm]? anderen?\b|\bdie andere\b", re.IGNORECASE)


def _other_place(message: Message, state: State) -> Message:
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


def _placed(message: Message, state: State, sheet: Sheet) -> Message:
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


_ANSWERING = (None, Act.CHECK, Act.EXPLAIN, Act.COMPUTE, Act.UNKNOWN)
"""What the words of an answer in passing may be taken for by themselves."""
_DECIMALS = re.compile(r"\d\.(\d+)")
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|ok|hm+|oh|und|aber)\W+)*(?:where|when|who|wieso|weshalb|woher|wo|wann)\b", re.IGNORECASE
)
_AS_WELL = re.compile(r"\b(?:as well|too|also|auch)\b", re.IGNORECASE)
_TURNS = (Move.NEXT, Move.AGAIN, Move.BACK, Move.WHY)


def _answers_nothing(message: Message, state: State, sheet: Sheet) -> bool:
    """Whether the numbers of a short message are a place or a manner of speaking: "another one", "no, I meant 2"."""
    if message.move in _TURNS:
        return _NUMBERS.search(message.text) is None
    placed = message.reference.part or sheet.exercise(message.reference.exercise)
    if message.move is Move.CORRECT and placed:
        return state.last_act is not Act.CHECK
    return _ASKS.match(message.text) is not None or (
        message.move is Move.SAME and _AS_WELL.search(message.text) is not None
    )


def _answer_in_passing(message: Message, state: State, sheet: Sheet) -> Message:
    """A short message whose numbers are as many as the tutor's open question wants is an answer to it: "none of them",
    "6 x 6", "it's 0 because they are perpendicular"."""
    named = any(one.name is not None or one.value.ndim > 1 for one in message.found)
    placed = message.reference.part or (message.reference.exercise and message.text.count(" ") > 3)
    strange = message.act is Act.UNKNOWN and message.text.count(" ") > 2
    goes_on = message.changes and state.last_act is Act.COMPUTE
    says_more = named or placed or strange or message.errors or message.settings.stated() or goes_on
    fits = message.found and wants_numbers(state, sheet, sum(one.value.size for one in message.found))
    if (
        says_more
        or _answers_nothing(message, state, sheet)
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


_THERE = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|hm+|cool|nice|oh|thanks|great)\W+)*(?:(?:and|und|what about|how about|was ist mit|"
    r"same|also)"
    r"\b.*|.*\b(?:too|as well|auch)\W*$)",
    re.IGNORECASE,
)
"""How a place alone asks for what was asked of another."""


def _same_there(message: Message, state: State) -> Message:
    """After a what-if, "and c?" asks for it at another part of the exercise."""
    reference = message.reference
    here = reference.part and reference.exercise in (None, state.exercise)
    asked = message.act in (None, Act.STATEMENT) and state.last_act is Act.COMPUTE and state.settings.stated()
    said = message.settings.stated() or message.found or message.errors or message.changes
    if not (here and asked) or said or message.text.count(" ") > MAX_WORDS or _THERE.match(message.text) is None:
        return message
    return message.model_copy(update={"act": Act.COMPUTE, "move": Move.SAME})


_ANOTHER_NUMBER = re.compile(
    r"(?:^|\b(?:what|how) about |\band |\bwas ist mit |\bund )(?:for |of |the |with |der |dem |"
    r"das )*(\d{1,3})(?:[ -]?(?:one|er|version|"
    r"layers?))?(?: then| too| as well| instead)?\W*$",
    re.IGNORECASE,
)
"""Another model of the same make: "and what about the 101 one?"."""
_SQUARE = re.compile(r"(?<!\d)(\d{1,3}) ?(?:x|×|by) ?\1(?!\d)")
MAX_WORDS = 7
"""Blanks of a message that may change nothing but a size."""
_SIZES = ("kernel_size", "input_size")


def _sibling_value(message: Message, state: State, sheet: Sheet) -> Message:
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
    """After a computation with eigenvalues, "make the second one -7" changes one of them."""
    short = message.text.count(" ") < MAX_WORDS and not (message.settings.stated() or message.changes)
    if not short or state.settings.eigenvalues is None or state.last_act is not Act.COMPUTE:
        return None
    one = single_eigenvalue(f"eigenvalue: {message.text.lower()}")
    if one is None or one[0] > len(state.settings.eigenvalues):
        return None
    change = Change(setting="eigenvalues", how="entry", amount=one[1], at=one[0] - 1)
    changes = {"changes": (change,), "reference": Reference(), "found": (), "move": Move.SAME, "act": None}
    return message.model_copy(update=changes)


def _sibling_size(message: Message, state: State) -> Message | None:
    """After sizes of a convolution, "and 5x5?" is another for the one that it is nearer to: the kernel or the input."""
    square = _SQUARE.search(message.text)
    alone = message.act is Act.UNKNOWN and message.text.count(" ") < 2
    short = (alone or message.act in (None, Act.COMPUTE)) and message.text.count(" ") < MAX_WORDS
    before = {name: max(np.atleast_1d(size)) for name in _SIZES if (size := getattr(state.settings, name)) is not None}
    if not (short and square and state.last_act is Act.COMPUTE and before):
        return None
    if message.settings.stated() or message.found or message.reference.exercise:
        return None
    said = int(square[1])
    name = min(before, key=lambda one: abs(math.log(max(said, 1) / max(before[one], 1))))
    settings = Settings(**{name: said})
    return message.model_copy(update={"settings": settings, "move": Move.SAME, "act": None})
