"""The conversation: `respond(text, state, sheet) -> (Reply, State)`, pure. One file for each act."""

from __future__ import annotations

from collections.abc import Callable

from tools.content import Prose
from tools.settings import Settings
from tutor.dialogue.acting import PLACELESS
from tutor.dialogue.answering import asks_yes_or_no
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.check import check
from tutor.dialogue.check_code import check_code
from tutor.dialogue.compute import compute
from tutor.dialogue.explain import explain
from tutor.dialogue.hint import hint
from tutor.dialogue.practise import practise
from tutor.dialogue.request import Request, request_of
from tutor.dialogue.several import by_place, check_each
from tutor.dialogue.show import solution, statement
from tutor.dialogue.talk import greet, help_, progress, unknown, welcome
from tutor.dialogue.understood import understood
from tutor.reading.message import Act, Move, ReadError
from tutor.reading.reader import message_of
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet
from tutor.state import State

__all__ = ["MAX_CHARACTERS", "respond", "welcome"]

MAX_CHARACTERS = 100_000
"""Longest message that is read."""

OF_THE_SHEET = (Act.STATEMENT, Act.HINT, Act.SOLUTION, Act.PRACTICE)
"""Acts that leave a what-if behind."""
_ACTS: dict[Act, Callable[[Request, State, Sheet], Turn]] = {
    Act.STATEMENT: statement,
    Act.HINT: hint,
    Act.SOLUTION: solution,
    Act.CHECK: check,
    Act.COMPUTE: compute,
    Act.EXPLAIN: explain,
    Act.PRACTICE: practise,
    Act.PROGRESS: progress,
    Act.HELP: help_,
    Act.GREET: greet,
    Act.UNKNOWN: unknown,
}


def too_long(length: int, state: State) -> Turn:
    """The refusal of a message that is longer than anything this sheet needs."""
    message = (
        f"That message has {length:,} characters; I read up to {MAX_CHARACTERS:,}. "
        "The matrices of this sheet fit in a few lines: send only those."
    )
    error = ReadError(kind="too_large", message=message, span=(0, length))
    reply = Reply(
        act=Act.CHECK, exercise=state.exercise, part=state.part, blocks=(Prose(text=message),), errors=(error,)
    )
    return reply, state


def respond(text: str, state: State, sheet: Sheet) -> Turn:
    """The reply to a message, and the conversation after it. Same text and state, same reply; raises nothing a
    student could cause."""
    if len(text) > MAX_CHARACTERS:
        return too_long(len(text), state)
    message = message_of(text)
    request = request_of(message, state, sheet)
    agrees = message.move is Move.YES and message.act is None and not asks_yes_or_no(state, sheet)
    if agrees and state.offer is not None:
        return respond(state.offer, state.model_copy(update={"offer": None}), sheet)
    if message.move is Move.CORRECT and request.named:
        state = state.model_copy(update={"records": state.records_before})
    if state.practice is not None and request.place is not None and request.place.practice is None:
        state = state.model_copy(update={"practice": None, "asked": None, "entry": None, "last_answer": ()})
    act = check_code if message.code is not None else _ACTS[request.act]
    parts = by_place(message) if request.act is Act.CHECK else ()
    if len(parts) > 1:
        reply, after = check_each(parts, state, sheet)
    else:
        reply, after = act(request, state, sheet)
    reply = reply.model_copy(update={"reading": understood(message, reply)})
    if request.act in PLACELESS:
        return reply, after
    offer = reply.buttons[0].text if reply.buttons else None
    kept: dict[str, object] = {"last_act": request.act, "offer": offer, "records_before": state.records}
    kept["hints_in_a_row"] = after.hints_in_a_row + 1 if request.act is Act.HINT else 0
    if request.act not in (Act.EXPLAIN, Act.CHECK):
        kept["topic"] = None
    if request.act not in (Act.EXPLAIN, Act.CHECK, Act.HINT):
        kept["entry"] = None
    if request.act in OF_THE_SHEET:
        kept["settings"] = Settings()
    return reply, after.model_copy(update=kept)
