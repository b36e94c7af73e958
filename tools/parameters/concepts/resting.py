"""Layers that learn nothing: flatten, pooling, ReLU, dropout."""

from __future__ import annotations

from math import prod

from tools.concept import Concept, concept
from tools.parameters.compute import Network
from tools.parameters.notation import by, product


def _like(network: Network, *kinds: str) -> str:
    """How many layers of these types the network has, where it has any."""
    count = sum(layer.type.startswith(kinds) for layer in network.layers)
    return "" if not count else f" This network has {count} of them, and they count 0 each."


def flatten(network: Network) -> Concept:
    flat = network.flattening
    channels, side = (2, 3) if flat is None else (flat.channels, flat.side)
    before = "In the formula there are" if flat is None else f"Before `{flat.layer}` there are"
    return concept(
        "Flattening lays a map out as one row, so every cell of every channel becomes an input of the next linear "
        "layer.",
        rf"n_{{in}} = C \cdot H \cdot W = {product((channels, side, side))}",
        f"{before} {channels} channels of {side}×{side} cells. It has no parameters itself, but it decides how many "
        "weights the next layer has.",
        "How many inputs would 4 channels of 5×5 cells make?",
        100,
    )


def avgpool(network: Network) -> Concept:
    flat = network.flattening
    size = f" Here it hands on {flat.channels} channels of {flat.side}×{flat.side}." if flat is not None else ""
    return concept(
        "`AdaptiveAvgPool2d` averages a map down to a fixed size, whatever comes in, so that the linear layers always "
        f"get the same number of inputs.{size}",
        r"y = \frac{1}{n} \sum_{i \in \text{window}} x_i",
        "A mean has nothing to learn: every number is weighted $1/n$, before and after training. So it has no "
        "parameters.",
        "What does it make of a window with 1, 3, 5 and 7?",
        4,
    )


def pooling(network: Network) -> Concept:
    layer = next((layer for layer in network.layers if layer.window), None)
    here = f" `{layer.name}` here looks at {by(layer.window)}, {prod(layer.window)} cells at a time." if layer else ""
    return concept(
        "Pooling replaces each window of a map by its largest value or its mean. That rule is fixed, so a pooling "
        "layer has no weights and counts 0 parameters, whatever its window.",
        r"y = \max_{i \in \text{window}} x_i",
        f"It makes the map smaller, which later reduces the inputs of the first linear layer.{here}",
        "What does max pooling make of a window with 1, 3, 0 and 2?",
        3,
    )


def activation(network: Network) -> Concept:
    return concept(
        "ReLU replaces every negative number by 0 and leaves the others alone. The rule is the same before and after "
        "training: there is no number in it that could be learned, so it has no parameters.",
        r"\operatorname{ReLU}(x) = \max(0, x)",
        f"Without it, two linear layers in a row would be no more than one.{_like(network, 'ReLU')}",
        "What does it make of $-2.5$?",
        0,
    )


def dropout(network: Network) -> Concept:
    return concept(
        "Dropout sets each activation to 0 with probability $p$ while training, and does nothing afterwards. You "
        "choose $p$, training does not change it, so there are no parameters.",
        r"y = \frac{m\, x}{1 - p}, \qquad m \in \{0, 1\}",
        f"What survives is scaled up, so that sums keep their size on average.{_like(network, 'Dropout')}",
        "With $p = 0.5$, by which factor is it scaled?",
        2,
    )
