"""The ladder: never more than one entry of the result, questions whose answers are right."""

import re

import numpy as np
import pytest

from tools.attention.family import FAMILY
from tools.content import number
from tools.settings import Settings
from tutor.render import block_markdown

VARIANTS = {
    "plain": Settings(),
    "causal": Settings(is_causal=True),
    "masked": Settings(attn_mask=((True, False, True), (True, True, False))),
    "row masked": Settings(attn_mask=((True, True, True), (False, False, False))),
    "added": Settings(attn_mask=[[0.5, 0, -1], [0, 0, 1]]),
    "unscaled": Settings(scale="none"),
    "other scale": Settings(scale=0.3),
    "columns": Settings(softmax="columns"),
    "no softmax": Settings(softmax="none"),
}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def text_of(hint):
    question = hint.question
    return " ".join((*map(block_markdown, hint.blocks), question.text, question.confirm, question.nudge))


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("seed", range(15))
def test_at_most_one_entry_of_the_result_is_told(draw, seed, variant):
    task = FAMILY.task(draw(seed).updated(variant))
    told = {match for hint in task.hints for match in _NUMBER.findall(text_of(hint))}
    entries = {(number(entry, 4), f"{entry:.2f}") for entry in task.result.flat if entry}
    assert len(entries) >= 4
    assert len([entry for entry in entries if told.intersection(entry)]) <= 1


@pytest.mark.parametrize("heads", [(), (2,)])
@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_every_rung_asks_one_question(draw, variant, heads):
    hints = FAMILY.task(draw(3, heads=heads).updated(variant)).hints
    assert len(hints) >= 4
    for hint in hints:
        assert hint.question.text.count("?") == 1
        assert (hint.question.answer is None) == bool(hint.question.words)
        assert "!" not in text_of(hint)
    assert len({hint.title for hint in hints}) == len(hints)


def answers(settings):
    return [float(hint.question.answer) for hint in FAMILY.task(settings).hints]


def test_answers_on_the_sheet(sheet):
    assert answers(sheet) == pytest.approx([3, 2, 4, 4 / 2**0.5, 0.1016755, 1.7980585])


def test_answers_with_a_mask(sheet):
    masked = sheet.updated(Settings(attn_mask=((False, True, True), (True, True, True))))
    assert answers(masked)[4] == 2
    assert answers(sheet.updated(Settings(is_causal=True)))[4] == 1


def test_answers_without_scale_or_softmax(sheet):
    unscaled = answers(sheet.updated(Settings(scale="none")))
    powers = np.exp([4, 7, 3])
    assert unscaled[:3] == [3, 3, 4]
    assert unscaled[3] == pytest.approx(powers[0] / powers.sum())
    assert answers(sheet.updated(Settings(softmax="none")))[4] == pytest.approx(14 / 2**0.5)


def test_a_single_entry_is_not_told():
    hints = FAMILY.task(Settings(Q=[[1, 2]], K=[[1, 0], [0, 1]], V=[[3], [5]])).hints
    last = hints[-1].question
    assert last.answer is None
    assert "v" in last.words
