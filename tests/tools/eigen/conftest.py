"""Random eigenpairs for the tests of this family."""

from collections.abc import Callable

import numpy as np
import pytest

from tools.settings import Settings

Draw = Callable[[int, int, str], Settings]


def _draw(seed: int, n: int, kind: str) -> Settings:
    """Eigenvectors that are orthogonal ("unit", or "long" with lengths away from 1), or "oblique"."""
    random = np.random.default_rng(seed)
    values = random.uniform(1.2, 5, n) * random.choice([-1, 1], n)
    V = random.uniform(-2, 2, (n, n)) + 3 * np.eye(n)
    if kind != "oblique":
        V = np.linalg.qr(V)[0]
    if kind == "long":
        V = V * random.uniform(1.5, 3, n)
    return Settings(eigenvalues=values, eigenvectors=V.T)


@pytest.fixture(scope="session")
def draw() -> Draw:
    """`draw(seed, n, kind)`: settings with n eigenpairs."""
    return _draw
