"""A sheet: Markdown with LaTeX, read with the same reader as what students send.

`## Exercise N: Title` opens an exercise; its family is the one its title speaks of. `### (a)` opens a part. Matrices
and settings in the text are the exercise's numbers. A quoted paragraph tells of a misprint in the printed solution;
numbers in it are those the misprint leads to, and its line `Slip: name` gives the name a student's answer is then
reported under.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.catalog import FAMILIES
from tools.explaining import AnswerKey
from tools.family import Family, Mistake, Prediction, Task
from tools.settings import Settings
from tutor.reading.reader import given_in, message_of

_EXERCISE = re.compile(r"^## Exercise (\d+): (.+)$", re.MULTILINE)
_PART = re.compile(r"^### \(([a-z])\)$", re.MULTILINE)
_SLIP = re.compile(r"^Slip: (\w+)$", re.MULTILINE)


class SheetError(Exception):
    """A sheet that cannot be used, said for its author: which exercise, and what is missing."""


@dataclass(frozen=True)
class Misprint:
    """An error of the printed solution; `settings` are the numbers it leads to, if other than the exercise's."""

    text: str
    slip: str | None
    settings: Settings


@dataclass(frozen=True)
class Part:
    """One part of an exercise, or the whole of an exercise without parts (then `label` is None)."""

    label: str | None
    text: str
    settings: Settings


@dataclass(frozen=True)
class Exercise:
    """An exercise as printed; `settings` are what its parts share."""

    number: str
    title: str
    text: str
    family: Family
    settings: Settings
    parts: tuple[Part, ...]
    misprint: Misprint | None

    def part(self, label: str | None) -> Part | None:
        """The part of that letter; the only part where there are no letters."""
        if len(self.parts) == 1:
            return self.parts[0]
        return next((part for part in self.parts if part.label == label), None)

    @cached_property
    def tasks(self) -> dict[str | None, Task]:
        """The task of each part, by letter."""
        return {part.label: self.family.task(part.settings) for part in self.parts}

    def key(self, task: Task) -> AnswerKey:
        """What answers to a task of this exercise are judged by; on the printed numbers the misprint counts too."""
        printed = task in self.tasks.values()
        return AnswerKey(task, self.family.precision, self._misprinted if printed else ())

    @cached_property
    def _misprinted(self) -> tuple[Prediction, ...]:
        misprint = self.misprint
        if misprint is None or misprint.slip is None or not misprint.settings.stated():
            return ()
        steps = self.family.task(misprint.settings).steps
        slip = Mistake(
            name=misprint.slip,
            step=steps[0].name,
            ask="Which numbers did you start from? Compare them with the exercise's own.",
            names="These are the numbers the printed solution leads to, and the printed solution has a misprint.",
            remedy="Start again from the exercise's own numbers.",
        )
        return (Prediction((slip,), {step.name: step.value for step in steps}),)


@dataclass(frozen=True)
class Sheet:
    """All exercises, in order."""

    title: str
    intro: str
    exercises: tuple[Exercise, ...]

    def exercise(self, number: str | None) -> Exercise | None:
        """The exercise of that number."""
        return next((exercise for exercise in self.exercises if exercise.number == number), None)

    def about(self, family: str | None) -> Exercise | None:
        """The first exercise of that family."""
        return next((exercise for exercise in self.exercises if exercise.family.name == family), None)


def _quoted(text: str) -> tuple[str, str]:
    """The text without its quoted lines, and the quoted lines without their marks."""
    lines = text.splitlines()
    plain = "\n".join(line for line in lines if not line.startswith(">"))
    quote = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines if line.startswith(">"))
    return plain.strip(), quote.strip()


def _split(text: str, heading: re.Pattern[str]) -> tuple[str, list[tuple[re.Match[str], str]]]:
    """What stands before the first heading, and each heading with the text below it."""
    heads = list(heading.finditer(text))
    starts = [*(head.start() for head in heads), len(text)]
    bodies = [text[head.end() : end].strip() for head, end in zip(heads, starts[1:], strict=True)]
    return text[: starts[0]].strip(), list(zip(heads, bodies, strict=True))


def _exercise(number: str, title: str, body: str, families: Iterable[Family]) -> Exercise:
    named = message_of(title).reference.family
    family = next((family for family in families if family.name == named), None)
    if family is None:
        raise SheetError(f"Exercise {number}: the title “{title}” names no family of exercises I know.")
    body, quote = _quoted(body)
    text, sections = _split(body, _PART)
    shared = given_in(text, family)
    parts = tuple(Part(head[1], below, shared.updated(given_in(below, family))) for head, below in sections)
    slip = _SLIP.search(quote)
    misprint = Misprint(_SLIP.sub("", quote).strip(), slip[1] if slip else None, given_in(quote, family))
    return Exercise(
        number, title, text, family, shared, parts or (Part(None, text, shared),), misprint if quote else None
    )


def parse(markdown: str) -> Sheet:
    """A sheet from its Markdown; raises SheetError naming the exercise that cannot be used."""
    head, sections = _split(markdown, _EXERCISE)
    title, _, intro = head.removeprefix("# ").partition("\n")
    exercises = tuple(_exercise(at[1], at[2].strip(), body, FAMILIES) for at, body in sections)
    if not exercises:
        raise SheetError("The sheet has no exercise: each one starts with a line `## Exercise 1: Title`.")
    return Sheet(title.strip(), intro.strip(), exercises)


BUILT_IN = Path(__file__).with_name("deep_learning.md")


def load(path: Path = BUILT_IN) -> Sheet:
    """The sheet in this file, the built-in one by default."""
    return parse(path.read_text(encoding="utf-8"))
