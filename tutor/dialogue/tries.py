"""The answers that a message hands in, as the state keeps them: which numbers, under which name, as what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.diagnosis import Claim
from tutor.reading.message import Found, Message
from tutor.state import Tried

_SAID = re.compile(r"[^\W\d_]+")
_CLAIMS = frozenset(
    {"whole", "entire", "answer", "answers", "result", "results", "final", "finally", "solution", "done", "finished"}
    | {"ergebnis", "endergebnis", "lösung", "fertig", "total", "altogether", "insgesamt", "gesamt", "overall"}
)
"""Words by which a student hands something in as the final result."""
_PIECES = frozenset(
    {"features", "classifier", "weights", "weight", "scores", "score", "scaled", "softmax", "term", "lambda", "padded"}
    | {"window", "layer", "conv", "row", "column", "col", "entry", "step", "far", "first", "second", "last", "zeile"}
)
"""Words by which a student hands in a step or a piece instead."""
_SUMS = frozenset({"sum", "total", "summe", "subtotal"})
_HALVES = ("features", "classifier")
_HALF_ALONE = re.compile(rf"\b({'|'.join(_HALVES)})\b(?![.\[]\d)")
_WHOLE = frozenset({"whole", "entire", "all", "alexnet", "model", "everything"})


def claim_of(message: Message) -> Claim:
    """What the sentences right before and behind the numbers hand them in as."""
    near, at = [], 0
    for found in message.found:
        between = message.text[at : found.span[0]]
        near += [_first(between) if at else "", _last(between)]
        at = found.span[1]
    said = set(_SAID.findall(_DENIED.sub(" ", " ".join((*near, _first(message.text[at:]))).lower())))
    of_half = not said.isdisjoint(_HALVES) and said.isdisjoint(_WHOLE)
    eigenvalues = {"lambda"} if message.supposed.eigenvalues is not None else set()
    proposed = message.proposes and (_PIECES - eigenvalues).isdisjoint(said)
    if proposed or (not _CLAIMS.isdisjoint(said) and not of_half):
        return "result"
    return "exercise" if message.reference.exercise and _PIECES.isdisjoint(said) else "open"


_DENIED = re.compile(
    r"\b(?:not|isn'?t|before|nicht|noch nicht)(?: (?:yet|the|my|a|an|quite|done with|das|die|der|mein))* "
    r"(?:final|finished|done|whole|entire|complete|result|answer|solution|fertig|ergebnis|endergebnis)\w*"
)
"""Words that say a step is no result: "that's not the final thing yet"."""
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")


def _first(text: str) -> str:
    """The rest of the sentence that goes on here, and the one behind it."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    return text[: ends[1]] if len(ends) > 1 else text


