"""Self-checks of a matrix with known eigenpairs: symmetry, trace, determinant, A vᵢ = λᵢ vᵢ; unit columns of Q."""

from __future__ import annotations

import numpy as np

from tools.certificates import READABLE, Certificate, Certificates, Handed, differs
from tools.content import number, pmatrix
from tools.eigen.compute import Eigenpairs
from tools.schema import Array


def certificates(given: Eigenpairs, handed: Handed) -> Certificates:
    """The self-checks of one step, the quickest first; () for a step that has none or another shape."""
    value, slack = handed.value, handed.slack
    if value.shape != given.V.shape or not np.isfinite(value).all():
        return ()
    match handed.step:
        case "A":
            symmetry = (_symmetric(value, slack),) if given.orthogonal else ()
            determinant = (_determinant(given, value, slack),) if given.n == 2 else ()
            return (*symmetry, _trace(given, value, slack, "A"), *determinant, *_stretched(given, value, slack))
        case "Lambda":
            return (_trace(given, value, slack, r"\Lambda"),)
        case "Q" if given.orthogonal:
            return _unit_columns(value, slack)
    return ()


def _symmetric(value: Array, slack: float) -> Certificate:
    for i, j in zip(*np.triu_indices(len(value), 1), strict=True):
        upper, lower = float(value[i, j]), float(value[j, i])
        if differs(upper, lower, 2 * slack):
            return Certificate(
                False,
                f"Your $A$ is not symmetric: entry ({i + 1}, {j + 1}) is {number(upper)}, entry ({j + 1}, {i + 1}) is "
                f"{number(lower)}. With perpendicular eigenvectors the two are equal.",
            )
    exact = np.allclose(value, value.T, rtol=0, atol=READABLE)
    return Certificate(True, "Your $A$ is symmetric, as it must be." if exact else "")


def _trace(given: Eigenpairs, value: Array, slack: float, letter: str) -> Certificate:
    diagonal, wanted = float(np.trace(value)), float(given.values.sum())
    says = f"The diagonal of your ${letter}$ adds up to {number(diagonal)}; the eigenvalues add up to {number(wanted)}."
    passed = not differs(diagonal, wanted, given.n * slack)
    return Certificate(passed, "" if passed else says)


def _determinant(given: Eigenpairs, value: Array, slack: float) -> Certificate:
    """Of a 2×2 matrix: an entry off by the slack moves a product by the slack times the other factor."""
    (a, b), (c, d) = value
    determinant, wanted = float(a * d - b * c), float(np.prod(given.values))
    moved = slack * float(np.abs(value).sum()) + 2 * slack * slack
    says = f"The determinant of your $A$ is {number(determinant)}; the product of the eigenvalues is {number(wanted)}."
    passed = not differs(determinant, wanted, moved)
    return Certificate(passed, "" if passed else says)


def _stretched(given: Eigenpairs, value: Array, slack: float) -> Certificates:
    """A vᵢ against λᵢ vᵢ, for each eigenpair."""
    found = []
    for i, (eigenvalue, vector) in enumerate(zip(given.values, given.V.T, strict=True), start=1):
        made, wanted = value @ vector, eigenvalue * vector
        moved = slack * float(np.abs(vector).sum())
        passed = not any(differs(float(one), float(other), moved) for one, other in zip(made, wanted, strict=True))
        says = rf"Your $A$ times $v_{i}$ gives ${pmatrix(made)}$; it should be $\lambda_{i} v_{i} = {pmatrix(wanted)}$."
        found.append(Certificate(passed, "" if passed else says))
    return tuple(found)


def _unit_columns(value: Array, slack: float) -> Certificates:
    found = []
    for i, column in enumerate(value.T, start=1):
        length = float(np.linalg.norm(column))
        moved = slack * len(column) ** 0.5
        says = f"Column {i} of your $Q$ has length {number(length)}; each column must have length 1."
        passed = not differs(length, 1.0, moved)
        found.append(Certificate(passed, "" if passed else says))
    return tuple(found)
