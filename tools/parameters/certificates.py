"""Self-checks of counts: equal shares for all outputs, layers that add up, a total no smaller than a layer."""

from __future__ import annotations

from collections.abc import Iterable

from tools.certificates import Certificate, Certificates, Handed
from tools.content import count
from tools.parameters.compute import Network
from tools.parameters.layer import Layer


def certificates(network: Network, handed: Iterable[Handed]) -> Certificates:
    """The self-checks of exact counts handed in together, under the names of their steps."""
    counts = {one.step: float(one.value) for one in handed if one.value.ndim == 0 and one.slack == 0}
    layers = [layer for layer in network.counted if layer.name in counts]
    shares = tuple(_shares(layer, counts[layer.name]) for layer in layers)
    if "total" not in counts or network.single is not None:
        return shares
    return (*shares, *_total(network, counts, layers))


def _shares(layer: Layer, value: float) -> Certificate:
    """Every output of a layer has equally many parameters: its weights, and its bias."""
    outputs = {shape[:1] for shape in layer.shapes.values()}
    parts = outputs.pop()[0] if len(outputs) == 1 and layer.kind in ("convolution", "linear") else 1
    if value % parts == 0:
        return Certificate(True)
    each = "filters" if layer.kind == "convolution" else "outputs"
    return Certificate(
        False,
        f"Each of the {parts:,} {each} of `{layer.name}` has equally many parameters, so the count must be a multiple "
        f"of {parts:,}; {count(value)} is not.",
    )


def _total(network: Network, counts: dict[str, float], listed: list[Layer]) -> Certificates:
    total = counts["total"]
    largest = max(network.counted, key=lambda layer: layer.parameters)
    if len(listed) == len(network.counted):
        added = sum(counts[layer.name] for layer in listed)
        says = f"The layers you list add up to {count(added)}; your total is {count(total)}."
        return (Certificate(added == total, "" if added == total else says),)
    if total < largest.parameters:
        return (Certificate(False, f"Your total is smaller than `{largest.name}` alone, {largest.formula}."),)
    return (Certificate(True),)
