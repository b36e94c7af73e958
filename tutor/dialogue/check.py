"""Anything handed in: an answer to the open question, a result, a step, a piece of one."""

from __future__ import annotations

from tools.answers import fitted
from tools.content import Block, Prose, number
from tools.portion import portion_named
from tools.settings import Settings
from tutor.dialogue import buttons
from tutor.dialogue.answering import answered_right, open_question, reply_to_answer
from tutor.dialogue.ask_back import Turn, which_exercise, which_part
from tutor.dialogue.gathering import gathered
from tutor.dialogue.givens import as_given, given_as, handed_in
from tutor.dialogue.judging import Judged, judge, likeliest
from tutor.dialogue.ladder import Help, help_with
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.supposing import supposed_answer
from tutor.dialogue.told_apart import told_apart
from tutor.dialogue.tries import A_COUNT, tried, worked_out
from tutor.dialogue.verdict import read_back, verdict_words
from tutor.dialogue.what_if import differing
from tutor.reading.message import Act, Move
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State, Tried

CONFIDENT = 1.25
"""Rank from which an answer is known to belong to a place (see Judged.rank)."""
LIKELY = 0.6
"""Rank from which a wrong answer is taken as one for where the conversation is: its shape fits, most entries agree."""


def check(request: Request, state: State, sheet: Sheet) -> Turn:
    """Judge what was handed in, as an answer to the open question first."""
    message, place = request.message, request.place
    corrects = message.move is Move.CORRECT and request.named
    answers = tried(message) or (state.last_answer if corrects else ())
    if message.errors:
        return _unreadable(request, state)
    under = supposed_answer(request, answers, state, sheet)
    if under is not None:
        return _verdict(under, handed_in(answers, (under.place,)), request, state, sheet)
    here_still = place is not None and (place.letter == state.part or place.practice is not None)
    if here_still and place is not None and state.entry is not None and state.entry.apart and answers:
        if (resolved := told_apart(place, answers, message, state)) is not None:
            return resolved
        state = state.model_copy(update={"entry": None})
    question = open_question(state, place.example) if place and here_still else None
    answered = answered_right(question, message, answers) if question else None
    if not answered and worked_out(message):
        question = None  # a sum written out is an entry, whatever was asked
    if answered is None and question is not None and question.answer is not None and _lone(answers):
        answered = False  # numbers by themselves belong to the question, however many they are
    if place is not None and place.example is not None and question is not None and answered is not None:
        judged = judge(answers, place, place.example) if answers else None
        told = judged is not None and judged.correct and not _lone(answers)
        if judged is None or not (told or _outranks(judged, answers, answered, state.topic is not None)):
            return reply_to_answer(question, answered, place, answers, message, state)
    if not answers:
        return _nothing_yet(request, state)
    if request.missing and place is not None:
        return which_part(request, place, state)
    here = place.choices if place else tuple(one for exercise in sheet.exercises for one in Place(exercise).choices)
    answers, kept = gathered(handed_in(answers, here), message, place, state)
    candidates = _candidates(request, answers, sheet)
    if not candidates:
        return which_exercise(request, state, sheet)
    if len(candidates) > 1:
        return _which_of(request, candidates, answers, state)
    if not candidates[0].main.explained:
        for one in (candidates[0].place, *here):
            if symbol := given_as(answers[0], one.task):
                return as_given(symbol, one, message, state)
    return _verdict(candidates[0], answers, request, state, sheet, kept)


def _lone(answers: tuple[Tried, ...]) -> bool:
    """Whether the answers are numbers of which nothing is said but their value."""
    return bool(answers) and all(one.name is None and one.value.ndim == 0 for one in answers)


def _outranks(judged: Judged, answers: tuple[Tried, ...], answered: bool, of_concept: bool) -> bool:
    """Whether the message is more than an answer to the open question: the result, a whole step, or a known slip.

    A concept's question stands aside for a single number too, if that is a known slip or a count in the thousands.
    """
    main = judged.main
    if answered:
        return judged.solved
    value = main.answer.value
    a_count = value.ndim == 0 and abs(float(value)) >= A_COUNT
    claimed = a_count or main.answer.name is not None or answers[-1].claim == "result"
    if (of_concept and a_count) or (main.causes and claimed):
        return True
    telling = of_concept or value.size > 1 or a_count
    return main.portion is None and (main.correct or (main.explained and telling))


def _candidates(request: Request, answers: tuple[Tried, ...], sheet: Sheet) -> list[Judged]:
    """The places these answers may belong to: where the conversation is, unless they clearly belong elsewhere."""
    matrices = any(answer.value.ndim > 1 for answer in answers)
    possible = [one for one in sheet.exercises if not (matrices and one.family.precision.counts)]
    everywhere = [place for exercise in possible for place in Place(exercise).choices]
    if request.place is None:
        return likeliest(answers, everywhere)
    here = likeliest(answers, request.place.choices)
    arrays = any(answer.value.ndim or abs(float(answer.value)) >= A_COUNT for answer in answers)
    pieces = all(portion_named(answer.name) is not None for answer in answers)
    if arrays and not (request.named or pieces) and (not here or here[0].rank < LIKELY):
        elsewhere = [place for place in everywhere if place.exercise is not request.place.exercise]
        sure = [judged for judged in likeliest(answers, elsewhere) if judged.rank >= CONFIDENT]
        if sure:
            return sure
    if here:
        return here
    first = request.place.choices[0]
    return [judge(answers, first, first.task)] if first.task is not None and len(request.place.choices) == 1 else []


