"""The sheet's own numbers in a message: given, not handed in."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from tools.content import Prose
from tools.family import Task
from tools.schema import Array
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.place import Place
from tutor.reading.message import Act, Message
from tutor.reply import Reply
from tutor.state import State, Tried

_SYMBOLS = {"input": "X", "kernel": "K"}


def given_as(answer: Tried, task: Task | None) -> str | None:
    """The symbol under which the task gives exactly this matrix, None where it does not."""
    if task is None or answer.value.ndim < 1:
        return None
    if answer.value.ndim == 1:
        return _vector_given(answer.value, task.settings)
    for name, value in task.settings.stated().items():
        if isinstance(value, np.ndarray) and value.shape == answer.value.shape and (value == answer.value).all():
            return _SYMBOLS.get(name, name)
    return None


def _vector_given(vector: Array, settings: Settings) -> str | None:
    """λ for the eigenvalues in any order, v for an eigenvector as it is given."""
    values, vectors = settings.eigenvalues, settings.eigenvectors
    if values is not None and np.array_equal(np.sort(values), np.sort(vector)):
        return r"\lambda"
    given = vectors is not None and vectors.shape[1:] == vector.shape and bool((vectors == vector).all(axis=1).any())
    return "v" if given else None


def handed_in(answers: tuple[Tried, ...], places: Iterable[Place]) -> tuple[Tried, ...]:
    """The answers without what these places give, unless nothing else is left."""
    tasks = [place.task for place in places]
    own = tuple(one for one in answers if not any(given_as(one, task) for task in tasks))
    return own or answers


def as_given(symbol: str, place: Place, message: Message, state: State) -> Turn:
    """What to say where only given numbers came."""
    text = f"That is ${symbol}$ as {place.title} gives it. Which result did you get with it?"
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=(Prose(text=text),),
        buttons=(buttons.hint(place), buttons.solution(place)),
        found=message.found,
    )
    return reply, state.at(place.exercise.number, place.letter)
