"""A derivation followed step by step: the first wrong step, and what comes of it in the later ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import numpy as np

from tools.answers import TWICE_ROUNDED, Answer, Comparison, compare, fitted
from tools.bugs import same
from tools.content import Step
from tools.diagnosis import Carried, Diagnosis
from tools.explaining import AnswerKey, Causes, explaining
from tools.family import Prediction, Task
from tools.naming import step_named
from tools.propagation import Own, reach
from tools.schema import Array

MAX_TRACED = 4096
"""Entries of a student's own step up to which it is carried on."""


def traced(diagnoses: Sequence[Diagnosis], key: AnswerKey) -> tuple[Diagnosis, ...]:
    """The judgements in the order of the derivation; each step after a wrong one is judged by what follows from that.

    What a step should be, given the wrong ones before it, is worked out from the last of them on its way. Steps that
    none of them leads to are judged as they are; they are right too where they lie within the rounding that was
    written in the right ones before them.
    """
    once = _steps_handed_in(diagnoses, key.task)
    if len(once) < 2 or all(one.correct for one in diagnoses):
        return tuple(diagnoses)
    judged: list[Diagnosis] = []
    for one in _in_order(diagnoses, key.task):
        judged.append(_judged_after([before for before in judged if before.step.name in once], one, key, once))
    return tuple(judged)


def _judged_after(before: Sequence[Diagnosis], one: Diagnosis, key: AnswerKey, once: frozenset[str]) -> Diagnosis:
    """One step, judged by those before it."""
    if one.step.name not in once:
        return one
    origins = {step.step.name: _laid(step) for step in before if _is_origin(step)}
    carried = _carried(one, origins, key) if origins else one
    if carried.carried is not None and carried.carried.manner == "apart" and not one.correct:
        leading = {step.name: origins[step.name] for step in carried.carried.origins}
        if _within_rounding(one, before, key, leading):
            return replace(one, carried=replace(carried.carried, manner="follows"))
    if carried.carried is not None or one.correct or not before or not _VAGUE.issuperset(one.mistakes):
        return carried
    if _within_rounding(one, before, key):
        right = np.ones(one.step.value.shape, bool)
        return replace(one, correct=True, comparison=Comparison(manner="propagated", right=right), causes=())
    slips = _ways(one, {step.step.name: _laid(step) for step in before}, key)[1]  # made with the rounded numbers
    return replace(one, causes=slips) if slips else one


def _is_origin(one: Diagnosis) -> bool:
    """Whether a step is wrong by a slip of its own."""
    return not one.correct and (one.carried is None or one.carried.manner in ("slipped", "apart"))


_VAGUE = frozenset({"early_rounding", "one_cell", "several_cells"})
"""What is said of numbers that no other slip predicts."""


def _within_rounding(
    one: Diagnosis, before: Sequence[Diagnosis], key: AnswerKey, leading: Own = MappingProxyType({})
) -> bool:
    """Whether a step is what the steps written before it lead to within their rounding, and no slip predicts it.

    Where wrong steps are `leading` to it, the truth must lie outside, so that it shows that these were used.
    """
    answer, decimals = one.answer, one.answer.decimals
    value = fitted(answer.value, one.step.value.shape)
    coarse = decimals is not None and decimals < max(key.precision.decimals, 1)
    if value is None or coarse or key.precision.decimals == 0 or not _VAGUE.issuperset(one.mistakes):
        return False
    own = {step.step.name: _laid(step) for step in before}
    halves = {step.step.name: _half_unit(step) for step in before}
    lead = partial(_rightly, one.step, task=key.task)
    base, width = lead(own), reach(lead, own, halves)
    if base is None or width is None or base.shape != value.shape:
        return False
    bound = width + (0.0 if decimals is None else 0.5 * 10.0**-decimals) + 1e-9
    if (np.abs(value - base) > bound).any():
        return False
    if leading:
        telling = not any(trivial(its) for its in (*leading.values(), base))
        return telling and bool((np.abs(one.step.value - base) > bound).any())
    return not explaining(answer, key.task.pairs, one.step, key.precision)


def _half_unit(one: Diagnosis) -> float:
    """By how much each entry may be off for having been written rounded; a whole unit where it was cut off."""
    decimals, laid = one.answer.decimals, one.comparison
    if decimals is None or decimals < 1 or (laid is not None and laid.manner == "exact"):
        return 0.0
    return (1.0 if laid is not None and laid.manner == "truncated" else 0.5) * 10.0**-decimals


def between(answers: Sequence[Answer], at: int, task: Task) -> Step | None:
    """The step that an answer without a name must be, where the named ones around it leave one open."""
    names = [step.name for step in task.steps if not step.name.startswith("term")]
    known = [named.name if (named := step_named(one.name, task)) else None for one in answers]
    before = next((name for name in reversed(known[:at]) if name in names), None)
    after = next((name for name in known[at + 1 :] if name in names), None)
    if answers[at].name is not None or before is None or after is None:
        return None
    left_open = names[names.index(before) + 1 : names.index(after)]
    step = next(step for step in task.steps if step.name == left_open[0]) if len(left_open) == 1 else None
    return step if step is not None and fitted(answers[at].value, step.value.shape) is not None else None


