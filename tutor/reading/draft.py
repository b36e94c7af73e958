"""Everything that is read from a text before its act is decided: arrays, places, settings, topic, move."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from tools.schema import Array, Json
from tutor.reading import arrays
from tutor.reading.calls import as_words
from tutor.reading.changes import changes_in, overruled, replaced_at
from tutor.reading.counts import counts_in, counts_of_layers
from tutor.reading.eigenvalues import told_at
from tutor.reading.gate import gated_text
from tutor.reading.labels import labelled, steps_named
from tutor.reading.layers import layers_in
from tutor.reading.masks import mask_in
from tutor.reading.matrices import matrices_in
from tutor.reading.matrices.percents import tight_percents
from tutor.reading.message import THAT, Change, Found, Move, Reading
from tutor.reading.moves import continues, move_of
from tutor.reading.positions import entries_in, like_references
from tutor.reading.proposals import proposed_in
from tutor.reading.references import Referred, referred
from tutor.reading.spoken import in_digits
from tutor.reading.stated import stated_in
from tutor.reading.text import DATA, MAX_CHARS, Line, line_of
from tutor.reading.topics import topic_of
from tutor.reading.windows import windows_in

_SIZES = gated_text(
    (
        r"\b(?:stride|strides|padding|pad|dilation|kernel_size|kernel size|output_size|input_size|"
        r"input size|size|shape) ?(?:=|:|of|is)? ?\$?[(\[]\s*\d+\s*(?:,\s*\d+\s*){1,3}[)\]]|"
        r"(?<=\))\[[\d, :]{1,12}\]|\bthank(?:s| you) a \w+"
    ),
    re.IGNORECASE,
)
"""Sizes in parentheses, which look like vectors."""
_TOLERANCE = gated_text(
    r",? ?\b(?:[ar]tol|tol|tolerance|(?:rel|abs)_tol|eps|epsilon|(?<=, )rel|(?<=, )abs|(?<=, )places) ?= ?"
    r"(?:\d{1,3}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE]-?\d{1,3})?(?![\w.])"
)
"""How exactly code compares, which is no number of the exercise."""
_PRINTED = re.compile(
    rf"(?:\)|@ ?\w{{1,20}})(?:[^\w{DATA}]|\d)*"
    rf"(?:(?!(?:with|for|and|if|where|using|when|let|input|kernel)\b)[a-z_]{{1,20}}(?:[^\w{DATA}]|\d)+){{0,2}}{DATA}|"
    rf"\(x\b[^{DATA}?]{{0,60}}\)[, ]*(?:and )?then (?:(?!kernel|filter|input)[^{DATA}?]){{0,40}}: ?{DATA}"
)
"""A call, an echoed name perhaps, and what was printed."""
_TOLD_OF_MODEL = frozenset(
    {"model", "layer", "layers", "num_classes", "bias", "stride", "padding", "input_size"}
    | {"in_channels", "out_channels", "kernel_size", "in_features", "out_features"}
)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Draft:
    """What was read. `source` is the text with spoken numbers in digits, place for place; `line` is it normalised."""

    source: str
    line: Line
    reading: Reading
    named: tuple[Found, ...]
    """The arrays of the reading, those without a name under what the words call them."""
    referred: Referred
    stated: dict[str, Json]
    inputs: dict[str, Array]
    topic: str | None
    move: Move | None
    changes: tuple[Change, ...]
    proposed: Found | None
    """The array or count that is said to come out under these settings."""

    @property
    def text(self) -> str:
        """The normalised line."""
        return self.line.text

    @property
    def firm(self) -> bool:
        """Whether something was handed in as data."""
        return bool(self.reading.errors) or any(not one.loose for one in self.reading.found)

    @property
    def bare(self) -> bool:
        """Whether the text is nothing but data."""
        around = _blanked(self.source[:MAX_CHARS], tuple(one.span for one in self.reading.found), " ")
        return self.firm and not self.reading.errors and _WORD.search(around) is None

    @property
    def matrix(self) -> bool:
        """Whether there is a matrix among the data, or an entry told by its window."""
        return any(one.value.ndim > 1 or (one.name or "").startswith("window ") for one in self.reading.found)

    @property
    def printed(self) -> bool:
        """Whether the data are what code printed."""
        return self.firm and _PRINTED.search(self.text) is not None

    @property
    def printed_count(self) -> bool:
        """Whether code that counts stands above a number it printed."""
        return self.loose_answer and "parameter()" in self.text

    @property
    def claims(self) -> bool:
        """Whether the only data are counts, stated of a model rather than asked for."""
        firm = [one for one in self.reading.found if not one.loose]
        printed = "parameter()" in self.text
        counts = all(one.value.ndim == 0 and (printed or abs(one.value) >= 1000) for one in firm)
        return bool(firm) and counts and self.stated.keys() <= _TOLD_OF_MODEL and not self.inputs

    @property
    def loose_answer(self) -> bool:
        """Whether the bare numbers of the text look like a result: several, a decimal, or a count."""
        loose = [one for one in self.reading.found if one.loose]
        entries = [float(entry) for one in loose for entry in one.value.reshape(-1)]
        return len(entries) > 2 or any(
            entry != round(entry) or abs(entry) >= 1000 for entry in entries if isfinite(entry)
        )


def draft_of(text: str) -> Draft:
    """Read a text: matrices first, then settings and references on what is left."""
    text = _TOLERANCE.sub(_erased, tight_percents(in_digits(as_words(text[:MAX_CHARS])))) + text[MAX_CHARS:]
    sizes = tuple(match.span() for match in _SIZES.finditer(text[:MAX_CHARS]))
    mask = mask_in(text[:MAX_CHARS])
    layers = layers_in(text).spans
    blanked = _blanked(text, (*layers, *sizes, *((mask.span,) if mask else ())))
    reading = _with_claims(matrices_in(blanked), blanked[:MAX_CHARS], bool(layers))
    arrays_at = [one.span for one in reading.found if one.value.ndim] + [error.span for error in reading.errors]
    arrays_at += like_references(reading.found, blanked)
    line = line_of(text, tuple(arrays_at))
    stated = stated_in(line, text)
    about = referred(line, text, (*stated.spans, *told_at(line.text), *replaced_at(line.text)))
    spoken = [line.span(*span) for span in (*about.spans, *stated.spans)]
    found = tuple(one for one in reading.found if one.value.ndim or not _overlaps(one.span, spoken))
    found = steps_named(found, line.text, arrays_at)
    named = labelled(found, line.text, arrays_at)
    inputs = arrays.inputs_in(named, line.text, about.reference.family)
    said = {*stated.values, *inputs}
    changes = tuple(
        one
        for one in changes_in(line.text, arrays.shown_in(named, line.text))
        if one.how != "times" or one.setting not in said
    )
    amounts = {one.amount for one in changes if one.how == "fill"}
    found = tuple(one for one in found if one.value.ndim or float(one.value) not in amounts)
    seeming = overruled(changes)
    if not any(one.how == "power_of_d_k" for one in changes) and stated.values.get("scale") not in {
        None,
        *(one.amount for one in changes),
        *(1 / one.amount for one in changes if one.amount),
    }:
        seeming -= {"scale"}
    if inputs.keys() >= {"input", "kernel"}:
        seeming |= {"in_channels", "out_channels"}
    if "attn_mask" in said and "causal" not in line.text:
        seeming |= {"is_causal"}  # "with that mask"
    values = {name: value for name, value in stated.values.items() if name not in seeming}
    inputs = {name: value for name, value in inputs.items() if name not in seeming}
    return Draft(
        source=text,
        line=line,
        reading=reading.model_copy(update={"found": found}) if reading.found else reading,
        named=named,
        referred=about,
        stated=values,
        inputs=inputs,
        topic=topic_of(line.text),
        move=_move(line, bool(values or inputs or changes), about, any(one.setting == THAT for one in changes)),
        changes=changes,
        proposed=proposed_in(line, named, values, inputs, {one.setting for one in changes}),
    )


def _erased(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blanked(text: str, spans: tuple[tuple[int, int], ...], filling: str = "x") -> str:
    """The text with these spans replaced by letters, which no reader takes for data."""
    for start, end in spans:
        text = text[:start] + filling * (end - start) + text[end:]
    return text


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _with_claims(reading: Reading, text: str, of_layers: bool) -> Reading:
    """The reading with the counts and entries that only the words around them make data."""
    arrays_at = [one.span for one in reading.found if one.value.ndim]
    windows = windows_in(text)
    entries = [one for one in entries_in(text) if not _overlaps(one.span, (window.span for window in windows))]
    entries = [one for one in (*windows, *entries) if not _overlaps(one.span, arrays_at)]
    firm = [one.span for one in reading.found if not one.loose]
    counts = [
        one
        for one in (counts_in(text) or (counts_of_layers(text) if of_layers else ()))
        if not _overlaps(one.span, firm)
    ]
    claims = [*entries, *counts]
    if not claims:
        return reading
    kept = [one for one in reading.found if not _overlaps(one.span, (claim.span for claim in claims))]
    return reading.model_copy(update={"found": tuple(sorted((*kept, *claims), key=lambda one: one.span))})


def _move(line: Line, computable: bool, about: Referred, of_that: bool) -> Move | None:
    """The move of a line; what goes on from a computation before ("and stride 3", "twice that") is the same again with
    it."""
    move = move_of(line.text)
    if move is None and of_that:
        return Move.SAME
    if move is None and computable and about.reference.exercise is None and continues(line.text):
        return Move.SAME
    return move
