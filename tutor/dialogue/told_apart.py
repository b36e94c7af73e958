"""The answer to a question that tells slips apart: the slip that is left is named."""

from __future__ import annotations

import re

from tools.answers import Answer, agrees, fitted
from tools.content import Prose
from tools.discriminating import Discriminator, discriminator
from tools.naming import step_named
from tools.portion import Portion, portion_named
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.judging import judge
from tutor.dialogue.ladder import sentence
from tutor.dialogue.place import Place
from tutor.dialogue.verdict import read_back
from tutor.dialogue.what_if import supposed
from tutor.reading.message import Act, Message
from tutor.reply import Reply
from tutor.state import State, Tried

_NUMBERED = re.compile(r"(?:λ|l|lambda|eigenvalue)[ _]*\{?(\d)\}?", re.IGNORECASE)
"""An eigenvalue by its number, which is also where it stands."""


def told_apart(place: Place, answers: tuple[Tried, ...], message: Message, state: State) -> Turn | None:
    """Name the slip that the entry leaves, if the answers tell that entry; the question stays open where it leaves no
    slip."""
    found = _asked(place, state)
    told = _entry_told(found, answers, place) if found is not None else None
    if found is None or told is None:
        return None
    answer, at = told
    causes = found.causes(answer, at)
    if len(causes) == len(found.values) or not (causes or at):
        return None  # it leaves all of them, or is another count
    right = bool(agrees(answer.value, found.step.value[at], answer.decimals))
    if causes:
        first = "**Right**, that is what belongs there, so the slip is elsewhere." if right else "**There it is.**"
        text = f"{first} {sentence(causes[0])}"
    else:
        text = f"**Not yet.** None of the slips I think of puts that there. {found.step.look}"
    reply = Reply(
        act=Act.CHECK,
        exercise=place.exercise.number,
        part=place.letter,
        verdict="correct" if right else "incorrect",
        mistakes=tuple(dict.fromkeys(mistake.name for cause in causes for mistake in cause)),
        intermediate=found.step.name,
        blocks=(*read_back(answers), Prose(text=text)),
        buttons=(buttons.hint(place), buttons.check(), buttons.solution(place)),
        found=message.found,
    )
    return reply, state.model_copy(update={"entry": None}) if causes else state


def _asked(place: Place, state: State) -> Discriminator | None:
    """The open question between the slips behind the last answer."""
    here = supposed(place, state.judged_under) or place
    if here.task is None or not state.last_answer:
        return None
    return discriminator(judge(state.last_answer, here, here.task).main, here.exercise.key(here.task))


def _entry_told(
    found: Discriminator, answers: tuple[Tried, ...], place: Place
) -> tuple[Answer, tuple[int, ...]] | None:
    """A number and the place of the step it is told for: alone it is the one asked for; in the whole step, likewise."""
    if place.task is None or (judged := judge(answers, place, place.task)).solved:
        return None
    named = [one for one in answers if one.value.ndim == 0 and _named(one.name, found, place) == found.at]
    one = named[0] if named else answers[0]
    if len(answers) > 1 and not named:
        return None
    if one.value.ndim:
        whole = judged.main.portion is None and judged.main.step.name == found.step.name
        value = fitted(one.value, found.step.value.shape) if whole else None
        return None if value is None else (Answer(value=value[found.at], decimals=one.decimals), found.at)
    at = _named(one.name, found, place)
    return None if at is None else (Answer(value=one.value, decimals=one.decimals), at)


def _named(name: str | None, found: Discriminator, place: Place) -> tuple[int, ...] | None:
    """The place of the step that a number of this name is meant for, the one asked for without a name."""
    if name is None:
        return found.at
    if numbered := _NUMBERED.fullmatch(name):
        at = Portion("entry", (int(numbered[1]) - 1,) * 2).within(found.step.value.shape)
        return None if at is None else at.index
    if portion := portion_named(name):
        at = portion.within(found.step.value.shape)
        return None if at is None else at.index
    return found.at if place.task is not None and step_named(name, place.task) is found.step else None
