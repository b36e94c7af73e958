"""From eigenvalues and eigenvectors to the matrix, with every intermediate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from pydantic import Field

from tools.bugs import NOTHING
from tools.schema import MAX_SIDE, Array, Frozen, Tensor, ToolError
from tools.slips import rounded

LARGEST_INTEGER = 12
"""How far the smallest entry of a vector is scaled up when looking for a readable integer multiple."""

Scaling = Literal["proper", "raw", "unit", "squared"]
Middle = Literal["plain", "missing", "squared", "inverse", "absolute"]


class ReconstructInput(Frozen):
    """Eigenvalues (n,) and eigenvectors (n, n), one eigenvector a row, in the same order."""

    eigenvalues: Tensor
    eigenvectors: Tensor = Field(description="list of vectors")


class Reconstruction(Frozen):
    """Every step from eigenpairs to the matrix.

    Q holds the unit eigenvectors as columns and Q_inverse is Qᵀ; where the eigenvectors are not orthogonal, Q holds
    them as given and Q_inverse is the inverse. `terms` are the λᵢqᵢqᵢᵀ, which sum to `matrix`.
    """

    Q: Tensor
    Q_inverse: Tensor
    Lambda: Tensor
    Q_Lambda: Tensor
    terms: tuple[Tensor, ...]
    matrix: Tensor


@dataclass(frozen=True)
class Method:
    """The choices in A = left · middle · right; the defaults are right."""

    left: Scaling = "proper"
    right: Scaling = "proper"
    rows: bool = False  # eigenvectors written as the rows of Q
    order: tuple[int, ...] | None = None  # in which the eigenvalues go onto the diagonal
    middle: Middle = "plain"
    closing: Literal["proper", "transpose", "inverse", "same"] = "proper"  # what becomes of Q on the right
    shares: tuple[float, ...] | None = None  # by which the rank-one terms enter the sum
    elementwise: bool = False
    ends: Literal["A", "Lambda", "Q_Lambda", "Lambda_Qt"] = "A"
    decimals: int | None = None  # to which the unit eigenvectors are rounded


@dataclass(frozen=True)
class Eigenpairs:
    """Eigenvalues (n,) with eigenvectors as the columns of `V` (n, n), checked to belong to a matrix."""

    values: Array
    V: Array

    @property
    def n(self) -> int:
        """Number of eigenpairs."""
        return len(self.values)

    @cached_property
    def norms(self) -> Array:
        """Lengths of the eigenvectors."""
        lengths: Array = np.linalg.norm(self.V, axis=0)
        return lengths

    @cached_property
    def orthogonal(self) -> bool:
        """Whether every two eigenvectors are perpendicular."""
        unit = self.V / self.norms
        return bool(np.allclose(unit.T @ unit, np.eye(self.n), atol=1e-9))

    @cached_property
    def unit(self) -> bool:
        """Whether the eigenvectors are given with length 1, as far as two decimals show."""
        return bool(np.allclose(self.norms, 1, atol=5e-3))

    def columns(self, scaling: Scaling) -> Array:
        """The eigenvectors as columns, scaled.

        "proper" is what the right calculation uses. "raw" is what a student uses who does not normalise: the vectors
        as given, or where these have length 1 already, their smallest integer multiples; ValueError if there are none.
        """
        if scaling == "unit" or (scaling == "proper" and self.orthogonal):
            return self.V / self.norms
        if scaling == "proper":
            return self.V
        raw = self.V
        if self.unit:
            multiples = [integers(column) for column in self.V.T]
            raw = np.array([multiple for multiple in multiples if multiple is not None]).T
            if raw.shape != self.V.shape:
                raise ValueError("these unit vectors have no small integer multiples")
        squares: Array = np.square(np.linalg.norm(raw, axis=0))
        return raw if scaling == "raw" else raw / squares


def integers(vector: Array) -> Array | None:
    """The smallest integer multiple of a vector, up to rounding noise, None where its entries would grow large.

    >>> integers(np.array([0.5, -1.0, 0.75]))
    array([ 2., -4.,  3.])
    """
    smallest = np.min(np.abs(vector[np.abs(vector) > 1e-9]), initial=np.inf)
    for factor in range(1, LARGEST_INTEGER + 1):
        multiple = vector / smallest * factor
        whole: Array = np.round(multiple) + 0.0
        if np.allclose(multiple, whole, rtol=0, atol=1e-6 * factor) and np.abs(whole).max() <= 99:
            return whole
    return None


def eigenpairs(given: ReconstructInput) -> Eigenpairs:
    """The input, checked: as many eigenvalues as independent eigenvectors, each as long as there are of them."""
    values, vectors = given.eigenvalues, given.eigenvectors
    if values.ndim != 1 or values.size == 0:
        raise ToolError("the eigenvalues must be a list of numbers, such as [1, 2]", "shape")
    if vectors.ndim != 2:
        raise ToolError("the eigenvectors must be a list of vectors, such as [[1, 1], [1, -1]]", "shape")
    n, (many, length) = len(values), vectors.shape
    if max(n, many, length) > MAX_SIDE:
        raise ToolError(f"a matrix may have at most {MAX_SIDE} rows, not {max(n, many, length)}", "too_large")
    if n != many:
        raise ToolError(f"the eigenvalues number {n}, the eigenvectors {many}: each eigenvalue needs its own", "shape")
    if many != length:
        raise ToolError(f"{many} eigenvectors need {many} entries each, but these have {length}", "shape")
    if not (np.isfinite(values).all() and np.isfinite(vectors).all()):
        raise ToolError("eigenvalues and eigenvectors must be finite numbers")
    if np.max(np.abs(values)) > 1e100 or np.max(np.abs(vectors)) > 1e100:
        raise ToolError("eigenvalues and eigenvectors may be at most 1e100 in size", "too_large")
    if (zero := np.flatnonzero(~vectors.any(axis=1))).size:
        raise ToolError(f"eigenvector {zero[0] + 1} is the zero vector: an eigenvector has a direction")
    pairs = Eigenpairs(values, vectors.T)
    if not pairs.norms.all() or np.linalg.cond(pairs.V / pairs.norms) > 1e12:
        raise ToolError("the eigenvectors are linearly dependent: a matrix needs as many directions as eigenvalues")
    return pairs


def follow(given: Eigenpairs, method: Method, own: Mapping[str, Array] = NOTHING) -> dict[str, Array]:
    """The calculation by a method: Q, Lambda, Q_Lambda, term_1, … as far as it meets them, and its A last; from the
    student's `own` steps on, where there are any.

    Raises ValueError where the method leads nowhere.
    """
    left, right = (rounded(given.columns(side), method.decimals) for side in (method.left, method.right))
    if method.rows:
        left, right = left.T, right.T
    if "Q" in own:
        left = right = own["Q"]
    inverted = method.closing == "inverse" or (method.closing == "proper" and not given.orthogonal)
    closing = right if method.closing == "same" else np.linalg.inv(right) if inverted else right.T
    values = given.values if method.order is None else given.values[list(method.order)]
    Lambda = own.get("Lambda", np.diag(_middle(values, method.middle)))
    scaled = own.get("Q_Lambda", left * Lambda if method.elementwise else left @ Lambda)
    steps: dict[str, Array] = {}
    if method.left == method.right:
        steps["Q"] = left
    if method.middle != "missing":
        steps["Lambda"] = Lambda
    if method.ends != "Lambda":
        steps["Q_Lambda"] = scaled
    if method.ends != "A":
        steps["A"] = {"Lambda": Lambda, "Q_Lambda": scaled, "Lambda_Qt": Lambda @ closing}[method.ends]
        return steps
    if method.elementwise or method.closing == "same":
        steps["A"] = scaled * closing if method.elementwise else scaled @ closing
        return steps
    products = {f"term_{i}": term for i, term in enumerate(np.einsum("ij,jk->jik", scaled, closing), start=1)}
    terms = {name: own.get(name, term) for name, term in products.items()}
    steps |= terms
    summed = method.shares is not None or not own.keys().isdisjoint(terms)
    shares = method.shares or (1.0,) * given.n
    total = sum((share * term for share, term in zip(shares, terms.values(), strict=True)), start=np.zeros(()))
    steps["A"] = total if summed else scaled @ closing
    return steps


def _middle(values: Array, kind: Middle) -> Array:
    """What goes onto the diagonal of the middle factor."""
    match kind:
        case "missing":
            return np.ones_like(values)
        case "squared":
            return np.square(values)
        case "inverse":
            return np.reciprocal(values)
        case "absolute":
            return np.absolute(values)
        case _:
            return values


def reconstruct(given: ReconstructInput) -> Reconstruction:
    """The matrix with these eigenvalues and eigenvectors, A = QΛQᵀ, or VΛV⁻¹ if they are not orthogonal.

    >>> reconstruct(ReconstructInput(eigenvalues=[1, 2], eigenvectors=[[1, 1], [1, -1]])).matrix.round(9).tolist()
    [[1.5, -0.5], [-0.5, 1.5]]
    >>> reconstruct(ReconstructInput(eigenvalues=[1, 2], eigenvectors=[[1, 1], [2, 2]]))
    Traceback (most recent call last):
    tools.schema.ToolError: the eigenvectors are linearly dependent: a matrix needs as many directions as eigenvalues
    """
    pairs = eigenpairs(given)
    steps = follow(pairs, Method())
    return Reconstruction(
        Q=steps["Q"],
        Q_inverse=steps["Q"].T if pairs.orthogonal else np.linalg.inv(steps["Q"]),
        Lambda=steps["Lambda"],
        Q_Lambda=steps["Q_Lambda"],
        terms=tuple(steps[f"term_{i}"] for i in range(1, pairs.n + 1)),
        matrix=steps["A"],
    )
