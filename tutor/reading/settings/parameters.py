"""How channels, features and biases of a layer are said."""

from __future__ import annotations

from tutor.reading.settings.grammar import (
    END,
    FREE,
    IS,
    LARGE,
    NUMBER,
    ONE,
    START,
    WITHOUT,
    Row,
    number,
    one,
    row,
    said,
)

_UNITS = r"(?:feature|neuron|unit|node|dimension|knoten|einheiten|merkmale)"
_INTO = r"(?: ?(?:->|→|=>|-->)| ?-(?= )| (?:to|into|auf|and|,|onto|zu))"
_IN = r"(?:in|input|incoming|eingangs?|eingänge|eingängen)"
_OUT = r"(?:out|output|outgoing|ausgangs?|ausgänge|ausgängen)"
_FEATURES = r"(?:[_ -]?(?:feature|dimension|dim|neuron|unit))"
_CHANNELS = r"(?:[_ -]?(?:channel|ch|chan|chanel|planes|plane|map|kanäle|kanälen|kanal|depth))"
_BIAS = r"(?:bias(?:es)?|bias term|bias vector|biasterm|offset)"
_N = rf"(?P<size>{NUMBER})"

_JOINED = (
    r"(?: ?,| and(?: (?:give|get|has|have|make|produce|return|put))?| to| into| with| ?->| ?→| ?rightarrow| out of|"
    r" in)"
)
_FIRST = rf"(?: ?-?{_IN}(?:-|[ -]?(?:channel|ch\b|kanäle\w?))?| channel(?: in\b)?| ?eingangskanäle\w?)"
_PAIR = rf"(?:{_FIRST}{_JOINED}{{0,2}}|{_JOINED}{{1,2}}) ?"
_SECOND = rf" ?-?(?:{_OUT}[ -]?)?(?:channel|ch\b|kanäle\w?|ausgangskanäle\w?)"

_AND_OUT = r"[ ,]{1,3}(?:and )?(?:the |whose |its )?"
_COME = r"(?:(?:go|come|be|are) )?"
_HAS = r"(?:has|have|with|of|is|=|:)"
_THREE_IN = (
    rf"{FREE}<in> channel {_COME}(?:in|rein|hinein|input)\b(?! (?:the|our|this)){_AND_OUT}<out> (?:channel )?{_COME}"
    r"(?:out|raus|heraus)\b"
)
_IN_THREE = rf"\bin <in> channel{_AND_OUT}out <out>(?: channel)?{END}"
_TURNED = (
    r"\b(?:take|turn|map|bring|transform)(?: it| from| \w{1,4})? <in> channel(?: in)?(?: as input)? "
    rf"(?:and (?:give|return|produce|output|make)|into|to|onto) <out>{END}"
)
_INPUT_HAS = rf"\binput {_HAS} <in> channel{_AND_OUT}output {_HAS} <out>{END}"
_TOLD = (
    (_THREE_IN, "3 channels in and 64 out"),
    (_IN_THREE, "in 3 channels, out 16 channels"),
    (_TURNED, "take 16 channels and give 32"),
    (_INPUT_HAS, "the input has 12 channels and the output has 6"),
)
"""Channels that go in and channels that come out, told together."""


def _in(told: str) -> str:
    """The pattern with its first number as the value."""
    return told.replace("<in>", _N).replace("<out>", NUMBER)


def _out(told: str) -> str:
    """The pattern with its second number as the value."""
    return told.replace("<out>", _N).replace("<in>", NUMBER)


_NOT_ALL = "".join(f"(?<!{word} )" for word in ("everything", "all", "sum", "parameter", "weight", "only", "layer"))
"""Before "in features", which then is a block of a model: "everything in features"."""
_NAMED_IN, _NAMED_OUT = r"\bin(?: ?[=:] ?| )", r"[ ,]{1,3}(?:and )?out(?: ?[=:] ?| )"

