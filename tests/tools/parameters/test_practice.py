"""Practice networks: readable, buildable, and every slip shows."""

import pytest

from tools.parameters.family import FAMILY
from tools.settings import Settings

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_slips_and_no_slip_and_the_truth_agree(seed):
    task = FAMILY.task(FAMILY.practice(seed, Settings()))
    by_total = {float(task.result): "right"}
    for prediction in task.predictions:
        name = prediction.mistakes[0].name
        other = by_total.setdefault(float(prediction.result), name)
        assert other == name
    assert {"no_biases", "no_input_channels", "wrong_kernel_size", "no_flatten"} <= set(by_total.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_picture_goes_through(seed):
    import torch

    layers = FAMILY.practice(seed, Settings()).layers or ()
    modules = [getattr(torch.nn, str(one["type"]))(**{k: v for k, v in one.items() if k != "type"}) for one in layers]
    net = torch.nn.Sequential(*modules)
    assert net(torch.zeros(2, int(layers[0]["in_channels"]), 64, 64)).shape == (2, layers[-1]["out_features"])
    task = FAMILY.task(Settings(layers=layers))
    assert sum(parameter.numel() for parameter in net.parameters()) == task.result
    assert task.result < 1_000_000


def test_seeds_repeat_and_differ():
    assert FAMILY.practice(3, Settings()) == FAMILY.practice(3, Settings())
    drawn = {str(FAMILY.practice(seed, Settings()).to_json()) for seed in SEEDS}
    assert len(drawn) > 30


def test_wishes_are_met():
    settings = FAMILY.practice(5, Settings(model="alexnet", num_classes=7))
    assert settings.layers is not None
    assert settings.layers[-1]["out_features"] == 7
    assert settings.model is None
