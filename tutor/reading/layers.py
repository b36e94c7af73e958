"""Layers written as PyTorch constructors, read as text and never run: `nn.Conv2d(3, 64, kernel_size=11)`; and chains of
linear layers in short: "784-128-10 MLP"."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from itertools import pairwise

from tools.schema import Json
from tools.settings import Settings
from tutor.reading.gate import gated

MAX_LAYERS = 200

_CONVOLUTION = "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode"
_TRANSPOSED = "in_channels out_channels kernel_size stride padding output_padding groups bias dilation"
_NORM = "num_features eps momentum affine track_running_stats"
_RECURRENT = "input_size hidden_size num_layers bias batch_first dropout bidirectional"
_PLAIN = {
    "Linear": "in_features out_features bias",
    "LayerNorm": "normalized_shape eps elementwise_affine bias",
    "GroupNorm": "num_groups num_channels eps affine",
    "Embedding": "num_embeddings embedding_dim padding_idx",
    "MultiheadAttention": "embed_dim num_heads dropout bias",
    "PReLU": "num_parameters init",
    "LSTM": _RECURRENT,
    "GRU": _RECURRENT,
    "RNN": _RECURRENT,
    "Flatten": "start_dim end_dim",
    "LeakyReLU": "negative_slope inplace",
    "Softmax": "dim",
    "LogSoftmax": "dim",
    "Dropout": "p inplace",
    "Dropout2d": "p inplace",
} | dict.fromkeys(("ReLU", "ReLU6", "ELU", "GELU", "SiLU", "Sigmoid", "Tanh", "Identity"), "inplace")
_SIZED = {"Conv": _CONVOLUTION, "ConvTranspose": _TRANSPOSED, "BatchNorm": _NORM, "InstanceNorm": _NORM}
_POOLS = {
    "MaxPool": "kernel_size stride padding dilation return_indices ceil_mode",
    "AvgPool": "kernel_size stride padding ceil_mode count_include_pad",
    "AdaptiveAvgPool": "output_size",
    "AdaptiveMaxPool": "output_size",
}
POSITIONS: dict[str, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in (
        _PLAIN | {f"{kind}{n}d": names for kind, names in (_SIZED | _POOLS).items() for n in (1, 2, 3)}
    ).items()
}
"""The constructors' arguments in the order in which PyTorch takes them."""
_WORDS = frozenset({"softmax", "dropout", "linear", "identity", "flatten", "embedding"})
"""Constructors that are also functions and words: those count only as `nn.Linear(…)`, or with arguments like theirs."""
_TYPES = {name.lower(): name for name in POSITIONS}
_CALL = re.compile(
    rf"(?:(?P<module>\bnn\.)|(?<![\w.]))(?P<kind>{'|'.join(sorted(POSITIONS, key=len, reverse=True))}) ?"
    r"\((?P<arguments>(?:[^()]|\([^()]{0,40}\)){0,160}?)\)",
    re.IGNORECASE,
)
_KERAS = re.compile(
    r"\b(?:activation|input_shape|filters|units|strides|input_dim)\b|['\"](?:relu|softmax)", re.IGNORECASE
)
"""Arguments of Keras, whose layers take them in another order."""
_CHAIN = gated(
    r"(?<![\w.,:/+*^-])\d{1,6}(?: ?(?:->|→|=>|-->) ?\d{1,6}){2,12}(?![\w.]|[,:/]\d)|"
    r"(?<![\w.,:/+*^-])\d{1,6}(?: ?(?:-|to|x) ?\d{1,6}){2,12}(?![\w.]|[,:/]\d)"
)
_NETWORK = re.compile(r"\b(?:mlp|perceptron|linear|fc|fully-? ?connected|dense|feed-? ?forward|network|neural)\b")


