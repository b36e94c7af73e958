"""A conversation so far: frozen, JSON-serialisable, the only memory of the tutor."""

from __future__ import annotations

from pydantic import Field

from tools.diagnosis import Claim
from tools.schema import Frozen, Tensor
from tools.settings import Settings
from tutor.reading.message import Act, Message


class Record(Frozen):
    """What one exercise or part has seen: hints shown, wrong tries, right steps, and how it ended."""

    hints: int = 0
    tries: int = 0
    solved: bool = False
    solution_seen: bool = False


class Practice(Frozen):
    """A practice task under way, in the family of `State.exercise`."""

    seed: int
    settings: Settings


class Tried(Frozen):
    """A judged answer, kept so that "why?" can explain it."""

    value: Tensor
    name: str | None = None
    decimals: int | None = 0
    claim: Claim = "open"


class State(Frozen):
    """Where the conversation is. Exercise and part are None until one was named or recognised."""

    exercise: str | None = None
    part: str | None = None
    practice: Practice | None = None
    seed: int = 0
    """Seed of the next practice task."""
    settings: Settings = Settings()
    """What-if settings of the last computation, for "same with padding 1"."""
    asked: int | None = None
    """Index of the hint whose question is open, for the current exercise and part."""
    topic: str | None = None
    """The concept whose question is open; it was asked last, so it goes before the hint's."""
    offer: str | None = None
    """What "yes please" stands for: the text of the last reply's first button."""
    pending: Message | None = None
    """A request that still lacks its exercise or part."""
    last_act: Act | None = None
    last_answer: tuple[Tried, ...] = ()
    judged_under: Settings = Settings()
    """The what-if settings under which it was judged."""
    records: dict[str, Record] = Field(default_factory=dict)
    """By place: "1", "3b"; "1*" for practice tasks."""
    records_before: dict[str, Record] = Field(default_factory=dict)
    """The records before the last turn, which "sorry, I meant 3c" goes back to."""

    @property
    def place(self) -> str:
        """The key of `records` for where the conversation is."""
        return f"{self.exercise}*" if self.practice else f"{self.exercise}{self.part or ''}"

    @property
    def record(self) -> Record:
        """The record of where the conversation is."""
        return self.records.get(self.place, Record())

    def recorded(self, **changes: int | bool) -> State:
        """This state with the current place's record changed."""
        return self.model_copy(update={"records": {**self.records, self.place: self.record.model_copy(update=changes)}})

    def at(self, exercise: str | None, part: str | None) -> State:
        """This state moved to an exercise and part; what belongs to the old place stays behind."""
        if (exercise, part) == (self.exercise, self.part):
            return self
        practice = self.practice if exercise == self.exercise else None
        return self.model_copy(
            update={
                "exercise": exercise,
                "part": part,
                "practice": practice,
                "asked": None,
                "topic": None,
                "last_answer": (),
            }
        )
