"""One entry of a step as the sum it is made of, with the task's numbers."""

from __future__ import annotations

from tools.eigen.compute import Eigenpairs, Reconstruction
from tools.eigen.notation import factor, root, total


def working(given: Eigenpairs, out: Reconstruction, step: str, row: int, column: int) -> str | None:
    """LaTeX of the entry's own sum, not worked out; None where there is nothing to work out."""
    if step == "A":
        products = zip(out.Q_Lambda[row], out.Q_inverse[:, column], strict=True)
        return total([rf"{factor(float(left))} \cdot {factor(float(right))}" for left, right in products])
    if step == "Q_Lambda":
        return rf"{factor(float(out.Q[row, column]))} \cdot {factor(float(given.values[column]))}"
    if step == "Lambda" and row == column:
        return rf"\lambda_{{{row + 1}}}"
    if step == "Q" and given.orthogonal and not given.unit:
        squares = [rf"{factor(float(entry))}^2" for entry in given.V[:, column]]
        return rf"\frac{{{root(float(given.V[row, column]))}}}{{\sqrt{{{total(squares)}}}}}"
    if step.startswith("term_"):
        index = int(step.removeprefix("term_")) - 1
        factors = (given.values[index], out.Q[row, index], out.Q_inverse[index, column])
        return r" \cdot ".join(factor(float(one)) for one in factors)
    return None
