"""Practice tasks: small integer queries, keys and values whose weights are neither even nor saturated."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionInput, Method, attention, follow
from tools.attention.mistakes import IDENTITIES, LIBRARY
from tools.schema import ToolError
from tools.settings import Settings
from tools.wish import Bounds, Wish

APART = 0.02
"""How far apart results must be for two decimals to tell them apart."""
HEAVIEST = 0.93
"""Most weight a single key may take, so that the mix shows; the first row of a causal mask has but one."""
SHAPE = (2, 2, 3, 3)
SMALLEST, LARGEST = 2, 4
LEVELS = {-1: (0, 0, -1, -1), 0: (0, 0, 0, 0), 1: (1, 1, 1, 0), 2: (2, 1, 1, 0)}
"""How much larger each of queries, d_k, keys and d_v is by level."""
CAUSAL_FROM = 2
"""The first level with a causal mask."""
BOUNDS: dict[str, Bounds | None] = {"is_causal": None}
"""What can be wished for, and from where to where."""
TRIES = 4000


def practice(seed: int, like: Settings, wish: Wish) -> Settings:
    """A variant in the shape of `like`, larger or smaller by level, sides from 2 to 4, on which no slip hides."""
    random = np.random.Generator(np.random.PCG64(seed))
    sides = np.add(shape(like), LEVELS[wish.level]) if wish.side is None else (wish.side,) * 4
    m, d_k, n, d_v = (int(side) for side in np.clip(sides, SMALLEST, LARGEST))
    asked = wish.settings.is_causal
    causal = True if asked or (asked is None and (wish.level >= CAUSAL_FROM or like.is_causal)) else None
    for _ in range(TRIES):
        Q, K = random.integers(-1, 4, (m, d_k)), random.integers(-1, 3, (n, d_k))
        V = random.integers(-2, 4, (n, d_v))
        if not Q.any(axis=1).all() or not np.ptp(V, axis=0).all():
            continue
        settings = Settings(Q=Q.astype(np.float64), K=K.astype(np.float64), V=V.astype(np.float64), is_causal=causal)
        given = attention(AttentionInput(query=settings.Q, key=settings.K, value=settings.V, is_causal=bool(causal)))
        mixed = follow(given, Method())["weights"][1 if causal else 0 :]
        if mixed.max() <= HEAVIEST and tells_slips_apart(given):
            return settings
    raise ToolError("I found no numbers in this size on which every slip shows; ask for another size")


def shape(like: Settings) -> tuple[int, int, int, int]:
    """Queries, d_k, keys, d_v: those of `like` within 2 and 4, or the usual ones."""
    if like.Q is None or like.K is None or like.V is None or min(like.Q.ndim, like.K.ndim, like.V.ndim) < 2:
        return SHAPE
    sides = (*like.Q.shape[-2:], like.K.shape[-2], like.V.shape[-1])
    m, d_k, n, d_v = (min(max(side, SMALLEST), LARGEST) for side in sides)
    return m, d_k, n, d_v


def tells_slips_apart(given: Attention) -> bool:
    """Whether every slip that can be made here gives a result of its own, wrong one; identities apart."""
    return LIBRARY.indistinct(given, APART) <= {identity.slips for identity in IDENTITIES}
