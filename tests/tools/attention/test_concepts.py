"""The numbers that explanations of attention show and ask for, worked out again with PyTorch."""

import numpy as np
import pytest
import torch

from tools.attention.family import FAMILY
from tools.content import number
from tutor.render import block_markdown


class Oracle:
    """The exercise in PyTorch, on the first query."""

    def __init__(self, settings):
        self.Q, self.K, self.V = (
            torch.tensor(np.array(m), dtype=torch.float64) for m in (settings.Q, settings.K, settings.V)
        )
        self.S = self.Q @ self.K.T
        self.d_k = self.K.shape[1]
        self.W = torch.softmax(self.S / self.d_k**0.5, dim=-1)
        self.m, self.n, self.d_v = len(self.Q), len(self.K), self.V.shape[1]

    def largest(self, factor):
        return torch.softmax(self.S[0] * factor, dim=-1).max()


ROWS = [
    # topic, the answer of its question, numbers that it shows
    ("attention", lambda o: o.m * o.n, lambda o: (o.m, o.n)),
    ("attention_name", lambda o: 1 - o.W[0].max(), lambda o: (o.W[0].max(), o.W[0].argmax() + 1)),
    ("query_key_value", lambda o: o.d_v, lambda o: (*o.Q[0], *o.K[0], *o.V[0])),
    ("scores", lambda o: o.S[-1, -1], lambda o: (*o.Q[0], *o.K[0], o.S[0, 0])),
    ("scores_and_weights", lambda o: o.W.sum(), lambda o: (o.S[0, 0], o.W[0, 0], o.S[0].sum())),
    ("transpose_key", lambda o: o.K.T[0, -1], lambda o: (o.m, o.d_k, o.n)),
    ("transpose", lambda o: o.K.T[0, -1], lambda o: (o.m, o.d_k, o.n)),
    ("d_k", lambda o: 64**0.5, lambda o: (o.d_k, o.d_k**0.5, o.n, o.d_v)),
    ("scaling", lambda o: o.S[0, 0] / o.d_k**0.5, lambda o: (o.largest(1), o.largest(o.d_k**-0.5), o.d_k**0.5)),
    ("root_against_d_k", lambda o: 1 / o.d_k, lambda o: (o.largest(o.d_k**-0.5), o.largest(1 / o.d_k))),
    ("scale_before_softmax", lambda o: (torch.softmax(o.S, -1) / o.d_k**0.5)[0].sum(), lambda o: (o.d_k**0.5,)),
    ("softmax", lambda o: torch.softmax(torch.zeros(o.n), -1)[0], lambda o: tuple(o.S[0] / o.d_k**0.5)),
    ("softmax_axis", lambda o: o.m, lambda o: (torch.softmax(o.S / o.d_k**0.5, dim=0)[0].sum(), o.n, o.m)),
    ("sum_to_one", lambda o: o.W[0, -1], lambda o: (o.W[0, :-1].sum(), o.V[:, 0].min(), o.V[:, 0].max())),
    ("normalization", lambda o: o.W[0, -1], lambda o: (o.W[0, :-1].sum(),)),
    ("stable_softmax", lambda o: (o.S[0, 0] - o.S[0].max()) / o.d_k**0.5, lambda o: (o.S[0].max() / o.d_k**0.5,)),
    ("mask", lambda o: torch.softmax(torch.tensor([0.3, -torch.inf]), -1)[0], lambda o: ()),
    ("weights", lambda o: o.W.numel(), lambda o: (o.W[0, 0], o.m, o.n)),
    ("context", lambda o: o.V[:, 0].mean(), lambda o: tuple(o.V[:, 0])),
    (
        "context_shape",
        lambda o: (torch.ones(5, o.n) @ torch.ones(o.n, o.d_v)).shape[0],
        lambda o: (o.m, o.n, o.d_v, o.d_k),
    ),
    ("multi_head", lambda o: 512 // 8, lambda o: (o.d_k,)),
    ("negative", lambda o: (o.V < 0).sum(), lambda o: (o.S.min(),)),
]


def test_every_topic_has_its_row():
    assert [row[0] for row in sorted(ROWS)] == sorted(FAMILY.topics)


@pytest.mark.parametrize("seed", [None, 0, 1])
@pytest.mark.parametrize(("topic", "answer", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_numbers_are_those_of_the_task(sheet, topic, answer, shown, seed):
    settings = sheet if seed is None else FAMILY.practice(seed, sheet)
    oracle, task = Oracle(settings), FAMILY.task(settings)
    concept = FAMILY.concept(topic, task)
    text = "\n".join(map(block_markdown, concept.blocks))
    assert float(concept.question.answer) == pytest.approx(float(answer(oracle)))
    assert [value for value in map(float, shown(oracle)) if number(value) not in text] == []


def test_why_the_root_of_d_k(sheet):
    text = "\n".join(map(block_markdown, FAMILY.explain("scaling", FAMILY.task(sheet))))
    random = np.random.default_rng(0)
    products = random.normal(size=(200_000, 2)) * random.normal(size=(200_000, 2))
    assert np.var(products.sum(axis=1)) == pytest.approx(2, rel=0.05)
    for said in ("adds up $d_k$ products", "variance $d_k$", "saturate the softmax", r"= 2 \;", r"\sqrt{2} = 1.4142"):
        assert said in text
