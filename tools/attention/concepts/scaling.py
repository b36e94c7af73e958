"""d_k, and why the scores are divided by its root, before the softmax."""

from __future__ import annotations

import numpy as np

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.concepts.softmax import shares
from tools.attention.notation import head, sample
from tools.concept import Concept, concept
from tools.content import number
from tools.schema import Array


def _visible_scores(given: Attention, out: AttentionSteps) -> tuple[int, Array]:
    """The query that explanations look at, counted from 1, and its scores that no mask hides (all, if it hides all)."""
    i, _ = sample(out)
    line = head(out.scores)[i]
    hidden = np.isneginf(head(out.masked)[i])
    return i + 1, line if hidden.all() else np.where(hidden, -np.inf, line)


def _root(given: Attention) -> str:
    return number(given.d_k**0.5)


def d_k(given: Attention, out: AttentionSteps) -> Concept:
    return concept(
        r"$d_k$ is the length of a key, which is also the length of a query: the number of columns of $K$.",
        rf"d_k = {given.d_k}, \qquad \sqrt{{d_k}} = {_root(given)}",
        f"It is not the number of keys, which is {given.keys}, nor the width of $V$, which is {given.d_v}.",
        r"What would $\sqrt{d_k}$ be for keys with 64 entries?",
        8,
    )


def scaling(given: Attention, out: AttentionSteps) -> Concept:
    i, line = _visible_scores(given, out)
    raw, scaled = (number(float(shares(line * factor).max())) for factor in (1.0, given.d_k**-0.5))
    usual = "" if given.customary else f" This task uses the factor ${number(given.scale)}$ instead."
    score = sample(out)[1]
    return concept(
        "A score adds up $d_k$ products. If entries vary with variance 1, the sum has variance $d_k$, a typical "
        r"size of $\sqrt{d_k}$. Large scores saturate the softmax: one weight near 1, hardly any gradient. Dividing "
        r"by $\sqrt{d_k}$ undoes that.",
        rf"\operatorname{{Var}}(q^\top k) = d_k = {given.d_k} \;\Rightarrow\; "
        rf"\operatorname{{Var}}\left(\frac{{q^\top k}}{{\sqrt{{{given.d_k}}}}}\right) = 1, \qquad "
        rf"\sqrt{{{given.d_k}}} = {_root(given)}",
        f"Query {i}'s largest weight is ${raw}$ without and ${scaled}$ with it.{usual}",
        rf"What is its score ${number(float(line[score]))}$ divided by $\sqrt{{d_k}}$?",
        line[score] / given.d_k**0.5,
    )


def root_against_d_k(given: Attention, out: AttentionSteps) -> Concept:
    i, line = _visible_scores(given, out)
    root, whole = (number(float(shares(line / by).max())) for by in (given.d_k**0.5, float(given.d_k)))
    return concept(
        r"The variance of a score is $d_k$, but numbers are measured against their spread, the standard deviation "
        r"$\sqrt{d_k}$. Divide by $\sqrt{d_k}$ and the variance is 1, whatever the length. Divide by $d_k$ and it "
        "shrinks as keys get longer: all weights drift towards equal.",
        r"\operatorname{Var}\left(\frac{s}{\sqrt{d_k}}\right) = \frac{d_k}{d_k} = 1, \qquad "
        r"\operatorname{Var}\left(\frac{s}{d_k}\right) = \frac{d_k}{d_k^2} = \frac{1}{d_k}",
        f"Query {i}'s largest weight here is ${root}$ with the root and ${whole}$ without it.",
        f"What is $1/d_k$ for the ${given.d_k}$ columns of $K$?",
        1 / given.d_k,
    )


def scale_before_softmax(given: Attention, out: AttentionSteps) -> Concept:
    return concept(
        "First scale, then the softmax. Scaling changes how far the scores lie apart, and with it how the softmax "
        "shares out its 1. Scaling the weights afterwards changes no ratio, it only spoils their sum.",
        r"\operatorname{softmax}\left(\frac{s}{\sqrt{d_k}}\right) \ne \frac{\operatorname{softmax}(s)}{\sqrt{d_k}}",
        rf"Here $\sqrt{{d_k}} = {_root(given)}$, the root of {given.d_k}.",
        r"To what would each row of weights add up if it were divided by $\sqrt{d_k}$ after the softmax?",
        given.d_k**-0.5,
    )
