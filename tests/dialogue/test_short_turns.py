"""Short turns in conversation, and turns of students who write code: each row of `short_turns.txt` and
`code_turns.txt` plays its turns and tells what the last reply is.

A row is `turn > turn => act place verdict`, the place as a student writes it; a verdict may be the name of a mistake.
"""

from functools import cache
from pathlib import Path

import pytest

from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.sheets.sheet import Sheet, load
from tutor.state import State

_HERE = Path(__file__)
_LINES = [
    line
    for name in ("short_turns.txt", "code_turns.txt")
    for line in _HERE.with_name(name).read_text(encoding="utf-8").splitlines()
]
ROWS = [line for line in _LINES if " => " in line]


@cache
def _sheet() -> Sheet:
    return load()


@pytest.mark.parametrize("row", ROWS)
def test_short_turn(row: str) -> None:
    turns, _, expected = row.rpartition(" => ")
    said = expected.split()
    act, place, verdict = said[0], "".join(said[1:2]), "".join(said[2:])
    reply, state = None, State()
    for turn in turns.split(" > "):
        reply, state = respond(turn.replace(r"\n", "\n"), state, _sheet())
    assert reply is not None
    got = reply_json(reply)
    assert got["act"] == act
    assert f"{got['exercise'] or ''}{got['part'] or ''}" == place
    assert not verdict or verdict in [reply.verdict, *reply.mistakes]
