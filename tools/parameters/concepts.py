"""The concepts of parameter counting, each in a few sentences with this task's own numbers, never with its total."""

from __future__ import annotations

from collections.abc import Callable
from math import prod

from tools.content import Block, Formula, Prose
from tools.parameters import constructors
from tools.parameters.compute import Network
from tools.parameters.layer import Layer
from tools.parameters.notation import a, by, product, written

Concept = Callable[[Network], tuple[Block, ...]]

_CONVOLUTION = constructors.layer({"type": "Conv2d", "in_channels": 3, "out_channels": 16, "kernel_size": 5}, "conv")
_LINEAR = constructors.layer({"type": "Linear", "in_features": 20, "out_features": 10}, "fc")
"""What a concept is shown on where the task has no such layer."""


def _convolution(network: Network) -> Layer:
    return network.first("convolution") or network.whole.first("convolution") or _CONVOLUTION


def _linear(network: Network) -> Layer:
    return network.first("linear") or network.whole.first("linear") or _LINEAR


def _any(network: Network) -> Layer:
    return network.counted[0] if network.counted else _CONVOLUTION


def _parameter(network: Network) -> tuple[Block, ...]:
    layer = _any(network)
    tensors = " and ".join(f"`{name}` {written(shape)}" for name, shape in list(layer.shapes.items())[:4])
    return (
        Prose(
            text="A parameter is a number that training changes: an entry of a weight or a bias. "
            f"`model.parameters()` yields the tensors they are kept in, not single numbers. `{layer.name}` here "
            f"keeps its parameters in {tensors}. Inputs, activations and buffers such as running means are no "
            "parameters."
        ),
    )


def _numel(network: Network) -> tuple[Block, ...]:
    layer = _any(network)
    name, shape = next(iter(layer.shapes.items()))
    return (
        Prose(
            text="`numel()` is the number of elements of a tensor, the product of all sides of its shape. For "
            f"`{name}` of `{layer.name}`, with the shape {written(shape)}, it multiplies:"
        ),
        Formula(latex=rf"\texttt{{numel}} = {product(shape) or '1'}"),
        Prose(text="Added up over all tensors that `parameters()` yields, this is the number of parameters."),
    )


def _numel_against_len(network: Network) -> tuple[Block, ...]:
    layer = _any(network)
    name, shape = next(iter(layer.shapes.items()))
    length = shape[0] if shape else 1
    return (
        Prose(
            text=f"`len(p)` is the first side of a tensor, `p.numel()` the product of all of them. For `{name}` of "
            f"`{layer.name}`, shape {written(shape)}, `len` tells {length} while `numel()` multiplies "
            f"${product(shape) or '1'}$. They agree only where a tensor has a single side, as a bias has. On "
            "`model.parameters()` itself `len(list(…))` counts tensors."
        ),
    )


def _bias(network: Network) -> tuple[Block, ...]:
    convolution, linear = _convolution(network), _linear(network)
    return (
        Prose(
            text="A bias is one number added to each output after the weighted sum. A convolution has one for each "
            f"output channel, so {convolution.weight[0]} for {convolution.weight[0]} filters like those of "
            f"`{convolution.name}`; a linear layer has one for each output, so {linear.weight[0]} in "
            f"`{linear.name}`. The number of inputs and the size of the picture make no difference, and with "
            "`bias=False` there is none."
        ),
        Formula(latex=r"y_j = \sum_i w_{ji} x_i + b_j"),
    )


def _layer(network: Network) -> tuple[Block, ...]:
    learning, every = len(network.whole.counted), len(network.layers)
    return (
        Prose(
            text="A layer is one step of the forward pass. Some learn: convolutions, linear layers, normalisation. "
            "Others, such as ReLU, pooling, dropout and flatten, only apply a fixed rule and have no parameters. "
            f"Here {learning} of {every} have parameters, and the rest count 0. `named_modules()` gives every layer "
            f"its name, such as `{_any(network).name}`."
        ),
    )


def _convolution_parameters(network: Network) -> tuple[Block, ...]:
    layer = _convolution(network)
    outputs, inputs, *kernel = layer.weight
    bias, plus = ("+ 1", "+ 1") if layer.has_bias else ("", "")
    return (
        Prose(
            text=f"One filter has a window of {by(tuple(kernel))} weights for each input channel it sees, and one "
            f"bias if the layer has biases. There is one filter for each output channel; in `{layer.name}` that makes"
        ),
        Formula(
            latex=rf"C_{{out}} \cdot (k \cdot k \cdot C_{{in}} {bias}) = "
            rf"{outputs} \cdot ({product((*kernel, inputs))} {plus})"
        ),
        Prose(text="The height and width of the picture do not occur: the same filter is used at every place."),
    )


