"""The words of a verdict: what was read, what holds, where to look, and the slip by name."""

from __future__ import annotations

from collections.abc import Sequence

from tools.content import Block, Formula, Prose, count, number, pmatrix
from tools.diagnosis import Diagnosis
from tools.portion import Portion, portion_named
from tutor.dialogue.judging import Judged
from tutor.dialogue.later_steps import first_wrong
from tutor.dialogue.place import Place
from tutor.state import Tried

_SHOWN_ENTRIES = 64
_INLINE_COLUMNS = 5
_RIVALS = 3


def _decimals_read(decimals: int | None) -> str:
    if decimals is None:
        return "exact"
    if decimals < 0:
        return "abbreviated"
    return "whole numbers" if decimals == 0 else f"{decimals} decimal{'s' * (decimals > 1)}"


def read_back(answers: tuple[Tried, ...]) -> tuple[Block, ...]:
    """What was read from the message, typeset; a wide matrix gets a line of its own, which scrolls by itself."""
    blocks: list[Block] = []
    lone = [one for one in answers if one.value.ndim == 0]
    if lone:
        blocks.append(Prose(text=f"I read {', '.join(_lone(one) for one in lone)}."))
    for one in answers:
        if one.value.ndim == 0:
            continue
        size = " × ".join(str(side) for side in one.value.shape) + f", {_decimals_read(one.decimals)}"
        if one.value.size > _SHOWN_ENTRIES:
            blocks.append(Prose(text=f"I read {one.name or 'an array'} ({size})."))
        elif one.value.ndim > 2 or one.value.shape[-1] > _INLINE_COLUMNS:
            blocks += [Prose(text=f"I read ({size})"), Formula(latex=_typeset(one))]
        else:
            blocks.append(Prose(text=f"I read ${_typeset(one)}$ ({size})."))
    return tuple(blocks)


def _typeset(one: Tried) -> str:
    """The matrix in LaTeX with its name, a flat run of numbers as a row."""
    decimals = 4 if one.decimals is None else min(max(one.decimals, 0), 8)
    plain = one.name is not None and one.name.isascii() and one.name.replace("_", "").isalnum()
    word = (one.name or "").replace("_", " ")
    name = "" if not plain else f"{word} = " if len(word) == 1 else rf"\text{{{word}}} = "
    laid = one.value[None, :] if one.value.ndim == 1 else one.value
    return name + pmatrix(laid, decimals, fixed=one.decimals is not None)


def _lone(one: Tried) -> str:
    value = float(one.value)
    text = count(value) if value == round(value) and abs(value) >= 1000 else number(value, 6)
    name = one.name.replace("-1", "last") if one.name and one.name.startswith("entry (") else one.name
    return f"{name} = {text}" if name else text


def _place(diagnosis: Diagnosis, portion: Portion | None) -> str:
    """What the judged thing is called: the step QKᵀ, or row 2 of it."""
    whole = f"${diagnosis.step.symbol}$"
    if portion is None:
        return whole
    if portion.kind == "rows":
        return f"rows {portion.index[0] + 1} to {portion.index[1]} of {whole}"
    at = ", ".join(str(index + 1) for index in portion.index)
    return f"{portion.kind} {at if portion.kind != 'entry' else f'({at})'} of {whole}"


def verdict_words(judged: Judged, help_: Sequence[str], sibling: Place | None = None) -> tuple[Block, ...]:
    """The verdict in words; `help_` is what is said of a wrong answer, `sibling` another part whose right result this
    is."""
    main = judged.main
    if judged.correct:
        return tuple(Prose(text=sentence) for sentence in _right(judged))
    first = first_wrong(judged.diagnoses, main)
    holds = "" if first and main.portion is None and main.comparison is not None else _holds(main)
    sentences = [" ".join(filter(None, (f"**Not yet{_under(judged)}.**", first, holds)))]
    if sibling is not None:
        sentences = [f"As {sibling.label} that is correct. For {judged.place.label}, where we were, **not yet**."]
    right = [one for one in judged.diagnoses if one.correct and one.carried is None]
    if right:
        sentences.insert(
            0, "Right so far: " + ", ".join(dict.fromkeys(_place(one, one.portion) for one in right)) + "."
        )
    return tuple(Prose(text=sentence) for sentence in (*sentences, *help_))


