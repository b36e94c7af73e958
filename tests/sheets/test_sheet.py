"""The built-in sheet reads as the numbers it prints; a sheet that cannot be used says why."""

import numpy as np
import pytest

from tutor.sheets.sheet import SheetError, load, parse

ADDED = """# Another sheet

Two warm-ups.

## Exercise 1: A Convolution

$$X = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}, \\quad K = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$$

### (a)

Use stride 1 and zero padding 1.
"""


def test_the_four_exercises_and_their_families():
    sheet = load()
    assert [(one.number, one.family.name) for one in sheet.exercises] == [
        ("1", "eigen"),
        ("2", "parameters"),
        ("3", "convolution"),
        ("4", "attention"),
    ]
    assert [part.label for part in sheet.exercises[2].parts] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("number", "letter", "result"),
    [
        ("1", None, [[1.5, -0.5], [-0.5, 1.5]]),
        ("2", None, 61_100_840),
        ("3", "a", [[1, 3, -1], [4, 2, 2], [5, 3, 3]]),
        ("3", "b", [[1, -1], [5, 3]]),
        ("3", "c", [[1, 1, 0], [2, 2, 0], [2, -1, 1]]),
        ("4", None, [[1.80, 1.00, 1.44], [1.26, 1.25, 0.26]]),
    ],
)
def test_results_of_the_sheet(number, letter, result):
    exercise = load().exercise(number)
    assert exercise is not None
    assert np.round(exercise.tasks[letter].result, 2).tolist() == result


def test_the_misprint_leads_to_its_own_numbers():
    """Running the printed code of exercise 4 gives these numbers, not the exercise's."""
    exercise = load().exercise("4")
    assert exercise is not None
    (prediction,) = exercise.key(exercise.tasks[None]).misprints
    assert np.round(prediction.result, 3).tolist() == [[0.860, 1.576, -0.724], [0.987, 1.882, -1.565]]
    assert prediction.mistakes[0].name == "printed_code_tensors"


def test_a_new_sheet_is_one_file():
    sheet = parse(ADDED)
    assert sheet.title == "Another sheet"
    assert sheet.exercises[0].tasks["a"].result.tolist() == [[1, 2, 0], [3, 5, 2], [0, 3, 4]]


@pytest.mark.parametrize(
    ("text", "says"),
    [("# Empty", "no exercise"), ("# S\n\n## Exercise 1: Cooking\n\nBoil $3$ eggs.", "Cooking")],
)
def test_an_unusable_sheet_says_why(text, says):
    with pytest.raises(SheetError, match=says):
        parse(text)
