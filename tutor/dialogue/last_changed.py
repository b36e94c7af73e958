"""What was changed last: "and 6?" gives it another value, "twice that" is said of it, "undo that" takes it back."""

from __future__ import annotations

import re
from math import sqrt

import numpy as np

from tools.parameters.models import model_name
from tools.schema import Array, ToolError
from tools.settings import Settings
from tutor.dialogue.place import Place
from tutor.dialogue.what_if import base
from tutor.reading.message import THAT, Act, Change, Message, Move, Reference
from tutor.reading.quantities import quantities_in
from tutor.sheets.sheet import Sheet
from tutor.state import State

_NUMBERS = re.compile(r"\d+")
_COUNTED = ("stride", "padding", "dilation", "num_classes")
"""Settings that a lone number means before others, where several were changed at once."""
_ABOUT = re.compile(
    r"\b(?:what|how) (?:about|if)\b(?: (?:it|that|this|they|we|i)(?:'s|'re| is| was| were| are| had been|"
    r" would be| take| took| use| used)?)?(?: both)?|"
    r"\bwhat(?: (?:matrix|result|output|a))? (?:would|will|do|does|comes? out|happens?|is it|do (?:i|you|we) get)"
    r"(?: (?:i|we|you) get)?(?: (?:for|with|of|at|then))? (?=-?\d[\d./]{0,8}(?: ?,| and| und| &) ?(?:-|minus )?\d)|"
    r"\bwas ist mit\b|\bwie (?:wär\w*|ist es) mit\b|\bboth\b|"
    r"\b(?:give|lead to|result in|yield|make)(?= ?\W*$)|"
    r"\b(?:the|that|this|which|same|other|first|second|third|last|middle) one\b",
    re.IGNORECASE,
)
"""What leads up to another value."""
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "other": 1, "middle": 1, "third": 2, "3rd": 2, "last": -1}
_NTH = re.compile(rf"\b(?:{'|'.join(_PLACES)})\b", re.IGNORECASE)
"""Which of several values is meant."""
_EACH = re.compile(r"\b(?:both|all|each|every|everything|those|them|these|beide\w?|alle\w?)\b", re.IGNORECASE)
_ORDERED = ("eigenvalues", "eigenvectors")
"""Settings of which two can be swapped."""
_DONE_TO = re.compile(
    r"\b(?:multipl\w+|divid\w+|times|add\w*|plus|subtract\w*|increas\w+|decreas\w+|rais\w+|lower\w*|by|more|less|mal)\b",
    re.IGNORECASE,
)
"""Words of something done to values, rather than of values told."""
_TAKES_BACK = (None, Act.COMPUTE, Act.EXPLAIN, Act.UNKNOWN, Act.STATEMENT, Act.CHECK)
"""What the words of "undo that, the stride" may be taken for by themselves."""


def undone(message: Message, state: State) -> Message:
    """ "Undo that" as the computation before, where there is one; elsewhere it goes back in the exercise."""
    if message.move is not Move.UNDO:
        return message
    if not state.what_ifs or not state.settings.stated() or message.act not in _TAKES_BACK:
        bare = message.act in (None, Act.UNKNOWN)
        return message.model_copy(update={"move": Move.BACK if bare else None, "act": None if bare else message.act})
    before = state.what_ifs[-1]
    elsewhere = before.exercise != state.exercise
    place = Reference(exercise=before.exercise if elsewhere else None, part=before.part)
    return message.model_copy(update={"act": Act.COMPUTE, "reference": place, "found": ()})


def of_that(message: Message, state: State, sheet: Sheet) -> Message:
    """The message with what it says of "that" said of what was changed last."""
    if not any(change.setting == THAT for change in message.changes):
        return message
    plain = tuple(change for change in message.changes if change.setting != THAT)
    changed = _changed(state, sheet) if state.last_act is Act.COMPUTE else {}
    changed = {name: at for name, at in changed.items() if _is_number(getattr(state.settings, name))}
    if "eigenvalues" in changed:
        changed.pop("eigenvectors", None)  # "twice that" is said of the numbers
    swaps = any(change.setting == THAT and change.how == "swap" for change in message.changes)
    if swaps:
        changed = {name: None for name in changed if name in _ORDERED}
    if len(changed) != 1:
        move = None if message.move is Move.SAME else message.move
        return message.model_copy(update={"changes": plain, "move": move})
    (name, at), whole = next(iter(changed.items())), _EACH.search(message.text) is not None
    said = [
        change.model_copy(update={"setting": name, "at": None if whole else at})
        for change in message.changes
        if change.setting == THAT
    ]
    meant = {"changes": (*plain, *said), "move": Move.SAME, "act": Act.COMPUTE, "reference": Reference()}
    return message.model_copy(update=meant)


def _is_number(value: object) -> bool:
    """Whether something can be done to a value: no name and no yes or no."""
    return isinstance(value, int | float | np.ndarray) and not isinstance(value, bool)


