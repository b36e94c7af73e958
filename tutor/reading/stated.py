"""The settings that a line states, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.schema import Json
from tutor.reading.gate import gated
from tutor.reading.layers import convolution_of, flat, layers_in, new_head, perceptron_in, size_of
from tutor.reading.masks import mask_in
from tutor.reading.models import half_in, layer_in, model_in
from tutor.reading.settings import rows_for
from tutor.reading.settings.grammar import END, NUMBER, START, Row, number
from tutor.reading.spelling import gated_normal, normal
from tutor.reading.text import DATA, Line

_TURNED_DOWN = re.compile(
    r"\b(?:instead of|rather than|no longer|other than|(?<!why )(?<!or )(?<!if )(?<!do )not|unlike|compared to|"
    r"(?:forget|scrap|undo|drop|ditch|vergiss)(?: about)?)"
    r"(?: (?:a|an|the|with|using|of|for|its|by|in)){0,3}[ ,(]*$"
)
_INSTEAD = re.compile(
    rf",? (?:use|take|try|make it|do|with|set it to|i want|we use|have) (?P<value>{NUMBER}){END}(?! ?(?:x|by|"
    rf"[a-z]{{4}}))"
)
"""What is named in place of a setting that was turned down: "instead of stride 2 use 3"."""
_REACH = 40
"""How far before a setting the words that turn it down may begin."""
_ON = (
    r"(?: (?:and|then|map|project|send|it|them|that|with|through|by|a|fc|linear|layer|down|get|"
    r"fully connected)){0,8}"
)
_ARROW = normal(
    rf"(?:\b(?:from|of|map) )?{START}(?P<first>{NUMBER})(?: (?:feature|dimension|dim|neuron|unit|input|in|channel|"
    rf"node))?"
    rf"(?: ?(?:->|→|=>|-->|(?:long)?rightarrow|mapsto|-)|{_ON} (?:to|onto|into|on|nach)\b|,? in,?(?: and)?\b| ?x|"
    rf" by\b|,(?= ))"
    rf" {{0,6}}(?P<second>{NUMBER}){END}"
)
_SPACE = re.compile(r"\b(?:r|are) ?\^ ?\(?(?=\d)")
"""The spaces that a linear map goes between: R^64 -> R^10."""
_MATRIX = gated_normal(
    rf"(?:\bin {{0,6}}|\bweight(?: matrix| shape)?(?: is| of| size| with shape| shape)? ?\(?)(?P<second>{NUMBER})"
    rf" ?(?:x|multiply|by|,) ?(?P<first>{NUMBER}){END}"
)
"""The weights of a linear layer: outputs × inputs."""
_CONVOLUTION = gated(r"\b(?:convolution|kernel|filter|channel)\b")
_LINEAR = gated(
    r"\b(?:linear\w{0,2}|affine|fc|fully-? ?connected|dense|mlp|perceptron|feed-? ?forward|voll ?-?verbunden\w{0,2}|"
    r"vollvernetzt\w{0,2})\b"
)
_AS_CHANNELS = {"in_features": "in_channels", "out_features": "out_channels"}


_VALUES = ("size", "size3", "size4", "real")
"""The groups of the rows' patterns that hold the number."""
_NUMBERS = "numbers"
_LINEAR_LAYER = "linear"
"""Company that rows may ask for beside settings: a word for a linear layer."""


@dataclass(frozen=True)
class Stated:
    """Settings as said, and the spans of the line that say them."""

    values: dict[str, Json]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Told:
    """One place where a setting is told."""

    setting: str
    value: Json
    span: tuple[int, int]


def _masked(line: Line, spans: tuple[tuple[int, int], ...]) -> str:
    """The line without what stands at these spans of the original, character for character."""
    if not spans:
        return line.text
    text, at = [], 0
    ordered = sorted(spans)
    for piece, start in line.pieces():
        while at < len(ordered) and ordered[at][1] <= start:
            at += 1
        inside = at < len(ordered) and ordered[at][0] <= start
        text.append(DATA * len(piece) if inside else piece)
    return "".join(text)


def _turned_down(text: str, start: int) -> bool:
    return _TURNED_DOWN.search(text, max(0, start - _REACH), start) is not None


def _matches(text: str, rows: list[Row], taken: dict[str, bytearray]) -> Iterator[_Told]:
    """What the rows read: of a setting only where no earlier row has read it, and each number for one setting only."""
    if not rows:
        return
    numbers = taken.setdefault(_NUMBERS, bytearray(len(text) + 1))
    for row in rows:
        own = taken.setdefault(row.setting, bytearray(len(text) + 1))
        for match in row.pattern.finditer(text):
            start, end = match.span()
            if start == end or any(own[start:end]):
                continue
            if row.beside and any(any(other[start:end]) for other in taken.values()):
                continue
            first, last = next((match.span(name) for name in _VALUES if match.groupdict().get(name)), (start, start))
            if any(numbers[first:last]):
                continue
            own[start:end] = b"\1" * (end - start)
            numbers[first:last] = b"\1" * (last - first)
            if not _turned_down(text, start):
                said = match.span("said") if "said" in row.pattern.groupindex else (start, end)
                yield _Told(row.setting, row.value(match), said)
            elif instead := _INSTEAD.match(text, end):
                yield _Told(row.setting, number(instead["value"]), (start, instead.end()))


