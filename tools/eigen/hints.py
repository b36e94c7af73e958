"""The ladder of hints: how the eigenvectors stand, the factors, the first entry, the product still to be made."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from tools.content import Formula, Hint, Prose, Question
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.notation import factor, letters, matrix, root, total
from tools.schema import Array


def ladder(given: Eigenpairs, out: Reconstruction) -> tuple[Hint, ...]:
    """All rungs for these eigenpairs; a 1×1 matrix has no first entry apart from its result."""
    middle = (_length(given),) if given.orthogonal else (_inverse(),)
    first = (_first_entry(given, out),) if given.n > 1 else ()
    return (_pointer(given), *middle, _lambda(out), _scaled_column(given, out), *first, _last_product(given, out))


def vectors(given: Eigenpairs) -> str:
    """The eigenvectors as given, as LaTeX equations in a row."""
    return r",\quad ".join(f"v_{i} = {matrix(column)}" for i, column in enumerate(given.V.T, start=1))


def _decimals(answer: Array | np.float64) -> str:
    """How exact an answer needs to be that no two decimals hold."""
    return "" if np.allclose(answer, np.round(answer, 2), rtol=0, atol=1e-9) else " Two decimals will do."


def _pointer(given: Eigenpairs) -> Hint:
    if given.n == 1:
        return _single_pointer(given)
    products = {(i, j): float(given.V[:, i] @ given.V[:, j]) for i, j in combinations(range(given.n), 2)}
    cosines = {(i, j): abs(value) / (given.norms[i] * given.norms[j]) for (i, j), value in products.items()}
    i, j = (0, 1) if given.orthogonal else max(cosines, key=lambda pair: cosines[pair])
    value = 0.0 if given.orthogonal else products[i, j]
    meaning = (
        "They are perpendicular, and so is every other pair. So $A$ is symmetric, and eigenvectors of length 1 form an "
        "orthonormal basis."
        if given.orthogonal
        else "That is not zero, so they are not perpendicular. Inverse and transpose will not be the same here."
    )
    return Hint(
        title="How the eigenvectors stand",
        blocks=(
            Prose(text="Before you multiply anything, look at how the eigenvectors stand to each other."),
            Formula(latex=vectors(given)),
        ),
        question=Question(
            text=rf"What is $v_{i + 1}^\top v_{j + 1}$?",
            answer=value,
            confirm=meaning,
            nudge="Multiply the two vectors entry by entry and add up the products.",
        ),
    )


def _single_pointer(given: Eigenpairs) -> Hint:
    return Hint(
        title="One direction",
        blocks=(Prose(text="There is a single eigenvector, so there is a single direction."),),
        question=Question(
            text="How many rows does $A$ have?",
            answer=1.0,
            confirm="One row and one column: $A$ maps a line onto itself.",
            nudge="$A$ has as many rows as an eigenvector has entries.",
        ),
    )


def _length(given: Eigenpairs) -> Hint:
    exact = np.isclose(given.norms, 1, rtol=0, atol=1e-9)
    index = int(np.argmin(exact))
    confirm = (
        "Length 1, and so are all of them: they can go into $Q$ as they are."
        if exact.all()
        else rf"Divide $v_{index + 1}$ by that length to get the unit vector $q_{index + 1}$, and likewise the others."
    )
    return Hint(
        title="The idea",
        blocks=(
            Prose(
                text="A symmetric matrix is made of its eigenvectors of length 1, the columns of $Q$, with the "
                "eigenvalues in the middle."
            ),
            Formula(latex=r"A = Q \Lambda Q^\top,\qquad q_i = \frac{v_i}{\lVert v_i \rVert}"),
        ),
        question=Question(
            text=f"How long is $v_{index + 1}$ as it is given?{_decimals(given.norms[index])}",
            answer=1.0 if exact.all() else given.norms[index],
            confirm=confirm,
            nudge="The length is the root of the sum of the squared entries.",
        ),
    )


def _inverse() -> Hint:
    inverse = ("v^-1", "v^{-1}", "v^(-1)", "v⁻¹", "v-1", "inverse", "the inverse", "v inverse", "inverse of v")
    transpose = ("v^t", "vt", "v^{t}", "vᵀ", "v'", "transpose", "the transpose", "v transpose", "transpose of v")
    return Hint(
        title="The idea",
        blocks=(
            Prose(
                text=r"Column by column, $A v_i = \lambda_i v_i$ says $A V = V \Lambda$. Solve that for $A$ by "
                "multiplying from the right."
            ),
        ),
        question=Question(
            text=r"Which matrix stands to the right of $\Lambda$ then, $V^\top$ or $V^{-1}$?",
            words=inverse,
            wrong_words=transpose,
            confirm=r"So $A = V \Lambda V^{-1}$. Only orthonormal columns would let the transpose do this work.",
            nudge="It has to cancel the $V$ that stands to the right of $A$.",
        ),
    )


def _lambda(out: Reconstruction) -> Hint:
    diagonal = ", ".join(rf"\lambda_{i} = {root(float(value))}" for i, value in enumerate(np.diag(out.Lambda), start=1))
    return Hint(
        title="The factor in the middle",
        blocks=(
            Prose(
                text=rf"$\Lambda$ is a diagonal matrix. It carries ${diagonal}$ in the same order in which the "
                "eigenvectors stand as columns."
            ),
        ),
        question=Question(
            text=r"What is $\Lambda$? Type its rows, for instance as `a b / c d`.",
            answer=out.Lambda,
            confirm=r"Eigenvalues on the diagonal, zeros elsewhere: $\Lambda$ only stretches.",
            nudge="All entries off the diagonal are zero; eigenvalue number $i$ stands in row $i$ and column $i$.",
        ),
    )


def _scaled_column(given: Eigenpairs, out: Reconstruction) -> Hint:
    letter = letters(given)
    last = given.n
    name = f"{letter.matrix}\\Lambda"
    return Hint(
        title="The first product",
        blocks=(
            Prose(text="Put the vectors side by side as columns."),
            Formula(latex=f"{letter.matrix} = {matrix(out.Q)}"),
            Prose(text=r"A diagonal matrix on the right stretches columns: column $i$ is multiplied by $\lambda_i$."),
        ),
        question=Question(
            text=f"What is column {last} of ${name}$?{_decimals(out.Q_Lambda[:, -1])}",
            answer=out.Q_Lambda[:, -1],
            confirm=rf"That is $\lambda_{{{last}}} {letter.column}_{{{last}}}$; each column of ${name}$ is made so.",
            nudge=rf"Multiply each entry of column {last} of ${letter.matrix}$ by $\lambda_{{{last}}}$.",
        ),
    )


def _first_entry(given: Eigenpairs, out: Reconstruction) -> Hint:
    letter = letters(given)
    products = [
        rf"{factor(float(scaled))} \cdot {factor(float(right))}"
        for scaled, right in zip(out.Q_Lambda[0], out.Q_inverse[:, 0], strict=True)
    ]
    return Hint(
        title="The first entry",
        blocks=(
            Prose(
                text=rf"The entry $a_{{11}}$ is row 1 of ${letter.matrix}\Lambda$ times column 1 of ${letter.inverse}$."
            ),
            Formula(latex=f"a_{{11}} = {total(products)}"),
        ),
        question=Question(
            text=f"What is $a_{{11}}$?{_decimals(out.matrix[0, 0])}",
            answer=out.matrix[0, 0],
            confirm="Every other entry is made like this: row $i$ of the left matrix, column $j$ of the right one.",
            nudge="Work out each product first, then add them up; mind the signs.",
        ),
    )


def _last_product(given: Eigenpairs, out: Reconstruction) -> Hint:
    saving = " $A$ is symmetric: one side of the diagonal is enough." if given.orthogonal and given.n > 1 else ""
    return Hint(
        title="The last product",
        blocks=(
            Prose(text=f"One product is left before the answer, row times column.{saving}"),
            Formula(latex=f"A = {matrix(out.Q_Lambda)} {matrix(out.Q_inverse)}"),
            Prose(text="A check that needs no product: the diagonal of $A$ adds up to the sum of the eigenvalues."),
        ),
        question=Question(
            text="What must the diagonal of $A$ add up to?",
            answer=given.values.sum(),
            confirm="Compare that with your diagonal once you have all of $A$.",
            nudge=f"Add up all {given.n} eigenvalues.",
        ),
    )
