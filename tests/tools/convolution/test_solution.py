"""The worked solution: its code runs and prints the result, its table holds the windows."""

import ast
import re
import subprocess
import sys

import numpy as np
import pytest

from tools.content import Code, MatrixBlock, Table
from tools.convolution.family import FAMILY
from tools.settings import Settings


def run(source):
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    return done.stdout


def printed(text):
    """The array in a PyTorch print."""
    return np.array(ast.literal_eval(re.sub(r"tensor\(|\)$", "", text.strip())), float)


CODE = [
    # shape of the input, of the kernel, choices: each takes another way through the code
    ((4, 4), (2, 2), {"stride": 2, "padding": 1}),
    ((5, 6), (2, 3), {"padding": (1, 0, 0, 2), "stride": (1, 2), "dilation": (2, 1), "bias": 0.5}),
    ((2, 5, 5), (3, 2, 2, 2), {"bias": np.array([1.0, 0.5, -1.0])}),
    ((4, 4), (2, 1, 2, 2), {}),
]


@pytest.mark.parametrize(("X", "K", "choices"), CODE)
def test_the_code_prints_the_result(X, K, choices):
    rng = np.random.default_rng(5)
    whole = rng.integers(-4, 5, size=X), rng.integers(-3, 4, size=K)
    task = FAMILY.task(Settings(input=whole[0].astype(float), kernel=whole[1].astype(float), **choices))
    (code,) = (block for block in task.solution if isinstance(block, Code))
    np.testing.assert_allclose(printed(run(code.source)), task.result, atol=1e-4)


def test_the_code_for_sizes_prints_the_result():
    task = FAMILY.task(Settings(input_size=(224, 200), kernel_size=11, stride=4, padding=(2, 1, 0, 0)))
    (code,) = (block for block in task.solution if isinstance(block, Code))
    assert ast.literal_eval(run(code.source)) == task.result.tolist()


def test_every_intermediate_is_shown(make):
    task = make(2)
    shown = {block.name: block.value for block in task.solution if isinstance(block, MatrixBlock)}
    np.testing.assert_array_equal(shown["Y"], task.result)
    assert (r"X_{\text{padded}}" in shown) == any(task.geometry.padding)
    (table,) = (block for block in task.solution if isinstance(block, Table))
    sums = [float(row[-1].strip("$")) for row in table.rows]
    np.testing.assert_allclose(sums, task.result.flat[: len(sums)], atol=5e-5)
    assert len(sums) == min(25, task.result.size)


def test_a_long_table_says_what_it_leaves_out(make):
    task = make(2)
    said = "".join(getattr(block, "text", "") for block in task.solution)
    assert ("the table shows the first 25" in said) == (task.result.size > 25)
