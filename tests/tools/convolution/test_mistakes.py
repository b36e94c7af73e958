"""Each slip predicts its own wrong result: PyTorch one-liners as the independent formula."""

from itertools import combinations, product

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812 - PyTorch's own name for it

from tools.convolution.family import FAMILY
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution
from tools.convolution.mistakes import IDENTITIES, SLIPS
from tools.convolution.practice import unavoidable
from tools.settings import Settings


def conv(X, K, stride=1, pad=(0, 0, 0, 0), dilation=1, mode="constant", fill=0.0):
    """`pad` is left, right, top, bottom, as in PyTorch."""
    value = fill if mode == "constant" else None
    return F.conv2d(F.pad(X, pad, mode, value) if any(pad) else X, K, stride=stride, dilation=dilation)


def tiles(X, K, pad=(0, 0, 0, 0), stride=1):
    """Every window's products, laid out as a grid."""
    rows, columns = conv(X, K, stride, pad).shape[2:]
    windows = F.unfold(F.pad(X, pad), K.shape[2:], stride=stride)[0].T.reshape(rows, columns, *K.shape[2:])
    return torch.cat([torch.cat([w * K[0, 0] for w in row], 1) for row in windows], 0)[None, None]


# X and K are (1, 1, n, n) and irrational-looking; each row: slip, settings, all results it may predict
P1, P2 = (1, 1, 1, 1), (2, 2, 2, 2)
FORMULAS = [
    ("flipped_kernel", {}, lambda X, K: [conv(X, K.flip(2, 3))]),
    ("transposed_kernel", {}, lambda X, K: [conv(X, K.mT)]),
    ("flipped_one_axis", {}, lambda X, K: [conv(X, K.flip(2)), conv(X, K.flip(3))]),
    ("kernel_sign", {}, lambda X, K: [-conv(X, K)]),
    ("forgot_padding", {"padding": 1, "stride": 2}, lambda X, K: [conv(X, K, 2)]),
    ("extra_padding", {}, lambda X, K: [conv(X, K, pad=P1)]),
    ("padded_output", {"padding": 1, "stride": 2}, lambda X, K: [F.pad(conv(X, K, 2), P1)]),
    ("padding_too_large", {"padding": 1}, lambda X, K: [conv(X, K, pad=(p,) * 4) for p in (2, 3)]),
    ("padding_too_large", {"padding": 2}, lambda X, K: [conv(X, K, pad=(p,) * 4) for p in (3, 4)]),
    ("padding_one_side", {"padding": 1}, lambda X, K: [conv(X, K, pad=(1, 0, 1, 0)), conv(X, K, pad=(0, 1, 0, 1))]),
    ("padding_one_axis", {"padding": 1}, lambda X, K: [conv(X, K, pad=(0, 0, 1, 1)), conv(X, K, pad=(1, 1, 0, 0))]),
    ("nonzero_padding", {"padding": 1}, lambda X, K: [conv(X, K, pad=P1, fill=1.0)]),
    ("replicate_padding", {"padding": 1, "stride": 2}, lambda X, K: [conv(X, K, 2, P1, mode="replicate")]),
    ("reflect_padding", {"padding": 1, "stride": 2}, lambda X, K: [conv(X, K, 2, P1, mode="reflect")]),
    ("wrong_stride", {"stride": 2}, lambda X, K: [conv(X, K, s) for s in (1, 3)]),
    ("wrong_stride", {}, lambda X, K: [conv(X, K, s) for s in (2, 3, (1, 2), (2, 1))]),
    ("stride_one_direction", {"stride": 2}, lambda X, K: [conv(X, K, (2, 1)), conv(X, K, (1, 2))]),
    ("stride_not_applied", {"stride": 2}, lambda X, K: [conv(X, K)[:, :, :2, :2]]),
    ("dilation_ignored", {"dilation": 2}, lambda X, K: [conv(X, K)]),
    ("max_pooling", {"stride": 2}, lambda X, K: [F.max_pool2d(X, 2, 2)]),
    ("average_pooling", {"stride": 2}, lambda X, K: [conv(X, K, 2) / 4, F.avg_pool2d(X, 2, 2)]),
    (
        "no_sum",
        {"stride": 2, "padding": 1},
        lambda X, K: [
            tiles(X, K, P1, 2),
            tiles(X, K, P1, 2)[:, :, :2, :2],
            F.pad(X, P1)[:, :, :-1:2, :-1:2] * K[0, 0, 0, 0],
        ],
    ),
    ("added_bias", {}, lambda X, K: [conv(X, K) + b for b in (1, -1, 2, 0.5)]),
    ("relu_applied", {}, lambda X, K: [conv(X, K).relu()]),
]


