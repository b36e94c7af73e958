"""The numbers that explanations of parameter counting show and ask for, counted again by PyTorch."""

import pytest
import torch
from torch import nn

from tools.parameters.family import FAMILY
from tools.settings import Settings
from tutor.render import block_markdown

LISTED = (
    {"type": "Conv2d", "in_channels": 2, "out_channels": 7, "kernel_size": 3},
    {"type": "ReLU"},
    {"type": "MaxPool2d", "kernel_size": 2},
    {"type": "Flatten"},
    {"type": "Linear", "in_features": 63, "out_features": 11},
    {"type": "Dropout"},
)


def _count(module):
    return sum(p.numel() for p in module.parameters())


def _alexnet():
    """The layers of torchvision's AlexNet, as its source lists them."""
    convolutions = ((3, 64, 11), (64, 192, 5), (192, 384, 3), (384, 256, 3), (256, 256, 3))
    features = [nn.Conv2d(*sides, device="meta") for sides in convolutions]
    head = [nn.Linear(*sides, device="meta") for sides in ((9216, 4096), (4096, 4096), (4096, 1000))]
    return features, head, {"every": 21, "relu": 7, "dropout": 2, "map": (256, 6), "pool": 3}


def _listed():
    return [nn.Conv2d(2, 7, 3)], [nn.Linear(63, 11)], {"every": 6, "relu": 1, "dropout": 1, "map": (7, 3), "pool": 2}


class Oracle:
    """The network in PyTorch."""

    def __init__(self, features, head, facts):
        self.features, self.head, self.facts = features, head, facts
        self.layers = [*features, *head]
        self.conv, self.linear = features[0].weight, head[0].weight
        self.share = round(100 * sum(map(_count, head)) / sum(map(_count, self.layers)))
        self.largest = max(self.layers, key=_count)


TASKS = [
    (Settings(model="alexnet"), Oracle(*_alexnet())),
    (Settings(layers=LISTED), Oracle(*_listed())),
]
ROWS = [
    # topic, the answer of its question, numbers that it shows
    ("parameter", lambda o: torch.ones(3, 3).numel() + 3, lambda o: o.conv.shape),
    ("numel", lambda o: torch.ones(2, 3, 4).numel(), lambda o: o.conv.shape),
    ("numel_against_len", lambda o: len(torch.ones(10, 300)), lambda o: (len(o.conv), *o.conv.shape)),
    (
        "bias_parameters",
        lambda o: len(nn.Conv2d(3, 7, 5).bias),
        lambda o: (len(o.features[0].bias), len(o.head[0].bias)),
    ),
    ("weight_and_bias", lambda o: _count(nn.Linear(3, 2)), lambda o: (*o.linear.shape, len(o.head[0].bias))),
    (
        "tensors_and_layers",
        lambda o: len(o.layers),
        lambda o: (len(o.layers), sum(len(list(m.parameters())) for m in o.layers)),
    ),
    ("layer", lambda o: o.facts["every"] - len(o.layers), lambda o: (len(o.layers), o.facts["every"])),
    ("parameter_and_layer", lambda o: len(o.features[0].bias), lambda o: (*o.conv.shape, 2)),
    ("features_and_classifier", lambda o: len(o.layers), lambda o: (len(o.features), len(o.head), o.share)),
    ("alexnet", lambda o: o.conv[0].numel(), lambda o: o.conv.shape),
    ("num_classes", lambda o: 10 * (o.head[-1].in_features + 1), lambda o: o.head[-1].weight.shape),
    ("parameters_in_all", lambda o: o.largest.weight.numel(), lambda o: (o.share, *o.largest.weight.shape)),
    ("convolution_parameters", lambda o: o.conv[0].numel(), lambda o: o.conv.shape),
    ("linear_parameters", lambda o: _count(nn.Linear(4, 3)), lambda o: o.linear.shape),
    ("linear_and_convolution", lambda o: o.conv.numel(), lambda o: (*o.conv.shape, *o.linear.shape)),
    ("channel", lambda o: o.features[0].out_channels, lambda o: o.conv.shape),
    ("flatten", lambda o: torch.ones(4, 5, 5).flatten().numel(), lambda o: o.facts["map"]),
    ("avgpool", lambda o: nn.AdaptiveAvgPool2d(1)(torch.tensor([[[1.0, 3], [5, 7]]])), lambda o: o.facts["map"]),
    ("pooling", lambda o: nn.MaxPool2d(2)(torch.tensor([[[1.0, 3], [0, 2]]])), lambda o: (o.facts["pool"] ** 2,)),
    ("activation", lambda o: nn.ReLU()(torch.tensor(-2.5)), lambda o: (o.facts["relu"],)),
    ("dropout", lambda o: nn.Dropout(0.5)(torch.ones(1000)).max(), lambda o: (o.facts["dropout"],)),
]


def test_every_topic_has_its_row():
    assert [row[0] for row in sorted(ROWS)] == sorted(FAMILY.topics)


@pytest.mark.parametrize(("settings", "oracle"), TASKS, ids=["alexnet", "listed"])
@pytest.mark.parametrize(("topic", "answer", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_numbers_are_those_of_the_task(topic, answer, shown, settings, oracle):
    concept = FAMILY.concept(topic, FAMILY.task(settings))
    text = "\n".join(map(block_markdown, concept.blocks))
    assert float(concept.question.answer) == float(answer(oracle))
    assert [value for value in shown(oracle) if str(int(value)) not in text] == []


def test_sixteen_tensors_in_eight_layers():
    text = "\n".join(map(block_markdown, FAMILY.explain("tensors_and_layers", FAMILY.task(Settings(model="alexnet")))))
    assert "8 layers with parameters hold 16 tensors" in text
    assert "= 16" in text


def test_most_parameters_are_in_the_head():
    text = "\n".join(map(block_markdown, FAMILY.explain("parameters_in_all", FAMILY.task(Settings(model="alexnet")))))
    assert f"the linear layers hold {round(100 * 58_631_144 / 61_100_840)} %" in text
    assert f"`classifier.1` alone {round(100 * 37_752_832 / 61_100_840)} %" in text
