"""The report on the sheet's own numbers, against the list that was worked out by hand."""

import pytest

from tools.collisions import collisions
from tutor.collisions import collisions_report
from tutor.sheets.sheet import load

SHEET = load()
GROUPS = [
    ("1", None, {"subtracted_term", "swapped_rows", "swapped_columns"}),
    ("3", "a", {"flipped_kernel", "transposed_kernel"}),
    ("3", "b", {"flipped_kernel", "transposed_kernel"}),
    ("3", "c", {"flipped_kernel", "transposed_kernel"}),
    ("3", "c", {"padding_one_side", "forgot_padding"}),
    ("3", "c", {"padding_too_large", "padded_output"}),
]


def found(number, label):
    exercise = SHEET.exercise(number)
    assert exercise is not None
    return collisions(exercise.tasks[label])


@pytest.mark.parametrize(("number", "label", "group"), GROUPS)
def test_slips_with_the_same_numbers(number, label, group):
    assert group in [set(one) for one in found(number, label).groups]


@pytest.mark.parametrize(
    ("number", "label"), [("1", None), ("2", None), ("3", "a"), ("3", "b"), ("3", "c"), ("4", None)]
)
def test_there_are_no_others(number, label):
    known = [group for at, part, group in GROUPS if (at, part) == (number, label)]
    groups = [set(one) for one in found(number, label).groups]
    assert len(groups) == len(known)
    assert all(group in known for group in groups)


def test_slips_that_give_the_right_matrix():
    right = {"missing_transpose", "rows_as_eigenvectors", "absolute_eigenvalues", "transposed"}
    assert set(found("1", None).right) == right


def test_the_report_names_every_place():
    report = collisions_report(SHEET)
    assert [line for line in report.splitlines() if not line.startswith(" ") and line] == [
        *("1", "2", "3a", "3b", "3c", "4")
    ]
    assert "same numbers: flipped_kernel = transposed_kernel" in report
    assert "right answer: missing_transpose, rows_as_eigenvectors" in report
