"""A conversation so far: frozen, JSON-serialisable, the only memory of the tutor."""

from __future__ import annotations

from pydantic import Field

from tools.diagnosis import Claim
from tools.schema import Frozen, Tensor
from tools.settings import Settings
from tools.wish import PLAIN, Wish
from tutor.reading.message import Act, Message


class Record(Frozen):
    """What one exercise or part has seen: hints shown, wrong tries, right steps, and how it ended."""

    hints: int = 0
    tries: int = 0
    solved: bool = False
    solution_seen: bool = False
    told: int = 0
    """How often it was said what is wrong with an answer here, by a verdict or on "why?"; each time says more."""


class Practice(Frozen):
    """A practice task under way, in the family of `State.exercise`: like which part, and what was wished of it."""

    seed: int
    settings: Settings
    part: str | None = None
    wish: Wish = PLAIN


class Tried(Frozen):
    """A judged answer, kept so that "why?" can explain it."""

    value: Tensor
    name: str | None = None
    decimals: int | None = 0
    claim: Claim = "open"


class EntryAsked(Frozen):
    """An entry of a step that was asked for: the step's name, and its indices from 0; none for a count."""

    step: str
    at: tuple[int, ...] = ()
    apart: bool = True
    """Whether it tells slips apart, rather than being a small start."""


class WhatIf(Frozen):
    """A computation: where it was, and the settings that held in it."""

    exercise: str | None
    part: str | None
    settings: Settings


MAX_UNDONE = 8
"""How many computations "undo that" can take back."""


class State(Frozen):
    """Where the conversation is. Exercise and part are None until one was named or recognised."""

    exercise: str | None = None
    part: str | None = None
    practice: Practice | None = None
    seed: int = 0
    """Seed of the next practice task."""
    settings: Settings = Settings()
    """What-if settings of the last computation, for "same with padding 1"."""
    what_ifs: tuple[WhatIf, ...] = ()
    """The computations before it that it goes on from, for "undo that": the latest last."""
    asked: int | None = None
    """Index of the hint whose question is open, for the current exercise and part."""
    topic: str | None = None
    """The concept whose question is open; it was asked last, so it goes before the hint's."""
    entry: EntryAsked | None = None
    """The entry asked for, to tell slips apart or as a start; it was asked last, so it goes before both."""
    hints_in_a_row: int = 0
    """Hints given here one after another, with nothing tried in between."""
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

    def computed(self, settings: Settings, since: State, undone: bool = False) -> State:
        """This state after a computation with these settings, where `since` is the state before it; one that is
        `undone` is forgotten."""
        going_on = since.last_act is Act.COMPUTE or bool(since.settings.stated())
        origin = since if going_on else self.model_copy(update={"settings": Settings(), "what_ifs": ()})
        before = WhatIf(exercise=origin.exercise, part=origin.part, settings=origin.settings)
        past = origin.what_ifs if undone else (*origin.what_ifs, before)
        if past and past[-1].settings.to_json() == settings.to_json() and past[-1].part == self.part:
            past = past[:-1]
        return self.model_copy(update={"settings": settings, "what_ifs": past[-MAX_UNDONE:], "pending": None})

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
                "entry": None,
                "hints_in_a_row": 0,
                "last_answer": (),
            }
        )
