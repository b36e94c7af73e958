"""Matrices from eigenpairs, against PyTorch and brute force."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tools.eigen.compute import ReconstructInput, integers, reconstruct
from tools.schema import ToolError

seeds = st.integers(0, 10**6)
sides = st.integers(1, 6)


def test_the_sheet():
    half = 0.5**0.5
    out = reconstruct(ReconstructInput(eigenvalues=[1, 2], eigenvectors=[[half, half], [half, -half]]))
    assert out.matrix == pytest.approx(np.array([[1.5, -0.5], [-0.5, 1.5]]))
    assert out.Q_Lambda == pytest.approx(np.array([[half, 2 * half], [half, -2 * half]]))
    assert out.terms[1] == pytest.approx(np.array([[1, -1], [-1, 1]]))


@given(seed=seeds, n=sides, kind=st.sampled_from(["unit", "long", "oblique"]))
def test_agrees_with_torch(draw, seed, n, kind):
    settings = draw(seed, n, kind)
    out = reconstruct(ReconstructInput(eigenvalues=settings.eigenvalues, eigenvectors=settings.eigenvectors))
    V = torch.tensor(settings.eigenvectors.T.copy())
    reference = V @ torch.diag(torch.tensor(settings.eigenvalues.copy())) @ torch.linalg.inv(V)
    np.testing.assert_allclose(out.matrix, reference.numpy(), atol=1e-9)
    found = torch.linalg.eigvals(torch.tensor(out.matrix.copy())).real.sort().values
    conditioning = float(torch.linalg.cond(V))  # eigenvalues of a skew basis are only as good as that
    np.testing.assert_allclose(found.numpy(), np.sort(settings.eigenvalues), atol=1e-9 * max(100, conditioning))


@given(seed=seeds, n=sides, kind=st.sampled_from(["unit", "long", "oblique"]))
def test_steps_belong_together(draw, seed, n, kind):
    settings = draw(seed, n, kind)
    out = reconstruct(ReconstructInput(eigenvalues=settings.eigenvalues, eigenvectors=settings.eigenvectors))
    assert out.Q @ out.Q_inverse == pytest.approx(np.eye(n), abs=1e-9)
    assert out.Q @ out.Lambda == pytest.approx(out.Q_Lambda)
    assert np.sum(out.terms, axis=0) == pytest.approx(out.matrix, abs=1e-9)
    assert [np.linalg.matrix_rank(term) for term in out.terms] == [1] * n
    if kind != "oblique":
        assert out.matrix == pytest.approx(out.matrix.T, abs=1e-9)
        assert np.linalg.norm(out.Q, axis=0) == pytest.approx(np.ones(n))


def test_the_largest_matrix_is_worked_out():
    out = reconstruct(ReconstructInput(eigenvalues=np.arange(64.0), eigenvectors=np.eye(64)))
    assert len(out.model_dump(mode="json")["terms"]) == 64


REFUSED = [
    ([1, 2], [[1, 1]], "shape", "the eigenvalues number 2, the eigenvectors 1"),
    ([1, 2], [[1, 1, 0], [1, -1, 0]], "shape", "2 eigenvectors need 2 entries each, but these have 3"),
    ([[1, 0], [0, 2]], [[1, 1], [1, -1]], "shape", "eigenvalues must be a list"),
    (3, [[1]], "shape", "eigenvalues must be a list"),
    ([], [], "shape", "eigenvalues must be a list"),
    ([1, 2], [1, 1], "shape", "eigenvectors must be a list"),
    ([1, 2], [[1, 1], [0, 0]], "invalid", "eigenvector 2 is the zero vector"),
    ([1, 2], [[1, 1], [2, 2]], "invalid", "linearly dependent"),
    ([1, "nan"], [[1, 1], [1, -1]], "invalid", "finite"),
    ([1, 1e200], [[1, 1], [1, -1]], "too_large", "1e100"),
    ([1] * 65, [[1] * 65] * 65, "too_large", "at most 64 rows"),
]


@pytest.mark.parametrize(("values", "vectors", "kind", "says"), REFUSED)
def test_impossible_inputs_are_refused(values, vectors, kind, says):
    with pytest.raises(ToolError, match=says) as refusal:
        reconstruct(ReconstructInput(eigenvalues=values, eigenvectors=vectors))
    assert refusal.value.kind == kind


@pytest.mark.parametrize(
    ("vector", "multiple"),
    [
        ([0.6, 0.8], [3, 4]),
        ([0.5**0.5, -(0.5**0.5)], [1, -1]),
        ([2 / 3, -1 / 3, 2 / 3], [2, -1, 2]),
        ([0.577, 0.577, 0.577], [1, 1, 1]),
        ([0.123456, 0.987654], None),
        ([0.001, 1], None),
    ],
)
def test_integer_multiples(vector, multiple):
    found = integers(np.array(vector, dtype=float))
    assert (None if found is None else found.tolist()) == multiple
