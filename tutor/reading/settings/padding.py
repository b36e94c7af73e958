"""How padding is said."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings import sides
from tutor.reading.settings.directions import two_ways
from tutor.reading.settings.grammar import (
    IS,
    NUMBER,
    SIZE,
    START,
    WITHOUT,
    Row,
    corrected,
    number,
    numbers,
    of_part,
    one,
    one_or_all,
    row,
    said,
    size,
)

_ZERO = r"(?:zero|null|0 ?s|0)"
_RING = r"(?:ring|frame|border|layer|row|line|rim|margin|rand|nullrand|rahmen|strip|halo|circle|band)"

_ROUND = r"(?:(?:all )?(?:round|around)(?: (?:it|x|the|input|image|whole|matrix|everything)\b){1,3}|all around)"
_FOLD = {"double": 2, "twofold": 2, "second": 2, "doppelte": 2, "doppelter": 2, "triple": 3, "third": 3, "threefold": 3}


def _framework(match: re.Match[str]) -> Json:
    """`F.pad` counts (left, right, top, bottom)."""
    left, right, top, bottom = numbers(match["size"])
    return one_or_all([top, left, bottom, right])


ROWS: tuple[Row, ...] = (
    row(
        "padding",
        rf"\b(?:set|setze|setzen|stelle|change|put)(?: the| my| that)? padding on {SIZE}",
        size,
        "setze das Padding auf 2",
    ),
    row("padding", r"\bpadding[_ ]mode\b", said(None)),
    corrected("padding", "padding", "1 instead of 2, the padding"),
    of_part("padding", "the padding in 3a was two"),
    row(
        "padding",
        rf"\b(?:(?:zero|padding) {_RING}s?|{_RING}s? of {_ZERO}|(?:frame|framed|surround|surrounded|enclosed) (?:by|"
        rf"with|in) zero|"
        rf"zero(?= {_ROUND})|(?:frame|border|rim)\b(?= (?:of|is|was|were|be|that|becomes?|would|{NUMBER})\b))"
        rf"(?: {_ROUND})?(?:(?: ?[,:(] ?| (?:that|which|is|was|were|be|are|of|becomes?|would|"
        rf"in \d[a-c]?)\b){{1,4}} ?)? ?(?P<size>{NUMBER})(?: (?:pixel|cell|zero|row|column))? (?:thick|wide|deep|"
        rf"broad)\b",
        one,
        "a frame of zeros round it, two wide",
        "zeros all around the picture, two wide",
        "X framed by zeros, three deep",
        "the frame of zeros were two thick instead of one",
        "the zero frame was two pixels thick",
        "a frame of zeros that is 2 wide",
        "if the frame were two wide",
    ),
    *two_ways(
        "padding",
        "padding",
        ("padding 2 vertically and 1 horizontally",),
        ("vertical padding 1, horizontal padding 2",),
    ),
    row("padding", r"\bpadding(?: \w{1,6}){0,2} with (?:a|one|a single|single) zero\b", said(1), "pad with one zero"),
    row("padding", r"\bpadding(?: \w{1,6}){0,2} with zero\b", said(None), not_says=("padding with two",)),
    row("padding", rf"\bnullrand(?: \w{{1,6}}){{0,3}} {SIZE}", size, "Nullrand der Breite 2"),
    *sides.ROWS,
    row(
        "padding",
        rf"\b(?:f|functional)\.padding ?\([^,()]{{1,20}}, ?[(\[] ?(?P<size>{NUMBER}(?: ?, ?{NUMBER}){{3}}) ?[)\]]",
        _framework,
        "F.pad(X, (1, 1, 1, 1))",
    ),
    row("padding", rf"\bzeropad\w*(?: ?2d)? ?(?:by |of |with )?\(? ?{SIZE}", size, "nn.ZeroPad2d(2)"),
    row(
        "padding",
        r"\bvalid(?: (?:padding|convolution|cross-correlation|mode))?\b(?! (?:answer|input|matrix|exercise|question|"
        r"reason|solution|for|to|result|way))"
        r"(?<!is valid)(?<!it valid)(?<!that valid)(?<!this valid)",
        said("valid"),
        "valid padding",
        "padding='valid'",
        'mode="valid"',
        not_says=("is that valid?", "a valid answer"),
    ),
    row(
        "padding",
        r"\b(?:same|half)(?: ?\(same\))?(?: |-)(?:zero |zero-)?padding(?! ?[\d(]| is| of| one| two| three| as)\b|"
        r"\bpadding(?: ?mode)?(?: ?(?:is|=|:|to|set|of|with|type)){0,4}[ =:(]{0,2}(?:same\b(?! (?:as|but|for|with|"
        r"kernel|"
        r"input|stride|image))|half\b)|"
        r"\bmode ?=? ?same\b|\bsame convolution\b|\bsize[ -]preserving\b|"
        r"\b(?:padding|output)\b[^.?!\d]{0,40}\b(?:same size|keeps? (?:the|its) size|size (?:as|of|like) the input|"
        r"size (?:stay|stays|remain|remains|is) (?:the same|unchanged)|preserve)|"
        r"\bsame(?= mode\b)",
        said("same"),
        "same padding",
        'padding="same"',
        "pad so the output has the same size as the input",
        not_says=("same with padding 1", "same padding as in 3c"),
    ),
    row(
        "padding",
        rf"(?<![\w])un-?padding\b|\bunpadded\b|{WITHOUT} (?:zero ?-? ?)?padding\b(?!{IS}[\d(])|"
        rf"\bnot padding\b(?!{IS}\d)|"
        rf"\b(?:no|without|not any|drop|remove)(?: the| any| a)?(?: extra)? (?:zero |padding )?(?:border|frame|ring|"
        rf"rim|rand)\b|"
        rf"\bno(?: extra)? zero(?: around| outside| at the)?\b|"
        rf"\b(?:not|never|without)(?: \w{{1,6}}){{1,2}} zero (?:around|outside|at the|on the|to the)\b|"
        rf"{START}0 ?-? ?padding\b(?!{IS}\d)",
        said(0),
        "no padding",
        "ohne Padding",
        "without any padding",
        "don't pad",
        "drop the zero padding",
        not_says=("don't know what padding is",),
    ),
    row(
        "padding",
        r"\b(?:zero ?-? ?)?padding(?: is|=| =|:| ?to| set to| turned){0,4}[ (]?(?:none|off|no|disable|false|null)\b",
        said(0),
        "padding=none",
        "padding off",
    ),
    row(
        "padding",
        rf"\b(?:zero ?-? ?)?(?:padding|füllung|padd?ng|pading|polsterung)(?: (?:it|x|the|input|image|matrix|ring|"
        rf"pixel|border|width|amount|each|side|parameter|rand|everything|zero|all|around)){{0,4}}{IS}{SIZE}"
        rf"(?! ?(?:ring|layer|hint|exercise))",
        size,
        "padding 1",
        "pad=2",
        "zero padding of size 1",
        "padded by 2",
        "pad the input with 1",
        "padding of one on each side",
        "padding=(1,2)",
        "padding -2",
        "padding zero",
        not_says=("padding in 3c", "padding mode"),
    ),
    row(
        "padding",
        r"\bpadding(?: ?(?:of|equal|is|=|to|by)){1,4} ?(?:to|too)(?= ?(?:[.?!,]|$|and|with|instead|please|on))",
        said(2),
        "with a padding of too",
    ),
    row(
        "padding",
        rf"{START}(?P<size>{NUMBER})(?:-| )(?:thick |wide )?(?:zero |pixel |cell )?(?:wide |"
        rf"thick )?(?:{_RING}s?(?: of| with| from)? (?:{_ZERO}|padding)|(?:zero |padding ){_RING})\b|"
        rf"{START}(?P<size3>{NUMBER}) (?:zero|pixel) (?:on|at|around|to) (?:each|every|all|"
        rf"both)(?: of)?(?: the)? (?:side|edge|border|direction|end)\b",
        one,
        "two rings of zeros",
        "one zero on each side",
    ),
    row(
        "padding",
        rf"{START}(?!zero)(?P<size>{NUMBER}) ?-? ?(?:zero|pixel|ring|layer|cell)?(?: of|"
        rf" zero){{0,4}}-? ?padding\b(?!{IS}[\d(])",
        one,
        "two pixel padding",
        "1 padding",
    ),
    row(
        "padding",
        rf"\b(?:{_RING} of {_ZERO}|(?:zero|padding) {_RING}|padding)(?: (?:is|was|were|be|completely|entirely)){{0,3}}"
        r" (?:removed?|gone|dropped|taken away|left out|deleted)\b",
        said(0),
        "the frame of zeros removed",
    ),
    row("padding", rf"\b{_RING}s? of (?P<size>{NUMBER}) {_ZERO}\b", one, "a frame of 2 zeros"),
    row(
        "padding",
        rf"\b(?P<fold>{'|'.join(_FOLD)}) (?:{_RING} of (?:{_ZERO}|padding)|(?:zero|padding) {_RING})\b",
        lambda match: _FOLD[match["fold"]],
        "a double ring of zeros",
        "a second ring of zeros",
    ),
    row(
        "padding",
        rf"\b(?:zero |0 )?{_RING}(?: of| with| from) {_ZERO}\b(?: of)?(?: width| thickness|"
        rf" size)? ?(?P<size>{NUMBER})?(?![\w.])|"
        rf"\b(?:zero|padding) {_RING}(?: of)?(?: width| thickness| size)? ?(?P<size3>{NUMBER})?(?![\w.])|"
        rf"\b(?:surround|surrounded|frame|enclose|wrap|wrapped)(?: \w{{1,8}}){{0,3}} (?:with|in|by|"
        rf"of) {_ZERO}\b(?! {_RING})",
        lambda match: number(match["size"] or match["size3"] or "1"),
        "pad with a ring of zeros",
        "a border of zeros",
        "surrounded by zeros",
    ),
    row("padding", rf"{START}(?P<size>{NUMBER}) rings?\b(?! of (?!zero))", one, "actually two rings"),
    row(
        "padding",
        rf"(?:{START}(?P<size>(?!zero){NUMBER}) )?(?<!no )(?<!the )(?<!these )\bzero {_ROUND}",
        lambda match: number(match["size"] or "one"),
        "with zeros around it",
        "with two zeros all around the input",
        not_says=("round it", "no zero around it is wrong"),
    ),
    row("padding", rf"(?<![\w=+*/^-])p ?[=:] ?{SIZE}", size, "p=2"),
    row("padding", rf"\b(?:set|let|put|change|make|and) p (?:to |be |= ?){SIZE}", size, "set p to 2"),
    row(
        "padding",
        rf"\bconvolution 2d ?\([^,()]{{1,20}},[^,()]{{1,20}}, ?[^,()]{{1,12}}, ?(?:\d{{1,2}}|"
        rf"\([\d, ]{{1,9}}\)), ?{SIZE}",
        size,
        "conv2d(X, K, None, 2, 1)",
    ),
    row("padding", r"\bs ?=? ?\d[ ,]{0,2}p(?P<size>\d)(?![\d.])", one, "k3 s2 p1"),
)