def numbers(seed, side=4, kernel=2):
    rng = np.random.default_rng(seed)
    return torch.tensor(rng.normal(size=(1, 1, side, side))), torch.tensor(rng.normal(size=(1, 1, kernel, kernel)))


def task_of(X, K, **choices):
    return FAMILY.task(Settings(input=X[0, 0].numpy(), kernel=K[0, 0].numpy(), **choices))


def results(task, slip):
    return [prediction.result for prediction in task.predictions if prediction.mistakes[0].name == slip]


def same_results(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("slip", "choices", "formula"), FORMULAS, ids=[f"{n}-{c}" for n, c, _ in FORMULAS])
@pytest.mark.parametrize("seed", range(3))
def test_a_slip_predicts_its_own_result(slip, choices, formula, seed):
    X, K = numbers(seed)
    same_results(results(task_of(X, K, **choices), slip), [Y[0, 0].numpy() for Y in formula(X, K)])


def test_rounding_the_size_up_lets_the_last_window_hang_over():
    X, K = numbers(4, side=5)
    expected = conv(X, K, 2, (0, 1, 0, 1))[0, 0].numpy()
    same_results(results(task_of(X, K, stride=2), "ceil_instead_of_floor"), [expected])
    assert results(task_of(*numbers(4, side=4), stride=2), "ceil_instead_of_floor") == []


def test_channels_kept_apart():
    rng = np.random.default_rng(6)
    X, K = rng.normal(size=(3, 5, 5)), rng.normal(size=(1, 3, 2, 2))
    task = FAMILY.task(Settings(input=X, kernel=K, stride=2))
    apart = F.conv2d(torch.tensor(X), torch.tensor(K[0][:, None]), stride=2, groups=3).numpy()
    same_results(results(task, "channels_not_summed"), [apart])


def test_the_formulas_cover_the_library():
    assert {slip.mistake.name for slip in SLIPS} == {name for name, _, _ in FORMULAS} | {
        "ceil_instead_of_floor",
        "channels_not_summed",
    }


def test_a_layer_with_a_bias_cannot_get_one_by_mistake():
    assert results(task_of(*numbers(0), bias=0.5), "added_bias") == []


def test_only_steps_from_the_slip_on_differ(make):
    task = make(3)
    right = {step.name: step.value for step in task.steps}
    assert task.predictions or task.result.size == 1
    for prediction in (*task.predictions, *task.pairs):
        names = list(right)
        starts = [names.index(mistake.step) for mistake in prediction.mistakes if mistake.step in names]
        reached = list(prediction.steps)
        assert reached == [name for name in names if name in reached], "in order"
        assert reached[-1] == names[-1]
        assert all(names.index(name) >= min(starts, default=0) for name in reached)
        for name, wrong in prediction.steps.items():
            assert wrong.shape != right[name].shape or not np.allclose(wrong, right[name], rtol=1e-9)


SHEET = [
    # stride, padding, slip, what it leads to on the sheet's numbers
    (2, 1, "forgot_padding", [[1, -1], [5, 3]]),
    (2, 1, "padding_one_side", [[1, -1], [5, 3]]),
    (2, 1, "padded_output", [[0, 0, 0, 0], [0, 1, -1, 0], [0, 5, 3, 0], [0, 0, 0, 0]]),
    (2, 1, "padding_too_large", [[0, 0, 0, 0], [0, 1, -1, 0], [0, 5, 3, 0], [0, 0, 0, 0]]),
    (2, 1, "wrong_stride", [[1, -1], [1, 3]]),
    (2, 0, "wrong_stride", [[1, 3, -1], [4, 2, 2], [5, 3, 3]]),
    (2, 0, "stride_not_applied", [[1, 3], [4, 2]]),
    (1, 0, "wrong_stride", [[1, -1], [5, 3]]),
]


