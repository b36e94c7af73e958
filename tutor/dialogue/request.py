"""What a message asks for in this conversation: an act, at a place, with settings and answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tools.catalog import FAMILIES
from tools.diagnosis import step_named
from tools.settings import Settings
from tutor.dialogue.completion import completed
from tutor.dialogue.place import Place, place_at
from tutor.reading.message import Act, Message, Move
from tutor.sheets.sheet import Exercise, Part, Sheet
from tutor.state import State

PLACELESS = frozenset({Act.GREET, Act.HELP, Act.UNKNOWN})
"""Acts that leave the conversation where it is."""


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
    """The settings that tell a family: layers tell it alone, and the size of a practice task fits every family."""
    if message.settings.layers is not None:
        return {"layers"}
    wished = {"input_size"} if message.act is Act.PRACTICE else set()
    return set(message.settings.stated()) - wished


def _implied_family(message: Message, current: Exercise | None) -> str | None:
    """The family that the settings or the topic speak of; the current one wherever it fits."""
    stated = _stated(message)
    fitting = [
        family.name
        for family in FAMILIES
        if (stated and stated <= family.fields) or (message.topic is not None and message.topic in family.topics)
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


def _hands_in_steps(message: Message, state: State, sheet: Sheet) -> bool:
    """Whether every array bears the name of a step of the exercise meant: W in exercise 4 are weights, no kernel."""
    reference = message.reference
    exercise = sheet.exercise(reference.exercise or state.exercise) or sheet.about(reference.family)
    names = [one.name for one in message.found]
    if exercise is None or not names or any(name is None for name in names):
        return False
    return any(all(step_named(name, task) for name in names) for task in exercise.tasks.values())


_CONFESSES = re.compile(
    r"(?:(?:oh|ah|ok|so|hm+|oops|right|sorry|maybe|because|yeah|i think|i guess)[ ,.]+)*(?:did i |i |have i )?"
    r"(?:just |only |probably |have |had |might have |must have |maybe )*"
    r"(?:used|use|forgot|forgotten|took|swapped|flipped|missed|didn't|did not|divided|multiplied|left out|skipped)\b",
    re.IGNORECASE,
)


def tells_what_went_wrong(text: str) -> bool:
    """Whether a student tells what went into the answer that was judged: "oh, I flipped the kernel"."""
    return _CONFESSES.match(text) is not None


_COMFORTED = (None, Act.EXPLAIN, Act.UNKNOWN)
"""Acts that discouragement turns into the smallest next step."""


def _act(message: Message, state: State, sheet: Sheet) -> Act:
    """What is asked for: by the words, else by what the conversation makes of a short turn, else by what was sent."""
    if message.discouraged and message.topic is None and not message.found and message.act in _COMFORTED:
        return Act.HINT
    if state.last_answer and not message.found and message.act is not Act.HINT and tells_what_went_wrong(message.text):
        return Act.EXPLAIN
    if message.act is Act.COMPUTE and _hands_in_steps(message, state, sheet):
        return Act.CHECK
    if message.doubtful and state.last_act is None and message.act is not Act.GREET:
        return Act.UNKNOWN
    if message.act is not None:
        return message.act
    last = state.last_act
    match message.move:
        case Move.NEXT:
            if state.practice is not None and (last is Act.SOLUTION or state.record.solved):
                return Act.PRACTICE
            return last if last in (Act.PRACTICE, Act.COMPUTE) else Act.HINT
        case Move.AGAIN if last is not None:
            return last
        case Move.WHY:
            return Act.EXPLAIN
        case Move.CORRECT if last is not None and last not in PLACELESS:
            return last
        case Move.BACK:
            return Act.HINT if last is Act.HINT else Act.STATEMENT
        case Move.SAME if message.settings.stated() or last is Act.COMPUTE:
            return Act.COMPUTE
        case Move.SAME if last is not None and last not in PLACELESS:
            return last
    if message.found or message.errors:
        return Act.COMPUTE if message.settings.stated() and last is Act.COMPUTE else Act.CHECK
    if message.settings.stated() or message.changes:
        return Act.COMPUTE
    if message.topic is not None:
        return Act.EXPLAIN
    reference = message.reference
    if reference.part and not reference.exercise and last in (Act.HINT, Act.SOLUTION, Act.EXPLAIN):
        return last
    if reference.exercise or reference.family or reference.part or reference.whole:
        return Act.STATEMENT
    vague = last is None or message.move is not None or message.text.count(" ") == 0 or message.leaning is Act.COMPUTE
    return Act.UNKNOWN if vague else message.leaning


_OF_THE_SHEET = (Act.STATEMENT, Act.HINT, Act.SOLUTION, Act.PRACTICE, Act.PROGRESS)
"""Acts that may be about the whole sheet."""


def _as_in(exercise: Exercise | None, message: Message) -> Message:
    """The settings under the names of the exercise meant: K is a convolution's kernel and attention's keys."""
    kernel = message.settings.kernel
    keys = exercise is not None and exercise.family.name == "attention" and kernel is not None
    if not keys or not any(one.name == "K" for one in message.found):
        return message
    return message.model_copy(update={"settings": message.settings.model_copy(update={"kernel": None, "K": kernel})})


def request_of(message: Message, state: State, sheet: Sheet) -> Request:
    """Resolve a message in its conversation."""
    message = completed(message, state, sheet)
    act = _act(message, state, sheet)
    if act in PLACELESS:
        return Request(act, message)
    reference = message.reference
    named = reference.exercise is not None or reference.family is not None or reference.part is not None
    whole = reference.whole and act in _OF_THE_SHEET
    message = _as_in(sheet.exercise(reference.exercise or state.exercise), message)
    exercise = None if whole else _exercise(message, state, sheet)
    if exercise is None:
        return Request(act, message, named=named, missing=reference.exercise, settings=message.settings)
    letter = _part(message, act, exercise, state)
    known = letter is None or letter in [part.label for part in exercise.parts]
    missing = None if known else f"{exercise.number}{letter}"
    continues = message.act is None or message.move is Move.SAME
    carried = act is Act.COMPUTE and continues and exercise.number == state.exercise
    settings = state.settings.updated(message.settings) if carried else message.settings
    left_practice = reference.exercise is not None and act is not Act.PRACTICE
    here = state.model_copy(update={"practice": None}) if left_practice else state
    place = place_at(exercise, letter if known else None, here)
    return Request(act, message, place, named, missing, settings, carried)
