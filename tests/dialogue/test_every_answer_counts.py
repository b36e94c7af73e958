"""Right answers in every dress are never called wrong, and never right once one number among them is changed."""

from __future__ import annotations

import random
from functools import cache

import pytest
from numpy.lib.stride_tricks import sliding_window_view

from tools.content import Step
from tools.schema import Array
from tutor.dialogue import respond
from tutor.dialogue.place import Place
from tutor.sheets.sheet import Sheet, load
from tutor.state import State

MESSAGES = 40
"""Messages of each kind and place."""


@cache
def _sheet() -> Sheet:
    return load()


PLACES = [place for exercise in load().exercises for place in Place(exercise).choices]


def _numpy(rows: list[list[str]]) -> str:
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"


def _lines(rows: list[list[str]]) -> str:
    return "\n" + "\n".join(" ".join(row) for row in rows) + "\n"


def _latex(rows: list[list[str]]) -> str:
    return r"\begin{pmatrix}" + r" \\ ".join(" & ".join(row) for row in rows) + r"\end{pmatrix}"


def _vectors(rows: list[list[str]]) -> str:
    return " and ".join("[" + ", ".join(row) + "]" for row in rows)


def _slashes(rows: list[list[str]]) -> str:
    return " / ".join(" ".join(row) for row in rows)


DRESSES = (_numpy, _lines, _latex, _vectors, _slashes)


def _written(value: Array) -> list[list[str]]:
    return [[f"{cell:g}" if cell == int(cell) else f"{cell:.3f}" for cell in row] for row in value]


def _changed(step: Step, grid: Array | None, rnd: random.Random) -> Array:
    """The step with one entry off; a window that is no other window of the input either."""
    while True:
        wrong = step.value.copy()
        wrong[rnd.randrange(len(wrong)), rnd.randrange(wrong.shape[1])] += rnd.choice([-2, -1, 0.5, 1, 3])
        if step.name != "window" or grid is None:
            return wrong
        windows = sliding_window_view(grid, wrong.shape).reshape(-1, wrong.size)
        if not (windows == wrong.reshape(-1)).all(axis=1).any():
            return wrong


def _matrices(place: Place, rnd: random.Random, right: bool) -> str:
    task = place.task
    assert task is not None
    grid = {step.name: step.value for step in task.steps}.get("padded", task.settings.input)
    chosen = [rnd.choice(task.steps) for _ in range(rnd.randint(1, 3))]
    off = None if right else rnd.randrange(len(chosen))
    parts = [
        f"{step.name} = {rnd.choice(DRESSES)(_written(step.value if at != off else _changed(step, grid, rnd)))}"
        for at, step in enumerate(chosen)
    ]
    return f"{place.label}: " + rnd.choice([", ", "\n", " and "]).join(parts)


def _counts(place: Place, rnd: random.Random, right: bool) -> str:
    task = place.task
    assert task is not None
    chosen = rnd.sample(task.steps, rnd.randint(1, 3))
    off = None if right else rnd.randrange(len(chosen))
    parts = []
    for at, step in enumerate(chosen):
        count = int(step.value) + (rnd.choice([-1000, -1, 1, 64, 100]) if at == off else 0)
        parts.append(f"{step.name}{rnd.choice([' = ', ': ', ' has '])}{rnd.choice([f'{count:,}', str(count)])}")
    return f"{place.label}: " + rnd.choice([", ", "\n", " and "]).join(parts)


def _message(place: Place, seed: int, right: bool) -> str:
    rnd = random.Random(seed)
    write = _counts if place.exercise.family.precision.counts else _matrices
    return write(place, rnd, right)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.label)
def test_one_wrong_number_is_never_called_correct(place: Place) -> None:
    said = [_message(place, seed, right=False) for seed in range(MESSAGES)]
    assert [text for text in said if respond(text, State(), _sheet())[0].verdict == "correct"] == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.label)
def test_right_answers_are_never_called_incorrect(place: Place) -> None:
    said = [_message(place, seed, right=True) for seed in range(MESSAGES)]
    verdicts = {text: respond(text, State(), _sheet())[0].verdict for text in said}
    assert [text for text, verdict in verdicts.items() if verdict == "incorrect"] == []
    assert list(verdicts.values()).count("correct") >= 0.95 * len(verdicts)
