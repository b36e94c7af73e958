"""Counts listed by layer: one loose scalar a line, named by its layer."""

from __future__ import annotations

import pytest

from tutor.reading.matrices import matrices_in

LISTS = [
    "layer;count\nfeatures.0;23296\nfeatures.3;307392",
    "layer,count\nfeatures.0,23296\nfeatures.3,307392\nis that right?",
    "features.0 23296\nfeatures.3 307392",
    "features.0\t23296\nfeatures.3\t307392",
    "features.0 -> 23,296\nfeatures.3 -> 307,392",
    "features.0 64x3x11x11 23296\nfeatures.3 192x64x5x5 307392",
    "here are mine:\n\n| layer | count |\n|-------|------:|\n| features.0 | 23,296 |\n| **features.3** | 307,392 |",
    "+-----+-----+\n| layer | n |\n+-----+-----+\n| features.0 | 23296 |\n| features.3 | 307392 |\n+-----+-----+",
    "features.0   [-1, 64, 55, 55]   23,296\nfeatures.3   [-1, 192, 27, 27]   307,392",
]
ONE_LINE = [
    ("features 2,469,696\nclassifier 58,631,144", [("features", 2469696), ("classifier", 58631144)]),
    ("conv1: 23,296\nfc1: 37,752,832\ntotal: 61,100,840", [("conv1", 23296), ("fc1", 37752832), ("total", 61100840)]),
    ("Conv2d-1  [-1, 64, 55, 55]  23,296\nReLU-2  [-1, 64, 55, 55]  0", [("Conv2d-1", 23296), ("ReLU-2", 0)]),
    ("├─Conv2d: 1-1  [64, 55, 55]  23,296\n├─ReLU: 1-2  [64, 55, 55]  --", [("Conv2d", 23296)]),
    ("fc1 | 37752832\nfc2 | 16781312", [("fc1", 37752832), ("fc2", 16781312)]),
    ("conv1 = 23296\nconv2 = 307392", [("conv1", 23296), ("conv2", 307392)]),
    ("features.3.weight 307200\nfeatures.3.bias 192", [("features.3.weight", 307200), ("features.3.bias", 192)]),
    ("fc1 4.096\nSumme 61.100.840", [("fc1", 4096), ("total", 61100840)]),
]
NO_LIST = [
    "features.0 has 23296",
    "conv1 uses padding 2\nconv2 uses padding 2",
    "layer 1 is a convolution\nlayer 2 is a pooling",
    "stride 2\npadding 1",
]
TABLES = ["| | a |\n|---|---|\n| x | 1 |\n| y | 3 |", "     a  b\nx  1  2\ny  3  4"]


@pytest.mark.parametrize("text", LISTS)
def test_each_line_is_a_named_loose_count(text: str) -> None:
    reading = matrices_in(text)
    assert [(one.name, one.value.item()) for one in reading.found] == [("features.0", 23296), ("features.3", 307392)]
    assert all(one.loose and text[slice(*one.span)].replace(",", "").isdigit() for one in reading.found)
    assert reading.errors == ()


def test_grouped_counts_are_not_split_at_their_names() -> None:
    found = matrices_in("features 2,469,696\nclassifier 58,631,144\ntotal 61,100,840").found
    assert [one.name for one in found] == ["features", "classifier", "total"]
    assert [one.value.item() for one in found] == [2469696, 58631144, 61100840]


@pytest.mark.parametrize(("text", "want"), ONE_LINE)
def test_lists_of_counts(text: str, want: list[tuple[str, float]]) -> None:
    reading = matrices_in(text)
    assert [(one.name, one.value.item()) for one in reading.found] == want
    assert reading.errors == ()


@pytest.mark.parametrize("text", NO_LIST)
def test_prose_about_layers_is_no_list(text: str) -> None:
    assert len(matrices_in(text).found) <= 1


@pytest.mark.parametrize("text", TABLES)
def test_tables_of_other_rows_stay_arrays(text: str) -> None:
    (found,) = matrices_in(text).found
    assert found.value.ndim == 2
