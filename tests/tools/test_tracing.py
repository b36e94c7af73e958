"""Derivations with injected slips: traced to the step they were made at, the later ones judged by what follows."""

from functools import cache

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tools.answers import Answer
from tools.diagnosis import as_step, decisive
from tools.explaining import AnswerKey, explaining
from tools.tracing import traced, trivial
from tutor.sheets.sheet import load

PLACES = [("1", None), ("2", None), ("3", "a"), ("3", "c"), ("4", None)]
SEEDS = st.integers(0, 10_000)


@cache
def _key(number, letter, seed):
    exercise = load().exercise(number)
    task = exercise.tasks[letter]
    return AnswerKey(exercise.family.task(exercise.family.practice(seed, task.settings)), exercise.family.precision)


def _judged(key, values, decimals=None):
    """The derivation with these values by step name, all steps in order."""
    steps = [step for step in key.task.steps if step.name in values]
    answers = [Answer(value=values[step.name], name=step.name, decimals=decimals) for step in steps]
    return traced([as_step(answer, step, key) for answer, step in zip(answers, steps, strict=True)], key)


def _attention(task, own):
    """softmax(QKᵀ/√d_k)V by PyTorch, from the own steps on."""
    Q, K, V = (torch.tensor(one) for one in (task.given.Q, task.given.K, task.given.V))
    own = {name: torch.tensor(value) for name, value in own.items()}
    scores = own.get("scores", Q @ K.T)
    scaled = own.get("scaled", scores / K.shape[1] ** 0.5)
    weights = own.get("weights", torch.softmax(scaled, dim=1))
    steps = {"scores": scores, "scaled": scaled, "weights": weights, "C": own.get("C", weights @ V)}
    return {name: value.numpy() for name, value in steps.items()}


def _eigen(task, own):
    """A = QΛQᵀ, column by column; the terms are left out, since A comes of QΛ or of them."""
    Q = own.get("Q", task.given.V / task.given.norms)
    diagonal = own.get("Lambda", np.diag(task.given.values))
    scaled = own.get("Q_Lambda", Q @ diagonal)
    return {"Q": Q, "Lambda": diagonal, "Q_Lambda": scaled, "A": own.get("A", scaled @ Q.T)}


def _convolution(task, own):
    """The output by PyTorch, the padded input being the own one."""
    right = {step.name: step.value for step in task.steps}
    if "padded" not in own:
        return {name: own.get(name, value) for name, value in right.items() if name != "window"}
    X, K = torch.tensor(own["padded"])[None, None], torch.tensor(task.convolution.weight)
    Y = torch.nn.functional.conv2d(X, K, stride=task.geometry.stride)[0, 0].numpy()
    return {"padded": own["padded"], "Y": Y}


def _parameters(task, own):
    """Every layer, and the sum over all."""
    layers = {step.name: own.get(step.name, step.value) for step in task.steps if "." in step.name}
    return {**layers, "total": own.get("total", np.array(float(sum(layers.values()))))}


WORKED = {"1": _eigen, "2": _parameters, "3": _convolution, "4": _attention}


@pytest.mark.parametrize(("number", "letter"), PLACES)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, data=st.data())
def test_traced_to_the_slip_and_the_rest_follows(number, letter, seed, data):
    key = _key(number, letter, seed)
    right = WORKED[number](key.task, {})
    name = data.draw(st.sampled_from(sorted(right)))
    wrong = np.array(right[name], float)
    wrong[data.draw(st.sampled_from(list(np.ndindex(wrong.shape))))] += data.draw(st.sampled_from([-3, -1, 1, 2]))
    assume(not trivial(wrong))
    derivation = WORKED[number](key.task, {name: wrong})
    judged = _judged(key, derivation)
    assert decisive(judged).step.name == name
    for one in judged:
        differs = not np.allclose(derivation[one.step.name], right[one.step.name])
        if one.step.name == name or not differs:
            assert one.carried is None
            assert one.correct is (one.step.name != name)
        elif not trivial(derivation[one.step.name]):
            assert (one.carried.manner, [step.name for step in one.carried.origins]) == ("follows", [name])


