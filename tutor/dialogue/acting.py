"""The act that a message asks for in this conversation: by its words, by what came before, or by what it brings."""

from __future__ import annotations

import re

from tools.naming import step_named
from tutor.reading.arrays import setting_of
from tutor.reading.message import Act, Message, Move
from tutor.sheets.sheet import Sheet
from tutor.state import State

PLACELESS = frozenset({Act.GREET, Act.HELP, Act.UNKNOWN})
"""Acts that leave the conversation where it is."""


def _hands_in_steps(message: Message, state: State, sheet: Sheet) -> bool:
    """Whether every array bears the name of a step of the exercise meant: W in exercise 4 are weights, no kernel."""
    reference = message.reference
    exercise = sheet.exercise(reference.exercise or state.exercise) or sheet.about(reference.family)
    names = [one.name for one in message.found if one.value.ndim]
    if exercise is None or not names or any(name is None for name in names):
        return False
    if any(one.value.ndim == 1 and setting_of(one.name, "eigen") == "eigenvalues" for one in message.found):
        return False  # a row of eigenvalues is given, the matrix Λ of them is a step
    return any(all(step_named(name, task) for name in names) for task in exercise.tasks.values())


_CONFESSES = re.compile(
    r"(?:(?:oh|ah|ok|so|hm+|oops|right|sorry|maybe|because|yeah|i think|i guess)[ ,.]+)*(?:did i |i |have i )?"
    r"(?:just |only |probably |have |had |might have |must have |maybe )*"
    r"(?:used|use|forgot|forgotten|took|swapped|flipped|missed|didn't|did not|divided|multiplied|left out|skipped)\b",
    re.IGNORECASE,
)


def tells_what_went_wrong(text: str) -> bool:
    """Whether a student tells what went into the answer that was judged: "oh, I flipped the kernel"."""
    return _CONFESSES.match(text) is not None


_ANOTHER = re.compile(
    r"(?:\banother(?: one)?|\bone more|\b(?:bigger|larger|clearer|stronger|better|second) one)(?: of (?:those|"
    r"these|them))?"
    r"(?:,? please|,? if (?:that|it)(?:'s| is) (?:ok\w*|fine|alright|possible)|"
    r",? if you (?:can|don'?t mind|could))?\W*$",
    re.IGNORECASE,
)
_TO_SOLVE = re.compile(
    r"\b(?:exercise|task|problem|practi[cs]e|numbers?|similar|like|quiz|train|try|solve|do)\b", re.IGNORECASE
)


def _another_hint(message: Message, state: State) -> bool:
    """Whether "another one" means a hint: the last thing that was given is one, and no exercise is spoken of."""
    return (
        message.act in (None, Act.PRACTICE, Act.UNKNOWN)
        and state.last_act is Act.HINT
        and _ANOTHER.search(message.text) is not None
        and _TO_SOLVE.search(message.text) is None
    )


_SIGHS = (
    r"sorry|nope|no|hm+|i|still|just|really|but|that|it|this|ok|okay|oh|ah|ugh|well|so|can|do|did|does|me|and|yeah|"
    r"honestly|um+|uh+|nee?|ich|das|es|noch|immer|tut|mir|leid|puh|hint|one|thanks|argh|also|i'm|afraid|entschuldigung"
)
_NO_WISER = re.compile(
    rf"(?:(?:{_SIGHS})[ ,.!;:-]+){{0,7}}(?:not|\w+n'?t)\b(?: \w+){{0,2}} (?:see|get|understand|follow|click\w*|help\w*)"
    r"(?: (?:it|this|that|there|anything|me|much|really|yet|sorry|here|at all|either|a thing))*\W*"
    r"(?:(?:sorry|please|though|yet|tbh|honestly|argh|ugh)\W*)*|"
    rf"(?:(?:{_SIGHS})[ ,.!;:-]+){{0,5}}(?:versteh|seh|check|kapier|blick|raff|schnall)\w*"
    r"(?: (?:ich|es|das|immer|noch|leider|trotzdem|da|so))* nicht\W*",
    re.IGNORECASE,
)


def _no_wiser(message: Message, state: State) -> bool:
    """Whether the hint before did not help: "sorry, I still don't see it" wants the next one."""
    plain = message.act in (Act.EXPLAIN, Act.UNKNOWN) and message.topic is None and not message.found
    return plain and state.last_act is Act.HINT and _NO_WISER.fullmatch(message.text.strip()) is not None


