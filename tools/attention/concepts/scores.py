"""Queries, keys and values, and the scores that tell how well a query and a key match."""

from __future__ import annotations

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.concepts.softmax import shares
from tools.attention.notation import head, row, sample
from tools.concept import Concept, concept
from tools.content import number


def query_key_value(given: Attention, out: AttentionSteps) -> Concept:
    return concept(
        "A query asks, a key says what a position offers, a value is what is passed on where they match.",
        rf"q_1 = {row(head(given.Q)[0])}, \quad k_1 = {row(head(given.K)[0])}, \quad v_1 = {row(head(given.V)[0])}",
        "They are the rows of $Q$, $K$ and $V$. Queries meet keys in the scores, so both are equally long; values "
        "enter last. Keys and values come in pairs: $K$ and $V$ are equally tall.",
        "How many entries does a value have here?",
        given.d_v,
    )


def scores(given: Attention, out: AttentionSteps) -> Concept:
    i, j = sample(out)
    lines = head(out.scores)
    return concept(
        "A score is the dot product of a query and a key: large where they point in the same direction.",
        rf"s_{{{i + 1}{j + 1}}} = {row(head(given.Q)[i])} {row(head(given.K)[j])}^\top = {number(float(lines[i, j]))}",
        r"All of them together are $S = QK^\top$, one row for each query and one column for each key.",
        f"What is the score of query {given.queries} and key {given.keys}?",
        lines[-1, -1],
    )


def scores_and_weights(given: Attention, out: AttentionSteps) -> Concept:
    i, j = sample(out)
    weight, line = shares(head(out.masked)[i]), head(out.scores)[i]
    return concept(
        "A score can be any number: it says how well a query and a key match. A weight is a share between 0 and 1: how "
        "much of the value goes in. Scaling and the softmax make the one into the other.",
        rf"s_{{{i + 1}{j + 1}}} = {number(float(line[j]))} \;\longrightarrow\; "
        rf"w_{{{i + 1}{j + 1}}} = {number(float(weight[j]))}",
        f"The scores of query {i + 1} add up to ${number(float(line.sum()))}$, which means nothing; its weights add up "
        "to 1.",
        "To what do the weights of all queries together add up?",
        given.queries,
    )


def transpose_key(given: Attention, out: AttentionSteps) -> Concept:
    fits = "would even fit, but mix up the entries" if given.keys == given.d_k else "does not even fit"
    return concept(
        "Queries and keys are both rows, and a score is a row times a row. A matrix product takes rows times columns, "
        "so $K$ has to be turned.",
        rf"\underbrace{{Q}}_{{{given.queries} \times {given.d_k}}} "
        rf"\underbrace{{K^\top}}_{{{given.d_k} \times {given.keys}}} = "
        rf"\underbrace{{S}}_{{{given.queries} \times {given.keys}}}",
        f"$K$ as it is, ${given.queries} \\times {given.d_k}$ on ${given.keys} \\times {given.d_k}$, {fits}.",
        r"Which number stands in row 1 and the last column of $K^\top$?",
        head(given.K)[-1, 0],
    )
