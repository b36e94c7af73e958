"""A layer as the shapes of its parameter tensors, and what those shapes add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Literal

Shape = tuple[int, ...]
Kind = Literal["convolution", "linear", "normalization", "other"]


@dataclass(frozen=True)
class Layer:
    """One layer with the parameters it owns itself; a container's own parameter is a layer of its own.

    `window` is the kernel of a pooling layer, `output` the shape one picture leaves the layer in (both () where
    unknown), `source` the constructor call where the layer was described by one.
    """

    name: str
    type: str
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    window: Shape = ()
    output: Shape = ()
    source: str = ""

    @property
    def parameters(self) -> int:
        """Elements of all parameter tensors.

        >>> Layer("conv1", "Conv2d", {"weight": (64, 3, 11, 11), "bias": (64,)}).parameters
        23296
        """
        return sum(prod(shape) for shape in self.shapes.values())

    @property
    def kind(self) -> Kind:
        """What the layer is, by its type."""
        if self.type.startswith("Conv") and "Transpose" not in self.type:
            return "convolution"
        if self.type.endswith("Linear"):
            return "linear"
        return "normalization" if "Norm" in self.type else "other"

    @property
    def weight(self) -> Shape:
        """The shape of the weight, () without one."""
        return self.shapes.get("weight", ())

    @property
    def has_bias(self) -> bool:
        """Whether some parameter is a bias."""
        return any(is_bias(name) for name in self.shapes)

    @property
    def formula(self) -> str:
        """The count as a sum of products: for a convolution k·k·C_in·C_out + C_out.

        >>> Layer("conv1", "Conv2d", {"weight": (64, 3, 11, 11), "bias": (64,)}).formula
        '11·11·3·64 + 64'
        """
        return " + ".join("·".join(map(str, self.factors(name))) or "1" for name in self.shapes) or "0"

    def factors(self, name: str) -> Shape:
        """The sides of one tensor as they are multiplied on paper: kernel, inputs, outputs."""
        shape = self.shapes[name]
        if name == "weight" and self.kind in ("convolution", "linear"):
            return (*shape[2:], *shape[1:2], shape[0])
        return shape


def is_bias(name: str) -> bool:
    """Whether a parameter of this name is a bias: `bias`, `in_proj_bias`, `bias_ih_l0`."""
    return name == "bias" or name.startswith("bias_") or name.endswith("_bias")


def counted(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """The layers that have parameters."""
    return tuple(layer for layer in layers if layer.shapes)
