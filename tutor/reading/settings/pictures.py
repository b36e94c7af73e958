"""The inputs of a layer told by a picture: "a flattened 28x28 grayscale image", "now on an RGB image"."""

from __future__ import annotations

import re
from math import prod

from tools.schema import Json
from tutor.reading.settings.grammar import NUMBER, Row, one, row, said

_SIDES = r"(?P<size>\d{1,4}(?: ?x ?| by )\d{1,4}(?:(?: ?x ?| by )\d{1,4})?)(?![\w.]|x)"
_COLOR = re.compile(r"\brgb\b|\bcolou?r\b|\b(?:3|three)[ -]channel\b")
_PICTURES = r"(?:(?P<color>rgb|colou?r)|gr[ae]y ?-?scale|black and white|monochrome) (?:input|image)\b"
_IN = r"(?:value|number|activation|signal|input|feature|entry)"


def _entries(match: re.Match[str]) -> Json:
    """How many numbers a picture has: three for each pixel of a coloured one."""
    sides = [int(said) for said in re.findall(r"\d+", match["size"])]
    return prod(sides) * (3 if len(sides) == 2 and _COLOR.search(match.string) else 1)


ROWS: tuple[Row, ...] = (
    row(
        "in_features",
        rf"\bflatten(?:ed|s)?\b[^.?!;\d]{{0,40}}?{_SIDES}",
        _entries,
        "a flattened 28x28 grayscale image",
        "mnist flattened to a vector (28x28)",
    ),
    row(
        "in_features",
        rf"(?<![\w.x]){_SIDES}(?=[^.?!;\d]{{0,40}}\bflatten)",
        _entries,
        "a 32x32 rgb image, flattened",
        "a 7x7x512 feature map that is flattened",
    ),
    row(
        "in_features",
        rf"\b(?P<size>{NUMBER}) {_IN} (?:come|go|coming|going|enter|entering|flow)(?: in(?:to)?)?\b",
        one,
        "when 120 values come in",
    ),
    row(
        "out_features",
        rf"\b(?:output|outputs|give|return|produce|predict)s? (?P<size>{NUMBER}) (?:score|value|number|logit|"
        rf"probability|"
        r"prediction)s?\b",
        one,
        "a linear layer on 20 inputs that outputs 10 scores",
        beside=("in_features",),
    ),
    row(
        "out_features",
        r"\bflatten[^.?!;]{0,50}?\d(?: ?x ?| by )\d[^.?!;\d]{0,24} "
        r"(?:to|into|onto|->|→) (?P<size>\d{1,5})(?![\w.]| ?x ?\d| by)",
        one,
        "from a flattened 16x5x5 tensor to 120",
    ),
    *(
        row(
            f"out_{what}",
            rf"\b(?P<shared>\d{{1,5}})(?: {into}){{1,2}},? and (?:just |exactly )?as many (?:{out})\b",
            lambda match: int(match["shared"]),
            says,
        )
        for what, into, out, says in (
            (
                "channels",
                "(?:input|channel|in)",
                "out|output|channel out|output channel",
                "64 channels in and as many out",
            ),
            ("features", "(?:input|in|feature|value)", "output|neuron|unit", "100 inputs and as many outputs"),
        )
    ),
    *(
        row(
            setting,
            r"\bas many (?:output|neuron|unit)s? as input[^.?!\d]{0,14}(?P<shared>\d{1,5})(?![\w.])",
            lambda match: int(match["shared"]),
            "as many outputs as inputs, 512 each",
        )
        for setting in ("in_features", "out_features")
    ),
    row(
        "in_channels",
        r"\brgb\b|\bcolor image\b",
        said(3),
        "32 filters on an RGB image",
        beside=("out_channels",),
    ),
    row(
        "in_channels",
        r"\b(?:gr[ae]y ?-?scale|black and white|monochrome|gray|(?:single|one)[ -]channel)\b",
        said(1),
        "32 filters on a grayscale image",
        beside=("out_channels",),
    ),
    row(
        "in_channels",
        rf"\b(?:now|and|same|but|then|with|for|on)(?: (?:on|for|with|it|the|a|an|is|take|of)){{0,4}} {_PICTURES}|"
        rf"\b{_PICTURES.replace('>', '_after>')} instead\b",
        lambda match: 3 if match["color"] or match["color_after"] else 1,
        "now on an RGB image",
        "grayscale input instead",
        not_says=("does it work for pictures",),
    ),
)
"""They come before the rows of inputs that have a size."""
