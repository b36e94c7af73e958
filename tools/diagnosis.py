"""What was handed in, and why it is wrong: the search over steps, slips and pairs of slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.answers import TWICE_ROUNDED, Answer, Comparison, compare
from tools.content import Step
from tools.family import Mistake, Precision, Prediction, Task
from tools.portion import Portion, matrix_named, portion_named, portions
from tools.schema import Array
from tools.slips import GENERAL, slips_in

Causes = tuple[tuple[Mistake, ...], ...]
"""Explanations, likeliest first; each is one slip, or several made together."""


@dataclass(frozen=True)
class AnswerKey:
    """A task to judge answers by. `misprints` are what the printed sheet's own errors lead to."""

    task: Task
    precision: Precision
    misprints: tuple[Prediction, ...] = ()

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """All single slips, the sheet's own last."""
        return (*self.task.predictions, *self.misprints)


@dataclass(frozen=True)
class Diagnosis:
    """The judgement on one answer.

    `step` is the step it was judged as; `comparison` is None where the shape fits nothing. For a correct answer
    `causes` holds slips that the precision written cannot exclude, or that it was cut off.
    """

    answer: Answer
    step: Step
    final: bool
    correct: bool
    comparison: Comparison | None = None
    portion: Portion | None = None
    causes: Causes = ()

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
        """Right, or wrong in a way that a slip of this task predicts."""
        return self.correct or any(mistake.step for cause in self.causes for mistake in cause)


_ORDERS = frozenset({"transposed", "swapped_rows", "swapped_columns"})
_FRACTION = "frac"
_SPELLED = {"λ": "lambda", "Λ": "lambda", "Σ": "sigma", "ᵀ": "t", "⊤": "t", "√": "sqrt", "\\": ""}


def _spelled(name: str) -> str:
    """A name with case, blanks, brackets and scripts removed, so that "Q K^T" is "qkt"."""
    text = "".join(_SPELLED.get(character, character) for character in name)
    text = unicodedata.normalize("NFKC", text).lower().removeprefix(_FRACTION)
    return "".join(character for character in text if character.isalnum() or character == ".")


def step_named(name: str | None, task: Task) -> Step | None:
    """The step a student means by this name, None where it is no name of a step.

    Matching ignores case, blanks and scripts: "QK^T", "q k t" and "Scores" are one.
    """
    if name is None:
        return None
    spelled = _spelled(name)
    for step in (*reversed(task.steps), *task.pieces):
        if spelled in {_spelled(alias) for alias in (step.name, step.symbol, *step.aliases)}:
            return step
    return None


def _explaining(
    answer: Answer, predictions: Iterable[Prediction], step: Step, precision: Precision, slack: float = TWICE_ROUNDED
) -> Causes:
    """Slips that predict this answer for this step."""
    causes = []
    for prediction in predictions:
        wrong = prediction.steps.get(step.name)
        if wrong is not None and (laid := compare(answer, wrong, precision, slack)) and laid.correct:
            causes.append(prediction.mistakes)
    return tuple(dict.fromkeys(causes))


def _portion(answer: Answer, whole: Array, precision: Precision) -> Portion | None:
    """Where the answer stands in `whole` as a row, a column or one entry, at the place its name tells if it does."""
    if whole.ndim != 2 or answer.value.size >= whole.size:
        return None
    named = portion_named(answer.name)
    for portion in portions(whole.shape, answer.value.shape):
        if named is not None and portion != named.within(whole.shape):
            continue
        flat = answer.model_copy(update={"value": answer.value.reshape(-1)})
        laid = compare(flat, portion.of(whole).reshape(-1), precision)
        if laid is not None and laid.correct:
            return portion
    return None


