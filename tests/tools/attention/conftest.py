"""Random queries, keys and values for the tests of this family."""

from collections.abc import Callable

import numpy as np
import pytest

from tools.settings import Settings

Draw = Callable[..., Settings]
SHEET = Settings(Q=[[1, 3], [0, 1]], K=[[1, 1], [1, 2], [0, 1]], V=[[1, 0, -2], [2, 1, 2], [0, 3, -1]])


def _draw(seed: int, m: int = 2, d_k: int = 3, n: int = 3, d_v: int = 4, heads: tuple[int, ...] = ()) -> Settings:
    random = np.random.default_rng(seed)
    Q, K, V = (random.normal(size=(*heads, *shape)) for shape in ((m, d_k), (n, d_k), (n, d_v)))
    return Settings(Q=Q, K=K, V=V)


@pytest.fixture(scope="session")
def draw() -> Draw:
    """`draw(seed, m, d_k, n, d_v, heads)`: settings of these sizes."""
    return _draw


@pytest.fixture(scope="session")
def sheet() -> Settings:
    """The sheet's own numbers."""
    return SHEET
