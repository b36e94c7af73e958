"""What is handed in, and what is given to compute with: counts in prose, and arrays that the words name."""

import pytest

from tutor.reading.message import Act
from tutor.reading.reader import message_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("58631144 is what i get for all of alexnet", 58_631_144),
        ("so alexnet has 58631144 parameters, right?", 58_631_144),
        ("AlexNet hat 61.100.840 Parameter, richtig?", 61_100_840),
        ("Aufgabe 2: ich komme auf 57.044.810 Parameter", 57_044_810),
        ("classifier.6 has 4,097,000", 4_097_000),
        ("my column sums to 74,732,328 for alexnet, ok?", 74_732_328),
        ("layer features.0 has 23296, correct?", 23_296),
    ],
)
def test_a_count_that_is_claimed_is_checked(text: str, count: int) -> None:
    message = message_of(text)
    assert message.act is Act.CHECK
    assert [one.value.item() for one in message.found] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "where does the 9216 in the classifier come from",
        "how many parameters does alexnet have with 10000 classes",
        "why does alexnet have 61100840 parameters",
        "alexnet was published in 2012",
    ],
)
def test_a_number_that_is_asked_about_is_not_checked(text: str) -> None:
    assert message_of(text).act is not Act.CHECK


_INPUT, _KERNEL = [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 0], [0, 1]]


@pytest.mark.parametrize(
    "text",
    [
        f"convolve {_INPUT} with {_KERNEL}",
        f"Faltung von {_INPUT} mit Kernel {_KERNEL}",
        f"input {_INPUT}, kernel {_KERNEL}",
        f"apply the kernel {_KERNEL} to the image {_INPUT}",
        f"what if the kernel in 3 was {_KERNEL} and X = {_INPUT}",
        "input\n1\t2\t3\n4\t5\t6\n7\t8\t9\nkernel\n1\t0\n0\t1\nplease convolve",
        "conv 1 2 3 / 4 5 6 / 7 8 9 with kernal 1 0 / 0 1 pls",
    ],
)
def test_words_name_the_input_and_the_kernel(text: str) -> None:
    message = message_of(text)
    assert message.act is Act.COMPUTE
    assert {"input": _INPUT, "kernel": _KERNEL}.items() <= message.settings.to_json().items()


@pytest.mark.parametrize(
    "text",
    [
        "F.conv2d(X, K, stride=2, padding=1)\n# tensor([[1, 1, 0], [2, 2, 0], [2, -1, 1]])\n3c done?",
        "convolve2d(X, K, mode='valid')\narray([[3, 1, 3], [4, 6, 2], [1, 1, 1]])\n3a??",
        "3a from excel:\n1\t3\t-1\n4\t2\t2\n5\t3\t3",
        "my scores table:\n4\t7\t3\n1\t2\t1",
        "is [[1, -1], [5, 3]] the right output for 3b",
    ],
)
def test_results_beside_code_and_words_are_checked(text: str) -> None:
    assert message_of(text).act is Act.CHECK


def test_eigenvectors_may_be_columns() -> None:
    message = message_of("eigenvalues 6 and 2, eigenvectors (1;1) and (1;-1), what is the matrix?")
    assert message.settings.to_json() == {"eigenvalues": [6, 2], "eigenvectors": [[1, 1], [1, -1]]}
