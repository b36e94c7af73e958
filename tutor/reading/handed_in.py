"""What of the arrays read is handed in: results rather than what code worked with, each at the place named for it."""

from __future__ import annotations

import re

import numpy as np

from tutor.reading.draft import Draft
from tutor.reading.lines_named import line_named
from tutor.reading.message import Found, Reference
from tutor.reading.taken_back import said_last
from tutor.reading.terms_named import term_named

_CONSTRUCTED = re.compile(r"(?:np|numpy|torch)\.|array\(|tensor\(")
_PLACE = re.compile(r"(?:_|^[^\W\d_]+)(?P<exercise>\d)(?P<part>[a-c])$")
"""A name that tells its place: Y_3b, y3b."""
_LAST_ENTRY = re.compile(r"^(?!.*\b(?:ex\w*|aufgabe|task|number|nr)\.? ?\d).*\bthe last (?:one|number)\b")
"""The last number of a matrix, which is no exercise."""
_OPERAND = re.compile(r"[@*(]\s{0,3}$")
_OPERATED = re.compile(r"\s{0,3}[@*)]")


def _results(found: tuple[Found, ...], text: str) -> tuple[Found, ...]:
    """The arrays, with those that code only works with made loose where another stands by itself as what came out:
    operands ("Q @ np.diag([2, 1]) @ Q.T") and definitions ("V = np.array(…)")."""

    def is_input(one: Found) -> bool:
        start, end = one.span
        operand = _OPERAND.search(text[max(0, start - 4) : start]) or _OPERATED.match(text, end)
        return bool(operand) or (one.name is not None and _CONSTRUCTED.match(text, start) is not None)

    worked_with = [one.value.ndim > 0 and is_input(one) for one in found]
    stands = [one.value.ndim > 0 and not one.loose for one in found]
    if not any(stand and not used for stand, used in zip(stands, worked_with, strict=True)):
        return found
    return tuple(_loosened(one) if used else one for one, used in zip(found, worked_with, strict=True))


_SCALED = re.compile(
    r"(?:(?:\\frac ?\{?1\}?\{(?:d_k|\\sqrt\{?(?:d_k|2)\}?|2|2\.0)\}|1 ?/ ?(?:d_k|dk|2|sqrt\(?(?:d_?k|2)\)?|√2)) ?"
    r"(?:\\cdot ?|\* ?|· ?)?\(?Q ?K ?\^?\{?(?:T|\\top)\}?\)?|"
    r"\\frac ?\{ ?Q ?K ?\^?\{?(?:T|\\top)\}? ?\}\{[^{}=]{1,12}(?:\{[^{}]{1,6}\})?\}|"
    r"Q ?@? ?K ?\^?\.?\{?(?:T|\\top)\}? ?/ ?(?:d_?k|2|√2|√d_?k|\\?sqrt[({]?(?:d_?k|2)[)}]?))[ $]{0,3}=[ $]{0,3}$"
)
"""Before scaled scores: 1/d_k QKᵀ, QKᵀ over a root."""


def _scaled(one: Found, text: str) -> Found:
    """Scores that the formula before them divides, under the name of the scaled ones."""
    if one.value.ndim != 2 or not _SCALED.search(text[max(0, one.span[0] - 60) : one.span[0]]):
        return one
    return one.model_copy(update={"name": "scaled"})


def _as_proposed(found: tuple[Found, ...], proposed: Found | None) -> tuple[Found, ...]:
    """The arrays with a result that is proposed of other settings as the one that is handed in: what numbers are told
    beside a matrix went into it, and a count that only its place makes one has no name."""
    if proposed is None:
        return found
    if proposed.value.ndim > 1:
        return tuple(_loosened(one) if one.value.ndim < 2 else one for one in found)
    firm = {"loose": False, "name": None} if proposed.loose else {}
    return tuple(one.model_copy(update=firm) if one.span == proposed.span else one for one in found)


def _loosened(one: Found) -> Found:
    return one.model_copy(update={"loose": True})


def handed_in(draft: Draft) -> tuple[Found, ...]:
    """What is handed in, with the places right before them, where the message names several: "3a: … and for b …"."""
    places = [(draft.line.span(end - 1, end)[1], place) for end, place in draft.referred.places]
    text = draft.source
    read = _as_proposed(draft.reading.found, draft.proposed)
    found = tuple(_scaled(term_named(line_named(one, text), text), text) for one in _results(read, text))
    found = said_last(found, text)
    exercise, after, placed = None, 0, []
    for one in found:
        before = [place for end, place in places if after <= end <= one.span[0]]
        after = one.span[1]
        for place in before:
            exercise = place.exercise or exercise
        placed.append(before[-1].model_copy(update={"exercise": exercise}) if before else None)
    if len({place for place in placed if place}) < 2:
        return found
    return tuple(one.model_copy(update={"place": place}) for one, place in zip(found, placed, strict=True))


def answered(draft: Draft) -> Reference:
    """The reference of an answer: counts in the thousands are parameters, whatever layer they belong to."""
    reference = draft.referred.reference
    if any(one.name == "entry (-1, -1)" for one in draft.reading.found) and _LAST_ENTRY.search(draft.text):
        reference = reference.model_copy(update={"exercise": None})
    names = [_PLACE.search(one.name) for one in draft.reading.found if one.name]
    if reference.exercise is None and reference.part is None and len(names) == 1 and names[0]:
        return Reference(exercise=names[0]["exercise"], part=names[0]["part"])
    counted = draft.proposed is not None and draft.proposed.value.ndim == 0
    counted = counted or any(np.nanmax(np.abs(one.value), initial=0) >= 1000 for one in draft.reading.found)
    return reference.model_copy(update={"family": "parameters"}) if counted and reference.family else reference
