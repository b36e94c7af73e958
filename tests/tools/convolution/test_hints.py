"""The ladder: long enough, answerable, and it gives at most one entry of the result away."""

import re

import numpy as np
import pytest

from tools.content import Formula, MatrixBlock, Prose, number
from tools.convolution.family import FAMILY
from tools.settings import Settings

SEEDS = range(25)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def texts(hint):
    """Everything a student can see of a hint."""
    yield hint.title
    for block in hint.blocks:
        match block:
            case Prose():
                yield block.text
            case Formula():
                yield block.latex
            case MatrixBlock():
                yield " ".join(number(float(entry), block.decimals) for entry in block.value.flat)
    yield from (hint.question.text, hint.question.confirm, hint.question.nudge)


def written(entry):
    """How an entry may be written: with four decimals or two, as long as that still tells it from sizes and counts."""
    return {text for decimals in (4, 2) if "." in (text := number(float(entry), decimals))}


def given_away(task):
    """Entries of the result that stand somewhere in the ladder."""
    said = {found for hint in task.hints for text in texts(hint) for found in _NUMBER.findall(text)}
    return [entry for entry in task.result.flat if written(entry) & said]


def test_at_most_one_entry_of_the_result_appears(make):
    for seed in SEEDS:
        task = make(seed)
        shown = given_away(task)
        many = task.geometry.output_size != (1, 1)
        assert shown == [task.result.flat[0]] * many


def test_every_hint_asks_one_question_that_can_be_judged(make):
    task = make(0)
    assert len(task.hints) >= 4
    for hint in task.hints:
        assert hint.question.text.count("?") == 1
        assert hint.question.answer is not None
        assert hint.question.answer.size <= 64


def test_the_answers_are_the_steps(make):
    """Windows and products that the ladder asks for come from the calculation, seen by an independent loop."""
    task = make(1)
    by_title = {hint.title: hint.question.answer for hint in task.hints}
    top, left, bottom, right = task.geometry.padding
    X = task.convolution.input
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right)))
    (h, w), (down, across) = task.geometry.kernel_size, task.geometry.dilation
    window = np.array([[padded[0, i * down, j * across] for j in range(w)] for i in range(h)])
    asked = by_title["The first window"]
    np.testing.assert_array_equal(asked, window[: len(asked)])
    np.testing.assert_allclose(by_title["The products"], (window * task.convolution.weight[0, 0])[: len(asked)])
    assert by_title["The size of the output"].tolist() == list(task.result.shape[-2:])
    assert by_title["What the kernel does"] == h * w * len(X)
    if "The border" in by_title:
        assert by_title["The border"].tolist() == list(padded.shape[1:])
    if "The last window" in by_title:
        first_map = task.result if task.result.ndim == 2 else task.result[0]
        assert by_title["The last window"] == first_map[-1, -1]


SIZES = [
    # input, kernel, choices
    (224, 11, {"stride": 4, "padding": 2}),
    ((32, 20), (5, 3), {"dilation": 2}),
    (4, 2, {}),
]


@pytest.mark.parametrize(("input_size", "kernel_size", "choices"), SIZES)
def test_the_ladder_for_sizes_leads_to_the_rows(input_size, kernel_size, choices):
    task = FAMILY.task(Settings(input_size=input_size, kernel_size=kernel_size, **choices))
    span, grid, room, moves = (float(hint.question.answer) for hint in task.hints)
    assert room == grid - span
    assert moves + 1 == task.result[0]
    assert not any(re.search(rf"= {task.result[0]:.0f}\b", text) for hint in task.hints for text in texts(hint))
