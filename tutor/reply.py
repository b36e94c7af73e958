"""What the tutor answers: structure, rendered once."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.content import Block
from tools.schema import Frozen, Json
from tools.settings import Settings
from tutor.reading.message import Act, Found, ReadError

Verdict = Literal["correct", "incorrect"]


class Button(Frozen):
    """A button is a message: pressing it sends `text`."""

    label: str
    text: str


class ToolCall(Frozen):
    """A tool that ran for this reply. `output` never holds a result the reply keeps back."""

    name: str
    input: dict[str, Json]
    output: Json


class Reply(Frozen):
    """One answer. Field meanings are the contract of `tutor ask --jsonl`."""

    act: Act
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    calls: tuple[ToolCall, ...] = ()
    exercise: str | None = None
    part: str | None = None
    verdict: Verdict | None = None
    mistakes: tuple[str, ...] = ()
    intermediate: str | None = None
    settings: Settings = Settings()
    result: Json = None
    found: tuple[Found, ...] = ()
    errors: tuple[ReadError, ...] = ()
    reading: dict[str, Json] = Field(default_factory=dict)
    """How the message was read: act, place, settings, and each array with the text it was read from."""
