"""The name left of an array: symbols, steps and layers; nouns of the sentence are none."""

from __future__ import annotations

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
UNNAMED = ["excel", "table", "Spalten", "result", "layers", "summary", "homework", "calculator", "Tabelle"]


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
