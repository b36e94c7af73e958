"""The ladder for a whole network: what learns, how a tensor is counted, one filter, one layer, the sum."""

from __future__ import annotations

from collections.abc import Iterator

from tools.content import Formula, Hint, count
from tools.parameters.compute import Network
from tools.parameters.layer import Layer
from tools.parameters.layer_hints import nothing_learned, one_layer
from tools.parameters.notation import a, by, product, titled, written
from tools.parameters.rungs import numel, one_output, plural, rung, sides_of_one


def hints(network: Network) -> tuple[Hint, ...]:
    """The rungs for one layer, or for a whole network."""
    layer = network.single
    if layer is None:
        return tuple(_whole(network))
    return tuple(one_layer(network, layer)) if layer.shapes else tuple(nothing_learned(layer))


def _whole(network: Network) -> Iterator[Hint]:
    first = network.first("convolution") or network.first("linear") or network.counted[0]
    yield _where(network)
    yield numel(network, first)
    yield one_output(first)
    yield _layer_count(network, first)
    yield from _flatten(network)
    yield from _normalization(network, first)
    yield _sum(network)


def _where(network: Network) -> Hint:
    """Layers without parameters, asked of one."""
    pooling = next((layer for layer in network.focus if layer.window), None)
    plain = pooling or next((layer for layer in network.focus if not layer.shapes), None)
    rule = f" `{pooling.name}` takes one number from each {by(pooling.window)} window." if pooling else ""
    asked = f"`{plain.name}`, {a(plain)}," if plain else "a `ReLU` layer"
    return rung(
        "where to look",
        f"Parameters are the numbers that training changes. In {titled(network)} they sit in the layers that have a "
        f"weight or a bias, and every layer is counted by itself before anything is added up.{rule}",
        f"How many parameters does {asked} have?",
        0,
        "It learns nothing, so it counts 0, and you can leave layers like it out.",
        "Ask what such a layer would have to learn: its rule is fixed before training starts.",
    )


def _layer_count(network: Network, layer: Layer) -> Hint:
    """The one layer that is counted to the end."""
    shape = next(iter(layer.shapes.values()))
    each = rf"{shape[0]} \cdot ({product(sides_of_one(layer)) or '1'}{' + 1' if layer.has_bias else ''})"
    bias = ", and each has one bias besides" if layer.has_bias else ", and this layer has no bias"
    if layer.kind == "other" or len(layer.shapes) > 2:
        each = "+".join(product(layer.factors(one)) for one in layer.shapes)
        bias = f", in {len(layer.shapes)} {plural('tensor', len(layer.shapes))} altogether"
    return rung(
        "one layer",
        f"`{layer.name}` has {shape[0]} of these{bias}.",
        f"How many parameters does `{layer.name}` have in all?",
        layer.parameters,
        f"Yes, {count(layer.parameters)}. Every other layer of this kind goes the same way, with its own shape.",
        "Take one output first, its weights and its bias, then multiply by the number of outputs.",
        Formula(latex=each),
    )


def _flatten(network: Network) -> Iterator[Hint]:
    """From the last map to the first linear layer."""
    linear = network.first("linear")
    if linear is None or linear is network.counted[0]:
        return
    flat = network.flattening
    if flat is not None and flat.layer == linear.name:
        yield rung(
            "into the linear layers",
            f"Before `{linear.name}` the maps are flattened: {flat.channels} channels of {flat.side}×{flat.side} "
            "cells are laid out in one row, and pooling and flattening learn nothing.",
            f"How many inputs does `{linear.name}` get?",
            flat.channels * flat.side**2,
            "Yes, one input for every cell of every channel.",
            "Multiply the channels by the height and the width of a map.",
        )
        return
    yield rung(
        "linear layers",
        f"`{linear.name}` is linear, with the weight {written(linear.weight)}: one weight for every pair of input "
        "and output.",
        "How many inputs does it have?",
        linear.weight[1],
        "Yes, the second side of the shape; the first is the number of outputs, and of biases.",
        "PyTorch writes the weight as outputs × inputs.",
    )


def _normalization(network: Network, first: Layer) -> Iterator[Hint]:
    layer = network.first("normalization")
    if layer is not None and layer is not first:
        yield rung(
            "normalisation",
            f"`{layer.name}` is {a(layer)}: it scales and shifts. Running means and variances are buffers, which "
            "training does not learn and `parameters()` does not yield.",
            "How many parameters does such a layer have for each channel?",
            len(layer.shapes),
            "Yes: a scale, `weight`, and a shift, `bias`.",
            "One number scales the channel. What is the other one for?",
        )


def _sum(network: Network) -> Hint:
    layers = len(network.counted)
    blocks = " and ".join(f"`{part}`" for part in network.parts)
    by_block = f" Adding {blocks} first gives you intermediate sums to check." if len(network.parts) == 2 else ""
    return rung(
        "the sum",
        f"What is left: count every layer that has parameters and add the counts up.{by_block} You can send me any "
        "layer's count on the way.",
        f"How many counts are there to add in {titled(network)}, one for each layer with parameters?",
        layers,
        "Yes. Their sum is the answer.",
        "Go through `print(model)` and leave out every layer that learns nothing.",
    )
