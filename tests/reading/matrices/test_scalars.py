"""Single numbers in prose: counts of parameters, sums, abbreviations, and numbers that count nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tutor.reading.matrices import matrices_in

ROOT = 0.5**0.5

ASSERTED: list[tuple[str, object]] = [
    ("ich habe p = 0,125 raus", [("p", 0.125)]),
    (r"\lvert\theta\rvert = 61{,}100{,}840", [(None, 61100840)]),
    (r"N = 61\,090\,504", [("N", 61090504)]),
    ("n = 3", []),
    ("alexnet = 61,100,840", [(None, 61100840)]),
    ("seed = 12345678", []),
    ("61.1m parameters", [(None, 61100000)]),
    ("about 61.1m in total", [(None, 61100000)]),
    (">>> x = 0.5\n>>> y", [("x", 0.5)]),
    (r"$\lambda_1 = 1,\ \lambda_2 = 2$", [("lambda_1", 1), ("lambda_2", 2)]),
    ("v = 1 2 3", [("v", [1, 2, 3])]),
    ("v = 1, 2 or 3", []),
    ("stride = 2 1", []),
    ("x = 0.5", [("x", 0.5)]),
    ("I get 61,100,840", [(None, 61100840)]),
    ("61.1 million", [(None, 61100000)]),
    ("I got 61.1M parameters", [(None, 61100000)]),
    ("the answer is 3/4", [(None, 0.75)]),
    ("total = 61100840", [("total", 61100840)]),
    ("my result is 61,100,840, right?", [(None, 61100840)]),
    ("the total number of parameters is 61100840", [("parameters", 61100840)]),
    ("mean: 0.5", [("mean", 0.5)]),
    ("x = sqrt(2)", [("x", 1.4142135623730951)]),
    ("the answer is 2*sqrt(2)", [(None, 2.8284271247461903)]),
    ("I get 1/sqrt(2)", [(None, ROOT)]),
    ("so it is 3/4", [(None, 0.75)]),
    ("norm = 1/√2", [("norm", ROOT)]),
    (r"I get \frac{1}{2}", [(None, 0.5)]),
    (r"the norm is \sqrt{2}", [("norm", 1.4142135623730951)]),
    ("||v|| = sqrt(2)", [(None, 1.4142135623730951)]),
    ("λ = (3+sqrt(5))/2", [("lambda", 2.618033988749895)]),
    (r"I got $\frac{1}{\sqrt{2}}$", [(None, ROOT)]),
    ("61,1 Mio", [(None, 61100000)]),
    ("61,1 Millionen", [(None, 61100000)]),
    ("ich komme auf 61,1 Mio Parameter", [(None, 61100000)]),
    ("I got 61,1M", [(None, 61100000)]),
    ("about 61.1 mio params", [(None, 61100000)]),
    ("der Wert ist 0,5", [(None, 0.5)]),
    ("I get 0,75", [(None, 0.75)]),
    ("the result is -1.5e-3", [(None, -0.0015)]),
    ("loss = 0.25", [("loss", 0.25)]),
    ("it is (1+2)/3", []),
    ("I get 9^9^9^9", []),
    ("x = 1e999", []),
    ("f(2) = 7", [("f(2)", 7)]),
    ("norm = sqrt(2", []),
    ("stride = 1/2", []),
    ("the answer is 1/0", []),
    ("lr: 0.01", []),
    ("I got 50%", [(None, 0.5)]),
    ("61.1m", []),
    ("the norm is \\sqrt{x}", []),
    ("λ = 1, 2 or 3", []),
]

FOUND = [
    ("layer features.0 has 23296, correct?", [("features.0", 23296)]),
    ("58631144 is what i get for all of alexnet tho", [(None, 58631144)]),
    ("ex 2: sum(…classifier.parameters()) -> 58631144, right?", [(None, 58631144)]),
    ("AlexNet hat 61.100.840 Parameter, richtig?", [(None, 61100840)]),
    ("Aufgabe 2: ich komme auf 57.044.810 Parameter", [(None, 57044810)]),
    ("my result is 61.100.840, stimmt das?", [(None, 61100840)]),
    ("features.0 hat 23.296 Parameter", [(None, 23296)]),
    ("with 7x7 instead of 6x6 maps my column sums to 74,732,328 for alexnet, ok?", [(None, 74732328)]),
    ("61.1M", [(None, 61.1e6)]),
    ("about 61.1 million", [(None, 61.1e6)]),
    ("so it's 16?", [(None, 16)]),
    ("conv2 110,784 (192*64*3*3 + 192)", [("conv2", 110784)]),
    ("0*1+3*2 = 6", [(None, 6)]),
    ("(0*1+3*2)=6", [(None, 6)]),
    ("total=61100840", [("total", 61100840)]),
    ("alexnet = 61100840", [(None, 61100840)]),
    ("num_params = 61_100_840", [("num_params", 61100840)]),
    ("the classifier has 58.631.144 parameters", [("classifier", 58631144)]),
    (
        "I think fc1 has 37752832 and fc2 16781312, fc3 4097000",
        [("fc1", 37752832), ("fc2", 16781312), ("fc3", 4097000)],
    ),
    ("features.0.weight has 23232 and features.0.bias has 64", [("features.0.weight", 23232), ("features.0.bias", 64)]),
    ("61 100 840 parameters?", [(None, 61100840)]),
    ("61100840 params, 57044810 trainable", [(None, 61100840), (None, 57044810)]),
    ("features: 2,469,696; classifier: 58,631,144", [("features", 2469696), ("classifier", 58631144)]),
    ("it printed 61100840", [(None, 61100840)]),
    ("is it 34", [(None, 34)]),
]

NOTHING = [
    "seed 42000",
    "page 12345",
    "x[0:128]",
    "nn.Linear(9216, 40960)",
    "192*64*3*3 + 19200",
    "http://localhost:8080/?a=12345",
    "lr=0.001, momentum=0.9",
    "stride=2,padding=1",
    "in 2024 and 2025",
    "v2.13.000.111",
    "tel 0151-23456789",
]


@pytest.mark.parametrize(("text", "want"), ASSERTED)
def test_an_asserted_number_is_data(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)


@pytest.mark.parametrize(("text", "want"), FOUND)
def test_a_number_is_found_with_its_name(text: str, want: list[tuple[str | None, float]]) -> None:
    reading = matrices_in(text)
    assert [(one.name, one.value.item()) for one in reading.found] == want
    assert reading.errors == ()


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing_are_not_even_loose(text: str) -> None:
    assert matrices_in(text).found == ()


def test_an_abbreviation_has_few_decimals() -> None:
    (found,) = matrices_in("61.1M").found
    assert found.decimals == -5
