"""The softmax: what it does, along which axis, why its weights sum to 1, how it stays finite, how it is masked."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.notation import head, row, sample
from tools.concept import Concept, concept
from tools.content import number
from tools.schema import Array


def shares(line: Array) -> Array:
    """The softmax of one row; zeros where every entry is −∞.

    >>> shares(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    if not np.isfinite(line).any():
        return np.zeros_like(line)
    grown = np.exp(line - line.max())
    shared: Array = grown / grown.sum()
    return shared


def softmax(given: Attention, out: AttentionSteps) -> Concept:
    i, _ = sample(out)
    return concept(
        "The softmax turns scores into weights. The exponential makes every number positive and keeps their order; "
        "dividing by the sum makes shares of them.",
        r"\operatorname{softmax}(z)_j = \frac{e^{z_j}}{\sum_k e^{z_k}}",
        f"Here it meets ${row(head(out.masked)[i])}$ in row {i + 1}. Only differences count: adding the same number "
        "to all scores changes nothing.",
        f"If all {given.keys} scores of a row were equal, how large would each weight be?",
        1 / given.keys,
    )


def softmax_axis(given: Attention, out: AttentionSteps) -> Concept:
    i, _ = sample(out)
    down = np.array([shares(column) for column in head(out.masked).T]).T
    usual = "" if given.softmax == "rows" else " This task asks for something else on purpose."
    return concept(
        "Over the rows: each query shares its attention among all keys. Over the columns, each key would share itself "
        "among the queries, and a row of weights would add up to anything.",
        rf"\sum_{{j=1}}^{{{given.keys}}} w_{{ij}} = 1, \qquad i = 1, \dots, {given.queries}",
        f"In PyTorch `dim=-1` is right; with `dim=0` the weights of query {i + 1} would add up to "
        f"${number(float(down[i].sum()))}$.{usual}",
        "With `dim=-1`, how many of the sums are 1?",
        given.queries,
    )


def sum_to_one(given: Attention, out: AttentionSteps) -> Concept:
    i, _ = sample(out)
    weights, column = shares(head(out.masked)[i]), head(given.V)[:, 0]
    return concept(
        "Every weight is its exponential divided by the total of its row. All parts of a total together make 1, so a "
        "row of the result is a weighted mean of the values.",
        r"\sum_j w_{ij} = \frac{\sum_j e^{z_{ij}}}{\sum_k e^{z_{ik}}} = 1",
        f"A mean cannot leave the range of what it averages: from ${number(float(column.min()))}$ to "
        f"${number(float(column.max()))}$ in the first column of $V$.",
        f"The first {given.keys - 1} of query {i + 1}'s {given.keys} weights add up to "
        f"${number(float(weights[:-1].sum()))}$. What is the last?",
        weights[-1],
    )


def stable_softmax(given: Attention, out: AttentionSteps) -> Concept:
    i, j = sample(out)
    line = head(out.masked if np.isfinite(head(out.masked)[i, j]) else out.scaled)[i]
    return concept(
        "Large exponents overflow. Subtracting the largest score of the row first multiplies the numerator and the "
        "denominator by the same number, so no quotient changes:",
        r"\frac{e^{z_j}}{\sum_k e^{z_k}} = \frac{e^{z_j - m}}{\sum_k e^{z_k - m}}, \qquad m = \max_k z_k",
        f"In row {i + 1} the largest is $m = {number(float(line.max()))}$, and then no exponent is above 0.",
        f"What is left of ${number(float(line[j]))}$ after subtracting it?",
        line[j] - line.max(),
    )


def mask(given: Attention, out: AttentionSteps) -> Concept:
    hidden = int(np.isneginf(out.masked).sum())
    here = f"Here it hides {hidden} of {out.masked.size} scores." if given.added is not None else "This task has none."
    return concept(
        "A mask keeps queries from looking at some keys, such as padding, or words that come later. It is added before "
        "the softmax.",
        r"w_{ij} \propto e^{z_{ij} + m_{ij}}, \qquad m_{ij} = -\infty \;\Rightarrow\; w_{ij} = 0",
        f"A causal mask lets query $i$ see the keys 1 to $i$. {here}",
        "With a causal mask, what is the first weight of query 1?",
        1,
    )
