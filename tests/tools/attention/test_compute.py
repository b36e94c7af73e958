"""Attention against PyTorch."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tools.attention.compute import AttentionInput, scaled_dot_product_attention
from tools.schema import ToolError

seeds = st.integers(0, 10**6)
sides = st.integers(1, 6)
heads = st.sampled_from([(), (1,), (3,), (2, 2)])


def compute(settings, **options):
    return scaled_dot_product_attention(AttentionInput(query=settings.Q, key=settings.K, value=settings.V, **options))


def reference(settings, **options):
    Q, K, V = (torch.tensor(np.array(array)) for array in (settings.Q, settings.K, settings.V))
    return torch.nn.functional.scaled_dot_product_attention(Q, K, V, **options).numpy()


def test_the_sheet(sheet):
    out = compute(sheet)
    assert out.scores.tolist() == [[4, 7, 3], [1, 2, 1]]
    assert out.output.round(2).tolist() == [[1.8, 1.0, 1.44], [1.26, 1.25, 0.26]]


@given(seed=seeds, m=sides, d_k=sides, n=sides, d_v=sides, heads=heads)
def test_agrees_with_torch(draw, seed, m, d_k, n, d_v, heads):
    settings = draw(seed, m, d_k, n, d_v, heads)
    out = compute(settings)
    np.testing.assert_allclose(out.output, reference(settings), atol=1e-9)
    assert out.weights.shape == (*heads, m, n)
    assert out.weights.sum(axis=-1) == pytest.approx(np.ones((*heads, m)))
    assert out.exponentials.max(axis=-1) == pytest.approx(np.ones((*heads, m)))
    assert out.weights @ settings.V == pytest.approx(out.output)


@given(seed=seeds, m=sides, n=sides, heads=heads, scale=st.floats(-3, 3))
def test_agrees_with_torch_on_causal_masks_and_other_scales(draw, seed, m, n, heads, scale):
    settings = draw(seed, m, 3, n, 2, heads)
    wanted = reference(settings, is_causal=True, scale=scale)
    np.testing.assert_allclose(compute(settings, is_causal=True, scale=scale).output, wanted, atol=1e-9)


@given(seed=seeds, m=sides, n=sides, heads=heads)
def test_agrees_with_torch_on_boolean_masks(draw, seed, m, n, heads):
    settings = draw(seed, m, 3, n, 2, heads)
    mask = np.random.default_rng(seed).random((m, n)) < 0.5
    out = compute(settings, attn_mask=mask.tolist())
    np.testing.assert_allclose(out.output, reference(settings, attn_mask=torch.tensor(mask)), atol=1e-9)
    assert (out.output[..., ~mask.any(axis=1), :] == 0).all()


@given(seed=seeds, m=sides, n=sides, heads=heads)
def test_agrees_with_torch_on_additive_masks(draw, seed, m, n, heads):
    settings = draw(seed, m, 3, n, 2, heads)
    mask = np.random.default_rng(seed).normal(size=(*heads, m, n))
    mask[mask > 1] = -np.inf
    out = compute(settings, attn_mask=mask)
    np.testing.assert_allclose(out.output, reference(settings, attn_mask=torch.tensor(mask)), atol=1e-9)


@given(seed=seeds)
def test_other_softmaxes(draw, seed):
    settings = draw(seed)
    S = torch.tensor(settings.Q @ settings.K.T / 3**0.5)
    V = torch.tensor(np.array(settings.V))
    np.testing.assert_allclose(compute(settings, softmax="columns").output, torch.softmax(S, 0) @ V, atol=1e-9)
    np.testing.assert_allclose(compute(settings, softmax="none").output, S @ V, atol=1e-9)
    unscaled = torch.softmax(S * 3**0.5, 1) @ V
    np.testing.assert_allclose(compute(settings, scale="none").output, unscaled, atol=1e-9)


def test_large_scores_do_not_overflow():
    out = scaled_dot_product_attention(AttentionInput(query=[[1e30]], key=[[1], [-1], [1]], value=[[1], [2], [4]]))
    assert out.output.tolist() == [[2.5]]


def test_one_mask_serves_all_heads(draw):
    settings = draw(3, heads=(2,))
    out = compute(settings, attn_mask=[True, False, True])
    assert (out.weights[..., 1] == 0).all()


Q, K, V = [[1, 2], [3, 4]], [[1, 2], [3, 4], [5, 6]], [[1], [2], [3]]
REFUSED = [
    ({"key": [[1, 2, 3]] * 3}, "shape", "Q has 2 columns but K has 3: QKᵀ needs them equal"),
    ({"value": [[1], [2]]}, "shape", "K has 3 rows but V has 2: each key needs its own value"),
    ({"query": [1, 2]}, "shape", "Q must be a matrix"),
    ({"key": []}, "shape", "K must be a matrix"),
    ({"value": [["nan"], [1], [2]]}, "invalid", "entries of V must be finite"),
    ({"query": [[1e90, 1]]}, "too_large", "entries of Q may be at most 1e\\+75"),
    ({"query": [[1, 2]] * 65}, "too_large", "Q is 65×2: a matrix may have at most 64"),
    ({"query": [[[1, 2]]] * 2, "key": [K] * 3}, "shape", "the heads in front must be as many"),
    ({"attn_mask": [[True, False]]}, "shape", "the mask is 1×2 but the scores are 2×3"),
    ({"attn_mask": [[True, 1, 0], [1, 1, 1]]}, "invalid", "true and false throughout"),
    ({"attn_mask": [["inf", 1, 0], [1, 1, 1]]}, "invalid", "not nan or \\+inf"),
    ({"attn_mask": [[True] * 3] * 2, "is_causal": True}, "invalid", "only one of them"),
    ({"scale": float("nan")}, "invalid", "the scale must be a number"),
    ({"query": [[[1] * 2] * 64] * 32, "key": [[1] * 2] * 64, "value": [[1]] * 64}, "too_large", "65,536 scores"),
]


@pytest.mark.parametrize(("changed", "kind", "says"), REFUSED)
def test_impossible_inputs_are_refused(changed, kind, says):
    with pytest.raises(ToolError, match=says) as refusal:
        scaled_dot_product_attention(AttentionInput.model_validate({"query": Q, "key": K, "value": V, **changed}))
    assert refusal.value.kind == kind
