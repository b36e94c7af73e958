"""What is wished of a practice task: "harder", "too easy", "3x3", "with padding"."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.gate import gated

_HARD = r"(?:hard|harder|tougher|trickier|challenging|demanding|advanced|complex|complicated|big)"
_EASY = r"(?:easy|easier|simple|gentle|gentler|basic|trivial|small)"
_TOO = (
    r"(?:(?:to|too|less|not(?: (?:quite|very|to|too|so|as|that))?)|"
    r"\b(?:that|this|it|1|one|exercise|task|problem) (?:was|is|were)(?: (?:very|really|so|quite|pretty|rather))?) "
)
"""What turns it round: who finds a task too hard wants an easier one."""
_ENOUGH = r"(?! enough)"
_ASIS = r"(?! (?:enough|please|one|task|exercise|problem))"
_TASK = ("1", "one", "something", "exercise", "task", "problem", "example")
_JUDGED = (
    rf"(?:\b(?:was|were)|(?:\b(?:this|it|they|{'|'.join(_TASK)})|{''.join(f'(?<!{noun} )' for noun in _TASK)}\bthat) "
    r"(?:is|are)|^)(?: ?(?:really|actually|definitely))? ?\bnot (?:(?:quite|very|really|to|too|so|as|that|all that) )?"
)
"""A task "was not hard" for who wants a harder one; "one that is not hard" is wished for."""
_NOT_HARD, _NOT_EASY = gated(rf"{_JUDGED}{_HARD}\b{_ASIS}"), gated(rf"{_JUDGED}{_EASY}\b{_ASIS}")
_TURNED_UP = gated(
    rf"\b{_TOO}{_EASY}\b{_ENOUGH}|\bnot {_HARD} enough\b|\b(?:level|step it) up\b|\b(?:next|higher) level\b"
)
_TURNED_DOWN = gated(rf"\b{_TOO}{_HARD}\b{_ENOUGH}|\bnot {_EASY} enough\b|\b(?:level|step it) down\b")
_UP, _DOWN = gated(rf"\b{_HARD}\b"), gated(rf"\b{_EASY}\b")
_OPENS = gated(
    r"(?:(?:ok|now|and|then|please|but|something|one|1|a|an|make it|bit|much|more)[ ,]+)*"
    rf"(?!big|small)(?:{_HARD}|{_EASY})\b"
)
_SQUARE = gated(r"(?<!\d)(?<!not )(?<!not a )(\d) ?(?:x|×|by) ?\1(?!\d)")
_WITH = r"\b(?:with|and|plus|using|add|mit|und|,) (?:some |a |an |the |zero |more )*"
_BARE: tuple[tuple[str, Json, re.Pattern[str]], ...] = (
    ("padding", 1, re.compile(rf"{_WITH}padding\b(?! ?(?:=|of )? ?\d)|\bpadded\b")),
    ("stride", 2, re.compile(rf"{_WITH}(?:larger |bigger )?stride\b(?! ?(?:=|of )? ?\d)|\bstrided\b")),
    ("dilation", 2, re.compile(rf"{_WITH}dilation\b(?! ?(?:=|of )? ?\d)|\bdilated\b")),
    ("is_causal", True, re.compile(rf"\bcausal\b|{_WITH}(?:causal |attention )?mask\b")),
)
"""Settings wished for without a value, and the value that stands for it."""
WISHED = frozenset(
    {"stride", "padding", "dilation", "input_size", "kernel_size", "is_causal", "model", "num_classes", "in_channels"}
)
"""Settings that a practice task can be wished with."""
_NONE = re.compile(r"\b(?:no|without|ohne|drop|skip) (?:a |the |any |causal |attention |more )*(\w+)")


def steps_in(text: str) -> int:
    """How much harder than before a normalised line wants a task: 1, 0 or -1.

    >>> steps_in("that was to easy, another one please"), steps_in("something simple"), steps_in("another one")
    (1, -1, 0)
    >>> steps_in("it was not hard"), steps_in("that is not so easy"), steps_in("one that is not so hard")
    (1, -1, -1)
    """
    turns = ((_NOT_HARD, 1), (_NOT_EASY, -1), (_TURNED_UP, 1), (_TURNED_DOWN, -1), (_UP, 1), (_DOWN, -1))
    return next((step for pattern, step in turns if pattern.search(text)), 0)


def too_easy(text: str) -> bool:
    """Whether a line says that the task was no challenge, or asks for the next level.

    >>> too_easy("that was not hard at all"), too_easy("level up"), too_easy("this is hard")
    (True, True, False)
    """
    return any(pattern.search(text) is not None for pattern in (_NOT_HARD, _TURNED_UP))


def names_level(text: str) -> bool:
    """Whether a line begins with how hard a task shall be, or finds the last one too easy.

    >>> names_level("ok now an easier one with 10 classes"), names_level("what if it was harder")
    (True, False)
    """
    return _OPENS.match(text) is not None or too_easy(text)


def side_in(text: str) -> int | None:
    """A size said of no noun.

    >>> side_in("another one, 3x3"), side_in("another one, not 3x3")
    (3, None)
    """
    found = _SQUARE.search(text)
    return int(found[1]) if found else None


def wished_in(text: str) -> dict[str, Json]:
    """Settings wished for without a value.

    >>> wished_in("another one with padding and stride")
    {'padding': 1, 'stride': 2}
    >>> wished_in("another one without a mask")
    {'is_causal': False}
    """
    found = {name: value for name, value, pattern in _BARE if pattern.search(text)}
    turned_down = {match[1] for match in _NONE.finditer(text)}
    off: dict[str, Json] = {"padding": 0, "stride": 1, "dilation": 1, "mask": False, "causal": False}
    names = {"mask": "is_causal", "causal": "is_causal"}
    return found | {names.get(word, word): off[word] for word in off if word in turned_down}
