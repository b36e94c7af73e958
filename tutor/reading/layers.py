"""Layers written as PyTorch constructors, read as text and never run: `nn.Conv2d(3, 64, kernel_size=11)`."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from tools.schema import Json

MAX_LAYERS = 200

_CONVOLUTION = ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups", "bias")
_POSITIONS: dict[str, tuple[str, ...]] = {
    "Linear": ("in_features", "out_features", "bias"),
    "Conv1d": _CONVOLUTION,
    "Conv2d": _CONVOLUTION,
    "Conv3d": _CONVOLUTION,
    "ConvTranspose2d": (
        "in_channels",
        "out_channels",
        "kernel_size",
        "stride",
        "padding",
        "output_padding",
        "groups",
        "bias",
    ),
    "BatchNorm1d": ("num_features",),
    "BatchNorm2d": ("num_features",),
    "LayerNorm": ("normalized_shape",),
    "Embedding": ("num_embeddings", "embedding_dim"),
    "MaxPool2d": ("kernel_size", "stride", "padding"),
    "AvgPool2d": ("kernel_size", "stride", "padding"),
    "AdaptiveAvgPool2d": ("output_size",),
    "Flatten": (),
    "ReLU": (),
    "Dropout": ("p",),
}
_TYPES = {name.lower(): name for name in _POSITIONS}
_CALL = re.compile(
    rf"(?:\b(?:torch\.)?nn\.)?\b({'|'.join(_POSITIONS)}) ?\(((?:[^()]|\([^()]{{0,40}}\)){{0,160}}?)\)", re.IGNORECASE
)


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
    raise ValueError("not a literal")


def _spec(kind: str, arguments: str) -> dict[str, Json] | None:
    try:
        call = ast.parse(f"f({arguments})", mode="eval").body
        if not isinstance(call, ast.Call) or len(call.args) > len(_POSITIONS[kind]):
            return None
        spec: dict[str, Json] = {"type": kind}
        spec |= {name: _constant(node) for name, node in zip(_POSITIONS[kind], call.args, strict=False)}
        spec |= {keyword.arg: _constant(keyword.value) for keyword in call.keywords if keyword.arg}
    except (SyntaxError, ValueError):
        return None
    return spec


def layers_in(text: str) -> Layers:
    """The layers that a text constructs.

    >>> layers_in("nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2, bias=False))").specs[2]
    {'type': 'Linear', 'in_features': 8, 'out_features': 2, 'bias': False}
    >>> layers_in("Linear(a, b)").specs
    ()
    """
    specs: list[dict[str, Json]] = []
    spans: list[tuple[int, int]] = []
    for match in _CALL.finditer(text):
        spec = _spec(_TYPES[match[1].lower()], match[2])
        if spec is not None and len(specs) < MAX_LAYERS:
            specs.append(spec)
            spans.append(match.span())
    return Layers(tuple(specs), tuple(spans))
