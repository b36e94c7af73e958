"""Scaled dot-product attention with every intermediate, as a function of how it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from pydantic import StrictBool

from tools.attention.mask import AnyMask, Mask, additive, causal
from tools.bugs import NOTHING
from tools.schema import MAX_ENTRIES, MAX_SIDE, Array, Frozen, Tensor, ToolError
from tools.slips import rounded

LARGEST = 1e75
"""Largest entry or scale, so that no product of three leaves the range of float64."""
Softmax = Literal["rows", "columns", "none"]


class AttentionInput(Frozen):
    """query (…, m, d_k), key (…, n, d_k), value (…, n, d_v), heads stacked in front; mask (…, m, n).

    `scale` multiplies the scores: 1/√d_k unless given, and 1 for "none".
    """

    query: Tensor
    key: Tensor
    value: Tensor
    attn_mask: Mask | None = None
    is_causal: StrictBool = False
    scale: float | Literal["none"] | None = None
    softmax: Softmax = "rows"


class AttentionSteps(Frozen):
    """Every step: scores QKᵀ, scaled, masked (scaled plus mask), maxima, exponentials, weights, output.

    `maxima` are those of the rows (columns) that the softmax runs over, `exponentials` those of masked − maxima; both
    are None without a softmax. A row that is masked entirely has weights and output zero.
    """

    scores: Tensor
    scaled: Tensor
    masked: Tensor
    maxima: Tensor | None
    exponentials: Tensor | None
    weights: Tensor
    output: Tensor


@dataclass(frozen=True)
class Method:
    """The choices in softmax(QKᵀ/√d_k)V; the defaults are what the exercise says."""

    product: Literal["QKt", "KQt", "QK"] = "QKt"
    scale: Literal["given", "none", "d_k", "sqrt_keys", "sqrt_d_v", "times"] = "given"
    scaled_late: bool = False  # the weights are scaled, not the scores
    mask: Literal["given", "causal"] = "given"
    weighting: Literal["softmax", "scores", "exponentials", "shares", "argmax"] = "softmax"
    over: Literal["given", "columns", "all"] = "given"
    transposed: bool = False
    decimals: tuple[int | None, int | None] = (None, None)  # to which scaled scores and weights are rounded


@dataclass(frozen=True)
class Attention:
    """The input, checked; `scale` is the factor of the scores, `added` what the mask adds to them."""

    Q: Array
    K: Array
    V: Array
    scale: float
    added: Array | None
    softmax: Softmax
    is_causal: bool = False
    mask: AnyMask | None = None

    @property
    def queries(self) -> int:
        """Number of queries, m."""
        return int(self.Q.shape[-2])

    @property
    def keys(self) -> int:
        """Number of keys, n."""
        return int(self.K.shape[-2])

    @property
    def d_k(self) -> int:
        """Length of a query and of a key."""
        return int(self.K.shape[-1])

    @property
    def d_v(self) -> int:
        """Length of a value."""
        return int(self.V.shape[-1])

    @property
    def customary(self) -> bool:
        """Whether the scale is the usual 1/√d_k."""
        return bool(np.isclose(self.scale, self.d_k**-0.5))


def _size(array: Array) -> str:
    return "×".join(str(side) for side in array.shape)


def attention(given: AttentionInput) -> Attention:
    """The input, checked: matrices whose shapes fit, bounded in size, finite."""
    named = {"Q": given.query, "K": given.key, "V": given.value}
    for name, array in named.items():
        if array.ndim < 2 or array.size == 0:
            raise ToolError(f"{name} must be a matrix such as [[1, 0], [0, 1]], one row for each vector", "shape")
        if max(array.shape[-2:]) > MAX_SIDE:
            raise ToolError(
                f"{name} is {_size(array)}: a matrix may have at most {MAX_SIDE} rows or columns", "too_large"
            )
        if not np.isfinite(array).all():
            raise ToolError(f"the entries of {name} must be finite numbers")
        if np.abs(array).max() > LARGEST:
            raise ToolError(f"the entries of {name} may be at most {LARGEST:g} in size", "too_large")
    Q, K, V = named.values()
    if Q.shape[-1] != K.shape[-1]:
        raise ToolError(f"Q has {Q.shape[-1]} columns but K has {K.shape[-1]}: QKᵀ needs them equal", "shape")
    if K.shape[-2] != V.shape[-2]:
        raise ToolError(f"K has {K.shape[-2]} rows but V has {V.shape[-2]}: each key needs its own value", "shape")
    try:
        heads = np.broadcast_shapes(Q.shape[:-2], K.shape[:-2], V.shape[:-2])
    except ValueError:
        sizes = f"Q is {_size(Q)}, K is {_size(K)}, V is {_size(V)}"
        raise ToolError(f"{sizes}: the heads in front must be as many in all three", "shape") from None
    scores = (*heads, Q.shape[-2], K.shape[-2])
    if np.prod(scores) > MAX_ENTRIES or np.prod((*scores[:-1], V.shape[-1])) > MAX_ENTRIES:
        raise ToolError(f"all heads together may have at most {MAX_ENTRIES:,} scores", "too_large")
    scale = 1.0 if given.scale == "none" else K.shape[-1] ** -0.5 if given.scale is None else given.scale
    if not np.isfinite(scale) or abs(scale) > LARGEST:
        raise ToolError(f"the scale must be a number of at most {LARGEST:g} in size, not {scale:g}")
    return Attention(Q, K, V, scale, _added(given, scores), given.softmax, given.is_causal, given.attn_mask)


def _added(given: AttentionInput, scores: tuple[int, ...]) -> Array | None:
    """What the mask, or being causal, adds to the scores."""
    if given.is_causal and given.attn_mask is not None:
        raise ToolError("attn_mask and is_causal are both given: as in PyTorch, only one of them may be")
    if given.is_causal:
        return additive(causal(*scores[-2:]))
    if given.attn_mask is None:
        return None
    mask = given.attn_mask
    try:
        fits = np.broadcast_shapes(mask.shape, scores) == scores
    except ValueError:
        fits = False
    if not fits:
        size, wanted = "×".join(map(str, mask.shape)), "×".join(map(str, scores))
        raise ToolError(f"the mask is {size} but the scores are {wanted}: each score needs its own entry", "shape")
    return additive(mask)


def follow(given: Attention, method: Method, own: Mapping[str, Array] = NOTHING) -> dict[str, Array]:
    """The calculation by a method: scores, scaled, weights as far as it meets them, and its C last; from the student's
    `own` steps on, where there are any.

    Raises ValueError where the shapes do not fit the method.
    """
    scores = own["scores"] if "scores" in own else _product(given, method.product)
    factor = _factor(given, method)
    scaled = scores if method.scaled_late else scores * factor
    scaled = own.get("scaled", rounded(scaled, method.decimals[0]))
    added = given.added
    if method.mask == "causal":
        added = additive(causal(*scores.shape[-2:])) + (0.0 if added is None else added)
    axes = _axes(given, method)
    weights = weighted(scaled, added, axes, method.weighting if axes else "scores")
    weights = weights * factor if method.scaled_late else weights
    weights = own.get("weights", rounded(weights, method.decimals[1]))
    output = (np.swapaxes(weights, -1, -2) if method.transposed else weights) @ given.V
    return {"scores": scores, "scaled": scaled, "weights": weights, "C": output}


def _product(given: Attention, product: str) -> Array:
    left, right = (given.K, given.Q) if product == "KQt" else (given.Q, given.K)
    made: Array = left @ (right if product == "QK" else np.swapaxes(right, -1, -2))
    return made


def _factor(given: Attention, method: Method) -> float:
    """What the scores are multiplied by."""
    factors: dict[str, float] = {
        "given": given.scale,
        "none": 1.0,
        "d_k": 1 / given.d_k,
        "sqrt_keys": given.keys**-0.5,
        "sqrt_d_v": given.d_v**-0.5,
        "times": given.d_k**0.5,
    }
    return factors[method.scale]


def _axes(given: Attention, method: Method) -> tuple[int, ...]:
    """The axes along which the weights sum to 1; none where there is no softmax."""
    over = given.softmax if method.over == "given" else method.over
    return {"rows": (-1,), "columns": (-2,), "all": (-2, -1), "none": ()}[over]


def weighted(scaled: Array, added: Array | None, axes: tuple[int, ...], weighting: str = "softmax") -> Array:
    """Weights from scaled scores, zero wherever masked."""
    masked = scaled if added is None else scaled + added
    allowed = np.isfinite(masked)
    if weighting in ("scores", "shares"):
        kept: Array = np.where(allowed, masked, 0.0)
        sums = kept.sum(axis=axes, keepdims=True) if weighting == "shares" else np.ones(1)
        return np.divide(kept, sums)
    if weighting == "exponentials":
        return np.asarray(np.exp(masked))
    maxima, exponentials = stabilised(masked, axes)
    if weighting == "argmax":
        exponentials = (allowed & (masked == maxima)).astype(np.float64)
    sums = exponentials.sum(axis=axes, keepdims=True)
    return exponentials / np.where(sums > 0, sums, 1.0)


def stabilised(masked: Array, axes: tuple[int, ...]) -> tuple[Array, Array]:
    """Maxima along the axes (0 where everything is masked), and the exponentials of what is left below them."""
    maxima = masked.max(axis=axes, keepdims=True)
    maxima = np.where(np.isfinite(maxima), maxima, 0.0)
    return maxima, np.exp(masked - maxima)


def scaled_dot_product_attention(given: AttentionInput) -> AttentionSteps:
    """softmax(QKᵀ·scale + mask)V with all steps, as `torch.nn.functional.scaled_dot_product_attention` gives it.

    >>> ask = AttentionInput(query=[[1, 0]], key=[[1, 0], [1, 0]], value=[[1, 2], [3, 4]])
    >>> scaled_dot_product_attention(ask).output.tolist()
    [[2.0, 3.0]]
    >>> scaled_dot_product_attention(AttentionInput(query=[[1, 0]], key=[[1]], value=[[1]]))
    Traceback (most recent call last):
    tools.schema.ToolError: Q has 2 columns but K has 1: QKᵀ needs them equal
    """
    checked = attention(given)
    steps = follow(checked, Method())
    scaled, axes = steps["scaled"], _axes(checked, Method())
    masked = scaled if checked.added is None else scaled + checked.added
    maxima, exponentials = stabilised(masked, axes) if axes else (None, None)
    return AttentionSteps(
        scores=steps["scores"],
        scaled=scaled,
        masked=masked,
        maxima=maxima,
        exponentials=exponentials,
        weights=steps["weights"],
        output=steps["C"],
    )
