"""Self-checks: no right answer fails one, and what one says of a wrong answer is so."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.certificates import READABLE, Handed
from tools.convolution.family import ConvolutionTask
from tutor.dialogue.place import Place
from tutor.sheets.sheet import load

PLACES = [place for exercise in load().exercises for place in Place(exercise).choices]
FAMILIES = sorted({place.exercise.family.name for place in PLACES})


def tasks(family, seed):
    """The sheet's tasks of a family, and a practice task for each."""
    for place in PLACES:
        if place.exercise.family.name == family:
            assert place.task is not None
            yield place.task
            yield place.exercise.family.task(place.exercise.family.practice(seed, place.task.settings))


def written(value, decimals, cut):
    scale = 10.0**decimals
    return np.trunc(np.round(value * scale, 6)) / scale if cut else np.round(value, decimals)


@pytest.mark.parametrize("family", FAMILIES)
@given(seed=st.integers(0, 60), decimals=st.integers(1, 5), cut=st.booleans())
@settings(max_examples=15, deadline=None)
def test_a_right_answer_passes(family, seed, decimals, cut):
    for task in tasks(family, seed):
        counts = task.result.ndim == 0
        slack = 0.0 if counts else 10.0**-decimals
        handed = [
            Handed(step.name, step.value if counts else written(step.value, decimals, cut), slack)
            for step in task.steps
        ]
        exact = [Handed(step.name, step.value) for step in task.steps]
        for found in (*task.certificates(handed), *task.certificates(exact)):
            assert found.passed, found.says


def numbers(says):
    """The numbers of a sentence, those of its formulas aside."""
    return [float(text.replace(",", "")) for text in re.findall(r"-?\d[\d,]*(?:\.\d+)?", says.replace("v_", "v"))]


@given(seed=st.integers(0, 60), entries=st.lists(st.integers(-40, 40), min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_a_wrong_matrix_of_exercise_1_is_so(seed, entries):
    A = np.array(entries, float).reshape(2, 2) / 10
    for task in tasks("eigen", seed):
        values = task.given.values
        for found in task.certificates([Handed("A", A)]):
            if found.passed:
                assert not found.says or np.abs(A - A.T).max() <= READABLE
            elif "diagonal" in found.says:
                assert numbers(found.says) == pytest.approx([np.trace(A), values.sum()], abs=1e-4)
                assert abs(np.trace(A) - values.sum()) > READABLE
            elif "determinant" in found.says:
                assert numbers(found.says) == pytest.approx([np.linalg.det(A), np.prod(values)], abs=1e-4)
                assert abs(np.linalg.det(A) - np.prod(values)) > READABLE
            elif "not symmetric" in found.says:
                assert task.given.orthogonal
                assert A[0, 1] != A[1, 0]
            else:
                i = int(re.search(r"times \$v_(\d)\$", found.says)[1]) - 1
                assert np.abs(A @ task.given.V[:, i] - values[i] * task.given.V[:, i]).max() > READABLE


@given(seed=st.integers(0, 60), step=st.sampled_from(["weights", "C"]), noise=st.integers(0, 2**31))
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_wrong_rows_of_attention_is_so(seed, step, noise):
    for task in tasks("attention", seed):
        right = next(one.value for one in task.steps if one.name == step)
        value = np.round(right + np.random.default_rng(noise).normal(size=right.shape), 2)
        low, high = task.given.V.min(axis=0), task.given.V.max(axis=0)
        (found,) = task.certificates([Handed(step, value)])
        where = [int(index) - 1 for index in re.findall(r"\d+", found.says)[:2]]
        if found.passed and found.says:
            assert (
                ((low <= value) & (value <= high)).all()
                if step == "C"
                else np.allclose(value.sum(axis=1), 1, atol=1e-3)
            )
        elif "adds up" in found.says and not found.passed:
            assert abs(value[where[0]].sum() - 1) > READABLE
        elif "below 0" in found.says:
            assert value[tuple(where)] < 0
        elif not found.passed:
            i, j = where
            assert not low[j] <= value[i, j] <= high[j]


@given(seed=st.integers(0, 60), rows=st.integers(1, 8), columns=st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_the_size_of_an_output_is_checked(seed, rows, columns):
    for task in tasks("convolution", seed):
        assert isinstance(task, ConvolutionTask)
        if task.convolution.flat:
            (found,) = task.certificates([Handed("Y", np.zeros((rows, columns)))])
            assert found.passed == ((rows, columns) == task.geometry.output_size)


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ({"features.0": 23297}, "multiple of 64; 23,297 is not"),
        ({"classifier.6": 4097001}, "multiple of 1,000; 4,097,001 is not"),
        ({"total": 2000000}, "smaller than `classifier.1` alone"),
        ({"total": 61100840, "features.0": 23296}, None),
    ],
)
def test_counts_are_checked(counts, says):
    task = next(place.task for place in PLACES if place.label == "2")
    failed = [
        found.says
        for found in task.certificates([Handed(name, np.array(float(n))) for name, n in counts.items()])
        if not found.passed
    ]
    assert not failed if says is None else says in failed[0]


def test_layers_handed_in_with_their_total_must_add_up_to_it():
    task = next(place.task for place in PLACES if place.label == "2")
    handed = [Handed(layer.name, np.array(float(layer.parameters))) for layer in task.network.counted]
    (*_, found) = task.certificates([*handed, Handed("total", np.array(61100841.0))])
    assert found == (False, "The layers you list add up to 61,100,840; your total is 61,100,841.")
