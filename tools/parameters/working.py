"""A count as the sum it is made of: a layer from its shapes, a block or the whole from what is in it."""

from __future__ import annotations

from tools.parameters.compute import Network
from tools.parameters.layer import Layer
from tools.parameters.notation import product, symbol

LONGEST = 12
"""Layers whose names are written out as a sum."""


def working(network: Network, step: str) -> str | None:
    """LaTeX of the count's own sum, not worked out; None where it would be too long to read."""
    layer = next((one for one in network.counted if one.name == step), None)
    if layer is None and step == "total":
        layer = network.single
    if layer is not None:
        return _tensors(layer)
    names = list(network.parts.get(step, ()))
    if step == "total":
        names = list(network.parts) or [one.name for one in network.counted]
    return " + ".join(symbol(name) for name in names) if 1 < len(names) <= LONGEST else None


def _tensors(layer: Layer) -> str | None:
    return " + ".join(product(layer.factors(name)) or "1" for name in layer.shapes) or None
