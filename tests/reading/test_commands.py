"""Commands are read as the words they stand for, place for place."""

import pytest

from tutor.reading.commands import COMMANDS, plainly

ROWS = [(command, written, read) for command in COMMANDS for written, read in command.says]


@pytest.mark.parametrize(("written", "read"), [(written, read) for _, written, read in ROWS])
def test_command_is_read_as_words(written: str, read: str) -> None:
    said = plainly(written)
    assert len(said) == len(written)
    assert " ".join(said.split()) == read


@pytest.mark.parametrize(
    "text",
    [
        "with padding=1, stride=2",
        "is A[0, 1] = -0.5 right?",
        "Y = [[1, 3], [4, 2]]",
        "make it 3x3",
        "hint 2 of 3b",
        "the answer is 1/2",
        "F.conv2d(x, k, stride=2)",
        "what does git commit do in a merge conflict",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert plainly(text) == text
