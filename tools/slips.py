"""Slips any matrix answer can have, whatever the exercise: signs, order, one entry, swapped digits."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from tools.answers import Answer, agrees, fitted
from tools.family import Mistake
from tools.schema import Array

MAX_PERMUTED = 6
"""Rows or columns beyond which permutations are no longer tried (6! = 720)."""


def rounded(value: Array, decimals: int | None) -> Array:
    """An intermediate as someone writes it down who rounds to this many decimals; None keeps all of them."""
    return value if decimals is None else np.round(value, decimals)


def _swapped_digits(value: float, truth: float, decimals: int) -> bool:
    """Whether exchanging two neighbouring digits of the rounded truth gives `value`."""
    right, given = (f"{abs(number):.{max(decimals, 0)}f}" for number in (truth, value))
    if len(right) != len(given) or right == given:
        return False
    at = [i for i, (a, b) in enumerate(zip(right, given, strict=True)) if a != b]
    digits = [i for i, character in enumerate(right) if character != "."]
    neighbours = len(at) == 2 and digits.index(at[1]) - digits.index(at[0]) == 1
    return neighbours and right[at[0]] == given[at[1]] and right[at[1]] == given[at[0]]


def _permuted(value: Array, truth: Array, decimals: int | None) -> bool:
    """Whether some order of the rows of `truth`, not the right one, gives `value`."""
    rows = truth.shape[0]
    if value.shape != truth.shape or not 2 <= rows <= MAX_PERMUTED:
        return False
    orders = list(permutations(range(rows)))[1:]
    return any(bool(agrees(value, truth[list(order)], decimals).all()) for order in orders)


def slips_in(answer: Answer, truth: Array) -> tuple[str, ...]:
    """Names of the general slips that explain a wrong answer, likeliest first; () where the shape does not fit.

    >>> slips_in(Answer(value=[[1, 2], [3, -4]]), np.array([[1.0, 2.0], [3.0, 4.0]]))
    ('sign_slip',)
    """
    value, decimals = answer.value, answer.decimals
    found: list[str] = []
    if value.ndim == truth.ndim == 2:
        if value.shape == truth.T.shape and agrees(value, truth.T, decimals).all():
            found.append("transposed")
        if _permuted(value, truth, decimals):
            found.append("swapped_rows")
        if _permuted(value.T, truth.T, decimals):
            found.append("swapped_columns")
    laid = fitted(value, truth.shape)
    if laid is None:
        return tuple(found)
    wrong = ~agrees(laid, truth, decimals)
    if agrees(np.abs(laid), np.abs(truth), decimals).all():
        found.append("sign_slip")
    pairs = zip(laid[wrong].flat, truth[wrong].flat, strict=True)
    if wrong.sum() <= 2 and all(_swapped_digits(float(a), float(t), decimals or 0) for a, t in pairs):
        found.append("digit_swap")
    if found or truth.size == 1:
        return tuple(found)
    return ("one_cell",) if wrong.sum() == 1 else ("several_cells",)


def _general(name: str, ask: str, names: str, remedy: str) -> Mistake:
    return Mistake(name=name, step="", ask=ask, names=names, remedy=remedy)


GENERAL: dict[str, Mistake] = {
    slip.name: slip
    for slip in (
        _general(
            "one_cell",
            "All entries but one are right. Which one would you compute again first?",
            "A single entry is off; everything else is right.",
            "Write out that entry's own sum, factor by factor.",
        ),
        _general(
            "sign_slip",
            "The sizes of the numbers are right. What about their signs?",
            "The entries are right up to their sign.",
            "Go through the products again and keep each factor's sign.",
        ),
        _general(
            "several_cells",
            "Several entries are off. Which step gave you the first of them?",
            "Several entries are off, and no single slip I know explains them all.",
            "Send me the step before, and I will look at that one.",
        ),
        _general(
            "digit_swap",
            "Look at the digits of each number again: are they in the right order?",
            "Two neighbouring digits have changed places.",
            "Copy the number again, digit by digit.",
        ),
        _general(
            "transposed",
            "The numbers are the right ones. What about rows and columns?",
            "Rows and columns are exchanged.",
            "Transpose the matrix.",
        ),
        _general(
            "swapped_rows",
            "The numbers are the right ones. Which row belongs at the top?",
            "The rows are in another order.",
            "Put each row where its index says.",
        ),
        _general(
            "swapped_columns",
            "The numbers are the right ones. Which column belongs on the left?",
            "The columns are in another order.",
            "Put each column where its index says.",
        ),
        _general(
            "truncated",
            "Your digits are cut off. What would rounding give?",
            "The numbers are cut off instead of rounded.",
            "Round the last digit: up from 5.",
        ),
        _general(
            "early_rounding",
            "How many decimals did you keep on the way there?",
            "These numbers come out when a step on the way is rounded to one or two decimals.",
            "Carry four decimals through the steps, and round only the result.",
        ),
        _general(
            "rounding_too_coarse",
            "How many digits does this answer need?",
            "The numbers agree only when rounded to fewer digits than the question needs.",
            "Give more digits, or exact fractions.",
        ),
    )
}
"""The general slips with their wording, by canonical name."""
