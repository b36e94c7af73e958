"""The numbers that explanations of convolutions show and ask for, worked out again with PyTorch."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from tools.content import number
from tools.convolution.family import FAMILY
from tools.settings import Settings
from tutor.render import block_markdown


class Oracle:
    """The exercise in PyTorch."""

    def __init__(self, task):
        self.X, self.K = (torch.tensor(np.array(m)) for m in (task.settings.input, task.settings.kernel))
        self.s, self.p = task.settings.stride, task.settings.padding
        self.n, self.k = len(self.X), len(self.K)
        self.padded = functional.pad(self.X, (self.p,) * 4)
        self.first = self.padded[: self.k, : self.k]

    def rows(self, stride, padding):
        return self.output(self.K, stride, padding).shape[0]

    def output(self, kernel, stride, padding):
        return functional.conv2d(self.X[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]

    @property
    def last(self):
        """Top left number of the last window of the first row."""
        columns = self.output(self.K, self.s, self.p).shape[1]
        return self.padded[0, self.s * (columns - 1)]


ROWS = [
    # topic, the answer of its question, numbers that it shows
    ("convolution", lambda o: o.K.numel(), lambda o: (o.n, o.k, o.s)),
    (
        "kernel",
        lambda o: functional.conv2d(torch.ones_like(o.X)[None, None], o.K[None, None])[0, 0, 0, 0],
        lambda o: o.K.flatten(),
    ),
    ("cross_correlation", lambda o: o.output(o.K.flip(0, 1), o.s, o.p)[0, 0], lambda o: o.K.flip(0, 1).flatten()),
    ("elementwise", lambda o: (o.first * o.K)[-1, -1], lambda o: (o.k,)),
    ("negative", lambda o: functional.relu(torch.tensor(-1.0)), lambda o: ((o.X < 0).sum(), (o.K < 0).sum())),
    ("window", lambda o: o.first.sum(), lambda o: (o.k, o.s)),
    ("kernel_and_window", lambda o: o.last, lambda o: (o.first[0, 0],)),
    (
        "feature_map",
        lambda o: functional.conv2d(torch.ones(1, 1, 4, 4), torch.ones(64, 1, 2, 2)).shape[1],
        lambda o: (o.n, o.k),
    ),
    ("stride", lambda o: torch.arange(99)[:: o.s][3], lambda o: (o.s,)),
    ("padding", lambda o: len(o.padded), lambda o: (o.n, o.p)),
    ("stride_and_padding", lambda o: o.rows(3, 1), lambda o: (o.rows(1, 0), o.rows(2, 0), o.rows(1, 1), o.s, o.n, o.k)),
    ("zero_padding", lambda o: functional.pad(torch.ones_like(o.X), (1,) * 4).eq(0).sum(), lambda o: (o.n,)),
    ("padding_size", lambda o: o.rows(1, 2), lambda o: (o.rows(1, 1), o.n, o.k)),
    (
        "same_and_valid",
        lambda o: o.rows(1, o.k) - o.rows(1, 0) - o.k - 1,
        lambda o: (o.rows(1, "valid"), o.rows(1, "same")),
    ),
    ("output_size", lambda o: o.rows(o.s, o.p), lambda o: (len(o.padded) - o.k, o.s)),
    (
        "dilation",
        lambda o: o.n + 1 - functional.conv2d(o.X[None, None], o.K[None, None], dilation=2).shape[2],
        lambda o: (o.k,),
    ),
    ("channel", lambda o: torch.nn.Conv2d(3, 1, o.k, bias=False).weight.numel(), lambda o: (o.n,)),
    ("batch", lambda o: torch.zeros(8, 1, *o.X.shape).numel(), lambda o: (o.n, o.k)),
    ("conv_bias", lambda o: torch.nn.Conv2d(1, 16, o.k).bias.numel(), lambda o: ()),
    ("bias_parameters", lambda o: torch.nn.Conv2d(1, 16, o.k).bias.numel(), lambda o: ()),
    ("weight_and_bias", lambda o: torch.nn.Conv2d(1, 16, o.k).bias.numel(), lambda o: ()),
]


def test_every_topic_has_its_row():
    assert [row[0] for row in sorted(ROWS)] == sorted(FAMILY.topics)


@pytest.mark.parametrize("seed", [None, 0])
@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 0), (2, 1)])
@pytest.mark.parametrize(("topic", "answer", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_numbers_are_those_of_the_task(sheet, topic, answer, shown, stride, padding, seed):
    task = sheet(stride, padding)
    task = task if seed is None else FAMILY.task(FAMILY.practice(seed, task.settings))
    oracle = Oracle(task)
    concept = FAMILY.concept(topic, task)
    text = "\n".join(map(block_markdown, concept.blocks))
    assert float(concept.question.answer) == float(answer(oracle))
    assert [value for value in map(float, shown(oracle)) if number(value) not in text] == []


SAID = [
    # topic, stride and padding, what it says of the sheet's numbers
    ("stride_and_padding", (1, 0), "stride 1 and $p = 0$ give 3 rows, stride 2 gives 2, and $p = 1$ gives 5"),
    ("padding_size", (2, 1), r"4 + 2 \cdot 1 - 2 + 1 = 4 + 1 = 5"),
    ("output_size", (2, 0), "leaves $4 - 2 = 2$ to move, in steps of 2"),
    ("same_and_valid", (1, 0), "Here “valid” leaves 3 of 4 rows at stride 1, and “same” all 4."),
    ("conv_bias", (1, 0), "Here there is none"),
]


@pytest.mark.parametrize(("topic", "choices", "said"), SAID)
def test_what_is_said_of_the_sheet(sheet, topic, choices, said):
    assert said in "\n".join(map(block_markdown, FAMILY.explain(topic, sheet(*choices))))


def test_of_sizes_alone_no_result_is_told():
    for stride in (1, 2):
        task = FAMILY.task(Settings(input_size=(50, 60), kernel_size=(3, 4), stride=stride, padding=1))
        for topic in FAMILY.topics:
            text = "\n".join(map(block_markdown, FAMILY.explain(topic, task)))
            assert not any(str(int(side)) in text for side in task.result if side not in (50, 60))
