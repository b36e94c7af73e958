"""Which entry tells slips apart that lead to the same result."""

import numpy as np
import pytest

from tools.answers import Answer
from tools.diagnosis import diagnose
from tools.discriminating import discriminator, entry_question
from tutor.dialogue.place import Place
from tutor.sheets.sheet import load

PLACES = [place for exercise in load().exercises for place in Place(exercise).choices]


def tied(place, task):
    """Every slip of a task with the question that it leads to."""
    key = place.exercise.key(task)
    for prediction in task.predictions:
        diagnosis = diagnose(Answer(value=prediction.result, decimals=None), key)
        yield prediction, diagnosis, discriminator(diagnosis, key)


def tried():
    for place in PLACES:
        yield pytest.param(place, place.task, id=place.label)
        for seed in range(6):
            settings = place.exercise.family.practice(seed, place.task.settings)
            yield pytest.param(place, place.exercise.family.task(settings), id=f"{place.label}, seed {seed}")


@pytest.mark.parametrize(("place", "task"), list(tried()))
def test_the_slip_that_was_made_is_always_among_those_left(place, task):
    for prediction, diagnosis, found in tied(place, task):
        if found is not None and prediction.mistakes in diagnosis.causes:
            there = prediction.steps.get(found.step.name, found.step.value)[found.at]
            left = found.causes(Answer(value=np.array(there), decimals=4), found.at)
            assert prediction.mistakes in left
            assert len(left) < len(diagnosis.causes)


def test_on_the_sheet_only_remedies_that_differ_are_asked_about():
    asked = {
        (place.label, diagnosis.mistakes, entry_question(found.step, found.at).text)
        for place in PLACES
        for _, diagnosis, found in tied(place, place.task)
        if found is not None
    }
    assert asked == {
        ("1", ("swapped_eigenvalues", "sign_slip"), r"What stands top left in your $\Lambda$?"),
        ("2", ("wrong_kernel_size",), r"What do you count for $\texttt{features.3}$?"),
    }
