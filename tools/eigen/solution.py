"""The worked derivation: normalise, put the factors together, multiply, check, and the same in PyTorch."""

from __future__ import annotations

import numpy as np

from tools.content import Block, Code, Formula, MatrixBlock, Prose, number
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.hints import vectors
from tools.eigen.notation import letters, matrix, root, total
from tools.schema import Array

WRITTEN_OUT = 6
"""Eigenpairs up to which each one gets its own formula."""


def worked(given: Eigenpairs, out: Reconstruction, from_matrix: bool) -> tuple[Block, ...]:
    """The complete solution; `from_matrix` where the eigenpairs were themselves found from a matrix."""
    found = _found(given, out) if from_matrix else ()
    basis = _orthonormal(given) if given.orthogonal else _oblique(given, out)
    return (*found, *basis, *_product(given, out), *_terms(given, out), *_checks(given, out), _code(given))


def _found(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    """Where the eigenpairs of a given matrix come from."""
    blocks: list[Block] = [
        Prose(text=r"**Eigenvalues and eigenvectors.** The eigenvalues are the roots of $\det(A - \lambda I) = 0$.")
    ]
    if given.n == 2:
        trace, determinant = float(np.trace(out.matrix)), float(np.linalg.det(out.matrix))
        polynomial = rf"\lambda^2 - ({number(trace)})\,\lambda + ({number(determinant)}) = 0"
        blocks.append(Formula(latex=rf"{polynomial} \quad\Rightarrow\quad {_eigenvalues(given)}"))
    else:
        blocks.append(Formula(latex=_eigenvalues(given)))
    blocks.append(Prose(text=r"For each of them, $(A - \lambda_i I)\,v_i = 0$ has the solution"))
    blocks.append(Formula(latex=vectors(given)))
    return tuple(blocks)


def _eigenvalues(given: Eigenpairs) -> str:
    return r",\; ".join(rf"\lambda_{{{i}}} = {root(float(value))}" for i, value in enumerate(given.values, start=1))


def _orthonormal(given: Eigenpairs) -> tuple[Block, ...]:
    """Perpendicular, then of length 1."""
    perpendicular = r"\quad ".join(
        rf"v_{i + 1}^\top v_{j + 1} = 0" for i in range(min(given.n, 3)) for j in range(i + 1, min(given.n, 3))
    )
    lengths = r",\quad ".join(
        rf"\lVert v_{{{i}}} \rVert = {root(float(norm))}" for i, norm in enumerate(given.norms[:WRITTEN_OUT], start=1)
    )
    already = np.allclose(given.norms, 1, rtol=0, atol=1e-9)
    divide = "so they are normalised already" if already else "so divide each one by its length"
    blocks: list[Block] = []
    if perpendicular:
        blocks.append(Prose(text="**The eigenvectors are perpendicular**, so $A$ is symmetric."))
        blocks.append(Formula(latex=perpendicular))
    blocks.append(
        Prose(text=f"**Length 1.** The columns of $Q$ are unit vectors. The lengths are as follows, {divide}.")
    )
    blocks.append(Formula(latex=lengths))
    blocks.append(
        Prose(text=r"Orthonormal columns satisfy $Q^\top Q = I$, so $A = Q \Lambda Q^{-1} = Q \Lambda Q^\top$.")
    )
    return tuple(blocks)


def _oblique(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    return (
        Prose(
            text="**The eigenvectors are not perpendicular**, so the transpose cannot stand in for the inverse. "
            r"From $A V = V \Lambda$ follows $A = V \Lambda V^{-1}$; the lengths of the eigenvectors cancel."
        ),
        MatrixBlock(name="V^{-1}", value=out.Q_inverse),
    )


def _product(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    letter = letters(given)
    return (
        Prose(text="**The factors**, each eigenvalue in the column of its eigenvector."),
        Formula(latex=rf"{letter.matrix} = {matrix(out.Q)},\qquad \Lambda = {matrix(out.Lambda)}"),
        Prose(text="**Multiply** from the left: first stretch the columns, then close with the right factor."),
        Formula(latex=rf"{letter.matrix}\Lambda = {matrix(out.Q_Lambda)}"),
        Formula(
            latex=rf"A = {letter.matrix} \Lambda {letter.inverse} = {matrix(out.Q_Lambda)} {matrix(out.Q_inverse)}"
        ),
        MatrixBlock(name="A", value=out.matrix),
    )


def _terms(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    """The same as a sum of matrices of rank one."""
    if given.n == 1 or given.n > WRITTEN_OUT:
        return ()
    letter = letters(given)
    names = [letter.term(i) for i in range(1, given.n + 1)]
    rows = "" if given.orthogonal else r" Here $w_i^\top$ is row $i$ of $V^{-1}$."
    return (
        Prose(text=f"**The same as a sum** of matrices of rank one, one for each eigenpair.{rows}"),
        Formula(latex=f"A = {total(names)}"),
        *(MatrixBlock(name=name, value=term) for name, term in zip(names, out.terms, strict=True)),
    )


def _checks(given: Eigenpairs, out: Reconstruction) -> tuple[Block, ...]:
    letter = letters(given)
    products = [
        Formula(
            latex=rf"A {letter.column}_{i} = {matrix(out.matrix @ column)} = "
            rf"{root(float(value))} \cdot {matrix(column)}"
        )
        for i, (column, value) in enumerate(zip(out.Q.T, given.values, strict=True), start=1)
    ]
    trace = number(float(np.trace(out.matrix)))
    return (
        Prose(text=rf"**Check** that $A {letter.column}_i = \lambda_i {letter.column}_i$."),
        *products[:WRITTEN_OUT],
        Prose(text=f"The diagonal of $A$ adds up to ${trace}$, the sum of the eigenvalues."),
    )


def _literal(values: Array) -> str:
    """Floats for a tensor, a matrix row by row: integers would make an integer tensor, which raises."""
    if values.ndim == 1:
        return str((values + 0.0).tolist())
    rows = "".join(f"    {_literal(row)},\n" for row in values)
    return f"[\n{rows}]"


def _code(given: Eigenpairs) -> Block:
    normalise = "Q = V / V.norm(dim=0)  # unit columns\nA = Q @ torch.diag(eigenvalues) @ Q.T"
    invert = "A = V @ torch.diag(eigenvalues) @ torch.linalg.inv(V)"
    return Code(
        source=f"""import torch

eigenvalues = torch.tensor({_literal(given.values)})
V = torch.tensor({_literal(given.V.T)}).T  # one eigenvector a column

{normalise if given.orthogonal else invert}
print(A)
"""
    )
