"""The family as the tutor uses it."""

import numpy as np
import pytest

from tools.eigen.family import FAMILY, TOOL
from tools.naming import step_named
from tools.schema import ToolError
from tools.settings import Settings
from tutor.render import block_markdown

SHEET = Settings(eigenvalues=[1, 2], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]])


def test_steps_in_order():
    names = [step.name for step in FAMILY.task(SHEET).steps]
    assert names == ["Q", "Lambda", "Q_Lambda", "term_1", "term_2", "A"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Q", "Q"),
        ("Λ", "Lambda"),
        ("D", "Lambda"),
        ("Q Lambda", "Q_Lambda"),
        ("QΛ", "Q_Lambda"),
        ("λ1 q1 q1^T", "term_1"),
        ("term 2", "term_2"),
        ("A", "A"),
        ("QΛQᵀ", "A"),
        ("X", None),
    ],
)
def test_what_students_call_the_steps(said, name):
    step = step_named(said, FAMILY.task(SHEET))
    assert (step.name if step else None) == name


def test_the_tool_is_what_the_task_calls():
    task = FAMILY.task(SHEET)
    name, given = task.call()
    assert name == TOOL.name == "reconstruct"
    assert TOOL.run(given).matrix == pytest.approx(task.result)
    out = TOOL.run({"eigenvalues": [2, 3], "eigenvectors": [[1, 0], [1, 1]]}).model_dump(mode="json")
    assert out["matrix"] == [[2, 1], [0, 3]]
    assert out["Q_Lambda"] == [[2, 3], [0, 3]]


def test_a_matrix_takes_the_place_of_eigenpairs():
    task = FAMILY.task(SHEET.updated(Settings(matrix=[[2, 1], [1, 2]])))
    assert task.result == pytest.approx(np.array([[2, 1], [1, 2]]))
    assert task.given.values.tolist() == [1, 3]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Settings(), "the eigenvalues and the eigenvectors are missing"),
        (Settings(eigenvalues=[1, 2]), "the eigenvectors are missing"),
        (Settings(eigenvectors=[[1, 0], [0, 1]]), "the eigenvalues are missing"),
    ],
)
def test_what_is_missing_is_said(settings, says):
    with pytest.raises(ToolError, match=says) as refusal:
        FAMILY.task(settings)
    assert refusal.value.kind == "invalid"


@pytest.mark.parametrize("topic", FAMILY.topics)
@pytest.mark.parametrize("kind", ["unit", "long", "oblique"])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_concepts_tell_no_result(draw, topic, kind, n):
    task = FAMILY.task(draw(11, n, kind))
    text = "\n".join(map(block_markdown, FAMILY.explain(topic, task)))
    assert "$$" in text
    assert n == 1 or not any(f"{entry:.4f}".rstrip("0") in text for entry in task.result.flat)


def test_idea_and_insight():
    task = FAMILY.task(SHEET)
    assert "1.5" not in "".join(map(block_markdown, FAMILY.idea((task,))))
    assert "$3$" in FAMILY.insight(task)
    assert r"\sqrt{0.5}" in "".join(map(block_markdown, task.statement))
    assert all(step.look.endswith("?") for step in task.steps)
