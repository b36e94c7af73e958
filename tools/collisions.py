"""Which slips cannot be told apart on a task's own numbers, and which of them give the right answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tools.bugs import same
from tools.family import Task
from tools.schema import Array, Frozen

Named = tuple[str, Array]


class Collisions(Frozen):
    """Groups of slips with the same result, the likeliest first in each, and the slips that give the right one.

    A slip that can be made in several ways stands in every group that one of its ways belongs to.
    """

    groups: tuple[tuple[str, ...], ...]
    right: tuple[str, ...]


def collisions(task: Task) -> Collisions:
    """The collisions among the slips of the task's family and the ways of arranging a right matrix wrongly."""
    arranged = list(_arranged(task.result))
    right = [*task.harmless, *(name for name, value in arranged if same(value, task.result))]
    slips = [(one.mistakes[0].name, one.result) for one in task.predictions]
    alike: list[tuple[list[str], Array]] = []
    for name, value in (*slips, *((name, value) for name, value in arranged if not same(value, task.result))):
        group = next((names for names, shared in alike if same(value, shared)), None)
        if group is None:
            alike.append(([name], value))
        elif name not in group:
            group.append(name)
    groups = dict.fromkeys(tuple(names) for names, _ in alike if len(names) > 1)
    return Collisions(groups=tuple(groups), right=tuple(dict.fromkeys(right)))


def _arranged(result: Array) -> Iterator[Named]:
    """The right numbers as a student may arrange them: transposed, or with two neighbours swapped."""
    if result.ndim != 2:
        return
    yield "transposed", result.T
    for axis, name in ((0, "swapped_rows"), (1, "swapped_columns")):
        for at in range(result.shape[axis] - 1):
            order = np.arange(result.shape[axis])
            order[[at, at + 1]] = at + 1, at
            yield name, np.take(result, order, axis=axis)
