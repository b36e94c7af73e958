"""The answer to a question that tells slips apart: the slip that is left is named."""

from __future__ import annotations

from tools.answers import Answer
from tools.content import Prose
from tools.discriminating import Discriminator, discriminator
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


def splitting(place: Place, state: State) -> Discriminator | None:
    """The open question between the slips behind the last answer."""
    here = supposed(place, state.judged_under) or place
    if state.entry is None or here.task is None or not state.last_answer:
        return None
    return discriminator(judge(state.last_answer, here, here.task).main, here.exercise.key(here.task))


def told_apart(
    found: Discriminator, right: bool, place: Place, answers: tuple[Tried, ...], message: Message, state: State
) -> Turn:
    """Name the slip that this entry leaves; the question stays open where it leaves none."""
    one = answers[0]
    causes = found.causes(Answer(value=one.value, decimals=one.decimals))
    if causes:
        first = "**Right**, that is what belongs there, so the slip is another one." if right else "**There it is.**"
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
