"""Each reply can tell how the message was read."""

import pytest

from tutor.dialogue import respond
from tutor.sheets.sheet import load
from tutor.state import State

SHEET = load()


def _reading(*turns):
    state, reply = State(), None
    for text in turns:
        reply, state = respond(text, state, SHEET)
    return reply.reading


def test_the_act_the_place_and_the_settings():
    assert _reading("3b with stride 3") == {
        "act": "compute",
        "exercise": "3b",
        "settings": {"stride": 3},
        "topic": "stride",
    }


def test_each_array_with_the_text_it_was_read_from():
    text = "for 3b I get Y = [[1, -1], [5, 3]], right?"
    read = _reading(text)
    (array,) = read["arrays"]
    assert array["name"] == "Y"
    assert array["value"] == [[1, -1], [5, 3]]
    assert text[slice(*array["span"])] == array["text"] == "[[1, -1], [5, 3]]"


def test_what_could_not_be_read_is_quoted():
    (problem,) = _reading("3b", "[[1, x], [5, 3]]")["unreadable"]
    assert problem["kind"] == "non_numeric"
    assert problem["text"] == "[[1, x], [5, 3]]"


def test_long_arrays_are_quoted_in_part():
    row = ", ".join(["1.25"] * 60)
    (array,) = _reading(f"[{row}]")["arrays"]
    assert "…" in array["text"]
    assert len(array["text"]) < 140


@pytest.mark.parametrize("text", ["hi", "help", "what is the capital of France", "hint 3c", "my progress"])
def test_every_reply_says_its_act(text):
    reply, _ = respond(text, State(), SHEET)
    assert reply.reading["act"] == reply.act.value
