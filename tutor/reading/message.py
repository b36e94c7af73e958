"""What a message says, before anyone asks what it means in this conversation."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from tools.schema import Frozen, Tensor
from tools.settings import Settings
from tools.wish import PLAIN, Wish


class Act(StrEnum):
    """What a message asks for."""

    STATEMENT = "statement"
    HINT = "hint"
    SOLUTION = "solution"
    CHECK = "check"
    COMPUTE = "compute"
    EXPLAIN = "explain"
    PRACTICE = "practice"
    PROGRESS = "progress"
    HELP = "help"
    GREET = "greet"
    UNKNOWN = "unknown"


class Reference(Frozen):
    """Which exercise is meant: a number as printed, or a family by its subject ("the conv one"), or the whole sheet."""

    exercise: str | None = None
    family: str | None = None
    part: str | None = None
    whole: bool = False
    unit: Literal["exercise", "part"] | None = None
    """"next exercise", "previous part": what `Message.move` (next or back) moves by; nothing else is named then."""


class Found(Frozen):
    """An array or number the writer gave as data.

    `span` is [start, end) in code points, without the name. `decimals` is the most decimals written in any entry
    (negative for abbreviations: "61.1M" has -5), or None where every entry is exact (fractions, roots, factors).
    `loose`: bare numbers in a line of prose, data only where an answer is expected. `place`: where the words put it,
    in a message that hands in for several places ("3a: … 3b: …").
    """

    name: str | None = None
    value: Tensor
    span: tuple[int, int]
    decimals: int | None = 0
    loose: bool = False
    place: Reference | None = None


ReadErrorKind = Literal["ragged", "non_numeric", "truncated", "empty", "too_large"]


class ReadError(Frozen):
    """An array that could not be read, said for the student with the row and the cell."""

    kind: ReadErrorKind
    message: str
    span: tuple[int, int]


class Reading(Frozen):
    """The matrices of a text, and what went wrong."""

    found: tuple[Found, ...] = ()
    errors: tuple[ReadError, ...] = ()


class Move(StrEnum):
    """Short turns that only the conversation completes."""

    NEXT = "next"  # "next", "another one", "more", "go on"
    AGAIN = "again"  # "again", "once more", "repeat that"
    BACK = "back"  # "back", "previous one"
    UNDO = "undo"  # "undo that", "take that back", "as it was before that"
    YES = "yes"
    NO = "no"
    WHY = "why"  # "why?", "how come", "why is it wrong"
    CORRECT = "correct"  # "sorry, I meant 3c", "no wait, that was for b"
    SAME = "same"  # "same with padding 1", "and with stride 3?", "and 34"


How = Literal[
    "times", "plus", "swap", "entry", "power_of_d_k",
    "transpose", "flip", "flip_columns", "flip_rows", "quarter_turn", "fill", "identity", "checkerboard", "exchange",
    "copy", "drop", "row", "column", "cell", "replace",
]  # fmt: skip


THAT = "that"
"""What a change is of that is said of no setting: "twice that"."""


class Change(Frozen):
    """What is done to a setting that holds: multiplied or added to by `amount`, its order swapped, entry `at` (from 0)
    replaced by `amount`, or the scores scaled by d_k to the power `amount`.

    A matrix may be transposed, turned by 180° ("flip") or `amount` quarters, mirrored ("flip_columns", "flip_rows"),
    become one number everywhere ("fill"), a checkerboard or the identity in the
    `size` said, be exchanged with `other` or become its copy. Its row or column `at` (from 0, -1 the last) may become
    `values`, or `amount` everywhere where there are none; its entry (`at`, `column`) may become `amount` ("cell"), and
    every entry that is `old` ("replace"). "drop" takes a what-if back to the exercise's
    own value. The setting `THAT` is whichever was changed last.
    """

    setting: str
    how: How
    amount: float = 0
    at: int | None = None
    column: int | None = None
    other: str | None = None
    size: tuple[int, int] | None = None
    values: tuple[float, ...] = ()
    old: float | None = None


class Message(Frozen):
    """A text as read. `act` is what the words themselves ask for, None where they leave it to the conversation.

    `settings` holds what-if settings under canonical names; arrays named like one of them (X, K, Q …) are in
    `found`, and in `settings` too only if the words ask for a computation. `topic` is a key of the concept store.
    """

    text: str
    act: Act | None = None
    leaning: Act = Act.UNKNOWN
    """What a message without an act sounds like most, for a conversation that makes nothing of it otherwise."""
    move: Move | None = None
    reference: Reference = Reference()
    settings: Settings = Settings()
    supposed: Settings = Settings()
    """Of a message that hands in something or asks for a solution: all settings and inputs that it tells."""
    found: tuple[Found, ...] = ()
    errors: tuple[ReadError, ...] = ()
    wish: Wish = PLAIN
    """What is wished of a practice task; its level counts from the one before: 1 harder, -1 easier."""
    changes: tuple[Change, ...] = ()
    rejected: tuple[str, ...] = ()
    """Settings whose value cannot be, each as a sentence for the student: "stride has to be a whole number …"."""
    proposes: bool = False
    """A result is said to come out under settings that the message tells: "so with kernel … it's …?"."""
    code: str | None = None
    """Python code that is handed in for the number it comes to; `text` are then the words around it."""
    rung: int | None = None
    """The hint asked for by its number, from 1: "hint 2 of 3b again"."""
    topic: str | None = None
    discouraged: bool = False
    doubtful: bool = False
    """Nothing in the text speaks of the sheet and some of it of something else: only a conversation under way can
    make it a request."""