def _as_step(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis | None:
    """The answer judged as one given step, None where nothing about it fits."""
    final = step is key.task.steps[-1]
    laid = compare(answer, step.value, key.precision)
    if laid is not None and laid.correct:
        rounded = laid.manner == "rounded"
        rivals = _explaining(answer, key.predictions, step, key.precision, slack=1.0) if rounded else ()
        causes = ((GENERAL["truncated"],),) if laid.manner == "truncated" else rivals
        return Diagnosis(answer, step, final, True, laid, causes=causes)
    lone = answer.value.ndim == 0 and step.value.size > 1
    slips = () if lone else _explaining(answer, key.predictions, step, key.precision)
    if slips:
        turned = ((GENERAL["sign_slip"],),) if "sign_slip" in slips_in(answer, step.value) else ()
        return Diagnosis(answer, step, final, False, laid, causes=slips + turned)
    if laid is not None and laid.manner == "too_coarse":
        return Diagnosis(answer, step, final, False, laid, causes=((GENERAL["rounding_too_coarse"],),))
    if portion := _portion(answer, step.value, key.precision):
        return Diagnosis(answer, step, final, True, portion=portion)
    return None


def _as_slip(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis:
    """A wrong answer for this step, explained by general slips, then by pairs, then not at all."""
    early = _explaining(answer, key.task.roundings, step, key.precision)
    general: Causes = early or tuple((GENERAL[name],) for name in slips_in(answer, step.value))
    if general in ((), ((GENERAL["several_cells"],),)):
        general = (
            _explaining(answer, key.task.pairs, step, key.precision)
            or _explaining(_without_zeros(answer), key.predictions, step, key.precision)
            or _rows_of_slip(answer, step, key)
            or _rearranged_slips(answer, step, key)
            or general
        )
    laid = compare(answer, step.value, key.precision)
    if not general and laid is None and (row := _nearest_row(answer, step, key)):
        return row
    return Diagnosis(answer, step, step is key.task.steps[-1], False, laid, causes=general)


def _without_zeros(answer: Answer) -> Answer:
    """The answer at the decimals that it uses: code that rounds to three prints 1.9790."""
    decimals = answer.decimals
    if decimals is None:
        return answer
    while decimals > 2 and np.allclose(answer.value, np.round(answer.value, decimals - 1), rtol=0, atol=1e-12):
        decimals -= 1
    return answer.model_copy(update={"decimals": decimals})


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
    causes: Causes = _pieces_of_slips(answer, place, step, key)
    general = tuple((GENERAL[name],) for name in slips_in(answer, at.of(step.value)))
    if laid.manner == "too_coarse" and not causes:
        causes = ((GENERAL["rounding_too_coarse"],),)
    elif causes:
        causes += tuple(cause for cause in general if cause[0].name in ("sign_slip", "digit_swap"))
    return Diagnosis(answer, step, final, False, laid, at, causes or general)


def _pieces_of_slips(answer: Answer, place: Portion, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result has this answer at this place."""
    causes = []
    for prediction in key.predictions:
        wrong = prediction.steps.get(step.name)
        at = place.within(wrong.shape) if wrong is not None else None
        if wrong is None or at is None or wrong.ndim != 2:
            continue
        laid = compare(answer, at.of(wrong), key.precision, TWICE_ROUNDED)
        if laid is not None and laid.correct:
            causes.append(prediction.mistakes)
    return tuple(dict.fromkeys(causes))


def _nearest_row(answer: Answer, step: Step, key: AnswerKey) -> Diagnosis | None:
    """A wrong row without a place, judged as the row that it differs from by a general slip, where there is one."""
    if step.value.ndim != 2 or answer.value.size != step.value.shape[1] or answer.value.size < 2:
        return None
    rows = [_as_piece(answer, Portion("row", (row,)), step, key) for row in range(len(step.value))]
    fitting = [row for row in rows if row and set(row.mistakes) & {"sign_slip", "digit_swap", "one_cell"}]
    return fitting[0] if len(fitting) == 1 else None


def _rearranged_slips(answer: Answer, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result this is in another order: no scaling, and the rows swapped."""
    causes = []
    for prediction in key.predictions:
        wrong = prediction.steps.get(step.name)
        order = () if wrong is None else slips_in(answer, wrong)
        causes += [(*prediction.mistakes, GENERAL[name]) for name in order[:1] if name in _ORDERS]
    return tuple(causes)


def _rows_of_slip(answer: Answer, step: Step, key: AnswerKey) -> Causes:
    """Slips whose wrong result has the answer as a row, a column or an entry."""
    wrongs = ((prediction.mistakes, prediction.steps.get(step.name)) for prediction in key.predictions)
    return tuple(
        dict.fromkeys(
            mistakes
            for mistakes, wrong in wrongs
            if wrong is not None and _portion(answer, wrong, key.precision) is not None
        )
    )


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
        return _at_place(answer, place, key)
    if named is not None:
        as_named = _as_step(answer, named, key) or _as_slip(answer, named, key)
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
    slipped = next((step for step in candidates if _rearranged(answer, step)), None)
    nearest = max(candidates, key=lambda step: (_agreement(answer, step, key), step is result))
    if slipped is None and _explaining(answer, key.task.pairs, result, key.precision):
        nearest = result
    return _as_slip(answer, slipped or nearest, key)


def _as_matrix_piece(answer: Answer, key: AnswerKey) -> Diagnosis | None:
    """The answer as a whole matrix or a row that leads to a step, None where it is none rightly."""
    for piece in key.task.pieces:
        found = _as_step(answer, piece, key) if piece.value.ndim == 2 else None
        if found is not None and found.correct and (found.portion is None or found.portion.kind == "row"):
            return found
    return None


def _rearranged(answer: Answer, step: Step) -> bool:
    """Whether these are the step's own numbers, in another order or with other signs."""
    return step.value.size > 1 and not (_ORDERS | {"sign_slip"}).isdisjoint(slips_in(answer, step.value))


def _agreement(answer: Answer, step: Step, key: AnswerKey) -> float:
    """Share of right entries, -1 where the shape does not fit."""
    laid = compare(answer, step.value, key.precision)
    return -1.0 if laid is None else float(laid.right.mean())


def spread(answers: Sequence[Answer], task: Task) -> tuple[Answer, ...]:
    """One answer for each number where every step of the task is a number, named by value or by position.

    Several counts in a row stand for layers in order: those of one block, or of the whole model; zeros among them are
    layers without parameters. A matrix stays one answer, which fits no count.
    """
    if any(step.value.ndim for step in task.steps):
        return tuple(answers)
    singles: list[Answer] = []
    for answer in _in_order(answers, task):
        if answer.value.size == 1:
            singles.append(answer.model_copy(update={"value": answer.value.reshape(())}))
            continue
        if max(answer.value.shape) < answer.value.size:
            singles.append(answer)
            continue
        if (whole := _thousands(answer.value.reshape(-1))) is not None:
            singles.append(answer.model_copy(update={"value": np.array(whole)}))
            continue
        values = answer.value[answer.value != 0].reshape(-1)
        names = _names_in_order(values, task)
        singles += [
            Answer(value=value, name=name, decimals=answer.decimals) for value, name in zip(values, names, strict=True)
        ]
    return tuple(singles)


def _in_order(answers: Sequence[Answer], task: Task) -> Sequence[Answer]:
    """The answers, three or more numbers without names among them named as a run of counts is."""
    lone = [answer for answer in answers if answer.name is None and answer.value.size == 1]
    if len(lone) < 3:
        return answers
    names = _names_in_order(np.array([float(answer.value.item()) for answer in lone]), task)
    named = {id(answer): name for answer, name in zip(lone, names, strict=True)}
    return [answer.model_copy(update={"name": named.get(id(answer), answer.name)}) for answer in answers]


def _thousands(groups: Array) -> float | None:
    """The one count that a run of groups writes, as "61 100 840" does; None where they are counts of their own."""
    if not 2 <= len(groups) <= 4 or (groups != np.floor(groups)).any() or (groups < 0).any() or (groups > 999).any():
        return None
    if groups[0] == 0 or (groups[1:] < 100).any():
        return None  # a group of thousands has three digits
    return float(np.polyval(groups, 1000.0))


def _names_in_order(values: Array, task: Task) -> list[str | None]:
    """Step names for a run of counts: the run of steps of that length that agrees in most places."""
    layers = [step for step in task.steps if "." in step.name]
    blocks = {step.name.split(".")[0]: None for step in layers}
    runs = [[step for step in layers if step.name.split(".")[0] == block] for block in blocks]
    runs += [layers, list(task.steps), [*layers, task.steps[-1]]]
    runs += [[piece for piece in task.pieces if piece.name.split(".")[0] == block] for block in blocks]
    runs.append(list(task.pieces))
    fitting = [run for run in runs if len(run) == len(values)]
    if not fitting:
        return [None] * len(values)
    best = max(
        fitting, key=lambda run: sum(float(step.value) == value for step, value in zip(run, values, strict=True))
    )
    return [step.name for step in best]


def decisive(diagnoses: Sequence[Diagnosis]) -> Diagnosis:
    """The one that decides a message with several answers: the first wrong one, those that fit nothing last, else the
    result, else the last."""
    wrong = sorted((one for one in diagnoses if not one.correct), key=lambda one: not one.fits)
    final = [diagnosis for diagnosis in diagnoses if diagnosis.final]
    return (wrong or final or list(diagnoses[-1:]))[0]
