"""How the sizes of inputs and kernels are said."""

from __future__ import annotations

from tutor.reading.settings.directions import tall_and_wide
from tutor.reading.settings.grammar import (
    END,
    FREE,
    IS,
    NUMBER,
    ONE,
    OTHER_SQUARE,
    SIZE,
    SQUARE,
    START,
    TAIL,
    Row,
    one,
    row,
    size,
)

_NOT_NEXT = r"(?! ?(?:->|→|x\b|x ?\d|-?(?:in|out|input|output)?[ -]?channel|filter|kernel|class|feature|hint|exercise))"
_KERNEL = r"(?:kernel|filter|convolution(?:al)?(?: 2d)?(?: kernel| filter| layer)?|window)"
_INPUT = (
    r"(?:rgb |gray |grayscale |greyscale |color |square |big |pixel |zero |random |mnist |cifar )?(?:input|image|"
    r"picture|featuremap|feature map|photo|grid|eingabebild|bild)"
)
_SIZE = r"(?:[_ -]?(?:size|sze|siz|shape|dimension|dim|width|große|grösse|groesse)\b)"
_NO_OWN = r"(?! ?(?:(?:size|of|is|=|:) ?){0,3}\(?\d)"
"""Behind a noun: no size of its own, so that the one before it is its."""
_LAYER = ("in_channels", "out_channels", "in_features", "out_features")
_DASHED = (
    r"(?:kernelgröße|kerngröße|filtergröße|kernelgrösse|kernelgroesse|kernelsize|filtersize|faltungskerngröße|"
    r"kernsize|kernel_sz|ksize|ksz|field size)"
)