@pytest.mark.parametrize(("stride", "padding", "slip", "Y"), SHEET)
def test_slips_on_the_sheet(sheet, stride, padding, slip, Y):
    found = [result.tolist() for result in results(sheet(stride, padding), slip)]
    assert Y in found


def test_on_the_sheet_the_turned_kernel_is_the_transposed_one(sheet):
    task = sheet(1, 0)
    same_results(results(task, "flipped_kernel"), results(task, "transposed_kernel"))


PAIRS = [
    # two slips, settings, their common result
    (("flipped_kernel", "forgot_padding"), {"padding": 1}, lambda X, K: conv(X, K.flip(2, 3))),
    (("transposed_kernel", "relu_applied"), {"stride": 2}, lambda X, K: conv(X, K.mT, 2).relu()),
    (("forgot_padding", "wrong_stride"), {"padding": 1, "stride": 2}, lambda X, K: conv(X, K)),
    (("nonzero_padding", "wrong_stride"), {"padding": 1}, lambda X, K: conv(X, K, 3, P1, fill=1.0)),
    (("kernel_sign", "added_bias"), {}, lambda X, K: 1 - conv(X, K)),
]


@pytest.mark.parametrize(("names", "choices", "formula"), PAIRS, ids=["+".join(names) for names, _, _ in PAIRS])
def test_two_slips_compose(names, choices, formula):
    X, K = numbers(7)
    expected = formula(X, K)[0, 0].numpy()
    found = [p for p in task_of(X, K, **choices).pairs if tuple(m.name for m in p.mistakes) == names]
    assert any(p.result.shape == expected.shape and np.allclose(p.result, expected) for p in found)


def test_pairs_neither_undo_nor_repeat(sheet):
    task = sheet(2, 1)
    singles = {prediction.mistakes[0].name: [] for prediction in task.predictions}
    for prediction in task.predictions:
        singles[prediction.mistakes[0].name].append(prediction.result.tolist())
    assert len(task.pairs) > 200
    for pair in task.pairs:
        first, second = (mistake.name for mistake in pair.mistakes)
        assert first != second
        assert pair.result.tolist() != task.result.tolist()
        assert pair.result.tolist() not in singles[first] + singles[second]


def generic_collisions(geometry):
    """Names of slips that come to the same on all numbers, those that come out right left aside."""
    rng = np.random.default_rng(0)
    some = Convolution(geometry, rng.normal(size=(1, *geometry.input_size)), np.ones((1, 1, *geometry.kernel_size)))
    return {slips for slips in unavoidable(some) if len(slips) > 1}


def test_the_identities_are_all_there_are():
    """Where a kernel of two sides fits on the input and is larger than the padding, no other slips come to the same."""
    known = {identity.slips for identity in IDENTITIES}
    for height, width, h, w, stride in product(range(2, 7), range(2, 7), (2, 3), (2, 3), (1, 2, 3)):
        for padding in range(min(h, w)):
            if h <= height and w <= width:
                geometry = Geometry((height, width), (h, w), (stride, stride), (padding,) * 4)
                assert generic_collisions(geometry) <= known, geometry


@pytest.mark.parametrize("identity", IDENTITIES, ids=[" = ".join(sorted(row.slips)) for row in IDENTITIES])
def test_each_identity_holds_on_its_example(identity):
    assert identity.slips in generic_collisions(identity.example)
    assert identity.slips <= {slip.mistake.name for slip in SLIPS}


def test_wording_is_whole():
    for slip in SLIPS:
        mistake = slip.mistake
        assert mistake.ask.endswith("?")
        assert mistake.names.startswith("You ")
        assert mistake.names.endswith(".")
        assert mistake.remedy.endswith(".")
        for text in (mistake.ask, mistake.names, mistake.remedy):
            assert not set(text.lower().replace(".", "").split()) & {"simply", "just", "easy", "sorry"}
            assert "!" not in text
    assert all(first.mistake.names != second.mistake.names for first, second in combinations(SLIPS, 2))