def _unreadable(request: Request, state: State) -> Turn:
    """Something looked like a matrix and could not be read; what could be is shown."""
    message, place = request.message, request.place
    blocks: tuple[Block, ...] = tuple(Prose(text=error.message) for error in message.errors)
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number if place else None,
        part=place.letter if place else None,
        blocks=(*(read_back(tried(message)) if message.found else ()), *blocks),
        buttons=(Button(label="How to type a matrix", text="how do I type a matrix?"),),
        found=message.found,
        errors=message.errors,
    )
    return reply, state


def _nothing_yet(request: Request, state: State) -> Turn:
    """A check was asked for, and there is nothing to check."""
    place = request.place
    what = f"your answer to {place.title}" if place else "your answer"
    text = f"Send me {what}: a matrix such as `1 0 1 / 2 2 0`, one row, or one step of the way. NumPy, LaTeX and "
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number if place else None,
        part=place.letter if place else None,
        blocks=(Prose(text=text + "spreadsheet cells are fine too."),),
        buttons=(Button(label="How to type a matrix", text="how do I type a matrix?"),),
    )
    moved = state.at(place.exercise.number, place.letter) if place else state
    return reply, moved.model_copy(update={"pending": None})


def _which_of(request: Request, candidates: list[Judged], answers: tuple[Tried, ...], state: State) -> Turn:
    """The numbers fit several places equally well."""
    labels = [judged.place.label for judged in candidates]
    exercises = {judged.place.exercise.number for judged in candidates}
    reply = Reply(
        act=Act.CHECK,
        exercise=exercises.pop() if len(exercises) == 1 else None,
        blocks=(*read_back(answers), Prose(text=f"That could belong to {' or '.join(labels)}. Which one is it?")),
        buttons=tuple(Button(label=label, text=f"check {label}") for label in labels),
        found=request.message.found,
    )
    return reply, state.model_copy(update={"pending": request.message.model_copy(update={"act": Act.CHECK})})


def _verdict(
    judged: Judged,
    answers: tuple[Tried, ...],
    request: Request,
    state: State,
    sheet: Sheet,
    kept_pieces: tuple[Tried, ...] = (),
) -> Turn:
    """The verdict at the place the answers belong to, and what it changes. `kept_pieces` are the answers together with
    the pieces that were sent before."""
    place, main = judged.place, judged.main
    here = state.at(place.exercise.number, place.letter)
    sibling = None if judged.correct or place.supposed else _sibling(judged, answers)
    help_ = Help(()) if judged.correct else help_with(judged, here.record.told)
    words = verdict_words(judged, help_.sentences, sibling)
    misprint = place.exercise.misprint
    if misprint is not None and misprint.slip in main.mistakes and not (judged.correct or place.practice):
        words = (*words, Prose(text=misprint.text))
    settings = differing(place.supposed.settings, Place(place.exercise, place.part)) if place.supposed else Settings()
    output = {"verdict": _verdict_name(judged), "step": judged.intermediate}
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number,
        part=place.letter,
        verdict="correct" if judged.correct else "incorrect",
        mistakes=judged.mistakes,
        intermediate=judged.intermediate,
        blocks=(*read_back(_laid_out(answers, judged)), *words),
        buttons=_under(judged, sibling, answers, sheet, named=here.record.told > 0),
        calls=(ToolCall(name="diagnose", input={"exercise": place.title}, output={**output}),),
        settings=settings,
        found=request.message.found,
    )
    record = here.record
    if place.supposed:
        pass
    elif judged.solved:
        here = here.recorded(solved=True)
    elif not judged.correct:
        here = here.recorded(tries=record.tries + 1, told=record.told + 1)
    done: dict[str, object] = {"asked": None} if judged.correct else {}
    kept = {"last_answer": kept_pieces or answers, "pending": None, "settings": settings, "judged_under": settings}
    done["entry"] = help_.entry
    return reply, here.model_copy(update={**kept, **done})


def _laid_out(answers: tuple[Tried, ...], judged: Judged) -> tuple[Tried, ...]:
    """The answers in the shape they were judged in: a flat run of numbers is shown as the matrix it was read as."""
    shape = judged.main.step.value.shape
    laid = (fitted(one.value, shape) if one.value.ndim == 1 else None for one in answers)
    return tuple(
        one if value is None else one.model_copy(update={"value": value})
        for one, value in zip(answers, laid, strict=True)
    )


def _verdict_name(judged: Judged) -> str:
    return "correct" if judged.correct else "incorrect"


def _sibling(judged: Judged, answers: tuple[Tried, ...]) -> Place | None:
    """Another part of the same exercise whose right result this is."""
    if judged.place.letter is None:
        return None
    others = [place for place in Place(judged.place.exercise).choices if place.letter != judged.place.letter]
    return next((one.place for one in likeliest(answers, others) if one.solved), None)


def _typed(one: Tried) -> str:
    """An answer in one line, as it can be typed again."""
    rows = one.value.reshape(-1, one.value.shape[-1])
    return " / ".join(" ".join(number(float(cell), 6) for cell in row) for row in rows)


def _under(
    judged: Judged, sibling: Place | None, answers: tuple[Tried, ...], sheet: Sheet, named: bool
) -> tuple[Button, ...]:
    place = judged.place
    if place.supposed:
        return (buttons.check(), buttons.hint(place), buttons.practice(place))
    if judged.solved:
        return (*buttons.following(place, sheet), buttons.practice(place), buttons.solution(place))
    if judged.correct:
        return (buttons.hint(place), buttons.check(), buttons.solution(place))
    if sibling is not None and len(answers) == 1:
        done = Button(label=f"Mark {sibling.label} done", text=f"{sibling.label}: {_typed(answers[0])}")
        return (Button(label=f"Stay on {place.label}", text=f"hint {place.label}"), done)
    return (buttons.hint(place), buttons.why(named), buttons.solution(place))
