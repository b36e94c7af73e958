"""What was handed in, and why it is wrong: the step it is judged as, and the slips behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.answers import Answer, Comparison, compare
from tools.content import Step
from tools.explaining import (
    ORDERS,
    AnswerKey,
    Causes,
    explaining,
    finer,
    pieces_of_slips,
    portion_in,
    rearranged_slips,
    rows_of_slip,
    without_zeros,
)
from tools.naming import step_named
from tools.portion import Portion, counted_from_one, matrix_named, portion_named
from tools.slips import GENERAL, slips_in

Manner = Literal["follows", "slipped", "apart", "untold"]
"""How a later step goes on from a wrong one: rightly, with a second slip, not at all; or so that nothing shows, since
numbers like zeros or an identity make the rest come out by itself."""


@dataclass(frozen=True)
class Carried:
    """A later step, judged by the student's own wrong steps before it; `causes` are its own slips."""

    origins: tuple[Step, ...]
    manner: Manner
    causes: Causes = ()


@dataclass(frozen=True)
class Diagnosis:
    """The judgement on one answer.

    `step` is the step it was judged as; `comparison` is None where the shape fits nothing. For a correct answer
    `causes` holds slips that the precision written cannot exclude, or that it was cut off. `carried` says how it goes
    on from the wrong steps before it, where it should show them.
    """

    answer: Answer
    step: Step
    final: bool
    correct: bool
    comparison: Comparison | None = None
    portion: Portion | None = None
    causes: Causes = ()
    carried: Carried | None = None

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The names of all causes, likeliest first, each once."""
        return tuple(dict.fromkeys(mistake.name for cause in self.causes for mistake in cause))

    @property
    def fits(self) -> bool:
        """Whether the answer could be laid over anything, or comes from a slip."""
        return self.comparison is not None or bool(self.causes)

    @property
    def agreement(self) -> float:
        """Share of right entries."""
        return 1.0 if self.correct else float(self.comparison.right.mean()) if self.comparison is not None else 0.0

    @property
    def explained(self) -> bool:
        """Right, or wrong in a way that a slip of this task predicts, or a wrong step before it."""
        carried = self.carried is not None and self.carried.manner in ("follows", "slipped")
        return self.correct or carried or any(mistake.step for cause in self.causes for mistake in cause)


def _as_step(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis | None:
    """The answer judged as one given step, None where nothing about it fits."""
    final = step is key.task.steps[-1]
    laid = compare(answer, step.value, key.precision)
    if laid is not None and laid.correct:
        rounded = laid.manner == "rounded"
        rivals = explaining(answer, key.predictions, step, key.precision, slack=1.0) if rounded else ()
        causes = ((GENERAL["truncated"],),) if laid.manner == "truncated" else rivals
        return Diagnosis(answer, step, final, True, laid, causes=causes)
    lone = answer.value.ndim == 0 and step.value.size > 1
    slips = () if lone else explaining(answer, key.predictions, step, key.precision)
    if slips:
        turned = ((GENERAL["sign_slip"],),) if "sign_slip" in slips_in(finer(answer, key.precision), step.value) else ()
        return Diagnosis(answer, step, final, False, laid, causes=slips + turned)
    if laid is not None and laid.manner == "too_coarse":
        return Diagnosis(answer, step, final, False, laid, causes=((GENERAL["rounding_too_coarse"],),))
    if portion := portion_in(answer, step.value, key.precision):
        return Diagnosis(answer, step, final, True, portion=portion)
    return None


def _as_slip(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis:
    """A wrong answer for this step, explained by general slips, then by pairs, then not at all."""
    early = explaining(answer, key.task.roundings, step, key.precision)
    general: Causes = early or tuple((GENERAL[name],) for name in slips_in(finer(answer, key.precision), step.value))
    if general in ((), ((GENERAL["several_cells"],),)):
        general = (
            explaining(answer, key.task.pairs, step, key.precision)
            or explaining(without_zeros(answer), key.predictions, step, key.precision)
            or rows_of_slip(answer, step, key)
            or rearranged_slips(answer, step, key)
            or general
        )
    laid = compare(answer, step.value, key.precision)
    if not general and laid is None and (row := _nearest_row(answer, step, key)):
        return row
    return Diagnosis(answer, step, step is key.task.steps[-1], False, laid, causes=general)


def _at_place(answer: Answer, place: Portion, key: AnswerKey) -> Diagnosis:
    """A piece of a matrix, judged as what stands at its place: of the matrix that its name tells, else of the result
    and, for more than a number, of any step."""
    result = key.task.steps[-1]
    named = step_named(matrix_named(answer.name), key.task)
    steps = [named] if named else [result] if answer.value.size == 1 else [result, *key.task.steps[:-1]]
    judged = [found for step in steps if (found := _as_piece(answer, place, step, key)) is not None]
    for group in ([one for one in judged if one.correct], [one for one in judged if one.explained], judged):
        if group:
            return group[0]
    return Diagnosis(answer, steps[0], steps[0] is result, False)


def _as_piece(answer: Answer, place: Portion, step: Step, key: AnswerKey) -> Diagnosis | None:
    """The answer judged as one piece of a step; None where the step has no such piece."""
    at = place.within(step.value.shape)
    if at is None or (laid := compare(answer, at.of(step.value), key.precision)) is None:
        return None
    final = step is key.task.steps[-1]
    if laid.correct:
        cut = ((GENERAL["truncated"],),) if laid.manner == "truncated" else ()
        return Diagnosis(answer, step, final, True, laid, at, cut)
    causes: Causes = pieces_of_slips(answer, place, step, key)
    general = tuple((GENERAL[name],) for name in slips_in(finer(answer, key.precision), at.of(step.value)))
    if laid.manner == "too_coarse" and not causes:
        causes = ((GENERAL["rounding_too_coarse"],),)
    elif causes:
        causes += tuple(cause for cause in general if cause[0].name in ("sign_slip", "digit_swap"))
    return Diagnosis(answer, step, final, False, laid, at, causes or general)


def _nearest_row(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis | None:
    """A wrong row without a place, judged as the row that it differs from by a general slip, where there is one."""
    if step.value.ndim != 2 or answer.value.size != step.value.shape[1] or answer.value.size < 2:
        return None
    rows = [_as_piece(answer, Portion("row", (row,)), step, key) for row in range(len(step.value))]
    fitting = [row for row in rows if row and set(row.mistakes) & {"sign_slip", "digit_swap", "one_cell"}]
    return fitting[0] if len(fitting) == 1 else None


Claim = Literal["result", "exercise", "open"]
"""What the words hand an answer in as: the final result, an answer to the exercise by its number, or neither."""


def diagnose(answer: Answer, key: AnswerKey, claim: Claim = "open") -> Diagnosis:
    """Judge one answer by a key.

    A name decides the step it is judged as. Without one the result is tried first, then every intermediate (unless
    the answer claims to be the result), right before slipped; what nothing explains is laid over the nearest step.
    Numbers that are an intermediate and also what a slip makes of the result count as the slip where the words answer
    the exercise.
    """
    result = key.task.steps[-1]
    named = step_named(answer.name, key.task)
    if named is None and (place := portion_named(answer.name)) is not None:
        from_zero, other = _at_place(answer, place, key), counted_from_one(answer.name)
        if other is None or from_zero.correct:
            return from_zero
        from_one = _at_place(answer, other, key)
        return from_one if from_one.correct or from_zero.portion is None else from_zero
    if named is not None:
        as_named = as_step(answer, named, key)
        vague = as_named.mistakes in ((), ("several_cells",)) and not as_named.correct and answer.value.ndim == 2
        as_result = _as_step(answer, result, key) if vague else None
        return (
            as_named if as_result is None or as_result.correct else as_result
        )  # "biggest of every window: …" is no window
    slip = _as_step(answer, result, key) if claim == "exercise" else None
    if slip is not None and not slip.correct and slip.explained:
        return slip
    candidates = (result,) if claim == "result" else (result, *key.task.steps[:-1])
    judged = [found for step in candidates if (found := _as_step(answer, step, key)) is not None]
    right = [found for found in judged if found.correct]
    whole = [found for found in right if found.portion is None]
    wrong = [found for found in judged if not found.correct]
    explained = [found for found in wrong if found.explained]
    for group in (whole, explained, wrong, right):
        if group:
            return group[0]
    if piece := _as_matrix_piece(answer, key):
        return piece
    slipped = next((step for step in candidates if _rearranged(finer(answer, key.precision), step)), None)
    nearest = max(candidates, key=lambda step: (_agreement(answer, step, key), step is result))
    if slipped is None and explaining(answer, key.task.pairs, result, key.precision):
        nearest = result
    return _as_slip(answer, slipped or nearest, key)


def as_step(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis:
    """Judge one answer as this step, whatever else it could be."""
    return _as_step(answer, step, key) or _as_slip(answer, step, key)


def _as_matrix_piece(answer: Answer, key: AnswerKey) -> Diagnosis | None:
    """The answer as a whole matrix or a row that leads to a step, None where it is none rightly."""
    for piece in key.task.pieces:
        found = _as_step(answer, piece, key) if piece.value.ndim == 2 else None
        if found is not None and found.correct and (found.portion is None or found.portion.kind == "row"):
            return found
    return None


def _rearranged(answer: Answer, step: Step) -> bool:
    """Whether these are the step's own numbers, in another order or with other signs."""
    return step.value.size > 1 and not (ORDERS | {"sign_slip"}).isdisjoint(slips_in(answer, step.value))


def _agreement(answer: Answer, step: Step, key: AnswerKey) -> float:
    """Share of right entries, -1 where the shape does not fit."""
    laid = compare(answer, step.value, key.precision)
    return -1.0 if laid is None else float(laid.right.mean())


def decisive(diagnoses: Sequence[Diagnosis]) -> Diagnosis:
    """The one that decides a message with several answers: the first wrong one, those that come of it or fit nothing
    last, else the result, else the last."""
    wrong = [one for one in diagnoses if not one.correct]
    wrong.sort(key=lambda one: (one.carried is not None, not one.fits))
    final = [diagnosis for diagnosis in diagnoses if diagnosis.final]
    return (wrong or final or list(diagnoses[-1:]))[0]
