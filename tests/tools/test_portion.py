"""Pieces of matrices by their place, on random numbers: right pieces are right, wrong ones never."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.answers import Answer
from tools.diagnosis import diagnose
from tools.explaining import AnswerKey
from tools.portion import assembled, portion_named
from tutor.dialogue.gathering import whole_of
from tutor.sheets.sheet import load
from tutor.state import Tried

PLACES = [("1", None), ("3", "a"), ("3", "b"), ("3", "c"), ("4", None)]


def _key(place, seed):
    """A practice task in the shape of the sheet's."""
    exercise = load().exercise(place[0])
    assert exercise is not None
    like = exercise.tasks[place[1]].settings
    return AnswerKey(exercise.family.task(exercise.family.practice(seed, like)), exercise.family.precision)


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("seed", range(4))
def test_rows_columns_and_entries_are_right_where_they_stand_and_nowhere_else(place, seed):
    key = _key(place, seed)
    result = key.task.result
    rows = {f"row {index + 1}": row for index, row in enumerate(result)}
    columns = {f"column {index + 1}": column for index, column in enumerate(result.T)}
    entries = {f"entry ({i + 1}, {j + 1})": result[i, j] for i, j in np.ndindex(*result.shape)}
    for pieces in (rows, columns, entries):
        for name, value in pieces.items():
            found = diagnose(Answer(value=value, name=name, decimals=None), key)
            assert found.correct
            assert found.portion == portion_named(name)
            for other, elsewhere in pieces.items():
                if not np.allclose(value, elsewhere):
                    wrong = diagnose(Answer(value=value, name=other, decimals=None), key)
                    assert not (wrong.correct and wrong.final)


@pytest.mark.parametrize("place", PLACES, ids=str)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_piece_with_a_changed_number_is_wrong(place, data):
    key = _key(place, data.draw(st.integers(0, 9)))
    result = key.task.result
    row = data.draw(st.integers(0, len(result) - 1))
    value = result[row].copy()
    value[data.draw(st.integers(0, len(value) - 1))] += data.draw(st.sampled_from([1.0, -1.0, 0.37, 5.0]))
    letter = key.task.steps[-1].name
    found = diagnose(Answer(value=value, name=f"row {row + 1} of {letter}", decimals=None), key)
    assert not found.correct
    assert found.mistakes


@pytest.mark.parametrize("place", PLACES, ids=str)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_rows_in_any_order_make_the_matrix(place, data):
    task = _key(place, data.draw(st.integers(0, 9))).task
    order = data.draw(st.permutations(range(len(task.result))))
    sent = [Tried(value=task.result[row], name=f"row {row + 1}", decimals=None) for row in order]
    whole = whole_of(sent, task)
    assert whole is not None
    assert np.array_equal(whole.value, task.result)
    assert len(sent) == 1 or whole_of(sent[:-1], task) is None


def test_a_place_outside_the_matrix_holds_nothing():
    key = _key(("4", None), 0)
    beyond = len(key.task.result) + 1
    for row in key.task.result:
        assert not diagnose(Answer(value=row, name=f"row {beyond} of C", decimals=None), key).correct


def test_the_middle_exists_on_odd_sides_only():
    middle = portion_named("entry (middle, middle)")
    assert middle is not None
    inside = middle.within((3, 3))
    assert inside is not None
    assert inside.index == (1, 1)
    assert middle.within((2, 3)) is None


def test_a_piece_of_another_size_is_not_put_in():
    row = portion_named("row 1")
    assert row is not None
    assert assembled([(row, np.ones(3))], np.zeros((2, 2))) is None
