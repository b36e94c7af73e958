"""The example phrases: each reads as its own act, and they outweigh the rules only where they are clear."""

import pytest

from tutor.reading.message import Act
from tutor.reading.phrasebook import likeliest, phrases, second_opinion
from tutor.reading.reader import message_of
from tutor.reading.text import line_of

MATRIX = "[[1, 2], [3, 4]]"
ALLOWED = {Act.UNKNOWN: 0.03}
"""The share of phrases about something else that may sound like the sheet."""


@pytest.mark.parametrize("act", Act)
def test_each_phrase_reads_as_its_own_act(act):
    """A phrase that leaves its act to the conversation still sounds like it."""
    read = {phrase: message_of(phrase.replace(r"\n", "\n").replace("□", MATRIX)) for phrase in phrases(act)}
    missed = [phrase for phrase, message in read.items() if (message.act or message.leaning) is not act]
    assert len(missed) <= ALLOWED.get(act, 0) * len(read), missed


def test_no_phrase_stands_under_two_acts():
    every = [phrase.casefold() for act in Act for phrase in phrases(act)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("text", "ruled", "read"),
    [
        ("what is left for me to do", Act.HINT, Act.PROGRESS),
        ("hint for 3b please", Act.HINT, Act.HINT),
        ("have you got a hint for me, not the solution", Act.SOLUTION, Act.HINT),
        ("stride", Act.COMPUTE, Act.COMPUTE),
        ("blorp wibble", None, None),
        ("have i already solved exercise 2?", None, Act.PROGRESS),
    ],
)
def test_phrases_overrule_only_where_they_are_clear(text, ruled, read):
    assert second_opinion(line_of(text), ruled) is read


def test_words_of_another_world_weigh_against_overruling():
    line = line_of("create a new timer")
    assert second_opinion(line, Act.UNKNOWN, strangeness=6) is Act.UNKNOWN


def test_a_phrase_of_no_act_in_particular_still_leans_somewhere():
    assert likeliest(line_of("what do i do now")) is Act.HINT
