"""Single entries told by where they stand."""

import pytest

from tutor.reading.positions import entries_in


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("the top left number is one and the top right one is minus one", {(1, 1): 1, (1, -1): -1}),
        ("in A the upper left entry is 1.5, right?", {(1, 1): 1.5}),
        ("bottom-right = 3", {(-1, -1): 3}),
        ("unten links ist -0.5", {(-1, 1): -0.5}),
        ("the entry in row 2, column 1 is 3", {(2, 1): 3}),
        ("Zeile 1, Spalte 2 ist -1/2", {(1, 2): -0.5}),
        ("the second entry of the first row is -0.5", {(1, 2): -0.5}),
        ("the last element in the third row equals 3", {(3, -1): 3}),
        ("bottom left should be a half", {(-1, 1): 0.5}),
        ("top right is minus a half", {(1, -1): -0.5}),
        ("top left 1, top right -1", {(1, 1): 1, (1, -1): -1}),
        (r"$y_{11}=1\cdot1+2\cdot0+0\cdot1+1\cdot0=1$", {(1, 1): 1}),
        ("the top left 2x2 window", {}),
        ("the top left window gives 1", {(1, 1): 1}),
        ("is the top left entry of 3a 1?", {(1, 1): 1}),
        ("the first row is 1 3 -1", {}),
        ("top left is one and a half", {}),
        ("what is the top left entry?", {}),
        ("row 1 column 2 is 1 3 -1", {}),
        ("der Eintrag oben links ist 1,80", {(1, 1): 1.8}),
        ("1.5 on the diagonal, -0.5 off it", {(1, 1): 1.5, (-1, -1): 1.5, (1, -1): -0.5, (-1, 1): -0.5}),
        ("1.5s along the main diagonal", {(1, 1): 1.5, (-1, -1): 1.5}),
        ("the off-diagonal entries of A come out as -1/2", {(1, -1): -0.5, (-1, 1): -0.5}),
        ("the diagonal is -0.5", {(1, 1): -0.5, (-1, -1): -0.5}),
        (
            "top left and bottom right are both 3, the other two are 1",
            {(1, 1): 3, (-1, -1): 3, (1, -1): 1, (-1, 1): 1},
        ),
        ("3 in the upper left and upper right corners, 1 elsewhere", {(1, 1): 3, (1, -1): 3, (-1, -1): 1, (-1, 1): 1}),
        ("1,5 auf der Diagonale, sonst -0,5", {(1, 1): 1.5, (-1, -1): 1.5, (1, -1): -0.5, (-1, 1): -0.5}),
        ("Lambda has 1 and 2 on the diagonal", {}),
        ("the diagonal is 1 and 2", {}),
        ("1 and 3 on the diagonal", {}),
        ("what if the diagonal is 3", {}),
        ("why is it 1.5 on the diagonal?", {}),
        ("zeros elsewhere", {}),
        ("a diagonal matrix", {}),
    ],
)
def test_entries(text, entries):
    assert {tuple(_place(one.name)): one.value.item() for one in entries_in(text)} == entries


def _place(name):
    return [int(side) for side in name.removeprefix("entry (").removesuffix(")").split(",")]


def test_spans_are_the_values():
    text = "the top left is 1 and the bottom right is -1.5"
    assert [text[slice(*one.span)] for one in entries_in(text)] == ["1", "-1.5"]
