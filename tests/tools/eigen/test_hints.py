"""The ladder: never more than one entry of the result, questions whose answers are right."""

import re

import numpy as np
import pytest

from tools.content import number
from tools.eigen.family import FAMILY
from tools.settings import Settings
from tutor.render import block_markdown

KINDS = ["unit", "long", "oblique"]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def text_of(hint):
    question = hint.question
    return " ".join((*map(block_markdown, hint.blocks), question.text, question.confirm, question.nudge))


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(25))
def test_at_most_one_entry_of_the_result_is_told(draw, seed, kind, n):
    task = FAMILY.task(draw(seed, n, kind))
    told = {match for hint in task.hints for match in _NUMBER.findall(text_of(hint))}
    entries = {(number(entry, 4), f"{entry:.2f}") for entry in task.result.flat}
    assert len([entry for entry in entries if told.intersection(entry)]) <= 1
    assert len(entries) > 1


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_every_rung_asks_one_question(draw, kind, n):
    hints = FAMILY.task(draw(3, n, kind)).hints
    assert len(hints) >= 4
    for hint in hints:
        assert hint.question.text.count("?") == 1
        assert (hint.question.answer is None) == bool(hint.question.words)
        assert "!" not in text_of(hint)
    assert len({hint.title for hint in hints}) == len(hints)


def answers(settings):
    return [hint.question.answer for hint in FAMILY.task(settings).hints]


def test_answers_on_the_sheet():
    half = 0.5**0.5
    product, length, middle, column, first, trace = answers(
        Settings(eigenvalues=[1, 2], eigenvectors=[[half, half], [half, -half]])
    )
    assert (product, length, first, trace) == pytest.approx((0, 1, 1.5, 3))
    assert middle.tolist() == [[1, 0], [0, 2]]
    assert column == pytest.approx(np.array([2 * half, -2 * half]))


def test_answers_for_vectors_that_are_not_normalised():
    product, length, _, column, first, trace = answers(Settings(eigenvalues=[2, -3], eigenvectors=[[3, 4], [-4, 3]]))
    assert (product, length, first, trace) == pytest.approx((0, 5, 2 * 0.36 - 3 * 0.64, -1))
    assert column == pytest.approx(np.array([2.4, -1.8]))


def test_answers_for_vectors_that_are_not_perpendicular():
    task = FAMILY.task(Settings(eigenvalues=[2, 3], eigenvectors=[[1, 0], [1, 1]]))
    product, words, _, column, first, _ = (hint.question for hint in task.hints)
    assert product.answer == pytest.approx(1)
    assert "v^-1" in words.words
    assert "v^t" in words.wrong_words
    assert column.answer.tolist() == [3, 3]
    assert first.answer == pytest.approx(2)
