"""Numbers in words and requests in code become plain text, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.reading.calls import as_words
from tutor.reading.message import Act
from tutor.reading.reader import message_of
from tutor.reading.spoken import in_digits

_WORDS = (
    "one", "two", "ten", "twenty", "five", "minus", "point", "half", "hundred", "thousand", "million", "and", "row",
    "first", "second", "eigenvectors", "is",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("first row one three minus one second row four two two", [[1, 3, -1], [4, 2, 2]]),
        ("row one three halves minus one half row two zero twenty one", [[1.5, -0.5], [0, 21]]),
        (
            "first row is one point five and zero point five second row is zero point five and one",
            [[1.5, 0.5], [0.5, 1]],
        ),
        ("the total of alex net is sixty one million one hundred thousand eight hundred and forty", 61_100_840),
        ("i counted twenty three thousand two hundred ninety six parameters", 23_296),
    ],
)
def test_what_is_dictated_is_data(text: str, value: object) -> None:
    message = message_of(text)
    assert message.act is Act.CHECK
    assert [one.value.tolist() for one in message.found] == [value]


def test_dictated_settings() -> None:
    assert message_of("how many parameters has resnet thirty four with twenty classes").settings.to_json() == {
        "model": "resnet34",
        "num_classes": 20,
    }
    message = message_of("what is the matrix with eigenvalues two and four and eigenvectors one zero and zero one")
    assert message.settings.to_json() == {"eigenvalues": [2, 4], "eigenvectors": [[1, 0], [0, 1]]}


@pytest.mark.parametrize("text", ["exercise one part two", "the conv one", "two hints for three", "one and two"])
def test_small_words_stay_words(text: str) -> None:
    assert in_digits(text) == text


@given(st.lists(st.sampled_from([*_WORDS, ",", ".", "\n"]), max_size=30))
def test_places_stay_what_they_are(words: list[str]) -> None:
    text = " ".join(words)
    assert len(in_digits(text)) == len(text)


@given(st.text(max_size=60), st.sampled_from(["show_solution(4)", "print(exercise_3);", "hint('3b')", "tutor.hint(3)"]))
def test_calls_keep_their_length(text: str, call: str) -> None:
    assert len(as_words(text + call)) == len(text + call)


@pytest.mark.parametrize(
    ("text", "act", "exercise"),
    [
        ("show_solution(4)", Act.SOLUTION, "4"),
        ("print(exercise_3)  # only the text", Act.STATEMENT, "3"),
        ("get_hint('3b')", Act.HINT, "3"),
        ("help()", Act.HELP, None),
        ("practice(2)", Act.PRACTICE, "2"),
    ],
)
def test_requests_in_code(text: str, act: Act, exercise: str | None) -> None:
    message = message_of(text)
    assert (message.act, message.reference.exercise) == (act, exercise)