def lone_numbers(message: Message, state: State, sheet: Sheet) -> Message | None:
    """Numbers alone after a computation are another value of what was changed last: "and 4?", "no, I meant 1 and 6"."""
    short = message.act in (None, Act.COMPUTE) and state.last_act is Act.COMPUTE and not message.settings.stated()
    moves = message.move in (None, Move.SAME, Move.CORRECT)
    elsewhere = message.changes or message.reference.part or any(not one.loose for one in message.found)
    if not (short and moves) or elsewhere:
        return None
    said = next(iter(quantities_in(_ABOUT.sub(" ", message.text))), ())
    nth = _NTH.search(message.text)
    if nth and len(said) == 1 and state.settings.eigenvalues is not None:
        at = _PLACES[nth[0].lower()]
        change = Change(setting="eigenvalues", how="entry", amount=said[0], at=at)
        return _another(message, changes=(change,))
    each = _EACH.search(message.text) and not _DONE_TO.search(message.text)
    if len(said) == 1 and state.settings.eigenvalues is not None and each:
        return _another(message, settings=Settings(eigenvalues=np.full_like(state.settings.eigenvalues, said[0])))
    return with_numbers(message, said, state, sheet) if said else None


def with_numbers(message: Message, said: tuple[float, ...], state: State, sheet: Sheet) -> Message | None:
    """The message with these numbers as the value of what was changed last, None where they do not fit it."""
    changed = _changed(state, sheet)
    if changed.keys() == {"scale"}:
        said = _as_scale(message.text, said, state.settings.scale)
    value = _value(said, changed, state.settings) or _told_alone(state.settings, said)
    if value is None:
        return None
    return _another(message, changes=(value,)) if isinstance(value, Change) else _another(message, settings=value)


_ROOT = re.compile(r"√|\bsqrt|\broot|\bwurzel", re.IGNORECASE)


def _as_scale(text: str, said: tuple[float, ...], before: object) -> tuple[float, ...]:
    """Numbers as the factor of the scores: what the scores were divided by before, they are divided by now."""
    roots = tuple(sqrt(abs(one)) for one in said) if _ROOT.search(text) else said
    divided = isinstance(before, float) and 0 < before < 1 and round(before**-2, 6).is_integer()
    return tuple(1 / one if divided and one >= 1 else one for one in roots)


def _another(message: Message, **how: object) -> Message:
    """The message as one that only changes something."""
    plain = {"reference": Reference(), "found": (), "move": Move.SAME, "act": None, "topic": None}
    return message.model_copy(update={**plain, **how})


def _changed(state: State, sheet: Sheet) -> dict[str, int | None]:
    """The settings that the last computation changed, each with the one entry that differs from before, if one does."""
    exercise = sheet.exercise(state.exercise)
    if exercise is None or not state.what_ifs:
        return {}
    last = state.what_ifs[-1]
    place = Place(exercise, exercise.part(state.part))
    own = base(place, Settings())
    before = own.updated(last.settings) if last.exercise == state.exercise else own
    now, held = base(place, state.settings).updated(state.settings).stated(), before.stated()
    fields = exercise.family.fields
    differ = [name for name in now if name in fields and not np.array_equal(now[name], held.get(name))]  # type: ignore[arg-type]
    return {name: _entry(now[name], held.get(name)) for name in differ}


def _entry(now: object, before: object) -> int | None:
    """Which entry of a vector differs, where one alone does."""
    if not (isinstance(now, np.ndarray) and isinstance(before, np.ndarray) and now.shape == before.shape):
        return None
    differ = np.flatnonzero(now != before)
    return int(differ[0]) if now.ndim == 1 and len(differ) == 1 else None


def _value(said: tuple[float, ...], changed: dict[str, int | None], holds: Settings) -> Settings | Change | None:
    """These numbers as the value of the one setting that was changed."""
    if len(changed) != 1:
        return None
    name, at = next(iter(changed.items()))
    value = getattr(holds, name)
    if isinstance(value, np.ndarray):
        if len(said) == 1 and at is not None:
            return Change(setting=name, how="entry", amount=said[0], at=at)
        array: Array = np.array(said)
        return Settings.model_validate({name: array}) if value.shape == array.shape else None
    if len(said) != 1 or isinstance(value, bool):
        return None
    whole = int(said[0]) if said[0].is_integer() else None
    if name == "model" and whole is not None:
        return _sibling(str(value), whole)
    if isinstance(value, float):
        return Settings.model_validate({name: said[0]})
    return Settings.model_validate({name: whole}) if isinstance(value, int) and whole is not None else None


def _told_alone(before: Settings, said: tuple[float, ...]) -> Settings | None:
    """The one setting of the computation before that these numbers fit, with them in its place."""
    if before.eigenvalues is not None and len(said) == len(before.eigenvalues):
        return Settings(eigenvalues=said)
    whole = int(said[0]) if len(said) == 1 and said[0].is_integer() else None
    counted = [name for name in _COUNTED if isinstance(getattr(before, name), int)]
    if whole is None:
        return None
    if before.model is not None and not counted:
        return _sibling(before.model, whole)
    return Settings(**{counted[0]: whole}) if len(counted) == 1 else None


def _sibling(model: str, number: int) -> Settings | None:
    """Another model of the same make, where there is one."""
    try:
        return Settings(model=model_name(_NUMBERS.sub(str(number), model, count=1)))
    except ToolError:
        return None
