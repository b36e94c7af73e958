"""Random tasks with numbers that no product or sum meets by chance."""

import numpy as np
import pytest

from tools.convolution.family import FAMILY
from tools.settings import Settings

SHAPES = [
    # input, kernel, the choices
    ((4, 4), (2, 2), {}),
    ((4, 4), (2, 2), {"stride": 2}),
    ((4, 4), (2, 2), {"stride": 2, "padding": 1}),
    ((5, 6), (3, 2), {"stride": (2, 1), "padding": (1, 0)}),
    ((6, 5), (2, 3), {"padding": (0, 1, 1, 1)}),
    ((5, 5), (2, 2), {"dilation": 2, "padding": "same"}),
    ((7, 7), (3, 3), {"dilation": 2, "stride": 3, "padding": 2, "bias": 0.73214}),
    ((3, 3), (3, 3), {}),
    ((3, 3), (3, 3), {"bias": 1.25179}),
    ((1, 1), (1, 1), {}),
    ((2, 4), (1, 1), {"bias": -0.31271}),
    ((1, 6), (1, 2), {"stride": 2}),
    ((6, 1), (2, 1), {}),
    ((3, 5, 5), (1, 3, 2, 2), {"stride": 2}),
    ((2, 4, 4), (3, 2, 3, 3), {"padding": 1}),
    ((2, 4, 4), (2, 2, 2), {}),
    ((4, 4), (2, 1, 2, 2), {}),
    ((12, 12), (6, 6), {"stride": 2}),
]
"""Shapes with channels, filters, thin and large kernels, outputs of one entry."""


@pytest.fixture(params=SHAPES, ids=[f"{X}-{K}-{choices}" for X, K, choices in SHAPES])
def shape(request):
    return request.param


@pytest.fixture
def make(shape):
    """Makes a task of that shape from a seed."""
    X, K, choices = shape

    def task(seed):
        rng = np.random.default_rng(seed)
        return FAMILY.task(Settings(input=1000 * rng.normal(size=X), kernel=rng.normal(size=K), **choices))

    return task


@pytest.fixture
def sheet():
    """Makes the sheet's task with a stride and a padding."""
    X = [[1, 0, 1, -1], [1, 0, 1, 0], [0, 3, 0, 1], [1, -1, 0, 1]]
    return lambda stride, padding: FAMILY.task(
        Settings(input=X, kernel=[[1, 2], [0, 1]], stride=stride, padding=padding)
    )
