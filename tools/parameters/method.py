"""Counting as a function of choices: the defaults are right, each slip chooses otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import prod
from typing import Literal

import numpy as np

from tools.bugs import NOTHING, Steps
from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape, is_bias

Unit = Literal["elements", "tensors", "layers", "bytes", "first dimensions", "activations"]
BYTES = 4
"""Bytes of a float32."""

PAPER_WIDTHS: dict[str, dict[str, Shape]] = {
    "one tower": {
        "features.0": (96, 3, 11, 11),
        "features.3": (256, 96, 5, 5),
        "features.6": (384, 256, 3, 3),
        "features.8": (384, 384, 3, 3),
        "features.10": (256, 384, 3, 3),
    },
    "two groups": {
        "features.0": (96, 3, 11, 11),
        "features.3": (256, 48, 5, 5),
        "features.6": (384, 256, 3, 3),
        "features.8": (384, 192, 3, 3),
        "features.10": (256, 192, 3, 3),
    },
}
"""Kernels of AlexNet as published in 2012; its two groups see half of the channels each in three layers."""


@dataclass(frozen=True)
class Method:
    """One way of counting.

    `kernel` is a wrong side for the kernel of the layer named ("" for every layer); `flat_side` the side of the map
    that goes into the first linear layer (1: only its channels).
    """

    part: Literal["whole", "features", "classifier"] = "whole"
    unit: Unit = "elements"
    bias: Literal["each", "none", "twice", "one"] = "each"
    area: bool = True
    kernel: tuple[str, int] | None = None
    input_channels: bool = True
    flat_side: int | None = None
    widths: Literal["torchvision", "one tower", "two groups"] = "torchvision"
    pooling: Literal["none", "kernel", "convolution"] = "none"
    num_classes: int | None = None


UNITS: dict[Unit, Callable[[Layer], int]] = {
    "elements": lambda layer: layer.parameters,
    "tensors": lambda layer: len(layer.shapes),
    "layers": lambda layer: 1,
    "bytes": lambda layer: BYTES * layer.parameters,
    "first dimensions": lambda layer: sum(shape[0] if shape else 1 for shape in layer.shapes.values()),
    "activations": lambda layer: prod(layer.output),
}
"""What one layer with parameters counts as."""


def follow(network: Network, method: Method, own: Steps = NOTHING) -> Steps:
    """Counts by step name: each layer, each block, and "total" last; each sum is one of the student's `own` counts,
    where there are any."""
    if method.num_classes is not None:
        network = network.with_classes(method.num_classes)
    changed = [_changed(layer, network, method) for layer in _with_pools(network, method)]
    counts = {layer.name: float(own.get(layer.name, UNITS[method.unit](layer))) for layer in changed if layer.shapes}
    heads = dict.fromkeys(_head(name) for name in counts)
    sums = {head: sum(count for name, count in counts.items() if _head(name) == head) for head in heads}
    sums |= {head: float(own[head]) for head in heads if head in network.parts and head in own}
    total = {"total": np.array(sum(sums.values()) if method.part == "whole" else sums.get(method.part, 0.0))}
    if len(network.focus) == 1:
        return total
    layers = {layer.name: np.array(counts.get(layer.name, 0.0)) for layer in network.counted}
    blocks = {part: np.array(sums.get(part, 0.0)) for part in network.parts}
    return layers | blocks | total


def _head(name: str) -> str:
    return name.partition(".")[0]


def _with_pools(network: Network, method: Method) -> list[Layer]:
    """The layers asked for, with weights for pooling layers where the method believes in them."""
    if method.pooling == "none":
        return list(network.counted)
    channels, layers = 0, []
    asked = {layer.name for layer in network.focus}
    for layer in network.layers:
        if layer.kind == "convolution":
            channels = layer.weight[0]
        if layer.window:
            kernel = {"weight": layer.window}
            like_convolution = {"weight": (channels, channels, *layer.window), "bias": (channels,)}
            layer = replace(layer, shapes=kernel if method.pooling == "kernel" else like_convolution)
        if layer.shapes and layer.name in asked:
            layers.append(layer)
    return layers


def _changed(layer: Layer, network: Network, method: Method) -> Layer:
    """A layer as the method sees it."""
    shapes = dict(layer.shapes)
    if layer.kind == "convolution":
        shapes = _convolution(layer, method)
    elif network.flattening is not None and layer.name == network.flattening.layer and method.flat_side is not None:
        shapes["weight"] = (layer.weight[0], network.flattening.channels * method.flat_side**2)
    biases = {name: shape for name, shape in shapes.items() if is_bias(name)}
    if method.bias == "none":
        shapes = {name: shape for name, shape in shapes.items() if name not in biases}
    elif method.bias == "one":
        shapes |= dict.fromkeys(biases, (1,))
    elif method.bias == "twice":
        shapes |= {f"{name} again": shape for name, shape in biases.items()}
    return replace(layer, shapes=shapes)


def _convolution(layer: Layer, method: Method) -> dict[str, Shape]:
    shapes = dict(layer.shapes)
    outputs, inputs, *sides = PAPER_WIDTHS.get(method.widths, {}).get(layer.name, layer.weight)
    if method.kernel is not None and method.kernel[0] in ("", layer.name):
        sides = [method.kernel[1]] * len(sides)
    if not method.area:
        sides = sides[:1]
    shapes["weight"] = (outputs, *((inputs,) if method.input_channels else ()), *sides)
    if layer.has_bias:
        shapes["bias"] = (outputs,)
    return shapes
