"""Practice: the same seed the same task, the same shape, and every slip shows."""

from itertools import combinations

import numpy as np
import pytest

from tools.convolution.family import FAMILY
from tools.schema import ToolError
from tools.settings import Settings

LIKE = [
    {"stride": 1},
    {"stride": 2},
    {"stride": 2, "padding": 1},
    {"padding": (1, 0), "bias": 2.0},
]


def like(choices):
    return Settings(input=np.ones((4, 4)), kernel=np.ones((2, 2)), **choices)


@pytest.mark.parametrize("choices", LIKE, ids=str)
def test_every_slip_shows(choices):
    """No slip gives the right result, and no two give the same, but where they do on all numbers of this shape."""
    rng = np.random.default_rng(9)
    generic = FAMILY.task(
        like(choices).model_copy(update={"input": rng.normal(size=(4, 4)), "kernel": rng.normal(size=(2, 2))})
    )
    for seed in range(15):
        task = FAMILY.task(FAMILY.practice(seed, like(choices)))
        slips = [(p.mistakes[0].name, p.result) for p in task.predictions]
        always = [(p.mistakes[0].name, p.result) for p in generic.predictions]
        assert [name for name, _ in slips] == [name for name, _ in always], "none is right by chance"
        for i, j in combinations(range(len(slips)), 2):
            if slips[i][0] != slips[j][0] and np.array_equal(slips[i][1], slips[j][1]):
                np.testing.assert_allclose(always[i][1], always[j][1])


def test_the_shape_and_the_choices_stay(make):
    task = make(0)
    practised = FAMILY.practice(3, task.settings)
    assert practised.input.shape == task.settings.input.shape
    assert practised.kernel.shape == task.settings.kernel.shape
    rest = {"input": None, "kernel": None}
    assert practised.model_copy(update=rest) == task.settings.model_copy(update=rest)
    numbers = np.concatenate([practised.input.ravel(), practised.kernel.ravel()])
    np.testing.assert_array_equal(numbers, np.round(numbers))
    assert np.abs(numbers).max() <= 12


def test_a_seed_is_a_task():
    first, again, other = (FAMILY.practice(seed, like({})).to_json() for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_sizes_are_practised_on_another_input():
    practised = FAMILY.practice(1, Settings(input_size=8, kernel_size=3, stride=2))
    assert practised.input_size[0] > 8
    assert practised.stride == 2
    assert FAMILY.task(practised).result.shape == (2,)


def test_what_is_too_large_for_paper_is_refused():
    with pytest.raises(ToolError, match="by hand"):
        FAMILY.practice(0, Settings(input=np.ones((64, 64)), kernel=np.ones((5, 5))))
