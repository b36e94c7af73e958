"""The method on other numbers, settings or models."""

from __future__ import annotations

from tools.content import Block, MatrixBlock, Prose, Table, count
from tools.family import Task
from tools.schema import ToolError, as_json
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.what_if import base, in_words, with_changes
from tutor.reading.message import Act, Move
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State

WHAT_IFS = (
    ("stride", "what if stride 3?"),
    ("padding", "same with padding 1"),
    ("model", "how many parameters has resnet18?"),
    ("num_classes", "same with 10 classes"),
    ("scale", "what if I do not scale?"),
    ("is_causal", "same with a causal mask"),
    ("eigenvalues", "what if the eigenvalues are 3 and 5?"),
)
"""A what-if for each setting, offered where it was not stated yet."""
MAX_ROWS = 40


def _impossible(request: Request, place: Place, why: str) -> Reply:
    """The reply to a change that leads to no setting; what held before still does."""
    return Reply(
        act=Act.COMPUTE,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=(Prose(text=why),),
        settings=request.settings,
        found=request.message.found,
    )


def compute(request: Request, state: State, sheet: Sheet) -> Turn:
    """What comes out with the settings stated or carried over; the rest is the sheet's."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    here = state.at(place.exercise.number, place.letter)
    try:
        stated = with_changes(request.message, request.settings, place)
    except ToolError as error:
        return _impossible(request, place, str(error)), here
    reply = Reply(
        act=Act.COMPUTE,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=(),
        settings=stated,
        found=request.message.found,
        errors=request.message.errors,
    )
    back = bool(request.message.changes) or request.message.move is Move.UNDO
    if not (stated.stated() or back or request.message.rejected or request.message.errors):
        return _asks_what(reply, place, dropped=False), here.model_copy(update={"pending": None})
    here = here.computed(stated, state, undone=request.message.move is Move.UNDO)
    if not (stated.stated() or request.message.rejected or request.message.errors):
        return _asks_what(reply, place, dropped=True), here
    problems = (*(error.message for error in request.message.errors), *request.message.rejected)
    if problems:
        return _with_text(reply, " ".join(problems)), here
    try:
        task = place.exercise.family.task(base(place, stated).updated(stated))
        result = task.result
    except ToolError as error:
        said = f"That does not work out: {error}" + ("" if str(error).endswith((".", "?")) else ".")
        others = _more(place, stated.stated())
        return _with_text(reply, said).model_copy(update={"buttons": others}), here
    name, given = task.call()
    shown = as_json(result)
    return (
        reply.model_copy(
            update={
                "blocks": (*_intro(request, place, stated, state.settings), *_shown(task)),
                "buttons": (*_more(place, stated.stated()), buttons.practice(place)),
                "calls": (ToolCall(name=name, input=given, output=shown),),
                "result": shown,
            }
        ),
        here,
    )


def _with_text(reply: Reply, text: str) -> Reply:
    return reply.model_copy(update={"blocks": (Prose(text=text),)})


def _asks_what(reply: Reply, place: Place, dropped: bool) -> Reply:
    """Nothing to change was understood: ask, and keep the sheet's own result back."""
    can = " ".join(f"`{text}`" for name, text in WHAT_IFS if name in place.exercise.family.fields)
    back = "These are the exercise's own numbers again. " if dropped else ""
    text = f"{back}Which numbers shall I change? I understand for instance {can}, or a matrix of your own."
    return _with_text(reply, text).model_copy(update={"buttons": (*_more(place, {}), buttons.solution(place))})


def _intro(request: Request, place: Place, stated: Settings, before: Settings) -> tuple[Block, ...]:
    """Which settings were understood, and that the rest is the sheet's."""
    kept = before.to_json()
    carries = request.carried and any(kept.get(name) == value for name, value in stated.to_json().items())
    carried = " (partly carried over from before)" if carries else ""
    where = "in the practice task" if place.practice else "on the sheet"
    rest = "" if place.exercise.family.precision.counts else f" Everything else is as {where}."
    return (Prose(text=f"With {in_words(stated)}{carried}.{rest}"),)


def _shown(task: Task) -> tuple[Block, ...]:
    """Every step, or a table of counts."""
    if all(step.value.ndim == 0 for step in task.steps):
        rows = tuple((f"`{step.name}`", count(float(step.value))) for step in task.steps)
        total = Prose(text=f"**{count(float(task.result))}** parameters.")
        if len(rows) == 1:
            return (total,)
        sums = tuple(row for row, step in zip(rows, task.steps, strict=True) if "." not in step.name)
        leaves = tuple(row for row in rows if row not in sums)
        hidden = max(0, len(leaves) - MAX_ROWS)
        more = (Prose(text=f"{hidden} more layers are left out of the table."),) if hidden else ()
        return (total, Table(header=("layer", "parameters"), rows=(*leaves[:MAX_ROWS], *sums)), *more)
    return tuple(MatrixBlock(name=step.symbol, value=step.value) for step in task.steps)


def _more(place: Place, stated: dict[str, object]) -> tuple[Button, ...]:
    """What-ifs that make sense next for this family."""
    fields = place.exercise.family.fields
    return tuple(Button(label=text, text=text) for name, text in WHAT_IFS if name in fields and name not in stated)