ROWS: tuple[Row, ...] = (
    tall_and_wide("kernel_size", _KERNEL, "a filter 3 high and 2 wide"),
    tall_and_wide(
        "input_size", _INPUT, "an input that is 9 high and 7 wide", "image 20 pixels high and 30 pixels wide"
    ),
    row("kernel_size", rf"\b{_KERNEL} (?:of|with|has|have|the) size {SIZE}{_NOT_NEXT}", size, "kernel of size (5, 3)"),
    row("input_size", rf"\b{_INPUT} (?:of|with|has|have|the) size {SIZE}{_NOT_NEXT}", size, "an input of size (5, 3)"),
    row(
        "kernel_size",
        rf"(?:\b(?:{_KERNEL}|kernal)(?:{_SIZE}|{_SIZE} [hw])|\b{_DASHED})(?: ?(?:of|"
        rf"for) the {_KERNEL})?{IS}{SIZE}{_NOT_NEXT}",
        size,
        "kernel_size=11",
        "kernel size of 3x3",
        "filter size 5",
        "kernel size 0",
        "Kernelgröße 3",
    ),
    row(
        "kernel_size",
        rf"{FREE}{SQUARE}{TAIL} ?-?(?:big |small |larger |spatial |square |gaussian )?(?:{_KERNEL}|faltung\w*)\b|"
        rf"{START}{OTHER_SQUARE}{TAIL} ?-?(?:big |small |larger |spatial |square |gaussian )?(?:{_KERNEL}|"
        rf"faltung\w*)\b{_NO_OWN}",
        size,
        "3x3 kernel",
        "5 by 5 filter",
        "5x5 instead of 3x3 kernel",
    ),
    row(
        "kernel_size",
        rf"\b{_KERNEL}(?:(?: ?(?:of|with|is|that|size|window|are|=|:|,|\(|a|was|were|now|would|be|each|shape|has|to|"
        rf"and|instead))){{0,4}} ?{SQUARE}(?! ?-?{_INPUT}\b{_NO_OWN})",
        size,
        "filters of size 5x5",
        "kernel 5x5",
        "conv 3x3",
    ),
    row(
        "kernel_size",
        rf"(?<!slide the )(?<!move the )(?<!shift the )(?<!moving the )\bkernel{IS}{ONE}{_NOT_NEXT}|"
        rf"\bfilter(?: (?:of|has|have|with|is|a|the)){{1,3}} size(?: of| is)? (?P<size3>{NUMBER}){END}",
        one,
        "kernel 5",
        "a kernel of 7",
        "the filter has size 7",
        not_says=("slide the kernel by 2 cells",),
    ),
    row("kernel_size", r"(?<!\w)[kf] ?(?P<size>\d{1,2})(?![\w.])", one, "16 out channels k 5", beside=_LAYER),
    row("kernel_size", rf"(?<!\w)[kf] ?{SQUARE}", size, "k 5x5, in 32x32"),
    row("kernel_size", rf"(?<![\w=+*/^-])[kf] ?[=:] ?{SIZE}", size, "k=7", "f = 3", not_says=("k=[[1,2],[3,4]]",)),
    row("kernel_size", r"\b[kf](?P<size>\d{1,2})[ ,]{0,2}s ?=? ?\d", one, "k3 s2 p1"),
    row(
        "kernel_size",
        rf"\bconvolution(?: 2d| layer)? ?\( ?{NUMBER} ?, ?{NUMBER} ?, ?{SIZE}",
        size,
        "conv(3, 16, 5)",
    ),
    row("kernel_size", r"\bconvolution ?(?P<size>\d{1,2})-\d{2,4}\b", one, "CONV3-64"),
    row(
        "kernel_size",
        rf"{START}(?P<size>{NUMBER}) ?-?(?:wide |big |pixel |sized )?(?:kernel|filter) size\b",
        one,
        "with 5 kernel size",
    ),
    row(
        "input_size",
        rf"{FREE}{SQUARE} ?-?(?:sized |x )?{_INPUT}\b(?! channel)|"
        rf"{START}{OTHER_SQUARE} ?-?(?:sized |x )?{_INPUT}\b(?! channel){_NO_OWN}",
        size,
        "a 32x32 input",
        "7 by 7 image",
        "28x28x1 image",
    ),
    row(
        "input_size",
        rf"\b(?:{_INPUT}|x){_SIZE}?(?:(?: ?(?:of|with|is|that|size|has|are|=|:|,|\(|a|was|were|now|would|be|matrix|"
        rf"volume|tensor|shape|dimension|image|to))){{0,4}} ?(?:\d{{1,4}} ?x ?(?=\d{{1,4}} ?x ?\d))?{SQUARE}",
        size,
        "input of size 32x32",
        "input 7x7",
        "image is 100 by 100",
    ),
    row(
        "input_size",
        rf"\b(?:(?!input[ _](?:dimension|dim)\b){_INPUT}{_SIZE}|inputsize|eingabegröße|eingabegroesse|eingabegrösse|"
        rf"bildgröße|bildgroesse|inputgröße|imagesize|(?:height|width) and (?:height|width)|side length){IS}{SIZE}",
        size,
        "input size 32",
        "Bildgröße 28",
        "input_size=(28, 28)",
    ),
    row(
        "input_size",
        rf"(?<![\w=+*/^-])(?:and|n|i|with|w|h|h ?= ?w|w ?= ?h|with ?= ?h|h ?= ?with|hin|win|n_in|and_in) ?= ?{SIZE}",
        size,
        "n=64, k=7",
        "W=227, F=11, S=4, P=0",
        beside=("kernel_size", "stride", "padding"),
    ),
    row(
        "input_size",
        rf"\b(?:(?:output|result|size|shape|big|large)(?: (?:of|for|is|become|get|does|do|has|size|shape)){{1,4}}"
        rf"(?: an?)?|"
        rf"^(?:an? )?) ?{SQUARE}(?=,? (?:with|and|through|under|input|image|matrix)|,)",
        size,
        "output size of 7x7 with kernel 3",
        "how large gets a 9x9 with a kernel of size 2",
        beside=("kernel_size",),
    ),
    row(
        "input_size",
        rf"\b{_INPUT}(?: ?(?:=|:|is|of|has))? ?{ONE}(?! ?-?(?:channel|filter|feature|neuron|unit|output))",
        one,
        "input 64 kernel 4",
        beside=("kernel_size",),
    ),
    row(
        "kernel_size",
        rf"{START}{SQUARE}(?! ?(?:matrix|practice|exercise|input|image|one|case))",
        size,
        "3 input and 64 output channels, 5x5",
        beside=_LAYER,
    ),
    row(
        "input_size",
        rf"{START}(?P<size>(?:1[2-9]|[2-9]\d|\d{{3,4}})(?: ?x ?| by )\d{{1,4}}(?: ?x ?\d{{1,4}})?{END})",
        size,
        "28x28, 5x5 kernel",
        beside=("kernel_size",),
    ),
)
