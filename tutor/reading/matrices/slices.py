"""Prints of more than two dimensions, slice by slice: `ans(:,:,1) =`, `, , 1`, `[:, :, 1] =` become one batch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from tutor.reading.message import Found, ReadError

_HEAD = re.compile(
    r"(?:(?:(?P<outer>\w{1,40})\s*=\s*)?(?P<name>\w{1,40})?[(\[]:, ?:, ?(?P<bracketed>\d{1,3})[)\]]\s*="
    r"|^[# \t]*, , (?P<bare>\d{1,3}))[#\s]*\Z",
    re.MULTILINE,
)
_LOOK_BACK = 60


def batches(text: str, results: Sequence[Found | ReadError]) -> Iterator[Found | ReadError]:
    """The results, with slices that follow one another stacked along a new first axis.

    >>> from tutor.reading.matrices import matrices_in
    >>> matrices_in("A(:,:,1) =\\n\\n   1   2\\n\\nA(:,:,2) =\\n\\n   3   4\\n").found[0].value.tolist()
    [[[1.0, 2.0]], [[3.0, 4.0]]]
    """
    slices: list[Found] = []
    for result in results:
        head = _HEAD.search(text[max(0, result.span[0] - _LOOK_BACK) : result.span[0]])
        number = int(head["bracketed"] or head["bare"]) if head else 0
        follows = number == len(slices) + 1 and (not slices or _shape(slices[0]) == _shape(result))
        if slices and not follows:
            yield _stacked(slices)
            slices = []
        if head and isinstance(result, Found) and number == len(slices) + 1:
            named = head["name"] if head["name"] != "ans" else head["outer"]
            slices.append(result.model_copy(update={"name": named if not slices else slices[0].name}))
        else:
            yield result
    if slices:
        yield _stacked(slices)


def _shape(result: Found | ReadError) -> tuple[int, ...] | None:
    """The shape of a slice; a row is a matrix of one row."""
    return np.atleast_2d(result.value).shape if isinstance(result, Found) else None


def _stacked(slices: Sequence[Found]) -> Found:
    first, last = slices[0], slices[-1]
    if first is last:
        return first
    decimals = [one.decimals for one in slices if one.decimals is not None]
    return Found(
        name=first.name,
        value=np.stack([np.atleast_2d(one.value) for one in slices]),
        span=(first.span[0], last.span[1]),
        decimals=max(decimals, default=None),
        loose=False,
    )
