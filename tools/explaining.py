"""The search for slips that lead to a wrong answer: alone, in another order, as a piece of a matrix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tools.answers import TWICE_ROUNDED, Answer, compare
from tools.content import Step
from tools.family import Mistake, Precision, Prediction, Task
from tools.portion import Portion, portion_named, portions
from tools.schema import Array
from tools.slips import GENERAL, slips_in

Causes = tuple[tuple[Mistake, ...], ...]
"""Explanations, likeliest first; each is one slip, or several made together."""
ORDERS = frozenset({"transposed", "swapped_rows", "swapped_columns"})


@dataclass(frozen=True)
class AnswerKey:
    """A task to judge answers by. `misprints` are what the printed sheet's own errors lead to."""

    task: Task
    precision: Precision
    misprints: tuple[Prediction, ...] = ()

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """All single slips, the sheet's own last."""
        return (*self.task.predictions, *self.misprints)


def finer(answer: Answer, precision: Precision) -> Answer:
    """The answer to as many decimals as answers need, for what slips lead to: 1 is not 0.7 rounded."""
    coarse = answer.decimals is not None and 0 <= answer.decimals < precision.decimals
    return answer.model_copy(update={"decimals": precision.decimals}) if coarse else answer


def explaining(
    answer: Answer, predictions: Iterable[Prediction], step: Step, precision: Precision, slack: float = TWICE_ROUNDED
) -> Causes:
    """Slips that predict this answer for this step."""
    answer = finer(answer, precision)
    causes = []
    for prediction in predictions:
        wrong = prediction.steps.get(step.name)
        if wrong is not None and (laid := compare(answer, wrong, precision, slack)) and laid.correct:
            causes.append(prediction.mistakes)
    return tuple(dict.fromkeys(causes))


def portion_in(answer: Answer, whole: Array, precision: Precision) -> Portion | None:
    """Where the answer stands in `whole` as a row, a column or one entry, at the place its name tells if it does."""
    if whole.ndim != 2 or answer.value.size >= whole.size:
        return None
    named = portion_named(answer.name)
    if answer.value.ndim == 2 and answer.value.size == 1 and named is None:
        return None  # a matrix of one entry claims that this is all there is
    for portion in portions(whole.shape, answer.value.shape):
        if named is not None and portion != named.within(whole.shape):
            continue
        flat = answer.model_copy(update={"value": answer.value.reshape(-1)})
        laid = compare(flat, portion.of(whole).reshape(-1), precision)
        if laid is not None and laid.correct:
            return portion
    return None


def without_zeros(answer: Answer) -> Answer:
    """The answer at the decimals that it uses: code that rounds to three prints 1.9790."""
    decimals = answer.decimals
    if decimals is None:
        return answer
    while decimals > 2 and np.allclose(answer.value, np.round(answer.value, decimals - 1), rtol=0, atol=1e-12):
        decimals -= 1
    return answer.model_copy(update={"decimals": decimals})


def rearranged_slips(answer: Answer, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result this is in another order: no scaling, and the rows swapped."""
    causes = []
    for prediction in key.predictions:
        wrong = prediction.steps.get(step.name)
        order = () if wrong is None else slips_in(finer(answer, key.precision), wrong)
        causes += [(*prediction.mistakes, GENERAL[name]) for name in order[:1] if name in ORDERS]
    return tuple(causes)


def rows_of_slip(answer: Answer, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result has the answer as a row, a column or an entry."""
    wrongs = ((prediction.mistakes, prediction.steps.get(step.name)) for prediction in key.predictions)
    return tuple(
        dict.fromkeys(
            mistakes
            for mistakes, wrong in wrongs
            if wrong is not None and portion_in(answer, wrong, key.precision) is not None
        )
    )


def pieces_of_slips(answer: Answer, place: Portion, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result has this answer at this place."""
    causes = []
    for prediction in key.predictions:
        wrong = prediction.steps.get(step.name)
        at = place.within(wrong.shape) if wrong is not None else None
        if wrong is None or at is None or wrong.ndim != 2:
            continue
        laid = compare(answer, at.of(wrong), key.precision, TWICE_ROUNDED)
        if laid is not None and laid.correct:
            causes.append(prediction.mistakes)
    return tuple(dict.fromkeys(causes))
