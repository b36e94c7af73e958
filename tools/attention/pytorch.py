"""The calculation as PyTorch code on a task's own numbers."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.mask import AnyMask
from tools.content import Block, Code, Prose


def in_pytorch(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    """Step by step, and in one call where PyTorch has one for these settings."""
    if given.softmax == "rows":
        heading = "**In PyTorch**, step by step and in one call; both print the same."
    else:
        lacking = "take the softmax over columns" if given.softmax == "columns" else "leave the softmax out"
        heading = f"**In PyTorch**, step by step; its own `scaled_dot_product_attention` cannot {lacking}."
    return Prose(text=heading), Code(source=_source(given, out))


def _source(given: Attention, out: AttentionSteps) -> str:
    one_call = given.softmax == "rows"
    one_call_import = "import torch.nn.functional as F\n" if one_call else ""
    scaling = " / K.shape[-1] ** 0.5" if given.customary else "" if given.scale == 1 else f" * {given.scale!r}"
    return f"""import torch
{one_call_import}
{_tensors(given)}
{_mask(given, out)}
scaled = Q @ K.transpose(-2, -1){scaling}
{_masked(given)}weights = {_weights(given, out)}
context = weights @ V
print(context)
{_call(given) if one_call else ""}"""


def _call(given: Attention) -> str:
    mask = ", is_causal=True" if given.is_causal else "" if given.mask is None else ", attn_mask=mask"
    scale = "" if given.customary else f", scale={given.scale!r}"
    return f"""
print(F.scaled_dot_product_attention(Q, K, V{mask}{scale}))
"""


def _tensors(given: Attention) -> str:
    named = {"Q": given.Q, "K": given.K, "V": given.V}
    return "\n".join(f"{name} = torch.tensor({_literal(array)})" for name, array in named.items())


def _literal(values: AnyMask) -> str:
    """A tensor's literal, a matrix row by row; floats, since a product with an integer tensor raises."""
    if values.ndim == 1:
        entries = values if values.dtype == np.bool_ else values + 0.0
        return str(entries.tolist()).replace("inf", "torch.inf")
    lines = "".join(f"{_literal(part)},\n" for part in values).splitlines()
    return "[\n" + "".join(f"    {line}\n" for line in lines) + "]"


def _mask(given: Attention, out: AttentionSteps) -> str:
    if given.is_causal:
        return f"mask = torch.ones({given.queries}, {given.keys}, dtype=torch.bool).tril()\n"
    if given.mask is None:
        return ""
    mask: AnyMask = given.mask
    return f"mask = torch.tensor({_literal(mask + np.zeros(out.scores.shape, mask.dtype))})\n"


def _masked(given: Attention) -> str:
    if given.added is None:
        return ""
    boolean = given.mask is None or given.mask.dtype == np.bool_
    return "scaled = scaled.masked_fill(~mask, -torch.inf)\n" if boolean else "scaled = scaled + mask\n"


def _weights(given: Attention, out: AttentionSteps) -> str:
    if given.softmax == "none":
        return "scaled" if given.added is None else "scaled.masked_fill(scaled.isinf(), 0.0)"
    dim = -1 if given.softmax == "rows" else -2
    everywhere = np.isfinite(out.masked).any(axis=dim).all()
    return f"torch.softmax(scaled, dim={dim})" + ("" if everywhere else ".nan_to_num(0.0)  # all masked: zeros")
