"""Golden dialogues: the last reply as expected, and the invariants every reply keeps."""

import json
from functools import cache
from pathlib import Path

import pytest

from tools.content import pmatrix
from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.render import markdown
from tutor.sheets.sheet import load
from tutor.state import State

ROWS = [json.loads(line) for line in Path(__file__).with_name("golden.jsonl").read_text().splitlines()]


@cache
def _sheet():
    return load()


def _play(turns):
    state, reply = State(), None
    for text in turns:
        reply, state = respond(text, state, _sheet())
    return reply, state


@pytest.mark.parametrize("row", ROWS, ids=[" | ".join(row["turns"])[:60] for row in ROWS])
def test_reply(row):
    reply, _ = _play(row["turns"])
    got = reply_json(reply)
    for field in ("act", "exercise", "part", "verdict", "intermediate"):
        assert got[field] == row.get(field), f"{field} in {got['text']}"
    for name in row.get("mistakes", ()):
        assert name in got["mistakes"]
    for name, value in row.get("settings", {}).items():
        assert got["settings"][name] == value
    for text in row.get("says", ()):
        assert text in got["text"]
    assert set(row.get("buttons", ())) <= set(got["buttons"])
    assert [error["kind"] for error in got["errors"]] == row.get("errors", [])
    if "result" in row:
        assert got["result"] == row["result"]


@pytest.mark.parametrize("row", ROWS, ids=[" | ".join(row["turns"])[:60] for row in ROWS])
def test_a_reply_is_a_function_of_text_and_state(row):
    """The state survives JSON, and the same text in the same state gives the same reply."""
    state = State()
    for text in row["turns"]:
        stored = State.model_validate_json(state.model_dump_json())
        reply, after = respond(text, state, _sheet())
        again, after_again = respond(text, stored, _sheet())
        assert reply_json(again) == reply_json(reply)
        assert after_again.model_dump_json() == after.model_dump_json()
        state = after


@pytest.mark.parametrize("row", ROWS, ids=[" | ".join(row["turns"])[:60] for row in ROWS])
def test_every_button_is_understood(row):
    reply, state = _play(row["turns"])
    for button in reply.buttons:
        pressed, _ = respond(button.text, state, _sheet())
        assert pressed.act.value != "unknown", button.text


@pytest.mark.parametrize("row", [row for row in ROWS if row["act"] in ("hint", "check", "explain")])
def test_only_a_solution_prints_the_result(row):
    """Hints, verdicts and explanations never typeset the result, unless the student's own right answer is read back."""
    reply, state = _play(row["turns"])
    exercise = _sheet().exercise(reply.exercise)
    if exercise is None or reply.verdict == "correct" or state.practice:
        return
    for task in exercise.tasks.values():
        if task.result.size > 1:
            sent = (*reply.found, *state.last_answer)
            own = any(found.value.shape == task.result.shape and (found.value == task.result).all() for found in sent)
            assert own or pmatrix(task.result, 2) not in markdown(reply)
