"""Practice tasks: readable, reproducible, and no slip hides in them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.attention.family import FAMILY
from tools.attention.mistakes import IDENTITIES, LIBRARY
from tools.settings import Settings


def like(m, d_k, n, d_v):
    return Settings(Q=np.ones((m, d_k)), K=np.ones((n, d_k)), V=np.ones((n, d_v)))


@given(seed=st.integers(0, 2**31), sides=st.tuples(*[st.integers(1, 5)] * 4))
def test_readable_numbers_in_the_shape_asked_for(seed, sides):
    settings = FAMILY.practice(seed, like(*sides))
    m, d_k, n, d_v = (min(max(side, 2), 4) for side in sides)
    assert (settings.Q.shape, settings.K.shape, settings.V.shape) == ((m, d_k), (n, d_k), (n, d_v))
    for numbers in (settings.Q, settings.K, settings.V):
        assert (numbers == np.round(numbers)).all()
        assert np.abs(numbers).max() <= 3
    assert FAMILY.task(settings).out.weights.max() < 0.95


def test_the_seed_decides(sheet):
    drawn = [FAMILY.practice(seed, sheet).to_json() for seed in range(10)]
    assert drawn == [FAMILY.practice(seed, sheet).to_json() for seed in range(10)]
    assert len({str(settings) for settings in drawn}) == 10


@pytest.mark.parametrize("sides", [(2, 2, 3, 3), (3, 2, 3, 2), (2, 2, 4, 4), (3, 3, 3, 3)])
@pytest.mark.parametrize("seed", range(10))
def test_no_slip_hides(seed, sides):
    task = FAMILY.task(FAMILY.practice(seed, like(*sides)))
    identical = {identity.slips for identity in IDENTITIES}
    assert not LIBRARY.harmless(task.given)
    for one in task.predictions:
        for other in task.predictions:
            names = frozenset((one.mistakes[0].name, other.mistakes[0].name))
            if len(names) == 2 and names not in identical and one.result.shape == other.result.shape:
                assert np.abs(one.result - other.result).max() > 0.01