def _last(told: list[_Told]) -> dict[str, _Told]:
    """Of each setting what was told last; None leaves it alone."""
    last: dict[str, _Told] = {}
    for one in sorted(told, key=lambda one: one.span[1]):
        if one.value is not None:
            last[one.setting] = one
    return last


def _arrow(text: str, linear: bool, taken: dict[str, bytearray], values: dict[str, Json]) -> Iterator[_Told]:
    """ "64 -> 10" beside a layer word is its inputs and outputs."""
    if not linear and not _CONVOLUTION.search(text):
        return
    names = ("in_features", "out_features") if linear else ("in_channels", "out_channels")
    if any(name in values for name in (*names, "input_size")):
        return
    text = _SPACE.sub(lambda match: " " * len(match[0]), text)
    if linear and (weights := _MATRIX.search(text)):
        yield _Told(names[0], number(weights["first"]), weights.span())
        yield _Told(names[1], number(weights["second"]), weights.span())
        return
    for match in _ARROW.finditer(text):
        start, end = match.span()
        between = text[match.end("first") : match.start("second")]
        sized = not linear and ("x" in between or "by" in between or "," in between)
        if sized or any(any(other[start:end]) for other in taken.values()):
            continue
        taken.setdefault(_NUMBERS, bytearray(len(text) + 1))[start:end] = b"\1" * (end - start)
        yield _Told(names[0], number(match["first"]), (start, end))
        yield _Told(names[1], number(match["second"]), (start, end))
        return


def _in_company(text: str, linear: bool, values: dict[str, Json]) -> dict[str, Json]:
    """Settings whose name depends on what they are told of: a model's outputs are its classes, a convolution's
    inputs its channels."""
    if "model" in values and "out_features" in values and "in_features" not in values:
        values["num_classes"] = values.pop("out_features")
    if values.keys() >= {"input_size", "out_features"} and linear:
        values["in_features"] = values.pop("input_size")
    if "kernel_size" in values or (values and not linear and _CONVOLUTION.search(text)):
        return {_AS_CHANNELS.get(name, name): value for name, value in values.items()}
    return values


def _placed(line: Line, named: tuple[str, tuple[int, int]]) -> tuple[str, tuple[int, int]]:
    """What the text names, with its place in the line."""
    name, (start, end) = named
    return name, (line.place(start), line.place(end))


def _model(line: Line, text: str) -> Iterator[_Told]:
    """The model that a text names, as written or else as its words were normalised, and one layer of it."""
    written = text.lower()
    if (model := model_in(written)) is None:
        if model := model_in(line.text):
            yield _Told("model", *model)
        elif half := half_in(written):
            yield _Told("layer", *_placed(line, half))
        return
    yield _Told("model", *_placed(line, model))
    if layer := layer_in(written, model):
        yield _Told("layer", *_placed(line, layer))


def stated_in(line: Line, text: str = "") -> Stated:
    """The settings of the line of a text. Layers that the text constructs speak for themselves.

    >>> from tutor.reading.text import line_of
    >>> stated_in(line_of("stride two instead of stride 1, no padding")).values
    {'stride': 2, 'padding': 0}
    >>> stated_in(line_of("2 hints for exercise 3b at 14:30")).values
    {}
    """
    layers, mask, told = layers_in(text), mask_in(text), list(_model(line, text))
    written = text
    text = _masked(line, (*layers.spans, *((mask.span,) if mask else ())))
    taken: dict[str, bytearray] = {}
    for start, end in (one.span for one in told):
        text = text[:start] + "m" * (end - start) + text[end:]
    rows, linear = rows_for(text), _LINEAR.search(text) is not None
    told += _matches(text, [row for row in rows if not row.beside], taken)
    if chain := perceptron_in(text):
        told.append(_Told("layers", list(chain.specs), chain.spans[0]))
    else:
        told += _arrow(text, linear, taken, {one.setting: one.value for one in told})
    company = {one.setting for one in told if one.value is not None} | ({_LINEAR_LAYER} if linear else set())
    told += _matches(text, [row for row in rows if company.intersection(row.beside)], taken)
    last = _last(told)
    values = _in_company(text, linear, {name: one.value for name, one in last.items()})
    if layers.specs and (head := new_head(layers, written)):
        values = {name: value for name, value in values.items() if name == "model"} | head
    elif layers.specs and (convolution := convolution_of(layers, text)):
        values |= convolution
    elif layers.specs and "input_size" in values and (sized := size_of(layers, text)):
        values = {"input_size": values["input_size"]} | sized
    elif layers.specs:
        values["layers"] = list(layers.specs)
        values |= flat(layers.specs)
        values.pop("layer", None)
    if mask:
        values["attn_mask"] = [list(row) for row in mask.rows]
    return Stated(values, tuple(one.span for one in last.values() if one.span[0] < one.span[1]))
