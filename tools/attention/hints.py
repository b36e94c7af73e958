"""The ladder of hints: shapes, the formula, one score, its scale, its weight, and the first entry of the mix."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.notation import formula, head, row, sample, total
from tools.content import Formula, Hint, MatrixBlock, Prose, Question, number, signed


def ladder(given: Attention, out: AttentionSteps) -> tuple[Hint, ...]:
    """All rungs for this input; what it does not have (a scale, a mask, a softmax) has no rung."""
    scaling = () if given.scale == 1 else (_scaling(given, out),)
    masking = () if given.added is None else (_masking(out),)
    weighting = (_sums(out),) if given.softmax == "none" else (_softmax(given, out),)
    last = _first_entry(given, out) if out.output.size > 1 else _last_factor(out)
    return (_shapes(given), _idea(given), _score(given, out), *scaling, *masking, *weighting, last)


def _shapes(given: Attention) -> Hint:
    heads = " in each head" if given.Q.ndim > 2 else ""
    return Hint(
        title="Shapes first",
        blocks=(
            Prose(
                text="Each row of $Q$ is a query, each row of $K$ a key, each row of $V$ the value that belongs to "
                f"that key. Every query is compared with every key. Here{heads} $Q$ is {given.queries} × {given.d_k}, "
                f"$K$ is {given.keys} × {given.d_k} and $V$ is {given.keys} × {given.d_v}."
            ),
        ),
        question=Question(
            text=r"How many columns does $QK^\top$ have?",
            answer=float(given.keys),
            confirm=r"One column for each key: entry $(i, j)$ of $QK^\top$ says how well query $i$ matches key $j$.",
            nudge=r"$K^\top$ has as many columns as $K$ has rows.",
        ),
    )


def _idea(given: Attention) -> Hint:
    ask = (
        Question(
            text="What is $d_k$ here?",
            answer=float(given.d_k),
            confirm=rf"So each score is divided by $\sqrt{{{given.d_k}}}$, about ${number(given.d_k**0.5)}$.",
            nudge="$d_k$ is the length of a key: the number of columns of $K$.",
        )
        if given.customary
        else Question(
            text="How many columns does $C$ have?",
            answer=float(given.d_v),
            confirm="As many as $V$: every row of $C$ is a mix of the rows of $V$.",
            nudge="The last factor decides the number of columns.",
        )
    )
    mixing = "scores" if given.softmax == "none" else "weights"
    return Hint(
        title="The idea",
        blocks=(
            Prose(text=f"Scores say which keys match a query; the {mixing} then mix the rows of $V$."),
            Formula(latex=formula(given)),
        ),
        question=ask,
    )


def _score(given: Attention, out: AttentionSteps) -> Hint:
    i, j = sample(out)
    query, key = head(given.Q)[i], head(given.K)[j]
    products = [rf"{signed(float(q))} \cdot {signed(float(k))}" for q, k in zip(query, key, strict=True)]
    return Hint(
        title="One score",
        blocks=(
            Prose(
                text=f"A score is a row of $Q$ times a row of $K$, since $K$ is transposed. For query {i + 1} and key "
                f"{j + 1}, with $S = QK^\\top$:"
            ),
            Formula(latex=f"s_{{{i + 1}{j + 1}}} = {row(query)} {row(key)}^\\top = {total(products)}"),
        ),
        question=Question(
            text=f"What is $s_{{{i + 1}{j + 1}}}$?",
            answer=head(out.scores)[i, j],
            confirm=r"All other scores are made like this: row $i$ of $Q$ with row $j$ of $K$.",
            nudge="Multiply entry by entry, then add up; mind the signs.",
        ),
    )


def _scaling(given: Attention, out: AttentionSteps) -> Hint:
    i, j = sample(out)
    how = (
        rf"divided by $\sqrt{{d_k}} = \sqrt{{{given.d_k}}}$"
        if given.customary
        else f"multiplied by the scale of this task, ${number(given.scale)}$"
    )
    score = f"s_{{{i + 1}{j + 1}}} = {number(float(head(out.scores)[i, j]))}"
    return Hint(
        title="Scaling",
        blocks=(
            Prose(text=f"These are all the scores. Each one is {how} before anything else happens to it."),
            MatrixBlock(name=r"S = QK^\top", value=head(out.scores)),
        ),
        question=Question(
            text=f"What becomes of ${score}$? Two decimals will do.",
            answer=head(out.scaled)[i, j],
            confirm="Every score of the matrix is scaled by the same number.",
            nudge="Take the root of $d_k$ first, then divide." if given.customary else "One product, nothing else.",
        ),
    )


def _masking(out: AttentionSteps) -> Hint:
    allowed = np.isfinite(head(out.masked))
    if allowed.all():
        i, j = sample(out)
        return Hint(
            title="The mask",
            blocks=(Prose(text="The mask $M$ is added to the scaled scores, entry by entry, before the softmax."),),
            question=Question(
                text=f"What is entry ({i + 1}, {j + 1}) of the scaled scores plus the mask?",
                answer=head(out.masked)[i, j],
                confirm="A positive entry of the mask draws attention to a key, a negative one away from it.",
                nudge="Add the entry of the mask to the scaled score at the same place.",
            ),
        )
    query = int(np.argmin(allowed.all(axis=1)))
    return Hint(
        title="The mask",
        blocks=(
            Prose(
                text=r"A mask forbids some pairs of query and key: their scaled score becomes $-\infty$, so that the "
                "softmax gives them weight 0."
            ),
        ),
        question=Question(
            text=f"How many keys may query {query + 1} attend to?",
            answer=float(allowed[query].sum()),
            confirm="Only these share the weight of that query.",
            nudge=f"Count the keys that row {query + 1} of the mask lets through.",
        ),
    )


def _softmax(given: Attention, out: AttentionSteps) -> Hint:
    i, j = sample(out)
    by_rows = given.softmax == "rows"
    line = head(out.masked)[i] if by_rows else head(out.masked)[:, j]
    powers = [f"e^{{{number(float(value))}}}" for value in line if np.isfinite(value)]
    own = f"e^{{{number(float(head(out.masked)[i, j]))}}}"
    where, index = ("row", i + 1) if by_rows else ("column", j + 1)
    masked = "masked scaled scores" if given.added is not None else "scaled scores"
    return Hint(
        title="Softmax",
        blocks=(
            Prose(
                text=f"The softmax takes each {where} by itself: exponentials, divided by their sum. "
                f"{where.capitalize()} {index} of the {masked} is ${row(line)}$."
            ),
            Formula(latex=rf"w_{{{i + 1}{j + 1}}} = \frac{{{own}}}{{{total(powers)}}}"),
        ),
        question=Question(
            text=f"What is the weight $w_{{{i + 1}{j + 1}}}$? Two decimals will do.",
            answer=head(out.weights)[i, j],
            confirm=f"The weights of each {where} are positive and add up to 1; use that as a check.",
            nudge="Work out the exponentials, add them up, and divide. The quotient lies between 0 and 1.",
        ),
    )


def _sums(out: AttentionSteps) -> Hint:
    return Hint(
        title="No softmax",
        blocks=(
            Prose(
                text="Without a softmax the scaled scores are the weights. They need be neither positive nor sum to 1."
            ),
        ),
        question=Question(
            text="To what do the scaled scores of the first row add up? Two decimals will do.",
            answer=head(out.weights)[0].sum(),
            confirm="So the first row of $C$ is no average of the rows of $V$, unless this sum is 1.",
            nudge="Add up the scaled scores of the first query.",
        ),
    )


def _first_entry(given: Attention, out: AttentionSteps) -> Hint:
    i, _ = sample(out)
    weights, values = head(out.weights)[i], head(given.V)[:, 0]
    products = [rf"{signed(float(w))} \cdot {signed(float(v))}" for w, v in zip(weights, values, strict=True)]
    return Hint(
        title="The last product",
        blocks=(
            Prose(text=f"One product is left, $C = WV$. Row {i + 1} of $W$ says how much of each row of $V$ goes in."),
            MatrixBlock(name="W", value=head(out.weights)),
            Formula(latex=f"c_{{{i + 1}1}} = {total(products)}"),
        ),
        question=Question(
            text=f"What is $c_{{{i + 1}1}}$? Two decimals will do.",
            answer=head(out.output)[i, 0],
            confirm="The rest of $C$ is made like this: row $i$ of $W$ with column $j$ of $V$.",
            nudge="Multiply each weight by the first entry of its value, then add up.",
        ),
    )


def _last_factor(out: AttentionSteps) -> Hint:
    return Hint(
        title="The last product",
        blocks=(
            Prose(text="One product is left, and it has a single entry."),
            MatrixBlock(name="W", value=head(out.weights)),
        ),
        question=Question(
            text="Which matrix do the weights multiply?",
            words=("v", "value", "values", "the values", "value matrix", "the value matrix"),
            wrong_words=("q", "k", "query", "key", "queries", "keys"),
            confirm="So $C = WV$, the weights times the values.",
            nudge="Queries and keys have done their part in the scores.",
        ),
    )
