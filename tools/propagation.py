"""Rounding carried on: how far a later step can lie from the truth because the steps before it were written rounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from tools.schema import Array

MAX_ROUNDED = 64
"""Rounded entries up to which each one's effect is worked out."""

Own = Mapping[str, Array]
"""Steps by name."""


def reach(leads: Callable[[Own], Array | None], own: Own, halves: Mapping[str, float]) -> Array | None:
    """The half width of each entry of `leads(own)` while every entry of a step moves within its half unit.

    To first order in the half units, which are small: the effects of all entries, each by itself, added up. None where
    nothing is rounded, or `leads` gives nothing.

    >>> reach(lambda own: 2 * own["Q"], {"Q": np.array([[0.71, 1.0]])}, {"Q": 0.005}).round(9).tolist()
    [[0.01, 0.01]]
    """
    moving = [(name, at) for name, half in halves.items() if half for at in np.ndindex(own[name].shape)]
    base = leads(own)
    if base is None or not 0 < len(moving) <= MAX_ROUNDED:
        return None
    width = np.zeros_like(base)
    for name, at in moving:
        moved = [leads({**own, name: _moved(own[name], at, half)}) for half in (halves[name], -halves[name])]
        effects = [np.abs(end - base) for end in moved if end is not None and end.shape == base.shape]
        if len(effects) < 2:
            return None
        width += np.maximum(*effects)
    return np.asarray(width)


def _moved(value: Array, at: tuple[int, ...], half: float) -> Array:
    moved = value.copy()
    moved[at] += half
    return moved
