"""The exercise family of scaled dot-product attention, and its public tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from tools.attention.certificates import certificates
from tools.attention.compute import AttentionInput, AttentionSteps, attention, scaled_dot_product_attention
from tools.attention.concepts import CONCEPTS
from tools.attention.hints import ladder
from tools.attention.mistakes import LIBRARY, ROUNDINGS
from tools.attention.notation import formula, head, scaled_symbol
from tools.attention.practice import BOUNDS, LARGEST, SMALLEST, practice
from tools.attention.solution import worked
from tools.attention.working import working
from tools.certificates import Certificates, Handed
from tools.concept import Concept
from tools.content import Block, Formula, Hint, MatrixBlock, Prose, Step, number, pmatrix
from tools.family import Family, Precision, Prediction, Task, Tool
from tools.schema import Array, Json, ToolError
from tools.settings import Settings
from tools.wish import PLAIN, Wish


class AttentionTask(Task):
    """Compute the context matrix of these queries, keys and values."""

    family = "attention"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.input = _input(settings)
        self.given = attention(self.input)
        self.out = scaled_dot_product_attention(self.input)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return _steps(self)

    @cached_property
    def pieces(self) -> tuple[Step, ...]:
        return _softmax_pieces(self)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return ladder(self.given, self.out)

    @cached_property
    def solution(self) -> tuple[Block, ...]:
        return worked(self.given, self.out)

    @cached_property
    def predictions(self) -> tuple[Prediction, ...]:
        return LIBRARY.singles(self.given)

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        return LIBRARY.harmless(self.given)

    @cached_property
    def roundings(self) -> tuple[Prediction, ...]:
        return ROUNDINGS.singles(self.given)

    @cached_property
    def pairs(self) -> tuple[Prediction, ...]:
        return LIBRARY.pairs(self.given)

    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        return LIBRARY.onward(self.given, own)

    @cached_property
    def statement(self) -> tuple[Block, ...]:
        mask: tuple[Block, ...] = ()
        if self.given.is_causal:
            mask = (Prose(text="A causal mask applies: query $i$ attends to the keys 1 to $i$ only."),)
        elif self.given.added is not None:
            mask = (MatrixBlock(name=r"\text{mask, added to the scaled scores: } M", value=self.given.added),)
        matrices = {"Q": self.given.Q, "K": self.given.K, "V": self.given.V}
        return (
            Prose(text="Given are the queries, keys and values"),
            Formula(latex=r",\quad ".join(f"{name} = {pmatrix(value)}" for name, value in matrices.items())),
            *mask,
            Prose(text="Compute the context matrix"),
            Formula(latex=formula(self.given)),
        )

    def certificates(self, handed: Sequence[Handed]) -> Certificates:
        return tuple(found for one in handed for found in certificates(self.given, self.out, one))

    def working(self, step: str, at: tuple[int, ...]) -> str | None:
        return working(self.given, self.out, step, *at) if len(at) == 2 else None

    def call(self) -> tuple[str, dict[str, Json]]:
        return TOOL.name, self.input.model_dump(mode="json", exclude_unset=True)


LARGEST_EXPONENT = 700.0
"""Beyond it, the exponential leaves the range of float64."""
_OPTIONS = ("attn_mask", "is_causal", "scale", "softmax")


def _input(settings: Settings) -> AttentionInput:
    """What to compute with; a single vector is a matrix of one row."""
    named = {"Q": settings.Q, "K": settings.K, "V": settings.V}
    given = {name: np.atleast_2d(array) for name, array in named.items() if array is not None}
    missing = [name for name in named if name not in given]
    if missing:
        are = "is" if len(missing) == 1 else "are"
        raise ToolError(f"{' and '.join(missing)} {are} missing: attention needs Q, K and V")
    options = {name: value for name, value in settings.stated().items() if name in _OPTIONS}
    return AttentionInput.model_validate({"query": given["Q"], "key": given["K"], "value": given["V"], **options})


def _softmax_pieces(task: AttentionTask) -> tuple[Step, ...]:
    """What a softmax is worked out by on paper: the exponentials, plain or below their maximum, and their sums; none
    without a softmax, or where the plain exponentials leave the range of float64."""
    out, over = task.out, -2 if task.given.softmax == "columns" else -1
    if out.exponentials is None or np.nanmax(out.masked) > LARGEST_EXPONENT:
        return ()
    plain = np.exp(out.masked)
    line = "column" if over == -2 else "row"
    look = "Of which number is each entry the exponential, and is it scaled?"
    return (
        Step(
            name="shifted exponentials",
            symbol=r"\exp(S - \max S)",
            value=out.exponentials,
            aliases=("stable exponentials", "shifted", "exp(s-max)"),
            look=look,
        ),
        Step(
            name="exponentials",
            symbol=r"\exp(S)",
            value=plain,
            aliases=("exponentials", "exponential", "exp", "exps", "exp(s)", "e^s", "numerator", "numerators"),
            look=look,
        ),
        Step(
            name="sums",
            symbol=r"\sum \exp(S)",
            value=plain.sum(axis=over, keepdims=True),
            aliases=("row sums", "row sum", "denominator", "denominators", "normalizer", "normalizers"),
            look=f"Which exponentials stand in one {line}, and what do they add up to?",
        ),
    )


def _steps(task: AttentionTask) -> tuple[Step, ...]:
    """S, S/√d_k, W, C."""
    given, out = task.given, task.out
    root = f"sqrt({given.d_k})"
    line = "column" if given.softmax == "columns" else "row"
    return (
        Step(
            name="scores",
            symbol=r"QK^\top",
            value=out.scores,
            aliases=("s", "qk^t", "q@k.t", "score", "raw scores", "attention scores", "similarities", "logits", "e"),
            look="Which row of $Q$ meets which row of $K$ in this score?",
        ),
        Step(
            name="scaled",
            symbol=scaled_symbol(given),
            value=out.scaled,
            aliases=(
                *("scaled scores", "scaled s", "s scaled", "s/sqrt(dk)", "qk^t/sqrt(dk)", "qk^t/sqrt(d)"),
                *(f"s/{root}", f"qk^t/{root}"),
            ),
            look="By which number is every score scaled before the softmax, and which side of which matrix gives it?",
        ),
        Step(
            name="weights",
            symbol="W",
            value=out.weights,
            aliases=(
                *("a", "p", "w", "alpha", "attn", "attention", "attention weights", "attention matrix", "softmax"),
                *("softmax(s)", "softmax(qk^t)", "softmax(qk^t/sqrt(dk))", "softmax(s/sqrt(dk))", "probabilities"),
            ),
            look="Without a softmax, what are the weights?"
            if given.softmax == "none"
            else f"To what do your weights add up in each {line}?",
        ),
        Step(
            name="C",
            symbol="C",
            value=out.output,
            aliases=(
                *("c", "o", "y", "z", "wv", "av", "context", "context matrix", "context vectors", "output", "result"),
                *("answer", "attention output", "softmax(qk^t/sqrt(dk))v", "attention(q,k,v)"),
            ),
            look="Which row of $W$ mixes the rows of $V$ into this row of $C$?",
        ),
    )


class AttentionFamily(Family):
    """The context matrix of scaled dot-product attention."""

    name = "attention"
    title = "Scaled dot-product attention"
    precision = Precision(decimals=1, customary=2)
    fields = frozenset({"Q", "K", "V", "scale", "attn_mask", "is_causal", "softmax"})
    topics = tuple(CONCEPTS)
    wishes = BOUNDS
    sides = (SMALLEST, LARGEST)

    def task(self, settings: Settings) -> AttentionTask:
        return AttentionTask(settings)

    def practice(self, seed: int, like: Settings, wish: Wish = PLAIN) -> Settings:
        return practice(seed, like, wish)

    def gist(self, task: Task) -> str:
        assert isinstance(task, AttentionTask)
        given = task.given
        mask = ", with a causal mask" if given.is_causal else ""
        return f"{given.queries} queries, {given.keys} keys, $d_k = {given.d_k}${mask}"

    def idea(self, tasks: tuple[Task, ...]) -> tuple[Block, ...]:
        return (
            Prose(text="Each query is compared with every key; the match decides how much of each value it gets."),
            Formula(latex=r"C = \operatorname{softmax}\left( \frac{QK^\top}{\sqrt{d_k}} \right) V"),
            Prose(text="Work from the inside out: scores, scale, softmax, mix. After which step do rows add up to 1?"),
        )

    def concept(self, topic: str, task: Task) -> Concept:
        assert isinstance(task, AttentionTask)
        return CONCEPTS[topic](task.given, task.out)

    def insight(self, task: Task) -> str:
        assert isinstance(task, AttentionTask)
        if task.given.softmax != "rows":
            return "Compare it with a softmax over the rows: there each row of $C$ is a mean of the rows of $V$."
        column = head(task.given.V)[:, 0]
        low, high = number(float(column.min())), number(float(column.max()))
        return (
            f"A check worth keeping: each row of $C$ is a mean of the rows of $V$, so its first entry lies between "
            f"${low}$ and ${high}$, as the first column of $V$ does."
        )


def _run(given: Mapping[str, Json]) -> AttentionSteps:
    return scaled_dot_product_attention(AttentionInput.model_validate(given))


FAMILY = AttentionFamily()
TOOL = Tool(
    name="scaled_dot_product_attention",
    summary="softmax(QKᵀ/√d_k)V with every step on the way; masks, other scales and stacked heads as in PyTorch.",
    input=AttentionInput,
    run=_run,
)
