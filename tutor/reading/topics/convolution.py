"""The words of convolutional layers."""

from __future__ import annotations

from tutor.reading.topics.topic import NEAR, topic

ROWS = (
    topic(
        "cross_correlation",
        "cross-correlation|cross correlation|"
        r"correlation|flip|kernel (?:turn|rotated|mirrored)\w*|"
        rf"rot180|rotate\w*(?: the)? kernel|call(?:ed)?{NEAR}\bconvolution|(?:real|true|actual) convolution",
        "is the kernel flipped",
        "why not flip the kernel",
        "is cross-correlation the same as convolution",
        "Was ist der Unterschied zwischen Faltung und Kreuzkorrelation?",
        "why do you all call it convolution when nobody flips the kernel",
        not_says=("what is a convolution",),
    ),
    topic(
        "output_size",
        "(?:output|result|featuremap|feature map|y) (?:size|dimension|shape|get smaller|smaller|"
        "gets smaller|is smaller|width|height)|"
        r"floor|n ?\+ ?2 ?\*? ?p|2 ?p ?- ?k|"
        "size of (?:the )?(?:output|result|y|featuremap|feature map)|"
        "shape of (?:the )?(?:output|result|y)|"
        "dimension of (?:the )?(?:output|result|y)|"
        r"how (?:big|large|small)(?: \w+){0,3} (?:output|y|result|featuremap)|"
        "size formula|formula for (?:the )?(?:size|output|dimension)|"
        "why [^.?!;]{0,20}(?:3 ?x ?3|2 ?x ?2)|"
        "output (?:be|is|get)? ?(?:3 ?x ?3|2 ?x ?2|small)",
        "formula for the output size",
        "why is the output 2x2",
        "how do I know how big the output will be?",
        "where does (n+2p-k)/s+1 come from",
        "why is there a floor in the formula",
        not_says=("why is C 2x3",),
    ),
    topic(
        "channel",
        r"channel|(?:in|out)_channels?|x ?1|third dimension|4 ?x ?4 ?x ?1|2 ?x ?2 ?x ?1|rgb",
        "what's the x1 for in 4x4x1",
        "what is a channel",
        "why is there a third dimension",
        "what are the channels of an image",
    ),
    topic(
        "dilation",
        "dilation",
        "what is dilation",
        "what does dilation 2 do",
        "explain dilated convolution",
        "what is an atrous convolution",
    ),
    topic(
        "padding",
        r"padding|border|zero around|frame",
        "what is padding",
        "was bedeutet padding",
        "what happens at the border",
        "what does zero padding mean",
        "how does padding 1 work",
    ),
    topic(
        "stride",
        r"stride|jump|step size",
        "what is stride",
        "what mean stride",
        "was bedeutet Schrittweite",
        "what does stride two mean",
        "does the kernel jump by two cells?",
    ),
    topic(
        "feature_map",
        r"featuremap|feature map|activation map",
        "what is a feature map",
        "what does an activation map show?",
        "was ist eine Feature Map",
        "why is the output called a feature map",
    ),
    topic(
        "window",
        r"window|receptive field|slide",
        "what is a window",
        "what is a patch",
        "what does it mean that the kernel slides",
        "what is the receptive field",
    ),
    topic(
        "kernel",
        r"kernel|filter|convolution window",
        "what is a kernel",
        "was ist ein Kernel",
        "what does a filter do",
        "explain the kernel",
    ),
)
WIDE = (
    topic(
        "convolution",
        r"convolution",
        "what is a convolution",
        "how does the convolution work",
        "was ist eine Faltung",
        "explain convolutions",
    ),
)
"""Rows that come after those of the parameters, whose layers are convolutions too."""
