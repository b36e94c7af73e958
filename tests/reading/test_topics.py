"""Questions about a concept reach that concept, of the family that the conversation is about."""

from collections import Counter
from pathlib import Path

import pytest

import tutor.sheets
from tools.catalog import FAMILIES
from tutor.dialogue import respond
from tutor.dialogue.request import request_of
from tutor.reading.message import Act
from tutor.reading.reader import message_of
from tutor.reading.text import line_of
from tutor.reading.topics import TOPICS, topic_of
from tutor.reading.topics.topic import Topic
from tutor.render import block_markdown, markdown
from tutor.sheets.sheet import parse
from tutor.state import State

SHEET = parse((Path(tutor.sheets.__file__).parent / "deep_learning.md").read_text(encoding="utf-8"))
SAID = [(topic.key, phrase) for topic in TOPICS for phrase in topic.says]


@pytest.mark.parametrize(("key", "phrase"), SAID)
def test_a_question_reaches_its_concept(key: str, phrase: str) -> None:
    assert topic_of(line_of(phrase).text) == key
    request = request_of(message_of(phrase), State(), SHEET)
    assert request.act is Act.EXPLAIN
    assert request.place is not None
    assert key in request.place.exercise.family.topics
    assert request.message.topic == key


@pytest.mark.parametrize(("topic", "phrase"), [(topic, phrase) for topic in TOPICS for phrase in topic.not_says])
def test_a_question_that_comes_close_is_left_to_others(topic: Topic, phrase: str) -> None:
    assert topic_of(line_of(phrase).text) != topic.key


def test_every_concept_is_asked_for_in_four_ways() -> None:
    ways = Counter(key for key, _ in SAID)
    assert {key for family in FAMILIES for key in family.topics} == set(ways)
    assert min(ways.values()) >= 4


SHARED = [
    # the conversation so far, a question, the exercise whose concept answers it
    ("hint for 1", "why is there a minus in the result?", "1"),
    ("hint for 3b", "why is there a minus in the result?", "3"),
    ("hint for 4", "why is there a minus in the result?", "4"),
    ("hint for 1", "why the transpose?", "1"),
    ("hint for 4", "why the transpose?", "4"),
    ("hint for 2", "what is a bias?", "2"),
    ("hint for 3a", "what is a bias?", "3"),
    ("hint for 2", "what is a channel?", "2"),
    ("hint for 3a", "what is a channel?", "3"),
    ("hint for 1", "what is stride?", "3"),
]


@pytest.mark.parametrize(("before", "question", "exercise"), SHARED)
def test_a_word_of_several_families_means_the_one_at_hand(before: str, question: str, exercise: str) -> None:
    _, state = respond(before, State(), SHEET)
    reply, _ = respond(question, state, SHEET)
    assert (reply.act, reply.exercise) == (Act.EXPLAIN, exercise)
    explained = SHEET.exercise(exercise)
    assert explained is not None
    family = explained.family
    key = topic_of(line_of(question).text)
    assert key is not None
    formula = block_markdown(family.concept(key, next(iter(explained.tasks.values()))).blocks[1]).splitlines()[1][:12]
    assert formula in markdown(reply)


BOTH = [
    # a comparison, a word of each half
    ("difference between stride and padding?", "how far the kernel moves", "how much is put around the input"),
    ("convolution vs cross-correlation?", "turns the kernel by 180° first", "without the turn"),
    ("eigenvalue vs eigenvector?", "a direction", "a single number"),
    ("difference between Q and Lambda?", "holds the directions", "holds the factors"),
    ("parameter vs layer, what's the difference?", "A layer is a step", "A parameter is a single learned number"),
    ("numel vs len?", "the first side", "the product of all"),
    ("weight vs bias?", "multiplied with an input", "added to the sum"),
    ("kernel vs window?", "the same everywhere", "another window at every place"),
    ("scores vs weights?", "any number", "a share between 0 and 1"),
    ("query, key, value?", "A query asks", "a value is what is passed on"),
    ("softmax over rows or columns?", "Over the rows", "Over the columns"),
    ("orthogonal vs orthonormal?", "only for right angles", "length 1 as well"),
    ("features vs classifier?", "convolutions find patterns", "linear layers decide"),
    ("padding same vs valid?", "“valid” means no padding", "“same” means"),
    ("linear layer vs conv layer?", "shares its weights", "shares nothing"),
    ("sqrt d_k vs d_k, why not d_k?", r"Divide by $\sqrt{d_k}$", "Divide by $d_k$"),
]


@pytest.mark.parametrize(("question", "one", "other"), BOTH)
def test_a_comparison_tells_both_halves(question: str, one: str, other: str) -> None:
    reply, _ = respond(question, State(), SHEET)
    assert reply.act is Act.EXPLAIN
    assert one in markdown(reply)
    assert other in markdown(reply)


ANSWERED = [
    # turns, the verdict of the last
    (("what is stride?", "3"), "correct"),
    (("what is stride?", "4"), "incorrect"),
    (("why √d_k?", "2.83"), "correct"),
    (("does the bias count?", "7"), "correct"),
    (("why √d_k?", "3", "4/√2"), "correct"),
    (("hint for 3a", "what is stride?", "3", "4"), "correct"),  # the hint's own question is still open
]


@pytest.mark.parametrize(("turns", "verdict"), ANSWERED)
def test_the_question_at_the_end_is_judged(turns: tuple[str, ...], verdict: str) -> None:
    state = State()
    for turn in turns:
        reply, state = respond(turn, state, SHEET)
    assert (reply.act, reply.verdict) == (Act.CHECK, verdict)


def test_another_act_closes_the_question() -> None:
    state = State()
    for turn in ("what is stride?", "hint for 4"):
        _, state = respond(turn, state, SHEET)
    assert state.topic is None


def test_the_result_goes_before_the_question() -> None:
    state = State()
    for turn in ("how many classes are the classifier for, what is num_classes?", "61,100,840"):
        reply, state = respond(turn, state, SHEET)
    assert reply.verdict == "correct"
    assert state.record.solved
