"""Repeated wrong tries and "why?": each says something else, and none gives the answer away."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from tools.content import number, pmatrix
from tutor.cli import reply_json
from tutor.dialogue import respond
from tutor.dialogue.answering import open_question
from tutor.dialogue.place import Place
from tutor.render import markdown
from tutor.sheets.sheet import load
from tutor.state import EntryAsked, State


@cache
def _sheet():
    return load()


def _slips():
    for exercise in load().exercises:
        for place in Place(exercise).choices:
            assert place.task is not None
            for prediction in place.task.predictions:
                if prediction.result.ndim in (0, 2):
                    yield pytest.param(
                        place.label, prediction.result, id=f"{place.label} {prediction.mistakes[0].name}"
                    )


SLIPS = list(_slips())


def _typed(value):
    rows = value.reshape(-1, value.shape[-1]) if value.ndim else value.reshape(1, 1)
    return " / ".join(" ".join(number(float(cell)) for cell in row) for row in rows)


def _helps(label, value, turns):
    """The replies to a wrong answer and the turns after it, without what was read back; "=" sends it once more."""
    answer, state, replies = f"{label}: {_typed(value)}", State(), []
    for turn in ("=", *turns):
        reply, state = respond(answer if turn == "=" else turn, state, _sheet())
        replies.append(reply)
    return replies


@pytest.mark.parametrize(("label", "value"), SLIPS)
@pytest.mark.parametrize("turns", [("=", "=", "=", "="), ("why?", "why?", "=", "why?")], ids=["tries", "whys"])
def test_no_two_replies_in_a_row_say_the_same_and_none_the_answer(label, value, turns):
    replies = _helps(label, value, turns)
    if replies[0].verdict != "incorrect":
        return  # right at the decimals typed, or read as another part's
    texts = [markdown(reply).partition("\n\n")[2] or markdown(reply) for reply in replies]
    assert all(one != other for one, other in pairwise(texts))
    assert len({reply.mistakes for reply in replies}) == 1
    exercise = _sheet().exercise(label[0])
    result = exercise.tasks[label[1:] or None].result
    if result.size > 1:
        assert not any(pmatrix(result, 2) in text for text in texts)
    else:
        assert not any(f"{int(result):,}" in text.replace("{,}", ",") for text in texts)


def _json(*turns):
    state, reply = State(), None
    for turn in turns:
        reply, state = respond(turn, state, _sheet())
    return reply_json(reply)


def test_the_question_between_slips_is_answered_by_each_of_them():
    tied = ("1: 1.5 0.5 / 0.5 1.5", "why?")
    asked = _json(*tied)
    assert asked["mistakes"] == ["swapped_eigenvalues", "sign_slip"]
    assert asked["text"].endswith(r"What stands top left in your $\Lambda$?")
    for answer, verdict, slip in (("2", "incorrect", "swapped_eigenvalues"), ("1", "correct", "sign_slip")):
        told = _json(*tied, answer)
        assert (told["verdict"], told["mistakes"], told["intermediate"]) == (verdict, [slip], "Lambda")


def test_a_sum_written_out_belongs_to_the_first_wrong_entry():
    result = _sheet().exercise("4").tasks[None].result
    for i, j in np.ndindex(*result.shape):
        wrong = np.round(result, 2)
        wrong[i, j] += 0.5
        assert f"Entry ({i + 1}, {j + 1}) of $C$ is made like this" in markdown(_helps("4", wrong, ("=", "="))[-1])


@pytest.mark.parametrize("entry", [EntryAsked(step="padded", at=(0, 0)), EntryAsked(step="Lambda", at=(2, 2))])
def test_an_entry_of_other_numbers_is_no_question_here(entry):
    state = State(exercise="1", entry=entry)
    assert open_question(state, _sheet().exercise("1").tasks[None]) is None
    reply, _ = respond("2", state, _sheet())
    assert reply.exercise in ("1", "2")
