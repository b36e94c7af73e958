"""Every hint's question can be answered: the right answer is confirmed, a wrong one is met with the nudge."""

from functools import cache

import numpy as np
import pytest

from tools.content import number
from tutor.dialogue import respond
from tutor.dialogue.place import Place, place_at
from tutor.render import markdown
from tutor.sheets.sheet import load
from tutor.state import State


@cache
def _sheet():
    return load()


PLACES = [place.label for exercise in load().exercises for place in Place(exercise).choices]


def _typed(value):
    """The way a student types it: numbers, rows apart by slashes."""
    rows = value.reshape(-1, value.shape[-1]) if value.ndim else value.reshape(1, 1)
    return " / ".join(" ".join(number(float(cell), 6) for cell in row) for row in rows)


def _asked(label, rung):
    """The conversation after hint number `rung` (from 0), as if one were tried in between, and its question."""
    state = State()
    for _ in range(rung + 1):
        _, state = respond(f"hint {label}", state.model_copy(update={"hints_in_a_row": 0}), _sheet())
    exercise = _sheet().exercise(label[0])
    assert exercise is not None
    return exercise.tasks[label[1:] or None].hints[rung].question, state


def _rungs():
    for label in PLACES:
        exercise = _sheet().exercise(label[0])
        assert exercise is not None
        for rung in range(len(exercise.tasks[label[1:] or None].hints)):
            yield label, rung


@pytest.mark.parametrize(("label", "rung"), list(_rungs()))
def test_the_right_answer_is_confirmed(label, rung):
    question, state = _asked(label, rung)
    text = question.words[0] if question.answer is None else _typed(question.answer)
    reply, after = respond(text, state, _sheet())
    assert reply.act == "check"
    assert reply.verdict == "correct", (question.text, text, markdown(reply))
    assert (reply.exercise, reply.part) == (label[0], label[1:] or None)
    assert after.asked is None


@pytest.mark.parametrize(("label", "rung"), list(_rungs()))
def test_a_wrong_answer_is_nudged_and_the_question_stays_open(label, rung):
    question, state = _asked(label, rung)
    if question.answer is None:
        if not question.wrong_words:
            return
        text = question.wrong_words[0]
    else:
        text = _typed(np.asarray(question.answer * 3 + 7))
    reply, _ = respond(text, state, _sheet())
    assert reply.act == "check"
    assert reply.verdict == "incorrect", (question.text, text, markdown(reply))


@pytest.mark.parametrize("label", PLACES)
def test_the_ladder_has_at_least_four_rungs_and_then_offers_the_solution(label):
    state, seen = State(), []
    for _ in range(12):
        reply, state = respond(f"hint {label}", state, _sheet())
        seen.append(markdown(reply))
    assert len(set(seen)) >= 4
    assert any("last hint" in text for text in seen)
    assert f"solution {label}" in [button.text for button in reply.buttons]


@pytest.mark.parametrize("label", PLACES)
def test_the_third_hint_in_a_row_asks_for_one_number(label):
    state = State()
    for _ in range(3):
        reply, state = respond(f"hint {label}", state, _sheet())
    assert "Hint 3" in markdown(reply)
    assert "One number is enough for a start" in markdown(reply)
    assert state.entry is not None
    place = place_at(_sheet().exercise(label[0]), label[1:] or None, state)
    step = next(step for step in place.task.steps if step.name == state.entry.step)
    right, after = respond(number(float(step.value[state.entry.at]), 6), state, _sheet())
    assert right.verdict == "correct"
    assert after.entry is None
    wrong, after = respond(number(float(step.value[state.entry.at]) * 3 + 7, 6), state, _sheet())
    assert wrong.verdict == "incorrect"
    assert after.entry == state.entry
    following, _ = respond("hint", state, _sheet())
    assert "Hint 4" in markdown(following)
