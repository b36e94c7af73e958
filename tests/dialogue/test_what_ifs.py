"""What-ifs over several turns: settings that stay, settings that go, and answers judged under them.

The rows are data; how they are written stands at the head of `what_ifs.txt`.
"""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tools.schema import Json
from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet, load
from tutor.state import State


@dataclass(frozen=True)
class Row:
    turns: tuple[str, ...]
    act: str
    place: str
    verdict: str | None
    mistakes: tuple[str, ...]
    settings: dict[str, Json] = field(hash=False)
    gone: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


def _row(line: str) -> Row:
    talk, _, said = line.rpartition(" => ")
    turns = tuple(turn.strip().replace("⏎", "\n") for turn in talk.split(" | "))
    lexer = shlex.shlex(said, posix=False)
    lexer.whitespace_split = True
    act, place, *rest = lexer
    plain = [one for one in rest if one.isidentifier()]
    verdict = plain.pop(0) if act == "check" else None
    return Row(
        turns,
        act,
        place,
        verdict,
        tuple(plain),
        {
            name: json.loads(value)
            for name, _, value in (one.partition("=") for one in rest if one[0].isalpha())
            if value
        },
        tuple(one[1:] for one in rest if one.startswith("!")),
        tuple(one[1:-1] for one in rest if one.startswith('"')),
    )


_LINES = Path(__file__).with_name("what_ifs.txt").read_text(encoding="utf-8").splitlines()
ROWS = [_row(line) for line in _LINES if line and not line.startswith("#")]


@cache
def _sheet() -> Sheet:
    return load()


def _last(turns: tuple[str, ...]) -> Reply:
    state, reply = State(), None
    for text in turns:
        reply, state = respond(text, state, _sheet())
    assert reply is not None
    return reply


@pytest.mark.parametrize("row", ROWS, ids=[" | ".join(row.turns)[:80] for row in ROWS])
def test_settings_are_carried_changed_and_dropped(row: Row) -> None:
    got = reply_json(_last(row.turns))
    assert got["act"] == row.act, got["text"]
    assert f"{got['exercise']}{got['part'] or ''}" == row.place
    assert got["verdict"] == row.verdict, got["text"]
    assert set(row.mistakes) <= set(got["mistakes"])
    for name, value in row.settings.items():
        assert got["settings"].get(name) == value
    for name in row.gone:
        assert name not in got["settings"]
    for words in row.says:
        assert words in got["text"]
