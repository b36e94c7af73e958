"""The sheet's text, and the worked solutions."""

from __future__ import annotations

from tools.content import Block, Prose
from tools.schema import Json, as_json
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn, which_exercise, which_part
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act
from tutor.reply import Reply, ToolCall
from tutor.sheets.sheet import Exercise, Sheet
from tutor.state import State

KIND = "Reading a solution closely, and then doing a practice task, is a good way to learn it too."


def statement(request: Request, state: State, sheet: Sheet) -> Turn:
    """An exercise's text, one part of it, or the whole sheet."""
    place = request.place
    if request.missing:
        return which_part(request, place, state) if place else which_exercise(request, state, sheet)
    if place is None:
        blocks: tuple[Block, ...] = tuple(block for exercise in sheet.exercises for block in _printed(exercise))
        reply = Reply(act=Act.STATEMENT, blocks=blocks, buttons=buttons.exercises(sheet, "hint"))
        return reply, state.model_copy(update={"pending": None})
    if place.practice:
        blocks = (Prose(text=f"**Practice for exercise {place.exercise.number}.**"), *place.practice.statement)
    else:
        blocks = _printed(place.exercise, place)
    choices = place.choices
    under = buttons.parts(place, "hint") if len(choices) > 1 else (buttons.hint(place), buttons.check())
    reply = Reply(
        act=Act.STATEMENT,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=blocks,
        buttons=(*under, buttons.solution(place)),
    )
    return reply, state.at(place.exercise.number, place.letter).model_copy(update={"pending": None})


def _printed(exercise: Exercise, place: Place | None = None) -> tuple[Block, ...]:
    """The printed text with all parts, or with the chosen one."""
    blocks = [Prose(text=f"**Exercise {exercise.number}. {exercise.title}**"), Prose(text=exercise.text)]
    for part in exercise.parts:
        if part.label is not None and (place is None or place.letter in (None, part.label)):
            blocks.append(Prose(text=f"**({part.label})** {part.text}"))
    return tuple(blocks)


def solution(request: Request, state: State, sheet: Sheet) -> Turn:
    """The worked solution of a place; of every part where none was chosen."""
    place = request.place
    if place is None:
        return which_exercise(request, state, sheet)
    if request.missing:
        return which_part(request, place, state)
    blocks: list[Block] = [Prose(text=KIND)] if request.message.discouraged else []
    calls: list[ToolCall] = []
    results: dict[str, Json] = {}
    moved = state.at(place.exercise.number, place.letter)
    for choice in place.choices:
        task = choice.task
        if task is None:
            continue
        result = as_json(task.result)
        name, given = task.call()
        calls.append(ToolCall(name=name, input=given, output=result))
        blocks += [Prose(text=f"### Solution to {choice.title}"), *task.solution]
        results[choice.letter or ""] = result
        seen = moved if place.practice else moved.at(place.exercise.number, choice.letter)
        moved = moved.model_copy(update={"records": seen.recorded(solution_seen=True).records})
    misprint = place.exercise.misprint
    if misprint is not None and not place.practice:
        blocks.append(Prose(text=misprint.text))
    reply = Reply(
        act=Act.SOLUTION,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=tuple(blocks),
        buttons=(*buttons.following(place, sheet), buttons.practice(place)),
        calls=tuple(calls),
        result=next(iter(results.values())) if len(results) == 1 else results,
    )
    return reply, moved.model_copy(update={"asked": None, "pending": None})
