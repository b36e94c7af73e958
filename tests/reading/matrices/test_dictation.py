# ruff: noqa: E501 - one message a row
"""Numbers and rows dictated in words."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.reading.matrices import matrices_in

ROOT = 0.5**0.5
NUMBERS = [
    ("the total is sixty one million one hundred thousand eight hundred forty", 61100840),
    ("twenty three thousand two hundred ninety six", 23296),
    ("twenty-three thousand, two hundred and ninety-six", 23296),
    ("sixty one point one million", 61.1e6),
    ("i get one point five", 1.5),
    ("so it is sixteen?", 16),
    ("minus one half", -0.5),
    ("three quarters", 0.75),
    ("root two over two", ROOT),
    ("one over the square root of two".replace("the ", ""), ROOT),
]

ROWS = [
    (
        "first row one three minus one second row four two two third row five three three",
        [[1, 3, -1], [4, 2, 2], [5, 3, 3]],
    ),
    ("row one three one three row two four six two row three one one one", [[3, 1, 3], [4, 6, 2], [1, 1, 1]]),
    (
        "first row one point five minus zero point five second row minus zero point five one point five",
        [[1.5, -0.5], [-0.5, 1.5]],
    ),
    ("first row three halves minus one half second row minus one half three halves", [[1.5, -0.5], [-0.5, 1.5]]),
    ("row one one point five zero row two zero one point five", [[1.5, 0], [0, 1.5]]),
    (
        "first row one over root two one over root two second row minus one over root two one over root two",
        [[ROOT, ROOT], [-ROOT, ROOT]],
    ),
    ("row one: one, three, minus one. row two: four, two, two.", [[1, 3, -1], [4, 2, 2]]),
    ("the first row is one and three, the second row is four and twenty two", [[1, 3], [4, 22]]),
    ("top row one two bottom row three four", [[1, 2], [3, 4]]),
    ("first row 1 3 minus 1, second row 4 2 2", [[1, 3, -1], [4, 2, 2]]),
    ("erste Zeile eins drei minus eins zweite Zeile vier zwei zwei", [[1, 3, -1], [4, 2, 2]]),
    ("one three minus one slash four two two slash five three three", [[1, 3, -1], [4, 2, 2], [5, 3, 3]]),
    (
        "first row one point seven nine eight one zero point nine nine eight six second row one point two five five two one point two four eight three",
        [[1.7981, 0.9986], [1.2552, 1.2483]],
    ),
]

PROSE = [
    "hello, one hint for two please",
    "exercise two part c",
    "a third option",
    "a half hour ago",
    "I spent one hundred minutes",
    "two by two kernel with stride one and padding one",
    "what happens with five hundred classes?",
    "the first row has one wrong number",
    "why is row one zero",
    "my second row one more time",
    "one of the two rows is wrong",
    "I tried it twice, two times",
]


@pytest.mark.parametrize(("text", "want"), NUMBERS)
def test_a_dictated_number(text: str, want: float) -> None:
    (found,) = matrices_in(text).found
    assert found.value.item() == pytest.approx(want, rel=1e-15)


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_dictated_rows_are_data(text: str, want: list[list[float]]) -> None:
    (found,) = matrices_in(text).found
    assert not found.loose
    assert found.value == pytest.approx(np.array(want), rel=1e-15)


@pytest.mark.parametrize("text", PROSE)
def test_number_words_in_prose_are_no_data(text: str) -> None:
    reading = matrices_in(text)
    assert reading.found == ()
    assert reading.errors == ()
