"""One message that hands in for several places: "3a: … and 3b: …"."""

from __future__ import annotations

from itertools import groupby

from tools.content import Block, Prose
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.check import check
from tutor.dialogue.request import request_of
from tutor.reading.message import Message
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet
from tutor.state import State


def by_place(message: Message) -> tuple[Message, ...]:
    """The message once for each place it names before its arrays; arrays before the first place go with it."""
    groups: list[Message] = []
    for place, found in groupby(message.found, key=lambda one: one.place):
        if place is None and groups:
            groups[-1] = groups[-1].model_copy(update={"found": (*groups[-1].found, *found)})
        else:
            groups.append(message.model_copy(update={"found": tuple(found), "reference": place or message.reference}))
    return tuple(groups)


def check_each(messages: tuple[Message, ...], state: State, sheet: Sheet) -> Turn:
    """Each place judged by itself, in order. The verdict is "correct" only if all are, and then of the whole
    exercise where every part is there; the first that is wrong is the place of the reply and of what follows."""
    turns: list[Turn] = []
    for message in messages:
        turns.append(check(request_of(message, state, sheet), state, sheet))
        state = turns[-1][1]
    reply = next((reply for reply, _ in turns if reply.verdict != "correct"), turns[-1][0])
    exercise = sheet.exercise(reply.exercise)
    whole = exercise is not None and {one.part for one, _ in turns} == {part.label for part in exercise.parts}
    after = state.at(reply.exercise, reply.part)
    kept = next(after_one for one, after_one in turns if one is reply)
    return reply.model_copy(
        update={
            "part": None if whole and reply.verdict == "correct" else reply.part,
            "blocks": tuple(block for one, _ in turns for block in _titled(one)),
            "calls": tuple(call for one, _ in turns for call in one.calls),
            "found": tuple(found for one, _ in turns for found in one.found),
            "mistakes": tuple(dict.fromkeys(name for one, _ in turns for name in one.mistakes)),
        }
    ), after.model_copy(update={"last_answer": kept.last_answer, "pending": kept.pending, "entry": kept.entry})


def _titled(reply: Reply) -> tuple[Block, ...]:
    """What is said of one place, under its label."""
    label = (Prose(text=f"**{reply.exercise}{reply.part or ''}**"),) if reply.exercise else ()
    return (*label, *reply.blocks)
