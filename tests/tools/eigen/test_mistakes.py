"""Every slip predicts its own wrong result, against one-liners on random numbers."""

import numpy as np
import pytest

from tools.eigen.family import FAMILY
from tools.eigen.mistakes import BUGS, IDENTITIES, LIBRARY
from tools.settings import Settings

D = np.diag


def terms(Q, values):
    return [value * np.outer(q, q) for value, q in zip(values, Q.T, strict=True)]


# name, numbers it can happen on, wrong result from the given columns V, the unit columns Q and the eigenvalues
FORMULAS = [
    ("swapped_eigenvalues", "long", lambda V, Q, x: Q @ D(x[::-1]) @ Q.T),
    ("missing_lambda", "long", lambda V, Q, x: Q @ Q.T),
    ("missing_lambda", "long", lambda V, Q, x: V @ V.T),
    ("missing_transpose", "long", lambda V, Q, x: Q @ D(x) @ Q),
    ("stopped_at_lambda", "long", lambda V, Q, x: D(x)),
    ("stopped_at_q_lambda", "long", lambda V, Q, x: Q @ D(x)),
    ("lambda_q_transpose", "long", lambda V, Q, x: D(x) @ Q.T),
    ("unnormalized_eigenvectors", "long", lambda V, Q, x: V @ D(x) @ V.T),
    ("half_normalized", "long", lambda V, Q, x: V @ D(x) @ Q.T),
    ("half_normalized", "long", lambda V, Q, x: Q @ D(x) @ V.T),
    ("normalized_by_squared_norm", "long", lambda V, Q, x: (V / (V**2).sum(0)) @ D(x) @ (V / (V**2).sum(0)).T),
    ("rows_as_eigenvectors", "long", lambda V, Q, x: Q.T @ D(x) @ Q),
    ("single_term", "long", lambda V, Q, x: sum(terms(Q, x)[1:])),
    ("single_term", "long", lambda V, Q, x: sum(terms(Q, x)[:-1])),
    ("subtracted_term", "long", lambda V, Q, x: terms(Q, x)[0] - sum(terms(Q, x)[1:])),
    ("subtracted_term", "long", lambda V, Q, x: sum(terms(Q, x)[:-1]) - terms(Q, x)[-1]),
    ("squared_eigenvalues", "long", lambda V, Q, x: Q @ D(x**2) @ Q.T),
    ("inverse_eigenvalues", "long", lambda V, Q, x: Q @ D(1 / x) @ Q.T),
    ("absolute_eigenvalues", "negative", lambda V, Q, x: Q @ D(abs(x)) @ Q.T),
    ("elementwise_product", "long", lambda V, Q, x: Q * D(x) * Q.T),
    ("transpose_for_inverse", "oblique", lambda V, Q, x: V @ D(x) @ V.T),
    ("transpose_for_inverse", "oblique", lambda V, Q, x: Q @ D(x) @ Q.T),
    ("missing_transpose", "oblique", lambda V, Q, x: V @ D(x) @ V),
    ("swapped_eigenvalues", "oblique", lambda V, Q, x: V @ D(x[::-1]) @ np.linalg.inv(V)),
    ("rows_as_eigenvectors", "oblique", lambda V, Q, x: V.T @ D(x) @ np.linalg.inv(V.T)),
]


def numbers(draw, seed, n, kind):
    settings = draw(seed, n, "long" if kind == "negative" else kind)
    if kind != "negative":
        return settings
    return settings.model_copy(update={"eigenvalues": -abs(settings.eigenvalues)})


def results(task, name, step="A"):
    named = [prediction for prediction in task.predictions if prediction.mistakes[0].name == name]
    return [prediction.steps[step] for prediction in named if step in prediction.steps]


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("name", "kind", "formula"), FORMULAS)
def test_predicts_its_own_result(draw, name, kind, formula, seed, n):
    settings = numbers(draw, seed, n, kind)
    V = settings.eigenvectors.T
    wrong = formula(V, V / np.sqrt((V**2).sum(0)), settings.eigenvalues)
    task = FAMILY.task(settings)
    if np.allclose(wrong, task.result):
        assert name in LIBRARY.harmless(task.given)
    else:
        assert any(np.allclose(found, wrong) for found in results(task, name))


def test_every_slip_has_a_formula():
    assert {name for name, _, _ in FORMULAS} == {bug.mistake.name for bug in BUGS}


