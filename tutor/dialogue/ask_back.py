"""Questions back: which exercise, which part, or that something named does not exist."""

from __future__ import annotations

from tools.content import Prose
from tutor.dialogue import buttons
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet
from tutor.state import State

VERBS = {
    Act.STATEMENT: "show exercise",
    Act.HINT: "hint",
    Act.SOLUTION: "solution",
    Act.CHECK: "check",
    Act.PRACTICE: "practice",
    Act.COMPUTE: "show exercise",
    Act.EXPLAIN: "show exercise",
}
"""The word that, with a place behind it, asks for the act again."""

Turn = tuple[Reply, State]


def which_exercise(request: Request, state: State, sheet: Sheet) -> Turn:
    """No exercise was named, or one that the sheet does not have."""
    first, last = sheet.exercises[0].number, sheet.exercises[-1].number
    if request.missing:
        text = f"This sheet has no exercise {request.missing}; its exercises are {first} to {last}. Which one is it?"
    else:
        text = "Which exercise is it?"
    reply = Reply(
        act=request.act,
        blocks=(Prose(text=text),),
        buttons=buttons.exercises(sheet, VERBS[request.act]),
        found=request.message.found,
    )
    return reply, state.model_copy(update={"pending": request.message})


def which_part(request: Request, place: Place, state: State, text: str | None = None) -> Turn:
    """The exercise has several parts, and the message leaves open which."""
    labels = ", ".join(choice.label for choice in place.choices)
    if request.missing:
        text = f"There is no {request.missing} on this sheet. The parts are {labels}. Which one is it?"
    reply = Reply(
        act=request.act,
        exercise=place.exercise.number,
        blocks=(Prose(text=text or f"Which part is it, {labels}?"),),
        buttons=buttons.parts(place, VERBS[request.act]),
        found=request.message.found,
    )
    pending = request.message.model_copy(update={"act": request.act})
    moved = state.at(place.exercise.number, None)
    return reply, moved.model_copy(update={"pending": pending})
