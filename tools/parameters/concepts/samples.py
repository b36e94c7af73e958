"""Which layer of a network a concept is shown on."""

from __future__ import annotations

from tools.parameters import constructors
from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape

_CONVOLUTION = constructors.layer({"type": "Conv2d", "in_channels": 3, "out_channels": 16, "kernel_size": 5}, "conv")
_LINEAR = constructors.layer({"type": "Linear", "in_features": 20, "out_features": 10}, "fc")
"""What a concept is shown on where the task has no such layer."""


def convolution(network: Network) -> Layer:
    """A convolution, of this network where it has one."""
    return network.first("convolution") or network.whole.first("convolution") or _CONVOLUTION


def linear(network: Network) -> Layer:
    """A linear layer, of this network where it has one."""
    return network.first("linear") or network.whole.first("linear") or _LINEAR


def last_linear(network: Network) -> Layer:
    """The linear layer at the end."""
    return next((layer for layer in reversed(network.whole.counted) if layer.kind == "linear"), _LINEAR)


def learning(network: Network) -> Layer:
    """A layer with parameters."""
    return network.counted[0] if network.counted else _CONVOLUTION


def tensor(layer: Layer) -> tuple[str, Shape]:
    """The first parameter tensor of a layer: its name and its shape."""
    return next(iter(layer.shapes.items()))
