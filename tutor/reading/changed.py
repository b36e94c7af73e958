"""What settings become by a change: multiplied, turned over, filled, one row replaced."""

from __future__ import annotations

import numpy as np
from pydantic import ValidationError

from tools.schema import Array, ToolError
from tools.settings import Settings, has_to_be
from tutor.reading.message import Change

MAX_SIDE = 9
"""Largest matrix that words alone can make: "a 9x9 kernel of ones"."""
IN_PLACES = ("row", "column", "cell")
"""Changes of which a line may make several of one matrix, each somewhere else."""


def _meant(settings: Settings, name: str) -> str:
    """K under the name it has among these settings."""
    return "kernel" if name == "K" and settings.K is None and settings.kernel is not None else name


def made(settings: Settings, change: Change) -> Settings | None:
    """What these settings become by the change, None where they do not say what it is made to. Raises ToolError where
    the setting cannot have the value that comes out: half of a stride of 1.

    >>> made(Settings(stride=2), Change(setting="stride", how="times", amount=2)).stride
    4
    >>> made(Settings(), Change(setting="stride", how="times", amount=2)) is None
    True
    """
    if change.how == "power_of_d_k":
        return None if settings.K is None else Settings(scale=float(settings.K.shape[-1] ** change.amount))
    name = _meant(settings, change.setting)
    value = getattr(settings, name)
    if change.how in ("fill", "identity", "checkerboard"):
        return _filled(name, change, value)
    if change.how in IN_PLACES:
        return _with_line(name, change, value)
    if change.how in ("exchange", "copy"):
        return _moved(settings, name, change)
    if value is None or isinstance(value, str | bool):
        return None
    array = np.asarray(value)
    new = _changed(array, change)
    if new is None:
        return None
    try:
        return Settings.model_validate({name: new if array.dtype == float and array.ndim else new.tolist()})
    except ValidationError:
        raise ToolError(f"That would be {_said(new)}; {has_to_be(name)}.") from None


def _said(value: Array) -> str:
    return " × ".join(f"{side:.4g}" for side in value.reshape(-1))


def _with_line(name: str, change: Change, value: Array | None) -> Settings | None:
    """The matrix with one row, column or entry replaced, None where the values do not fit it."""
    if not isinstance(value, np.ndarray) or value.ndim != 2 or change.at is None:
        return None
    new = (value.T if change.how == "column" else value).copy()
    if change.at >= len(new) or (change.values and len(change.values) != new.shape[1]):
        return None
    if change.column is not None and change.column >= new.shape[1]:
        return None
    new[change.at, slice(None) if change.column is None else change.column] = change.values or change.amount
    return Settings(**{name: new.T if change.how == "column" else new})


def _changed(array: Array, change: Change) -> Array | None:
    match change.how:
        case "swap":
            return array[::-1]
        case "transpose":
            return array.swapaxes(-1, -2) if array.ndim > 1 else None
        case "replace":
            return np.where(array == change.old, change.amount, array) if (array == change.old).any() else None
        case "flip":
            return array[..., ::-1, ::-1] if array.ndim > 1 else None
        case "flip_columns" | "flip_rows":
            return np.flip(array, -1 if change.how == "flip_columns" else -2) if array.ndim > 1 else None
        case "quarter_turn":
            return np.rot90(array, int(change.amount), axes=(-2, -1)) if array.ndim > 1 else None
    if change.at is not None and change.at >= array.size:
        return None
    if change.how == "entry":
        new: Array = np.full_like(array, change.amount)
    else:
        new = array * change.amount if change.how == "times" else array + change.amount
    if not array.ndim and float(new).is_integer():
        new = np.asarray(int(new))
    return new if change.at is None else np.where(np.arange(array.size) == change.at % array.size, new, array)


def _filled(name: str, change: Change, value: Array | None) -> Settings | None:
    """A matrix of one number, or the identity, in the size said or else in that of the matrix that holds."""
    size = change.size or (value.shape if isinstance(value, np.ndarray) and value.ndim > 1 else None)
    if size is None or max(size) > max(MAX_SIDE, *(value.shape if isinstance(value, np.ndarray) else (0,))):
        return None
    match change.how:
        case "identity":
            new = np.eye(*size[-2:])
        case "checkerboard":
            new = 1.0 - np.indices(size[-2:]).sum(axis=0) % 2
        case _:
            new = np.full(size, change.amount)
    return Settings(**{name: new})


def _moved(settings: Settings, name: str, change: Change) -> Settings | None:
    """One matrix in the place of another, or both in each other's."""
    other = _meant(settings, change.other or "")
    if other == name or getattr(settings, other, None) is None or getattr(settings, name) is None:
        return None
    values = {name: getattr(settings, other)}
    return Settings(**(values | {other: getattr(settings, name)} if change.how == "exchange" else values))