CHANNELS: tuple[Row, ...] = (
    *(row("in_channels", _in(told), one, phrase) for told, phrase in _TOLD),
    *(row("out_channels", _out(told), one, phrase) for told, phrase in _TOLD),
    row("in_channels", rf"\bconvolution(?: 2d| layer)? ?\( ?{_N} ?, ?{NUMBER} ?, ?\(?{NUMBER}", one, "conv(3, 16, 5)"),
    row("out_channels", rf"\bconvolution(?: 2d| layer)? ?\( ?{NUMBER} ?, ?{_N} ?, ?\(?{NUMBER}", one, "conv(3, 16, 5)"),
    row(
        "in_channels",
        rf"{FREE}{_N}{_PAIR}{NUMBER}{_SECOND}",
        one,
        "conv with 3 input and 64 output channels",
        "3 in and 64 out channels",
        "from 3 to 64 channels",
        "16 input channel 32 output channel",
        "take 3 channels in and give 64 channels out",
    ),
    row("out_channels", rf"{FREE}{NUMBER}{_PAIR}{_N}{_SECOND}", one, "from 3 to 64 channels"),
    row(
        "in_channels",
        rf"(?:\b{_IN}{_CHANNELS}(?:count|zahl)?|\beingangskanäle\w?|\beingabekanäle\w?|\bc ?_ ?in|"
        rf"\bc in(?= ?[=:])|\bcin|\binc|\bin_?ch|\bin_c|\bnumber of input channel|\bchannel in){IS}{ONE}",
        one,
        "in_channels=3",
        "$C_{in}=3$",
        "input channels: 3",
        "in_ch=3",
        not_says=("what is an input channel? 3 hints", "what is C in 4"),
    ),
    row(
        "out_channels",
        rf"(?:\b{_OUT}{_CHANNELS}(?:count|zahl)?|\bausgangskanäle\w?|\bausgabekanäle\w?|\bc ?_? ?out|\bcout|\boutc|"
        rf"\bout_?ch|\bout_c|\bchannel out){IS}{ONE}",
        one,
        "out_channels=64",
        "$C_{out}=32$",
    ),
    row(
        "in_channels",
        rf"{FREE}(?P<size>{LARGE})[ -]?(?:{_IN}[ _-]?(?:channel|ch|maps?|planes?|chanel|kanäle|kanal|kanälen|"
        rf"featuremap|feature maps?)\b|"
        rf"(?:channel|chanel|ch)[ -]?(?:in\b(?! (?:the|our|this))|input|image|picture|rgb)|eingangskanäle\w?|"
        rf"eingabekanäle\w?|"
        rf"channel (?:coming )?in\b(?! (?:the|our|this)))",
        one,
        "3 input channels",
        "99999999 input channels",
        "a 3-channel image",
        "3 Eingangskanäle",
    ),
    row(
        "out_channels",
        rf"{FREE}{_N}[ -]?(?:{_OUT}[ _-]?(?:channel|ch|maps?|planes?|chanel|kanäle|kanal|kanälen|featuremap|"
        rf"feature maps?)\b|"
        rf"(?:channel|ch)[ -]?out(?:put)?\b|ausgangskanäle\w?|ausgabekanäle\w?)",
        one,
        "64 output channels",
    ),
    row(
        "in_channels",
        rf"\b(?:on|over|for|with|take|have) (?:a |an )?(?P<size>{NUMBER})[ -]channel\b",
        one,
        "32 filters on 3 channels",
        beside=("out_channels",),
    ),
    row(
        "in_channels",
        rf"\binput(?: image)?(?: (?:to|has|have|with|of|is|be|become|becomes|had|only|just|a|now)\b){{1,4}} "
        rf"(?:(?P<size>{NUMBER})|single)[ -]channel\b",
        lambda match: number(match["size"] or "one"),
        "change the input to one channel",
        "the input has only 4 channels",
        "an input with a single channel",
    ),
    *(
        row(
            f"{side}_{what}",
            rf"{START}(?P<size>{NUMBER}) (?:for|as|in) (?:the )?{said_as}(?:[_ -]?{what[:-1]})\b(?!{IS}\d)",
            one,
            f"128 for {side}_{what}",
        )
        for side, said_as in (("in", _IN), ("out", _OUT))
        for what in ("channels", "features")
    ),
    row("out_channels", r"\bconvolution ?\d{1,2}-(?P<size>\d{2,4})\b", one, "CONV3-64"),
    row(
        "out_channels",
        rf"{FREE}{_N} (?:different |learned |such )?(?:\d{{1,2}} ?(?:x|"
        rf"by) ?\d{{1,2}}(?: ?x ?\d{{1,4}})? )?(?:convolution )?(?:filter|kernel|feature maps?|featuremap)\b(?! size)",
        one,
        "64 filters",
        "64 3x3 filters",
        not_says=("a 3x3 filter", "2x2 kernel"),
    ),
    row(
        "out_channels",
        rf"\b(?:number of|number|how many) (?:filter|kernel|feature maps?|featuremap){IS}(?<=[=: ]){ONE}",
        one,
        "number of filters: 32",
    ),
    row("out_channels", rf"\bfilter ?= ?{ONE}", one, "filters=32"),
)