def _linear_parameters(network: Network) -> tuple[Block, ...]:
    layer = _linear(network)
    outputs, inputs = layer.weight
    bias = " + 1" if layer.has_bias else ""
    return (
        Prose(
            text="In a linear layer every output is a weighted sum of all inputs, with one bias where there are "
            f"biases. For `{layer.name}`, with {inputs} inputs and {outputs} outputs:"
        ),
        Formula(latex=rf"n_{{out}} \cdot (n_{{in}}{bias}) = {outputs} \cdot ({inputs}{bias})"),
        Prose(text="PyTorch keeps the weight as outputs × inputs."),
    )


def _flatten(network: Network) -> tuple[Block, ...]:
    flat = network.flattening
    if flat is None:
        text = "Flattening lays a map out as one row: C channels of H×W cells become C·H·W inputs."
        return (
            Prose(text=text),
            Formula(latex=r"n_{in} = C \cdot H \cdot W"),
            Prose(text="It has no parameters itself."),
        )
    return (
        Prose(
            text="Flattening lays a map out as one row, so every cell of every channel becomes an input of the next "
            f"linear layer. Before `{flat.layer}` there are {flat.channels} channels of {flat.side}×{flat.side} "
            "cells:"
        ),
        Formula(latex=rf"n_{{in}} = C \cdot H \cdot W = {product((flat.channels, flat.side, flat.side))}"),
        Prose(text="It has no parameters itself, but it decides how many weights the next layer has."),
    )


def _avgpool(network: Network) -> tuple[Block, ...]:
    flat = network.flattening
    size = f" Here it hands on {flat.channels} channels of {flat.side}×{flat.side}." if flat is not None else ""
    return (
        Prose(
            text="`AdaptiveAvgPool2d` averages a map down to a fixed size, whatever size comes in, so that the linear "
            "layers "
            f"always get the same number of inputs.{size} A mean has nothing to learn, so `avgpool` has no "
            f"parameters: every "
            "output is $\\frac{1}{n} \\sum_i x_i$ over the $n$ cells of its window."
        ),
    )


def _pooling(network: Network) -> tuple[Block, ...]:
    layer = next((layer for layer in network.layers if layer.window), None)
    here = f" `{layer.name}` looks at {by(layer.window)} = {prod(layer.window)} cells at a time." if layer else ""
    return (
        Prose(
            text="Pooling replaces each window of a map by its largest value or its mean. That rule is fixed, so a "
            f"pooling layer has no weights and counts 0 parameters, whatever its window.{here} It makes the map "
            "smaller, which later reduces the inputs of the first linear layer."
        ),
        Formula(latex=r"y = \max_{i \in \text{window}} x_i"),
    )


def _features_and_classifier(network: Network) -> tuple[Block, ...]:
    layers = network.whole.counted
    convolutions = sum(layer.kind == "convolution" for layer in layers)
    linear = sum(layer.kind == "linear" for layer in layers)
    return (
        Prose(
            text="AlexNet and its kin run `features` → `avgpool` → `flatten` → `classifier`: convolutions find "
            f"patterns, linear layers decide. Here the convolutions number {convolutions} and the linear layers "
            f"{linear}. The convolutions share few weights over the whole picture, whereas a linear layer has one "
            "weight for every pair of input and output."
        ),
        Formula(latex=r"N = N_{\text{features}} + N_{\text{classifier}}"),
    )


def _alexnet(network: Network) -> tuple[Block, ...]:
    layer = _convolution(network)
    return (
        Prose(
            text="AlexNet won the ImageNet competition of 2012 with five convolutions and three linear layers. "
            "torchvision's version follows a later paper with one tower and fewer channels, so counts from the "
            f"first paper differ. A convolution such as `{layer.name}` here has the weight {written(layer.weight)}: "
            "filters, input channels, window."
        ),
        Formula(latex=r"C_{out} \cdot (k \cdot k \cdot C_{in} + 1)"),
    )


def _num_classes(network: Network) -> tuple[Block, ...]:
    last = next((layer for layer in reversed(network.whole.counted) if layer.kind == "linear"), _LINEAR)
    outputs, inputs = last.weight
    return (
        Prose(
            text="`num_classes` is the number of outputs of the last layer; ImageNet has 1000 classes, which is "
            f"torchvision's default. Only that layer changes with it: `{last.name}`, {a(last)}, has {inputs} inputs "
            f"and {outputs} outputs, so each class more or less costs"
        ),
        Formula(latex=rf"n_{{in}} + 1 = {inputs} + 1" if last.has_bias else rf"n_{{in}} = {inputs}"),
    )


CONCEPTS: dict[str, Concept] = {
    "parameter": _parameter,
    "numel": _numel,
    "numel_against_len": _numel_against_len,
    "bias_parameters": _bias,
    "layer": _layer,
    "convolution_parameters": _convolution_parameters,
    "linear_parameters": _linear_parameters,
    "flatten": _flatten,
    "avgpool": _avgpool,
    "features_and_classifier": _features_and_classifier,
    "alexnet": _alexnet,
    "pooling": _pooling,
    "num_classes": _num_classes,
}
"""What each topic says."""
