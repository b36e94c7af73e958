"""Concepts, and why the last answer was wrong."""

from __future__ import annotations

from tools.content import Prose
from tutor.dialogue import buttons
from tutor.dialogue.acting import tells_what_went_wrong
from tutor.dialogue.answering import open_question
from tutor.dialogue.ask_back import Turn, which_exercise
from tutor.dialogue.judging import judge
from tutor.dialogue.ladder import Help, help_with
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.verdict import why_words
from tutor.dialogue.what_if import supposed
from tutor.reading.message import Act, Move
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet
from tutor.state import State


def explain(request: Request, state: State, sheet: Sheet) -> Turn:
    """The last verdict when asked why it is wrong, else the concept, else the idea of the exercise."""
    place, message = request.place, request.message
    if place is None:
        return which_exercise(request, state, sheet)
    moved = state.at(place.exercise.number, place.letter).model_copy(update={"pending": None})
    confesses = tells_what_went_wrong(message.text)
    verdict_asked = message.move is Move.WHY or message.topic is None or message.act is not Act.EXPLAIN or confesses
    if verdict_asked and moved.last_answer and (place.task is not None or moved.judged_under.stated()):
        return _last_verdict(place, moved, confesses)
    family, task = place.exercise.family, place.example
    if message.topic in family.topics and task is not None and message.topic is not None:
        blocks = family.explain(message.topic, task)
        moved = moved.model_copy(update={"topic": message.topic, "entry": None})
    elif (question := open_question(moved, place.task)) is not None:
        blocks = (Prose(text=question.nudge), Prose(text=question.text))
    else:
        blocks = family.idea(tuple(place.exercise.tasks.values()))
    reply = Reply(
        act=Act.EXPLAIN,
        exercise=place.exercise.number,
        part=place.letter,
        blocks=blocks,
        buttons=(*((buttons.hint(place),) if place.task else buttons.parts(place, "hint")), buttons.check()),
        found=message.found,
    )
    return reply, moved


def _last_verdict(place: Place, state: State, confessed: bool) -> Turn:
    """Say what is wrong with the last answer: the slip by its name, and more when asked again."""
    place = supposed(place, state.judged_under) or place
    task = place.task
    assert task is not None  # checked by the caller
    judged = judge(state.last_answer, place, task)
    told = 1 if confessed else max(state.record.told, 1)
    help_ = Help(()) if judged.correct else help_with(judged, told)
    reply = Reply(
        act=Act.EXPLAIN,
        exercise=place.exercise.number,
        part=place.letter,
        mistakes=judged.mistakes,
        intermediate=judged.intermediate,
        blocks=why_words(judged, help_.sentences),
        buttons=(buttons.hint(place), buttons.check(), buttons.solution(place)),
    )
    if judged.correct:
        return reply, state
    return reply, state.recorded(told=told + 1).model_copy(update={"entry": help_.entry})
