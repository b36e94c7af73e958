"""4,630 dialogues in many voices, by authors who never saw the code; a row labels the reply to its last turn.

Half of most voices was frozen at once and is read by nobody, so its figures tell how unseen text
fares. Run as a script, this prints them: `python tests/dialogue/test_personas.py`.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tutor.cli import play, reply_json
from tutor.sheets.sheet import load

HERE = Path(__file__).parent / "personas"
FLOORS = {
    "open": {"act": 0.99, "exercise": 0.99, "part": 0.99, "verdict": 0.98, "settings": 0.97, "mistakes": 0.985},
    "frozen": {"act": 0.97, "exercise": 0.98, "part": 0.985, "verdict": 0.93, "settings": 0.91, "mistakes": 0.94},
}
"""The share of labels each half has to meet; of a check the verdict counts, of a computation the settings."""


def _rows(half, persona="*"):
    files = sorted(HERE.glob(f"{half}/{persona}.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@cache
def _reply(turns):
    return reply_json(play(turns, load()))


def _same(want, got):
    """Whether a setting is as labelled; one number for both directions is the pair of it."""
    if isinstance(want, str) or isinstance(got, str | dict) or got is None:
        return want == got
    if isinstance(want, list) and any(isinstance(one, dict) for one in want):
        return len(want) == len(got) and all(one.items() <= other.items() for one, other in zip(want, got, strict=True))
    want, got = np.asarray(want, dtype=float), np.asarray(got, dtype=float)
    if want.ndim and got.ndim and want.squeeze().shape != got.squeeze().shape:
        return False
    return bool(np.allclose(want.squeeze() if got.ndim else want, got.squeeze(), atol=1e-6))


def _labels_met(row):
    """For each label of the row, whether the reply meets it."""
    got, want = _reply(tuple(row["turns"])), row["expect"]
    met = {field: got[field] == want.get(field) for field in ("act", "exercise", "part")}
    if want["act"] == "check":
        met["verdict"] = got["verdict"] == want.get("verdict")
    if want.get("settings"):
        met["settings"] = all(_same(value, got["settings"].get(name)) for name, value in want["settings"].items())
    if want.get("mistakes_any_of"):
        met["mistakes"] = bool(set(want["mistakes_any_of"]) & set(got["mistakes"]))
    return met


def _shares(half, persona="*"):
    met, asked = Counter(), Counter()
    for row in _rows(half, persona):
        for field, right in _labels_met(row).items():
            met[field] += right
            asked[field] += 1
    return {field: met[field] / asked[field] for field in asked}


@pytest.mark.parametrize("half", FLOORS)
def test_unseen_dialogues_are_understood(half):
    shares = _shares(half)
    assert {field: share for field, share in shares.items() if share < FLOORS[half].get(field, 0)} == {}


def test_there_are_enough_dialogues_in_each_voice():
    assert min(len(_rows("*", file.stem)) for file in (HERE / "frozen").glob("*.jsonl")) >= 130


if __name__ == "__main__":
    for half in FLOORS:
        for persona in ("*", *(file.stem for file in sorted((HERE / half).glob("*.jsonl")))):
            figures = "  ".join(f"{field} {share:6.1%}" for field, share in _shares(half, persona).items())
            print(f"{half:7} {persona:16} {figures}")
