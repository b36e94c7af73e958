"""From a matrix back to its eigenvalues and eigenvectors, in numbers that are pleasant to work with."""

from __future__ import annotations

import numpy as np

from tools.eigen.compute import ReconstructInput, integers
from tools.schema import MAX_SIDE, Array, ToolError


def decompose(matrix: Array) -> ReconstructInput:
    """Eigenvalues, ascending, and eigenvectors of a real matrix, scaled to small integers where there are such.

    >>> decompose(np.array([[1.5, -0.5], [-0.5, 1.5]])).model_dump(mode="json")
    {'eigenvalues': [1, 2], 'eigenvectors': [[1, 1], [1, -1]]}
    """
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or matrix.size == 0:
        size = " × ".join(str(side) for side in matrix.shape)
        raise ToolError(f"the matrix is {size}: only a square matrix has eigenvalues", "shape")
    if len(matrix) > MAX_SIDE:
        raise ToolError(f"a matrix may have at most {MAX_SIDE} rows, not {len(matrix)}", "too_large")
    if not np.isfinite(matrix).all():
        raise ToolError("the entries of the matrix must be finite numbers")
    largest = max(float(np.abs(matrix).max()), 1e-300)
    if np.allclose(matrix, matrix.T, rtol=0, atol=1e-12 * largest):
        values, columns = np.linalg.eigh(matrix)
    else:
        values, columns = _real_eigenpairs(matrix, largest)
    whole = np.round(values)
    values = np.where(np.abs(values - whole) < 1e-9 * max(largest, 1), whole + 0.0, values)
    return ReconstructInput(eigenvalues=values, eigenvectors=np.array([_readable(column) for column in columns.T]))


def _real_eigenpairs(matrix: Array, largest: float) -> tuple[Array, Array]:
    values, columns = np.linalg.eig(matrix)
    if np.abs(values.imag).max() > 1e-6 * largest:
        turning = next(value for value in values if value.imag > 0)
        pair = f"{turning.real:.4g} ± {turning.imag:.4g}i"
        raise ToolError(f"this matrix has the complex eigenvalues {pair}; I work with real ones only")
    order = np.argsort(values.real, kind="stable")
    values, columns = values.real[order], columns.real[:, order]
    if np.linalg.cond(columns) > 1e7:
        raise ToolError("this matrix has too few independent eigenvectors: a repeated eigenvalue lacks a direction")
    return values, columns


def _readable(vector: Array) -> Array:
    """The vector as small integers if possible, its first entry that is not zero positive."""
    tidy: Array = np.where(np.abs(vector) < 1e-12, 0.0, vector)
    scaled = integers(tidy)
    chosen = tidy if scaled is None else scaled
    signed: Array = chosen * np.sign(chosen[np.flatnonzero(chosen)[0]]) + 0.0
    return signed
