"""Attention masks: true where a query may attend to a key, or numbers added to the scores."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from tools.schema import Array, Json, ToolError, as_array, as_json

AnyMask = NDArray[np.bool_] | Array


def as_mask(value: object) -> AnyMask:
    """A mask from nested lists: all true/false, or all numbers.

    >>> as_mask([[True, False]]).tolist(), as_mask([[0, "-inf"]]).tolist()
    ([[True, False]], [[0.0, -inf]])
    >>> as_mask([[True, 0.5]])
    Traceback (most recent call last):
    tools.schema.ToolError: a mask holds either true and false throughout, or numbers throughout
    """
    if isinstance(value, np.ndarray) and value.dtype == np.bool_:
        return value
    kinds: set[bool] = set()
    array = as_array(value if isinstance(value, np.ndarray) else _numbers(value, kinds))
    if kinds == {True, False}:
        raise ToolError("a mask holds either true and false throughout, or numbers throughout")
    return array.astype(np.bool_) if kinds == {True} else array


def _numbers(value: object, kinds: set[bool], depth: int = 0) -> object:
    """The nested lists with 1 for true and 0 for false; `kinds` collects whether entries are booleans."""
    if isinstance(value, list | tuple) and depth < 4:
        return [_numbers(item, kinds, depth + 1) for item in value]
    kinds.add(isinstance(value, bool))
    return float(value) if isinstance(value, bool) else value


def _json(mask: AnyMask) -> Json:
    cells: Json = mask.tolist()
    return cells if mask.dtype == np.bool_ else as_json(mask.astype(np.float64))


Mask = Annotated[
    AnyMask,
    BeforeValidator(as_mask),
    PlainSerializer(_json),
    WithJsonSchema({"type": "array", "items": {}, "description": "true = may attend; numbers are added to the scores"}),
]
"""A mask in a pydantic model."""


def additive(mask: AnyMask) -> Array:
    """What a mask adds to the scores: 0 and −∞ for true and false; numbers as they are."""
    if mask.dtype == np.bool_:
        return np.where(mask, 0.0, -np.inf)
    added = mask.astype(np.float64)
    if np.isnan(added).any() or (added == np.inf).any():
        raise ToolError("a mask adds finite numbers or -inf to the scores, not nan or +inf")
    return added


def causal(queries: int, keys: int) -> NDArray[np.bool_]:
    """Query i may attend to the keys up to i, as in PyTorch.

    >>> causal(2, 3).tolist()
    [[True, False, False], [True, True, False]]
    """
    return np.tri(queries, keys, dtype=np.bool_)
