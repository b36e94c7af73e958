"""The worked solution: everything is in it, and its code runs and agrees with itself."""

import re
import subprocess
import sys

import numpy as np
import pytest

from tools.attention.family import FAMILY
from tools.content import Code, MatrixBlock
from tools.settings import Settings
from tutor.render import block_markdown

VARIANTS = {
    "sheet": Settings(),
    "causal": Settings(is_causal=True, scale="none"),
    "row masked": Settings(attn_mask=((True, True, False), (False, False, False))),
    "added": Settings(attn_mask=[[0.5, 0, "-inf"], [0, 0, 1]], scale=0.3),
    "columns": Settings(softmax="columns"),
    "no softmax": Settings(softmax="none"),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_its_code_prints_the_result_both_ways(sheet, variant):
    task = FAMILY.task(sheet.updated(variant))
    (code,) = (block.source for block in task.solution if isinstance(block, Code))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    printed = np.array([float(text) for text in re.findall(r"-?\d+\.\d*(?:e[+-]\d+)?", ran.stdout)])
    ways = 2 if variant.softmax is None else 1
    assert ("F.scaled_dot_product_attention(Q, K, V" in code) == (ways == 2)
    assert printed.reshape(ways, 2, 3) == pytest.approx(np.stack([task.result] * ways), abs=1e-3)


def test_heads_run_too(draw):
    task = FAMILY.task(draw(1, heads=(2,)))
    (code,) = (block.source for block in task.solution if isinstance(block, Code))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    printed = np.array([float(text) for text in re.findall(r"-?\d+\.\d*(?:e[+-]\d+)?", ran.stdout)])
    assert printed.reshape(2, 2, 2, 4) == pytest.approx(np.stack([task.result] * 2), abs=1e-3)


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_every_intermediate_is_shown(sheet, variant):
    task = FAMILY.task(sheet.updated(variant))
    shown = [block.value for block in task.solution if isinstance(block, MatrixBlock)]
    wanted = [step.value for step in task.steps] + [
        array for array in (task.out.maxima, task.out.exponentials) if array is not None
    ]
    for value in wanted:
        assert any(np.array_equal(value, matrix) for matrix in shown)
    text = "\n".join(map(block_markdown, task.solution))
    assert ("add up to 1" in text or "adds up to 1" in text) == (variant.softmax != "none")
