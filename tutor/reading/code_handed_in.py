"""Whether code in a message is handed in for the number it comes to, or asked about."""

from __future__ import annotations

import re

from tools.parameters.models import SHEETS_MODEL
from tutor.reading.message import Act, Message, Reference
from tutor.reading.snippets import Snippet

_OF_CODE = re.compile(
    r"\b(?:wrong|right|correct\w*|works?|working|mistakes?|errors?|bugs?|off|ok|okay|fine|valid|good|judge|check|"
    r"falsch|richtig|stimmt|fehler|passt|geht)\b",
    re.IGNORECASE,
)
"""What is asked of code that is handed in: "what is wrong with it"."""
_OWN = re.compile(r"\b(?:my|mine|here|this|i (?:wrote|did|have|got|tried)|meine?|hier)\b|:[^\w:]*+\Z", re.IGNORECASE)
_IN_GENERAL = re.compile(
    r"\b(?:how (?:do|does|can|could|would|should|to)|why|difference|instead|mean|explain|warum|wieso|wie|wozu)\b|"
    r"\bwhat (?:do|does|is|are)\b(?!.{0,12}\b(?:wrong|prints?|gives?|returns?|outputs?)\b)",
    re.IGNORECASE,
)
"""Questions that are about code rather than about whether it counts rightly."""


def with_code(snippet: Snippet, around: Message, whole: Message) -> Message:
    """What a message with code says: `around` is what its words say without the code, `whole` what all of it does."""
    if around.act is Act.HINT:
        return around
    told = tuple(one for one in whole.found if snippet.words[slice(*one.span)].strip())
    asks = around.act is not Act.CHECK and around.reference.exercise is None and _OF_CODE.search(around.text) is None
    of_another = asks and (whole.settings.model or whole.supposed.model) not in (None, SHEETS_MODEL)
    if told:  # what stands beside code is handed in, rather than what the code sets out with
        return whole.model_copy(update={"found": told})
    return whole if of_another or not _hands_in(around) else _handing_in(around, snippet.code)


def _hands_in(around: Message) -> bool:
    """Whether the words around code hand it in: they bring no number of their own and ask for nothing else."""
    said = around.text
    if around.found or around.errors or (_IN_GENERAL.search(said) and not re.search(r"\bmy\b", said)):
        return False
    match around.act:
        case Act.EXPLAIN:
            return _OF_CODE.search(said) is not None
        case Act.SOLUTION | Act.COMPUTE:
            return _OWN.search(said) is not None
    return around.act in (None, Act.CHECK, Act.GREET, Act.UNKNOWN, Act.STATEMENT)


def _handing_in(around: Message, code: str) -> Message:
    """The message that hands in code, about counting parameters unless it names an exercise."""
    named = around.reference.exercise is not None
    kept = {"act": Act.CHECK, "move": None, "topic": None, "discouraged": False, "doubtful": False, "changes": ()}
    reference = around.reference if named else Reference(family="parameters")
    supposed = around.supposed if around.supposed.stated() else around.settings
    return around.model_copy(update={**kept, "code": code, "reference": reference, "supposed": supposed})
