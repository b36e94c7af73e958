"""Counts handed in together, each as the answer for its own layer."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tools.answers import Answer
from tools.family import Task
from tools.schema import Array

_PRINTED = re.compile(r"(?:Conv\dd|Linear)-\d{1,4}")


def spread(answers: Sequence[Answer], task: Task) -> tuple[Answer, ...]:
    """One answer for each number where every step of the task is a number, named by value or by position.

    Several counts in a row stand for layers in order: those of one block, or of the whole model; zeros among them are
    layers without parameters. A matrix stays one answer, which fits no count.
    """
    if any(step.value.ndim for step in task.steps):
        return tuple(answers)
    singles: list[Answer] = []
    for answer in _in_order(answers, task):
        if answer.value.size == 1:
            singles.append(answer.model_copy(update={"value": answer.value.reshape(())}))
            continue
        if max(answer.value.shape) < answer.value.size:
            singles.append(answer)
            continue
        if (whole := _thousands(answer.value.reshape(-1))) is not None:
            singles.append(answer.model_copy(update={"value": np.array(whole)}))
            continue
        values = answer.value[answer.value != 0].reshape(-1)
        names = _names_in_order(values, task)
        singles += [
            Answer(value=value, name=name, decimals=answer.decimals) for value, name in zip(values, names, strict=True)
        ]
    return tuple(singles)


def _in_order(answers: Sequence[Answer], task: Task) -> Sequence[Answer]:
    """The answers, three or more numbers without names among them named as a run of counts is; "Conv2d-4" is no name
    of a layer, but its place in a print that counts modules."""
    answers = [one.model_copy(update={"name": None}) if _PRINTED.fullmatch(one.name or "") else one for one in answers]
    lone = [answer for answer in answers if answer.name is None and answer.value.size == 1]
    if len(lone) < 3:
        return answers
    names = _names_in_order(np.array([float(answer.value.item()) for answer in lone]), task)
    named = {id(answer): name for answer, name in zip(lone, names, strict=True)}
    return [answer.model_copy(update={"name": named.get(id(answer), answer.name)}) for answer in answers]


def _thousands(groups: Array) -> float | None:
    """The one count that a run of groups writes, as "61 100 840" does; None where they are counts of their own."""
    if not 2 <= len(groups) <= 4 or (groups != np.floor(groups)).any() or (groups < 0).any() or (groups > 999).any():
        return None
    if groups[0] == 0 or (groups[1:] < 100).any():
        return None  # a group of thousands has three digits
    return float(np.polyval(groups, 1000.0))


def _names_in_order(values: Array, task: Task) -> list[str | None]:
    """Step names for a run of counts: the run of steps of that length that agrees in most places."""
    layers = [step for step in task.steps if "." in step.name]
    blocks = {step.name.split(".")[0]: None for step in layers}
    runs = [[step for step in layers if step.name.split(".")[0] == block] for block in blocks]
    runs += [layers, list(task.steps), [*layers, task.steps[-1]]]
    pieces = [piece for piece in task.pieces if piece.value.any()]
    runs += [[piece for piece in pieces if piece.name.split(".")[0] == block] for block in blocks]
    runs.append(pieces)
    runs.append([step for step in task.steps if "." not in step.name])
    fitting = [run for run in runs if len(run) == len(values)]
    if not fitting:
        return [None] * len(values)
    best = max(
        fitting, key=lambda run: sum(float(step.value) == value for step, value in zip(run, values, strict=True))
    )
    return [step.name for step in best]
