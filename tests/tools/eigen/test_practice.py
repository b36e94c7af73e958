"""Practice tasks: readable, reproducible, and no slip hides in them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.eigen.family import FAMILY
from tools.eigen.mistakes import IDENTITIES, LIBRARY
from tools.settings import Settings

LIKE = {2: Settings(eigenvalues=[1, 2], eigenvectors=[[1, 1], [1, -1]]), 3: Settings(matrix=np.eye(3))}


@given(seed=st.integers(0, 2**31), n=st.sampled_from([2, 3]))
def test_readable_numbers(seed, n):
    settings = FAMILY.practice(seed, LIKE[n])
    assert settings.eigenvalues.shape == (n,)
    assert len(set(settings.eigenvalues.tolist())) == n
    for numbers in (settings.eigenvalues, settings.eigenvectors):
        assert (numbers == np.round(numbers)).all()
        assert np.abs(numbers).max() <= 6
    assert FAMILY.task(settings).given.orthogonal


def test_the_seed_decides():
    drawn = [FAMILY.practice(seed, LIKE[2]).to_json() for seed in range(12)]
    assert drawn == [FAMILY.practice(seed, LIKE[2]).to_json() for seed in range(12)]
    assert len({str(settings) for settings in drawn}) > 6


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("seed", range(25))
def test_no_slip_hides(seed, n):
    task = FAMILY.task(FAMILY.practice(seed, LIKE[n]))
    identical = {identity.slips for identity in IDENTITIES}
    assert all(frozenset({name}) in identical for name in LIBRARY.harmless(task.given))
    for one in task.predictions:
        for other in task.predictions:
            names = frozenset((one.mistakes[0].name, other.mistakes[0].name))
            if len(names) == 2 and names not in identical and one.result.shape == other.result.shape:
                assert np.abs(one.result - other.result).max() > 0.01
