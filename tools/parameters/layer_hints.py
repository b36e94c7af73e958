"""The ladder for one layer, and for a layer that learns nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from tools.content import Formula, Hint, Prose, Question, count
from tools.parameters.compute import Network
from tools.parameters.layer import Layer
from tools.parameters.notation import a, product, titled, written
from tools.parameters.rungs import numel, one_output, rung


def one_layer(network: Network, layer: Layer) -> Iterator[Hint]:
    yield _tensors(network, layer)
    yield numel(network, layer)
    yield one_output(layer)
    yield _all_but_last(layer)


def _tensors(network: Network, layer: Layer) -> Hint:
    kinds = " and ".join(f"`{name}`" for name in list(layer.shapes)[:2])
    more = "" if len(layer.shapes) <= 2 else " and more"
    return rung(
        "where to look",
        f"Parameters are the numbers that training changes. {titled(network)[0].upper()}{titled(network)[1:]} keeps "
        f"them in tensors: {kinds}{more}. Nothing else of the layer is learned.",
        "How many parameter tensors does this layer have?",
        len(layer.shapes),
        "Yes. Count each one by itself.",
        "A weight is one tensor, and a bias, where there is one, is another.",
    )


def _all_but_last(layer: Layer) -> Hint:
    """All of the first tensor where another one remains to be added, else how many of its slices there are."""
    name, shape = next(iter(layer.shapes.items()))
    if len(layer.shapes) == 1:
        return rung(
            "all outputs",
            f"`{name}` repeats what you counted once for every step along its first side, and there is no bias to add.",
            "How many times is that?",
            shape[0],
            "Yes. Multiply the two, and you have the answer.",
            f"Look up the first side in the shape of `{name}`.",
        )
    rest = ", ".join(f"`{one}` {written(layer.shapes[one])}" for one in list(layer.shapes)[1:5])
    return rung(
        "the tensors in full",
        f"`{name}` has the shape {written(shape)}. Then come the others: {rest}.",
        f"How many numbers does `{name}` hold in all?",
        prod(shape),
        f"Yes, {count(prod(shape))} in `{name}`. What remains is to add the other tensors.",
        "Multiply all sides of the shape.",
        Formula(latex=product(layer.factors(name))),
    )


def nothing_learned(layer: Layer) -> Iterator[Hint]:
    """For a layer without parameters."""
    yield rung(
        "where to look",
        "Parameters are the numbers that training changes: weights and biases.",
        "A `Linear` layer with a bias: how many parameter tensors does it have?",
        2,
        "Yes, a weight and a bias.",
        "One tensor is multiplied, the other added.",
    )
    yield rung(
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
    yield rung(
        "the sum",
        "The count is the sum of `numel()` over all parameter tensors of the layer.",
        "How many tensors are there to add up here?",
        0,
        "Yes. A sum without summands is the answer.",
        "A tensor counts only if training changes it.",
    )
