"""The factors of the decomposition: Q, Λ, the transpose that closes the product, and the sum of rank-one terms."""

from __future__ import annotations

import numpy as np

from tools.concept import Concept, concept
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.notation import letters, matrix, root


def spectral_decomposition(given: Eigenpairs, out: Reconstruction) -> Concept:
    where = "That is the case here." if given.orthogonal else r"Here they are not, so it takes $V \Lambda V^{-1}$."
    return concept(
        "A symmetric matrix is the product of its orthonormal eigenvectors and its eigenvalues, or a sum with one term "
        "for each eigenpair.",
        r"A = Q \Lambda Q^\top = \sum_i \lambda_i\, q_i q_i^\top",
        f"Read from the right: turn to the eigenvectors, stretch by the eigenvalues, turn back. It needs eigenvectors "
        f"that are perpendicular. {where}",
        "How many terms does the sum have here?",
        given.n,
    )


def lambda_matrix(given: Eigenpairs, out: Reconstruction) -> Concept:
    return concept(
        r"$\Lambda$ is the diagonal matrix of the eigenvalues, with zeros everywhere else. It stands in the middle and "
        "only stretches.",
        rf"\Lambda = {matrix(out.Lambda)}",
        r"Column $i$ of the left factor must be the eigenvector of the $i$-th number on the diagonal.",
        r"What is the determinant of $\Lambda$, the product of its diagonal?",
        np.prod(given.values),
    )


def q_matrix(given: Eigenpairs, out: Reconstruction) -> Concept:
    asked = "What is the dot product of its first column with itself?"
    answer = float(out.Q[:, 0] @ out.Q[:, 0])
    if not given.orthogonal:
        return concept(
            "The eigenvectors stand side by side as the columns of a matrix, here called $V$.",
            f"V = {matrix(out.Q)}",
            "They are not perpendicular, so its inverse is not its transpose.",
            asked,
            answer,
        )
    return concept(
        "The columns of $Q$ are the eigenvectors, each divided by its length.",
        f"Q = {matrix(out.Q)}",
        r"Its columns are orthonormal, so $Q^\top Q = I$, and $Q^\top$ undoes $Q$.",
        asked,
        answer,
    )


def q_and_lambda(given: Eigenpairs, out: Reconstruction) -> Concept:
    letter = letters(given)
    return concept(
        f"${letter.matrix}$ holds the directions: the eigenvectors as columns. $\\Lambda$ holds the factors: the "
        "eigenvalues on its diagonal. Column $i$ of the one belongs to entry $i$ of the other.",
        rf"{letter.matrix} = {matrix(out.Q)}, \qquad \Lambda = {matrix(out.Lambda)}",
        rf"Both are needed: $A = {letter.matrix} \Lambda {letter.inverse}$, and without $\Lambda$ only the identity is "
        "left.",
        rf"What is the top left entry of ${letter.matrix} {letter.inverse}$?",
        1,
    )


def transpose(given: Eigenpairs, out: Reconstruction) -> Concept:
    undoes = (
        r"Since the columns of $Q$ are orthonormal, $Q^\top$ is the inverse of $Q$; that is why it closes the product."
        if given.orthogonal
        else "These eigenvectors are not perpendicular, so here the transpose is not the inverse."
    )
    return concept(
        "The transpose exchanges rows and columns.",
        rf"\left(M^\top\right)_{{ij}} = M_{{ji}}, \qquad {matrix(out.Q)}^\top = {matrix(out.Q.T)}",
        undoes,
        "Which number of the right matrix stands at the end of its first row?",
        out.Q.T[0, -1],
    )


def inverse(given: Eigenpairs, out: Reconstruction) -> Concept:
    letter, product = letters(given).matrix, out.Q.T @ out.Q
    here = (
        "All the angles are right and all lengths 1, so $Q^\\top Q = I$, and that is what $Q^{-1} = Q^\\top$ says."
        if given.orthogonal
        else r"These eigenvectors are not perpendicular, so $V^\top V \ne I$ and it takes the true inverse $V^{-1}$."
    )
    return concept(
        f"Entry $(i, j)$ of ${letter}^\\top {letter}$ is the dot product of columns $i$ and $j$ of ${letter}$.",
        rf"{letter}^\top {letter} = {matrix(np.where(np.isclose(product, 0, atol=1e-9), 0.0, product))}",
        here,
        f"What would the top left entry be if the first column of ${letter}$ were twice as long?",
        4 * product[0, 0],
    )


def symmetric(given: Eigenpairs, out: Reconstruction) -> Concept:
    if given.n == 1:
        here = "A single entry is always symmetric."
    else:
        product = float(given.V[:, 0] @ given.V[:, 1])
        value = root(0.0 if np.isclose(product, 0, atol=1e-9) else product)
        kind = "is symmetric" if np.allclose(out.matrix, out.matrix.T) else "is not symmetric"
        here = rf"Here $v_1^\top v_2 = {value}$, and so $A$ {kind}."
    return concept(
        r"A matrix is symmetric if it equals its transpose. With perpendicular eigenvectors it must be: transposing "
        r"$Q \Lambda Q^\top$ reverses the order, and $\Lambda^\top = \Lambda$.",
        r"\left(Q \Lambda Q^\top\right)^\top = \left(Q^\top\right)^\top \Lambda^\top Q^\top = Q \Lambda Q^\top",
        here,
        r"Transpose $\Lambda$: which number stands in its top left corner then?",
        given.values[0],
    )


def rank_one(given: Eigenpairs, out: Reconstruction) -> Concept:
    column, right = out.Q[:, 0], out.Q_inverse[0]
    product = "q_1 q_1^\\top" if given.orthogonal else "v_1 w_1^\\top"
    return concept(
        "A column times a row is a whole matrix, and all its rows are multiples of one: it has rank one.",
        rf"{product} = {matrix(column)} {matrix(right[None, :])}",
        r"Multiply each of these by its $\lambda_i$, add them up, and you have $A$.",
        f"What is the top left entry of ${product}$?",
        column[0] * right[0],
    )
