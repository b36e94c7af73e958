"""Rounding as a bound: what counts as right at the precision written."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tools.answers import Answer, compare, fitted
from tools.family import Precision

TRUTH = np.array([[1.7981, 0.9986, 1.4429], [1.2552, 1.2483, 0.2622]])
ROUNDED = Precision(decimals=1, customary=2)
EXACT = Precision()
COUNT = Precision(significant=3)

ROWS = [
    # value, decimals, truth, precision, manner
    ([[1.80, 1.00, 1.44], [1.26, 1.25, 0.26]], 2, TRUTH, ROUNDED, "rounded"),
    ([[1.8, 1.0, 1.4], [1.3, 1.2, 0.3]], 1, TRUTH, ROUNDED, "rounded"),
    ([[1.8, 1.0, 1.5], [1.3, 1.2, 0.3]], 1, TRUTH, ROUNDED, "wrong"),
    ([[2, 1, 1], [1, 1, 0]], 0, TRUTH, ROUNDED, "too_coarse"),
    ([[1.79, 0.99, 1.44], [1.25, 1.24, 0.26]], 2, TRUTH, ROUNDED, "truncated"),
    ([1.8, 1.0, 1.44, 1.26, 1.25, 0.26], 2, TRUTH, ROUNDED, "rounded"),
    ([[2, -1], [-1, 2]], 0, np.array([[1.5, -0.5], [-0.5, 1.5]]), ROUNDED, "too_coarse"),
    ([[1.5, -0.5], [-0.5, 1.5]], None, np.array([[1.5, -0.5], [-0.5, 1.5]]), ROUNDED, "exact"),
    ([[1.4999, -0.5], [-0.5, 1.5]], None, np.array([[1.5, -0.5], [-0.5, 1.5]]), ROUNDED, "wrong"),
    ([[1, 3], [2, 4]], 0, np.array([[1.0, 3.0], [2.0, 4.0]]), EXACT, "exact"),
    ([[1.0, 3.0], [2.0, 4.1]], 1, np.array([[1.0, 3.0], [2.0, 4.0]]), EXACT, "wrong"),
    ([[1, 3], [2, 5]], 0, np.array([[1.0, 3.0], [2.0, 4.0]]), EXACT, "wrong"),
    (61.1e6, -5, np.array(61100840.0), COUNT, "rounded"),
    (61e6, -6, np.array(61100840.0), COUNT, "too_coarse"),
    (61.2e6, -5, np.array(61100840.0), COUNT, "wrong"),
    ([[0.0, -1.0], [-0.5, 1.5]], 1002, np.array([[1.5, -0.5], [-0.5, 1.5]]), ROUNDED, "wrong"),
    (61100841, 0, np.array(61100840.0), COUNT, "wrong"),
]


@pytest.mark.parametrize(("value", "decimals", "truth", "precision", "manner"), ROWS)
def test_manner(value, decimals, truth, precision, manner):
    laid = compare(Answer(value=value, decimals=decimals), truth, precision)
    assert laid is not None
    assert laid.manner == manner
    assert laid.correct == (manner in ("exact", "rounded", "truncated"))


@given(arrays(float, (2, 3), elements=st.floats(-50, 50)), st.integers(1, 6))
def test_rounding_the_truth_is_never_rejected(truth, decimals):
    laid = compare(Answer(value=np.round(truth, decimals), decimals=decimals), truth, ROUNDED)
    assert laid is not None
    assert laid.correct


@given(arrays(float, (2, 2), elements=st.floats(-50, 50)), st.integers(1, 6), st.integers(0, 3))
def test_a_whole_unit_off_is_never_accepted(truth, decimals, at):
    value = np.round(truth, decimals)
    value.flat[at] += 2 * 10.0**-decimals
    laid = compare(Answer(value=value, decimals=decimals), truth, ROUNDED)
    assert laid is not None
    assert not laid.correct
    assert not laid.right.flat[at]


@pytest.mark.parametrize(
    ("shape", "into", "fits"),
    [
        ((4,), (2, 2), True),
        ((1, 4), (2, 2), True),
        ((2, 2), (2, 2), True),
        ((3, 1), (3,), True),
        ((2, 3), (3, 2), False),
        ((3,), (2, 2), False),
        ((4, 1), (2, 2), False),
        ((), (1, 1), True),
    ],
)
def test_only_missing_brackets_are_added(shape, into, fits):
    laid = fitted(np.arange(float(np.prod(shape, dtype=int))).reshape(shape), into)
    assert (laid is not None) == fits