def trivial(value: Array) -> bool:
    """Whether whatever comes after numbers like these comes out by itself: zeros, equal rows, a multiple of I.

    >>> trivial(np.eye(2)), trivial(np.array([[1.0, 1.0], [2.0, 2.0]])), trivial(np.array([[1.0, 2.0], [2.0, 2.0]]))
    (True, True, False)
    """
    if value.ndim < 2:
        return not value.any()
    lines = value if value.shape[-1] > 1 else value.reshape(1, -1)
    square = value.ndim == 2 and value.shape[0] == value.shape[1]
    return same(lines, np.broadcast_to(lines[..., :1], lines.shape)) or (
        square and same(value, value[0, 0] * np.eye(len(value)))
    )


def _steps_handed_in(diagnoses: Sequence[Diagnosis], task: Task) -> frozenset[str]:
    """Names of the steps that were handed in whole, once, and surely as these."""
    names = {step.name for step in task.steps}
    whole = [one for one in diagnoses if one.portion is None and one.step.name in names]
    sure = [one for one in whole if one.explained or step_named(one.answer.name, task) is one.step]
    often = [one.step.name for one in diagnoses]
    return frozenset(one.step.name for one in sure if often.count(one.step.name) == 1)


def _in_order(diagnoses: Sequence[Diagnosis], task: Task) -> Sequence[Diagnosis]:
    """In the order of the steps; as written where pieces stand among them."""
    names = [step.name for step in task.steps]
    if any(one.step.name not in names for one in diagnoses):
        return diagnoses
    return sorted(diagnoses, key=lambda one: names.index(one.step.name))


def _laid(one: Diagnosis) -> Array:
    """The answer in the shape of its step where it fits, else as it is."""
    value = fitted(one.answer.value, one.step.value.shape)
    return one.answer.value if value is None else value


def _carried(one: Diagnosis, origins: Own, key: AnswerKey) -> Diagnosis:
    """A step judged by the wrong ones before it; as it was where they do not lead to it, or to the truth as well."""
    leading = _leading(one.step, origins, key.task)
    if not leading:
        return one
    rightly, slips = _ways(one, leading, key)
    follows = [value for value in rightly if _fits(one.answer, value, key)]
    if one.correct:
        return one if follows else replace(one, carried=Carried(_steps(leading, key.task), "apart"))
    if follows:
        known = not any(trivial(value) for value in (*leading.values(), *follows))
        return replace(one, carried=Carried(_steps(leading, key.task), "follows" if known else "untold"))
    earlier = {name: value for name, value in origins.items() if name not in leading}
    skipping = _carried(one, earlier, key) if earlier and not slips else one
    if skipping.carried is not None and skipping.carried.manner == "follows":
        return skipping  # a slip of the pen in between: worked out from the step before it
    causes = slips or (one.causes if one.explained else ())
    return replace(one, carried=Carried(_steps(leading, key.task), "slipped" if causes else "apart", causes))


def _leading(step: Step, origins: Own, task: Task) -> Own:
    """The wrong steps that this one is worked out from: without them it would come out otherwise."""
    with_all = _rightly(step, origins, task)
    if with_all is None or same(with_all, step.value):
        return {}
    found = {}
    for name, value in origins.items():
        others = {other: its for other, its in origins.items() if other != name}
        without = _rightly(step, others, task) if others else step.value
        if without is None or not same(with_all, without):
            found[name] = value
    return found


def _rightly(step: Step, own: Own, task: Task) -> Array | None:
    """What a step comes to from a student's own ones, done rightly; None where they lead nowhere."""
    if any(value.size > MAX_TRACED or not np.isfinite(value).all() for value in own.values()):
        return None
    first = next(task.onward(own), None)
    return first.steps.get(step.name) if first is not None and not first.mistakes else None


def _ways(one: Diagnosis, leading: Own, key: AnswerKey) -> tuple[list[Array], Causes]:
    """What the step comes to when done rightly, and the slips by which it comes to the answer."""
    ways = [way for way in key.task.onward(leading) if one.step.name in way.steps]
    rightly = [way.steps[one.step.name] for way in ways if not way.mistakes]

    def slipped(way: Prediction) -> bool:
        value = way.steps[one.step.name]
        return bool(way.mistakes) and not any(same(value, right) for right in rightly)

    fitting = (way for way in ways if slipped(way) and _fits(one.answer, way.steps[one.step.name], key, TWICE_ROUNDED))
    return rightly, tuple(dict.fromkeys(way.mistakes for way in fitting))


def _fits(answer: Answer, value: Array, key: AnswerKey, slack: float = 1.0) -> bool:
    laid = compare(answer, value, key.precision, slack)
    return laid is not None and laid.correct


def _steps(names: Own, task: Task) -> tuple[Step, ...]:
    return tuple(step for step in task.steps if step.name in names)
