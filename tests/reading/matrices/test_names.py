"""The name left of an array: symbols, steps and layers; nouns of the sentence are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tutor.reading.matrices import matrices_in

NAMED = [
    ("A = [[1,2],[3,4]]", "A"),
    ("Lambda = [[1,0],[0,2]]", "Lambda"),
    ("scores: [[1,2],[3,4]]", "scores"),
    ("the weights are [[1,2],[3,4]]", "weights"),
    ("softmax: [[1,2],[3,4]]", "softmax"),
    ("padded: [[1,2],[3,4]]", "padded"),
    ("kernel is [[1,2],[3,4]]", "kernel"),
    ("my_scores: [[1,2],[3,4]]", "my_scores"),
    ("myC: [[1,2],[3,4]]", "myC"),
    ("foo = [[1,2],[3,4]]", "foo"),
    ("classifier: 58631144", "classifier"),
    ("conv1: 23296", "conv1"),
]
ROWS: list[tuple[str, object]] = [
    ("A[0, 1] = -1/2", [("A[0,1]", -0.5)]),
    ("Y[0][1] = -1", [("Y[0][1]", -1)]),
    ("A(1,2) = -0.5", [("A_12", -0.5)]),
    (r"$(A)_{12}=-\tfrac12$", [("A_12", -0.5)]),
    ("$A_{12} = -1/2$", [("A_12", -0.5)]),
    ("a_{1,2} = 3", [("a_1,2", 3)]),
    ("y11=2 y12=4", [("y11", 2), ("y12", 4)]),
    ("A[0,1] is wrong", []),
    ("Y[0][1] = [1, 2]", [("Y", [1, 2])]),
    ("octave:3> Z\nZ =\n\n   1   2\n   3   4\n", [("Z", [[1, 2], [3, 4]])]),
    ("Lam : matrix([4,0],[0,-1])$", [("Lam", [[4, 0], [0, -1]])]),
    ("Sol: matrix([1,-1],[5,3])$", [("Sol", [[1, -1], [5, 3]])]),
    ("Lambda =\n\nDiagonal Matrix\n\n   1   0\n   0   2\n", [("Lambda", [[1, 0], [0, 2]])]),
    ("K = [[1,2],[3,4]]", [("K", [[1, 2], [3, 4]])]),
    ("K := [[1,2],[3,4]]", [("K", [[1, 2], [3, 4]])]),
    ("K: [[1,2],[3,4]]", [("K", [[1, 2], [3, 4]])]),
    ("K <- matrix(1:4, nrow=2)", [("K", [[1, 3], [2, 4]])]),
    ("the kernel is [[1,2],[3,4]]", [("kernel", [[1, 2], [3, 4]])]),
    ("λ₁ = 3", [("lambda_1", 3)]),
    ("v₂ = (1, -1)", [("v_2", [1, -1])]),
    (r"\Lambda = \begin{pmatrix}1&0\\0&2\end{pmatrix}", [("Lambda", [[1, 0], [0, 2]])]),
    ("QK^T = [[1,2],[3,4]]", [("QK^T", [[1, 2], [3, 4]])]),
    ("Q K^T / √d_k = [[1,2],[3,4]]", [("QK^T / √d_k", [[1, 2], [3, 4]])]),
    ("softmax(QK^T) = [[0.5, 0.5], [0.1, 0.9]]", [("softmax(QK^T)", [[0.5, 0.5], [0.1, 0.9]])]),
    ("K (2x2) = [[1,2],[3,4]]", [("K", [[1, 2], [3, 4]])]),
    ("self.K = [[1,2],[3,4]]", [("self.K", [[1, 2], [3, 4]])]),
    ("**K** = [[1,2],[3,4]]", [("K", [[1, 2], [3, 4]])]),
    ("$K = [[1,2],[3,4]]$", [("K", [[1, 2], [3, 4]])]),
    ("exercise 3: [[1,2],[3,4]]", [(None, [[1, 2], [3, 4]])]),
    ("3a: [[1,2],[3,4]]", [(None, [[1, 2], [3, 4]])]),
    ("I think it is [[1,2],[3,4]]", [(None, [[1, 2], [3, 4]])]),
    ("that is [[1,2],[3,4]]", [(None, [[1, 2], [3, 4]])]),
    ("Ergebnis: [[1,2],[3,4]]", [(None, [[1, 2], [3, 4]])]),
    ("K is [[1,2],[3,4]] and Q is [[5,6],[7,8]]", [("K", [[1, 2], [3, 4]]), ("Q", [[5, 6], [7, 8]])]),
    ("A = B = [[1,2],[3,4]]", [("B", [[1, 2], [3, 4]])]),
]
UNNAMED = ["excel", "table", "Spalten", "result", "layers", "summary", "homework", "calculator", "Tabelle"]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_names_in_every_notation(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_is_kept(text: str, name: str) -> None:
    assert [one.name for one in matrices_in(text).found] == [name]


@pytest.mark.parametrize("noun", UNNAMED)
def test_a_noun_before_a_colon_is_no_name(noun: str) -> None:
    assert [one.name for one in matrices_in(f"{noun}: [[1,2],[3,4]]").found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "3c:\nout = F.pad(F.conv2d(X, K, stride=2), (1,1,1,1))\ntensor([[[[ 0.,  1.],\n          [ 5.,  3.]]]])",
        "y = F.conv2d(x, k, stride=(2, 2), padding=(1, 1))\ntensor([[[[ 0.,  1.],\n          [ 5.,  3.]]]])",
        "np.pad(Y, ((1,1),(1,1)))\narray([[[[0., 1.],\n         [5., 3.]]]])",
    ],
)
def test_arguments_of_a_call_are_no_data(text: str) -> None:
    (found,) = matrices_in(text).found
    assert found.value.tolist() == [[[[0, 1], [5, 3]]]]


def test_an_error_shows_what_another_notation_took_as_an_ellipsis() -> None:
    (error,) = matrices_in("[[1, 2], [3, \\begin{pmatrix} 1 & 2 \\end{pmatrix}]]").errors
    assert "`…`" in error.message
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in error.message)
