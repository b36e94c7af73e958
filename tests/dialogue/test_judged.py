"""Answers handed in piece by piece, mended, or told entry by entry: each row of `judged.txt` plays its turns.

A row is `turn ;; turn => place verdict slips`: one of the slips must be named; "solved" means that the whole result
was there.
"""

from functools import cache
from pathlib import Path

import pytest

from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.sheets.sheet import Sheet, load
from tutor.state import State

_LINES = Path(__file__).with_name("judged.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line for line in _LINES if line and not line.startswith("#")]


@cache
def _sheet() -> Sheet:
    return load()


@pytest.mark.parametrize("row", ROWS)
def test_judged(row: str) -> None:
    turns, _, expected = row.rpartition(" => ")
    place, verdict, *slips = expected.split()
    reply, state = None, State()
    for turn in turns.split(" ;; "):
        reply, state = respond(turn.replace(r"\n", "\n"), state, _sheet())
    assert reply is not None
    got = reply_json(reply)
    assert (got["act"], f"{got['exercise'] or ''}{got['part'] or ''}", got["verdict"]) == ("check", place, verdict)
    if slips == ["solved"]:
        assert state.record.solved
    elif slips:
        assert not set(slips).isdisjoint(reply.mistakes)
