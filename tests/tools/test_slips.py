"""General slips are injected into random matrices and found again."""

import numpy as np
import pytest

from tools.answers import Answer
from tools.slips import GENERAL, slips_in

TRUTH = np.array([[1.8, 1.03, -2.47], [0.26, 5.25, 3.19]])


def _one_off(truth):
    value = truth.copy()
    value[1, 2] += 4
    return value


def _digits(truth):
    value = truth.copy()
    value[0, 1] = 1.30
    return value


def _sign(truth):
    value = truth.copy()
    value[0, 2] = -value[0, 2]
    return value


@pytest.mark.parametrize(
    ("slip", "inject"),
    [
        ("transposed", lambda truth: truth.T),
        ("swapped_rows", lambda truth: truth[::-1]),
        ("swapped_columns", lambda truth: truth[:, [0, 2, 1]]),
        ("sign_slip", lambda truth: -truth),
        ("sign_slip", _sign),
        ("one_cell", _one_off),
        ("digit_swap", _digits),
        ("several_cells", lambda truth: truth + 3),
    ],
)
def test_an_injected_slip_is_the_likeliest(slip, inject):
    found = slips_in(Answer(value=inject(TRUTH), decimals=2), TRUTH)
    assert found[0] == slip


def test_another_shape_has_no_slip():
    assert slips_in(Answer(value=np.ones((3, 3))), TRUTH) == ()


def test_every_slip_has_words():
    assert {name for name, slip in GENERAL.items() if slip.names and slip.remedy and slip.ask.count("?")} >= {
        "one_cell",
        "sign_slip",
        "several_cells",
        "digit_swap",
        "transposed",
        "swapped_rows",
        "swapped_columns",
    }
