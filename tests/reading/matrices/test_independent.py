"""800 messages with and without arrays, by authors who never saw the code, their contents labelled.

Half of them was frozen at once and is read by nobody, so its figures tell how unseen notations fare. Run as a script,
this prints the figures: `python tests/reading/matrices/test_independent.py`.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tutor.reading.matrices import matrices_in

HERE = Path(__file__).parent / "independent"
EXACT = {"open": 0.99, "frozen": 0.97}
"""The least share that is read exactly: every array in its order and shape, and every error of its kind."""
SILENTLY_WRONG = {"open": 0.0, "frozen": 0.005}
"""The greatest share in which numbers are read that nobody wrote."""


def _equal(want, got):
    want = np.asarray(want, dtype=float)
    return want.shape == got.shape and bool(np.allclose(want, got, rtol=1e-6, atol=1e-9, equal_nan=True))


def _outcome(row):
    """ "exact", "silently wrong", or "missed" where it was refused or left unread."""
    reading = matrices_in(row["text"])
    want = [one["value"] for one in row["expect"]["found"]]
    got = [one.value for one in reading.found if not one.loose]  # a loose number is data only as an answer
    if any(not any(_equal(one, other) or _equal(one, other.squeeze()) for one in want) for other in got):
        return "silently wrong"
    kinds = {error.kind for error in reading.errors}
    same = len(want) == len(got) and all(map(_equal, want, got))
    fitting = kinds & set(row["expect"]["errors"]) if row["expect"]["errors"] else not kinds
    return "exact" if same and fitting else "missed"


@cache
def _shares(half):
    rows = [json.loads(line) for line in (HERE / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    counted = Counter(_outcome(row) for row in rows)
    return {outcome: counted[outcome] / len(rows) for outcome in ("exact", "missed", "silently wrong")}


@pytest.mark.parametrize("half", EXACT)
def test_unseen_arrays_are_read_exactly_or_refused(half):
    shares = _shares(half)
    assert shares["exact"] >= EXACT[half]
    assert shares["silently wrong"] <= SILENTLY_WRONG[half]


if __name__ == "__main__":
    for half in EXACT:
        print(half, "  ".join(f"{outcome} {share:6.2%}" for outcome, share in _shares(half).items()))
