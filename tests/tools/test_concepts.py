"""Every concept of every family: short, one formula, ends with one question, in the voice of the tutor."""

import re

import numpy as np
import pytest

from tools.catalog import FAMILIES
from tools.concept import MAX_WORDS
from tools.content import Formula, Prose
from tools.settings import Settings
from tutor.render import block_markdown

X = [[1, 0, 1, -1], [1, 0, 1, 0], [0, 3, 0, 1], [1, -1, 0, 1]]
TASKS = {
    "eigen": (
        Settings(eigenvalues=[1, 2], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]]),
        Settings(eigenvalues=[-1, 4], eigenvectors=[[1, 2], [3, 1]]),
        Settings(eigenvalues=[5], eigenvectors=[[2]]),
        Settings(eigenvalues=np.arange(1.0, 9.0), eigenvectors=np.eye(8)),
    ),
    "parameters": (
        Settings(model="alexnet"),
        Settings(model="alexnet", layer="classifier"),
        Settings(model="resnet18"),
        Settings(layers=({"type": "Linear", "in_features": 3, "out_features": 2, "bias": False},)),
        Settings(layers=({"type": "ReLU"},)),
    ),
    "convolution": (
        *(Settings(input=X, kernel=[[1, 2], [0, 1]], stride=s, padding=p) for s, p in ((1, 0), (2, 0), (2, 1))),
        Settings(input_size=(50, 60), kernel_size=(3, 4), stride=(2, 3), padding="valid"),
        Settings(input=np.ones((2, 5, 5)), kernel=np.ones((3, 2, 2, 2)), dilation=2, bias=[1, 2, 3]),
    ),
    "attention": (
        Settings(Q=[[1, 3], [0, 1]], K=[[1, 1], [1, 2], [0, 1]], V=[[1, 0, -2], [2, 1, 2], [0, 3, -1]]),
        Settings(Q=[[1.0]], K=[[2.0]], V=[[3.0]], is_causal=True),
        Settings(Q=[[1, 2]], K=[[1, 1], [0, 1]], V=[[1], [2]], scale="none", softmax="none"),
        Settings(Q=[[1, 2]], K=[[1, 1], [0, 1]], V=[[1], [2]], attn_mask=[[False, False]]),
    ),
}
ROWS = [(family, topic, settings) for family in FAMILIES for topic in family.topics for settings in TASKS[family.name]]


@pytest.mark.parametrize(("family", "topic", "settings"), ROWS, ids=[f"{f.name}-{t}" for f, t, _ in ROWS])
def test_a_concept_is_short_and_asks_one_question(family, topic, settings):
    blocks = family.explain(topic, family.task(settings))
    words = " ".join(block.text for block in blocks if isinstance(block, Prose))
    assert len(re.sub(r"\$[^$]*\$", "x", words).split()) <= MAX_WORDS
    assert [isinstance(block, Formula) for block in blocks].count(True) == 1
    assert blocks[-1].text.endswith("?")
    assert words.count("?") == 1
    text = "\n".join(map(block_markdown, blocks))
    assert text.count("$") % 2 == 0
    assert text.count("{") == text.count("}")
    assert not re.search(r"!(?!=)|\b(?:simply|just|easy|sorry|nan|inf)\b|\\\(|\\\[|\w:\w", text)


@pytest.mark.parametrize(("family", "topic", "settings"), ROWS, ids=[f"{f.name}-{t}" for f, t, _ in ROWS])
def test_its_question_has_one_number_as_answer_and_does_not_tell_it(family, topic, settings):
    question = family.concept(topic, family.task(settings)).question
    assert question.answer is not None
    assert question.answer.shape == ()
    assert np.isfinite(question.answer)
    assert question.text.endswith("?")


def test_a_concept_speaks_of_the_task_at_hand():
    for family in FAMILIES:
        tasks = [family.task(settings) for settings in TASKS[family.name]]
        told = {topic: {str(family.explain(topic, task)) for task in tasks} for topic in family.topics}
        assert sum(len(texts) > 1 for texts in told.values()) > 0.8 * len(told)
