"""Eigenpairs in the order and with the signs of a student: both are free, as long as Q and Λ agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from tools.schema import Array

NEAR = 0.06
"""How far a written eigenvalue may be from the one it stands for."""


class Arrangement(NamedTuple):
    """Which eigenpair stands at each place, and the sign of its eigenvector."""

    order: tuple[int, ...]
    signs: tuple[float, ...]


def arrangement(Q: Array, values: Array, own: Mapping[str, Array]) -> Arrangement | None:
    """The order and signs in which a student's `own` Q, or else their Λ, has the eigenpairs: the columns of `Q` (n, n)
    with their `values` (n,). None where it has others than these.

    >>> arrangement(np.eye(2), np.array([1.0, 2.0]), {"Q": np.array([[0.0, 1.0], [-1.0, 0.0]])})
    Arrangement(order=(1, 0), signs=(-1.0, 1.0))
    >>> arrangement(np.eye(2), np.array([1.0, 2.0]), {"Lambda": np.diag([2.0, 1.0])})
    Arrangement(order=(1, 0), signs=(1.0, 1.0))
    """
    if "Q" in own:
        return _of_columns(Q, own["Q"])
    return _of_values(values, own["Lambda"]) if "Lambda" in own else None


def _of_columns(Q: Array, said: Array) -> Arrangement | None:
    if said.shape != Q.shape or not np.isfinite(said).all() or not said.any(axis=0).all():
        return None
    cosines = (Q / np.linalg.norm(Q, axis=0)).T @ (said / np.linalg.norm(said, axis=0))
    order = np.abs(cosines).argmax(axis=0)
    signs = np.sign(cosines[order, np.arange(len(order))])
    return _arrangement(order, signs)


def _of_values(values: Array, said: Array) -> Arrangement | None:
    if said.shape != (len(values), len(values)) or not np.isfinite(said).all():
        return None
    apart = np.abs(values[:, None] - np.diag(said))
    return _arrangement(apart.argmin(axis=0), np.ones(len(values))) if apart.min(axis=0).max() < NEAR else None


def _arrangement(order: Array, signs: Array) -> Arrangement | None:
    if len(set(order.tolist())) < len(order):
        return None
    return Arrangement(tuple(order.tolist()), tuple(signs.tolist()))
