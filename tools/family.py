"""What every exercise family offers: tasks made from settings, and what can be asked of a task."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel

from tools.certificates import Certificates, Handed
from tools.concept import Concept
from tools.content import Block, Hint, Step
from tools.schema import Array, Frozen, Json
from tools.settings import Settings
from tools.wish import PLAIN, Bounds, Wish


class Precision(Frozen):
    """How exactly a family's answers must be written.

    `decimals`: fewest decimals an inexact answer needs (0: answers are whole and exact);
    `customary`: how many are usual; `significant`: fewest digits of an abbreviated count (61.1M).
    """

    decimals: int = 0
    customary: int = 0
    significant: int | None = None

    @property
    def counts(self) -> bool:
        """Whether answers are counts, which no matrix can be."""
        return self.significant is not None


class Mistake(Frozen):
    """A slip: its canonical name, where it happens, and how it is put right.

    `step`: name of the first step that comes out wrong. `ask` points at the slip as a question without naming it;
    `names` says in one sentence what was done; `remedy` says what to do instead. None of the three states a result.
    """

    name: str
    step: str
    ask: str
    names: str
    remedy: str


@dataclass(frozen=True)
class Prediction:
    """What a slip (or several) leads to on a task's numbers: every step it reaches by name, the result last."""

    mistakes: tuple[Mistake, ...]
    steps: Mapping[str, Array] = field(repr=False)

    @property
    def result(self) -> Array:
        """The wrong final result."""
        return list(self.steps.values())[-1]


class Task(ABC):
    """One exercise with its numbers."""

    family: ClassVar[str]
    settings: Settings

    @cached_property
    @abstractmethod
    def steps(self) -> tuple[Step, ...]:
        """The right calculation, in order; the last step is the result."""

    @cached_property
    def pieces(self) -> tuple[Step, ...]:
        """Pieces of steps: a layer's weight and bias, told by their own names only; the exponentials of a softmax."""
        return ()

    @cached_property
    @abstractmethod
    def hints(self) -> tuple[Hint, ...]:
        """The ladder, at least four rungs, from a pointer to the last step before the answer."""

    @cached_property
    @abstractmethod
    def solution(self) -> tuple[Block, ...]:
        """The worked derivation with every intermediate and runnable PyTorch code on these numbers."""

    @cached_property
    @abstractmethod
    def predictions(self) -> tuple[Prediction, ...]:
        """What each single slip of the bug library leads to here; one that gives the right result is left out."""

    @cached_property
    @abstractmethod
    def pairs(self) -> tuple[Prediction, ...]:
        """What two slips together lead to, for every pair that does not undo or repeat itself."""

    @property
    @abstractmethod
    def harmless(self) -> tuple[str, ...]:
        """Names of the slips that can be made here and still give the right result."""

    @cached_property
    def roundings(self) -> tuple[Prediction, ...]:
        """What comes out when intermediates are rounded early; near the truth, so asked of wrong answers only."""
        return ()

    @abstractmethod
    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        """Where a student's own steps, by name, lead: by the right way first, then by one slip each.

        Each prediction gives every step, the student's as they are and the others worked out from them; one without
        mistakes is a right way. None where they lead nowhere, in a shape that fits nothing.
        """

    @cached_property
    @abstractmethod
    def statement(self) -> tuple[Block, ...]:
        """The task in words and numbers, for practice tasks and what-ifs."""

    def certificates(self, handed: Sequence[Handed]) -> Certificates:
        """The self-checks run on steps handed in together; a right answer passes all of them."""
        return ()

    def arranged(self, own: Mapping[str, Array]) -> Task:
        """This task in the arrangement of a student's own steps, where that is free: eigenpairs in another order."""
        return self

    def working(self, step: str, at: tuple[int, ...]) -> str | None:
        """LaTeX of the sum that one entry of a step is made of, with the task's numbers and without its value; None
        where there is nothing to write out."""
        return None

    @property
    def result(self) -> Array:
        """The right final result."""
        return self.steps[-1].value

    @abstractmethod
    def call(self) -> tuple[str, dict[str, Json]]:
        """The public tool that computes this task, and its JSON input."""


class Family(ABC):
    """A kind of exercise."""

    name: ClassVar[str]
    title: ClassVar[str]
    precision: ClassVar[Precision]
    fields: ClassVar[frozenset[str]]
    """Names of the settings this family understands."""
    topics: ClassVar[tuple[str, ...]]
    """Keys of the concepts this family explains."""
    wishes: ClassVar[Mapping[str, Bounds | None]] = {}
    """The settings that its practice tasks can be wished with, and for numbers from where to where."""
    sides: ClassVar[Bounds]
    """The smallest and the largest size that "3x3" can wish for."""

    @abstractmethod
    def task(self, settings: Settings) -> Task:
        """The task these settings describe; raises ToolError where they cannot fit together."""

    @abstractmethod
    def practice(self, seed: int, like: Settings, wish: Wish = PLAIN) -> Settings:
        """A seeded variant with readable numbers, in the shape of `like` as far as the wish leaves it, on which every
        slip shows; raises ToolError where the wish cannot be."""

    @abstractmethod
    def gist(self, task: Task) -> str:
        """What kind of task this is, in a few words: "5×5 input, 3×3 kernel"."""

    @abstractmethod
    def idea(self, tasks: tuple[Task, ...]) -> tuple[Block, ...]:
        """The idea that these parts of one exercise share, with no part's result."""

    @abstractmethod
    def concept(self, topic: str, task: Task) -> Concept:
        """One concept on this task's own numbers, never its result; the topic is one of `topics`."""

    def explain(self, topic: str, task: Task) -> tuple[Block, ...]:
        """The concept as the student reads it: a few sentences with a formula, and a question at the end."""
        return self.concept(topic, task).blocks

    @abstractmethod
    def insight(self, task: Task) -> str:
        """One sentence for a student whose answer is right: a check to run, or what the result shows."""


@dataclass(frozen=True)
class Tool:
    """A public function by name, with pydantic input and output."""

    name: str
    summary: str
    input: type[BaseModel]
    run: Callable[[Mapping[str, Json]], BaseModel]
