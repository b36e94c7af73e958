"""Single numbers in prose: counts of parameters, sums, abbreviations, and numbers that count nothing."""

from __future__ import annotations

import pytest

from tutor.reading.matrices import matrices_in

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
