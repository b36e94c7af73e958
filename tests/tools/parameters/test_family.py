"""The family's contract: tasks from settings, steps, and the public tool."""

import pytest

from tools.naming import step_named
from tools.parameters.family import FAMILY, TOOL
from tools.schema import ToolError
from tools.settings import Settings

ALEXNET = {
    "features.0": 23296,
    "features.3": 307392,
    "features.6": 663936,
    "features.8": 884992,
    "features.10": 590080,
    "classifier.1": 37752832,
    "classifier.4": 16781312,
    "classifier.6": 4097000,
    "features": 2469696,
    "classifier": 58631144,
    "total": 61100840,
}


def test_the_steps_of_the_sheet():
    steps = FAMILY.task(Settings(model="alexnet")).steps
    assert {step.name: int(step.value) for step in steps} == ALEXNET
    assert steps[-1].name == "total"
    assert all(step.value.shape == () for step in steps)


ASKED = [
    # settings, total
    (Settings(model="AlexNet", num_classes=10), 57044810),
    (Settings(model="resnet18"), 11689512),
    (Settings(model="alexnet", layer="conv2"), 307392),
    (Settings(model="alexnet", layer="classifier"), 58631144),
    (Settings(model="alexnet", layer="features.2"), 0),
    (Settings(in_channels=64, out_channels=192, kernel_size=5), 307392),
    (Settings(in_channels=64, out_channels=192, kernel_size=(5, 3), bias=False), 64 * 192 * 15),
    (Settings(in_features=9216, out_features=4096), 37752832),
    (Settings(layers=({"type": "Linear", "in_features": 2, "out_features": 3}, {"type": "ReLU"})), 9),
    (Settings(layers=({"type": "linear", "in_features": 2, "out_features": 3},), layer="linear 1"), 9),
]


@pytest.mark.parametrize(("settings", "total"), ASKED)
def test_settings_make_a_task_that_its_tool_call_computes_again(settings, total):
    task = FAMILY.task(settings)
    assert task.result == total
    name, arguments = task.call()
    assert name == TOOL.name
    assert TOOL.run(arguments).model_dump(mode="json")["total"] == total


REFUSED = [
    (Settings(), "invalid", "name a model"),
    (Settings(model="alexnett"), "unknown_model", "alexnet"),
    (Settings(model="alexnet", num_classes=0), "invalid", "num_classes"),
    (Settings(in_channels=3, out_channels=4), "invalid", "kernel_size"),
    (Settings(in_channels=3, out_features=4), "invalid", "no out_features"),
    (Settings(in_features=3), "invalid", "out_features"),
    (Settings(layers=()), "invalid", "no layers"),
    (Settings(layers=({"type": "ReLU"},), num_classes=3), "invalid", "num_classes"),
    (Settings(layers=({"type": "ReLU"},), layer="conv7"), "invalid", "conv7"),
]


@pytest.mark.parametrize(("settings", "kind", "said"), REFUSED)
def test_settings_that_do_not_fit_are_refused_at_once(settings, kind, said):
    with pytest.raises(ToolError) as refusal:
        FAMILY.task(settings)
    assert refusal.value.kind == kind
    assert said in str(refusal.value)


NAMED = [
    ("conv1", "features.0"),
    ("Conv 2", "features.3"),
    ("third conv layer", "features.6"),
    ("features[8]", "features.8"),
    ("FC6", "classifier.1"),
    ("second linear layer", "classifier.4"),
    ("convolutional layers", "features"),
    ("head", "classifier"),
    ("whole model", "total"),
    ("conv7", None),
]


@pytest.mark.parametrize(("said", "step"), NAMED)
def test_students_names_of_steps(said, step):
    found = step_named(said, FAMILY.task(Settings(model="alexnet")))
    assert (found and found.name) == step


def test_a_layer_asked_for_answers_to_its_names():
    task = FAMILY.task(Settings(model="alexnet", layer="conv2"))
    assert len(task.steps) == 1
    assert step_named("second conv layer", task) is task.steps[-1]
    assert step_named("features.3", task) is task.steps[-1]


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ({}, "invalid"),
        ({"model": "alexnet", "layers": [{"type": "ReLU"}]}, "invalid"),
        ({"model": "import os"}, "unknown_model"),
        ({"layers": []}, "invalid"),
        ({"layers": [{"type": "Linear", "in_features": 10**12, "out_features": 1}]}, "too_large"),
    ],
)
def test_the_tool_refuses(arguments, kind):
    with pytest.raises(ToolError) as refusal:
        TOOL.run(arguments)
    assert refusal.value.kind == kind


def test_the_tool_lists_every_layer():
    counted = TOOL.run({"model": "alexnet"}).model_dump(mode="json")
    rows = {row["name"]: row["parameters"] for row in counted["layers"]}
    assert len(rows) == 21
    assert {name: count for name, count in rows.items() if count} == dict(list(ALEXNET.items())[:8])
    assert counted["layers"][0]["formula"] == "11·11·3·64 + 64"
    assert counted["layers"][0]["shapes"] == {"weight": [64, 3, 11, 11], "bias": [64]}
    assert counted["total"] == sum(rows.values())


def test_every_topic_is_explained_and_no_other():
    task = FAMILY.task(Settings(model="alexnet"))
    assert {"numel_against_len", "flatten", "num_classes", "avgpool"} <= set(FAMILY.topics)
    assert all(FAMILY.explain(topic, task) for topic in FAMILY.topics)
    with pytest.raises(ToolError):
        FAMILY.explain("softmax", task)


def test_the_insight_is_one_computed_sentence():
    assert "62 %" in FAMILY.insight(FAMILY.task(Settings(model="alexnet")))
    assert FAMILY.insight(FAMILY.task(Settings(in_features=2, out_features=2))).endswith(".")
