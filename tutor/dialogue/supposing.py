"""Answers to something other than the sheet's own numbers: "with stride 3 I get …, right?", a paste after a what-if."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tools.catalog import FAMILIES
from tools.naming import step_named
from tools.schema import Array
from tools.settings import Settings
from tutor.dialogue.givens import handed_in
from tutor.dialogue.judging import Judged, judge, likeliest
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.dialogue.what_if import about_layer, as_before, base, continued, differing, supposed, with_changes
from tutor.reading.eigenvalues import values_alone
from tutor.reading.message import Message, Move
from tutor.sheets.sheet import Sheet
from tutor.state import State, Tried

LIKELY = 0.6
"""Rank from which a bare paste after a what-if is taken for an answer to it (see Judged.rank)."""
_SUPPOSES = re.compile(
    r"\b(?:if(?! (?:this|that|it|it's|my|i'm|i am|correct|right|ok)\b)|suppos\w+|assum\w+|imagine|on purpose|"
    r"deliberately|intentionally|purposely|hypothetical\w*|let's say|for fun|falls|wenn|angenommen|absichtlich)\b",
    re.IGNORECASE,
)
"""Words that put other settings in the place of the sheet's."""
_STATES = re.compile(
    r"\b(?:instead|rather than|tried|changed (?:it|the \w+)(?: of \w+)? to|still)\b|\b(?:right|correct|"
    r"ok) (?:with|without|for|under)\b|"
    r"\bwith(?:out)? (?:an? |the |any )?(?:strides?|padding|dilation|bias|causal mask|scaling|scale|eigen\w+|"
    r"\w+ (?:classes|"
    r"outputs))\b[^.?!\[=]{0,40}|\bwith\b[^.?!\[=]{0,80}\b(?:i|we) (?:get|got|found|find|have)\b|"
    r"\bmit (?:stride|schrittweite|padding|bias|kausaler maske)\b|\b(?:has|have)\b[^?!]{0,30}\bparam",
    re.IGNORECASE,
)
"""Words that state something of other settings, unless a slip is told beside them."""
_CONFESSES = re.compile(
    r"\b(?:i|we)(?:'ve| have| had| think i| guess i)? (?:just |only |accidentally |maybe |probably |have |also |first |"
    r"then ){0,2}(?:used|forgot|forgotten|took|swapped|flipped|missed|didn'?t|did not|left out|skipped|ignored|applied|"
    r"did|put|added|transposed|multiplied|divided|padded|scaled|moved|slid|shifted|don'?t|do not)\b|"
    r"\b(?:accidentally|by accident|by mistake|forgot)\b|"
    r"\b(?:ich hab\w?|hab\w? ich)\b[^.?!]{0,80}\b(?:gemacht|genommen|vergessen|benutzt|verwendet|geteilt|weggelassen|"
    r"vertauscht|gedreht)\b|"
    r"^(?:\d[a-c]?[ :,.]{1,3})?(?:used|forgot|took|swapped|flipped|missed|left out|skipped|ignored|applied|put|added|"
    r"transposed|multiplied|divided|padded|scaled|moved|slid|shifted)\b",
    re.IGNORECASE,
)
_SLIPS = frozenset({"softmax"})
"""Settings that, told without supposing anything, tell what a student did rather than what was asked."""
_DONE = frozenset({"stride", "padding", "dilation", "bias", "scale", "is_causal", "softmax", "num_classes"})
"""Settings in which what was done otherwise by mistake shows."""
_TERMS = re.compile(r"\b(?:first|second) (?:one|term|piece|summand)\b", re.IGNORECASE)
"""Words for the terms of a sum, whose entries look like eigenvalues."""
_AGAINST_SHEET = re.compile(
    r"\b(?:match\w{0,2}|agrees? with|equals?|same as|compare[sd]? (?:to|with)|what|as (?:in|on)|like (?:in|on))"
    r"(?: (?:the|what's on|that|in|on|our|my)){0,3} sheet(?!'s (?:number|matri))\b",
    re.IGNORECASE,
)
"""Words that ask for the sheet's own result, whatever settings a student told of."""
_RAN = re.compile(
    r"\w\([^()]{0,60}\b(?:stride|padding|dilation|num_classes|is_causal|scale|bias|attn_mask) ?=|\bF\.\w{2,20}\(|"
    r"\bwith \w{3,12}=\w{1,8} (?:i|we) got\b",
    re.IGNORECASE,
)
"""Code that a student ran on the sheet's numbers, settings and all."""
_WORKED = re.compile(
    r"\b(?:divid\w+|multiplying|normali[sz]ing|transposing|flipping|summing|teilen|teile|dividier\w+|multiplizier\w+|"
    r"normalisier\w+|added|padded|addiert)\b",
    re.IGNORECASE,
)
"""Words for what was done on the way."""
_TERM = re.compile(
    r"\b(?:strides?|schrittweite|padding|pad|dilation|bias|scale|scaling|unscaled|skalierung|causal|kausal\w*|mask\w*|"
    r"class\w*|klassen)\b|num_classes",
    re.IGNORECASE,
)
"""The names of settings in which what was done shows: who supposes one names it, "a frame of zeros" was put there."""
_LAYERS = ({"layers"}, {"in_channels", "out_channels", "kernel_size"}, {"in_features", "out_features"})
"""What tells a whole layer; less of it tells where a number of the sheet's model comes from."""
_OF_LAYER = frozenset().union(*_LAYERS) | {"stride", "padding", "dilation", "bias"}


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
    if place is None or not answers or message.move is Move.CORRECT or _AGAINST_SHEET.search(message.text):
        return None
    explicit = _without_answers(_under_names_of(place, explicit, message), place, answers, message)
    goes_on = place.exercise.number == state.exercise and state.settings.stated()
    carried = bool(goes_on) and (message.move is Move.SAME or not named)
    before = state.settings if carried else Settings()
    settings = continued(before, explicit)
    returns = any(change.how == "drop" for change in message.changes)
    changes = message.changes if returns or _supposes(message) else ()
    settings = with_changes(message, settings, place) if changes else settings
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
    if own is not None and (_misprinted(own) or (own.correct and not told)):
        return None
    if not told and (judged.rank < LIKELY or (own is not None and own.rank > judged.rank)):
        return None
    slipped = own is not None and own.main.explained and not own.correct
    if told and slipped and told <= _DONE and not (_supposes(message) or _proposes(message)):
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
    if own is not None and said is not None and not _supposes(message) and "eigenvalue" not in message.text.lower():
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
    return settings.model_copy(update={"eigenvalues": None}) if handed and not _supposes(message) else settings


