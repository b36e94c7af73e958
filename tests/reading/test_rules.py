"""Every row of the rule tables says what its own examples say."""

import pytest

from tutor.reading.acts import Rule
from tutor.reading.message import Act, Move
from tutor.reading.moves import TURNS, move_of
from tutor.reading.reader import message_of
from tutor.reading.rules import RULES
from tutor.reading.settings import ROWS
from tutor.reading.stated import stated_in
from tutor.reading.text import line_of
from tutor.reading.words.foreign import LOOKALIKES


def _act(phrase: str) -> Act | None:
    """The act, with the moves whose act is always the same."""
    message = message_of(phrase)
    moved = {Move.WHY: Act.EXPLAIN, Move.SAME: Act.COMPUTE, Move.NEXT: Act.HINT}
    return message.act or (moved.get(message.move) if message.move else None)


@pytest.mark.parametrize(("rule", "phrase"), [(rule, phrase) for rule in RULES for phrase in rule.says])
def test_rule_reads_its_own_phrases(rule: Rule, phrase: str) -> None:
    read = _act(phrase)
    explains = rule.act is Act.EXPLAIN and read is None and message_of(phrase).topic is not None
    assert read is rule.act or explains


@pytest.mark.parametrize(("rule", "phrase"), [(rule, phrase) for rule in RULES for phrase in rule.not_says])
def test_rule_leaves_the_phrases_of_others(rule: Rule, phrase: str) -> None:
    assert _act(phrase) is not rule.act


@pytest.mark.parametrize(("move", "phrase"), [(turn.move, phrase) for turn in TURNS for phrase in turn.says])
def test_turns(move: Move, phrase: str) -> None:
    assert move_of(line_of(phrase).text) is move


@pytest.mark.parametrize(("setting", "phrase"), [(row.setting, phrase) for row in ROWS for phrase in row.says])
def test_settings(setting: str, phrase: str) -> None:
    assert setting in stated_in(line_of(phrase)).values


@pytest.mark.parametrize("word", sorted(LOOKALIKES))
def test_everyday_words_stay_what_they_are(word: str) -> None:
    assert line_of(word).unknown
