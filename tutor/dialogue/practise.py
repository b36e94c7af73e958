"""Practice tasks: the same exercise with other numbers, from a seed that lives in the state."""

from __future__ import annotations

import numpy as np

from tools.content import Prose
from tools.family import Family
from tools.schema import ToolError
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act
from tutor.reply import Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import Practice, State


def practise(request: Request, state: State, sheet: Sheet) -> Turn:
    """A new task for an exercise, in the shape of the sheet's or as the message wishes."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    family = place.exercise.family
    part = place.part or place.exercise.parts[-1]
    base = (place.practice or place.exercise.tasks[part.label]).settings
    try:
        settings = family.practice(state.seed, _wished(base, request.settings, family))
        task = family.task(settings)
    except ToolError as error:
        text = f"I cannot make such a task: {error}"
        return Reply(act=Act.PRACTICE, exercise=place.exercise.number, blocks=(Prose(text=text),)), state
    practice = Practice(seed=state.seed, settings=settings)
    moved = state.at(place.exercise.number, None)
    moved = moved.model_copy(
        update={"practice": practice, "seed": state.seed + 1, "asked": None, "pending": None, "last_answer": ()}
    )
    records = {name: record for name, record in moved.records.items() if name != moved.place}
    here = Place(place.exercise, None, task)
    reply = Reply(
        act=Act.PRACTICE,
        exercise=place.exercise.number,
        blocks=(
            Prose(text=f"**Practice for exercise {place.exercise.number}.** New numbers, the same way."),
            *task.statement,
        ),
        buttons=(buttons.hint(here), buttons.check(), buttons.solution(here), buttons.practice(here)),
        calls=(
            ToolCall(name="practice", input={"family": family.name, "seed": state.seed}, output=settings.to_json()),
        ),
    )
    return reply, moved.model_copy(update={"records": records})


def _wished(base: Settings, wished: Settings, family: Family) -> Settings:
    """The sheet's settings with the student's wishes; a size for matrices stands for arrays of that size."""
    size = wished.input_size or wished.kernel_size
    side = size[0] if isinstance(size, tuple) else size
    if family.name == "eigen" and side is not None:
        return Settings(eigenvalues=np.arange(1.0, side + 1), eigenvectors=np.eye(side)) if side <= 4 else base
    plain = wished.model_copy(update={"input_size": None, "kernel_size": None})
    return base.updated(plain)
