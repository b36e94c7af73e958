"""Another subject stays one in the middle of a conversation, and short requests stay requests."""

import pytest

from tutor.dialogue import respond
from tutor.reading.message import Act
from tutor.reading.reader import message_of
from tutor.sheets.sheet import load
from tutor.state import State

_SHEET = load()


def _act_after(opening: str, text: str) -> Act:
    """What the last of two turns is taken for."""
    state = respond(opening, State(), _SHEET)[1]
    return respond(text, state, _SHEET)[0].act


@pytest.mark.parametrize(
    "text",
    [
        "read me what is on my list",
        "what do i have on the shopping list",
        "i have to verify my identity for the bank",
        "open the website",
        "how do i improve my stride when i run",
        "can you tell me how to multiply two fractions",
        "my day was so busy",
    ],
)
@pytest.mark.parametrize("opening", ["hint 1", "what is stride"])
def test_another_subject_stays_one_in_a_conversation(opening, text):
    assert _act_after(opening, text) is Act.UNKNOWN


@pytest.mark.parametrize(
    "text", ["help", "hi", "I'm stuck", "hi can you check my answer", "what do I do", "my score", "what is attention"]
)
def test_short_requests_are_not_taken_for_another_subject(text):
    message = message_of(text)
    assert message.act is not Act.UNKNOWN
    assert not message.doubtful or message.act is Act.GREET


@pytest.mark.parametrize("word", ["shopping", "swimming", "painting", "classified", "stars", "sales"])
def test_everyday_words_are_not_corrected_to_ours(word):
    assert message_of(f"is there any {word} here").act is Act.UNKNOWN
