"""Practice tasks: the same exercise with other numbers, from a seed that lives in the state."""

from __future__ import annotations

from tools.content import Prose
from tools.family import Family
from tools.schema import Json, ToolError
from tools.settings import Settings
from tools.wish import PLAIN, Bounds, Wish
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act, Message
from tutor.reply import Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import Practice, State

_CALLED = {
    "stride": "a stride",
    "dilation": "a dilation",
    "is_causal": "a causal mask",
    "input_size": "an input size",
    "kernel_size": "a kernel size",
    "in_channels": "input channels",
    "num_classes": "a number of classes",
    "model": "a model",
}
"""What settings are called that a task cannot have; the others by their names."""


def practise(request: Request, state: State, sheet: Sheet) -> Turn:
    """A new task for an exercise, like the part of the sheet, as hard and with what the student wishes for."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    family = place.exercise.family
    before = state.practice if place.practice else None
    part = before.part if before else (place.part or place.exercise.parts[-1]).label
    now, refused = _possible(request.message, family)
    former = before.wish if before else PLAIN
    wish = former.then(now.level, now.side, now.settings)
    try:
        settings = family.practice(state.seed, place.exercise.tasks[part].settings, wish)
        task = family.task(settings)
        gist = family.gist(task)
    except ToolError as error:
        text = f"I cannot make such a task: {error}"
        return Reply(act=Act.PRACTICE, exercise=place.exercise.number, blocks=(Prose(text=text),)), state
    practice = Practice(seed=state.seed, settings=settings, part=part, wish=wish)
    moved = state.at(place.exercise.number, None)
    moved = moved.model_copy(
        update={"practice": practice, "seed": state.seed + 1, "asked": None, "pending": None, "last_answer": ()}
    )
    records = {name: record for name, record in moved.records.items() if name != moved.place}
    here = Place(place.exercise, None, task)
    how = " ".join((_how(now, former, wish, gist), *refused))
    given: dict[str, Json] = {"family": family.name, "seed": state.seed, "level": wish.level}
    reply = Reply(
        act=Act.PRACTICE,
        exercise=place.exercise.number,
        blocks=(Prose(text=f"**Practice for exercise {place.exercise.number}.** {how}"), *task.statement),
        buttons=(buttons.hint(here), buttons.check(), buttons.solution(here), buttons.practice(here)),
        calls=(ToolCall(name="practice", input=given, output=settings.to_json()),),
    )
    return reply, moved.model_copy(update={"records": records})


def _possible(message: Message, family: Family) -> tuple[Wish, tuple[str, ...]]:
    """The wish as far as tasks of this family can fulfil it, and a sentence for each thing they cannot."""
    wish, stated = message.wish, message.wish.settings.stated()
    absent = [_CALLED.get(name, name) for name in stated if name not in family.wishes]
    told = [f"I left out {' and '.join(absent)}: there is none in this kind of task."] if absent else []
    if message.rejected:
        told.append(f"I left out what cannot be: {' '.join(message.rejected)}")
    fitting = {}
    for name, value in stated.items():
        bounds = family.wishes.get(name)
        if bounds is not None and not _within(value, bounds):
            called, (fewest, largest) = _CALLED.get(name, name), bounds
            told.append(f"I make these with {called} from {fewest} to {largest:,}, so I left out {_said(value)}.")
        elif name in family.wishes:
            fitting[name] = value
    least, most = family.sides
    side = None if wish.side is None else min(max(wish.side, least), most)
    if side != wish.side:
        told.append(f"I make these from {least}×{least} to {most}×{most}, so this is as near as I come to your size.")
    return Wish(level=wish.level, side=side, settings=Settings.model_validate(fitting)), tuple(told)


def _within(value: object, bounds: Bounds) -> bool:
    """Whether a number, or each of several, lies within bounds; words such as "same" always do."""
    least, most = bounds
    sides = value if isinstance(value, tuple) else (value,)
    return all(least <= side <= most for side in sides if isinstance(side, int))


def _said(value: object) -> str:
    """A number, or one for each side."""
    sides = value if isinstance(value, tuple) else (value,)
    return "×".join(f"{side:,}" for side in sides)


def _how(now: Wish, former: Wish, wish: Wish, gist: str) -> str:
    """How the task is next to the one before, in a few words."""
    if now.level and wish.level == former.level:
        ends = "as hard as I make them" if now.level > 0 else "the gentlest I make"
        return f"These are {ends}: {gist}."
    if now.level:
        return f"{'A harder' if now.level > 0 else 'An easier'} one: {gist}."
    if now != PLAIN:
        return f"As you wished: {gist}."
    if wish.level:
        return f"New numbers, {'harder' if wish.level > 0 else 'easier'} than on the sheet as before: {gist}."
    return "New numbers, the same way."
