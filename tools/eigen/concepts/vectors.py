"""Eigenvectors and eigenvalues, and what is asked of the vectors: right angles and length 1."""

from __future__ import annotations

import numpy as np

from tools.concept import Concept, concept
from tools.eigen.compute import Eigenpairs, Reconstruction, integers
from tools.eigen.notation import factor, matrix, root


def eigenvector(given: Eigenpairs, out: Reconstruction) -> Concept:
    last = given.n
    return concept(
        "An eigenvector is a direction that $A$ does not turn: it comes out stretched by its eigenvalue.",
        rf"A v = \lambda v, \qquad\text{{here for instance}}\quad v_1 = {matrix(given.V[:, 0])}",
        r"Only the direction counts. Any multiple except zero is an eigenvector of the same eigenvalue.",
        f"Without knowing $A$: what is the first entry of $A v_{last}$?",
        given.values[-1] * given.V[0, -1],
    )


def eigenvalue(given: Eigenpairs, out: Reconstruction) -> Concept:
    last = given.n
    values = r",\; ".join(rf"\lambda_{{{i}}} = {root(float(value))}" for i, value in enumerate(given.values, start=1))
    return concept(
        "An eigenvalue is the factor by which $A$ stretches its eigenvector. A negative one turns it around, and with "
        "0 nothing of it is left.",
        rf"A v_i = \lambda_i v_i, \qquad {values}",
        f"Apply $A$ twice and the factor acts twice: $A (A v_{last}) = \\lambda_{last} (\\lambda_{last} v_{last})$.",
        f"By which number does $A^2$ stretch $v_{last}$?",
        given.values[-1] ** 2,
    )


def eigenvalue_and_eigenvector(given: Eigenpairs, out: Reconstruction) -> Concept:
    first, column = root(float(given.values[0])), matrix(given.V[:, 0])
    return concept(
        "The eigenvector is a direction, so a column of numbers. The eigenvalue is a single number: how much $A$ "
        "stretches along that direction. They come in pairs.",
        rf"A \underbrace{{{column}}}_{{v_1}} = \underbrace{{{first}}}_{{\lambda_1}} {column}",
        "Scale an eigenvector and it still belongs to the same eigenvalue. Change an eigenvalue and the matrix "
        "is another one.",
        f"Which eigenvalue belongs to $3 v_{given.n}$?",
        given.values[-1],
    )


def _angle(given: Eigenpairs) -> str:
    """The dot product of the first two eigenvectors, where there are two."""
    if given.n == 1:
        return "There is only one vector here, so only its length matters."
    product = float(given.V[:, 0] @ given.V[:, 1])
    value = root(0.0 if np.isclose(product, 0, atol=1e-9) else product)
    return rf"Here $v_1^\top v_2 = {value}$: {'perpendicular' if value == '0' else 'not perpendicular'}."


def orthonormal(given: Eigenpairs, out: Reconstruction) -> Concept:
    return concept(
        "Orthonormal vectors are perpendicular to each other and each has length 1.",
        r"q_i^\top q_j = \begin{cases} 1 & i = j \\ 0 & i \ne j \end{cases}",
        f"{_angle(given)} Orthonormal columns are what makes $Q^{{-1}} = Q^\\top$.",
        r"What is $v_1^\top v_1$, the squared length of the first vector?",
        given.norms[0] ** 2,
    )


def orthogonal_and_orthonormal(given: Eigenpairs, out: Reconstruction) -> Concept:
    length = root(float(given.norms[0]))
    return concept(
        "Orthogonal asks only for right angles: every dot product of two different vectors is 0. Orthonormal asks for "
        "length 1 as well.",
        rf"\text{{orthogonal: }} v_i^\top v_j = 0 \quad (i \ne j), \qquad "
        rf"\text{{orthonormal: also }} \lVert v_i \rVert = 1, \quad \lVert v_1 \rVert = {length}",
        f"{_angle(given)} Stretching a vector keeps the angles and spoils the length.",
        "How long is $3 v_1$?",
        3 * given.norms[0],
    )


def normalization(given: Eigenpairs, out: Reconstruction) -> Concept:
    column = given.V[:, 0]
    whole = integers(column) if given.unit else None
    long = column if whole is None else whole
    length = float(np.linalg.norm(long))
    return concept(
        "To normalise a vector, divide it by its length: the direction stays, the length becomes 1.",
        rf"q = \frac{{v}}{{\lVert v \rVert}}, \qquad \frac{{1}}{{{factor(length)}}} {matrix(long)} = "
        f"{matrix(long / length)}",
        r"That is where roots in eigenvectors come from. Without it $Q^\top$ would not be the inverse of $Q$, and $A$ "
        "would come out too large or too small.",
        rf"By which number must you divide twice that vector, $2 \cdot {matrix(long)}$?",
        2 * length,
    )
