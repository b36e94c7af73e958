"""How strides and dilations are said."""

from __future__ import annotations

from tutor.reading.settings.directions import moved, two_ways
from tutor.reading.settings.grammar import (
    END,
    IS,
    NUMBER,
    ONE,
    SIZE,
    START,
    Row,
    corrected,
    of_part,
    one,
    row,
    said,
    size,
)

_MOVE = (
    r"(?:jump|jumps|jumping|hop|hops|hopping|step|slide|move|moves|shift|shifts|shifting|shifted|advance|advances|"
    r"stepping|walk|go)"
)
_ORDINAL = {"second": 2, "other": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4, "2": 2, "3": 3, "4": 4}


_STRIDE: tuple[Row, ...] = (
    *two_ways(
        "stride",
        "stride",
        ("stride of 2 vertically and 1 horizontally", "stride 2 down and 1 to the right"),
        ("vertical stride 2 and horizontal stride 1",),
    ),
    moved(
        "stride",
        "(?:move|slide|shift|jump|step|hop|advance)",
        "move the kernel 2 down and 1 to the right",
        "it moves two right and one down",
    ),
    corrected("stride", "stride", "3 not 2. the stride"),
    of_part("stride", "the stride in 3a were three", "the stride of c to 3"),
    row(
        "stride",
        rf"\bnot {_MOVE}(?: the| a)?(?: kernel| filter|"
        rf" window)?(?: by)? {NUMBER},? but (?:by )?(?P<size>{NUMBER}){END}",
        one,
        "the window didn't jump by two but by three",
    ),
    row("stride", rf"\b(?:no|without|unit)(?: any| a)? stride\b(?!{IS}\d)", said(1), "unit stride", "without stride"),
    row(
        "stride",
        rf"\b(?:stride|str(?= ?=? ?\d)|strd|strde|strid|striding|step ?-?(?:size|width|length)|schrittlänge|"
        rf"schrittgröße|hop size)\b(?:_[hw])?{IS}{SIZE}(?! ?(?:hint|exercise))",
        size,
        "stride 3",
        "pad 3 str 4",
        "stride=2",
        "a stride of 2",
        "stride (2, 1)",
        "stride two",
        "stride -1",
        "stride 1.5",
        "change the stride from 1 to 3",
        "stride not 1 but 2",
        "stride 2, no wait 3",
        "with step size 2",
        not_says=("what is the stride in 3b?", "explain stride. 2 hints please", "the stride at 14:30"),
    ),
    row(
        "stride",
        r"\b(?:stride|step ?-?size)(?: ?(?:of|equal|is|=|to)){1,4} ?(?:to|too)(?= ?(?:[.?!,]|$|and|with|instead|"
        r"please))",
        said(2),
        "with a stride of too",
    ),
    row("stride", rf"{START}(?P<size>{NUMBER})[- ] ?stride\b(?!{IS}[\d(])", one, "a two stride", "use 3 strides"),
    row(
        "stride",
        r"\bevery (?P<nth>second|other|third|fourth|two|three|four|2|3|4)(?: ?nd| ?rd| ?th)? (?:pixel|window|"
        r"position|cell|entry|"
        r"column|patch|place|location|spot|row|step|field)\b",
        lambda match: _ORDINAL[match["nth"]],
        "look at every second pixel",
        "take every other window",
        not_says=("every second exercise",),
    ),
    row(
        "stride",
        rf"\b{_MOVE}(?: (?:by|of|with|the|kernel|filter|window|it|along|over|in|is|always|"
        rf"ahead)){{0,5}} (?P<size>{NUMBER}) "
        r"(?:pixel|cell|column|position|place|entry|step|at a time|spot|field)s?\b|"
        rf"\b{_MOVE}(?: the| a)? (?:kernel|filter|window|mask)(?: by| in steps of| over by| along by|"
        rf" on by) (?P<size3>{NUMBER}){END}|"
        rf"\b(?:slides?|sliding|jumps?|jumping|hops?|hopping|steps?|stepping|striding|"
        rf"shift)(?: it)? (?:by|in steps of) (?P<size4>{NUMBER}){END}",
        one,
        "slide by 3 rather than 1",
        "hopping by 3",
        "jump two pixels",
        "slide the kernel by 3 cells",
        "shift the filter by three",
        not_says=("move on to exercise 3", "jump to 4"),
    ),
    row(
        "stride",
        rf"{START}(?P<size>{NUMBER}) (?:pixel|cell|column|position|place|step|entry) (?:at a time|per step|each time|"
        rf"per move|at once)\b",
        one,
        "two cells at a time",
    ),
    row("stride", rf"(?<![\w=+*/^-])s ?[=:] ?{SIZE}", size, "s = 3", "s=(2,1)"),
    row("stride", rf"\b(?:set|let|put|change|make) s (?:to |be |= ?){SIZE}", size, "set s to 2"),
    row(
        "stride",
        rf"\b(?:set|setze|setzen|stelle|change|put)(?: the| my| that)? stride on {SIZE}",
        size,
        "setze die Schrittweite auf 2",
    ),
    row(
        "stride",
        rf"\bconvolution 2d ?\([^,()]{{1,20}},[^,()]{{1,20}}, ?[^,()]{{1,12}}, ?{SIZE}",
        size,
        "conv2d(X, K, None, 2, 1)",
    ),
    row("stride", r"\b[kf] ?=? ?\d{1,2}[ ,]{0,2}s(?P<size>\d)(?![\d.])", one, "k3 s2 p1"),
)

_DILATION: tuple[Row, ...] = (
    *two_ways(
        "dilation", "dilation", ("dilation 2 down and 1 across",), ("vertical dilation 1, horizontal dilation 3",)
    ),
    of_part("dilation", "let the dilation in 3a be two"),
    row("dilation", r"\b(?:no|without|not)(?: any| a)? dilation\b", said(1), "no dilation", "undilated: no dilation"),
    row(
        "dilation",
        rf"\b(?:dilation|dilatation|dilatationsrate|dilat\w{{0,6}})(?:[ _]?(?:rate|factor|convolution|kernel|the|"
        rf"filter|with|a|of)\b){{0,4}}{IS}{SIZE}",
        size,
        "dilation 2",
        "dilation rate of 2",
        "dilated by 2",
        "atrous rate 2",
        "dilation 0",
    ),
    row("dilation", rf"{START}(?P<size>{NUMBER})[ -] ?dilation\b(?!{IS}[\d(])", one, "a 2-dilated convolution"),
    row(
        "dilation",
        rf"(?<![\w=+*/^-])d ?= ?{ONE}",
        one,
        "k=3, d=2",
        beside=("kernel_size", "stride", "padding", "input_size"),
    ),
)

ROWS = (*_STRIDE, *_DILATION)
