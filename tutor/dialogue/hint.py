"""Hints: the next rung of the ladder, or the idea that all parts share."""

from __future__ import annotations

from tools.content import Block, Hint, Prose
from tools.family import Task
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise, which_part
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Move
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State

COMFORT = (
    "This sheet is made to be hard the first time, and one step is enough for now.",
    "Being stuck is where most of the learning happens. Here is one small step.",
    "You do not need the whole answer, only the next step.",
)


def hint(request: Request, state: State, sheet: Sheet) -> Turn:
    """The next hint for the place asked for."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    task = place.task
    if request.missing:
        return which_part(request, place, state)
    if task is None:
        return _shared_idea(request, place, state)
    here = state.at(place.exercise.number, place.letter)
    shown = here.record.hints
    last = len(task.hints) - 1
    again = request.message.move is Move.AGAIN and shown > 0
    rung = min(shown - 1 if again else shown, last)
    blocks = _opened(task.hints[rung], f"Hint {rung + 1} of {last + 1} · {place.title}.")
    if shown > last and not again:
        blocks = (Prose(text="That was the last hint before the answer; here it is once more."), *blocks)
    if request.message.discouraged:
        blocks = (Prose(text=COMFORT[shown % len(COMFORT)]), *blocks)
    reply = Reply(
        act=request.act,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=blocks,
        buttons=_under(place, rung, last, task),
        calls=(ToolCall(name="hint", input={"exercise": place.title, "rung": rung + 1}, output={"of": last + 1}),),
    )
    return reply, here.recorded(hints=max(shown, rung + 1)).model_copy(update={"asked": rung, "pending": None})


def _under(place: Place, rung: int, last: int, task: Task) -> tuple[Button, ...]:
    more = (buttons.next_hint(place),) if rung < last else ()
    return (*more, buttons.check(), buttons.solution(place))


def _opened(hint: Hint, heading: str) -> tuple[Block, ...]:
    """A hint's blocks with its heading run into the first sentence, and its question last."""
    first, *rest = hint.blocks
    start: tuple[Block, ...]
    if isinstance(first, Prose):
        start = (Prose(text=f"**{heading}** {first.text}"),)
    else:
        start = (Prose(text=f"**{heading}**"), first)
    return (*start, *rest, Prose(text=hint.question.text))


def _shared_idea(request: Request, place: Place, state: State) -> Turn:
    """What all parts have in common, with a button for each."""
    idea = place.exercise.family.idea(tuple(place.exercise.tasks.values()))
    comfort = (Prose(text=COMFORT[0]),) if request.message.discouraged else ()
    heading = Prose(text=f"**Exercise {place.exercise.number}, all parts.**")
    reply, moved = which_part(request, place, state)
    question = Prose(text="Which part do you want to start with?")
    return reply.model_copy(update={"blocks": (*comfort, heading, *idea, question)}), moved
