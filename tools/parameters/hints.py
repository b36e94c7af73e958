"""The ladder of parameter counting: where numbers are learned, how a tensor is counted, one filter, one layer, the "
"sum."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

import numpy as np

from tools.content import Block, Code, Formula, Hint, Prose, Question, count
from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape
from tools.parameters.notation import a, attribute, by, product, titled, written


def hints(network: Network) -> tuple[Hint, ...]:
    """The rungs for one layer, or for a whole network."""
    layer = network.single
    if layer is None:
        return tuple(_whole(network))
    return tuple(_one(network, layer)) if layer.shapes else tuple(_nothing_learned(layer))


def _hint(title: str, text: str, ask: str, answer: int, confirm: str, nudge: str, *more: Block) -> Hint:
    question = Question(text=ask, answer=np.array(float(answer)), confirm=confirm, nudge=nudge)
    return Hint(title=title, blocks=(Prose(text=text), *more), question=question)


def _whole(network: Network) -> Iterator[Hint]:
    first = network.first("convolution") or network.first("linear") or network.counted[0]
    yield _where(network)
    yield _numel(network, first)
    yield _one_output(first)
    yield _layer_count(network, first)
    yield from _flatten(network)
    yield from _normalization(network, first)
    yield _sum(network)


def _one(network: Network, layer: Layer) -> Iterator[Hint]:
    yield _tensors(network, layer)
    yield _numel(network, layer)
    yield _one_output(layer)
    yield _all_but_last(layer)


def _where(network: Network) -> Hint:
    """Layers without parameters, asked of one."""
    pooling = next((layer for layer in network.focus if layer.window), None)
    plain = pooling or next((layer for layer in network.focus if not layer.shapes), None)
    rule = f" `{pooling.name}` takes one number from each {by(pooling.window)} window." if pooling else ""
    asked = f"`{plain.name}`, {a(plain)}," if plain else "a `ReLU` layer"
    return _hint(
        "where to look",
        f"Parameters are the numbers that training changes. In {titled(network)} they sit in the layers that have a "
        f"weight or a bias, and every layer is counted by itself before anything is added up.{rule}",
        f"How many parameters does {asked} have?",
        0,
        "It learns nothing, so it counts 0, and you can leave layers like it out.",
        "Ask what such a layer would have to learn: its rule is fixed before training starts.",
    )


def _numel(network: Network, layer: Layer) -> Hint:
    """Elements of a tensor, asked of a row of the network, or of a made-up one where that would be the result."""
    rows = [(one, name, shape) for one in (layer, *network.counted) for name, shape in one.shapes.items()]
    row = next((row for row in rows if len(row[2]) == 1 and row[2][0] != network.total), None)
    text = (
        "`parameters()` yields the parameter tensors of a layer, and `numel()` tells how many numbers one tensor "
        "holds: "
        "the product of all sides of its shape."
    )
    nudge = "Multiply all sides of the shape. With a single side there is nothing to multiply."
    if row is None:
        ask = "A tensor has the shape `(2, 3, 5)`. What does its `numel()` give?"
        return _hint("what is counted", text, ask, 30, "Yes, 2·3·5; `len` would only tell the first side.", nudge)
    one, name, shape = row
    return _hint(
        "what is counted",
        text,
        f"`{name}` of `{one.name}` has the shape {written(shape)}. What does its `numel()` give?",
        shape[0],
        "Yes. For a tensor with one side, `numel()` and `len()` agree; with more sides they do not.",
        nudge,
        Code(source=f"print({attribute(network, one)}.{name}.shape)"),
    )


def _sides(layer: Layer) -> Shape:
    """The sides of the first tensor that belong to one output."""
    name, shape = next(iter(layer.shapes.items()))
    return layer.factors(name)[:-1] if name == "weight" and layer.kind in ("convolution", "linear") else shape[1:]


def _one_output(layer: Layer) -> Hint:
    """How many weights one output of the layer has."""
    name, shape = next(iter(layer.shapes.items()))
    answer = prod(_sides(layer))
    if layer.kind == "convolution":
        kernel, channels = shape[2:], shape[1]
        return _hint(
            "one filter",
            f"`{layer.name}` has the weight {written(shape)}: {shape[0]} filters. One filter looks through a "
            f"window of {by(kernel)} cells at {channels} input {_plural('channel', channels)}, with weights of its own "
            "for each.",
            "How many weights does one filter have?",
            answer,
            f"Yes: {'·'.join(map(str, (*kernel, channels)))} weights in one filter.",
            "Multiply the cells of the window by the channels it looks at.",
            Formula(latex=rf"k \cdot k \cdot C_{{in}} = {product((*kernel, channels))}"),
        )
    if layer.kind == "linear":
        return _hint(
            "one output",
            f"`{layer.name}` is linear, with the weight {written(shape)}: {shape[0]} outputs, each a weighted sum of "
            f"all inputs.",
            "How many weights does one output have?",
            answer,
            "Yes, one weight for each input.",
            "The second side of the weight's shape is the number of inputs.",
        )
    return _hint(
        "one slice",
        f"`{layer.name}` is {a(layer)}. Its `{name}` has the shape {written(shape)}: {shape[0]} slices of equal size.",
        f"How many numbers are in one slice `{name}[0]`?",
        answer,
        "Yes: the product of the sides after the first.",
        "Multiply the sides after the first; where there is none, a slice is one number.",
    )


def _plural(word: str, many: int) -> str:
    return word if many == 1 else f"{word}s"


def _layer_count(network: Network, layer: Layer) -> Hint:
    """The one layer that is counted to the end."""
    shape = next(iter(layer.shapes.values()))
    each = rf"{shape[0]} \cdot ({product(_sides(layer)) or '1'}{' + 1' if layer.has_bias else ''})"
    bias = ", and each has one bias besides" if layer.has_bias else ", and this layer has no bias"
    if layer.kind == "other" or len(layer.shapes) > 2:
        each = "+".join(product(layer.factors(one)) for one in layer.shapes)
        bias = f", in {len(layer.shapes)} {_plural('tensor', len(layer.shapes))} altogether"
    return _hint(
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
        yield _hint(
            "into the linear layers",
            f"Before `{linear.name}` the maps are flattened: {flat.channels} channels of {flat.side}×{flat.side} cells "
            "are laid out in one row, and pooling and flattening learn nothing.",
            f"How many inputs does `{linear.name}` get?",
            flat.channels * flat.side**2,
            "Yes, one input for every cell of every channel.",
            "Multiply the channels by the height and the width of a map.",
        )
        return
    yield _hint(
        "linear layers",
        f"`{linear.name}` is linear, with the weight {written(linear.weight)}: one weight for every pair of input and "
        f"output.",
        "How many inputs does it have?",
        linear.weight[1],
        "Yes, the second side of the shape; the first is the number of outputs, and of biases.",
        "PyTorch writes the weight as outputs × inputs.",
    )


def _normalization(network: Network, first: Layer) -> Iterator[Hint]:
    layer = network.first("normalization")
    if layer is not None and layer is not first:
        yield _hint(
            "normalisation",
            f"`{layer.name}` is {a(layer)}: it scales and shifts. Running means and variances are buffers, which "
            f"training does "
            "not learn and `parameters()` does not yield.",
            "How many parameters does such a layer have for each channel?",
            len(layer.shapes),
            "Yes: a scale, `weight`, and a shift, `bias`.",
            "One number scales the channel. What is the other one for?",
        )


def _sum(network: Network) -> Hint:
    layers = len(network.counted)
    blocks = " and ".join(f"`{part}`" for part in network.parts)
    by_block = f" Adding {blocks} first gives you intermediate sums to check." if len(network.parts) == 2 else ""
    return _hint(
        "the sum",
        f"What is left: count every layer that has parameters and add the counts up.{by_block} You can send me any "
        "layer's count on the way.",
        f"How many counts are there to add in {titled(network)}, one for each layer with parameters?",
        layers,
        "Yes. Their sum is the answer.",
        "Go through `print(model)` and leave out every layer that learns nothing.",
    )


def _tensors(network: Network, layer: Layer) -> Hint:
    kinds = " and ".join(f"`{name}`" for name in list(layer.shapes)[:2])
    more = "" if len(layer.shapes) <= 2 else " and more"
    return _hint(
        "where to look",
        f"Parameters are the numbers that training changes. {titled(network)[0].upper()}{titled(network)[1:]} keeps "
        f"them in "
        f"tensors: {kinds}{more}. Nothing else of the layer is learned.",
        "How many parameter tensors does this layer have?",
        len(layer.shapes),
        "Yes. Count each one by itself.",
        "A weight is one tensor, and a bias, where there is one, is another.",
    )


def _all_but_last(layer: Layer) -> Hint:
    """All of the first tensor where another one remains to be added, else how many of its slices there are."""
    name, shape = next(iter(layer.shapes.items()))
    if len(layer.shapes) == 1:
        return _hint(
            "all outputs",
            f"`{name}` repeats what you counted once for every step along its first side, and there is no bias to add.",
            "How many times is that?",
            shape[0],
            "Yes. Multiply the two, and you have the answer.",
            f"Look up the first side in the shape of `{name}`.",
        )
    rest = ", ".join(f"`{one}` {written(layer.shapes[one])}" for one in list(layer.shapes)[1:5])
    return _hint(
        "the tensors in full",
        f"`{name}` has the shape {written(shape)}. Then come the others: {rest}.",
        f"How many numbers does `{name}` hold in all?",
        prod(shape),
        f"Yes, {count(prod(shape))} in `{name}`. What remains is to add the other tensors.",
        "Multiply all sides of the shape.",
        Formula(latex=product(layer.factors(name))),
    )


def _nothing_learned(layer: Layer) -> Iterator[Hint]:
    """For a layer without parameters."""
    yield _hint(
        "where to look",
        "Parameters are the numbers that training changes: weights and biases.",
        "A `Linear` layer with a bias: how many parameter tensors does it have?",
        2,
        "Yes, a weight and a bias.",
        "One tensor is multiplied, the other added.",
    )
    yield _hint(
        "what is counted",
        "`parameters()` yields the parameter tensors, and `numel()` tells how many numbers one tensor holds.",
        "A tensor has the shape `(2, 3, 5)`. What does its `numel()` give?",
        30,
        "Yes, 2·3·5.",
        "Multiply all sides of the shape.",
    )
    yield Hint(
        title="the rule of this layer",
        blocks=(Prose(text=f"`{layer.name}` is {a(layer)}. Its rule is fixed before training starts."),),
        question=Question(
            text="Is there a number in that rule which training changes?",
            words=("no", "none", "nein", "nothing"),
            wrong_words=("yes", "ja"),
            confirm="So there is nothing for `parameters()` to yield.",
            nudge="Compare it with a linear layer: what would be its weight?",
        ),
    )
    yield _hint(
        "the sum",
        "The count is the sum of `numel()` over all parameter tensors of the layer.",
        "How many tensors are there to add up here?",
        0,
        "Yes. A sum without summands is the answer.",
        "A tensor counts only if training changes it.",
    )
