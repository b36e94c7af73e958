"""The tutor's open question: whether a message answers it, and what is said then."""

from __future__ import annotations

import re

import numpy as np

from tools.answers import Answer, compare
from tools.catalog import FAMILIES
from tools.content import Prose, Question
from tools.discriminating import entry_question
from tools.family import Precision, Task
from tools.portion import portion_named
from tutor.dialogue import buttons
from tutor.dialogue.place import Place, place_at
from tutor.dialogue.verdict import read_back
from tutor.reading.message import Act, Message, Move
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet
from tutor.state import State, Tried

_WORD = re.compile(r"[^\W_]+")
_PRECISION = Precision(decimals=1)


def open_question(state: State, task: Task | None) -> Question | None:
    """The question about an entry, or of the last concept or hint, while it is open."""
    if task is not None and state.entry is not None:
        name, at = state.entry.step, state.entry.at
        step = next((step for step in task.steps if step.name == name), None)
        sides = () if step is None else step.value.shape  # a what-if may have other sizes than the task itself
        inside = len(sides) == len(at) and all(index < side for index, side in zip(at, sides, strict=True))
        return entry_question(step, at) if step is not None and inside else None
    if task is not None and state.topic is not None:
        family = next(family for family in FAMILIES if family.name == task.family)
        return family.concept(state.topic, task).question if state.topic in family.topics else None
    if state.asked is None or task is None or state.asked >= len(task.hints):
        return None
    return task.hints[state.asked].question


def _open_here(state: State, sheet: Sheet) -> Question | None:
    """The open question where the conversation is."""
    exercise = sheet.exercise(state.exercise)
    return open_question(state, place_at(exercise, state.part, state).example) if exercise else None


def wants_numbers(state: State, sheet: Sheet, count: int) -> bool:
    """Whether the open question is answered by this many numbers."""
    question = _open_here(state, sheet)
    return question is not None and question.answer is not None and question.answer.size == count


def asks_for_numbers(state: State, sheet: Sheet) -> bool:
    """Whether the open question is answered by numbers."""
    question = _open_here(state, sheet)
    return question is not None and question.answer is not None


def asks_yes_or_no(state: State, sheet: Sheet) -> bool:
    """Whether the open question is answered by yes or no."""
    question = _open_here(state, sheet)
    return question is not None and not {"yes", "no"}.isdisjoint((*question.words, *question.wrong_words))


def answered_right(question: Question, message: Message, answers: tuple[Tried, ...]) -> bool | None:
    """Whether the message answers the question rightly; None where it is no answer to it."""
    if question.answer is None:
        return _in_words(question, message)
    if not answers or sum(one.value.size for one in answers) != question.answer.size:
        return None
    value = np.concatenate([one.value.reshape(-1) for one in answers]).reshape(question.answer.shape)
    written = [one.decimals for one in answers if one.decimals is not None]
    laid = compare(Answer(value=value, decimals=max(written, default=None)), question.answer, _PRECISION)
    right = laid is not None and laid.correct
    elsewhere = not right and any(portion_named(one.name) for one in answers)
    return None if elsewhere else right


def _in_words(question: Question, message: Message) -> bool | None:
    """An answer in words: the accepted ones, or the known wrong ones, as whole words."""
    moves = {Move.YES: " yes", Move.NO: " no"}
    said = " ".join(_WORD.findall(message.text.lower())) + (moves.get(message.move, "") if message.move else "")

    def says(words: tuple[str, ...]) -> bool:
        return any(f" {' '.join(_WORD.findall(word))} " in f" {said} " for word in words)

    right, wrong = says(question.words), says(question.wrong_words)
    return right and not wrong if right or wrong else None


def reply_to_answer(
    question: Question, right: bool, place: Place, answers: tuple[Tried, ...], message: Message, state: State
) -> tuple[Reply, State]:
    """Confirm or nudge; a right answer closes the question."""
    text = f"**Right.** {question.confirm}" if right else f"**Not yet.** {question.nudge}"
    task = place.task
    rung = state.asked if state.topic is None else None
    more = task is not None and rung is not None and rung + 1 < len(task.hints)
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number,
        part=place.letter,
        verdict="correct" if right else "incorrect",
        blocks=(*read_back(answers), Prose(text=text)),
        buttons=(*((buttons.next_hint(place),) if more else ()), buttons.check(), buttons.solution(place)),
        found=message.found,
    )
    closed = {"entry" if state.entry is not None else "asked" if state.topic is None else "topic": None}
    return reply, state.model_copy(update=closed) if right else state
