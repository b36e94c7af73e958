"""Statements of a program around the data: loops, comprehensions, calls of variables, lists to be filled, slices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str, object]] = [
    ("Y = np.array([[(Xp[i:i+2, j:j+2] * K).sum() for j in (0, 2, 4)] for i in (0, 2, 4)])", []),
    ("Y = [[sum(X[i+a][j+b]*K[a][b] for a in (0, 1)) for j in range(3)] for i in range(3)]", []),
    ("for k in [1, 3, 5]:\n    print(k)", []),
    ("def conv(x, acc=[]):\n    return acc", []),
    (
        "rows = []\nfor i in range(2):\n    rows.append(X[i] @ K)\nprint(rows)\n[[4, 0], [1, 1]]",
        [(None, [[4, 0], [1, 1]])],
    ),
    ("K = []", "empty: no number inside"),
    ("A = V @ np.diag(vals) @ V.T", []),
    ("Q = np.column_stack([v1, v2])", []),
    ("Q = np.array([[s, s], [s, -s]])", []),
    ("diag(x)", []),
    ("np.array([[1, s], [s, -1]])", "non_numeric: Row 1, cell 2 reads `s`"),
    ("[[a, b], [c, d]]", "non_numeric: Row 1, cell 1 reads `a`"),
    ("x = torch.randn(1, 3, 224, 224)", []),
    ("input of shape [1, 3, 224, 224], stride=[2,1]", []),
    ('print(f"[{a:.2f}, {b}]")', []),
    ("X[:, 0] and X[..., 1] and X[0, :]", []),
    ("see eq. (3,1) and table [2, 4]", []),
    ("with stride $(2,1)$", []),
    ("mask = [[True, False], [True, True]]", [("mask", [[1, 0], [1, 1]])]),
    ("attn_mask=torch.tensor([[True, False], [True, True]])", [("attn_mask", [[1, 0], [1, 1]])]),
    ("mask is tensor([[ True, False],\n        [ True,  True]])", [("mask", [[1, 0], [1, 1]])]),
    ("K = [[True, False], [True, True]]", "non_numeric: Row 1, cell 1 reads `True`"),
    ("mask = [[True, x], [True, True]]", "non_numeric: Row 1, cell 2 reads `x`"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_code_around_data(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