_IF = re.compile(r"\b(?:if|instead|suppose|wenn|statt)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _asks_how(message: Message, state: State) -> bool:
    """Whether a question after a result has nothing to compute it with, and is about a concept: "how big is Y"."""
    given = message.settings.stated() or message.changes or message.found or message.errors or message.rejected
    computes = message.act is Act.COMPUTE and message.move is None and state.last_act is not Act.COMPUTE
    if not computes or given or message.topic is None:
        return False
    return _IF.search(message.text) is None or _DIGIT.search(message.text) is None


_OF_WORK = re.compile(
    r"\bhow far (?:did|have|am|are|was) (?:i|we)\b|\bwhich (?:ones?|exercises?|tasks?|parts?) (?:is|are|have|did) "
    r"(?:i )?(?:finished|done|solved|finish|do|solve|left|open|missing)\b|"
    r"\bi (?:\w+ )?(?:solved?|stop(?:ped)?|left off|leave off|finished?)\b|\bwhat have i solved\b",
    re.IGNORECASE,
)
"""Progress that nothing else but a sheet knows of."""
_SUPPOSES = re.compile(r"\b(?:what|was|matrix|which)\b.*\b(?:if|when|were|would|wenn|wäre\w*)\b", re.IGNORECASE)
_VERDICT = re.compile(r"\b(?:wrong|incorrect|mistake|error|off|falsch|fehler)\b", re.IGNORECASE)
_COMFORTED = (None, Act.EXPLAIN, Act.UNKNOWN)
"""Acts that discouragement turns into the smallest next step."""


def _only_says_how(message: Message) -> bool:
    """Whether the numbers of a message are those it changes a setting by: "stride *= 2"."""
    amounts = {abs(change.amount) for change in message.changes if change.how in ("plus", "times")}
    amounts |= {1 / amount for amount in amounts if amount}
    return all(one.loose and not one.value.ndim and float(one.value) in amounts for one in message.found)


def act_in(message: Message, state: State, sheet: Sheet) -> Act:
    """What is asked for: by the words, else by what the conversation makes of a short turn, else by what was sent."""
    if message.code is not None:
        return Act.CHECK
    wants_to_know = message.act is Act.EXPLAIN and state.last_answer and _VERDICT.search(message.text)
    comforted = message.discouraged and message.topic is None and message.act in _COMFORTED
    if comforted and not message.found and not wants_to_know:
        return Act.HINT
    if state.last_answer and not message.found and message.act is not Act.HINT and tells_what_went_wrong(message.text):
        return Act.EXPLAIN
    if _asks_how(message, state):
        return Act.EXPLAIN
    if _another_hint(message, state) or _no_wiser(message, state):
        return Act.HINT
    supposes = _SUPPOSES.search(message.text) is not None or message.settings.eigenvectors is not None
    supposes = supposes or (message.move is Move.SAME and state.last_act is Act.COMPUTE)
    if message.act is Act.COMPUTE and not supposes and _hands_in_steps(message, state, sheet):
        return Act.CHECK
    of_work = message.act is Act.PROGRESS and _OF_WORK.search(message.text)
    if message.doubtful and state.last_act is None and message.act is not Act.GREET and not of_work:
        return Act.UNKNOWN
    if message.act is Act.STATEMENT and message.changes and state.settings.stated():
        return Act.COMPUTE
    if message.act is not None:
        return message.act
    last = state.last_act
    match message.move:
        case Move.NEXT:
            if state.practice is not None and (last is Act.SOLUTION or state.record.solved):
                return Act.PRACTICE
            return last if last in (Act.PRACTICE, Act.COMPUTE) else Act.HINT
        case Move.AGAIN if last is not None:
            return last
        case Move.WHY:
            return Act.EXPLAIN
        case Move.CORRECT if last is not None and last not in PLACELESS:
            return last
        case Move.BACK:
            return Act.HINT if last is Act.HINT else Act.STATEMENT
        case Move.SAME if message.settings.stated() or message.changes or last is Act.COMPUTE:
            return Act.COMPUTE
        case Move.SAME if last is not None and last not in PLACELESS:
            return last
    if (message.found and not _only_says_how(message)) or message.errors:
        return Act.COMPUTE if message.settings.stated() and last is Act.COMPUTE else Act.CHECK
    if message.settings.stated() or any(one.how != "drop" or state.settings.stated() for one in message.changes):
        return Act.COMPUTE
    if message.topic is not None:
        return Act.EXPLAIN
    reference = message.reference
    if reference.part and not reference.exercise and last in (Act.HINT, Act.SOLUTION, Act.EXPLAIN):
        return last
    if reference.exercise or reference.family or reference.part or reference.whole:
        return Act.STATEMENT
    vague = last is None or message.move is not None or message.text.count(" ") == 0 or message.leaning is Act.COMPUTE
    return Act.UNKNOWN if vague else message.leaning
