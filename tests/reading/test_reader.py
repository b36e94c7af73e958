"""Messages as a whole: references, settings, arrays, negation, and any text at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.reading.message import Act, Move, Reference
from tutor.reading.reader import message_of
from tutor.reading.rules import RULES
from tutor.reading.text import line_of

REFERENCES = [
    ("3b", "3", "b"),
    ("ex. 3 (b)", "3", "b"),
    ("exercise three part two", "3", "b"),
    ("third exercise second part", "3", "b"),
    ("no. 1", "1", None),
    ("Aufgabe 3b", "3", "b"),
    ("Q2", "2", None),
    ("the last exercise", "4", None),
    ("3.2", "3", "b"),
    ("3 c)", "3", "c"),
    ("part b of exercise 3", "3", "b"),
    ("not exercise 3, I meant 4", "4", None),
    ("2 hints for 3", "3", None),
    ("hint for 3 a bit more", "3", None),
    ("at 14:30", None, None),
    ("2x2 kernel", None, None),
    ("with stride 3 and padding 1", None, None),
    ("10 classes", None, None),
    ("resnet18 and 34", None, None),
    ("and b?", None, "b"),
    ("what's b asking for", None, "b"),
    ("three a hint please", "3", "a"),
    ("a tip for three a but not the answer", "3", "a"),
    ("I sat here for like two hours", None, None),
    ("it is 3 am", None, None),
    ("what would C be without scaling", None, None),
    ("c is the one with padding, same as in b", None, "c"),
    ("then c = [[1,1,0],[2,2,0],[2,-1,1]]", None, "c"),
    ("next one please", None, None),
    ("F.conv2d", None, None),
    ("hint 3f", "3", "f"),
]


@pytest.mark.parametrize(("text", "exercise", "part"), REFERENCES)
def test_references(text: str, exercise: str | None, part: str | None) -> None:
    reference = message_of(text).reference
    assert (reference.exercise, reference.part) == (exercise, part)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("the conv one", "convolution"),
        ("the eigen stuff", "eigen"),
        ("QKV one", "attention"),
        ("parameter counting", "parameters"),
    ],
)
def test_families(text: str, family: str) -> None:
    assert message_of(text).reference == Reference(family=family)


SETTINGS = [
    ("what would the output be with stride 3 and no padding", {"stride": 3, "padding": 0}),
    ("what if I use 'same' padding", {"padding": "same"}),
    ("wie viele Parameter hat VGG-16", {"model": "vgg16"}),
    ("efficientnet b0 params with 10 classes", {"model": "efficientnet_b0", "num_classes": 10}),
    ("how many params has a Linear(512,10)", {"in_features": 512, "out_features": 10}),
    ("params of a conv layer 3->64 with kernel 5?", {"in_channels": 3, "out_channels": 64, "kernel_size": 5}),
    ("what comes out if i dont divide by sqrt d_k", {"scale": "none"}),
    ("run attention with a causal mask", {"is_causal": True}),
    ("what if I take the softmax over the columns", {"softmax": "columns"}),
    ("compute A for eigenvalues 3 and 5", {"eigenvalues": [3, 5]}),
    (
        "eigenvectors (1,1) and (1,-1) not normalised, values 1 and 2, work it out",
        {"eigenvalues": [1, 2], "eigenvectors": [[1, 1], [1, -1]]},
    ),
    (
        "what would it be with X = [[1,2],[3,4]] and K = [[1,0],[0,1]]",
        {"input": [[1, 2], [3, 4]], "kernel": [[1, 0], [0, 1]]},
    ),
    (
        "run it for Q = [[1,2]], K = [[2,1]], V = [[1,2]]",
        {"Q": [[1, 2]], "K": [[2, 1]], "V": [[1, 2]]},
    ),
]


@pytest.mark.parametrize(("text", "settings"), SETTINGS)
def test_computations(text: str, settings: dict[str, object]) -> None:
    message = message_of(text)
    assert message.act is Act.COMPUTE
    assert settings.items() <= message.settings.to_json().items()


@pytest.mark.parametrize("text", ["[[1,3],[4,2]] ok?", "I computed [[1,3],[4,2]]", "solve 2: 57,044,810", "1 3\n4 2"])
def test_anything_handed_in_is_checked(text: str) -> None:
    message = message_of(text)
    assert message.act is Act.CHECK
    assert not {"input", "kernel"} & message.settings.stated().keys()


def test_a_reference_is_no_data() -> None:
    assert message_of("please give me result of 2").found == ()


def test_ellipsis_is_left_to_the_conversation() -> None:
    message = message_of("and 34")
    assert (message.act, message.move, message.settings.model) == (None, Move.SAME, None)


def test_discouragement() -> None:
    assert message_of("i'm going to fail").discouraged
    assert not message_of("hint for 3").discouraged


def test_spans_point_into_the_original() -> None:
    line = line_of("Hnit  for\tEX3b plz")
    match = re.search("exercise 3b", line.text)
    assert match is not None
    start, end = line.span(*match.span())
    assert "Hnit  for\tEX3b plz"[start:end] == "EX3b"


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    message = message_of(text)
    assert message.text == text
    assert message.model_dump_json() == message_of(text).model_dump_json()


_PHRASES = [phrase for rule in RULES for phrase in rule.says]


@given(st.lists(st.sampled_from([*_PHRASES, "3b", "[[1,2],[3,4]]", "stride 3", "not", "??", "λ₁ = 2"]), max_size=12))
def test_any_heap_of_phrases_is_read(phrases: list[str]) -> None:
    assert message_of(" ".join(phrases)).errors == ()


@pytest.mark.parametrize("unit", ["then ", "show me ", "is that wrong ", "a", "= ", "of is to ", "(", "3 ", "why, "])
def test_long_repetitions_are_read(unit: str) -> None:
    assert message_of(unit * (20_000 // len(unit))).discouraged is False


@pytest.mark.parametrize(
    ("text", "move", "unit"),
    [
        ("next part please", Move.NEXT, "part"),
        ("solution of the next exercise", Move.NEXT, "exercise"),
        ("back to the previous exercise", Move.BACK, "exercise"),
    ],
)
def test_steps_through_the_sheet(text: str, move: Move, unit: str) -> None:
    message = message_of(text)
    assert (message.move, message.reference.unit) == (move, unit)
