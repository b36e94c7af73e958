# ruff: noqa: E501 - one message a row
"""MathML as copied from the source of a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROOT = 0.5**0.5

ROWS: list[tuple[str, object]] = [
    ("Thursd/mtable> and <mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable> for me", [(None, [[1]])]),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1, 2], [3, 4]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mo>-</mo><mn>2</mn></mtd></mtr><mtr><mtd><mo>-</mo><mn>0.5</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1, -2], [-0.5, 4]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mo>&#x2212;</mo><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mo>−</mo><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1, -2], [3, -4]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mfrac><mn>3</mn><mn>2</mn></mfrac></mtd><mtd><mo>-</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mtd></mtr><mtr><mtd><mo>-</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mtd><mtd><mfrac><mn>3</mn><mn>2</mn></mfrac></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><msqrt><mn>2</mn></msqrt></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mfrac><mn>1</mn><msqrt><mn>2</mn></msqrt></mfrac></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1.4142135623730951, 0], [0, ROOT]])],
    ),
    (
        "<math><mi>A</mi><mo>=</mo><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [("A", [[1, 2], [3, 4]])],
    ),
    (
        "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>(</mo><mtable><mtr><mtd><mn>3</mn></mtd><mtd><mo>-</mo><mn>1</mn></mtd></mtr><mtr><mtd><mo>-</mo><mn>1</mn></mtd><mtd><mn>3</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[1.5, -0.5], [-0.5, 1.5]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><msup><mn>2</mn><mn>3</mn></msup></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo></math>",
        [(None, [[8, 1]])],
    ),
    (
        "so my answer is <math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math> is that right?",
        [(None, [[1, 2], [3, 4]])],
    ),
    (
        "<mml:math><mml:mtable><mml:mtr><mml:mtd><mml:mn>1</mml:mn></mml:mtd><mml:mtd><mml:mn>2</mml:mn></mml:mtd></mml:mtr></mml:mtable></mml:math>",
        [(None, [[1, 2]])],
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable><mo>)</mo></math>",
        "ragged: row 2 has one number and the other two",
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mi>x</mi></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        "non_numeric: Row 1, cell 2 reads `x`",
    ),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        "non_numeric: Row 1, cell 2 is blank",
    ),
    ("<math><mtable><mtr><mtd><mn>1</mn></mtd></mtr>", "truncated: `<mtable>` is never closed"),
    (
        "<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mo>…</mo></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo></math>",
        "truncated: row 1 has `…` in place of numbers",
    ),
    ("<math><mtable></mtable></math>", "empty: There is no number inside `[]`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_mathml(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
