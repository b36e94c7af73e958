"""What the words of this family mean, each with a formula and a task's own numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.notation import formula, head, row, sample
from tools.content import Block, Formula, Prose, number

Concept = Callable[[Attention, AttentionSteps], tuple[Block, ...]]


def _attention(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    return (
        Prose(
            text="Attention mixes values. How much of each value goes in depends on how well its key matches the query."
        ),
        Formula(latex=formula(given)),
        Prose(text=f"Here {given.queries} queries look at {given.keys} keys, so $C$ has {given.queries} rows."),
    )


def _query_key_value(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    return (
        Prose(text="A query asks, a key says what a position offers, a value is what is passed on where they match."),
        Formula(latex=rf"q_1 = {row(head(given.Q)[0])}, \quad k_1 = {row(head(given.K)[0])}"),
        Prose(
            text="They are the rows of $Q$, $K$ and $V$. Keys and values come in pairs: $K$ and $V$ are equally tall."
        ),
    )


def _scores(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    i, j = sample(out)
    return (
        Prose(text="A score is the dot product of a query and a key: large where they point in the same direction."),
        Formula(
            latex=rf"s_{{{i + 1}{j + 1}}} = {row(head(given.Q)[i])} {row(head(given.K)[j])}^\top "
            f"= {number(float(head(out.scores)[i, j]))}"
        ),
        Prose(text=r"All of them together are $S = QK^\top$, one row for each query and one column for each key."),
    )


def _transpose_key(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    return (
        Prose(
            text="Queries and keys are both rows. A matrix product takes rows times columns, so $K$ has to be turned."
        ),
        Formula(
            latex=rf"\underbrace{{Q}}_{{{given.queries} \times {given.d_k}}} "
            rf"\underbrace{{K^\top}}_{{{given.d_k} \times {given.keys}}} = "
            rf"\underbrace{{S}}_{{{given.queries} \times {given.keys}}}"
        ),
        Prose(text=f"With $K$ as it is, {given.queries} × {given.d_k} would meet {given.keys} × {given.d_k}."),
    )


def _d_k(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    return (
        Prose(text=r"$d_k$ is the length of a key, which is also the length of a query: the number of columns of $K$."),
        Formula(latex=rf"d_k = {given.d_k}, \qquad \sqrt{{d_k}} = {number(given.d_k**0.5)}"),
        Prose(text=f"It is not the number of keys, which is {given.keys}, nor the width of $V$, which is {given.d_v}."),
    )


def _scaling(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    i, j = sample(out)
    usual = "" if given.customary else f" This task uses the factor ${number(given.scale)}$ instead."
    return (
        Prose(
            text="A dot product of long vectors tends to be large, and large scores push the weight onto one key. "
            r"Dividing by $\sqrt{d_k}$ keeps their spread the same for every length."
        ),
        Formula(
            latex=rf"\frac{{s_{{{i + 1}{j + 1}}}}}{{\sqrt{{d_k}}}} = "
            rf"\frac{{{number(float(head(out.scores)[i, j]))}}}{{\sqrt{{{given.d_k}}}}}"
        ),
        Prose(text=f"It comes before the softmax, so that the weights still add up to 1.{usual}"),
    )


def _softmax(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    i, _ = sample(out)
    return (
        Prose(text="The softmax turns scores into positive weights that add up to 1, the largest score getting most."),
        Formula(latex=r"\operatorname{softmax}(z)_j = \frac{e^{z_j}}{\sum_k e^{z_k}}"),
        Prose(text=f"Here it meets ${row(head(out.masked)[i])}$ in row {i + 1}."),
    )


def _softmax_axis(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    usual = "" if given.softmax == "rows" else " This task asks for something else on purpose."
    return (
        Prose(text="The softmax runs over the keys, so over each row: a query shares its attention among all keys."),
        Formula(latex=rf"\sum_{{j=1}}^{{{given.keys}}} w_{{ij}} = 1, \qquad i = 1, \dots, {given.queries}"),
        Prose(text=f"In PyTorch that is `dim=-1`, the last dimension.{usual}"),
    )


def _weights(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    i, j = sample(out)
    return (
        Prose(text="Weight $w_{ij}$ says how much of value $j$ goes into the answer to query $i$."),
        Formula(latex=rf"w_{{{i + 1}{j + 1}}} = {number(float(head(out.weights)[i, j]))}"),
        Prose(text=f"There are {given.queries} × {given.keys} of them: a row for each query, a column for each key."),
    )


def _context(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    column = head(given.V)[:, 0]
    return (
        Prose(text="A context vector is a weighted mean of the values; the context matrix holds one for each query."),
        Formula(latex=rf"c_i = \sum_{{j=1}}^{{{given.keys}}} w_{{ij}}\, v_j"),
        Prose(
            text=f"The first entries of the values are ${row(column)}$; a mean stays within the range of such numbers."
        ),
    )


def _mask(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    hidden = int(np.isneginf(out.masked).sum())
    here = f"Here it hides {hidden} of {out.masked.size} scores." if given.added is not None else "This task has none."
    return (
        Prose(text="A mask keeps queries from looking at some keys, such as padding, or words that come later."),
        Formula(latex=r"w_{ij} \propto e^{z_{ij} + m_{ij}}, \qquad m_{ij} = -\infty \;\Rightarrow\; w_{ij} = 0"),
        Prose(text=f"A causal mask lets query $i$ see the keys 1 to $i$. {here}"),
    )


def _stable_softmax(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    i, _ = sample(out)
    line = head(out.masked)[i]
    return (
        Prose(text="Large exponents overflow. Subtracting the largest score of the row first changes no quotient:"),
        Formula(
            latex=r"\frac{e^{z_j}}{\sum_k e^{z_k}} = \frac{e^{z_j - m}}{\sum_k e^{z_k - m}}, \qquad m = \max_k z_k"
        ),
        Prose(text=f"In row {i + 1} the largest is ${number(float(line.max()))}$, and then no exponent is above 0."),
    )


def _multi_head(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    heads = int(np.prod(out.scores.shape[:-2]))
    return (
        Prose(text="Several heads do the same calculation side by side, each with its own $Q$, $K$ and $V$."),
        Formula(latex=r"C = \operatorname{concat}(C_1, \dots, C_h)\, W_O"),
        Prose(text=f"Here there is {heads} head, and $d_k = {given.d_k}$ is counted for each head by itself.")
        if heads == 1
        else Prose(text=f"Here there are {heads} heads, and $d_k = {given.d_k}$ is counted for each head by itself."),
    )


CONCEPTS: dict[str, Concept] = {
    "attention": _attention,
    "query_key_value": _query_key_value,
    "scores": _scores,
    "transpose_key": _transpose_key,
    "d_k": _d_k,
    "scaling": _scaling,
    "softmax": _softmax,
    "softmax_axis": _softmax_axis,
    "weights": _weights,
    "context": _context,
    "mask": _mask,
    "stable_softmax": _stable_softmax,
    "multi_head": _multi_head,
}
"""The concepts by topic key."""