def _last(text: str) -> str:
    """The sentence that leads up to here."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    return text[ends[-1] :] if ends else text


def _half_named(message: Message) -> str | None:
    """The half of the model that the words name, where they name one."""
    named = set(_HALF_ALONE.findall(message.text.lower()))
    return named.pop() if len(named) == 1 else None


def _renamed(name: str | None, half: str | None) -> str | None:
    """The name of an answer: the sum "of the features" is that of the half."""
    return half if half and name and name.lower() in _SUMS else name


def tried(message: Message) -> tuple[Tried, ...]:
    """The answers of a message, as the state keeps them."""
    claim = claim_of(message)
    half = _half_named(message)
    data = [
        one.model_copy(update={"name": _layer_named(one, message)})
        for one in _data(_restated(message.found, message.text))
    ]
    if _taken_for_whole(data, message.text):
        return (Tried(value=data[0].value, decimals=data[0].decimals, claim="result"),)
    return tuple(
        Tried(value=one.value, name=_renamed(one.name, half), decimals=one.decimals, claim=claim) for one in data
    )


_WORKED_OUT = re.compile(r"\d[)$ ]*[-+*·×][^=\n]{1,80}= ?\$?$")


def worked_out(message: Message) -> bool:
    """Whether the last number is what a sum written out before it comes to."""
    at = message.found[-1].span[0] if message.found else 0
    return _WORKED_OUT.search(message.text[max(0, at - 90) : at]) is not None


_COUNTED = r"(?:features|classifier)(?:\.\d{1,2}|\[\d{1,2}\])?|(?:conv|fc|linear)(?: layer)? ?-?\d|head|backbone"
_HALF = {"head": "classifier", "backbone": "features"}
_NAMED_BEHIND = re.compile(
    rf"[ $`*]*(?:(?:of them|params?|parameters|weights|are|is|sit|lie|live)[ ,]*)*(?:in|for|from|"
    rf"as) (?:the )?`?({_COUNTED})",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"(?<![\w.])({_COUNTED})[}}$` )]*(?:has|have|is|are|gives|:|=|->|→)[ $]*[^a-zA-Z=.?!\n]*=?[ $]*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[^a-zA-Z]*(?:\\(?:cdot|times)[^a-zA-Z]*)*")


def _layer_named(found: Found, message: Message) -> str | None:
    """The name of an answer; of a count, the layer that the words right behind or before it name."""
    if found.value.ndim or (found.name and not _NO_NAME.fullmatch(found.name)) or abs(float(found.value)) < A_COUNT:
        return found.name
    start, end = found.span
    sum_before = message.text[max(0, start - 90) : start].replace("\\cdot", "·").replace("\\times", "×")
    named = _NAMED_BEHIND.match(message.text, end) or _NAMED_BEFORE.search(sum_before)
    return _HALF.get(named[1].lower(), named[1]) if named else None


_INSTEAD = re.compile(
    r"\b(?:so|no|exactly|precisely|rather|mean|meant|well|or|genauer|genau|wait|sorry)\b", re.IGNORECASE
)


def _restated(found: Sequence[Found], text: str) -> Sequence[Found]:
    """The answers without a rough count that the next one says exactly: "23k, no, exactly 23,296"."""
    kept: list[Found] = []
    for one in found:
        last = kept[-1] if kept else None
        again = last is not None and one.name in (None, last.name) and _is_rough(last, one)
        if last is not None and again and _INSTEAD.search(text[last.span[1] : one.span[0]]):
            kept[-1] = one.model_copy(update={"name": one.name or last.name, "loose": last.loose})
        else:
            kept.append(one)
    return kept


def _is_rough(first: Found, then: Found) -> bool:
    """Whether the first count is an abbreviation, or round and all that is left when the other is cut off."""
    if first.value.ndim or then.value.ndim or (first.decimals is not None and first.decimals < 0):
        return first.value.ndim == 0 and first.decimals is not None and first.decimals < 0
    rough, exact = float(first.value), float(then.value)
    unit = next((unit for unit in (1e6, 1e5, 1e4, 1e3) if rough % unit == 0), None)
    return unit is not None and 0 < exact - rough < unit


_IS_THE_WHOLE = re.compile(
    r"\b(?:that|this|it|which|so)(?:(?:'?s| is|,?) )+[^.?!\n]{0,40}\b(?:whole|all|entire|"
    r"total)\b[^.?!\n]{0,24}\b(?:alexnet|model|net(?:work)?)\b",
    re.IGNORECASE,
)


def _taken_for_whole(found: Sequence[Found], text: str) -> bool:
    """Whether the one count of a half is handed in as that of the whole model."""
    one = found[-1] if len(found) == 1 else None
    half = one is not None and one.name is not None and one.name.lower() in _HALVES
    return one is not None and half and _IS_THE_WHOLE.search(text, one.span[1]) is not None


A_COUNT = 1000
"""Numbers from here on are counts of parameters, which nobody mentions in passing."""


def _data(found: Sequence[Found]) -> Sequence[Found]:
    """Arrays before loose numbers: "my 2nd try: [[1, 2]]" hands in the array alone. Counts that are not round ("off by
    ten thousand"), or as many numbers as an array has, are handed in beside it."""
    firm = [one for one in found if not one.loose]
    sizes = {one.value.shape for one in found if one.value.ndim == 1 and (one.name or not one.loose)}
    of_counts = all(one.value.ndim == 0 for one in firm)

    def counts(one: Found) -> bool:
        exact = one.value.size > 2 or (of_counts and bool((one.value % A_COUNT != 0).all()))
        broken = one.value.ndim == 1 and bool((one.value % 1 != 0).any())  # a vector of decimals is no passing remark
        return broken or one.value.shape in sizes or (exact and bool((one.value >= A_COUNT).all()))

    return [one for one in found if not one.loose or counts(one)] if firm else found
