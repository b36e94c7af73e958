"""What the words of this family mean, each with a formula and a task's own numbers."""

from __future__ import annotations

from collections.abc import Callable

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.concepts import scaling, scores, softmax, values
from tools.concept import Concept

CONCEPTS: dict[str, Callable[[Attention, AttentionSteps], Concept]] = {
    "attention": values.attention,
    "attention_name": values.attention_name,
    "query_key_value": scores.query_key_value,
    "scores": scores.scores,
    "scores_and_weights": scores.scores_and_weights,
    "transpose_key": scores.transpose_key,
    "transpose": scores.transpose_key,
    "d_k": scaling.d_k,
    "scaling": scaling.scaling,
    "root_against_d_k": scaling.root_against_d_k,
    "scale_before_softmax": scaling.scale_before_softmax,
    "softmax": softmax.softmax,
    "softmax_axis": softmax.softmax_axis,
    "sum_to_one": softmax.sum_to_one,
    "normalization": softmax.sum_to_one,
    "stable_softmax": softmax.stable_softmax,
    "mask": softmax.mask,
    "weights": values.weights,
    "context": values.context,
    "context_shape": values.context_shape,
    "multi_head": values.multi_head,
    "negative": values.negative,
}
"""The concepts by topic key; a key that several families have means what the conversation is about."""
