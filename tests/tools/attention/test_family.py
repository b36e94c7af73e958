"""The family as the tutor uses it."""

import numpy as np
import pytest

from tools.attention.family import FAMILY, TOOL
from tools.naming import step_named
from tools.schema import ToolError
from tools.settings import Settings
from tutor.render import block_markdown


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("S", "scores"),
        ("QK^T", "scores"),
        ("Q K^\\top", "scores"),
        ("S/√2", "scaled"),
        ("QK^T/sqrt(d_k)", "scaled"),
        ("scaled scores", "scaled"),
        ("W", "weights"),
        ("A", "weights"),
        ("attention weights", "weights"),
        ("softmax(S)", "weights"),
        ("C", "C"),
        ("context matrix", "C"),
        ("output", "C"),
        ("V", None),
    ],
)
def test_what_students_call_the_steps(sheet, said, name):
    step = step_named(said, FAMILY.task(sheet))
    assert (step.name if step else None) == name


def test_steps_in_order(sheet):
    assert [step.name for step in FAMILY.task(sheet).steps] == ["scores", "scaled", "weights", "C"]
    assert all(step.look.endswith("?") for step in FAMILY.task(sheet).steps)


OPTIONS = [
    Settings(),
    Settings(is_causal=True),
    Settings(scale="none"),
    Settings(scale=0.25, softmax="columns"),
    Settings(attn_mask=((True, False, True), (True, True, True))),
    Settings(attn_mask=[[0, "-inf", 1], [0, 0, 0]]),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_the_tool_is_what_the_task_calls(sheet, options):
    task = FAMILY.task(sheet.updated(options))
    name, given = task.call()
    assert name == TOOL.name == "scaled_dot_product_attention"
    assert TOOL.run(given).output == pytest.approx(task.result)


def test_the_tool_speaks_json(sheet):
    given = {"query": [[1, 3], [0, 1]], "key": [[1, 1], [0, 1]], "value": [[1], [2]], "is_causal": True}
    out = TOOL.run(given).model_dump(mode="json")
    assert out["scores"] == [[4, 3], [1, 1]]
    assert out["masked"][0][1] == "-inf"
    assert out["output"] == [[1], [1.5]]


def test_a_single_query_may_be_a_vector():
    assert FAMILY.task(Settings(Q=[1, 0], K=[[1, 0], [1, 0]], V=[[1, 2], [3, 4]])).result.tolist() == [[2, 3]]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Settings(Q=[[1]], V=[[1]]), "K is missing"),
        (Settings(K=[[1]]), "Q and V are missing"),
        (Settings(), "Q and K and V are missing"),
    ],
)
def test_what_is_missing_is_said(settings, says):
    with pytest.raises(ToolError, match=says) as refusal:
        FAMILY.task(settings)
    assert refusal.value.kind == "invalid"


@pytest.mark.parametrize("heads", [(), (2,)])
@pytest.mark.parametrize("topic", FAMILY.topics)
@pytest.mark.parametrize("options", [Settings(), Settings(is_causal=True), Settings(softmax="none", scale=0.5)])
def test_concepts_tell_no_result(draw, topic, options, heads):
    task = FAMILY.task(draw(12, heads=heads).updated(options))
    text = "\n".join(map(block_markdown, FAMILY.explain(topic, task)))
    assert "$$" in text
    told = [entry for entry in task.result.flat if f"{entry:.4f}".rstrip("0") in text and entry not in task.given.V]
    assert not told


def test_idea_and_insight(sheet):
    task = FAMILY.task(sheet)
    assert "1.8" not in "".join(map(block_markdown, FAMILY.idea((task,))))
    column = sheet.V[:, 0]
    assert f"${column.min():.0f}$ and ${column.max():.0f}$" in FAMILY.insight(task)
    assert column.min() <= task.result[:, 0].min() <= task.result[:, 0].max() <= column.max()
    statement = "".join(map(block_markdown, task.statement))
    assert all(f"{name} =" in statement for name in "QKV")
    assert np.isneginf(FAMILY.task(sheet.updated(Settings(is_causal=True))).out.masked[0, 1])
