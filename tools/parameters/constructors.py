"""Layers from PyTorch's constructor arguments: the shapes of their parameters in closed form, without PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process

from tools.parameters.layer import Layer, Shape
from tools.schema import Json, ToolError

MAX_LAYERS = 512
MAX_SIZE = 1_000_000
"""Largest number of channels, features or units of one layer."""
MAX_STACKED = 64
"""Most recurrent layers stacked in one module."""
MAX_COUNT = 2**53
"""Counts are exact as float64 up to here."""

Shapes = dict[str, Shape]


@dataclass(frozen=True)
class Arguments:
    """The constructor arguments of one layer, read with checks that name the layer."""

    type: str
    given: Mapping[str, Json]

    def size(self, name: str, default: int | None = None) -> int:
        """A whole number from 1."""
        value = self.given.get(name, default)
        if value is None:
            raise ToolError(f"{self.type} needs {name}, which is missing")
        return _size(self.type, name, value)

    def sides(self, name: str, dimensions: int) -> Shape:
        """One whole number for every dimension, or a list with one for each."""
        value = self.given.get(name)
        if not isinstance(value, list | tuple):
            return (self.size(name),) * dimensions
        if len(value) != dimensions:
            raise ToolError(f"{self.type} needs {dimensions} numbers as {name}, but {len(value)} are given", "shape")
        return tuple(_size(self.type, name, side) for side in value)

    def flag(self, name: str, default: bool = True) -> bool:
        """True or false."""
        value = self.given.get(name, default)
        if not isinstance(value, bool):
            raise ToolError(f"{self.type}: {name} is true or false, not {value!r}")
        return value


def _size(kind: str, name: str, value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ToolError(f"{kind}: {name} must be a whole number from 1, not {value!r}")
    if value > MAX_SIZE:
        raise ToolError(f"{kind}: {name} may be at most {MAX_SIZE:,}", "too_large")
    return value


def _weighted(weight: Shape, bias: int, with_bias: bool) -> Shapes:
    return {"weight": weight, "bias": (bias,)} if with_bias else {"weight": weight}


def _convolution(dimensions: int, transposed: bool = False) -> Callable[[Arguments], Shapes]:
    def shapes(given: Arguments) -> Shapes:
        inputs, outputs, groups = given.size("in_channels"), given.size("out_channels"), given.size("groups", 1)
        if inputs % groups or outputs % groups:
            raise ToolError(f"{given.type}: {groups} groups must divide both {inputs} and {outputs} channels", "shape")
        ends = (inputs, outputs // groups) if transposed else (outputs, inputs // groups)
        return _weighted((*ends, *given.sides("kernel_size", dimensions)), outputs, given.flag("bias"))

    return shapes


def _linear(given: Arguments) -> Shapes:
    inputs, outputs = given.size("in_features"), given.size("out_features")
    return _weighted((outputs, inputs), outputs, given.flag("bias"))


def _per_channel(name: str, affine: bool = True) -> Callable[[Arguments], Shapes]:
    def shapes(given: Arguments) -> Shapes:
        channels = given.size(name)
        return _weighted((channels,), channels, True) if given.flag("affine", affine) else {}

    return shapes


def _layer_norm(given: Arguments) -> Shapes:
    value = given.given.get("normalized_shape")
    shape = given.sides("normalized_shape", len(value) if isinstance(value, list | tuple) else 1)
    if not given.flag("elementwise_affine"):
        return {}
    return {"weight": shape, "bias": shape} if given.flag("bias") else {"weight": shape}


def _embedding(given: Arguments) -> Shapes:
    return {"weight": (given.size("num_embeddings"), given.size("embedding_dim"))}


def _prelu(given: Arguments) -> Shapes:
    return {"weight": (given.size("num_parameters", 1),)}


def _attention(given: Arguments) -> Shapes:
    width, heads = given.size("embed_dim"), given.size("num_heads")
    if width % heads:
        raise ToolError(f"{given.type}: {heads} heads must divide the {width} of embed_dim", "shape")
    key, value = given.size("kdim", width), given.size("vdim", width)
    inputs: Shapes = {"in_proj_weight": (3 * width, width)}
    if (key, value) != (width, width):
        inputs = {"q_proj_weight": (width, width), "k_proj_weight": (width, key), "v_proj_weight": (width, value)}
    if not given.flag("bias"):
        return {**inputs, "out_proj.weight": (width, width)}
    return {**inputs, "in_proj_bias": (3 * width,), "out_proj.weight": (width, width), "out_proj.bias": (width,)}


def _recurrent(gates: int) -> Callable[[Arguments], Shapes]:
    def shapes(given: Arguments) -> Shapes:
        inputs, hidden, stacked = given.size("input_size"), given.size("hidden_size"), given.size("num_layers", 1)
        if stacked > MAX_STACKED:
            raise ToolError(f"{given.type}: num_layers may be at most {MAX_STACKED}", "too_large")
        directions = ("", "_reverse") if given.flag("bidirectional", False) else ("",)
        rows = gates * hidden
        found: Shapes = {}
        for level in range(stacked):
            width = inputs if level == 0 else hidden * len(directions)
            for suffix in (f"_l{level}{direction}" for direction in directions):
                found |= {f"weight_ih{suffix}": (rows, width), f"weight_hh{suffix}": (rows, hidden)}
                if given.flag("bias"):
                    found |= {f"bias_ih{suffix}": (rows,), f"bias_hh{suffix}": (rows,)}
        return found

    return shapes


def _nothing(given: Arguments) -> Shapes:
    return {}


@dataclass(frozen=True)
class LayerType:
    """A constructor: its arguments, those that change no shape last, and the shapes they make."""

    arguments: tuple[str, ...]
    shapes: Callable[[Arguments], Shapes]


_CONV = "in_channels out_channels kernel_size groups bias stride padding dilation padding_mode"
_NORM = "affine eps momentum track_running_stats bias"
_RNN = "input_size hidden_size num_layers bias bidirectional batch_first dropout nonlinearity"
_PLAIN = (
    "kernel_size stride padding dilation ceil_mode count_include_pad output_size start_dim end_dim p inplace dim "
    "negative_slope alpha approximate scale_factor size mode align_corners return_indices"
)
_UNLEARNED = (
    "ReLU ReLU6 LeakyReLU ELU GELU SiLU Sigmoid Tanh Softplus Hardswish Hardsigmoid Hardtanh Softmax LogSoftmax "
    "Identity Flatten Dropout Dropout1d Dropout2d Dropout3d Upsample ZeroPad2d"
)


def _rows() -> Iterable[tuple[str, str, Callable[[Arguments], Shapes]]]:
    for n in (1, 2, 3):
        yield f"Conv{n}d", _CONV, _convolution(n)
        yield f"ConvTranspose{n}d", f"{_CONV} output_padding", _convolution(n, transposed=True)
        yield f"BatchNorm{n}d", f"num_features {_NORM}", _per_channel("num_features")
        yield f"InstanceNorm{n}d", f"num_features {_NORM}", _per_channel("num_features", affine=False)
    yield "GroupNorm", f"num_groups num_channels {_NORM}", _per_channel("num_channels")
    yield "LayerNorm", "normalized_shape elementwise_affine bias eps", _layer_norm
    yield "Linear", "in_features out_features bias", _linear
    yield "Embedding", "num_embeddings embedding_dim padding_idx max_norm norm_type sparse", _embedding
    yield "MultiheadAttention", "embed_dim num_heads bias kdim vdim dropout batch_first", _attention
    yield "PReLU", "num_parameters init", _prelu
    for name, gates in (("RNN", 1), ("GRU", 3), ("LSTM", 4)):
        yield name, _RNN, _recurrent(gates)
    for name in (
        *_UNLEARNED.split(),
        *(f"{kind}Pool{n}d" for kind in ("Max", "Avg", "AdaptiveAvg", "AdaptiveMax") for n in (1, 2, 3)),
    ):
        yield name, _PLAIN, _nothing


TYPES: dict[str, LayerType] = {name: LayerType(tuple(words.split()), shapes) for name, words, shapes in _rows()}
"""The layer types that can be counted without PyTorch, by PyTorch's name."""
_FOLDED = {name.lower(): name for name in TYPES}