SHEET = Settings(eigenvalues=[1, 2], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]])
ON_THE_SHEET = [
    ("swapped_eigenvalues", [[1.5, 0.5], [0.5, 1.5]]),
    ("missing_lambda", [[1, 0], [0, 1]]),
    ("unnormalized_eigenvectors", [[3, -1], [-1, 3]]),
    ("normalized_by_squared_norm", [[0.75, -0.25], [-0.25, 0.75]]),
    ("half_normalized", [[1.5 * 2**0.5, -0.5 * 2**0.5], [-0.5 * 2**0.5, 1.5 * 2**0.5]]),
    ("subtracted_term", [[-0.5, 1.5], [1.5, -0.5]]),
]


@pytest.mark.parametrize(("name", "wrong"), ON_THE_SHEET)
def test_on_the_sheet(name, wrong):
    assert any(np.allclose(found, wrong) for found in results(FAMILY.task(SHEET), name))


def test_what_is_no_slip_on_the_sheet():
    task = FAMILY.task(SHEET)
    named = {prediction.mistakes[0].name for prediction in task.predictions}
    assert not named & {"missing_transpose", "rows_as_eigenvectors", "absolute_eigenvalues", "transpose_for_inverse"}
    assert set(LIBRARY.harmless(task.given)) == {"missing_transpose", "rows_as_eigenvectors", "absolute_eigenvalues"}


@pytest.mark.parametrize("kind", ["unit", "long", "oblique"])
def test_predictions_hold_what_differs_from_the_first_wrong_step_on(draw, kind):
    task = FAMILY.task(draw(5, 3, kind))
    right = {step.name: step.value for step in task.steps}
    for prediction in task.predictions:
        assert list(prediction.steps)[-1] == "A"
        assert list(prediction.steps) == [name for name in right if name in prediction.steps]
        assert not any(np.array_equal(right[name], value) for name, value in prediction.steps.items())
        first = list(right).index(prediction.mistakes[0].step)
        assert all(list(right).index(name) >= first for name in prediction.steps)


def test_two_slips_together(draw):
    settings = draw(7, 3, "long")
    V, values = settings.eigenvectors.T, settings.eigenvalues
    wrong = {
        frozenset({"unnormalized_eigenvectors", "squared_eigenvalues"}): V @ D(values**2) @ V.T,
        frozenset({"unnormalized_eigenvectors", "missing_transpose"}): V @ D(values) @ V,
        frozenset({"unnormalized_eigenvectors", "stopped_at_q_lambda"}): V @ D(values),
    }
    task = FAMILY.task(settings)
    for names, result in wrong.items():
        pairs = [pair for pair in task.pairs if {mistake.name for mistake in pair.mistakes} == names]
        assert any(np.allclose(pair.result, result) for pair in pairs)
    assert not any(np.allclose(pair.result, task.result) for pair in task.pairs)


@pytest.mark.parametrize("seed", range(20))
def test_identities_hold_for_all_numbers(draw, seed):
    values = draw(seed, 2, "unit").eigenvalues
    angle = seed + 0.3
    c, s = np.cos(angle), np.sin(angle)
    rotation, reflection = np.array([[c, -s], [s, c]]), np.array([[c, s], [s, -c]])
    signs = np.array([[1, -1], [-1, 1]])
    A = rotation @ D(values) @ rotation.T
    assert rotation.T @ D(values) @ rotation == pytest.approx(A * signs)
    task = FAMILY.task(Settings(eigenvalues=values, eigenvectors=reflection))
    assert {"rows_as_eigenvectors", "missing_transpose"} <= set(LIBRARY.harmless(task.given))
    assert results(task, "missing_lambda")[0] == pytest.approx(np.eye(2))
    turned = FAMILY.task(Settings(eigenvalues=[abs(values[0]), -abs(values[1])], eigenvectors=reflection))
    (absolute,) = results(turned, "absolute_eigenvalues")
    assert any(np.allclose(absolute, found) for found in results(turned, "subtracted_term"))
    assert {name for identity in IDENTITIES for name in identity.slips} <= {bug.mistake.name for bug in BUGS}


def test_wording_asks_and_states_no_numbers():
    for bug in BUGS:
        assert bug.mistake.ask.endswith("?")
        assert bug.mistake.names.endswith(".")
        assert bug.mistake.remedy.endswith(".")
        assert "!" not in bug.mistake.ask + bug.mistake.names + bug.mistake.remedy