def why_words(judged: Judged, help_: Sequence[str]) -> tuple[Block, ...]:
    """Why the last answer was wrong; what speaks for it if it was right."""
    if judged.correct:
        return tuple(Prose(text=sentence) for sentence in ("That answer is right.", *_right(judged)[1:]))
    about = "" if judged.main.final else f"About ${judged.main.step.symbol}$. "
    first, *rest = help_
    return tuple(Prose(text=sentence) for sentence in (about + first, *rest))


def _right(judged: Judged) -> list[str]:
    main = judged.main
    task = judged.place.task
    names = tuple(dict.fromkeys(_place(one, one.portion) for one in judged.diagnoses))
    solved, right = f"**Correct.** {_solved(judged)} is solved.", f"**Right{_under(judged)}:** {', '.join(names)}."
    if judged.place.supposed:
        solved = f"**Correct{_under(judged)}.**"
    sentences = [solved if judged.solved else right]
    if main.comparison is not None and main.comparison.manner in ("rounded", "truncated"):
        sentences.append(_precision(main, judged))
    if any(one.comparison is not None and one.comparison.manner == "propagated" for one in judged.diagnoses):
        sentences.append("Right within the rounding of your steps; more digits on the way bring the result closer.")
    if judged.solved and task is not None:
        sentences.append(judged.place.exercise.family.insight(task))
    elif not judged.solved and task is not None:
        sentences.append(_what_next(main, judged))
    return sentences


def _under(judged: Judged) -> str:
    """The settings an answer was judged under, where they are not the place's own."""
    return f" with {judged.place.under}" if judged.place.supposed else ""


def _solved(judged: Judged) -> str:
    """The place at the head of a sentence."""
    place = judged.place
    return "This practice task" if place.practice else f"Exercise {place.label}"


def _precision(main: Diagnosis, judged: Judged) -> str:
    decimals = main.answer.decimals
    cut = main.comparison is not None and main.comparison.manner == "truncated"
    if cut:
        return f"Your digits are cut off at {_decimals_read(decimals)}, not rounded; I count that as right."
    if main.causes:
        rivals = "\n".join(dict.fromkeys(f"- {cause[0].names}" for cause in main.causes[:_RIVALS]))
        return f"Right as far as these digits show. One more digit would tell it apart from these slips:\n\n{rivals}"
    if decimals is not None and decimals < 0:
        return "Right at the precision of the abbreviation."
    wanted = judged.place.exercise.family.precision.customary
    customary = f" {_decimals_read(wanted)} are customary." if decimals is not None and decimals < wanted else ""
    return f"Right to {_decimals_read(decimals)}.{customary}"


def _what_next(main: Diagnosis, judged: Judged) -> str:
    task = judged.place.task
    steps = task.steps if task is not None else ()
    if main.portion is not None:
        return f"What is the rest of ${main.step.symbol}$?"
    if judged.place.exercise.family.precision.counts:
        return "What is left to count, or to add up?"
    if not main.step.name.startswith("term"):
        steps = tuple(step for step in steps if not step.name.startswith("term"))
    names = [step.name for step in steps]
    later = steps[names.index(main.step.name) + 1 :] if main.step.name in names else ()
    if not later:
        return "What comes next?"
    return f"Next: {later[0].look}"


def _holds(main: Diagnosis) -> str:
    laid = main.comparison
    if laid is None and (named := portion_named(main.answer.name)):
        at = named.within(main.step.value.shape)
        return f"That is not {_place(main, at)}." if at else f"${main.step.symbol}$ has no such place."
    if laid is None:
        sides = main.answer.value.shape
        what = f"Your {' × '.join(str(side) for side in sides)} array" if len(sides) else "A single number"
        return f"{what} does not fit the shape of ${main.step.symbol}$."
    right, size = int(laid.right.sum()), laid.right.size
    if main.portion is not None and (size == 1 or right == 0):
        return f"That is not {_place(main, main.portion)}."
    if main.portion is not None:
        return f"Of {_place(main, main.portion)}, {right} of {size} entries {'is' if right == 1 else 'are'} right."
    if size == 1:
        return f"That is not ${main.step.symbol}$." if not main.final else ""
    if right == 0 or laid.manner == "too_coarse":
        return f"The shape fits ${main.step.symbol}$."
    return f"The shape fits ${main.step.symbol}$, and {right} of {size} entries {'is' if right == 1 else 'are'} right."