def layer_type(name: object) -> str:
    """PyTorch's name of a layer type, whatever its case; raises ToolError with close names for an unknown one."""
    text = name.removeprefix("torch.").removeprefix("nn.") if isinstance(name, str) else ""
    if found := _FOLDED.get(text.lower()):
        return found
    close = [
        _FOLDED[match] for match, _, _ in process.extract(text.lower()[:64], list(_FOLDED), limit=3, score_cutoff=60)
    ]
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise ToolError(f"I know no layer type {name!r}{hint}" if isinstance(name, str) else "each layer needs a type")


def layer(described: Mapping[str, Json], name: str = "layer") -> Layer:
    """One layer from {"type": …, PyTorch's constructor arguments by name}.

    >>> layer({"type": "Linear", "in_features": 4, "out_features": 3}).parameters
    15
    >>> layer({"type": "Linear", "in_features": 4})
    Traceback (most recent call last):
    tools.schema.ToolError: Linear needs out_features, which is missing
    """
    kind = layer_type(described.get("type"))
    given = {key: value for key, value in described.items() if key != "type"}
    if unknown := [key for key in given if key not in TYPES[kind].arguments]:
        raise ToolError(f"{kind} has no argument {unknown[0]!r}; it takes {', '.join(TYPES[kind].arguments)}")
    arguments = Arguments(kind, given)
    shapes = TYPES[kind].shapes(arguments)
    window = arguments.sides("kernel_size", int(kind[-2])) if "kernel_size" in given and "Pool" in kind else ()
    return Layer(name, kind, shapes, window=window, source=_call(kind, given))


def _call(kind: str, given: Mapping[str, Json]) -> str:
    written = (f"{name}={tuple(value) if isinstance(value, list) else value!r}" for name, value in given.items())
    return f"{kind}({', '.join(written)})"


def layers(described: Sequence[Mapping[str, Json]]) -> tuple[Layer, ...]:
    """A stack of layers, named as in a model: split at a Flatten into `features` and `classifier`, else `net`.

    >>> [one.name for one in layers([{"type": "ReLU"}, {"type": "Flatten"}, {"type": "ReLU"}])]
    ['features.0', 'classifier.0', 'classifier.1']
    """
    if not described:
        raise ToolError("there are no layers to count")
    if len(described) > MAX_LAYERS:
        raise ToolError(
            f"at most {MAX_LAYERS} layers can be counted at once, but {len(described)} are given", "too_large"
        )
    kinds = [layer_type(one.get("type")) for one in described]
    split = kinds.index("Flatten") if "Flatten" in kinds[1:-1] else None
    names = [f"net.{i}" for i in range(len(kinds))]
    if split:
        names = [f"features.{i}" for i in range(split)] + [f"classifier.{i}" for i in range(len(kinds) - split)]
    stack = tuple(layer(one, name) for one, name in zip(described, names, strict=True))
    if sum(one.parameters for one in stack) > MAX_COUNT:
        raise ToolError(
            "these layers have more parameters than can be counted exactly (2 to the power of 53)", "too_large"
        )
    return stack
