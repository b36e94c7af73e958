"""Every slip predicts its own wrong result, against one-liners on random numbers."""

import numpy as np
import pytest

from tools.attention.family import FAMILY
from tools.attention.mistakes import BUGS, IDENTITIES, LIBRARY
from tools.settings import Settings


def softmax(scores, axis=-1):
    powers = np.exp(scores)
    return powers / powers.sum(axis=axis, keepdims=True)


def shares(scores):
    return scores / scores.sum(axis=1, keepdims=True)


def lower(scores):
    return np.where(np.tri(*scores.shape) == 1, scores, -np.inf)


# name, (m, d_k, n, d_v), wrong result
FORMULAS = [
    ("no_scaling", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T) @ V),
    ("scaled_by_dk", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T / 3) @ V),
    ("scaled_by_wrong_dimension", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T / 4**0.5) @ V),
    ("scaled_by_wrong_dimension", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T / 2**0.5) @ V),
    ("multiplied_by_scale", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T * 3**0.5) @ V),
    ("softmax_before_scaling", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T) @ V / 3**0.5),
    ("softmax_over_columns", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T / 3**0.5, 0) @ V),
    ("softmax_global", (2, 3, 4, 2), lambda Q, K, V: softmax(Q @ K.T / 3**0.5, (0, 1)) @ V),
    ("no_softmax", (2, 3, 4, 2), lambda Q, K, V: Q @ K.T / 3**0.5 @ V),
    ("unnormalized_softmax", (2, 3, 4, 2), lambda Q, K, V: np.exp(Q @ K.T / 3**0.5) @ V),
    ("linear_normalization", (2, 3, 4, 2), lambda Q, K, V: shares(Q @ K.T) @ V),
    ("swapped_query_key", (3, 2, 3, 2), lambda Q, K, V: softmax(K @ Q.T / 2**0.5) @ V),
    ("key_not_transposed", (2, 3, 3, 2), lambda Q, K, V: softmax(Q @ K / 3**0.5) @ V),
    ("weights_transposed", (3, 2, 3, 4), lambda Q, K, V: softmax(Q @ K.T / 2**0.5).T @ V),
    ("hard_argmax", (2, 3, 4, 2), lambda Q, K, V: V[(Q @ K.T).argmax(axis=1)]),
    ("causal_mask", (2, 3, 4, 2), lambda Q, K, V: softmax(lower(Q @ K.T / 3**0.5)) @ V),
]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("name", "shape", "formula"), FORMULAS)
def test_predicts_its_own_result(draw, name, shape, formula, seed):
    settings = draw(seed, *shape)
    wrong = formula(settings.Q, settings.K, settings.V)
    task = FAMILY.task(settings)
    found = [prediction.result for prediction in task.predictions if prediction.mistakes[0].name == name]
    assert any(result.shape == wrong.shape and np.allclose(result, wrong) for result in found)
    assert not np.allclose(wrong, task.result)


def test_every_slip_has_a_formula():
    assert {name for name, _, _ in FORMULAS} == {bug.mistake.name for bug in BUGS}


def test_on_the_sheet(sheet):
    results = {prediction.mistakes[0].name: prediction.result for prediction in FAMILY.task(sheet).predictions}
    assert results["no_scaling"].round(2).tolist() == [[1.92, 0.99, 1.76], [1.36, 1.21, 0.52]]
    assert results["softmax_before_scaling"].round(2).tolist() == [[1.36, 0.7, 1.25], [0.96, 0.86, 0.37]]
    assert not results.keys() & {"swapped_query_key", "key_not_transposed", "weights_transposed"}


def test_the_other_tensors_of_the_printed_code():
    printed = Settings(Q=[[1, 2], [3, 1]], K=[[2, 1], [1, 1], [0, 1]], V=[[1, 2, -2], [1, 1, 2], [0, 1, -1]])
    steps = {step.name: step.value for step in FAMILY.task(printed).steps}
    assert steps["scores"].tolist() == [[4, 3, 2], [7, 4, 1]]
    assert steps["C"].round(3).tolist() == [[0.86, 1.576, -0.724], [0.987, 1.882, -1.565]]


def test_no_slip_where_the_task_asks_for_it(sheet):
    for asked, name in (("scale", "no_scaling"), ("softmax", "no_softmax")):
        task = FAMILY.task(sheet.updated(Settings.model_validate({asked: "none"})))
        assert name not in {prediction.mistakes[0].name for prediction in task.predictions}
        assert name not in LIBRARY.harmless(task.given)
    causal = FAMILY.task(sheet.updated(Settings(is_causal=True)))
    assert "causal_mask" not in {prediction.mistakes[0].name for prediction in causal.predictions}


def test_predictions_hold_what_differs_from_the_first_wrong_step_on(draw):
    task = FAMILY.task(draw(1, 3, 3, 3, 4))
    right = {step.name: step.value for step in task.steps}
    assert len({prediction.mistakes[0].name for prediction in task.predictions}) == len(BUGS)
    for prediction in task.predictions:
        names = list(right)[list(right).index(prediction.mistakes[0].step) :]
        assert list(prediction.steps) == names
        assert not any(np.array_equal(right[name], value) for name, value in prediction.steps.items())


def test_two_slips_together(draw):
    settings = draw(2, 3, 2, 3, 4)
    Q, K, V = settings.Q, settings.K, settings.V
    wrong = {
        frozenset({"no_scaling", "softmax_over_columns"}): softmax(Q @ K.T, 0) @ V,
        frozenset({"no_scaling", "weights_transposed"}): softmax(Q @ K.T).T @ V,
        frozenset({"no_scaling", "causal_mask"}): softmax(lower(Q @ K.T)) @ V,
        frozenset({"scaled_by_dk", "unnormalized_softmax"}): np.exp(Q @ K.T / 2) @ V,
    }
    task = FAMILY.task(settings)
    for names, result in wrong.items():
        pairs = [pair for pair in task.pairs if {mistake.name for mistake in pair.mistakes} == names]
        assert any(np.allclose(pair.result, result) for pair in pairs)
    assert not any(np.allclose(pair.result, task.result) for pair in task.pairs)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("shape", [(2, 2, 4, 3), (2, 2, 3, 4), (2, 3, 2, 1)])
def test_identities_hold_for_all_numbers(draw, seed, shape):
    task = FAMILY.task(draw(seed, *shape))
    known = {identity.slips for identity in IDENTITIES}
    assert LIBRARY.indistinct(task.given, 1e-9) & known


def test_wording_asks_and_states_no_numbers():
    for bug in BUGS:
        assert bug.mistake.ask.endswith("?")
        assert bug.mistake.names.endswith(".")
        assert bug.mistake.remedy.endswith(".")
        assert "!" not in bug.mistake.ask + bug.mistake.names + bug.mistake.remedy
