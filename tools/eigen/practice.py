"""Practice tasks: eigenvectors from small orthogonal integer frames, distinct integer eigenvalues."""

from __future__ import annotations

import numpy as np

from tools.bugs import rivals
from tools.eigen.compute import ReconstructInput, eigenpairs
from tools.eigen.mistakes import IDENTITIES, LIBRARY
from tools.schema import Array
from tools.settings import Settings

FRAMES: dict[int, tuple[tuple[tuple[int, ...], ...], ...]] = {
    2: (
        ((3, 4), (-4, 3)),
        ((1, 2), (-2, 1)),
        ((1, 3), (-3, 1)),
        ((2, 1), (-1, 2)),
        ((4, 3), (-3, 4)),
        ((3, 1), (-1, 3)),
    ),
    3: (
        ((1, 2, 2), (2, 1, -2), (2, -2, 1)),
        ((2, 3, 6), (3, -6, 2), (6, 2, -3)),
        ((1, 1, 1), (1, -1, 0), (1, 1, -2)),
        ((1, 1, 0), (1, -1, 1), (1, -1, -2)),
    ),
}
"""Perpendicular integer vectors; those of length 1 after division by a whole number come first."""
EIGENVALUES = (-4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
APART = 0.02
"""How far apart results must be for two decimals to tell them apart."""


def practice(seed: int, like: Settings) -> Settings:
    """A variant with as many eigenpairs as `like` (2 or 3) on which no slip hides: deterministic in the seed."""
    random = np.random.Generator(np.random.PCG64(seed))
    n = 3 if _size(like) >= 3 else 2
    while True:
        frame = FRAMES[n][random.integers(len(FRAMES[n]))]
        vectors = np.array(frame, dtype=np.float64)[random.permutation(n)] * random.choice([-1.0, 1.0], size=(n, 1))
        values = random.choice(EIGENVALUES, size=n, replace=False).astype(np.float64)
        if tells_slips_apart(values, vectors):
            return Settings(eigenvalues=values, eigenvectors=vectors)


def tells_slips_apart(values: Array, vectors: Array) -> bool:
    """Whether every slip that can be made here gives a result of its own, wrong one; identities apart."""
    given = eigenpairs(ReconstructInput(eigenvalues=values, eigenvectors=vectors))
    identical = {identity.slips for identity in IDENTITIES}
    hidden = {frozenset({name}) for name in LIBRARY.harmless(given)}
    return not (hidden | rivals(LIBRARY.singles(given), APART)) - identical


def _size(like: Settings) -> int:
    for array in (like.matrix, like.eigenvalues, like.eigenvectors):
        if array is not None:
            return len(array)
    return 2
