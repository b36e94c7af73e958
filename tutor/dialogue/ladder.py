"""What is said of a wrong answer: first where to look, then the slip or the question between slips, then one entry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from tools.answers import fitted
from tools.certificates import Certificates, Handed
from tools.content import Step, count, number
from tools.diagnosis import Diagnosis
from tools.discriminating import comes_to_the_same, discriminator, entry_question
from tools.family import Mistake
from tutor.dialogue.judging import Judged
from tutor.dialogue.later_steps import later_steps
from tutor.state import EntryAsked

SHOWN_CAUSES = 3
NOISE = 1e-9
"""Of float64, by which a number may miss its four decimals."""
LARGEST = 1e12
"""Of an entry: a self-check on larger ones says nothing that anyone could read."""
_NEAR_THE_TRUTH = frozenset({"rounding_too_coarse", "early_rounding"})
"""Slips that no self-check finds fault with but by their rounding."""


@dataclass(frozen=True)
class Help:
    """The sentences, and the entry they ask for where slips are to be told apart."""

    sentences: tuple[str, ...]
    entry: EntryAsked | None = None


def help_with(judged: Judged, told: int) -> Help:
    """What is said of a wrong answer after `told` times before: from the second on the slip and an entry in turn, so
    that no two times in a row say the same."""
    main = judged.main
    onward = partial(later_steps, judged.diagnoses, main)
    if told == 0:
        return Help((*_kept(judged), _where_to_look(main), *onward(named=False)))
    if told % 2 == 0:
        return Help((_own_sum(judged) or _where_to_look(main),))
    found = discriminator(main, judged.place.exercise.key(judged.task))
    if found is not None:
        question = entry_question(found.step, found.at)
        asked = EntryAsked(step=found.step.name, at=found.at)
        return Help((*onward(named=True), f"More than one slip leads to exactly these numbers. {question.text}"), asked)
    violated = _violated(judged)
    if violated and not main.causes:
        return Help((*violated, main.step.look, *onward(named=True)))
    return Help((_slip_named(main), *violated, *onward(named=True)))


def _where_to_look(main: Diagnosis) -> str:
    return main.causes[0][0].ask if main.causes else main.step.look


def sentence(mistakes: tuple[Mistake, ...]) -> str:
    """Slips made together by their names, each with its remedy."""
    return " And: ".join(f"{mistake.names} {mistake.remedy}" for mistake in mistakes)


def _slip_named(main: Diagnosis) -> str:
    """The slip; of several with one remedy the plain one."""
    if not main.causes:
        return f"No slip I know leads to these numbers. {main.step.look}"
    if comes_to_the_same(main.causes):
        return _located(main, sentence(main.causes[0]))
    causes = dict.fromkeys(sentence(cause) for cause in main.causes[:SHOWN_CAUSES])
    return "Several slips lead to exactly these numbers:\n\n" + "\n".join(f"- {cause}" for cause in causes)


def _located(main: Diagnosis, named: str) -> str:
    """The sentence with the wrong entry named, where one entry alone is off."""
    laid = main.comparison
    if laid is None or laid.right.size == 1 or (~laid.right).sum() != 1:
        return named
    at = ", ".join(str(index + 1) for index in _first_wrong(main) or ())
    return f"It is entry ({at}). {named}"


def _first_wrong(main: Diagnosis) -> tuple[int, ...] | None:
    """Where the first wrong entry stands in the whole step: the first of all where the shape fits nothing; None where
    every entry is right as far as it goes."""
    laid, portion = main.comparison, main.portion
    if laid is None:
        return (0,) * main.step.value.ndim
    if laid.right.all():
        return None
    wrong = tuple(int(index) for index in np.argwhere(~laid.right)[0])
    if portion is None:
        return wrong
    match portion.kind:
        case "entry":
            return portion.index
        case "row":
            return (portion.index[0], *wrong)
        case "column":
            return (*wrong, portion.index[0])
        case "rows":
            return (portion.index[0] + wrong[0], *wrong[1:])


def _own_sum(judged: Judged) -> str | None:
    """The first wrong entry as the sum it is made of, or the count of the layer that the slip is in. Its value is told
    where that is not all that was asked for."""
    main, task = judged.main, judged.task
    step, at = _suspect(judged), _first_wrong(main)
    at = at if step is main.step else ()
    made = None if at is None else task.working(step.name, at)
    if at is None or made is None:
        return None
    whole = step is main.step and step.value.size == 1
    comes_to = "" if whole else _value(float(step.value[at]), is_count=not at)
    place = f"Entry ({', '.join(str(index + 1) for index in at)}) of ${step.symbol}$" if at else f"${step.symbol}$"
    return f"{place} is made like this: ${made}{comes_to}$. What is different in yours?"


def _value(value: float, is_count: bool) -> str:
    """What a sum comes to, in LaTeX."""
    if is_count:
        return " = " + count(value).replace(",", "{,}")
    return (" = " if abs(value - round(value, 4)) < NOISE else r" \approx ") + number(value)


def _suspect(judged: Judged) -> Step:
    """The step whose entry is written out: of a sum of counts, the count that the slip is in."""
    main = judged.main
    slip = main.causes[0][0].step if main.causes else ""
    steps = {step.name: step for step in judged.task.steps}
    return steps.get(slip, main.step) if main.step.value.ndim == 0 else main.step


def _certificates(judged: Judged) -> Certificates:
    """The self-checks run on the whole steps that were handed in."""
    handed = []
    fewest = max(judged.place.exercise.family.precision.decimals, 1)
    for one in judged.diagnoses:
        decimals = one.answer.decimals
        value = fitted(one.answer.value, one.step.value.shape)
        slack = 0.0 if decimals is None or 0 <= decimals < fewest else 10.0**-decimals
        if one.portion is None and np.abs(one.answer.value).max(initial=0.0) < LARGEST:
            handed.append(Handed(one.step.name, one.answer.value if value is None else value, slack))
    return judged.task.certificates(handed)


def _kept(judged: Judged) -> tuple[str, ...]:
    """What holds of the answer by a self-check, where that is worth a sentence and nothing else is violated."""
    main = judged.main
    derivation = any(one.carried for one in judged.diagnoses)
    if derivation or main.comparison is None or main.comparison.manner == "too_coarse":
        return ()
    found = _certificates(judged)
    says = [one.says for one in found if one.passed and one.says]
    return tuple(says[:1]) if all(one.passed for one in found) else ()


def _violated(judged: Judged) -> tuple[str, ...]:
    """The first self-check that the answer fails."""
    if not _NEAR_THE_TRUTH.isdisjoint(judged.main.mistakes):
        return ()
    return tuple(one.says for one in _certificates(judged) if not one.passed)[:1]