@dataclass(frozen=True)
class Layers:
    """Layer specifications in order, and where each was written."""

    specs: tuple[dict[str, Json], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def _constant(node: ast.expr) -> Json:
    """A literal of an argument list; raises ValueError on anything that is not one."""
    match node:
        case ast.Constant(value=bool() | int() | float() | str() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.Tuple(elts=items) | ast.List(elts=items):
            return [_constant(item) for item in items]
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _product(_constant(left), _constant(right))
    raise ValueError("not a literal")


def _product(left: Json, right: Json) -> int:
    """ "256 * 6 * 6", as flattened sizes are written."""
    if not (isinstance(left, int) and isinstance(right, int)) or max(abs(left), abs(right)) > 10**9:
        raise ValueError("not a product of sizes")
    return left * right


def _spec(kind: str, arguments: str) -> dict[str, Json] | None:
    names = POSITIONS[kind]
    try:
        call = ast.parse(f"f({' '.join(arguments.split())})", mode="eval").body
        if not isinstance(call, ast.Call) or len(call.args) > len(names):
            return None
        spec: dict[str, Json] = {"type": kind}
        spec |= {name: _constant(node) for name, node in zip(names, call.args, strict=False)}
        spec |= {
            keyword.arg: _constant(keyword.value)
            for keyword in call.keywords
            if keyword.arg not in (None, "dtype", "device")
        }
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return spec


def _is_layer(match: re.Match[str], spec: dict[str, Json]) -> bool:
    """Whether a call makes a layer, and is not a function or a word before a bracket."""
    if any(isinstance(value, list) and any(isinstance(row, list) for row in value) for value in spec.values()):
        return False  # "conv2d([[1, 2], [3, 4]], [[1, 0], [0, 1]])" convolves matrices
    if match["module"] or match["kind"].lower() not in _WORDS:
        return True
    names = POSITIONS[_TYPES[match["kind"].lower()]]
    return len(spec) > 2 and names[0] in spec and isinstance(spec[names[0]], int)


def layers_in(text: str) -> Layers:
    """The layers that a text constructs.

    >>> layers_in("nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2, bias=False))").specs[2]
    {'type': 'Linear', 'in_features': 8, 'out_features': 2, 'bias': False}
    >>> layers_in("Linear(a, b)").specs
    ()
    >>> layers_in("nn.Linear(256 * 6 * 6, 4096)").specs
    ({'type': 'Linear', 'in_features': 9216, 'out_features': 4096},)
    """
    specs: list[dict[str, Json]] = []
    spans: list[tuple[int, int]] = []
    if "(" not in text:
        return Layers((), ())
    for match in _CALL.finditer(text):
        if _KERAS.search(match["arguments"]):
            continue
        spec = _spec(_TYPES[match["kind"].lower()], match["arguments"])
        if spec is not None and len(specs) < MAX_LAYERS and _is_layer(match, spec):
            specs.append(spec)
            spans.append(match.span())
    return Layers(tuple(specs), tuple(spans))


def flat(specs: tuple[dict[str, Json], ...]) -> dict[str, Json]:
    """The fields of a single layer, as settings of their own."""
    fields = Settings.model_fields
    return {name: value for name, value in specs[0].items() if name in fields} if len(specs) == 1 else {}


_COUNTED = re.compile(r"\b(?:parameter|numel|weight and bias|how many (?:weight|bias))")
_PUT_IN = re.compile(r"\b(?:x|k|input|image|output|out|return|come|kernel|result|feature ?map|y)\b")


def convolution_of(layers: Layers, text: str) -> dict[str, Json]:
    """The settings of a single layer of one channel that a normalised line runs on an input rather than counts.

    >>> convolution_of(layers_in("nn.Conv2d(1, 1, 2, stride=3)"), "what does it return for x")
    {'stride': 3}
    >>> convolution_of(layers_in("nn.Conv2d(1, 1, 2)"), "how many parameter for x")
    {}
    """
    spec = layers.specs[0]
    single = len(layers.specs) == 1 and spec["type"] == "Conv2d"
    runs = _PUT_IN.search(text) is not None and _COUNTED.search(text) is None
    if not (single and runs and spec.get("in_channels") == spec.get("out_channels") == 1):
        return {}
    said: dict[str, Json] = {name: spec[name] for name in ("stride", "padding", "dilation") if name in spec}
    return said or {"stride": 1}


_SIZE_ASKED = re.compile(
    r"\b(?:output|feature ?map|result)(?: feature ?map| matrix)? (?:shape|size|height|width|dimension|dim|"
    r"resolution)\b|"
    r"\b(?:shape|size|dimension|height|width|dim|resolution) (?:of|has|have|is|does) (?:the |its )?"
    r"(?:output|result|feature ?map)\b|"
    r"\bhow (?:big|large|wide|high|tall) (?:is|are|will|would|does|do) (?:the |its )?(?:output|result|feature ?map)\b"
)
_OF_A_SIZE = ("kernel_size", "stride", "padding", "dilation")


def size_of(layers: Layers, text: str) -> dict[str, Json]:
    """The settings of a single convolution whose output's size a normalised line asks for, rather than its parameters.

    >>> size_of(layers_in("nn.Conv2d(3, 64, 11, stride=4)"), "what is the output shape of it on a 224x224 image")
    {'kernel_size': 11, 'stride': 4}
    >>> size_of(layers_in("nn.Conv2d(3, 64, 11)"), "how many parameter")
    {}
    """
    spec = layers.specs[0]
    asked = _SIZE_ASKED.search(text) is not None and _COUNTED.search(text) is None
    if not asked or len(layers.specs) > 1 or spec["type"] != "Conv2d":
        return {}
    return {name: spec[name] for name in _OF_A_SIZE if name in spec}


_HEAD = re.compile(r"(?:\bclassifier ?\[(?:-1|[1-6])\]|(?<=\w\.)(?:fc|classifier|heads?(?:\.head)?)) ?= ?(?:torch\.)?$")


def new_head(layers: Layers, text: str) -> dict[str, Json]:
    """The number of classes of a model whose last layer the text replaces by another.

    >>> text = "model.classifier[6] = nn.Linear(4096, 10)"
    >>> new_head(layers_in(text), text)
    {'num_classes': 10}
    >>> new_head(layers_in("nn.Linear(9, 5)"), "nn.Linear(9, 5)")
    {}
    """
    (start, _), spec = layers.spans[0], layers.specs[0]
    replaced = len(layers.specs) == 1 and spec["type"] == "Linear" and "out_features" in spec
    if not replaced or not _HEAD.search(text, max(0, start - 40), start):
        return {}
    return {"num_classes": spec["out_features"]}


def perceptron_in(text: str) -> Layers | None:
    """The linear layers of a chain of sizes: "784-128-10 MLP", "784 -> 128 -> 10".

    >>> [spec["out_features"] for spec in perceptron_in("an mlp 784-128-10").specs]
    [128, 10]
    >>> perceptron_in("from 2012-10-11") is None
    True
    """
    match = _CHAIN.search(text)
    if match is None or not _NETWORK.search(text) or "flatten" in text:
        return None
    sizes = [int(said) for said in re.findall(r"\d+", match[0])]
    specs: tuple[dict[str, Json], ...] = tuple(
        {"type": "Linear", "in_features": first, "out_features": second} for first, second in pairwise(sizes)
    )
    return Layers(specs, (match.span(),))
