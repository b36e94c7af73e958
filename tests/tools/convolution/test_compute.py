"""conv2d against PyTorch, the sheet's numbers, and what is refused."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional as F  # noqa: N812 - PyTorch's own name for it

from tools.convolution.compute import conv2d, output_size
from tools.schema import ToolError

X = [[1, 0, 1, -1], [1, 0, 1, 0], [0, 3, 0, 1], [1, -1, 0, 1]]
K = [[1, 2], [0, 1]]

SHEET = [
    # stride, padding, Y
    (1, 0, [[1, 3, -1], [4, 2, 2], [5, 3, 3]]),
    (2, 0, [[1, -1], [5, 3]]),
    (2, 1, [[1, 1, 0], [2, 2, 0], [2, -1, 1]]),
]


@pytest.mark.parametrize(("stride", "padding", "Y"), SHEET)
def test_the_sheet(stride, padding, Y):
    done = conv2d({"input": X, "weight": K, "stride": stride, "padding": padding})
    assert done.output.tolist() == Y
    assert done.output_size == np.shape(Y)


@st.composite
def convolutions(draw):
    """Channels, groups, asymmetric padding, pairs of strides and dilations; always fitting."""
    groups, per_group, filters = (draw(st.integers(1, 3)) for _ in range(3))
    h, w = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    dilation = (draw(st.integers(1, 3)), draw(st.integers(1, 3)))
    padding = [draw(st.integers(0, 3)) for _ in range(4)]
    height = max(1, dilation[0] * (h - 1) + 1 - padding[0] - padding[2]) + draw(st.integers(0, 5))
    width = max(1, dilation[1] * (w - 1) + 1 - padding[1] - padding[3]) + draw(st.integers(0, 5))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    return {
        "input": rng.normal(size=(groups * per_group, height, width)),
        "weight": rng.normal(size=(groups * filters, per_group, h, w)),
        "bias": draw(st.sampled_from([None, rng.normal(size=groups * filters)])),
        "stride": (draw(st.integers(1, 3)), draw(st.integers(1, 3))),
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


def reference(given):
    top, left, bottom, right = given["padding"]
    padded = F.pad(torch.tensor(given["input"]), (left, right, top, bottom))
    bias = None if given["bias"] is None else torch.tensor(given["bias"])
    weight = torch.tensor(given["weight"])
    return padded.numpy(), F.conv2d(
        padded, weight, bias, given["stride"], dilation=given["dilation"], groups=given["groups"]
    ).numpy()


@given(convolutions())
@settings(max_examples=200, deadline=None)
def test_agrees_with_pytorch(given):
    padded, Y = reference(given)
    as_json = {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in given.items()}
    done = conv2d(as_json)
    np.testing.assert_array_equal(done.padded, padded)
    np.testing.assert_allclose(done.output, Y, rtol=0, atol=1e-9)
    assert done.output_size == Y.shape[1:]
    bias = np.zeros(len(Y)) if given["bias"] is None else given["bias"]
    assert len(done.windows) + done.windows_left_out == Y.size
    for window in done.windows:
        filter_ = given["weight"][window.filter]
        np.testing.assert_allclose(window.products, window.patch * filter_)
        total = window.products.sum()
        assert window.sum == pytest.approx(total)
        assert total + bias[window.filter] == pytest.approx(Y[window.filter, window.row, window.column])


@pytest.mark.filterwarnings("ignore:Using padding='same'")  # PyTorch on the copy it makes for an odd amount
@pytest.mark.parametrize("padding", ["valid", "same", 1, [2, 1]])
@pytest.mark.parametrize("dilation", [1, 2, [1, 2]])
@pytest.mark.parametrize("kernel", [(2, 2), (3, 2), (1, 4)])
def test_padding_in_pytorchs_words(padding, dilation, kernel):
    rng = np.random.default_rng(3)
    X, K = rng.normal(size=(7, 8)), rng.normal(size=kernel)
    Y = F.conv2d(torch.tensor(X)[None, None], torch.tensor(K)[None, None], padding=padding, dilation=dilation)[0, 0]
    done = conv2d({"input": X.tolist(), "weight": K.tolist(), "padding": padding, "dilation": dilation})
    np.testing.assert_allclose(done.output, Y.numpy(), rtol=0, atol=1e-9)


RANKS = [
    # shape of the input, of the weight, of the output
    ((4, 4), (2, 2), (3, 3)),
    ((4, 4), (1, 1, 2, 2), (3, 3)),
    ((1, 4, 4), (2, 2), (1, 3, 3)),
    ((2, 4, 4), (1, 2, 2, 2), (1, 3, 3)),
    ((2, 4, 4), (5, 2, 2, 2), (5, 3, 3)),
]


@pytest.mark.parametrize(("X", "K", "Y"), RANKS)
def test_the_output_has_the_inputs_rank(X, K, Y):
    assert conv2d({"input": np.ones(X).tolist(), "weight": np.ones(K).tolist()}).output.shape == Y


@pytest.mark.parametrize("bias", [2, [2]])
def test_a_bias_is_a_number_or_one_for_each_filter(bias):
    assert conv2d({"input": [[1]], "weight": [[3]], "bias": bias}).output.tolist() == [[5]]


def test_infinite_entries_go_through_as_in_pytorch():
    done = conv2d({"input": [["inf", 1]], "weight": [[1]]}).model_dump(mode="json")
    assert done["output"] == [["inf", 1]]


ONE = [[1]]
REFUSED = [
    # input, kind, what the message names
    ({"input": ONE, "weight": [[1, 2]]}, "shape", ("the kernel (1×2)", "the input (1×1)")),
    ({"input": ONE, "weight": np.ones((4, 1)).tolist(), "padding": 1}, "shape", ("(4×1)", "the padded input (3×3)")),
    ({"input": X, "weight": K, "dilation": 4}, "shape", ("2×2, spread to 5×5 by dilation", "4×4")),
    ({"input": X, "weight": K, "stride": 0}, "invalid", ("stride must be at least 1, not 0",)),
    ({"input": X, "weight": K, "stride": [1, -2]}, "invalid", ("not -2",)),
    ({"input": X, "weight": K, "padding": -1}, "invalid", ("padding must be at least 0, not -1",)),
    ({"input": X, "weight": K, "dilation": 0}, "invalid", ("dilation must be at least 1, not 0",)),
    ({"input": X, "weight": K, "padding": "same", "stride": 2}, "invalid", ("stride 1", "2×2")),
    ({"input": X, "weight": K, "groups": 0}, "invalid", ("groups must be at least 1",)),
    ({"input": X, "weight": K, "groups": 2}, "shape", ("groups is 2", "1 channels", "1 filters")),
    ({"input": X, "weight": K, "bias": [1, 2]}, "shape", ("2 entries", "1 filters")),
    ({"input": [X, X], "weight": K}, "shape", ("2 channels", "has 1")),
    ({"input": X, "weight": [[K], [K]]}, "shape", ("H×W", "2 filters", "1×H×W")),
    ({"input": [1, 2], "weight": K}, "shape", ("1 dimensions", "H×W")),
    ({"input": X, "weight": [K]}, "shape", ("3 dimensions", "h×w")),
    ({"input": X}, "invalid", ("weight is missing", "h×w")),
    ({"input": X, "weight": K, "stride": "two"}, "invalid", ("stride is 'two'", "a whole number or [vertical")),
    ({"input": X, "weight": K, "stride": 1.5}, "invalid", ("stride is 1.5", "a whole number or [vertical")),
    ({"input": X, "weight": K, "padding": [1, 2, 3]}, "invalid", ("padding is [1, 2, 3]", '"same"')),
    ({"input": X, "weight": K, "pad": 1}, "invalid", ("no field pad", "padding")),
    ({"input": [[]], "weight": K}, "shape", ("empty",)),
    ({"input": [[1, 2], [3]], "weight": K}, "shape", ("same length",)),
    ({"input": [["a"]], "weight": K}, "invalid", ("'a' is not a number",)),
    ({"input": np.ones((65, 3)).tolist(), "weight": K}, "too_large", ("65×3", "64")),
    ({"input": X, "weight": K, "padding": 65}, "too_large", ("65", "64")),
    ({"input": X, "weight": K, "padding": 10**9}, "too_large", ("1,000,000",)),
    ({"input": np.ones((16, 64, 64)).tolist(), "weight": np.ones((60, 16, 8, 8)).tolist()}, "too_large", ("products",)),
    ({"input": np.ones((4000, 1, 1)).tolist(), "weight": np.ones((1, 4000, 1, 1)).tolist(), "padding": 60}, "too_large",
     ("padded input", "131,072")),
]  # fmt: skip


@pytest.mark.parametrize(("given", "kind", "named"), REFUSED, ids=[str(named[0]) for _, _, named in REFUSED])
def test_impossible_inputs_name_both_sides(given, kind, named):
    with pytest.raises(ToolError) as refused:
        conv2d(given)
    assert refused.value.kind == kind
    assert all(part in str(refused.value) for part in named), str(refused.value)


def test_the_json_stays_bounded():
    big = conv2d({"input": np.ones((64, 64)).tolist(), "weight": np.ones((8, 8)).tolist(), "padding": "same"})
    assert len(big.windows) == 64
    assert big.windows_left_out == 64 * 64 - 64
    assert len(big.model_dump_json()) < 200_000


def test_sizes_alone():
    done = output_size({"input_size": [224, 32], "kernel_size": 11, "stride": 4, "padding": 2, "dilation": [1, 2]})
    layer = torch.zeros(1, 1, 11, 11, device="meta")
    shape = F.conv2d(torch.zeros(1, 1, 224, 32, device="meta"), layer, stride=4, padding=2, dilation=(1, 2)).shape
    assert done.output == tuple(shape[2:])
    assert done.padded == (228, 36)
