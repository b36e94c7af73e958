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
    "first", "second", "eigenvectors", "is", "a", "comma", "then", "next", "v", "equals", "fifth", "dreiundzwanzig",
    "Millionen", "komma", "tausend", "zweihundert",
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
        ("i think the last layer has four million ninety six thousand parameters", 4_096_000),
        ("i get sixty one point one million parameters", 61_100_000),
        ("it has two and a half million parameters", 2_500_000),
        ("dreiundzwanzigtausendzweihundertsechsundneunzig Parameter", 23_296),
        ("ich habe dreiundzwanzigtausend zweihundertsechsundneunzig Parameter", 23_296),
        ("einundsechzig Millionen einhunderttausendachthundertvierzig Parameter", 61_100_840),
        ("ich bekomme einundsechzig komma eins Millionen Parameter", 61_100_000),
        ("es sind vier Millionen sechsundneunzigtausend Parameter", 4_096_000),
        (
            "first row zero point seven one comma one point four one second row minus zero point five one point five",
            [[0.71, 1.41], [-0.5, 1.5]],
        ),
        ("first row one and a half minus a half second row minus a half one and a half", [[1.5, -0.5], [-0.5, 1.5]]),
        ("first row one comma two second row three comma four", [[1, 2], [3, 4]]),
        ("my matrix is one three zero then four two two and then five three three", [[1, 3, 0], [4, 2, 2], [5, 3, 3]]),
        ("one three zero next row four two two next row five three three", [[1, 3, 0], [4, 2, 2], [5, 3, 3]]),
        (
            "i got one point five minus zero point five next row minus zero point five one point five",
            [[1.5, -0.5], [-0.5, 1.5]],
        ),
        ("first row one three zero then four two two then five three three", [[1, 3, 0], [4, 2, 2], [5, 3, 3]]),
        ("row one one three then two four", [[1, 3], [2, 4]]),
        ("roughly 61.1 million parameters", 61_100_000),
        ("the scores are four seven three and one two one", [[4, 7, 3], [1, 2, 1]]),
        ("my matrix is one three and four two", [[1, 3], [4, 2]]),
        ("features dot zero has twenty three thousand two hundred and ninety six", 23_296),
        ("first row one point eight, one, one point four four", [1.8, 1, 1.44]),
        ("one point eight, one, one point four four in the first row", [1.8, 1, 1.44]),
        ("first row is one and a half and minus a half", [1.5, -0.5]),
        ("the second row is minus point five and one point five", [-0.5, 1.5]),
        (
            "first row one point five minus point five second row minus point five one point five",
            [[1.5, -0.5], [-0.5, 1.5]],
        ),
        ("the first row of the weights is point one, point eight five, point oh five", [0.1, 0.85, 0.05]),
        ("the scaled scores in row one are two three point five one point five", [2, 3.5, 1.5]),
        ("first row four, seven, three, second row one, two, one", [[4, 7, 3], [1, 2, 1]]),
        ("first row two and a quarter one half second row one half two", [[2.25, 0.5], [0.5, 2]]),
    ],
)
def test_what_is_dictated_is_data(text: str, value: object) -> None:
    message = message_of(text)
    assert message.act is Act.CHECK
    assert [one.value.tolist() for one in message.found] == [value]


def test_dictated_settings() -> None:
    message = message_of(
        "the matrix for lambda one is four lambda two is six and v one equals one two "
        "and v two equals two minus one what is it"
    )
    assert message.settings.to_json() == {"eigenvalues": [4, 6], "eigenvectors": [[1, 2], [2, -1]]}
    assert message_of("how many parameters has resnet thirty four with twenty classes").settings.to_json() == {
        "model": "resnet34",
        "num_classes": 20,
    }
    message = message_of("what is the matrix with eigenvalues two and four and eigenvectors one zero and zero one")
    assert message.settings.to_json() == {"eigenvalues": [2, 4], "eigenvectors": [[1, 0], [0, 1]]}


@pytest.mark.parametrize(
    "text",
    [
        "exercise one part two",
        "the conv one",
        "two hints for three",
        "one and two",
        "a hundred percent sure",
        "a thousand thanks",
        "one comma five",
        "i have one and two",
        "i got one two hints",
        "61.1 million",
        "one then two",
        "exercise three then four",
        "half a hint",
        "the first half",
        "the third row",
        "Aufgabe drei, acht Tipps",
        "tausend Dank",
        "hundert Prozent sicher",
        "elf Minuten",
        "und dann",
        "zwei und drei",
        "v one",
        "next row please",
    ],
)
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
