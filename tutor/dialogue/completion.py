"""Short turns made whole by the conversation: a missing place, an answer in passing, "next part", "and 34?"."""

from __future__ import annotations

import re

from tutor.dialogue.as_practised import as_practised
from tutor.dialogue.in_passing import lone_number
from tutor.dialogue.last_changed import of_that, undone
from tutor.dialogue.siblings import sibling_value
from tutor.dialogue.told_anew import told_anew
from tutor.dialogue.told_results import identity_handed_in, written_out
from tutor.dialogue.which_place import neighbour, other_place, placed, same_there
from tutor.dialogue.wished import wished_otherwise
from tutor.reading.message import Act, Found, Message
from tutor.sheets.sheet import Sheet
from tutor.state import State

_ONCE_MORE = re.compile(
    r"\b(?:again|once more|one more time|re-?check|double-?\s?check|another look|second look|nochmals?|"
    r"noch (?:ein)?mal|"
    r"erneut|trust|rely on|count on)\b",
    re.IGNORECASE,
)


def completed(message: Message, state: State, sheet: Sheet) -> Message:
    """The message as it is meant in this conversation; code is meant as it stands."""
    if message.code is not None:
        return message
    message = as_practised(message, state)
    message = wished_otherwise(of_that(undone(message, state), state, sheet), state, sheet)
    message = other_place(_once_more(neighbour(message, state, sheet), state), state)
    message = same_there(sibling_value(placed(told_anew(message, state, sheet), state, sheet), state, sheet), state)
    return lone_number(identity_handed_in(written_out(message, state, sheet), state, sheet), state, sheet)


def _once_more(message: Message, state: State) -> Message:
    """ "Check it again" hands in the last answer once more."""
    asks = message.act is Act.CHECK and _ONCE_MORE.search(message.text) is not None
    if not asks or message.found or message.errors or not state.last_answer:
        return message
    span = (0, len(message.text))
    found = tuple(Found(value=one.value, name=one.name, span=span, decimals=one.decimals) for one in state.last_answer)
    return message.model_copy(update={"found": found, "move": None})
