"""The one entry of an intermediate step that tells apart slips which lead to the same result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tools.answers import Answer, agrees
from tools.certificates import READABLE
from tools.content import Question, Step
from tools.diagnosis import Diagnosis
from tools.explaining import AnswerKey, explaining
from tools.family import Mistake
from tools.schema import Array

Cause = tuple[Mistake, ...]


@dataclass(frozen=True)
class Discriminator:
    """The entry of a step to ask for, and what each cause makes of the step."""

    step: Step
    at: tuple[int, ...]
    values: Mapping[Cause, Array]

    def causes(self, answer: Answer, at: tuple[int, ...]) -> tuple[Cause, ...]:
        """The causes under which this number stands at that place of the step."""
        return tuple(cause for cause, step in self.values.items() if agrees(answer.value, step[at], answer.decimals))


def entry_question(step: Step, at: tuple[int, ...]) -> Question:
    """Asks what stands at one place of a step; its answer is what belongs there."""
    return Question(
        text=f"What {_stands(step, at)}?",
        answer=np.array(float(step.value[at])),
        confirm="That is what belongs there.",
        nudge=step.look,
    )


def _stands(step: Step, at: tuple[int, ...]) -> str:
    """The entry, in a question: "stands top left in your Λ"; a count stands nowhere."""
    if not at:
        return f"do you count for ${step.symbol}$"
    rows, columns = step.value.shape
    down = "top" if at[0] == 0 else "bottom" if at[0] == rows - 1 else None
    across = "left" if at[1] == 0 else "right" if at[1] == columns - 1 else None
    if down and across and min(rows, columns) > 1:
        return f"stands {down} {across} in your ${step.symbol}$"
    return f"stands in row {at[0] + 1}, column {at[1] + 1} of your ${step.symbol}$"


def comes_to_the_same(causes: tuple[Cause, ...]) -> bool:
    """Whether there is one remedy for all: they go wrong at the same step, or only one of them is tied to a step."""
    return len({cause[0].step for cause in causes if cause[0].step}) < 2


def discriminator(diagnosis: Diagnosis, key: AnswerKey) -> Discriminator | None:
    """The entry to ask for where several causes are left that go wrong at different steps; None where no intermediate
    tells them apart."""
    causes = diagnosis.causes
    if diagnosis.correct or len({cause[0].step for cause in causes}) < 2:
        return None
    reached = [_steps(cause, diagnosis, key) for cause in causes]
    if any(steps is None for steps in reached):
        return None
    for step in key.task.steps:
        if step is diagnosis.step or step.value.ndim not in (0, 2):
            continue
        there = [step.value if steps is None else steps.get(step.name, step.value) for steps in reached]
        if any(value.shape != step.value.shape for value in there):
            continue
        stacked = np.stack(there)
        apart = np.ptp(stacked, axis=0) > READABLE
        if apart.any():
            at = tuple(int(index) for index in np.argwhere(apart)[0])
            return Discriminator(step, at, dict(zip(causes, stacked, strict=True)))
    return None


def _steps(cause: Cause, diagnosis: Diagnosis, key: AnswerKey) -> Mapping[str, Array] | None:
    """What a cause makes of the steps, as far as they come out wrong: nothing before the answer itself for a general
    slip. None where it cannot be told, as several wrong ways go by the same slips."""
    if not any(mistake.step for mistake in cause):
        return {}
    possible = [one for one in (*key.predictions, *key.task.pairs) if one.mistakes == cause]
    if diagnosis.portion is None:
        possible = [one for one in possible if explaining(diagnosis.answer, (one,), diagnosis.step, key.precision)]
    return possible[0].steps if len(possible) == 1 else None
