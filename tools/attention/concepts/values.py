"""The weights, the context they mix from the values, and attention as a whole."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.concepts.softmax import shares
from tools.attention.notation import formula, head, row, sample
from tools.concept import Concept, concept
from tools.content import number


def attention(given: Attention, out: AttentionSteps) -> Concept:
    return concept(
        "Attention mixes values. How much of each value goes in depends on how well its key matches the query.",
        formula(given),
        f"Here {given.queries} queries look at {given.keys} keys, so $C$ has {given.queries} rows.",
        "How many scores does that make?",
        given.queries * given.keys,
    )


def attention_name(given: Attention, out: AttentionSteps) -> Concept:
    i, _ = sample(out)
    weights = shares(head(out.masked)[i])
    most = int(weights.argmax())
    return concept(
        "Each query has one unit of attention to spend and spreads it over the keys: much on a key that matches well, "
        "hardly any on the others. The weights are that attention.",
        rf"w_{{{i + 1}{most + 1}}} = {number(float(weights[most]))}",
        f"So query {i + 1} attends mostly to key {most + 1}. “Scaled dot-product” says how a match is measured: by a "
        rf"dot product, divided by $\sqrt{{{given.d_k}}}$.",
        f"How much attention is left for the other keys of query {i + 1}?",
        1 - weights[most],
    )


def weights(given: Attention, out: AttentionSteps) -> Concept:
    i, j = sample(out)
    return concept(
        "Weight $w_{ij}$ says how much of value $j$ goes into the answer to query $i$. A row belongs to a query, a "
        "column to a key.",
        rf"w_{{{i + 1}{j + 1}}} = {number(float(head(out.weights)[i, j]))}",
        f"There are {given.queries} rows and {given.keys} columns of them. They are computed anew for every input, "
        "unlike the weights of a layer, which are learned.",
        "How many weights are there in all?",
        given.queries * given.keys,
    )


def context(given: Attention, out: AttentionSteps) -> Concept:
    column = head(given.V)[:, 0]
    return concept(
        "A context vector is a weighted mean of the values; the context matrix holds one for each query.",
        rf"c_i = \sum_{{j=1}}^{{{given.keys}}} w_{{ij}}\, v_j",
        f"The first entries of the values are ${row(column)}$; a mean stays within the range of such numbers.",
        "With equal weights for all keys, what would be the first entry of a context vector?",
        column.mean(),
    )


def context_shape(given: Attention, out: AttentionSteps) -> Concept:
    return concept(
        "The context has one row for each query, since each query gets its own mix, and one column for each entry of a "
        "value, since values are what is mixed. The number of keys drops out: the sum runs over it.",
        rf"\underbrace{{W}}_{{{given.queries} \times {given.keys}}} "
        rf"\underbrace{{V}}_{{{given.keys} \times {given.d_v}}} = "
        rf"\underbrace{{C}}_{{{given.queries} \times {given.d_v}}}",
        f"$d_k = {given.d_k}$ drops out as well, already in the scores.",
        "How many rows would $C$ have with 5 queries?",
        5,
    )


def multi_head(given: Attention, out: AttentionSteps) -> Concept:
    heads = int(np.prod(out.scores.shape[:-2]))
    here = "Here there is 1 head" if heads == 1 else f"Here there are {heads} heads"
    return concept(
        "Several heads do the same calculation side by side, each with its own $Q$, $K$ and $V$, so each can look for "
        "something else.",
        r"C = \operatorname{concat}(C_1, \dots, C_h)\, W_O",
        f"{here}, and $d_k = {given.d_k}$ is counted for each head by itself.",
        "If 8 heads share a width of 512 equally, how large is $d_k$ in each?",
        64,
    )


def negative(given: Attention, out: AttentionSteps) -> Concept:
    below = int(np.sum(head(given.V) < 0))
    lowest = number(float(head(out.scores).min()))
    return concept(
        "Scores and values may be negative, weights after a softmax never: an exponential is above 0. So a minus in "
        "$C$ comes from $V$.",
        r"w_{ij} = \frac{e^{z_{ij}}}{\sum_k e^{z_{ik}}} > 0",
        f"The smallest score here is ${lowest}$. A negative score means that query and key point apart; its weight is "
        "small, not negative.",
        "How many entries of $V$ are negative?",
        below,
    )
