"""Every slip of every family is injected and found again; right steps are recognised; nothing wrong is called right."""

from functools import cache

import numpy as np
import pytest

from tools.answers import Answer
from tools.catalog import FAMILIES
from tools.diagnosis import decisive, diagnose
from tools.explaining import AnswerKey
from tools.naming import step_named
from tools.settings import Settings
from tools.spreading import spread
from tutor.sheets.sheet import load

PLACES = [("1", None), ("2", None), ("3", "a"), ("3", "b"), ("3", "c"), ("4", None)]
SEEDS = range(3)


@cache
def _keys():
    """The tasks of the sheet, and practice tasks in their shape."""
    keys = {}
    for number, letter in PLACES:
        exercise = load().exercise(number)
        assert exercise is not None
        task = exercise.tasks[letter]
        keys[f"{number}{letter or ''}"] = exercise.key(task)
        for seed in SEEDS:
            own = exercise.family.task(exercise.family.practice(seed, task.settings))
            keys[f"{number}{letter or ''}, seed {seed}"] = AnswerKey(own, exercise.family.precision)
    return keys


NAMES = [f"{n}{letter or ''}{seed}" for n, letter in PLACES for seed in ("", *(f", seed {seed}" for seed in SEEDS))]


@pytest.mark.parametrize("name", NAMES)
def test_every_injected_slip_is_named(name):
    key = _keys()[name]
    assert key.predictions
    for prediction in key.predictions:
        found = diagnose(Answer(value=prediction.result, decimals=None), key, claim="result")
        assert not found.correct, prediction.mistakes
        assert {mistake.name for mistake in prediction.mistakes} <= set(found.mistakes)


@pytest.mark.parametrize("name", NAMES)
def test_no_single_slip_is_claimed_where_another_predicts_the_same(name):
    """All slips with the same numbers are named together."""
    key = _keys()[name]
    for one in key.predictions:
        twins = {
            mistake.name
            for other in key.predictions
            if other.result.shape == one.result.shape and np.allclose(other.result, one.result, rtol=1e-12, atol=1e-12)
            for mistake in other.mistakes
        }
        assert twins <= set(diagnose(Answer(value=one.result, decimals=None), key, claim="result").mistakes)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_is_right_under_its_name(name):
    key = _keys()[name]
    for step in key.task.steps:
        found = diagnose(Answer(value=step.value, name=step.name, decimals=None), key)
        assert found.correct, step.name
        assert found.step.name == step.name or np.array_equal(found.step.value, step.value)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("2")])
def test_every_row_of_the_result_is_right_as_a_row(name):
    key = _keys()[name]
    for row in key.task.result:
        assert diagnose(Answer(value=row, decimals=None), key).correct


@pytest.mark.parametrize("name", NAMES)
def test_an_unexplained_answer_is_wrong_and_claims_no_slip_of_the_task(name):
    key = _keys()[name]
    value = key.task.result * 1.37 + 17.123
    found = diagnose(Answer(value=value, decimals=3), key, claim="result")
    assert not found.correct
    assert not found.explained


@pytest.mark.parametrize(
    ("name", "place", "step"),
    [
        ("QK^T", "4", "scores"),
        ("q k transpose", "4", None),
        ("softmax", "4", "weights"),
        ("C", "4", "C"),
        ("Λ", "1", "Lambda"),
        ("QΛ", "1", "Q_Lambda"),
        ("A", "1", "A"),
        ("X_padded", "3c", "padded"),
        ("conv1", "2", "features.0"),
        ("classifier.1", "2", "classifier.1"),
        ("total", "2", "total"),
        ("banana", "2", None),
    ],
)
def test_steps_by_the_names_students_give_them(name, place, step):
    found = step_named(name, _keys()[place].task)
    assert (found.name if found else None) == step


def test_counts_in_a_row_are_layers_in_order():
    key = _keys()["2"]
    answers = spread([Answer(value=[23296, 307392, 663936, 884992, 590081])], key.task)
    diagnoses = [diagnose(answer, key) for answer in answers]
    assert [one.correct for one in diagnoses] == [True, True, True, True, False]
    assert decisive(diagnoses).step.name == "features.10"


def test_families_understand_their_own_settings():
    known = set(Settings.model_fields)
    assert all(family.fields <= known for family in FAMILIES)
    assert all(family.topics for family in FAMILIES)
