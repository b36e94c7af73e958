"""Ways to say a what-if setting: stride, padding, scale … under their canonical names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tools.schema import Json
from tutor.reading.references import NUMBER
from tutor.reading.text import normal

_DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WHOLE = rf"(?:{NUMBER}|\d{{1,5}}|zero)"
_IS = (
    r"(?: ?(?:=|:|of|is|to|as|at|by|size|set|be|being|value|from \d+ to|was|were|equal|would be|number|a|with)){0,6}"
    r"[ =:]{0,2}\(?"
)
_PAIR = rf"(?P<value>{_WHOLE})(?:(?: ?[x,] ?| by )(?P<second>{_WHOLE}))?\)?(?![\w.]\d|\w)"
_NO = (
    "(?:no|without|zero|not? any|remove|drop|skip|omit|leave out|w o|ignore|forget|"
    "instead of)(?: (?:the|any|a|using|doing|applying|out)){0,6}"
)
_NOT = (
    "(?:no|without|skip(?:ping)?|omit(?:ting)?|leave out|leaving out|remove|removing|drop|dropping|"
    "forget|forgot|do not|did not|does not|not|never|ignore|ignoring|instead of)"
)

Reading = Callable[[re.Match[str]], Json]


def _number(word: str) -> int:
    return 0 if word == "zero" else _DIGITS[word] if word in _DIGITS else int(word)


def _size(match: re.Match[str]) -> Json:
    first = _number(match["value"])
    second = match.groupdict().get("second")
    return first if second is None or _number(second) == first else [first, _number(second)]


def _whole(match: re.Match[str]) -> Json:
    return _number(match["value"])


def _said(value: Json) -> Reading:
    return lambda match: value


@dataclass(frozen=True)
class Row:
    """A way to say a setting; of several rows for one setting the first that matches counts."""

    setting: str
    pattern: re.Pattern[str]
    value: Reading
    says: tuple[str, ...]


def _row(setting: str, pattern: str, value: Reading, *says: str) -> Row:
    return Row(setting, normal(pattern), value, says)


_FLOAT = r"(?P<number>-?\d+(?:\.\d+)?)(?![\d/])"

ROWS: tuple[Row, ...] = (
    _row(
        "layer",
        r"\b(?P<block>feature|classifier)(?:\.|\[)(?P<index>\d{1,2})\b",
        lambda match: f"{match['block'].replace('feature', 'features')}.{match['index']}",
        "features.3",
        "classifier.1",
    ),
    _row(
        "layer",
        r"\b(?P<nth>first|second|third|fourth|fifth|last) (?P<kind>convolution|linear) ?layer\b",
        lambda match: f"{match['nth']} {match['kind'].replace('convolution', 'conv')} layer",
        "the third conv layer",
        "first linear layer",
    ),
    _row(
        "stride",
        rf"\bstride{_IS}{_PAIR}",
        _size,
        "stride 3",
        "stride=2",
        "a stride of 2",
        "stride (2, 1)",
        "stride two",
    ),
    _row("stride", rf"\b(?P<value>{NUMBER}) ?-? ?stride\b", _size, "stride-one is fine, two stride"),
    _row("stride", r"\bstride ?(?:h|v)", _said(None)),
    _row(
        "padding",
        rf"\b(?:zero )?-?padding(?! (?:same|valid)){_IS}{_PAIR}",
        _size,
        "padding 1",
        "pad=2",
        "zero padding of size 1",
    ),
    _row("padding", rf"\bpadding (?:it |x |the input )?(?:by|with) (?P<value>{_WHOLE})\b", _size, "padded by 2"),
    _row(
        "padding",
        rf"\b(?P<value>{NUMBER}) (?:zero|pixel|ring|layer)?(?: of)?(?: zero)?-? ?padding\b",
        _size,
        "two pixel padding",
    ),
    _row("padding", r"\bpadding(?: is|=| =|:)? ?(?:zero|none|off|no)\b", _said(0), "padding=none", "padding zero"),
    _row(
        "padding",
        r"\b(?:valid (?:padding|convolution|mode)|padding(?: is|=|:| ?mode)?[ =]?valid|mode ?=? ?valid)\b",
        _said("valid"),
        "valid padding",
        "padding='valid'",
    ),
    _row(
        "padding",
        (
            r"\b(?:(?:same|half)(?: \(same\))? padding(?! ?\d)|padding(?: is|=|:| ?mode)?[ =]?same|"
            r"mode ?=? ?same)\b"
        ),
        _said("same"),
        "same padding",
        'padding="same"',
    ),
    _row(
        "padding",
        (
            r"\b(?:no(?:t any)?|without|remove|drop|un-?|0) (?:the |any |a |zero |zero-)*padding\b|"
            r"\bnot padding\b|\bno(?: zero)? border\b"
        ),
        _said(0),
        "no padding",
        "ohne Padding",
        "without any padding",
    ),
    _row("padding", r"(?<![\w=+*/^-])p ?= ?(?P<value>\d)(?![\d.])", _size, "p=2"),
    _row("stride", r"(?<![\w=+*/^-])s ?= ?(?P<value>\d)(?![\d.])", _size, "s = 3"),
    _row("dilation", rf"\bdilation(?: rate| factor)?{_IS}{_PAIR}", _size, "dilation 2", "dilation rate of 2"),
    _row("dilation", rf"\b(?P<value>{NUMBER}) ?-? ?dilation\b", _size),
    _row("dilation", r"\b(?:no|without) dilation\b", _said(1), "no dilation"),
    _row(
        "kernel_size",
        rf"\bkernel(?:_| )?(?:size|shape|dim)?{_IS}{_PAIR}(?! ?(?:->|to|channel|output|filter|kernel))",
        _size,
        "kernel_size=11",
        "kernel 5",
        "kernel size of 3x3",
    ),
    _row("kernel_size", rf"\bfilter (?:size|shape){_IS}{_PAIR}", _size, "filter size 5"),
    _row(
        "kernel_size",
        (
            r"(?<![\dx-])(?P<value>\d{1,2}|two|three|four|five|seven)(?: ?x ?| by | times )(?P<second>\d{1,2}|"
            r"two|three|four|five|seven)(?: ?x ?\d+)? (?:convolution )?(?:kernel|filter|convolution|window)\b"
        ),
        _size,
        "3x3 kernel",
        "5 by 5 filter",
    ),
    _row(
        "kernel_size",
        (
            r"\b(?:kernel|filter|convolution) (?:of |with |is |that is |size |window )*(?P<value>\d{1,2}|two|"
            r"three|five|seven)(?: ?x ?| by )(?P<second>\d{1,2}|two|three|five|seven)\b"
        ),
        _size,
        "filters of size 5x5",
    ),
    _row(
        "input_size",
        (
            r"(?<![\dx])(?P<value>\d{1,4})(?: ?x ?| by )(?P<second>\d{1,4})(?: ?x ?\d+)? (?:rgb |gray |pixel |"
            r"big )?(?:input|image|x|featuremap|feature map)\b"
        ),
        _size,
        "a 32x32 input",
        "7 by 7 image",
    ),
    _row(
        "input_size",
        (
            r"\b(?:input|image|x|featuremap|feature map)(?:_| )?(?:size|shape|dim|"
            rf"dimension)?{_IS}(?P<value>\d{{1,4}})(?: ?[x,] ?| by )(?P<second>\d{{1,4}})\b"
        ),
        _size,
        "input of size 32x32",
        "input 7x7",
    ),
    _row("input_size", rf"\binput(?:_| )size{_IS}(?P<value>\d{{1,4}})\b", _whole, "input size 32"),
    _row(
        "num_classes",
        (
            rf"\bnum(?:ber)?_?-? ?class(?:es)?{_IS}(?P<value>\d{{1,6}})\b|"
            rf"\bnumber of class{_IS}(?P<value2>\d{{1,6}})\b"
        ),
        lambda match: int(match["value"] or match["value2"]),
        "num_classes=10",
        "number of classes is 10",
    ),
    _row(
        "num_classes",
        (
            r"\b(?P<value>\d{1,6}|two|three|four|five|six|seven|eight|nine|ten) ?-? ?(?:output |target |different "
            r")?(?:class|categories|"
            r"labels)\b"
        ),
        _whole,
        "10 classes",
    ),
    _row("in_features", rf"\bin_? ?-?feature{_IS}(?P<value>\d{{1,7}})\b", _whole, "in_features=512"),
    _row("out_features", rf"\bout_? ?-?feature{_IS}(?P<value>\d{{1,7}})\b", _whole, "out_features=10"),
    _row(
        "in_channels",
        (
            rf"\bin(?:put)?_? ?-?channel{_IS}(?P<value>\d{{1,5}})\b|"
            r"\b(?P<value2>\d{1,5}|one|two|three|four) (?:in(?:put)?)_? ?-?channel\b"
        ),
        lambda match: _number(match["value"] or match["value2"]),
        "in_channels=3",
        "3 input channels",
    ),
    _row(
        "out_channels",
        (
            rf"\bout(?:put)?_? ?-?channel{_IS}(?P<value>\d{{1,5}})\b|"
            r"\b(?P<value2>\d{1,5}) (?:out(?:put)?)_? ?-?channel\b"
        ),
        lambda match: _number(match["value"] or match["value2"]),
        "out_channels=64",
        "64 output channels",
    ),
    _row(
        "out_channels",
        r"\b(?P<value>\d{1,5}) (?:\d{1,2} ?x ?\d{1,2} )?(?:filter|kernel|feature map|featuremap)\b",
        _whole,
        "64 filters",
        "64 3x3 filters",
    ),
    _row(
        "in_features",
        r"\b(?P<value>\d{1,7}) (?:input(?! channel)|in(?: neuron| unit)|input neuron|neuron in)\b",
        _whole,
        "512 inputs",
    ),
    _row(
        "out_features",
        r"\b(?P<value>\d{1,7}) (?:output(?! channel)|out\b|output neuron|neuron out)\b",
        _whole,
        "10 outputs",
    ),
    _row(
        "bias",
        (
            r"\bbias ?(?:=|is|:)? ?(?:false|off|none)\b|"
            r"\b(?:no|without|remove|drop|not (?:count|include|have|use)\w*)(?: the| any| a|"
            r" an)* bias(?:es)?\b|\bignore (?:the )?bias\b|"
            r"\bwithout weight and bias\b"
        ),
        _said(False),
        "no bias",
        "bias=False",
        "without the biases",
    ),
    _row(
        "bias",
        rf"\bbias(?: term)? ?(?:=|of|is|:|to|value|b ?=)* ?{_FLOAT}",
        lambda match: float(match["number"]),
        "bias = 1",
        "a bias of 0.5",
    ),
    _row("bias", r"\bbias ?(?:=|is|:)? ?(?:true|on)\b", _said(True), "bias=True"),
    _row(
        "scale",
        (
            rf"\b{_NOT} (?:(?:the|any|by|to|with|d_?k|a|out|i|you|we|it|doing|using|apply|applying|use|"
            "do|factor|1 ?/|of|that|root|square) ?)*(?:scale|divide|division|sqrt|root)|"
            r"\bscale\b[^.?!]{0,25}[.?!,] ?(?:\w+ ){0,4}without(?: it)?(?= ?[.?!]*$)"
        ),
        _said("none"),
        "without dividing by sqrt d_k",
        "no scaling",
        "if I don't divide by sqrt d_k",
        "and without the factor $1/\\sqrt{d_k}$?",
        "I don't believe the scaling matters. Compute it without.",
        "without the scaling",
    ),
    _row("scale", r"\bunscaled\b|\bscale ?(?:=|is|:)? ?(?:none|off|false)\b", _said("none"), "scale=None"),
    _row(
        "scale",
        rf"\bscale(?: factor)? ?(?:=|of|is|:|to|by|with|factor)* ?{_FLOAT}",
        lambda match: float(match["number"]),
        "scale=0.5",
        "a scale of 0.25",
    ),
    _row(
        "scale",
        r"\bdivide(?: (?:the|score|it|them|logit|by|q|k|qkv|result)){0,6} (?P<number>\d+(?:\.\d+)?)(?![\d/])",
        lambda match: 1 / float(match["number"]) if float(match["number"]) else None,
        "divide the scores by 4",
    ),
    _row("is_causal", r"\b(?:no|without)(?: the| a)? (?:causal )?mask", _said(None)),
    _row("is_causal", r"\bis_causal ?= ?false\b", _said(False), "is_causal=False"),
    _row(
        "is_causal",
        (
            r"\b(?:causal|is_causal|look-? ?ahead|mask(?:ed)? (?:attention|the future|future)|autoregressive|"
            r"decoder mask|triangular mask)\b"
        ),
        _said(True),
        "with a causal mask",
        "is_causal=True",
    ),
    _row("softmax", r"\b(?:row|column)s? or (?:the |over |per )*(?:row|column)|\bdim ?=? ?-?[01] or\b", _said(None)),
    _row(
        "softmax",
        rf"\b{_NOT} (?:(?:the|any|a|use|apply|using|applying|do|doing|take|taking|out) )*softmax\b",
        _said("none"),
        "without the softmax",
    ),
    _row(
        "softmax",
        r"\bsoftmax\b[^.?!]{0,30}\b(?:column|dim ?=? ?0|axis ?=? ?0)\b|\bcolumn-? ?wise softmax\b",
        _said("columns"),
        "softmax over the columns",
        "softmax with dim=0",
    ),
    _row(
        "softmax",
        r"\bsoftmax\b[^.?!]{0,30}\b(?:row|dim ?=? ?-?1|axis ?=? ?-?1)\b|\brow-? ?wise softmax\b",
        _said("rows"),
        "softmax over the rows",
    ),
)
"""Of rows for one setting the first that matches counts; a row that says None says it is left alone."""
