"""Slips as changes of a method, and what one or two of them lead to.

A calculation is a function of a frozen `Method`, a dataclass of choices whose defaults are the right way. A slip makes
other choices; two slips go together where they change different choices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from tools.family import Mistake, Prediction
from tools.schema import Array, Frozen

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Given = TypeVar("Given")
Method = TypeVar("Method", bound="DataclassInstance")

Steps = Mapping[str, Array]
"""A calculation: every intermediate by name, the result last."""
NOTHING: Steps = {}


@dataclass(frozen=True)
class Bug(Generic[Given, Method]):
    """A slip and its wrong methods on given numbers: several ways of making it, none where it cannot be made."""

    mistake: Mistake
    methods: Callable[[Given], Iterable[Method]]


@dataclass(frozen=True)
class Library(Generic[Given, Method]):
    """A family's slips, the right method, and how a method is followed.

    `follow` raises ValueError, as NumPy does, where a wrong method runs into shapes that do not fit. Its last argument
    are steps that stand already: it goes on from those, and works out the others.
    """

    bugs: tuple[Bug[Given, Method], ...]
    right: Method
    follow: Callable[[Given, Method, Steps], Steps]

    def singles(self, given: Given) -> tuple[Prediction, ...]:
        """What each slip leads to, where that is not the right result."""
        right = self.follow(given, self.right, NOTHING)
        predictions = (self._prediction(given, (bug.mistake,), method, right) for bug, method in self.ways(given))
        return _once(prediction for prediction in predictions if prediction is not None)

    def pairs(self, given: Given) -> tuple[Prediction, ...]:
        """What two slips together lead to, where that is neither right nor what one of them does alone."""
        right = self.follow(given, self.right, NOTHING)
        wrong = [
            (bug, method, single.result)
            for bug, method in self.ways(given)
            if (single := self._prediction(given, (bug.mistake,), method, right)) is not None
        ]
        found = []
        for (bug, method, alone), (other, second, other_alone) in combinations(wrong, 2):
            both = self._combined(method, second) if bug is not other else None
            if both is None:
                continue
            pair = self._prediction(given, (bug.mistake, other.mistake), both, right)
            if pair is not None and not any(same(pair.result, one) for one in (alone, other_alone)):
                found.append(pair)
        return _once(found)

    def harmless(self, given: Given) -> tuple[str, ...]:
        """Names of the slips that can be made here and still give the right result."""
        truth = _result(self.follow(given, self.right, NOTHING))
        return tuple(
            dict.fromkeys(
                bug.mistake.name
                for bug, method in self.ways(given)
                if (steps := self.followed(given, method)) and same(_result(steps), truth)
            )
        )

    def indistinct(self, given: Given, tolerance: float) -> set[frozenset[str]]:
        """Slips that cannot be told apart at this tolerance, in pairs, and alone those that give the right result."""
        right = _result(self.follow(given, self.right, NOTHING))
        outcomes: dict[tuple[int, ...], list[tuple[str, Array]]] = defaultdict(list)
        found: set[frozenset[str]] = set()
        for bug, method in self.ways(given):
            steps = self.followed(given, method)
            if steps is None:
                continue
            result = _result(steps)
            if result.shape == right.shape and np.abs(result - right).max(initial=0.0) <= tolerance:
                found.add(frozenset({bug.mistake.name}))
            else:
                outcomes[result.shape].append((bug.mistake.name, result.ravel()))
        for alike in outcomes.values():
            found |= _rivals(alike, tolerance)
        return found

    def ways(self, given: Given) -> Iterator[tuple[Bug[Given, Method], Method]]:
        """Every slip that can be made here, with each wrong method it leads to."""
        return ((bug, method) for bug in self.bugs for method in bug.methods(given))

    def onward(self, given: Given, own: Steps) -> Iterator[Prediction]:
        """Where these steps of a student lead, each by way of the last before it: rightly, then by each slip."""
        ways = ((bug.mistake, method) for bug, method in self.ways(given))
        if (right := self.followed(given, self.right, own)) is not None:
            yield Prediction((), right)
        for mistake, method in ways:
            if (steps := self.followed(given, method, own)) is not None:
                yield Prediction((mistake,), steps)

    def followed(self, given: Given, method: Method, own: Steps = NOTHING) -> Steps | None:
        """The steps of a method, None where it leads nowhere."""
        try:
            with np.errstate(all="ignore"):
                steps = self.follow(given, method, own)
        except ValueError:
            return None
        return steps if np.isfinite(_result(steps)).all() else None

    def _prediction(
        self, given: Given, mistakes: tuple[Mistake, ...], method: Method, right: Steps
    ) -> Prediction | None:
        """What a wrong method leads to: the steps from the first slip on that differ from the right ones."""
        steps = self.followed(given, method)
        if steps is None or same(_result(steps), _result(right)):
            return None
        names = list(right)
        reached = names[min((names.index(one.step) for one in mistakes if one.step in names), default=0) :]
        wrong = {name: value for name, value in steps.items() if name in reached and not same(value, right[name])}
        return Prediction(mistakes, wrong)

    def _combined(self, one: Method, other: Method) -> Method | None:
        """A method with the changes of both, None where they change the same choice."""
        ours, theirs = self._changes(one), self._changes(other)
        return None if ours.keys() & theirs.keys() else replace(one, **theirs)

    def _changes(self, method: Method) -> dict[str, object]:
        choices = (choice.name for choice in fields(method))
        return {name: value for name in choices if (value := getattr(method, name)) != getattr(self.right, name)}


class Identity(Frozen):
    """Slips that cannot be told apart, or a single one that gives the right result, on some kind of numbers."""

    slips: frozenset[str]
    where: str
    why: str


def same(one: Array, other: Array, tolerance: float = 1e-9) -> bool:
    """Whether two arrays have the same shape and, up to the tolerance, the same entries."""
    if one.shape != other.shape:
        return False
    with np.errstate(invalid="ignore"):  # infinity minus itself, which is the same
        close = (one == other) | (np.abs(one - other) <= tolerance + 1e-9 * np.abs(other))
    return bool(close.all())


def _rivals(outcomes: list[tuple[str, Array]], tolerance: float) -> set[frozenset[str]]:
    """Pairs of names whose results, all of one shape, are the same up to the tolerance."""
    names, results = [name for name, _ in outcomes], np.array([result for _, result in outcomes])
    apart = np.abs(results[:, None] - results[None]).max(axis=2, initial=0.0)
    return {frozenset((names[i], names[j])) for i, j in np.argwhere(apart <= tolerance) if names[i] != names[j]}


def _result(steps: Steps) -> Array:
    return list(steps.values())[-1]


def _once(predictions: Iterable[Prediction]) -> tuple[Prediction, ...]:
    """The predictions without those that say the same of the same slips."""
    kept: list[Prediction] = []
    for new in predictions:
        twins = (old for old in kept if old.mistakes == new.mistakes and old.steps.keys() == new.steps.keys())
        if not any(all(same(old.steps[name], new.steps[name]) for name in new.steps) for old in twins):
            kept.append(new)
    return tuple(kept)
