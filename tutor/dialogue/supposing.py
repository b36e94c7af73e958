"""Answers to something other than the sheet's own numbers: "with stride 3 I get …, right?", a paste after a what-if."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tools.catalog import FAMILIES
from tools.naming import step_named
from tools.parameters.models import SHEETS_MODEL
from tools.schema import Array, ToolError
from tools.settings import Settings
from tutor.dialogue.givens import handed_in
from tutor.dialogue.judging import Judged, judge, likeliest
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.what_if import (
    WHOLE_LAYERS,
    about_layer,
    as_before,
    base,
    continued,
    differing,
    supposed,
    with_changes,
)
from tutor.reading.eigenvalues import values_alone
from tutor.reading.message import Message, Move
from tutor.reading.telling import against_sheet, confesses, names_setting, ran, sets, supposes
from tutor.sheets.sheet import Sheet
from tutor.state import State, Tried

LIKELY = 0.6
"""Rank from which a bare paste after a what-if is taken for an answer to it (see Judged.rank)."""
_SLIPS = frozenset({"softmax"})
"""Settings that, told without supposing anything, tell what a student did rather than what was asked."""
_DONE = frozenset({"stride", "padding", "dilation", "bias", "scale", "is_causal", "softmax", "num_classes"})
"""Settings in which what was done otherwise by mistake shows."""
_TERMS = re.compile(r"\b(?:first|second) (?:one|term|piece|summand)\b", re.IGNORECASE)
"""Words for the terms of a sum, whose entries look like eigenvalues."""
_OF_LAYER = frozenset().union(*WHOLE_LAYERS) | {"stride", "padding", "dilation", "bias"}


def supposed_answer(request: Request, answers: tuple[Tried, ...], state: State, sheet: Sheet) -> Judged | None:
    """The answers judged under the settings that the message states or that the conversation is at; None where they
    belong to the sheet's own numbers."""
    message = request.message
    explicit = _stated(message, state.settings)
    named = message.reference.exercise is not None or message.reference.part is not None
    place = request.place or _place_of(explicit, sheet)
    current = sheet.exercise(state.exercise)
    pair = _eigenvalues_alone(message, answers, state)
    if pair is not None and current is not None:
        explicit = explicit.model_copy(update={"eigenvalues": pair})  # "and for 1 and 7" names no exercise
        place, named = Place(current, current.part(None)), False
        answers = tuple(one if one.name else one.model_copy(update={"claim": "result"}) for one in answers)
    if place is None or not answers or message.move is Move.CORRECT or against_sheet(message.text):
        return None
    explicit = _without_answers(_under_names_of(place, explicit, message), place, answers, message)
    goes_on = place.exercise.number == state.exercise and state.settings.stated()
    carried = bool(goes_on) and (message.move is Move.SAME or not named)
    before = state.settings if carried else Settings()
    settings = continued(before, explicit)
    returns = any(change.how == "drop" for change in message.changes)
    changes = message.changes if returns or supposes(message.text) else ()
    try:
        settings = with_changes(message, settings, place) if changes else settings
    except ToolError:
        return None
    under = supposed(place, settings)
    if under is None or under.task is None:
        return None
    results = _results(handed_in(answers, (under,)), under.task.settings)
    own = _on_the_sheet(answers, place)
    if own is not None and own.rank >= LIKELY and any(_is_input(one, under.task.settings) for one in results):
        return None  # what looks given is a step of the sheet's own task
    answers = results
    said = explicit.stated().keys() | {change.setting for change in changes if change.how != "drop"}
    told = said & differing(settings, place).stated().keys()
    if not (told or under.task.result.ndim == 0 or any(one.value.ndim for one in answers)):
        return None
    judged = judge(answers, under, under.task)
    of_own_task = own is not None and own.correct and not told and not (judged.correct and own.main.portion)
    if of_own_task or (own is not None and _misprinted(own)):
        return None
    if not told and (judged.rank < LIKELY or (own is not None and own.rank > judged.rank)):
        return None
    slipped = own is not None and own.main.explained and not own.correct
    on_purpose = supposes(message.text) or sets(message.text)
    on_purpose = on_purpose or (message.proposes and names_setting(message.text))
    if slipped and told and told <= _DONE and not on_purpose:
        return None  # what was done otherwise is told, and just that is a slip
    return judged


def _eigenvalues_alone(message: Message, answers: tuple[Tried, ...], state: State) -> Array | None:
    """The two numbers under which a matrix is handed in, where eigenvalues were computed with before."""
    before, matrix = state.settings.eigenvalues, any(one.value.ndim > 1 for one in answers)
    if before is None or not matrix or message.reference.part is not None:
        return None
    return values_alone(message.text.lower())


