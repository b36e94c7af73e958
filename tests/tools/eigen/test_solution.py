"""The worked solution: everything is in it, and its code runs."""

import re
import subprocess
import sys

import numpy as np
import pytest

from tools.content import Code, MatrixBlock
from tools.eigen.family import FAMILY
from tools.settings import Settings
from tutor.render import block_markdown

TASKS = {
    "sheet": Settings(eigenvalues=[1, 2], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]]),
    "three, not normalised": Settings(eigenvalues=[2, -3, 4], eigenvectors=[[1, 2, 2], [2, 1, -2], [2, -2, 1]]),
    "not perpendicular": Settings(eigenvalues=[2, 3], eigenvectors=[[1, 0], [1, 1]]),
    "from a matrix": Settings(matrix=[[2, 1], [1, 2]]),
}


@pytest.mark.parametrize("settings", TASKS.values(), ids=TASKS)
def test_its_code_prints_the_result(settings):
    task = FAMILY.task(settings)
    (code,) = (block.source for block in task.solution if isinstance(block, Code))
    assert "torch.tensor([" in code
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    printed = [float(text) for text in re.findall(r"-?\d+\.\d*(?:e[+-]\d+)?", ran.stdout)]
    assert np.reshape(printed, task.result.shape) == pytest.approx(task.result, abs=1e-3)


@pytest.mark.parametrize("settings", TASKS.values(), ids=TASKS)
def test_every_intermediate_is_shown(settings):
    task = FAMILY.task(settings)
    text = "\n".join(map(block_markdown, task.solution))
    assert all(f"{step.symbol} =" in text for step in task.steps)
    shown = [block.value for block in task.solution if isinstance(block, MatrixBlock)]
    for step in task.steps:
        if step.name.startswith(("term", "A")):
            assert any(np.array_equal(value, step.value) for value in shown)


def test_a_given_matrix_is_taken_apart_first():
    text = "\n".join(map(block_markdown, FAMILY.task(TASKS["from a matrix"]).solution))
    assert r"\lambda^2 - (4)\,\lambda + (3) = 0" in text
    assert r"\lambda_{1} = 1,\; \lambda_{2} = 3" in text
