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


@pytest.mark.parametrize("text", TABLES)
def test_tables_of_other_rows_stay_arrays(text: str) -> None:
    (found,) = matrices_in(text).found
    assert found.value.ndim == 2
