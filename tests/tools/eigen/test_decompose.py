"""A matrix taken apart and put together again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.eigen.compute import reconstruct
from tools.eigen.decompose import decompose
from tools.schema import ToolError

ROWS = [
    ([[1.5, -0.5], [-0.5, 1.5]], [1, 2], [[1, 1], [1, -1]]),
    ([[2, 1], [1, 2]], [1, 3], [[1, -1], [1, 1]]),
    ([[2, 1], [0, 3]], [2, 3], [[1, 0], [1, 1]]),
    ([[2, 0], [0, 2]], [2, 2], [[1, 0], [0, 1]]),
    ([[0, 0], [0, 0]], [0, 0], [[1, 0], [0, 1]]),
    ([[5]], [5], [[1]]),
]


@pytest.mark.parametrize(("matrix", "values", "vectors"), ROWS)
def test_readable_eigenpairs(matrix, values, vectors):
    pairs = decompose(np.array(matrix, dtype=float))
    assert pairs.eigenvalues.tolist() == values
    assert pairs.eigenvectors.tolist() == vectors


@given(seed=st.integers(0, 10**6), n=st.integers(1, 6), symmetric=st.booleans())
def test_there_and_back(draw, seed, n, symmetric):
    settings = draw(seed, n, "unit" if symmetric else "oblique")
    V = settings.eigenvectors.T
    matrix = V @ np.diag(settings.eigenvalues) @ np.linalg.inv(V)
    np.testing.assert_allclose(reconstruct(decompose(matrix)).matrix, matrix, atol=1e-7)


@pytest.mark.parametrize(
    ("matrix", "kind", "says"),
    [
        ([[0, -1], [1, 0]], "invalid", "complex eigenvalues 0 ± 1i"),
        ([[1, 1], [0, 1]], "invalid", "too few independent eigenvectors"),
        ([[1, 2, 3], [4, 5, 6]], "shape", "the matrix is 2 × 3: only a square matrix"),
        ([[np.inf]], "invalid", "finite"),
        (np.eye(65), "too_large", "at most 64 rows"),
    ],
)
def test_impossible_matrices_are_refused(matrix, kind, says):
    with pytest.raises(ToolError, match=says) as refusal:
        decompose(np.array(matrix, dtype=float))
    assert refusal.value.kind == kind
