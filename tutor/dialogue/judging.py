"""Answers laid over the places they could belong to: which one it is, and how it is judged there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numpy.lib.stride_tricks import sliding_window_view

from tools.answers import Answer, fitted
from tools.content import Step
from tools.diagnosis import Claim, Diagnosis, as_step, decisive, diagnose
from tools.explaining import AnswerKey
from tools.family import Task
from tools.naming import step_named
from tools.portion import matrix_named
from tools.schema import Array
from tools.spreading import spread
from tools.tracing import between, traced
from tutor.dialogue.gathering import as_rows, with_wholes
from tutor.dialogue.place import Place
from tutor.state import Tried

MAX_ANSWERS = 48
"""Numbers of one message that are judged one by one; no exercise has as many layers."""


@dataclass(frozen=True)
class Judged:
    """All answers of one message, judged at one place; `main` decides the verdict."""

    place: Place
    diagnoses: tuple[Diagnosis, ...]

    @property
    def task(self) -> Task:
        """The task it was judged by; judging needs one."""
        task = self.place.task
        assert task is not None
        return task

    @property
    def main(self) -> Diagnosis:
        """The diagnosis the verdict rests on."""
        return decisive(self.diagnoses)

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The slips of the step that decides, then those of the steps after it; what follows rightly has none."""
        traced = any(one.carried for one in self.diagnoses)
        later = [one for one in self.diagnoses if traced and one is not self.main and not one.correct]
        causes = [cause for one in later for cause in (one.carried.causes if one.carried else one.causes)]
        return tuple(dict.fromkeys((*self.main.mistakes, *(slip.name for cause in causes for slip in cause))))

    @property
    def correct(self) -> bool:
        """Whether everything handed in is right."""
        return all(diagnosis.correct for diagnosis in self.diagnoses)

    @property
    def solved(self) -> bool:
        """Whether the whole result is there and right."""
        return self.correct and any(one.final and one.portion is None for one in self.diagnoses)

    @property
    def intermediate(self) -> str | None:
        """The step handed in, None where the result is among the answers."""
        return None if any(one.final for one in self.diagnoses) else self.main.step.name

    @property
    def rank(self) -> float:
        """How surely these answers belong here: right result, right step, known slip, right shape."""
        main = self.main
        right = sum(one.correct for one in self.diagnoses) / len(self.diagnoses)
        if main.correct:
            return 2.0 * right + (2.0 if main.final and main.portion is None else 1.0 if main.portion is None else 0.0)
        if main.explained:
            explained = sum(one.explained for one in self.diagnoses) / len(self.diagnoses)
            return (1.5 if main.final else 1.25) * explained
        agreeing = sum(one.agreement for one in self.diagnoses) / len(self.diagnoses)
        return (0.25 if main.comparison is not None else 0.0) + 0.5 * agreeing


def judge(answers: Sequence[Tried], place: Place, task: Task) -> Judged:
    """These answers at this place, in the student's own arrangement if they are right in that."""
    judged = _judged(answers, place, task)
    if judged.correct:
        return judged
    own = {step.name: value for one in answers if (step := step_named(one.name, task)) for value in _whole(one, step)}
    if own.keys() <= {"Lambda"}:
        return judged  # alone, it may as well be the wrong order
    as_theirs = task.arranged(own)
    other = judged if as_theirs is task else _judged(answers, place, as_theirs)
    return other if other.correct else judged


def _whole(one: Tried, step: Step) -> tuple[Array, ...]:
    """The value of an answer in the shape of its step, where it fits that."""
    value = fitted(one.value, step.value.shape)
    return () if value is None else (value,)


def _judged(answers: Sequence[Tried], place: Place, task: Task) -> Judged:
    """These answers by themselves, or as the rows of one step where that says more."""
    claim = answers[0].claim if answers else "open"
    key = place.exercise.key(task)
    answers = _without_windows(with_wholes(_without_entries(answers), task, key.precision), task)
    judged = Judged(place, _diagnoses(answers, key, claim))
    rows = as_rows(answers, task, key.precision)
    if judged.correct and len(rows) >= len(answers):
        return judged  # rows that are right by themselves need not follow each other
    as_one = Judged(place, _diagnoses(rows, key, claim))
    return as_one if judged.correct or as_one.rank >= judged.rank else judged


