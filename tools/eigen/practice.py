"""Practice tasks: eigenvectors from small orthogonal integer frames, distinct integer eigenvalues."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.eigen.compute import ReconstructInput, eigenpairs
from tools.eigen.mistakes import IDENTITIES, LIBRARY
from tools.schema import Array, ToolError
from tools.settings import Settings
from tools.wish import Wish

Frame = tuple[tuple[int, ...], ...]
"""Perpendicular integer vectors."""
WHOLE: tuple[Frame, ...] = (((1, 2, 2), (2, 1, -2), (2, -2, 1)),)
"""Whose lengths are whole, and divide by 3."""
ROOTS: tuple[Frame, ...] = (((1, 1, 1), (1, -1, 0), (1, 1, -2)), ((1, 1, 0), (1, -1, 1), (1, -1, -2)))
"""Whose lengths are roots."""
FRAMES: dict[int, tuple[Frame, ...]] = {
    2: (
        ((3, 4), (-4, 3)),
        ((1, 2), (-2, 1)),
        ((1, 3), (-3, 1)),
        ((2, 1), (-1, 2)),
        ((4, 3), (-3, 4)),
        ((3, 1), (-1, 3)),
    ),
    3: (*WHOLE, ((2, 3, 6), (3, -6, 2), (6, 2, -3)), *ROOTS),
}
"""Those of the usual level."""
EIGENVALUES = (-4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
POSITIVE = (1, 2, 3, 4, 5, 6, 7, 8, 9)
WIDE = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
APART = 0.02
"""How far apart results must be for two decimals to tell them apart."""
TRIES = 4000


@dataclass(frozen=True)
class Level:
    """What is drawn from; `parts`: the entries of A are whole, or whole after one of these factors."""

    frames: tuple[Frame, ...]
    eigenvalues: tuple[int, ...] = EIGENVALUES
    parts: tuple[int, ...] = ()


LEVELS: dict[int, dict[int, Level]] = {
    2: {
        -1: Level((((1, 2), (-2, 1)), ((2, 1), (-1, 2))), POSITIVE, parts=(1,)),
        0: Level(FRAMES[2]),
        1: Level(FRAMES[2], WIDE, parts=(1, 2)),
        2: Level((((1, 3), (-3, 1)), ((3, 1), (-1, 3)), ((2, 3), (-3, 2)), ((3, 2), (-2, 3))), WIDE, parts=(1, 2)),
    },
    3: {
        -1: Level(WHOLE, POSITIVE, parts=(1, 3)),
        0: Level(FRAMES[3]),
        1: Level(WHOLE, WIDE, parts=(1, 3)),
        2: Level(ROOTS, WIDE, parts=(1, 2, 3)),
    },
}
"""By the number of eigenpairs, then by how hard: wider eigenvalues, then lengths that are roots."""


def practice(seed: int, like: Settings, wish: Wish) -> Settings:
    """A variant with as many eigenpairs as `like` (2 or 3), 3 if harder and 2 if easier, on which no slip hides."""
    random = np.random.Generator(np.random.PCG64(seed))
    n = {-1: 2, 0: _size(like)}.get(wish.level, 3) if wish.side is None else wish.side
    n = 3 if n >= 3 else 2
    level = LEVELS[n][wish.level]
    for _ in range(TRIES):
        frame = level.frames[random.integers(len(level.frames))]
        vectors = np.array(frame, dtype=np.float64)[random.permutation(n)] * random.choice([-1.0, 1.0], size=(n, 1))
        values = random.choice(level.eigenvalues, size=n, replace=False).astype(np.float64)
        if _readable(values, vectors, level.parts) and tells_slips_apart(values, vectors):
            return Settings(eigenvalues=values, eigenvectors=vectors)
    raise ToolError("I found no numbers in this size on which every slip shows; ask for another size")


def tells_slips_apart(values: Array, vectors: Array) -> bool:
    """Whether every slip that can be made here gives a result of its own, wrong one; identities apart."""
    given = eigenpairs(ReconstructInput(eigenvalues=values, eigenvectors=vectors))
    return LIBRARY.indistinct(given, APART) <= {identity.slips for identity in IDENTITIES}


def _readable(values: Array, vectors: Array, parts: tuple[int, ...]) -> bool:
    """Whether the entries of A are whole numbers, halves or thirds, as the parts allow; any are if there are none."""
    if not parts:
        return True
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    A = unit.T @ (values[:, None] * unit)
    return any(bool(np.allclose(part * A, np.round(part * A), atol=1e-9)) for part in parts)


def _size(like: Settings) -> int:
    for array in (like.matrix, like.eigenvalues, like.eigenvectors):
        if array is not None:
            return len(array)
    return 2
