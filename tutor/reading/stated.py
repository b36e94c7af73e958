"""The settings that a line states, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.schema import Json
from tutor.reading.models import model_in
from tutor.reading.settings import ROWS
from tutor.reading.text import Line

_ARROW = re.compile(
    "(?P<kind>convolution|linear|fc|fully connected|dense|"
    r"layer)?[^.?!\d]{0,20}\b(?P<first>\d{1,7}) ?(?:->|-|→|=>|to|in,?(?: and)?|"
    r"x) ?(?P<second>\d{1,7})\b"
)
_CONVOLUTION = re.compile(r"\bconvolution|kernel|filter|channel\b")
_LINEAR = re.compile(r"\blinear|fc|fully connected|dense|mlp|perceptron\b")
_NAMED_LAYER = re.compile(
    r"\b(?P<group>feature|classifier)[. \[]{1,2}(?P<index>\d{1,2})\b|"
    r"\b(?P<nth>first|second|third|fourth|fifth|last) (?P<kind>convolution|linear|fc|fully connected|"
    r"dense)(?: layer)?\b|"
    r"\b(?P<kind2>convolution|linear|fc) ?(?P<number>[1-8])\b(?! ?(?:->|to|x|\.|,|channel|input))"
)


@dataclass(frozen=True)
class Stated:
    """Settings as said, and the spans of the line that say them."""

    values: dict[str, Json]
    spans: tuple[tuple[int, int], ...]


def _arrow(text: str, values: dict[str, Json]) -> tuple[int, int] | None:
    """ "64 -> 10" beside a layer word is its inputs and outputs."""
    match = _ARROW.search(text)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    if _LINEAR.search(text):
        values.update(in_features=first, out_features=second)
    elif _CONVOLUTION.search(text) and "x" not in match[0][match.start("first") - match.start() :]:
        values.update(in_channels=first, out_channels=second)
    else:
        return None
    return match.span()


def stated_in(line: Line) -> Stated:
    """The settings of a line."""
    text = line.text
    values: dict[str, Json] = {}
    spans: list[tuple[int, int]] = []
    seen: set[str] = set()
    if model := model_in(text):
        values["model"] = model[0]
        spans.append(model[1])
    for row in ROWS:
        if row.setting in seen:
            continue
        match = row.pattern.search(text)
        if match is None or (model and model[1][0] < match.end() and match.start() < model[1][1]):
            continue
        seen.add(row.setting)
        value = row.value(match)
        if value is not None:
            values[row.setting] = value
            spans.append(match.span())
    if span := _arrow(text, values):
        spans.append(span)
    return Stated(values, tuple(spans))