def _on_the_sheet(answers: Sequence[Tried], place: Place) -> Judged | None:
    best = likeliest(handed_in(tuple(answers), place.choices), place.choices)
    return best[0] if best else None


def _misprinted(judged: Judged) -> bool:
    misprint = judged.place.exercise.misprint
    return misprint is not None and misprint.slip in judged.main.mistakes


def _supposes(message: Message) -> bool:
    """Whether the message speaks of other settings on purpose."""
    if _SUPPOSES.search(message.text):
        return True
    return _STATES.search(message.text) is not None and _CONFESSES.search(message.text) is None


def _proposes(message: Message) -> bool:
    """Whether a result is said to come out under other settings, rather than how it was worked out or run."""
    told = _CONFESSES.search(message.text) or _RAN.search(message.text) or _WORKED.search(message.text)
    return message.proposes and not told and _TERM.search(message.text) is not None


def _stated(message: Message, before: Settings) -> Settings:
    """The settings of the message that suppose something, rather than tell what went into the answer; a layer that
    was computed before goes on with them."""
    supposes = _supposes(message)
    going_on = message.reference.exercise is None and any(whole <= before.stated().keys() for whole in _LAYERS)
    told = as_before(message.model_copy(update={"settings": message.supposed}), before)
    stated = (about_layer(told, before) if going_on else told).settings.stated()
    whole_task = "layers" in stated or stated.get("model", "alexnet") != "alexnet"
    if not supposes and (_CONFESSES.search(message.text) or (not whole_task and _RAN.search(message.text))):
        return Settings()
    names = set(stated) if supposes else set(stated) - _SLIPS
    if not going_on and not any(whole <= names for whole in _LAYERS):
        names -= _OF_LAYER - {"stride", "padding", "dilation"} - ({"bias"} if _is_added(stated.get("bias")) else set())
    elif "bias" in stated:
        names |= {"bias"}
    if _TERMS.search(message.text):
        names -= {"eigenvalues"}
    if "model" not in names or stated["model"] == "alexnet":
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
