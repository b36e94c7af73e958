"""Numbers as a short answer says them."""

import pytest

from tutor.reading.quantities import MAX_CHARACTERS, quantities_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4", (4,)),
        ("four, I think", (4,)),
        ("it's 9 right?", (9,)),
        ("none of them", (0,)),
        ("keine", (0,)),
        ("zero of course", (0,)),
        ("2*2", (4,)),
        ("11 x 11 x 3", (363,)),
        ("eleven times eleven times three", (363,)),
        ("3 and 5", (3, 5)),
        ("six rows and six columns", (6, 6)),
        ("and with 3 and 5?", (3, 5)),
        ("6,5", (6, 5)),
        ("minus two", (-2,)),
        ("one and a half", (1.5,)),
        ("23,232 + 64", (23296,)),
        ("2 by 2", (4,)),
        ("1.41 and -1.41", (1.41, -1.41)),
        ("1 -1", (1, -1)),
        ("0.5", (0.5,)),
    ],
)
def test_likeliest_values(text, values):
    assert quantities_in(text)[0] == values


def test_a_size_is_also_read_as_two_numbers():
    assert quantities_in("6 x 6") == ((36,), (6, 6))


@pytest.mark.parametrize(
    "text", ["", "what is a kernel", "why 4?", "hint 2", "exercise three", "stride 2", "if it were 5", "no idea"]
)
def test_requests_and_questions_are_no_answers(text):
    assert quantities_in(text) == ()


def test_long_messages_are_no_small_answers():
    assert quantities_in("4 " * MAX_CHARACTERS) == ()
