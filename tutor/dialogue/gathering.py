"""Pieces of one answer, sent one by one, put together; a wrong matrix mended by the row or entry that is sent after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

import numpy as np

from tools.answers import Answer, compare
from tools.content import Step
from tools.diagnosis import diagnose
from tools.family import Precision, Task
from tools.naming import step_named
from tools.portion import Portion, assembled, matrix_named, portion_named
from tools.schema import Array
from tutor.dialogue.place import Place
from tutor.reading.message import Message, Move
from tutor.state import State, Tried

_MENDS = re.compile(
    r"\b(?:sorry|typo|oops|ups|meant|mean|mistyped|correct(?:ed|ion)|wait|instead|should (?:be|have been|say|read)|"
    r"fix(?:ed)?|actually|changed?|so|then|now|oh|ah+|no|rather|tippfehler|vertippt|meinte|doch)\b",
    re.IGNORECASE,
)
"""Words that put something right."""
FEWEST = 4
"""Numbers from which on they may be a whole matrix."""
_CORNER = re.compile(r"\b(?:corner|ecke)\b", re.IGNORECASE)


def whole_of(answers: Sequence[Tried], task: Task) -> Tried | None:
    """The one matrix that these pieces make, where they fill a step of the task."""
    if len(answers) < 2 or any(portion_named(one.name) is None for one in answers):
        return None
    letters = {matrix_named(one.name) for one in answers} - {None}
    named = step_named(min(filter(None, letters)), task) if len(letters) == 1 else None
    if len(letters) > 1:
        return None
    for step in (named,) if named else reversed(task.steps):
        if step.value.ndim == 2:
            whole = assembled(_placed(answers), np.full(step.value.shape, np.nan))
            if whole is not None and not np.isnan(whole).any():
                return _joined(answers, whole, step.name if named else None)
    return None


def with_wholes(answers: Sequence[Tried], task: Task, precision: Precision) -> Sequence[Tried]:
    """The answers with pieces in a row that fill a step, and with numbers in a row that are mostly its entries, as that
    one matrix."""
    laid: list[Tried] = []
    for kind, group in groupby(answers, key=_kind):
        run = list(group)
        whole = (
            whole_of(run, task) if kind == "piece" else _of_numbers(run, task, precision) if kind == "number" else None
        )
        laid += [whole] if whole is not None else run
    return laid


def _kind(one: Tried) -> Literal["piece", "number", "other"]:
    if portion_named(one.name) is not None:
        return "piece"
    return "number" if one.value.ndim == 0 and one.name is None else "other"


def _of_numbers(run: list[Tried], task: Task, precision: Precision) -> Tried | None:
    """Numbers as the matrix of a step that has as many entries, at least half of them these, row by row."""
    flat = np.array([float(one.value) for one in run])
    best: tuple[float, Step] | None = None
    for step in reversed(task.steps):
        if step.value.ndim != 2 or step.value.size != len(run) or len(run) < FEWEST:
            continue
        laid = compare(Answer(value=flat, decimals=_decimals(run)), step.value.reshape(-1), precision)
        right = float(laid.right.mean()) if laid is not None else 0.0
        if right >= 0.5 and (best is None or right > best[0]):
            best = (right, step)
    return None if best is None else _joined(run, flat.reshape(best[1].value.shape), best[1].name)


def as_rows(answers: Sequence[Tried], task: Task, precision: Precision) -> Sequence[Tried]:
    """The answers with runs of numbers one after the other, and matrices with too few rows, as the rows of one step."""
    laid: list[Tried] = []
    for run in _runs(answers):
        laid += _rows_of_step(run, task, precision) or run
    return laid


def _runs(answers: Sequence[Tried]) -> Iterator[list[Tried]]:
    """Neighbouring flat answers together, a new name beginning anew."""
    run: list[Tried] = []
    for one in answers:
        anew = one.name is not None and {one.name} != {before.name for before in run}
        if run and (one.value.ndim != 1 or run[-1].value.ndim != 1 or anew):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _rows_of_step(run: list[Tried], task: Task, precision: Precision) -> list[Tried] | None:
    """A run as rows of the step with which it agrees in most entries, the result among equals: joined where it fills
    it, else each under its number; None where it is no rows of any."""
    flat = np.concatenate([one.value.reshape(-1) for one in run])
    name = run[0].name
    named = step_named(name, task)
    alone = len(run) == 1
    if (name and named is None) or (alone and run[0].value.ndim != 2):
        return None
    best: tuple[float, Step, int] | None = None
    known = (*reversed(task.steps), *task.pieces)
    steps = (named,) if named else task.steps[-1:] if run[-1].claim == "result" else known
    for step in steps:
        width = step.value.shape[1] if step.value.ndim == 2 else 0
        if not width or flat.size > step.value.size - alone or not all(_fills_rows(one, width) for one in run):
            continue
        decimals = _decimals(run)
        for first in range((step.value.size - flat.size) // width + 1):
            part = step.value.reshape(-1)[first * width : first * width + flat.size]
            laid = compare(Answer(value=flat, decimals=decimals), part, precision)
            right = float(laid.right.mean()) if laid is not None else 0.0
            if best is None or right > best[0]:
                best = (right, step, first)
    if best is None:
        return None
    _, step, first = best
    if flat.size == step.value.size:
        told = name if step is task.steps[-1] else step.name
        return [_joined(run, flat.reshape(step.value.shape), told)]
    rows = [(one, row) for one in run for row in one.value.reshape(-1, step.value.shape[1])]
    return [
        one.model_copy(update={"name": f"row {at} of {step.name}", "value": row})
        for at, (one, row) in enumerate(rows, first + 1)
    ]


def _fills_rows(one: Tried, width: int) -> bool:
    return one.value.size % width == 0 if one.value.ndim == 1 else one.value.shape[1:] == (width,)


def _placed(answers: Sequence[Tried]) -> list[tuple[Portion, Array]]:
    places = ((portion_named(one.name), one.value) for one in answers)
    return [(place, value) for place, value in places if place is not None]


def _joined(answers: Sequence[Tried], value: Array, name: str | None) -> Tried:
    return Tried(value=value, name=name, decimals=_decimals(answers), claim=answers[-1].claim)


def _decimals(answers: Sequence[Tried]) -> int | None:
    return max((one.decimals for one in answers if one.decimals is not None), default=None)


def gathered(
    answers: tuple[Tried, ...], message: Message, place: Place | None, state: State
) -> tuple[tuple[Tried, ...], tuple[Tried, ...]]:
    """What to judge, and what the conversation keeps of it: pieces of a matrix are kept together with those sent
    before, and judged as the whole once all are there."""
    task = place.task if place is not None else None
    if task is None or place is None or not answers or task.result.ndim != 2:
        return answers, answers
    here = (place.exercise.number, place.letter) == (state.exercise, state.part)
    before = state.last_answer if here else ()
    if len(before) == 1 and before[0].value.ndim == 2 and min(before[0].value.shape) > 1:
        return _mended(answers, before[0], message, place, task)
    if _is_row(answers, task):
        earlier = before if all(portion_named(one.name) for one in before) else ()
        return _with(earlier, (_next_row(answers[0], earlier, place, task),), answers, task)
    if all(portion_named(one.name) is not None for one in answers):
        earlier = tuple(one for one in before if portion_named(one.name) is not None)
        return _with(earlier, answers, answers, task)
    return answers, answers


def _with(
    earlier: tuple[Tried, ...], pieces: tuple[Tried, ...], answers: tuple[Tried, ...], task: Task
) -> tuple[tuple[Tried, ...], tuple[Tried, ...]]:
    """The pieces with the earlier ones, the new for the old of the same name."""
    new = {one.name for one in pieces}
    kept = (*(one for one in earlier if one.name not in new), *pieces)
    whole = whole_of(kept, task)
    return ((whole,), (whole,)) if whole is not None else (answers, kept)


def _is_row(answers: tuple[Tried, ...], task: Task) -> bool:
    """Whether a single row without a name was sent."""
    one = answers[0]
    return len(answers) == 1 and one.name is None and one.value.shape == task.result.shape[1:] and len(task.result) > 1


def _next_row(row: Tried, earlier: tuple[Tried, ...], place: Place, task: Task) -> Tried:
    """A row under the number that it has after the rows before it: the next one, or again one that was wrong."""
    known = [at.index[0] for one in earlier if (at := portion_named(one.name)) and at.kind == "row"]
    last = known[-1] if known else -1
    rows = len(task.result)
    place_of = last + 1
    precision = place.exercise.family.precision

    def right(value: Tried, at: int) -> bool:
        laid = compare(Answer(value=value.value, decimals=value.decimals), task.result[at % rows], precision)
        return laid is not None and laid.correct

    if not known:
        place_of = next((number for number in range(rows) if right(row, number)), 0)
    elif last + 1 >= rows or (not right(earlier[-1], last) and not right(row, last + 1)):
        place_of = last
    return row.model_copy(update={"name": f"row {place_of % rows + 1}"})


def _mended(
    answers: tuple[Tried, ...], before: Tried, message: Message, place: Place, task: Task
) -> tuple[tuple[Tried, ...], tuple[Tried, ...]]:
    """A wrong matrix with the piece sent after it in its place; a piece that stood there already is judged alone."""
    key = place.exercise.key(task)
    was = diagnose(_answer(before), key)
    mends = message.move is Move.CORRECT or _MENDS.search(message.text) is not None
    if was.correct:
        return answers, answers
    if len(answers) == 1 and portion_named(answers[0].name) is None and answers[0].value.ndim == 0 and mends:
        name = _only_wrong_entry(before, message, place, task)
        answers = (answers[0].model_copy(update={"name": name}),) if name else answers
    if not all(portion_named(one.name) for one in answers):
        return answers, answers
    value = assembled(_placed(answers), before.value)
    if value is None or np.array_equal(value, before.value):
        return answers, (before,)
    whole = _joined((before, *answers), value, before.name)
    if mends or diagnose(_answer(whole), key).correct:
        return (whole,), (whole,)
    return answers, (whole,)


def _answer(one: Tried) -> Answer:
    return Answer(value=one.value, name=one.name, decimals=one.decimals)


def _only_wrong_entry(before: Tried, message: Message, place: Place, task: Task) -> str | None:
    """The place of the one wrong entry, in a corner where the words say so; None where there are several."""
    step = step_named(before.name, task) or task.steps[-1]
    laid = compare(_answer(before), step.value, place.exercise.family.precision)
    if laid is None:
        return None
    rows, columns = (side - 1 for side in before.value.shape)
    wrong = [(int(row), int(column)) for row, column in np.argwhere(~laid.right)]
    if _CORNER.search(message.text):
        wrong = [at for at in wrong if at[0] in (0, rows) and at[1] in (0, columns)]
    return f"entry ({wrong[0][0] + 1}, {wrong[0][1] + 1})" if len(wrong) == 1 else None
