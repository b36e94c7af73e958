"""What a message asks for in this conversation: an act, at a place, with settings and answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tools.catalog import FAMILIES
from tools.settings import Settings
from tutor.dialogue.acting import PLACELESS, act_in
from tutor.dialogue.completion import completed
from tutor.dialogue.place import Place, place_at
from tutor.dialogue.what_if import about_layer, as_before, continued, goes_on, held, of_layer
from tutor.reading.message import Act, Message, Move
from tutor.sheets.sheet import Exercise, Part, Sheet
from tutor.state import State


@dataclass(frozen=True)
class Request:
    """One resolved turn. `place` is None where the exercise is still open; `named` tells if this message named it.

    `missing` is an exercise or part that was named but does not exist. `carried` tells that the settings continue
    those of the computation before.
    """

    act: Act
    message: Message
    place: Place | None = None
    named: bool = False
    missing: str | None = None
    settings: Settings = field(default_factory=Settings)
    carried: bool = False

    def at(self, place: Place) -> Request:
        """This request at another place."""
        return replace(self, place=place)


def _stated(message: Message) -> set[str]:
    """The settings that tell a family; layers tell it alone."""
    if message.settings.layers is not None:
        return {"layers"}
    idle: set[str] = set()
    if message.act in (Act.HINT, Act.STATEMENT) and message.settings.model is None:
        idle = {"num_classes"}  # "class is at 3": nobody wants a hint for so many classes
    changes = () if message.act is Act.CHECK else message.changes
    changed = {one.setting for one in changes if one.how != "drop"} - {"K"}
    return (set(message.settings.stated()) - idle) | changed


def _implied_family(message: Message, current: Exercise | None) -> str | None:
    """The family that the settings or the topic speak of; the current one wherever it fits."""
    stated = _stated(message)
    fitting = [
        family.name
        for family in FAMILIES
        if (stated and stated <= family.fields) or (message.topic in family.topics and not message.changes)
    ]
    if current is not None and current.family.name in fitting:
        return current.family.name
    return fitting[0] if fitting else None


def _exercise(message: Message, state: State, sheet: Sheet) -> Exercise | None:
    """The exercise meant: named, else implied by settings or topic, else where the conversation is."""
    reference = message.reference
    if reference.exercise is not None:
        return sheet.exercise(reference.exercise)
    current = sheet.exercise(state.exercise)
    if message.act is Act.CHECK and reference.family is None and current is not None and not _stated(message):
        return current
    if message.act is Act.EXPLAIN and message.topic is not None and not _stated(message):
        return sheet.about(_implied_family(message, current)) or current
    on = message.move is Move.SAME or of_layer(message, state)
    if on and state.last_act is Act.COMPUTE and current is not None:
        stated = _stated(message)
        if stated and stated <= current.family.fields:
            return current
    if reference.family is not None:
        named = sheet.about(reference.family)
        fits = named is not None and _stated(message) <= named.family.fields
        return named if fits else sheet.about(_implied_family(message, current)) or named
    if reference.part is not None and (current is None or len(current.parts) == 1):
        lettered = [one for one in sheet.exercises if reference.part in [part.label for part in one.parts]]
        if len(lettered) == 1 and _stated(message) <= lettered[0].family.fields:
            return lettered[0]
    return sheet.about(_implied_family(message, current)) or current


def _described_part(message: Message, exercise: Exercise) -> Part | None:
    """The part whose settings the words describe ("stride 2 without padding"), where exactly one fits."""
    stated = message.settings.to_json()
    if not stated:
        return None
    fitting = [part for part in exercise.parts if stated.items() <= part.settings.to_json().items()]
    return fitting[0] if len(fitting) == 1 and fitting[0].label is not None else None


_DESCRIBED = (Act.STATEMENT, Act.HINT, Act.SOLUTION, Act.CHECK)
"""Acts for which settings in the words describe a part of the sheet, rather than a computation."""


def _part(message: Message, act: Act, exercise: Exercise, state: State) -> str | None:
    """The letter of the part: named, described, or carried over within the exercise."""
    reference = message.reference
    if reference.part is not None and len(exercise.parts) > 1:
        return reference.part
    here = state.part if exercise.number == state.exercise and message.reference.exercise is None else None
    if act is Act.CHECK and here is not None:
        return here
    described = _described_part(message, exercise) if act in _DESCRIBED else None
    return described.label if described else here


_COUNTED_TOPICS = {
    "conv_bias": "bias_parameters",
    "channel": "convolution_parameters",
    "convolution": "convolution_parameters",
    "convolution_parameters": "convolution_parameters",
    "kernel": "convolution_parameters",
}
"""Concepts of a convolution, and what they are to someone who counts the parameters of one."""
_COUNTING = re.compile(
    r"\b(?:layers?|schicht\w*|weights?|gewichte?|param\w*|bias\w*|count\w*|zähl\w*|alexnet|(?:in|out)"
    r"(?:put)?[ _-]?channels?|"
    r"(?:per|each|every|pro|jede[rns]?) (?:output |input )?(?:channel|filter|kernel)s?)\b|\d ?[*x×] ?\d",
    re.IGNORECASE,
)


def _as_counted(message: Message, state: State, sheet: Sheet) -> Message:
    """A question about the layers of a convolution, asked while parameters are counted: about their counts."""
    current = sheet.exercise(state.exercise)
    counting = current is not None and current.family.name == "parameters" and message.reference.exercise is None
    topic = _COUNTED_TOPICS.get(message.topic or "")
    if not (counting and topic and message.act is Act.EXPLAIN and _COUNTING.search(message.text)):
        return message
    reference = message.reference.model_copy(update={"family": None, "part": None})
    return message.model_copy(update={"topic": topic, "settings": Settings(), "reference": reference})


_OF_THE_SHEET = (Act.STATEMENT, Act.HINT, Act.SOLUTION, Act.PRACTICE, Act.PROGRESS)
"""Acts that may be about the whole sheet."""


_WHICH_ONES = re.compile(r"\b(?:which|what|how many) (?:exercises|tasks|problems)\b", re.IGNORECASE)
"""Asked of progress, these are those of the whole sheet, whatever list stands before."""


def _as_in(exercise: Exercise | None, message: Message) -> Message:
    """The settings under the names of the exercise meant: K is a convolution's kernel and attention's keys."""
    kernel = message.settings.kernel
    keys = exercise is not None and exercise.family.name == "attention" and kernel is not None
    if not keys or not any(one.name == "K" for one in message.found):
        return message
    return message.model_copy(update={"settings": message.settings.model_copy(update={"kernel": None, "K": kernel})})


def request_of(message: Message, state: State, sheet: Sheet) -> Request:
    """Resolve a message in its conversation."""
    message = _as_counted(completed(message, state, sheet), state, sheet)
    if state.last_act is Act.COMPUTE:
        message = about_layer(as_before(message, state.settings), state.settings)
    act = act_in(message, state, sheet)
    if act in PLACELESS:
        return Request(act, message)
    reference = message.reference
    named = reference.exercise is not None or reference.family is not None or reference.part is not None
    whole = (reference.whole and act in _OF_THE_SHEET) or (
        act is Act.PROGRESS and _WHICH_ONES.search(message.text) is not None
    )
    message = _as_in(sheet.exercise(reference.exercise or state.exercise), message)
    exercise = None if whole else _exercise(message, state, sheet)
    if exercise is None:
        return Request(act, message, named=named, missing=reference.exercise, settings=message.settings)
    letter = _part(message, act, exercise, state)
    known = letter is None or letter in [part.label for part in exercise.parts]
    missing = None if known else f"{exercise.number}{letter}"
    undoes = message.move is Move.UNDO
    carried = act is Act.COMPUTE and (undoes or (exercise.number == state.exercise and goes_on(message, state)))
    settings = continued(held(message, state), message.settings) if carried else message.settings
    left_practice = reference.exercise is not None and act is not Act.PRACTICE
    here = state.model_copy(update={"practice": None}) if left_practice else state
    place = place_at(exercise, letter if known else None, here)
    return Request(act, message, place, named, missing, settings, carried)
