"""The result that a line proposes of settings it tells: "so with kernel □ it's □?", "64 outputs would be 1,792"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from tools.schema import Array, Json
from tutor.reading.arrays import setting_of
from tutor.reading.message import Found
from tutor.reading.spelling import normal
from tutor.reading.text import DATA, Line

_FILLING = (
    r"it|i|me|us|we|you|a|y|c|that|this|the|an|matrix|output|result|answer|total|completely|to|be|just|now|only|"
    r"also|simply|exactly|about|around|really|still|equal|as|at|out|parameters?|again|with|das|es|ich|nur|genau|etwa|"
    r"then|rather|something like|like"
)
_COMES_TO = normal(
    r"(?:\b(?:is|are|be|was|were|equals?|does|gives?|gave|makes?|made|becomes?|became|comes?|came|leads?|turns?|ends?|"
    r"produces?|yields?|totals?|amounts?|returns?|prints?|shows?|has|have|had|get|gets|got|obtain|find|found|count|counted|must|should|"
    r"would|will|it'd be|that'd be|i'd get|macht|gibt|ergibt|ergäbe|ergeben|wäre|wären|müsste|müssten|sollte|sollten|"
    r"komm\w*|krieg\w*|bekomm\w*|then|dann)\b|'d be|"
    rf"[=:→⇒≈]|[-=]{{1,2}}>)(?: (?:up|into|{_FILLING})\b){{0,5}}[ =:.]{{0,3}}$|"
    r"\b(?:would be|is|are|be|gives?|makes?|comes?|wäre|wären|ergibt) (?:(?:it|that|das|es|then|dann) ){0,3}"
    rf"(?:(?:with|for) [a-z= ]{{1,30}}{DATA}|\d+ [a-z]+)(?: (?:also|then|so))? $"
)
"""What stands right before a result: a copula, a verb of coming out, an arrow; "dann wäre es mit Kernel □ also"."""
_GIVEN = normal(
    r"\b(?:let|set|change|make|put|use|take|using|replace|so that|such that)(?: \w+){0,4} (?:be|is|to|by|with|=) ?$|"
    r"(?<!sheet )(?<!sheet's )\b(?:inputs?|images?|numbers|grid|picture|pixels|array|my (?:own )?matrix|mask)"
    r"(?: \w+){0,2} ?[=:]? ?$|"
    r"\b(?:on|of|and|or|by|over|between|(?<!come )(?<!comes )(?<!came )(?<!amounts )(?<!up )(?<!equal )to) "
    r"(?:the |this |a |my )?:? ?$"
)
"""What stands right before something to compute with."""
_ASKS = normal(
    r"\b(?:what if\b[^,]*$|what(?! (?:i|we|if) )|which|how|why|where|when does|"
    r"(?<!i )(?<!we )(?<!i have )(?:compute|calculate|evaluate|"
    r"determine)|wieso|warum|welche\w*)\b"
)
"""Words of a question whose answer is not known yet."""
_ASKS_ON = normal(
    r"\b(?:what(?! do you (?:think|say))|which|how (?:many|much|big|large|would|will|about)|compute|calculate|"
    r"hint|solution|why)\b"
)
_UNDER = normal(r" ?,?(?: ?\b(?:then|now|instead),?)? ?\b(?:with|for|if|when|using|under|at)\b[^.?!]{0,40}$")
"""Between a result and the array it is said to come of."""
_SENTENCE = re.compile(r"[.?!;](?= )")
_UNIT = normal(
    r" ?(?:class|channel|output|input|feature|filter|kernel|unit|neuron|layer|image|pixel|x\b|by\b|×|\*|\+|/|out\b|"
    r"in\b(?! (?:total|all|sum|my|our|the end)\b))"
)
"""Behind a number that is a size."""
_OF_LAYERS = frozenset(
    {"layers", "model", "num_classes", "in_channels", "out_channels", "in_features", "out_features", "kernel_size"}
)
_TOLD_OF_LAYERS = _OF_LAYERS | {"bias", "stride", "padding", "dilation", "layer", "input_size"}
"""Settings under which a result is a count."""
_IDENTITY = re.compile(r"I(?:_?\d)?|eye")
"""The identity by its name, which is given rather than what comes out."""
MIN_COUNT = 10


def proposed_in(
    line: Line,
    named: Sequence[Found],
    stated: Mapping[str, Json],
    inputs: Mapping[str, Array],
    changed: Set[str],
) -> Found | None:
    """The array or count that a line says to come out under settings it tells; `named` are its arrays under the names
    the line gives them, `changed` the settings that it changes.

    None where no setting is told, where all arrays are settings, or where the result is asked for.
    """
    if not (stated or inputs or changed):
        return None
    shown = [(line.text.find(DATA, (at := line.place(one.span[0])), at + 2), one) for one in named if one.value.ndim]
    arrays = [(at, one) for at, one in shown if at >= 0]
    if arrays:
        return _array(line.text, arrays, inputs.keys() | changed)
    counts = [one for one in named if one.value.ndim == 0]
    if not counts or inputs or stated.keys().isdisjoint(_OF_LAYERS | {"bias"}) or not stated.keys() <= _TOLD_OF_LAYERS:
        return None
    return _count(line, counts[-1])


def _array(text: str, arrays: Sequence[tuple[int, Found]], told: Set[str]) -> Found | None:
    """The last array that no setting consumes, if it stands as what comes out."""
    free = [at for at, (_, one) in enumerate(arrays) if not _is_setting(one, told)]
    if not free:
        return None
    best = max(free, key=lambda at: (arrays[at][1].value.ndim, at))
    place, one = arrays[best]
    for start, _ in arrays[best + 1 : best + 2]:
        if best + 1 not in free and not _UNDER.match(text[place + 1 : start]):
            return None
    called = one.name is not None and setting_of(one.name, None) is None
    return one if _stands(text, place, place + 1, called) else None


def _is_setting(one: Found, told: Set[str]) -> bool:
    if one.name is None:
        return False
    meant = {setting_of(one.name, None), setting_of(one.name, "attention")}
    return _IDENTITY.fullmatch(one.name) is not None or not told.isdisjoint(meant)


def _count(line: Line, one: Found) -> Found | None:
    """A count, if it stands as what comes out."""
    start, end = map(line.place, one.span)
    value = float(one.value)
    if value < MIN_COUNT or value != int(value) or _UNIT.match(line.text, end):
        return None
    return one if _stands(line.text, start, end, called=False) else None


def _stands(text: str, start: int, end: int, called: bool) -> bool:
    """Whether what stands here is said to come out, rather than asked for or computed with."""
    before = text[:start]
    sentence = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    if _ASKS.search(before, sentence) or _ASKS_ON.search(text, end):
        return False
    near = before[max(sentence, start - 60) :]
    return called or (_COMES_TO.search(near) is not None and _GIVEN.search(near) is None)