@pytest.mark.parametrize(("number", "letter"), PLACES)
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_the_truth_is_right_at_every_step(number, letter, seed):
    key = _key(number, letter, seed)
    right = WORKED[number](key.task, {})
    judged = _judged(key, right)
    assert len(judged) == len(right)
    assert all(one.correct and one.carried is None for one in judged)


@pytest.mark.parametrize(("number", "letter"), [("1", None), ("2", None), ("3", "c"), ("4", None)])
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_right_steps_after_a_wrong_one_do_not_follow_from_it(number, letter, seed):
    key = _key(number, letter, seed)
    right = WORKED[number](key.task, {})
    first = next(iter(right))
    wrong = np.array(right[first], float) + 1.0 + np.arange(np.size(right[first])).reshape(np.shape(right[first]))
    assume(not trivial(wrong))
    derivation = WORKED[number](key.task, {first: wrong})
    judged = _judged(key, {**right, first: wrong})
    assert decisive(judged).step.name == first
    for one in judged[1:]:
        assert one.correct
        if not np.allclose(derivation[one.step.name], right[one.step.name]):
            assert one.carried.manner == "apart"


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_a_second_slip_is_named(seed):
    """One score is wrong, and from the scaled scores on the softmax runs down the columns."""
    key = _key("4", None, seed)
    scores = _attention(key.task, {})["scores"].copy()
    scores[0, 0] += 2
    assume(not trivial(scores))
    scaled = scores / key.task.given.d_k**0.5
    weights = np.exp(scaled) / np.exp(scaled).sum(axis=0)
    assume(not trivial(weights))
    derivation = _attention(key.task, {"scores": scores, "weights": weights})
    judged = {one.step.name: one for one in _judged(key, derivation)}
    assert decisive(list(judged.values())).step.name == "scores"
    assert judged["scaled"].carried.manner == "follows"
    assert judged["weights"].carried.manner == "slipped"
    assert "softmax_over_columns" in [slip.name for cause in judged["weights"].carried.causes for slip in cause]
    assert judged["C"].carried.manner == "follows"
    assert [step.name for step in judged["C"].carried.origins] == ["weights"]


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [
        ("4", "scores", lambda shape: np.zeros(shape)),
        ("4", "scaled", lambda shape: np.ones(shape)),
        ("1", "Q", lambda shape: np.eye(*shape)),
        ("1", "Lambda", lambda shape: np.eye(*shape)),
        ("3c", "padded", lambda shape: np.zeros(shape)),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_numbers_that_make_the_rest_easy_show_nothing(number, name, value, seed):
    key = _key(number[0], number[1:] or None, seed)
    right = WORKED[number[0]](key.task, {})
    derivation = WORKED[number[0]](key.task, {name: value(right[name].shape)})
    judged = _judged(key, derivation)
    assert not any(one.carried and one.carried.manner == "follows" for one in judged)
    assert any(one.carried and one.carried.manner == "untold" for one in judged)


@pytest.mark.parametrize(("number", "decimals"), [("1", 2), ("1", 3), ("4", 2), ("4", 3)])
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_every_step_computed_from_rounded_ones_is_right(number, decimals, seed):
    """Unless a slip predicts just these numbers."""
    key = _key(number, None, seed)
    written = {}
    for name in WORKED[number](key.task, {}):
        written[name] = np.round(WORKED[number](key.task, written)[name], decimals)
    for one in _judged(key, written, decimals):
        rivals = explaining(one.answer, (*key.predictions, *key.task.pairs), one.step, key.precision)
        assert one.correct or rivals


@pytest.mark.parametrize(("number", "before"), [("1", "Q"), ("4", "weights")])
@pytest.mark.parametrize("seed", range(10))
def test_no_slip_passes_within_the_rounding(number, before, seed):
    key = _key(number, None, seed)
    right = np.round(WORKED[number](key.task, {})[before], 2)
    for prediction in (*key.predictions, *key.task.pairs):
        result = np.round(prediction.result, 2)
        if result.shape == key.task.result.shape and np.abs(result - key.task.result).max() > 0.005 + 1e-9:
            first, last = _judged(key, {before: right, key.task.steps[-1].name: result}, 2)
            assert first.correct
            assert not last.correct, prediction.mistakes
