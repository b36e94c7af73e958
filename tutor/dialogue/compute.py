"""The method on other numbers, settings or models."""

from __future__ import annotations

from tools.content import Block, MatrixBlock, Prose, Table, count
from tools.family import Task
from tools.schema import Json, ToolError, as_json
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.changes import changed
from tutor.reading.message import Act
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State

REPLACES = {
    "matrix": ("eigenvalues", "eigenvectors"),
    "layers": ("model", "num_classes", "layer"),
    "in_channels": ("model", "layer"),
    "out_channels": ("model", "layer"),
    "in_features": ("model", "layer"),
    "out_features": ("model", "layer"),
    "input_size": ("input",),
    "kernel_size": ("kernel", "model"),
}
"""Settings that, once stated, take the place of the sheet's own numbers under other names."""
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


def compute(request: Request, state: State, sheet: Sheet) -> Turn:
    """What comes out with the settings stated or carried over; the rest is the sheet's."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    here = state.at(place.exercise.number, place.letter)
    stated = _with_changes(request, place)
    reply = Reply(
        act=Act.COMPUTE,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=(),
        settings=stated,
        found=request.message.found,
        errors=request.message.errors,
    )
    here = here.model_copy(update={"settings": stated, "pending": None})
    if not (stated.stated() or request.message.rejected or request.message.errors):
        return _asks_what(reply, place), here
    problems = (*(error.message for error in request.message.errors), *request.message.rejected)
    if problems:
        return _with_text(reply, " ".join(problems)), here
    try:
        task = place.exercise.family.task(_base(place, stated).updated(stated))
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


def _with_changes(request: Request, place: Place) -> Settings:
    """What was stated, and what is said against the settings that hold: "double the stride"."""
    stated = request.settings
    for change in request.message.changes:
        new = changed(_base(place, stated).updated(stated), change)
        if new is not None:
            stated = stated.model_copy(update={change.setting: getattr(new, change.setting)})
    return stated


def _with_text(reply: Reply, text: str) -> Reply:
    return reply.model_copy(update={"blocks": (Prose(text=text),)})


def _base(place: Place, stated: Settings) -> Settings:
    """The numbers of the sheet that still hold beside what was stated."""
    task = place.task
    base = task.settings if task is not None else place.exercise.settings
    replaced = {old for name in stated.stated() for old in REPLACES.get(name, ())}
    own = replaced - set(stated.stated())
    return base.model_copy(update=dict.fromkeys(own))


def _asks_what(reply: Reply, place: Place) -> Reply:
    """Nothing to change was understood: ask, and keep the sheet's own result back."""
    can = " ".join(f"`{text}`" for name, text in WHAT_IFS if name in place.exercise.family.fields)
    text = f"Which numbers shall I change? I understand for instance {can}, or a matrix of your own."
    return _with_text(reply, text).model_copy(update={"buttons": (*_more(place, {}), buttons.solution(place))})


def _intro(request: Request, place: Place, stated: Settings, before: Settings) -> tuple[Block, ...]:
    """Which settings were understood, and that the rest is the sheet's."""
    named = [_said(name, value) for name, value in stated.to_json().items()]
    kept = before.to_json()
    carries = request.carried and any(kept.get(name) == value for name, value in stated.to_json().items())
    carried = " (partly carried over from before)" if carries else ""
    where = "in the practice task" if place.practice else "on the sheet"
    rest = "" if place.exercise.family.precision.counts else f" Everything else is as {where}."
    return (Prose(text=f"With {', '.join(named)}{carried}.{rest}"),)


_IN_WORDS: dict[tuple[str, Json], str] = {
    ("is_causal", True): "a causal mask",
    ("is_causal", False): "no causal mask",
    ("bias", False): "no bias",
    ("bias", True): "a bias",
    ("scale", "none"): "no scaling",
}


def _said(name: str, value: Json) -> str:
    """A setting as it is said back."""
    if isinstance(value, bool | str) and (name, value) in _IN_WORDS:
        return _IN_WORDS[name, value]
    return f"{name.replace('_', ' ')} {_short(value)}"


def _short(value: Json) -> str:
    if isinstance(value, list) and any(isinstance(item, list | dict) for item in value):
        return "as given"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


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
