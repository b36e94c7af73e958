"""Where a request is on the sheet: the exercise, its part, and the task that stands there."""

from __future__ import annotations

from dataclasses import dataclass

from tools.family import Task
from tutor.sheets.sheet import Exercise, Part
from tutor.state import State


@dataclass(frozen=True)
class Place:
    """An exercise with one part chosen, or none yet. On a practice task `practice` is that task; under settings other
    than its own, `supposed` is the task with them, and `under` says them."""

    exercise: Exercise
    part: Part | None = None
    practice: Task | None = None
    supposed: Task | None = None
    under: str = ""

    @property
    def letter(self) -> str | None:
        """The part as replies report it: null for a whole exercise and for practice."""
        return None if self.part is None or self.practice else self.part.label

    @property
    def label(self) -> str:
        """How a student would write this place: 3c, 4."""
        return f"{self.exercise.number}{self.letter or ''}"

    @property
    def title(self) -> str:
        """How a reply names this place."""
        title = f"practice for {self.exercise.number}" if self.practice else self.label
        return f"{title} with {self.under}" if self.supposed else title

    @property
    def task(self) -> Task | None:
        """The one task here; None while a part is still to be chosen."""
        if self.supposed or self.practice:
            return self.supposed or self.practice
        if self.part is None:
            part = self.exercise.part(None)
            return None if part is None else self.exercise.tasks[part.label]
        return self.exercise.tasks[self.part.label]

    @property
    def example(self) -> Task | None:
        """The task that a concept is shown on: the one here, else that of the first part."""
        return self.choices[0].task

    @property
    def choices(self) -> tuple[Place, ...]:
        """The places this one could mean: itself, or each of its parts."""
        if self.task is not None:
            return (self,)
        return tuple(Place(self.exercise, part) for part in self.exercise.parts)

    @property
    def following(self) -> Place | None:
        """The next part of the same exercise."""
        if self.letter is None or self.part is None:
            return None
        index = self.exercise.parts.index(self.part) + 1
        return Place(self.exercise, self.exercise.parts[index]) if index < len(self.exercise.parts) else None


def place_at(exercise: Exercise, letter: str | None, state: State) -> Place:
    """The place of a part, or the practice task where the conversation has one under way for this exercise."""
    if state.practice and state.exercise == exercise.number and letter is None:
        return Place(exercise, None, exercise.family.task(state.practice.settings))
    return Place(exercise, exercise.part(letter) if letter else None)
