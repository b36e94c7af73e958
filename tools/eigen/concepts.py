"""What the words of this family mean, each with a formula and a task's own numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.content import Block, Formula, Prose
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.notation import matrix, root

Concept = Callable[[Eigenpairs, Reconstruction], tuple[Block, ...]]


def _eigenvector(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    return (
        Prose(text=r"An eigenvector is a direction that $A$ does not turn: it comes out stretched by its eigenvalue."),
        Formula(latex=rf"A v = \lambda v, \qquad\text{{here for instance}}\quad v_1 = {matrix(given.V[:, 0])}"),
        Prose(text="Only the direction counts. Any multiple except zero is an eigenvector of the same eigenvalue."),
    )


def _eigenvalue(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    values = ", ".join(rf"$\lambda_{{{i}}} = {root(float(value))}$" for i, value in enumerate(given.values, start=1))
    return (
        Prose(
            text=r"An eigenvalue is the factor by which $A$ stretches its eigenvector. A negative one turns it around."
        ),
        Formula(latex=r"A v_i = \lambda_i v_i"),
        Prose(text=f"Here they are {values}. Their sum is the trace of $A$ and their product its determinant."),
    )


def _orthonormal(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    here = "perpendicular" if given.orthogonal else "not perpendicular"
    return (
        Prose(text="Orthonormal vectors are perpendicular to each other and each has length 1."),
        Formula(latex=r"q_i^\top q_j = \begin{cases} 1 & i = j \\ 0 & i \ne j \end{cases}"),
        Prose(
            text=f"The eigenvectors of this task are {here}. As columns, orthonormal vectors give $Q^{{-1}} = Q^\\top$."
        ),
    )


def _normalization(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    column = given.V[:, 0]
    return (
        Prose(text="To normalise a vector, divide it by its length; the direction stays, the length becomes 1."),
        Formula(
            latex=r"q = \frac{v}{\lVert v \rVert}, \qquad \lVert v \rVert = \sqrt{v^\top v}, \qquad "
            rf"\left\lVert {matrix(column)} \right\rVert = {root(float(given.norms[0]))}"
        ),
        Prose(
            text=r"Without it $Q^\top$ would not be the inverse of $Q$, and $A$ would come out too large or too small."
        ),
    )


def _spectral_decomposition(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    where = "That is the case here." if given.orthogonal else r"Here they are not, so it takes $V \Lambda V^{-1}$."
    return (
        Prose(text="A symmetric matrix is the product of its orthonormal eigenvectors and its eigenvalues."),
        Formula(latex=r"A = Q \Lambda Q^\top = \sum_i \lambda_i\, q_i q_i^\top"),
        Prose(text=f"It needs eigenvectors that are perpendicular. {where}"),
    )


def _lambda_matrix(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    return (
        Prose(text=r"$\Lambda$ is the diagonal matrix of the eigenvalues. It stands in the middle and only stretches."),
        Formula(latex=rf"\Lambda = {matrix(out.Lambda)}"),
        Prose(text=r"Their order is free, as long as column $i$ of the left factor is the eigenvector of $\lambda_i$."),
    )


def _q_matrix(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    if not given.orthogonal:
        return (
            Prose(text="The eigenvectors stand side by side as the columns of a matrix, here called $V$."),
            Formula(latex=f"V = {matrix(out.Q)}"),
            Prose(text=r"They are not perpendicular, so its inverse is not its transpose."),
        )
    return (
        Prose(text="The columns of $Q$ are the eigenvectors, each divided by its length."),
        Formula(latex=f"Q = {matrix(out.Q)}"),
        Prose(text=r"Its columns are orthonormal, so $Q^\top Q = I$, and $Q^\top$ undoes $Q$."),
    )


def _transpose(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    undoes = (
        r"Since the columns of $Q$ are orthonormal, $Q^\top$ is the inverse of $Q$; that is why it closes the product."
        if given.orthogonal
        else "These eigenvectors are not perpendicular, so here the transpose is not the inverse."
    )
    return (
        Prose(text="The transpose exchanges rows and columns."),
        Formula(latex=rf"\left(M^\top\right)_{{ij}} = M_{{ji}}, \qquad {matrix(out.Q)}^\top = {matrix(out.Q.T)}"),
        Prose(text=undoes),
    )


def _symmetric(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    if given.n == 1:
        here = "A single entry is always symmetric."
    else:
        product = float(given.V[:, 0] @ given.V[:, 1])
        value = root(0.0 if np.isclose(product, 0, atol=1e-9) else product)
        kind = "is symmetric" if np.allclose(out.matrix, out.matrix.T) else "is not symmetric"
        here = rf"Here $v_1^\top v_2 = {value}$, and the matrix {kind}."
    return (
        Prose(text="A matrix is symmetric if it equals its transpose. Its eigenvectors can be chosen perpendicular."),
        Formula(latex=r"A = A^\top \iff A = Q \Lambda Q^\top \text{ with } Q^\top Q = I"),
        Prose(text=here),
    )


def _rank_one(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    column = out.Q[:, 0]
    right = out.Q_inverse[0]
    product = "q_1 q_1^\\top" if given.orthogonal else "v_1 w_1^\\top"
    return (
        Prose(text="A column times a row is a whole matrix, and all its rows are multiples of one: it has rank one."),
        Formula(latex=rf"{product} = {matrix(column)} {matrix(right[None, :])}"),
        Prose(text=r"Multiply each of these by its $\lambda_i$, add them up, and you have $A$."),
    )


CONCEPTS: dict[str, Concept] = {
    "eigenvector": _eigenvector,
    "eigenvalue": _eigenvalue,
    "orthonormal": _orthonormal,
    "normalization": _normalization,
    "spectral_decomposition": _spectral_decomposition,
    "lambda_matrix": _lambda_matrix,
    "q_matrix": _q_matrix,
    "transpose": _transpose,
    "symmetric": _symmetric,
    "rank_one": _rank_one,
}
"""The concepts by topic key."""
