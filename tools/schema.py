"""The types every tool shares: a frozen model, arrays of float64, and the error a student may read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema
from typing_extensions import TypeAliasType

Array = NDArray[np.float64]
Json = TypeAliasType("Json", "bool | int | float | str | list[Json] | dict[str, Json] | None")
ErrorKind = Literal["invalid", "shape", "too_large", "unknown_model"]

MAX_SIDE = 64
"""Longest side of a matrix that is worked out by hand."""
MAX_ENTRIES = MAX_SIDE * MAX_SIDE * 16
"""Most entries of any one array, stacked heads and channels included."""


class ToolError(Exception):
    """An impossible input, said for the student: both sides and the rule.

    Not a ValueError, because pydantic would swallow that inside a validator.
    """

    def __init__(self, message: str, kind: ErrorKind = "invalid") -> None:
        super().__init__(message)
        self.kind: ErrorKind = kind


class Frozen(BaseModel):
    """A value: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


_NON_FINITE = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def _nested(value: object, depth: int = 0) -> Iterator[object]:
    """The entries of nested lists, in order, refusing what is too deep before going into it."""
    if not isinstance(value, list | tuple):
        yield value
        return
    if depth == 4:
        raise ToolError("an array may be nested at most 4 levels deep", "too_large")
    for item in value:
        yield from _nested(item, depth + 1)


def _number(entry: object) -> float:
    if isinstance(entry, str) and entry in _NON_FINITE:
        return _NON_FINITE[entry]
    if isinstance(entry, bool) or not isinstance(entry, int | float | np.number):
        raise ToolError(f"{entry!r} is not a number")
    return float(entry)


def _shape(value: object) -> tuple[int, ...]:
    if not isinstance(value, list | tuple):
        return ()
    shapes = {_shape(item) for item in value}
    if len(shapes) > 1:
        lengths = [len(item) if isinstance(item, list | tuple) else 1 for item in value]
        raise ToolError(f"the rows must all have the same length, but their lengths are {lengths}", "shape")
    return (len(value), *(shapes.pop() if shapes else ()))


def as_array(value: object) -> Array:
    """Nested lists or an array as float64, checked entry by entry; "nan", "inf", "-inf" are numbers.

    >>> as_array([[1, 2], [3, "inf"]]).tolist()
    [[1.0, 2.0], [3.0, inf]]
    >>> as_array([[1, 2], [3]])
    Traceback (most recent call last):
    tools.schema.ToolError: the rows must all have the same length, but their lengths are [2, 1]
    """
    if isinstance(value, np.ndarray):
        if value.size > MAX_ENTRIES:
            raise ToolError(f"an array may hold at most {MAX_ENTRIES:,} entries", "too_large")
        array = value.astype(np.float64)
    else:
        entries: list[float] = []
        for entry in _nested(value):
            if len(entries) == MAX_ENTRIES:
                raise ToolError(f"an array may hold at most {MAX_ENTRIES:,} entries", "too_large")
            entries.append(_number(entry))
        array = np.array(entries, dtype=np.float64).reshape(_shape(value))
    array.setflags(write=False)
    return array


def _cells(value: Json | float) -> Json:
    if isinstance(value, list):
        return [_cells(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if not isinstance(value, float):
        return value
    tidy = round(value, 12)  # float64 noise such as 1.5000000000000004 is no news to anyone
    return int(tidy) if tidy.is_integer() and abs(tidy) < 2**53 else tidy


def as_json(array: Array) -> Json:
    """Nested lists for JSON: whole numbers as integers, non-finite entries as strings.

    >>> as_json(np.array([[1.0, float("inf")], [0.5, -2.0]]))
    [[1, 'inf'], [0.5, -2]]
    """
    return _cells(array.tolist())


Tensor = Annotated[
    Array,
    BeforeValidator(as_array),
    PlainSerializer(as_json),
    WithJsonSchema({"type": "array", "items": {}, "description": "nested lists of numbers"}),
]
"""An array of any rank in a pydantic model; read from nested lists, written back as such."""
