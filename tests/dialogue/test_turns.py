"""Conversations in one line each: the rows of `turns/*.txt` play their turns and tell what the last reply is.

A row is `turn | turn => act place verdict slips settings words`, `⏎` being a new line. All but the act and the place
(as a student writes it, nothing where there is none) may be left out: `one_cell/digit_swap` names one of these slips,
`solved` the whole result, `stride=3` a setting of the reply, `!stride` one that it must not have, `"no scaling"` words.
"""

from __future__ import annotations

import json
import shlex
from functools import cache
from pathlib import Path

import pytest

from tools.schema import Json
from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.reading.message import Act
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet, load
from tutor.state import State

ROWS = [
    pytest.param(*line.rpartition(" => ")[::2], id=f"{path.stem}: {line}"[:100])
    for path in sorted(Path(__file__).with_name("turns").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]
VERDICTS = ("correct", "incorrect")


@cache
def _sheet() -> Sheet:
    return load()


def _words(expected: str) -> list[str]:
    lexer = shlex.shlex(expected, posix=False)
    lexer.whitespace_split = True
    return list(lexer)


def _play(turns: str) -> tuple[Reply, State]:
    reply, state = None, State()
    for turn in turns.split(" | "):
        reply, state = respond(turn.replace("⏎", "\n"), state, _sheet())
    assert reply is not None
    return reply, state


def _is_place(word: str) -> bool:
    return word[0] in "1234" and len(word) <= 2


@pytest.mark.parametrize(("turns", "expected"), ROWS)
def test_turns(turns: str, expected: str) -> None:
    reply, state = _play(turns)
    got = reply_json(reply)
    act, *rest = _words(expected)
    assert got["act"] == Act(act), got["text"]
    place = rest.pop(0) if rest and _is_place(rest[0]) else ""
    assert f"{got['exercise'] or ''}{got['part'] or ''}" == place
    for word in rest:
        _assert_told(word, reply, state, got)


def _assert_told(word: str, reply: Reply, state: State, got: dict[str, Json]) -> None:
    """One thing that the row tells of the reply."""
    settings = got["settings"]
    assert isinstance(settings, dict)
    name, told, value = word.partition("=")
    if word in VERDICTS:
        assert reply.verdict == word, got["text"]
    elif word == "solved":
        assert state.record.solved
    elif word.startswith('"'):
        assert word[1:-1] in reply_text(got)
    elif word.startswith("!"):
        assert word[1:] not in settings
    elif told:
        assert settings.get(name) == json.loads(value)
    else:
        assert not set(word.split("/")).isdisjoint(reply.mistakes)


def reply_text(got: dict[str, Json]) -> str:
    """The reply as the student reads it."""
    return str(got["text"])
