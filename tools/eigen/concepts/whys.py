"""What students ask about the result: how to check it, why the order is free, where a minus comes from."""

from __future__ import annotations

import numpy as np

from tools.concept import Concept, concept
from tools.content import number
from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.notation import factor, letters, root, total


def trace_and_determinant(given: Eigenpairs, out: Reconstruction) -> Concept:
    values = [factor(float(value)) for value in given.values]
    added, multiplied = number(float(np.sum(given.values))), number(float(np.prod(given.values)))
    product = r" \cdot ".join(values)
    return concept(
        "Two checks of your own answer: the diagonal of $A$ must add up to the sum of the eigenvalues (the trace), and "
        "the determinant must be their product.",
        rf"\operatorname{{tr}} A = {total(values)} = {added}, \qquad "
        rf"\det A = {product} = {multiplied}",
        "A matrix that fails one of them is wrong. One that passes both may still be: check $A v_1$ too.",
        "With every eigenvalue doubled, what is the trace?",
        2 * np.sum(given.values),
    )


def eigenpair_order(given: Eigenpairs, out: Reconstruction) -> Concept:
    terms = [letters(given).term(i) for i in range(1, given.n + 1)]
    first, last = root(float(given.values[0])), root(float(given.values[-1]))
    return concept(
        "The order of the eigenpairs is free. A sum does not depend on the order of its terms, and each term needs "
        "only its own eigenvalue and eigenvector.",
        f"A = {total(terms)} = {total(terms[::-1])}",
        rf"Swap the columns of ${letters(given).matrix}$ and the diagonal of $\Lambda$ together. Swap only one of them "
        f"and $v_1$ is stretched by ${last}$ instead of ${first}$: another matrix.",
        r"With the pairs in reverse order, which number stands in the top left corner of $\Lambda$?",
        given.values[-1],
    )


def negative(given: Eigenpairs, out: Reconstruction) -> Concept:
    row, column = 1, min(2, given.n)
    left, right = out.Q[0], out.Q_inverse[:, column - 1]
    parts = zip(given.values, left, right, strict=True)
    summands = [r" \cdot ".join(factor(float(one)) for one in part) for part in parts]
    minus = int(np.sum(given.V < -1e-9))
    return concept(
        "A minus in $A$ comes from the eigenvectors: where two entries of one differ in sign, their product is "
        "negative. The eigenvalues can all be positive.",
        rf"A_{{{row}{column}}} = {total(summands)}",
        f"The eigenvectors of this task have {minus} negative entr{'y' if minus == 1 else 'ies'}. Turning a whole "
        "vector around changes nothing, since it enters twice.",
        "What is the last summand?",
        given.values[-1] * left[-1] * right[-1],
    )
