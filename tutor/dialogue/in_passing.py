"""Answers in passing to the tutor's open question: a number alone, "none of them", "it's 0, they are perpendicular"."""

from __future__ import annotations

import re

from tutor.dialogue.answering import asks_for_numbers, wants_numbers
from tutor.reading.matrices import matrices_in
from tutor.reading.message import Act, Found, Message, Move, Reference
from tutor.reading.quantities import quantities_in
from tutor.reading.text import line_of
from tutor.sheets.sheet import Sheet
from tutor.state import State

LONGEST_NUMBER = 24
"""Characters of a message that may be one number."""
_NUMBERS = re.compile(r"\d+")
_ANSWERING = (None, Act.CHECK, Act.EXPLAIN, Act.COMPUTE, Act.UNKNOWN)
"""What the words of an answer in passing may be taken for by themselves."""
_DECIMALS = re.compile(r"\d\.(\d+)")
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|ok|hm+|oh|und|aber)\W+)*(?:where|when|who|wieso|weshalb|woher|wo|wann)\b", re.IGNORECASE
)
_AS_WELL = re.compile(r"\b(?:as well|too|also|auch)\b", re.IGNORECASE)
_ANOTHER_ONE = re.compile(r"\banother 1\b|\b1 more\b")
"""A digit that is the word "one"."""
_GUESSES = re.compile(
    r"\b(?:guess\w*|maybe|perhaps|probably|presumably|"
    r"i(?:'d| would) say|vermutlich|vielleicht)\b",
    re.IGNORECASE,
)
"""Words beside which a number that fits is an answer, whatever help is asked for with it."""
_TURNS = (Move.NEXT, Move.AGAIN, Move.BACK, Move.WHY)


def _answers_nothing(message: Message, state: State, sheet: Sheet) -> bool:
    """Whether the numbers of a short message are a place or a manner of speaking: "another one", "no, I meant 2"."""
    if message.move in _TURNS:
        return _NUMBERS.search(_ANOTHER_ONE.sub("", line_of(message.text).text)) is None
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
    guesses = message.act in (Act.HINT, Act.SOLUTION) and _GUESSES.search(message.text) is not None
    says_more = named or placed or strange or message.errors or message.settings.stated() or goes_on
    fits = message.found and wants_numbers(state, sheet, sum(one.value.size for one in message.found))
    if (
        says_more
        or _answers_nothing(message, state, sheet)
        or not (message.act in _ANSWERING or guesses)
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


def lone_number(message: Message, state: State, sheet: Sheet) -> Message:
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
