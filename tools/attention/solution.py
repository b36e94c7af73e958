"""The worked derivation with every intermediate, and the same in PyTorch, step by step and in one call."""

from __future__ import annotations

from tools.attention.compute import Attention, AttentionSteps
from tools.attention.notation import formula, scaled_symbol
from tools.attention.pytorch import in_pytorch
from tools.content import Block, Formula, MatrixBlock, Prose, number


def worked(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    """The complete solution."""
    return (
        Prose(text="**The formula** for these settings:"),
        Formula(latex=formula(given)),
        *_scores(given, out),
        *_mask(given, out),
        *_weights(given, out),
        *_context(given, out),
        *in_pytorch(given, out),
    )


def _scores(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    blocks: tuple[Block, ...] = (
        Prose(
            text="**Scores.** Each row of $Q$ times each row of $K$: one row for each query, one column for each key."
        ),
        MatrixBlock(name=r"S = QK^\top", value=out.scores),
    )
    if given.customary:
        root = number(given.d_k**0.5)
        how = rf"$K$ has $d_k = {given.d_k}$ columns, so divide by $\sqrt{{d_k}} = {root}$."
    elif given.scale == 1:
        return (*blocks, Prose(text="**Scaling** is left out here: the scaled scores are the scores."))
    else:
        how = f"Here the scale is given: multiply by ${number(given.scale)}$."
    return (*blocks, Prose(text=f"**Scaling.** {how}"), MatrixBlock(name=scaled_symbol(given), value=out.scaled))


def _mask(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    if given.added is None:
        return ()
    kind = (
        "A causal mask lets each query attend to the keys up to its own position."
        if given.is_causal
        else r"A mask adds its numbers to the scaled scores; where it says false that is $-\infty$."
    )
    return (Prose(text=f"**Mask.** {kind}"), MatrixBlock(name=f"{scaled_symbol(given)} + M", value=out.masked))


def _weights(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    if out.maxima is None or out.exponentials is None:
        return (Prose(text="**No softmax** here: the scaled scores themselves are the weights $W$."),)
    line = "row" if given.softmax == "rows" else "column"
    axis = -1 if given.softmax == "rows" else -2
    sums = out.exponentials.sum(axis=axis, keepdims=True)
    empty = f" A {line} that is masked entirely gets zeros." if (sums == 0).any() else ""
    return (
        Prose(
            text=f"**Softmax over each {line}.** Subtract the largest entry of the {line} first; that changes no "
            "quotient and keeps the exponentials from overflowing. Then divide each exponential by the sum of its "
            f"{line}.{empty}"
        ),
        MatrixBlock(name=rf"\text{{largest entry of each {line}}}", value=out.maxima),
        MatrixBlock(name=r"\text{exponentials}", value=out.exponentials),
        MatrixBlock(name=r"\text{sums}", value=sums),
        MatrixBlock(name="W", value=out.weights),
        Prose(
            text=f"Check: the entries of each {line} of $W$ add up to 1."
            if not empty
            else "Check: the others add up to 1."
        ),
    )


def _context(given: Attention, out: AttentionSteps) -> tuple[Block, ...]:
    return (
        Prose(text="**Context.** Each row of $W$ mixes the rows of $V$."),
        MatrixBlock(name="V", value=given.V),
        MatrixBlock(name="C = WV", value=out.output),
    )
