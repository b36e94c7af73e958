"""Answers laid over the places they could belong to: which one it is, and how it is judged there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.answers import Answer
from tools.diagnosis import Diagnosis, decisive, diagnose, spread
from tools.family import Task
from tutor.dialogue.place import Place
from tutor.reading.message import Found, Message
from tutor.state import Tried

_CLAIMS = frozenset(
    {"answer", "answers", "result", "results", "final", "finally", "solution", "done", "finished"}
    | {"ergebnis", "endergebnis", "lösung", "fertig"}
)
"""Words by which a student hands something in as the final result."""


def claims_result(message: Message) -> bool:
    """Whether the words hand the numbers in as the final result, so that an intermediate would be the wrong thing."""
    outside, at = [], 0
    for found in message.found:
        outside.append(message.text[at : found.span[0]])
        at = found.span[1]
    words = " ".join((*outside, message.text[at:])).lower().replace(":", " ").replace(",", " ").replace(".", " ")
    return not _CLAIMS.isdisjoint(words.split())


def tried(message: Message) -> tuple[Tried, ...]:
    """The answers of a message, as the state keeps them."""
    claims = claims_result(message)
    return tuple(
        Tried(value=found.value, name=found.name, decimals=found.decimals, claims_result=claims)
        for found in _data(message.found)
    )


def _data(found: Sequence[Found]) -> Sequence[Found]:
    """Arrays before loose numbers: "my 2nd try: [[1, 2]]" hands in the array alone."""
    arrays = [one for one in found if not one.loose]
    return arrays or found


@dataclass(frozen=True)
class Judged:
    """All answers of one message, judged at one place; `main` decides the verdict."""

    place: Place
    diagnoses: tuple[Diagnosis, ...]

    @property
    def main(self) -> Diagnosis:
        """The diagnosis the verdict rests on."""
        return decisive(self.diagnoses)

    @property
    def correct(self) -> bool:
        """Whether everything handed in is right."""
        return all(diagnosis.correct for diagnosis in self.diagnoses)

    @property
    def solved(self) -> bool:
        """Whether the whole result is there and right."""
        return self.correct and any(one.final and one.portion is None for one in self.diagnoses)

    @property
    def intermediate(self) -> str | None:
        """The step handed in, None where the result is among the answers."""
        return None if any(one.final for one in self.diagnoses) else self.main.step.name

    @property
    def rank(self) -> float:
        """How surely these answers belong here: right result, right step, known slip, right shape."""
        main = self.main
        if main.correct:
            share = len([one for one in self.diagnoses if one.correct]) / len(self.diagnoses)
            return 2.0 * share + (2.0 if main.final and main.portion is None else 1.0 if main.portion is None else 0.0)
        if main.explained:
            return 1.5 if main.final else 1.25
        return 0.0 if main.comparison is None else 0.25 + 0.5 * float(main.comparison.right.mean())


def judge(answers: Sequence[Tried], place: Place, task: Task) -> Judged:
    """These answers at this place; arrays that fit nothing there do not count beside one that does."""
    claims = any(answer.claims_result for answer in answers)
    given = [Answer(value=one.value, name=one.name, decimals=one.decimals) for one in answers]
    key = place.exercise.key(task)
    diagnoses = tuple(diagnose(answer, key, claims) for answer in spread(given, task))
    fitting = tuple(one for one in diagnoses if one.correct or one.comparison is not None or one.causes)
    return Judged(place, fitting or diagnoses)


def likeliest(answers: Sequence[Tried], places: Sequence[Place]) -> list[Judged]:
    """The places these answers belong to, most likely first; several only if equally likely."""
    judged = [judge(answers, place, task) for place in places if (task := place.task) is not None]
    best = max((one.rank for one in judged), default=0.0)
    return [one for one in judged if one.rank == best and best > 0]
