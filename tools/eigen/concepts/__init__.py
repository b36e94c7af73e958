"""What the words of this family mean, each with a formula and a task's own numbers."""

from __future__ import annotations

from collections.abc import Callable

from tools.concept import Concept
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.concepts import matrices, vectors, whys

CONCEPTS: dict[str, Callable[[Eigenpairs, Reconstruction], Concept]] = {
    "eigenvector": vectors.eigenvector,
    "eigenvalue": vectors.eigenvalue,
    "eigenvalue_and_eigenvector": vectors.eigenvalue_and_eigenvector,
    "orthonormal": vectors.orthonormal,
    "orthogonal_and_orthonormal": vectors.orthogonal_and_orthonormal,
    "normalization": vectors.normalization,
    "spectral_decomposition": matrices.spectral_decomposition,
    "lambda_matrix": matrices.lambda_matrix,
    "q_matrix": matrices.q_matrix,
    "q_and_lambda": matrices.q_and_lambda,
    "transpose": matrices.transpose,
    "inverse": matrices.inverse,
    "symmetric": matrices.symmetric,
    "rank_one": matrices.rank_one,
    "trace_and_determinant": whys.trace_and_determinant,
    "eigenpair_order": whys.eigenpair_order,
    "negative": whys.negative,
}
"""The concepts by topic key; a key that several families have means what the conversation is about."""
