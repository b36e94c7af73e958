"""Hints: the next rung of the ladder, or the idea that all parts share."""

from __future__ import annotations

from tools.content import Block, Hint, Prose
from tools.family import Task
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise, which_part
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act, Move
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import EntryAsked, State

MANY = 3
"""Hints in a row after which a smaller question takes the place of the hint's own."""
COMFORT = (
    "This sheet is made to be hard the first time, and one step is enough for now.",
    "Being stuck is where most of the learning happens. Here is one small step.",
    "You do not need the whole answer, only the next step.",
)


def hint(request: Request, state: State, sheet: Sheet) -> Turn:
    """The next hint for the place asked for."""
    place = request.place
    if place is None:
        reply, asked = which_exercise(request, state, sheet)
        return reply.model_copy(update={"blocks": (*_comfort(request, 0), *reply.blocks)}), asked
    task = place.task
    if request.missing:
        return which_part(request, place, state)
    if task is None and _knows_idea(place, state):
        place = _first_open(place, state)
        task = place.task
    if task is None:
        return _shared_idea(request, place, state)
    here = state.at(place.exercise.number, place.letter)
    shown = here.record.hints
    last = len(task.hints) - 1
    back = {Move.AGAIN: 1, Move.BACK: 2}.get(request.message.move, 0) if request.message.move else 0
    wanted = shown - back if request.message.rung is None else request.message.rung - 1
    rung = max(min(wanted, last), 0)
    smaller = _smaller_question(task) if here.hints_in_a_row % MANY == MANY - 1 else None
    question = smaller[0] if smaller else task.hints[rung].question.text
    blocks = _opened(task.hints[rung], f"Hint {rung + 1} of {last + 1} · {place.title}.", question)
    if wanted > last:
        blocks = (Prose(text="That was the last hint before the answer; here it is once more."), *blocks)
    blocks = (*_comfort(request, shown), *blocks)
    reply = Reply(
        act=request.act,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=blocks,
        buttons=_under(place, rung, last, task),
        calls=(ToolCall(name="hint", input={"exercise": place.title, "rung": rung + 1}, output={"of": last + 1}),),
    )
    opened = {"asked": rung, "pending": None, "entry": smaller[1] if smaller else None}
    return reply, here.recorded(hints=max(shown, rung + 1)).model_copy(update=opened)


def _smaller_question(task: Task) -> tuple[str, EntryAsked] | None:
    """One number of the way, written out as the sum it is; None where no step has one."""
    for step in task.steps:
        at = (0,) * step.value.ndim
        if step.value.size and (made := task.working(step.name, at)) is not None:
            place = f"entry ({', '.join('1' for _ in at)}) of ${step.symbol}$" if at else f"${step.symbol}$"
            text = f"One number is enough for a start, {place}. What is ${made}$?"
            return text, EntryAsked(step=step.name, at=at, apart=False)
    return None


def _knows_idea(place: Place, state: State) -> bool:
    """Whether the idea that all parts share was just told, so that the next hint is about a part."""
    return state.last_act is Act.HINT and state.pending is not None and state.exercise == place.exercise.number


def _first_open(place: Place, state: State) -> Place:
    """The first part that is not solved yet, else the first."""
    parts = place.choices
    return next((one for one in parts if not state.at(one.exercise.number, one.letter).record.solved), parts[0])


def _comfort(request: Request, turn: int) -> tuple[Block, ...]:
    """One kind sentence where the message sounds discouraged, not always the same."""
    return (Prose(text=COMFORT[turn % len(COMFORT)]),) if request.message.discouraged else ()


def _under(place: Place, rung: int, last: int, task: Task) -> tuple[Button, ...]:
    more = (buttons.next_hint(place),) if rung < last else ()
    return (*more, buttons.check(), buttons.solution(place))


def _opened(hint: Hint, heading: str, question: str) -> tuple[Block, ...]:
    """A hint's blocks with its heading run into the first sentence, and the question last."""
    first, *rest = hint.blocks
    start: tuple[Block, ...]
    if isinstance(first, Prose):
        start = (Prose(text=f"**{heading}** {first.text}"),)
    else:
        start = (Prose(text=f"**{heading}**"), first)
    return (*start, *rest, Prose(text=question))


def _shared_idea(request: Request, place: Place, state: State) -> Turn:
    """What all parts have in common, with a button for each."""
    idea = place.exercise.family.idea(tuple(place.exercise.tasks.values()))
    heading = Prose(text=f"**Exercise {place.exercise.number}, all parts.**")
    reply, moved = which_part(request, place, state)
    question = Prose(text="Which part do you want to start with?")
    return reply.model_copy(update={"blocks": (*_comfort(request, 0), heading, *idea, question)}), moved