FEATURES: tuple[Row, ...] = (
    row("in_features", rf"{_NAMED_IN}{_N}{_NAMED_OUT}{NUMBER}{END}", one, "in=10, out=5"),
    row("out_features", rf"{_NAMED_IN}{NUMBER}{_NAMED_OUT}{_N}{END}", one, "in=10, out=5"),
    row(
        "out_features",
        rf"\boutput(?: size|size)? ?(?:of|is|=|:)? ?{ONE}",
        one,
        "linear, output size 5",
        beside=("linear",),
    ),
    row(
        "out_features",
        rf"{FREE}{_N}[ -](?:hidden |output )?{_UNITS}\b(?! in\b)",
        one,
        "a dense layer with 50 units on 100 inputs",
        beside=("in_features",),
    ),
    row(
        "in_features",
        rf"{_NOT_ALL}\b(?:{_IN}{_FEATURES}|d ?_? ?in|din|and_?in|n_?in|fan[ _]?in|input dim|number of input(?! channel)"
        rf"|eingangsgröße|eingabedimension){IS}{ONE}",
        one,
        "in_features=512",
        "input dimension 784",
        "d_in = 20",
        not_says=("input size 32", "input features of the sheet", "I summed everything in features: 2,469,696"),
    ),
    row(
        "out_features",
        rf"\b(?:{_OUT}{_FEATURES}|d ?_? ?out|dout|and_?out|n_?out|fan[ _]?out|number of output(?! channel)|"
        rf"ausgabedimension){IS}{ONE}",
        one,
        "out_features=10",
        "output dimension is 10",
    ),
    row(
        "in_features",
        rf"{FREE}{_N}[ -]?(?:in(?=[ ,]{{1,2}}(?:and )?{NUMBER} out)|(?!in\b){_IN}\b(?!{_CHANNELS})(?! (?:image|"
        rf"size)\b)|{_IN}[ -]?{_UNITS}|{_UNITS} (?:coming )?in\b|dimensional input)(?! ?=)",
        one,
        "512 inputs",
        "100 in 10 out",
        "300 Eingängen",
        not_says=("a 32x32 input", "2 hints in 3", "is the 2 in row 1 right"),
    ),
    row(
        "out_features",
        rf"{FREE}{_N}[ -]?(?:{_OUT}\b(?!{_CHANNELS})(?! (?:of|class|label|size|image)\b)|{_OUT}[ -]?{_UNITS}|"
        rf"{_UNITS} out\b)(?! ?=)",
        one,
        "10 outputs",
        "20 Ausgängen",
        not_says=("2 out of 4", "a 3x3 output"),
    ),
)

BIAS: tuple[Row, ...] = (
    row(
        "bias",
        rf"\b{_BIAS}(?: ?(?:=|is|:|to|turned|set to|set)){{0,4}} ?(?:false|off|none|no\b|disable|weg)|"
        rf"{WITHOUT} {_BIAS}\b(?!{IS}[\d.])|"
        rf"\b(?:leave|take|turn|switch|throw|drop|lass\w{{0,2}}|lasse)(?: the| all| den| das| any){{0,2}} {_BIAS}"
        rf"(?: (?:term|vector|"
        rf"parameter))?(?: (?:out|away|off|weg))\b|"
        rf"\b{_BIAS}(?: (?:term|vector|is|be|get|was))? ?(?:removed?|dropped|drop|skipped|omitted|gone|away|"
        rf"(?:switched|turned|switch|turn) off|left out)\b|"
        rf"\bnot (?:count|include|have|use|add|counting|including)\w*(?: the| any| a| an){{0,4}} {_BIAS}\b|"
        rf"\bbias(?:es)? ?-?(?:free|less)\b|\bwithout weight and bias\b|"
        rf"\bno (?:weight or |additive )?{_BIAS}\b(?!{IS}-?\.?\d)|\b(?:exclude|excluding|except|minus)(?: the|"
        rf" all){{0,4}} {_BIAS}\b|"
        rf"\b{_BIAS} (?:exclude|not include|not count)|\bonly (?:the )?weight\b(?= no bias)",
        said(False),
        "no bias",
        "bias=False",
        "without the biases",
        "ohne Bias",
        "a bias-free conv",
        "excluding the biases",
        "if I leave the bias out",
        "with the bias switched off",
        not_says=("what is the bias for?",),
    ),
    row(
        "bias",
        r"\bbias(?: (?:term|value))?(?: ?(?:=|of|is|:|to|value|b(?= ?=)|equal|was|were|with|set|being)\b|"
        r" ?[=:]){0,4} ?\(?(?P<size>(?:(?<![\w)])-|minus |negative )?\d{1,4}(?:[.,]\d{1,6})?|(?:minus )?(?:one|"
        r"two|three|four|five|"
        r"half))(?![\w/%]|[.,]\d)(?! (?:parameter|of|weight))",
        lambda match: 0.5 if match["size"] == "half" else float(number(match["size"].replace(",", "."))),
        "bias = 1",
        "a bias of 0.5",
        "bias -2",
        "make that bias minus 3",
        not_says=("the bias 61100840",),
    ),
    row("bias", rf"{START}(?P<size>{NUMBER}) as (?:the |a )?bias\b", one, "2 as the bias"),
    row(
        "bias",
        rf"\b{_BIAS}(?: ?(?:=|is|:|to|set to|turned)){{0,4}} ?(?:true|on\b|enable)|\b(?:with|including|include|incl|"
        rf"plus|"
        rf"mit|add|adding|have|has)(?: the| a| its| one| all){{0,4}} {_BIAS}\b(?!{IS}[-\d.])(?! (?:parameter|"
        rf"exercise))(?![ ,.]+\d)",
        said(True),
        "bias=True",
        "with bias",
        "including the biases",
        not_says=("with biases 61100840",),
    ),
)

ROWS = (*CHANNELS, *FEATURES, *BIAS)
