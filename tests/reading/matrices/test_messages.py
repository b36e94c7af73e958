"""Whole messages in every notation, labelled by the rules of reading before the reader saw them.

`copied.jsonl` holds random matrices as copying leaves them: from rendered pages, chats, PDFs, Markdown, spreadsheets.
A row of either file is {"text", "found": [[name, value], …], "errors": [kind, …]}; loose numbers aside.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tutor.reading.matrices import matrices_in

ROWS = [
    json.loads(line)
    for name in ("messages.jsonl", "copied.jsonl")
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    if line
]


def _id(row: dict[str, object]) -> str:
    return " ".join(str(row["text"]).split())[:40]


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_a_message_is_read_as_it_is_meant(row: dict[str, list[list[object]]]) -> None:
    reading = matrices_in(str(row["text"]))
    data = [one for one in reading.found if not one.loose]
    assert [error.kind for error in reading.errors] == row["errors"]
    assert [one.name for one in data] == [name for name, _ in row["found"]]
    for one, (_, value) in zip(data, row["found"], strict=True):
        want = np.asarray(value, dtype=float)
        assert one.value.shape == want.shape
        assert np.allclose(one.value, want, rtol=1e-9, equal_nan=True)