def _results(answers: tuple[Tried, ...], given: Settings) -> tuple[Tried, ...]:
    """The answers without the eigenvalues and eigenvectors that were told one by one, unless nothing else is left."""
    lines = [] if given.eigenvectors is None else [*given.eigenvectors, *given.eigenvectors.T]
    lines += [] if given.eigenvalues is None else [given.eigenvalues, *given.eigenvalues]

    def is_given(one: Tried) -> bool:
        return one.value.ndim < 2 and any(np.array_equal(one.value, line) for line in lines)

    return tuple(one for one in answers if not is_given(one)) or answers


def _is_input(one: Tried, given: Settings) -> bool:
    """Whether an answer is a matrix to compute with."""
    return one.value.ndim > 1 and any(
        isinstance(value, np.ndarray) and np.array_equal(value, one.value) for value in given.stated().values()
    )


def _under_names_of(place: Place, settings: Settings, message: Message) -> Settings:
    """The settings under the names of the exercise: K is attention's keys."""
    own = base(place, Settings()).eigenvalues
    said = settings.eigenvalues
    if own is not None and said is not None and not supposes(message.text) and "eigenvalue" not in message.text.lower():
        reordered = len(own) == len(said) and np.array_equal(np.sort(own), np.sort(said))
        settings = settings.model_copy(update={"eigenvalues": None}) if reordered else settings
    keys = "K" in place.exercise.family.fields and settings.K is None
    if not (keys and settings.kernel is not None and any(one.name == "K" for one in message.found)):
        return settings
    return settings.model_copy(update={"kernel": None, "K": settings.kernel})


def _without_answers(settings: Settings, place: Place, answers: Sequence[Tried], message: Message) -> Settings:
    """The settings without a Λ that is handed in as a step."""
    task = place.example
    handed = task is not None and any(
        one.value.ndim == 2 and (step := step_named(one.name, task)) is not None and step.name == "Lambda"
        for one in answers
    )
    return settings.model_copy(update={"eigenvalues": None}) if handed and not supposes(message.text) else settings


def _on_the_sheet(answers: Sequence[Tried], place: Place) -> Judged | None:
    best = likeliest(handed_in(tuple(answers), place.choices), place.choices)
    return best[0] if best else None


def _misprinted(judged: Judged) -> bool:
    misprint = judged.place.exercise.misprint
    return misprint is not None and misprint.slip in judged.main.mistakes


def _stated(message: Message, before: Settings) -> Settings:
    """The settings of the message that suppose something, rather than tell what went into the answer; a layer that
    was computed before goes on with them."""
    on_purpose = supposes(message.text)
    going_on = message.reference.exercise is None and any(whole <= before.stated().keys() for whole in WHOLE_LAYERS)
    told = as_before(message.model_copy(update={"settings": message.supposed}), before)
    stated = (about_layer(told, before) if going_on else told).settings.stated()
    whole_task = "layers" in stated or stated.get("model", SHEETS_MODEL) != SHEETS_MODEL
    if not on_purpose and (confesses(message.text) or (not whole_task and ran(message.text))):
        arrays = {name for name, value in stated.items() if isinstance(value, np.ndarray)} if message.proposes else ()
        return Settings.model_validate({name: stated[name] for name in arrays})
    names = set(stated) if on_purpose else set(stated) - _SLIPS
    if not going_on and not any(whole <= names for whole in WHOLE_LAYERS):
        names -= _OF_LAYER - {"stride", "padding", "dilation"} - ({"bias"} if _is_added(stated.get("bias")) else set())
    elif "bias" in stated:
        names |= {"bias"}
    if _TERMS.search(message.text):
        names -= {"eigenvalues"}
    if "model" not in names or stated["model"] == SHEETS_MODEL:
        names -= {"layer"}
    return Settings.model_validate({name: value for name, value in stated.items() if name in names})


def _is_added(bias: object) -> bool:
    """Whether a bias is a number that a convolution adds."""
    return isinstance(bias, float | np.ndarray)


def _place_of(settings: Settings, sheet: Sheet) -> Place | None:
    """The exercise that these settings speak of, where the message names none."""
    stated = set(settings.stated())
    family = next((one.name for one in FAMILIES if stated and stated <= one.fields), None)
    exercise = sheet.about(family)
    return None if exercise is None else Place(exercise, exercise.part(None))
