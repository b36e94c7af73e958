"""The concept a message asks about: a key of the concept store."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.text import normal


@dataclass(frozen=True)
class Topic:
    """A concept and the words it goes by. `says` are questions about it."""

    key: str
    family: str
    pattern: re.Pattern[str]
    says: tuple[str, ...]


def _topic(key: str, family: str, pattern: str, *says: str) -> Topic:
    return Topic(key, family, normal(rf"\b(?:{pattern})\b"), says)


_NEAR = r"[^.?!;]{0,40}"

TOPICS = (
    # narrow before wide: the first row that matches counts
    _topic(
        "numel_against_len",
        "parameters",
        rf"numel{_NEAR}\blen|len{_NEAR}\bnumel|numel{_NEAR}(?:size|shape)|len\(|first dimension only",
        "what's the difference between numel() and len() on a tensor",
    ),
    _topic(
        "transpose_key",
        "attention",
        (
            "transpose (?:the |of )?(?:k|key|keys)|"
            "k (?:is |be |has to be |must be |need to be |get |got )?transpose|"
            r"k ?\^ ?t|k ?\.t|kt|k ?\.? ?transpose|"
            r"transpose(?: -?\d)|q ?k ?\^? ?t (?:and|not)|"
            f"transpose{_NEAR}(?:attention|qkv|score|query|key)|"
            f"(?:attention|qkv|score|query|key){_NEAR}transpose"
        ),
        "why do i have to transpose K",
    ),
    _topic(
        "stable_softmax",
        "attention",
        (
            f"(?:subtract|minus|take away){_NEAR}max|"
            rf"row max\w*|max{_NEAR}softmax|softmax{_NEAR}(?:stable|overflow|max)|"
            r"numerical\w* stab\w*|overflow|"
            "log-?sum-?exp"
        ),
        "why subtract the max in softmax",
    ),
    _topic(
        "softmax_axis",
        "attention",
        (
            rf"softmax{_NEAR}\b(?:row|column|axis|dim|direction|dimension|over what|which way)|"
            f"(?:row|column|axis|dim|which dimension){_NEAR}softmax"
        ),
        "over which axis is the softmax",
    ),
    _topic("multi_head", "attention", r"multi-? ?head\w*|heads?|w_?o\b", "what is multi-head attention"),
    _topic(
        "mask",
        "attention",
        r"mask|causal|look-?ahead|future (?:position|token)s?|-inf|triangular",
        "what is a causal mask",
    ),
    _topic("d_k", "attention", r"d_?k|dim(?:ension)? of (?:the )?key", "what is d_k"),
    _topic(
        "scaling",
        "attention",
        (
            rf"scale|(?:divide|sqrt|square root){_NEAR}(?:d_?k|sqrt|root|score|2|two|dim\w*)|"
            "root of d_?k|sqrt of d_?k|1 ?/ ?sqrt"
        ),
        "why do we scale",
    ),
    _topic("softmax", "attention", r"softmax|exponential|logit", "what does softmax do"),
    _topic(
        "query_key_value",
        "attention",
        (
            "query|queries|q,? k,?(?: and)? v|"
            r"qkv|key and value|keys? and quer\w*|"
            "(?:what|who|why|role|meaning)[^.?!;]{0,20} (?:q|k|v) (?:and|stand|mean|for|in attention)|"
            "key (?:matrix|vector)|value (?:matrix|vector)"
        ),
        "what are query, key and value",
    ),
    _topic(
        "weights",
        "attention",
        (
            "weight matrix|attention weight|"
            "weight(?: matrix)?(?= (?:sum|add)[^.?!;]{0,12}(?:1|one))|"
            r"row sum\w*|sum to (?:1|one)"
        ),
        "why do attention weights sum to 1",
    ),
    _topic(
        "context",
        "attention",
        r"(?:multiply|times)(?: (?:by|with|it))* v|context(?: matrix| vector)?",
        "what is the context matrix",
    ),
    _topic(
        "scores",
        "attention",
        r"(?:attention )?score|qk|q ?\*? ?k|dot-product|dot product|similarity",
        "what are the scores",
    ),
    _topic("attention", "attention", r"attention|transformer", "what is attention"),
    _topic(
        "cross_correlation",
        "convolution",
        (
            "cross-correlation|cross correlation|"
            r"correlation|flip|kernel (?:turn|rotated|mirrored)\w*|"
            r"rot180|rotate\w*(?: the)? kernel"
        ),
        "is the kernel flipped",
    ),
    _topic(
        "output_size",
        "convolution",
        (
            "(?:output|result|featuremap|feature map|y) (?:size|dimension|shape|get smaller|smaller|"
            "gets smaller|is smaller|width|height)|"
            r"floor|n ?\+ ?2 ?\*? ?p|2 ?p ?- ?k|"
            "size of (?:the )?(?:output|result|y|featuremap|feature map)|"
            "shape of (?:the )?(?:output|result|y)|"
            "dimension of (?:the )?(?:output|result|y)|"
            r"how (?:big|large|small)(?: \w+){0,3} (?:output|y|result|featuremap)|"
            "size formula|formula for (?:the )?(?:size|output|dimension)|"
            "floor|why [^.?!;]{0,20}(?:3 ?x ?3|2 ?x ?2)|"
            "output (?:be|is|get)? ?(?:3 ?x ?3|2 ?x ?2|small)"
        ),
        "formula for the output size",
    ),
    _topic(
        "conv_bias",
        "convolution",
        rf"(?:convolution|kernel|filter|channel){_NEAR}bias|bias{_NEAR}(?:convolution|kernel|filter)",
        "does the conv layer have a bias",
    ),
    _topic("bias_parameters", "parameters", r"bias", "does the bias count"),
    _topic(
        "channel",
        "convolution",
        r"channel|x ?1|third dimension|4 ?x ?4 ?x ?1|2 ?x ?2 ?x ?1|rgb",
        "what's the x1 for in 4x4x1",
    ),
    _topic("dilation", "convolution", r"dilation", "what is dilation"),
    _topic("padding", "convolution", r"padding|border|zero around|frame", "what is padding"),
    _topic("stride", "convolution", r"stride|jump|step size", "what is stride"),
    _topic("feature_map", "convolution", r"featuremap|feature map|activation map", "what is a feature map"),
    _topic("window", "convolution", r"window|receptive field|slide", "what is a window"),
    _topic(
        "convolution_parameters",
        "parameters",
        (
            f"parameter{_NEAR}(?:convolution|kernel|filter)|"
            f"(?:convolution|filter){_NEAR}(?:parameter|count)|"
            "(?:weight|filter|parameter) sharing"
        ),
        "how many parameters does a conv layer have",
    ),
    _topic("kernel", "convolution", r"kernel|filter|convolution window", "what is a kernel"),
    _topic(
        "linear_parameters",
        "parameters",
        r"(?:linear|fc|fully connected|dense)",
        "how are the parameters of a linear layer counted",
    ),
    _topic("flatten", "parameters", r"flatten|9216|256 ?(?:\*|x|times) ?6 ?(?:\*|x|times) ?6", "what does flatten do"),
    _topic("avgpool", "parameters", r"avg ?_?pool\w*|average pool\w*|adaptive\w*|average pooling", "what is avgpool"),
    _topic("pooling", "parameters", r"pooling|max ?pool\w*|pool", "does pooling have parameters"),
    _topic(
        "features_and_classifier",
        "parameters",
        (
            "feature(?:s)? and classifier|classifier(?: and feature)?|"
            r"backbone|model\.feature|feature part|"
            "(?:what|which) (?:is|are) feature"
        ),
        "what is the classifier",
    ),
    _topic(
        "num_classes",
        "parameters",
        r"number_?class|number of class|1000 class|class(?: of| in) (?:alexnet|the model)|(?<=output )class",
        "what is num_classes",
    ),
    _topic("alexnet", "parameters", r"alexnet", "what is alexnet"),
    _topic("numel", "parameters", r"numel|number of elements|count elements", "what does numel do"),
    _topic("parameter", "parameters", r"parameter|trainable|learnable", "what is a parameter"),
    _topic("convolution", "convolution", r"convolution", "what is a convolution"),
    _topic(
        "spectral_decomposition",
        "eigen",
        r"spectral|eigendecomposition|diagonalization|decomposition|q ?lambda ?q|q ?\* ?lambda|a ?= ?q",
        "what is the spectral decomposition",
    ),
    _topic(
        "rank_one",
        "eigen",
        r"rank-? ?one|rank ?1|outer product|sum of (?:the )?(?:terms|projection\w*)",
        "what is a rank-one term",
    ),
    _topic(
        "orthonormal",
        "eigen",
        r"orthonormal|orthogonal|perpendicular|unit vector|right angle",
        "what does orthonormal mean",
    ),
    _topic(
        "normalization",
        "eigen",
        (
            "normalize|norm|unit length|length 1|"
            r"sqrt ?\(?0[.,]5|0\.7071|root of (?:0[.,]5|one half)|"
            r"sqrt(?= ?(?:$|\?|in|there|here|for))"
        ),
        "and why normalised?",
    ),
    _topic(
        "lambda_matrix",
        "eigen",
        ("lambda matrix|matrix lambda|big lambda|capital lambda|diag(?:onal)? matrix|diagonal|lambda(?! ?[1-9])"),
        "what is the Lambda matrix",
    ),
    _topic(
        "q_matrix", "eigen", r"(?:matrix|what is|is|build|why) q|q matrix|q as|columns? of q", "what is the matrix Q"
    ),
    _topic("eigenvector", "eigen", r"eigenvector", "what is an eigenvector"),
    _topic("eigenvalue", "eigen", r"eigenvalue|eigen|lambda ?[12]", "what is an eigenvalue"),
    _topic("symmetric", "eigen", r"symmetric", "what is a symmetric matrix"),
    _topic("transpose", "eigen", r"transpose|q ?\^ ?t", "what does transpose mean"),
    _topic("layer", "parameters", r"layer", "what is a layer"),
)


def topic_of(text: str) -> str | None:
    """The concept a line is about.

    >>> topic_of("why do i have to transpose k")
    'transpose_key'
    """
    return next((topic.key for topic in TOPICS if topic.pattern.search(text)), None)
