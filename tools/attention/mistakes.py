"""The slips of scaled dot-product attention: what is asked, what was done, and which other method that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools.attention.compute import Attention, Method, follow
from tools.bugs import Bug, Identity, Library
from tools.family import Mistake
from tools.slips import GENERAL

Ways = Callable[[Attention], Iterator[Method]]


def _where(applies: Callable[[Attention], bool], *methods: Method) -> Ways:
    return lambda given: iter(methods if applies(given) else ())


def _always(given: Attention) -> bool:
    return True


def _scaled(given: Attention) -> bool:
    """Whether there is a scale to be forgotten or mistaken."""
    return abs(given.scale - 1) > 1e-12


def _by_rows(given: Attention) -> bool:
    return given.softmax == "rows"


def _with_softmax(given: Attention) -> bool:
    return given.softmax != "none"


def _wrong_dimensions(given: Attention) -> Iterator[Method]:
    """√n or √d_v, where these are not √d_k."""
    if given.customary and given.keys != given.d_k:
        yield Method(scale="sqrt_keys")
    if given.customary and given.d_v not in (given.d_k, given.keys):
        yield Method(scale="sqrt_d_v")


def _bug(name: str, step: str, ways: Ways, ask: str, names: str, remedy: str) -> Bug[Attention, Method]:
    return Bug(Mistake(name=name, step=step, ask=ask, names=names, remedy=remedy), ways)


BUGS = (
    _bug(
        "no_scaling",
        "scaled",
        _where(_scaled, Method(scale="none")),
        r"What happens to the scores between $QK^\top$ and the softmax?",
        "The scores went into the softmax without being scaled.",
        r"Divide the scores by $\sqrt{d_k}$ before the softmax.",
    ),
    _bug(
        "scaled_by_dk",
        "scaled",
        _where(lambda given: given.customary and given.d_k > 1, Method(scale="d_k")),
        r"By which number did you divide the scores, and what stands there in the formula?",
        r"The scores were divided by $d_k$ itself.",
        r"Take the root: divide by $\sqrt{d_k}$.",
    ),
    _bug(
        "scaled_by_wrong_dimension",
        "scaled",
        _wrong_dimensions,
        "Which side of which matrix is $d_k$?",
        r"The scores were divided by the root of another dimension than $d_k$.",
        r"$d_k$ is the number of columns of $Q$ and $K$, not their number of rows, and not the width of $V$.",
    ),
    _bug(
        "multiplied_by_scale",
        "scaled",
        _where(lambda given: given.customary and given.d_k > 1, Method(scale="times")),
        "Should scaling make the scores larger or smaller?",
        r"The scores were multiplied by $\sqrt{d_k}$.",
        r"Divide by $\sqrt{d_k}$: the scaled scores are smaller than the scores.",
    ),
    _bug(
        "softmax_before_scaling",
        "weights",
        _where(lambda given: _scaled(given) and _with_softmax(given), Method(scaled_late=True)),
        "In which order come the scaling and the softmax? What should each row of the weights add up to?",
        "The softmax was taken first, and its result was scaled.",
        "Scale the scores first, then take the softmax, so that the weights add up to 1.",
    ),
    _bug(
        "softmax_over_columns",
        "weights",
        _where(_by_rows, Method(over="columns")),
        "Which entries of your weights add up to 1: those of a row, or those of a column?",
        "The softmax ran down the columns.",
        "Take the softmax over each row: one query shares its attention among all keys.",
    ),
    _bug(
        "softmax_global",
        "weights",
        _where(lambda given: _with_softmax(given) and given.queries > 1, Method(over="all")),
        "To what does a single row of your weights add up?",
        "The softmax ran over the whole matrix at once.",
        "Take the softmax for each row by itself, so that every row adds up to 1.",
    ),
    _bug(
        "no_softmax",
        "weights",
        _where(_with_softmax, Method(weighting="scores")),
        "What turns scores into weights that are positive and add up to 1?",
        "The scaled scores were used as weights, without a softmax.",
        "Take the softmax of each row before you multiply by $V$.",
    ),
    _bug(
        "unnormalized_softmax",
        "weights",
        _where(_with_softmax, Method(weighting="exponentials")),
        "Your weights are positive. To what do they add up in each row?",
        "The exponentials were used as they are.",
        "Divide each exponential by the sum of its row.",
    ),
    _bug(
        "linear_normalization",
        "weights",
        _where(_with_softmax, Method(weighting="shares")),
        "Your weights add up to 1. Which function comes before dividing by the sum?",
        "The scores were divided by the sum of their row, without the exponential.",
        "Take the exponential of each score first, then divide by the sum of the row.",
    ),
    _bug(
        "swapped_query_key",
        "scores",
        _where(_always, Method(product="KQt")),
        r"Which of the two matrices has its rows turned into the rows of $QK^\top$?",
        r"Query and key changed places: this starts from $KQ^\top$.",
        r"Put the queries on the left: $QK^\top$ has one row for each query.",
    ),
    _bug(
        "key_not_transposed",
        "scores",
        _where(_always, Method(product="QK")),
        "A score is the product of a query and a key. Which vectors of $K$ are the keys, its rows or its columns?",
        "$Q$ was multiplied by $K$ itself.",
        r"Transpose $K$: each score is a row of $Q$ times a row of $K$.",
    ),
    _bug(
        "weights_transposed",
        "C",
        _where(_always, Method(transposed=True)),
        "Which row of the weights mixes the rows of $V$ into the first row of $C$?",
        r"The weights were transposed before they met $V$.",
        "Multiply $W$ as it is: row $i$ of $W$ times $V$ gives row $i$ of $C$.",
    ),
    _bug(
        "hard_argmax",
        "weights",
        _where(_with_softmax, Method(weighting="argmax")),
        "How much weight do the keys get that do not have the highest score?",
        "All weight went to the key with the highest score.",
        "The softmax is soft: every key gets its share, the highest score the largest one.",
    ),
    _bug(
        "causal_mask",
        "weights",
        _where(lambda given: not given.is_causal and given.keys > 1, Method(mask="causal")),
        "Which keys may the first query attend to in this exercise?",
        "A causal mask was applied: every query attended to the keys up to its own position only.",
        "Leave the mask out; nothing here forbids a query to look at later keys.",
    ),
)
"""Every slip of this family, the likeliest first where several lead to the same."""

LIBRARY = Library(BUGS, Method(), follow)
_ROUNDED = [Method(decimals=(scores, weights)) for scores in (None, 1, 2) for weights in (1, 2)]
ROUNDINGS = Library(
    (
        Bug(
            GENERAL["early_rounding"].model_copy(update={"step": "scaled"}),
            _where(_always, *_ROUNDED),
        ),
    ),
    Method(),
    follow,
)
"""Rounding on the way: too near the truth to stand among the slips that right answers are held against."""


IDENTITIES = (
    Identity(
        slips=frozenset({"scaled_by_dk", "scaled_by_wrong_dimension"}),
        where="n = d_k² or d_v = d_k²",
        why="√n or √d_v is d_k itself",
    ),
    Identity(
        slips=frozenset({"no_scaling", "scaled_by_wrong_dimension"}),
        where="d_v = 1",
        why="the root of 1 scales nothing",
    ),
)
"""What holds for all numbers of such shapes; practice tasks need not avoid it."""
