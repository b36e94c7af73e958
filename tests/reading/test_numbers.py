"""Numbers as students write them, with the decimals they were written with."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.reading.numbers import MAX_LENGTH, number

ROOT = math.sqrt(0.5)
ACCEPTED = [
    ("1", 1, 0),
    (".5", 0.5, 1),
    ("1.", 1, 0),
    ("+3", 3, 0),
    ("-1.50", -1.5, 2),
    ("3e-2", 0.03, 2),
    ("1.5e-3", 0.0015, 4),
    ("1.5·10^-3", 0.0015, 4),
    ("1.5×10⁻³", 0.0015, 4),
    ("50%", 0.5, 2),
    ("1/2", 0.5, None),
    ("\\frac12", 0.5, None),
    ("-\\frac{3}{4}", -0.75, None),
    ("½", 0.5, None),
    ("1½", 1.5, None),
    ("sqrt(2)/2", ROOT, None),
    ("√0.5", ROOT, None),
    ("1/√2", ROOT, None),
    ("\\sqrt{0.5}", ROOT, None),
    ("\\frac{1}{\\sqrt{2}}", ROOT, None),
    ("Sqrt[2]/2", ROOT, None),
    ("np.sqrt(0.5)", ROOT, None),
    ("np.float64(0.5)", 0.5, 1),
    ("Rational(1, 2)", 0.5, None),
    ("1//2", 0.5, None),
    ("1-1", 0, None),
    ("1,000.5", 1000.5, 1),
    ("1{,}000", 1000, 0),
    ("61.100.840", 61100840, 0),
    ("1.234.567,25", 1234567.25, 2),
    ("-inf", -math.inf, 0),
    ("∞", math.inf, 0),
    ("float('-inf')", -math.inf, 0),
    ("{{3}\\over{2}}", 1.5, None),
    ("\\frac{1}{\\frac{1}{2}}", 2, None),
    ("2*sqrt(2)", 2 * math.sqrt(2), None),
    ("(3+sqrt(5))/2", (3 + math.sqrt(5)) / 2, None),
    ("2^{-3}", 0.125, None),
    ("-(1/2)", -0.5, None),
    ("0." + "1" * 190, 1 / 9, 190),
    ("(" * 16 + "1" + ")" * 16, 1, 0),
]
REFUSED = [
    "",
    "x",
    "1+2i",
    "3j",
    "0,5",
    "007",
    "1 2",
    "1.2.3",
    "24.12.2024",
    "61.100.84",
    "0.100.840",
    "1/0",
    "1/2√2",
    "9**9**9**9",
    "True",
    "(" * 100,
    "(" * 17 + "1" + ")" * 17,
    "√" * 65 + "1",
    "-" * 65 + "1",
    "\\frac{1}{" * 20 + "1" + "}" * 20,
    "1" * 201,
    "1+" * 100 + "1",
    "1e999",
    "-1e400",
    "9" * 190 + "e190",
    "1e300*1e300",
    "10^400",
    "0/0",
    "sqrt(-1)",
    "(-8)^(1/3)",
    "{1 \\over 2",
    "1" * 500 + "x",
]


@pytest.mark.parametrize(("text", "value", "decimals"), ACCEPTED)
def test_a_number_and_its_decimals(text: str, value: float, decimals: int | None) -> None:
    read = number(text)
    assert read is not None
    assert read.value == pytest.approx(value, rel=1e-15)
    assert read.decimals == decimals


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@given(
    st.recursive(
        st.integers(0, 9).map(str),
        lambda part: st.one_of(
            part.map(lambda one: f"({one})"),
            part.map(lambda one: f"√{one}"),
            st.tuples(part, part).map(lambda two: f"\\frac{{{two[0]}}}{{{two[1]}}}"),
            st.tuples(part, st.sampled_from("+-*/^"), part).map("".join),
        ),
        max_leaves=200,
    )
)
def test_nesting_is_bounded(text: str) -> None:
    """Long or deep expressions are refused, and none exhausts the stack or grows to infinity."""
    read = number(text)
    assert read is None or (len(text) <= MAX_LENGTH and not math.isinf(read.value))


@given(st.floats(allow_nan=False))
def test_every_float_reads_back(value: float) -> None:
    read = number(repr(value))
    assert read is not None
    assert read.value == value


@given(st.text(alphabet="0123456789.+-*/^√%(){}[]\\fracsqrt e½,'", max_size=40))
def test_mangled_text_never_raises(text: str) -> None:
    read = number(text)
    assert read is None or isinstance(read.value, float)
