"""The rungs that every ladder shares: how a tensor is counted, and what one output of a layer has."""

from __future__ import annotations

from math import prod

import numpy as np

from tools.content import Block, Code, Formula, Hint, Prose, Question
from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape
from tools.parameters.notation import a, attribute, by, product, written


def rung(title: str, text: str, ask: str, answer: int, confirm: str, nudge: str, *more: Block) -> Hint:
    question = Question(text=ask, answer=np.array(float(answer)), confirm=confirm, nudge=nudge)
    return Hint(title=title, blocks=(Prose(text=text), *more), question=question)


def numel(network: Network, layer: Layer) -> Hint:
    """Elements of a tensor, asked of a row of the network, or of a made-up one where that would be the result."""
    rows = [(one, name, shape) for one in (layer, *network.counted) for name, shape in one.shapes.items()]
    row = next((row for row in rows if len(row[2]) == 1 and row[2][0] != network.total), None)
    text = (
        "`parameters()` yields the parameter tensors of a layer, and `numel()` tells how many numbers one tensor "
        "holds: the product of all sides of its shape."
    )
    nudge = "Multiply all sides of the shape. With a single side there is nothing to multiply."
    if row is None:
        ask = "A tensor has the shape `(2, 3, 5)`. What does its `numel()` give?"
        return rung("what is counted", text, ask, 30, "Yes, 2·3·5; `len` would only tell the first side.", nudge)
    one, name, shape = row
    return rung(
        "what is counted",
        text,
        f"`{name}` of `{one.name}` has the shape {written(shape)}. What does its `numel()` give?",
        shape[0],
        "Yes. For a tensor with one side, `numel()` and `len()` agree; with more sides they do not.",
        nudge,
        Code(source=f"print({attribute(network, one)}.{name}.shape)"),
    )


def sides_of_one(layer: Layer) -> Shape:
    """The sides of the first tensor that belong to one output."""
    name, shape = next(iter(layer.shapes.items()))
    return layer.factors(name)[:-1] if name == "weight" and layer.kind in ("convolution", "linear") else shape[1:]


def one_output(layer: Layer) -> Hint:
    """How many weights one output of the layer has."""
    name, shape = next(iter(layer.shapes.items()))
    answer = prod(sides_of_one(layer))
    if layer.kind == "convolution":
        kernel, channels = shape[2:], shape[1]
        return rung(
            "one filter",
            f"`{layer.name}` has the weight {written(shape)}: {shape[0]} filters. One filter looks through a window "
            f"of {by(kernel)} cells at {channels} input {plural('channel', channels)}, with weights of its own for "
            "each.",
            "How many weights does one filter have?",
            answer,
            f"Yes: {'·'.join(map(str, (*kernel, channels)))} weights in one filter.",
            "Multiply the cells of the window by the channels it looks at.",
            Formula(latex=rf"k \cdot k \cdot C_{{in}} = {product((*kernel, channels))}"),
        )
    if layer.kind == "linear":
        return rung(
            "one output",
            f"`{layer.name}` is linear, with the weight {written(shape)}: {shape[0]} outputs, each a weighted sum "
            "of all inputs.",
            "How many weights does one output have?",
            answer,
            "Yes, one weight for each input.",
            "The second side of the weight's shape is the number of inputs.",
        )
    return rung(
        "one slice",
        f"`{layer.name}` is {a(layer)}. Its `{name}` has the shape {written(shape)}: {shape[0]} slices of equal size.",
        f"How many numbers are in one slice `{name}[0]`?",
        answer,
        "Yes: the product of the sides after the first.",
        "Multiply the sides after the first; where there is none, a slice is one number.",
    )


def plural(word: str, many: int) -> str:
    return word if many == 1 else f"{word}s"
