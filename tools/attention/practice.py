"""Practice tasks: small integer queries, keys and values whose weights are neither even nor saturated."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionInput, Method, attention, follow
from tools.attention.mistakes import IDENTITIES, LIBRARY
from tools.bugs import rivals
from tools.settings import Settings

APART = 0.02
"""How far apart results must be for two decimals to tell them apart."""
HEAVIEST = 0.93
"""Most weight a single key may take, so that the mix shows."""
SHAPE = (2, 2, 3, 3)


def practice(seed: int, like: Settings) -> Settings:
    """A variant in the shape of `like`, sides from 2 to 4, on which no slip hides: deterministic in the seed."""
    random = np.random.Generator(np.random.PCG64(seed))
    m, d_k, n, d_v = shape(like)
    while True:
        Q, K = random.integers(-1, 4, (m, d_k)), random.integers(-1, 3, (n, d_k))
        V = random.integers(-2, 4, (n, d_v))
        if not Q.any(axis=1).all() or not np.ptp(V, axis=0).all():
            continue
        settings = Settings(Q=Q.astype(np.float64), K=K.astype(np.float64), V=V.astype(np.float64))
        given = attention(AttentionInput(query=settings.Q, key=settings.K, value=settings.V))
        if follow(given, Method())["weights"].max() <= HEAVIEST and tells_slips_apart(given):
            return settings


def shape(like: Settings) -> tuple[int, int, int, int]:
    """Queries, d_k, keys, d_v: those of `like` within 2 and 4, or the usual ones."""
    if like.Q is None or like.K is None or like.V is None or min(like.Q.ndim, like.K.ndim, like.V.ndim) < 2:
        return SHAPE
    m, d_k, n, d_v = (min(max(side, 2), 4) for side in (*like.Q.shape[-2:], like.K.shape[-2], like.V.shape[-1]))
    return m, d_k, n, d_v


def tells_slips_apart(given: Attention) -> bool:
    """Whether every slip that can be made here gives a result of its own, wrong one; identities apart."""
    identical = {identity.slips for identity in IDENTITIES}
    return not LIBRARY.harmless(given) and rivals(LIBRARY.singles(given), APART) <= identical
