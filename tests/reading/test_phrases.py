"""What students say, by persona: each phrase's act and place from an empty conversation, in `phrases*.txt`.

`phrases_frozen.txt` was written before the rules were tuned and `phrases_late.txt` after, unseen by whoever wrote them.
"""

from pathlib import Path

import pytest

import tutor.sheets
from tutor.dialogue.request import request_of
from tutor.reading.message import Act
from tutor.reading.reader import message_of
from tutor.sheets.sheet import parse
from tutor.state import State

_HERE = Path(__file__).parent
_SHEET = parse((Path(tutor.sheets.__file__).parent / "deep_learning.md").read_text(encoding="utf-8"))
_PLACELESS = {"help", "greet", "unknown"}


def _rows(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _understood(row: str) -> bool:
    """Whether the phrase of a row `act | place | text` is read as the row says; "-" leaves it to the conversation."""
    act, place, text = (cell.strip() for cell in row.split("|", 2))
    message = message_of(text.replace("\\n", "\n"))
    request = request_of(message, State(), _SHEET)
    there = "-" if request.place is None else request.place.label
    open_ = message.act in (None, Act.STATEMENT, Act.COMPUTE) or message.move is not None
    said = open_ if act == "-" else request.act == act
    return said and (act in _PLACELESS or there == place)


@pytest.mark.parametrize("name", ["phrases.txt", "phrases_frozen.txt", "phrases_late.txt"])
def test_phrases_are_understood(name: str) -> None:
    rows = _rows(name)
    missed = [row for row in rows if not _understood(row)]
    assert len(missed) <= 0.02 * len(rows), missed


@pytest.mark.parametrize("name", ["out_of_scope.txt", "out_of_scope_frozen.txt"])
def test_other_subjects_are_unknown(name: str) -> None:
    rows = _rows(name)
    leaked = [row for row in rows if request_of(message_of(row), State(), _SHEET).act is not Act.UNKNOWN]
    assert len(leaked) <= 0.01 * len(rows), leaked
