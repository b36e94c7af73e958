"""The slips of matrix reconstruction: what is asked, what was done, and which other method that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from tools.bugs import Bug, Identity, Library
from tools.eigen.compute import Eigenpairs, Method, follow
from tools.family import Mistake
from tools.slips import GENERAL

LARGEST_BY_HAND = 4
"""Eigenpairs up to which every order of the eigenvalues, and every term left out, is tried."""

Ways = Callable[[Eigenpairs], Iterator[Method]]


def _always(*methods: Method) -> Ways:
    return lambda given: iter(methods)


def _if_orthogonal(*methods: Method) -> Ways:
    """Where they are not orthogonal, the lengths of the eigenvectors make no difference."""
    return lambda given: iter(methods if given.orthogonal else ())


def _if_not_orthogonal(*methods: Method) -> Ways:
    return lambda given: iter(() if given.orthogonal else methods)


def _orders(given: Eigenpairs) -> Iterator[Method]:
    """The eigenvalues in every other order."""
    indices = range(given.n)
    orders = permutations(indices) if given.n <= LARGEST_BY_HAND else (tuple(reversed(indices)),)
    return (Method(order=order) for order in orders if order != tuple(indices))


def _left_out(given: Eigenpairs) -> Iterator[Method]:
    """All terms but one; of two terms that leaves a single one."""
    return _shares(given, 0.0) if given.n > 1 else iter(())


def _subtracted(given: Eigenpairs) -> Iterator[Method]:
    """One term after the first subtracted, or all of these."""
    if given.n > 1:
        yield Method(shares=(1.0, *(-1.0,) * (given.n - 1)))
        yield from list(_shares(given, -1.0))[1:]


def _shares(given: Eigenpairs, share: float) -> Iterator[Method]:
    indices = range(min(given.n, LARGEST_BY_HAND))
    return (Method(shares=tuple(share if i == changed else 1.0 for i in range(given.n))) for changed in indices)


def _without_lambda(given: Eigenpairs) -> Iterator[Method]:
    """QQᵀ, or VVᵀ with the vectors that were not normalised."""
    yield Method(middle="missing")
    if given.orthogonal:
        yield Method(left="raw", right="raw", middle="missing")


def _bug(name: str, step: str, ways: Ways, ask: str, names: str, remedy: str) -> Bug[Eigenpairs, Method]:
    return Bug(Mistake(name=name, step=step, ask=ask, names=names, remedy=remedy), ways)


BUGS = (
    _bug(
        "swapped_eigenvalues",
        "Lambda",
        _orders,
        r"Which eigenvalue belongs to the first column of $Q$, and where does it stand in $\Lambda$?",
        r"The eigenvalues stand on the diagonal of $\Lambda$ in another order than their eigenvectors in $Q$.",
        r"Put $\lambda_i$ into the column of $\Lambda$ in which $Q$ holds $q_i$.",
    ),
    _bug(
        "missing_lambda",
        "Q_Lambda",
        _without_lambda,
        "Where in your product do the eigenvalues come in?",
        r"The factor $\Lambda$ is missing: $Q$ was multiplied by its own transpose alone.",
        r"Put $\Lambda$ between the two factors: $Q \Lambda Q^\top$.",
    ),
    _bug(
        "missing_transpose",
        "A",
        _always(Method(closing="same")),
        r"What stands to the right of $\Lambda$ in the decomposition, and how does it differ from $Q$?",
        r"The right factor was $Q$ itself.",
        r"Use the inverse of $Q$ on the right; for orthonormal columns that is $Q^\top$.",
    ),
    _bug(
        "stopped_at_lambda",
        "A",
        _always(Method(ends="Lambda")),
        "Your matrix has the right eigenvalues. Which vectors are its eigenvectors?",
        r"This is $\Lambda$, the middle factor alone.",
        r"Multiply $\Lambda$ by $Q$ from the left and by $Q^\top$ from the right.",
    ),
    _bug(
        "stopped_at_q_lambda",
        "A",
        _always(Method(ends="Q_Lambda")),
        "How many factors does the decomposition have, and how many have you multiplied?",
        r"This is $Q \Lambda$; the last factor is still to come.",
        r"Multiply by $Q^\top$ from the right.",
    ),
    _bug(
        "lambda_q_transpose",
        "A",
        _always(Method(ends="Lambda_Qt")),
        r"How many factors does the decomposition have, and which one stands to the left of $\Lambda$?",
        r"This is $\Lambda Q^\top$; the first factor is missing.",
        r"Multiply by $Q$ from the left.",
    ),
    _bug(
        "unnormalized_eigenvectors",
        "Q",
        _if_orthogonal(Method(left="raw", right="raw")),
        "How long is each column of your $Q$?",
        "The eigenvectors went into $Q$ without having length 1.",
        r"Divide each eigenvector by its length first: $q_i = v_i / \lVert v_i \rVert$.",
    ),
    _bug(
        "half_normalized",
        "Q_Lambda",
        _if_orthogonal(Method(left="raw"), Method(right="raw")),
        r"Are the columns of the left factor and the rows of the right factor of the same length?",
        "Only one of the two outer factors was made of vectors of length 1.",
        r"Use the same normalised vectors on both sides: $Q$ on the left, its transpose on the right.",
    ),
    _bug(
        "normalized_by_squared_norm",
        "Q",
        _if_orthogonal(Method(left="squared", right="squared")),
        r"After you divided, how long is each column of your $Q$?",
        r"The eigenvectors were divided by their squared length, $v^\top v$, and not by their length.",
        r"Take the root: $q_i = v_i / \sqrt{v_i^\top v_i}$.",
    ),
    _bug(
        "rows_as_eigenvectors",
        "Q",
        _always(Method(rows=True)),
        "Are the eigenvectors the rows or the columns of your $Q$?",
        "The eigenvectors were written as the rows of $Q$.",
        r"Write them as columns: then $AQ = Q\Lambda$ says $A q_i = \lambda_i q_i$, column by column.",
    ),
    _bug(
        "single_term",
        "A",
        _left_out,
        r"How many terms $\lambda_i q_i q_i^\top$ does the sum have?",
        r"One of the terms $\lambda_i q_i q_i^\top$ was left out of the sum.",
        "Add the terms of all eigenpairs.",
    ),
    _bug(
        "subtracted_term",
        "A",
        _subtracted,
        r"With which sign does each term $\lambda_i q_i q_i^\top$ enter the sum?",
        r"A term $\lambda_i q_i q_i^\top$ was subtracted.",
        r"Add the terms; a negative sign can only come from $\lambda_i$ itself.",
    ),
    _bug(
        "squared_eigenvalues",
        "Lambda",
        _always(Method(middle="squared")),
        r"How often does each eigenvalue enter the product?",
        r"The eigenvalues were squared, as if $\Lambda$ stood in the product twice.",
        r"Use $\Lambda$ once, with the eigenvalues as they are.",
    ),
    _bug(
        "inverse_eigenvalues",
        "Lambda",
        _always(Method(middle="inverse")),
        r"Multiply your matrix by the first eigenvector. By which factor is it stretched?",
        r"The eigenvalues were inverted; that gives the inverse of the matrix.",
        r"Put $\lambda_i$ itself onto the diagonal, not $1/\lambda_i$.",
    ),
    _bug(
        "absolute_eigenvalues",
        "Lambda",
        _always(Method(middle="absolute")),
        r"Which sign does each eigenvalue have in your $\Lambda$?",
        "A negative eigenvalue lost its sign.",
        r"Keep the sign: a negative $\lambda_i$ turns its eigenvector around.",
    ),
    _bug(
        "elementwise_product",
        "Q_Lambda",
        _always(Method(elementwise=True)),
        "How is one entry of a matrix product made?",
        "The matrices were multiplied entry by entry.",
        "Use the matrix product: row times column, summed. In PyTorch that is `@`, not `*`.",
    ),
    _bug(
        "transpose_for_inverse",
        "A",
        _if_not_orthogonal(Method(closing="transpose"), Method(left="unit", right="unit", closing="transpose")),
        "Are these eigenvectors perpendicular? What does that mean for the factor on the right?",
        r"The transpose was used where the inverse is needed: these eigenvectors are not perpendicular.",
        r"Use $V \Lambda V^{-1}$; only for orthonormal columns is $V^{-1} = V^\top$.",
    ),
)
"""Every slip of this family, the likeliest first where several lead to the same."""

LIBRARY = Library(BUGS, Method(), follow)
ROUNDINGS = Library(
    (Bug(GENERAL["early_rounding"].model_copy(update={"step": "Q"}), _always(Method(decimals=1), Method(decimals=2))),),
    Method(),
    follow,
)
"""Rounding on the way: too near the truth to stand among the slips that right answers are held against."""


IDENTITIES = (
    Identity(
        slips=frozenset({"missing_lambda"}),
        where="orthonormal Q",
        why="QQᵀ = I, whatever the eigenvalues are",
    ),
    Identity(
        slips=frozenset({"rows_as_eigenvectors"}),
        where="2×2 orthogonal Q",
        why="QᵀΛQ is A itself if Q is a reflection, and A with the off-diagonal sign turned if Q is a rotation",
    ),
    Identity(
        slips=frozenset({"missing_transpose"}),
        where="symmetric Q, so every 2×2 reflection",
        why="Q = Qᵀ, so QΛQ = A",
    ),
    Identity(
        slips=frozenset({"absolute_eigenvalues"}),
        where="no negative eigenvalue",
        why="|λᵢ| = λᵢ where λᵢ is not negative",
    ),
    Identity(
        slips=frozenset({"absolute_eigenvalues", "subtracted_term"}),
        where="the subtracted terms are those with a negative eigenvalue",
        why="−λᵢ = |λᵢ| where λᵢ is negative",
    ),
)
"""What holds for all eigenvalues; practice tasks need not avoid it."""
