"""What the rules hear in a text, before anything is decided."""

from __future__ import annotations

from tutor.reading.acts import matches
from tutor.reading.draft import Draft
from tutor.reading.gate import Gate, gated
from tutor.reading.message import Act
from tutor.reading.rules import RULES

_OWN_NUMBERS = gated(
    r"\b(?:my own|custom|other|own) (?:matrix|number|input|value|image|kernel|example|data|eigenvalue|"
    r"filter)\b"
)
_GATE = Gate(RULES)


class Heard:
    """What the rules hear in a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        counts = computable(draft)
        open_to = _GATE.open_to(draft.text)
        self.matches = matches(draft.text, [rule for rule in open_to if counts or rule.act is not Act.COMPUTE])

    def strongly(self, act: Act) -> bool:
        """Whether a clear phrase asks for this act."""
        return any(match.act is act and not match.weak for match in self.matches)

    def last(self, act: Act) -> int:
        """Where this act is asked for last, -1 where it is not."""
        return max((match.start for match in self.matches if match.act is act), default=-1)


def computable(draft: Draft) -> bool:
    """Whether it says what to compute with."""
    return bool(draft.stated or draft.inputs or draft.changes) or _OWN_NUMBERS.search(draft.text) is not None
