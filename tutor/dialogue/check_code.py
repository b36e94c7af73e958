"""Code that is handed in: the number it comes to is followed, said back, and judged as an answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.content import Block, Prose, count, number
from tools.parameters.compute import network
from tools.parameters.models import SHEETS_MODEL
from tools.parameters.snippet import Counted, counted
from tools.parameters.snippet_values import Shown
from tools.schema import ToolError
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.check import check
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.tries import tried
from tutor.dialogue.verdict import read_back
from tutor.reading.message import Act, Found, Message
from tutor.reply import Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State

FAMILY = "parameters"
"""The family whose code is followed."""
MILLION = 10**6
_MODEL = frozenset({"model", "num_classes", "layers"})
"""Settings that tell which model is counted."""
_FEWEST_AS_SUCH = 1000
"""A fraction from here on is no count in millions."""
_NUMBERS_TOLD = 6


def check_code(request: Request, state: State, sheet: Sheet) -> Turn:
    """Judge the number that code comes to, or say on which line it cannot be followed. Nothing is run."""
    exercise = sheet.about(FAMILY)
    if exercise is None:
        return check(request, state, sheet)
    here = request.place
    place = here if here is not None and here.exercise is exercise else Place(exercise, exercise.part(None))
    message = request.message
    try:
        result = counted(message.code or "", network(_asked(message, place, state)).layers)
    except ToolError as error:
        return _not_followed(str(error), place, state)
    message = _under_own_model(message, result)
    result = _told_right(result, _totals(message, place, state))
    number_found = _found(result)
    message = message.model_copy(update={"found": number_found, "proposes": True})
    if _is_piece(number_found, place):
        message = message.model_copy(update={"proposes": False})
    judged, after = check(replace(request, message=message, place=place, settings=message.settings), state, sheet)
    own = read_back(tried(message))
    words = judged.blocks[len(own) :] if judged.blocks[: len(own)] == own else judged.blocks
    call = ToolCall(name="follow_code", input={"code": message.code}, output=[one.value for one in result.numbers])
    reply = judged.model_copy(
        update={
            "blocks": (Prose(text=_said(result)), *words, *_other_model(result, judged, place)),
            "calls": (call, *judged.calls),
            "found": (),
        }
    )
    return reply, after


def _asked(message: Message, place: Place, state: State) -> Settings:
    """The settings that tell which model the code is about: the message's, the conversation's, else the task's."""
    told = {**message.settings.stated(), **message.supposed.stated()}
    if told.keys().isdisjoint(_MODEL) and message.reference.exercise is None:
        told = state.settings.stated()
    task = place.task.settings.stated() if place.task is not None else {}
    said = {name: value for name, value in told.items() if name in _MODEL}
    if "model" in said or "layers" in said:
        return Settings.model_validate(said)
    return Settings.model_validate({**task, **said})


def _totals(message: Message, place: Place, state: State) -> set[float]:
    """The right results that a printed number may be: the one of the task, else of the model that the code is about."""
    if place.practice is not None and place.task is not None:
        value = place.task.steps[-1].value
        return {float(value)} if value.ndim == 0 else set()
    layers = network(_asked(message, place, state)).layers
    return {float(sum(layer.parameters for layer in layers))}


def _told_right(result: Counted, totals: set[float]) -> Counted:
    """The number that is a right result, where the code prints it beside others; else what it comes to last."""
    right = next((one for one in result.printed if _whole(one) in totals), None)
    return result if right is None else replace(result, numbers=(right,))


def _found(result: Counted) -> tuple[Found, ...]:
    """What the code comes to as an answer: one number, or those that it prints, by name where all bear one."""
    numbers = result.numbers
    if len(numbers) > 1 and any(one.name is None for one in numbers):
        return (Found(value=np.array([one.value for one in numbers], dtype=float), span=(0, 0)),)
    named = len(numbers) > 1
    return tuple(
        Found(value=np.array(_whole(one), dtype=float), name=one.name if named else None, span=(0, 0))
        for one in numbers
    )


def _whole(one: Shown) -> int | float:
    """A number of parameters; where it was divided into millions to be printed, all of them."""
    exact = round(one.value * MILLION)
    fraction = one.value != round(one.value) and abs(one.value) < _FEWEST_AS_SUCH
    in_millions = fraction and abs(one.value * MILLION - exact) < 1e-3
    return exact if in_millions else one.value


def _is_piece(found: tuple[Found, ...], place: Place) -> bool:
    """Whether the numbers are those of single layers, which nobody takes for the total."""
    if place.task is None or len(found) > 1 or found[0].value.ndim:
        return True
    layers = [one for one in (*place.task.steps[:-1], *place.task.pieces) if "." in one.name]
    return any(one.value.ndim == 0 and float(one.value) == float(found[0].value) for one in layers)


def _under_own_model(message: Message, result: Counted) -> Message:
    """The message that is about the model its code builds, unless it says which one or names the exercise."""
    others = {built for built in result.models if built[0] != SHEETS_MODEL}
    said = {**message.settings.stated(), **message.supposed.stated()}
    if len(others) != 1 or message.reference.exercise is not None or not said.keys().isdisjoint(_MODEL):
        return message
    name, classes = others.pop()
    own = Settings(model=name, num_classes=classes)
    return message.model_copy(update={"settings": own, "supposed": own})


def _said(result: Counted) -> str:
    """What the code gives, in words."""
    numbers = result.numbers
    if len(numbers) == 1:
        return f"Your code gives {_typed(_whole(numbers[0]))}."
    shown = ", ".join(_typed(one.value) for one in numbers[:_NUMBERS_TOLD])
    more = ", …" if len(numbers) > _NUMBERS_TOLD else ""
    return f"Your code prints {len(numbers)} numbers on line {numbers[0].line}: {shown}{more}."


def _typed(value: int | float) -> str:
    return count(value) if value == round(value) and abs(value) >= 1000 else number(float(value), 6)


def _other_model(result: Counted, judged: Reply, place: Place) -> tuple[Block, ...]:
    """A word on code that counts another model than the exercise does."""
    names = sorted({name for name, _ in result.models})
    if not names or SHEETS_MODEL in names or place.practice is not None:
        return ()
    if judged.settings.model is not None and judged.verdict == "correct":
        return (Prose(text=f"Exercise {place.label} itself counts `{SHEETS_MODEL}`."),)
    if judged.settings.model is None:
        asks = f"Your code counts `{names[0]}`, and exercise {place.label} asks for `{SHEETS_MODEL}`."
        return (Prose(text=asks),)
    return ()


def _not_followed(reason: str, place: Place, state: State) -> Turn:
    """The line where the code is not understood; the conversation goes on there."""
    blocks = (
        Prose(text=f"I followed your code without running it, and stopped: {reason}."),
        Prose(text="Send it again with that line changed, or run it and send me the number it prints."),
    )
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=blocks,
        buttons=(buttons.hint(place), buttons.solution(place)),
    )
    return reply, state.at(place.exercise.number, place.letter).model_copy(update={"pending": None})
