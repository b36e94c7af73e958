"""Hints, concepts and solutions: what they ask, what they give away, and whether their code runs."""

import re
import subprocess
import sys

import numpy as np
import pytest

from tools.content import Code
from tools.parameters.family import FAMILY
from tools.settings import Settings
from tutor.render import block_markdown

TASKS = [
    Settings(model="alexnet"),
    Settings(model="alexnet", num_classes=10),
    *(Settings(model=name) for name in ("vgg16", "resnet18", "densenet121", "vit_b_16", "swin_t", "googlenet", "s3d")),
    *(Settings(model=name) for name in ("raft_small", "fasterrcnn_resnet50_fpn", "ssd300_vgg16", "squeezenet1_1")),
    *(Settings(model="alexnet", layer=name) for name in ("conv1", "conv2", "fc6", "features", "classifier")),
    Settings(in_channels=64, out_channels=192, kernel_size=5),
    Settings(in_channels=64, out_channels=192, kernel_size=(5, 3), bias=False),
    Settings(in_features=9216, out_features=4096),
    Settings(in_features=9216, out_features=40, bias=False),
    Settings(layers=({"type": "LSTM", "input_size": 40, "hidden_size": 30},)),
    Settings(layers=({"type": "MultiheadAttention", "embed_dim": 48, "num_heads": 4},)),
    Settings(layers=({"type": "Embedding", "num_embeddings": 1000, "embedding_dim": 37},)),
    Settings(layers=({"type": "BatchNorm2d", "num_features": 777},)),
    *(FAMILY.practice(seed, Settings()) for seed in range(25)),
]
NAMES = [str(task.to_json())[:60] for task in TASKS]


def _shown(blocks):
    return [block_markdown(block) for block in blocks]


def _states(text, count):
    """Whether a text states this number, with any separators."""
    forms = {str(count), f"{count:,}", f"{count:,}".replace(",", "{,}"), f"{count:,}".replace(",", " ")}
    return any(re.search(rf"(?<![\d,}}]){re.escape(form)}(?![\d,{{]\d)(?!\d)", text) for form in forms)


@pytest.mark.parametrize("settings", TASKS, ids=NAMES)
def test_hints_and_concepts_never_state_the_total(settings):
    task = FAMILY.task(settings)
    total = int(task.result)
    texts = [text for hint in task.hints for text in _shown(hint.blocks)]
    texts += [text for hint in task.hints for text in (hint.title, hint.question.text, hint.question.nudge)]
    texts += [hint.question.confirm for hint in task.hints]
    texts += [text for topic in FAMILY.topics for text in _shown(FAMILY.explain(topic, task))]
    texts += _shown(FAMILY.idea((task,)))
    for text in texts:
        assert not _states(text, total)
    for hint in task.hints:
        assert hint.question.answer is None or hint.question.answer != task.result


@pytest.mark.parametrize("settings", TASKS, ids=NAMES)
def test_a_ladder_is_complete_and_each_rung_asks_for_one_number(settings):
    hints = FAMILY.task(settings).hints
    assert len(hints) >= 4
    assert len({hint.question.text for hint in hints}) == len(hints)
    for hint in hints:
        assert hint.question.text.count("?") == 1
        assert hint.question.text.endswith("?")
        assert hint.question.answer is not None
        assert hint.question.answer.shape == ()
        answer = int(hint.question.answer)
        assert answer < 20 or not _states(hint.question.nudge, answer)


@pytest.mark.parametrize("settings", TASKS, ids=NAMES)
def test_the_code_of_hints_counts_nothing(settings):
    for hint in FAMILY.task(settings).hints:
        for block in hint.blocks:
            if isinstance(block, Code):
                assert not re.search(r"\bfor\b|\bsum\b|\bwhile\b|\+=", block.source)


def test_alexnets_ladder_counts_one_layer_to_the_end():
    task = FAMILY.task(Settings(model="alexnet"))
    texts = " ".join(text for hint in task.hints for text in (*_shown(hint.blocks), hint.question.confirm))
    stated = [step.name for step in task.steps if _states(texts, int(step.value))]
    assert stated == ["features.0"]
    assert [int(hint.question.answer) for hint in task.hints] == [0, 64, 363, 23296, 9216, 8]


SOLVED = [
    Settings(model="alexnet"),
    Settings(model="resnet18", num_classes=7),
    Settings(model="alexnet", layer="conv2"),
    Settings(model="alexnet", layer="features"),
    Settings(model="vit_b_32", layer="class_token"),
    Settings(model="fcn_resnet50"),
    Settings(in_channels=3, out_channels=8, kernel_size=(3, 5)),
    Settings(in_features=30, out_features=8, bias=False),
    Settings(layers=({"type": "LSTM", "input_size": 4, "hidden_size": 3}, {"type": "ReLU"})),
    FAMILY.practice(0, Settings()),
    FAMILY.practice(1, Settings()),
]


def test_the_code_of_solutions_prints_every_count():
    """All in one process, each with its own names; torchvision is made loadable first, as on a student's machine."""
    tasks = [FAMILY.task(settings) for settings in SOLVED]
    sources = [block.source for task in tasks for block in task.solution if isinstance(block, Code)]
    assert len(sources) == len(tasks)
    program = ["from tools.parameters.models import warm", "warm()"]
    for source in sources:
        program += [source, "print('---')"]
    done = subprocess.run([sys.executable, "-c", "\n".join(program)], capture_output=True, text=True, check=True)
    for task, printed in zip(tasks, done.stdout.split("---\n"), strict=False):
        *lines, last = printed.strip().splitlines()
        assert last == f"total: {int(task.result):,}"
        names = {step.name: f"{step.name}: {int(step.value):,}" for step in task.steps[:-1]}
        by_layer = {step for step in names if not any(other.startswith(f"{step}.") for other in names)}
        if task.network.chosen is None:
            assert {names[step] for step in by_layer} <= set(lines)


@pytest.mark.parametrize("settings", TASKS, ids=NAMES)
def test_a_solution_shows_the_layers_and_the_total(settings):
    task = FAMILY.task(settings)
    text = "\n".join(_shown(task.solution))
    assert f"**{int(task.result):,}**" in text
    if len(task.steps) < 40:
        assert all(f"{int(step.value):,}" in text.replace("{,}", ",") for step in task.steps)
    assert np.isfinite(task.result)


@pytest.mark.parametrize("settings", TASKS, ids=NAMES)
def test_formulas_are_closed_and_wording_keeps_the_voice(settings):
    task = FAMILY.task(settings)
    blocks = [*task.statement, *task.solution, *(block for hint in task.hints for block in hint.blocks)]
    blocks += [block for topic in FAMILY.topics for block in FAMILY.explain(topic, task)]
    for block in blocks:
        if isinstance(block, Code):
            continue
        text = block_markdown(block)
        assert text.count("$") % 2 == 0
        assert r"\(" not in text
        assert "!" not in text
        assert text.count("{") == text.count("}")
        assert not re.search(r"\b(simply|just|easy|sorry)\b", text)
