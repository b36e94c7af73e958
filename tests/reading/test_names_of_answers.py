"""Under which name an answer is handed in: rows by their label or index, rank-one terms, what was said last."""

from __future__ import annotations

import pytest

from tutor.reading.draft import draft_of
from tutor.reading.handed_in import handed_in

SQUARE = "[[1,2],[3,4]]"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("C[0] = 1 2 3\nC[1] = 4 5 6", ["row 1 of C", "row 2 of C"]),
        (">>> C[0]\ntensor([1.80, 1.00, 1.44])", ["row 1 of C"]),
        ("print(C[-1])\n[1.26 1.25 0.26]", ["row -1 of C"]),
        ("C[:,1] = [1.00, 1.25]", ["column 2 of C"]),
        ("C(2,:) = 1.26 1.25 0.26", ["row 2 of C"]),
        ("C1: 1.80 1.00 1.44 C2: 1.26 1.25 0.26", ["row 1 of C", "row 2 of C"]),
        ("c_1 = (1.80, 1.00, 1.44)", ["row 1 of c"]),
        ("c1: 1 4 5\nc2: 3 2 3", ["column 1", "column 2"]),
        ("weights of query 2: 0.248 0.504 0.248", ["row 2 of weights"]),
        ("weights row 1: 0.1 0.85 0.05", ["row 1 of weights"]),
        ("Y's first row is 1 3 -1", ["row 1 of Y"]),
        ("v[0] = [0.7, 0.7]", ["v"]),
        ("features[0] = [64, 3, 11, 11]", ["features"]),
        ("q1 = (1, 3), q2 = (0, 1)", ["q1", "q2"]),
    ],
)
def test_rows(text: str, names: list[str]) -> None:
    assert [one.name for one in handed_in(draft_of(text))] == names


@pytest.mark.parametrize(
    ("formula", "name"),
    [
        ("lambda_1 v1 v1^T =", "term 1"),
        ("λ1 v1 v1ᵀ =", "term 1"),
        ("λ₂v₂v₂ᵀ:", "term 2"),
        (r"\lambda_1 q_1 q_1^\top =", "term 1"),
        (r"\lambda_{2} \mathbf{q}_{2} \mathbf{q}_{2}^{\top} =", "term 2"),
        (r"\lambda_1 \vec v_1 \vec v_1^T =", "term 1"),
        ("1 * v1 v1^T =", "term 1"),
        ("2*v2*v2^T =", "term 2"),
        ("2 v2 v2' :", "term 2"),
        ("lam1 * np.outer(v1, v1) =", "term 1"),
        ("np.outer(v2, v2) * 2 ->", "term 2"),
        ("2 * np.outer(v2, v2)\n", "term 2"),
        ("lambda2 * v2 @ v2.T =", "term 2"),
        ("lambda 1 times v1 v1 transposed is", "term 1"),
        ("T1 = λ1 v1 v1^T =", "term 1"),
        ("second summand =", "term 2"),
        ("the rank-1 matrix for lambda 2:", "term 2"),
        ("v2 v2^T =", "v2^T"),
        ("A = λ2 v2 v2^T =", "v2^T"),
        ("λ1 v1 v1^T + λ2 v2 v2^T =", "v2^T"),
        ("A =", "A"),
    ],
)
def test_terms(formula: str, name: str) -> None:
    assert [one.name for one in handed_in(draft_of(f"{formula} {SQUARE}"))] == [name]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("first row 1, 2.. no sorry, 1 3 -1", [[1, 3, -1]]),
        ("[[1,2],[3,4]] no wait [[1,3],[2,4]]", [[[1, 3], [2, 4]]]),
        ("1.8 1.0 1.4 no sorry 1.44", [[1.8, 1.0, 1.44]]),
        ("features.0 is 23269, sorry, 23296", [23296]),
        ("the top left is 2, sorry, 1", [1]),
        ("the last one is 3, no wait, 2", [2]),
        ("first row 1 3 1 no -1", [[1, 3, -1]]),
        ("Y = [[1,3],[4,2]] I made a mistake: [[1,3],[4,3]]", [[[1, 3], [4, 3]]]),
        ("erste Zeile 1 3 1, nein, 1 3 -1", [[1, 3, -1]]),
        ("row 1 is 1 3 -1, sorry, row 2 is 4 2 2", [[1, 3, -1], [4, 2, 2]]),
        ("Q = [[1,3],[0,1]]. Wait, K = [[1,1],[1,2]]", [[[1, 3], [0, 1]], [[1, 1], [1, 2]]]),
        ("is it 1 3 -1 or 1 2 3, no?", [[1, 3, -1], [1, 2, 3]]),
        ("y11 = 1, no wait, y12 = 3", [1, 3]),
        ("the top left is 1, no problem. 2 more hints please", [1]),
        ("1 3 -1, wait, 3 b", [[1, 3, -1]]),
    ],
)
def test_said_last(text: str, values: list[object]) -> None:
    assert [one.value.tolist() for one in handed_in(draft_of(text))] == values