def _diagnoses(answers: Sequence[Tried], key: AnswerKey, claim: Claim) -> tuple[Diagnosis, ...]:
    """Each answer judged by itself; the words hand in the last of them."""
    given = [Answer(value=one.value, name=one.name, decimals=one.decimals) for one in answers]
    single = spread(given, key.task)[:MAX_ANSWERS]
    each = [diagnose(one, key, claim if one is single[-1] else "open") for one in single]
    called = [step_named(one.name, key.task) for one in single]
    for at, one in enumerate(each):
        step = called[at]
        if step is None and not one.explained and (open_step := between(single, at, key.task)):
            each[at] = as_step(one.answer.model_copy(update={"name": open_step.name}), open_step, key)
        elif step is not None and step is not one.step and key.task.steps[-1] in called:
            each[at] = as_step(one.answer, step, key)  # the result is another one
    return traced(_without_workings(tuple(each), key.task), key)


def _without_entries(answers: Sequence[Tried]) -> Sequence[Tried]:
    """The answers without numbers that are, one after the other, the entries of the matrix they come before."""
    numbers = [one for one in answers if one.value.ndim == 0 and one.name is None]
    last = answers[-1].value if answers else None
    if last is None or last.ndim != 2 or [float(one.value) for one in numbers] != last.ravel().tolist():
        return answers
    return [one for one in answers if one.value.ndim or one.name is not None]


def _without_windows(answers: Sequence[Tried], task: Task) -> Sequence[Tried]:
    """The answers without windows copied rightly from the input on the way to a number."""
    steps = {step.name: step.value for step in task.steps}
    window = steps.get("window")
    last = answers[-1] if answers else None
    if window is None or last is None or last.name == "window" or window.ndim != 2 or task.settings.input is None:
        return answers
    grid = steps.get("padded", task.settings.input)
    if grid.ndim != 2:
        return answers
    windows = sliding_window_view(grid, window.shape).reshape(-1, window.size)

    def copied(one: Tried) -> bool:
        right = one.name == "window" and one.value.size == window.size
        return right and bool((windows == one.value.reshape(-1)).all(axis=1).any())

    return [one for one in answers if not copied(one)] or answers


def _without_workings(diagnoses: tuple[Diagnosis, ...], task: Task) -> tuple[Diagnosis, ...]:
    """The diagnoses without the factors that lead to a right number: "4096 times 1000 and the biases, 4,097,000"."""
    last = diagnoses[-1] if diagnoses else None
    if last is None or not last.correct or last.answer.name is not None or last.answer.value.ndim or task.result.ndim:
        return diagnoses
    tensors = [one for one in task.pieces if last.final or one.name.startswith(f"{last.step.name}.")]
    kinds = {one.name.rpartition(".")[2] for one in tensors}
    sums = [sum(int(one.value) for one in tensors if one.name.endswith(f".{kind}")) for kind in kinds]
    parts = [*sums, *(int(one.value) for one in tensors)]

    def leads(one: Diagnosis) -> bool:
        value = float(one.answer.value) if one.answer.value.ndim == 0 else 0.5
        whole = one.answer.name is None and value == int(value) and value > 0
        return whole and any(part % int(value) == 0 for part in parts)

    return tuple(one for one in diagnoses if one.correct or not leads(one))


def _bears_name(answers: Sequence[Tried], place: Place) -> bool:
    """Whether one of the answers is called as a step there, or as an entry of one."""
    names = [matrix_named(one.name) or one.name for one in answers]
    return place.task is not None and any(step_named(name, place.task) is not None for name in names)


def likeliest(answers: Sequence[Tried], places: Sequence[Place]) -> list[Judged]:
    """The places these answers belong to, most likely first; several only if equally likely. Where no result is right,
    they belong where they bear the name of a step."""
    judged = [judge(answers, place, task) for place in places if (task := place.task) is not None]
    if not any(one.solved for one in judged):
        judged = [one for one in judged if _bears_name(answers, one.place)] or judged
    best = max((one.rank for one in judged), default=0.0)
    return [one for one in judged if one.rank == best and best > 0]
