"""Turns of the tables in any order: whatever came before, there is a reply, and the conversation can be kept."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.dialogue import respond
from tutor.render import markdown
from tutor.sheets.sheet import load
from tutor.state import State

HERE = Path(__file__).parent
SHEET = load()


def _turns() -> list[str]:
    lines = [line for table in HERE.glob("turns/*.txt") for line in table.read_text(encoding="utf-8").splitlines()]
    rows = [line.rpartition(" => ")[0].split(" | ") for line in lines if " => " in line and not line.startswith("#")]
    written = [row for file in HERE.glob("personas/open/*.jsonl") for row in file.read_text("utf-8").splitlines()]
    rows += [json.loads(row)["turns"] for row in written]
    return sorted({turn.replace("⏎", "\n") for row in rows for turn in row})


@given(st.lists(st.sampled_from(_turns()), min_size=2, max_size=5))
@settings(max_examples=400, deadline=None)
def test_turns_in_any_order_get_a_reply(turns):
    state = State()
    for turn in turns:
        reply, state = respond(turn, state, SHEET)
        assert markdown(reply).strip()
    assert State.model_validate_json(state.model_dump_json()).model_dump_json() == state.model_dump_json()
