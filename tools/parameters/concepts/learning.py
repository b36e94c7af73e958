"""Layers that learn: how the parameters of convolutions and linear layers are multiplied out."""

from __future__ import annotations

from math import prod

from tools.concept import Concept, concept
from tools.parameters.compute import Network
from tools.parameters.concepts import samples
from tools.parameters.notation import by, product, written


def convolution_parameters(network: Network) -> Concept:
    layer = samples.convolution(network)
    outputs, inputs, *kernel = layer.weight
    plus = "+ 1" if layer.has_bias else ""
    return concept(
        f"One filter has a window of {by(tuple(kernel))} weights for each input channel it sees, and one bias if the "
        f"layer has biases. There is one filter for each output channel; in `{layer.name}` that makes",
        rf"C_{{out}} \cdot (k \cdot k \cdot C_{{in}} {plus}) = {outputs} \cdot ({product((*kernel, inputs))} {plus})",
        "The height and width of the picture do not occur: the same filter is used at every place.",
        "How many weights has one filter of this layer?",
        prod((*kernel, inputs)),
    )


def linear_parameters(network: Network) -> Concept:
    layer = samples.linear(network)
    outputs, inputs = layer.weight
    bias = " + 1" if layer.has_bias else ""
    return concept(
        "In a linear (fully connected) layer every output is a weighted sum of all inputs, with one bias where there "
        f"are biases. For `{layer.name}`, with {inputs} inputs and {outputs} outputs:",
        rf"n_{{out}} \cdot (n_{{in}}{bias}) = {outputs} \cdot ({inputs}{bias})",
        "PyTorch keeps the weight as outputs × inputs.",
        "How many parameters has `Linear(4, 3)` with its biases?",
        15,
    )


def linear_and_convolution(network: Network) -> Concept:
    linear, convolution = samples.linear(network), samples.convolution(network)
    outputs, inputs = linear.weight
    filters, channels, *kernel = convolution.weight
    return concept(
        "A convolution shares its weights: one small filter serves every place of the picture. A linear layer shares "
        "nothing: every pair of input and output has a weight of its own.",
        rf"\underbrace{{{product((filters, *kernel, channels))}}}_{{\text{{convolution}}}} "
        rf"\qquad\text{{against}}\qquad \underbrace{{{product((outputs, inputs))}}}_{{\text{{linear}}}}",
        f"That is the weight of a layer like `{convolution.name}` and of one like `{linear.name}`, without biases.",
        "How many weights does the convolution have?",
        prod(convolution.weight),
    )


def channel(network: Network) -> Concept:
    layer = samples.convolution(network)
    outputs, inputs = layer.weight[:2]
    return concept(
        "Channels are the depth of a picture or a map: three for RGB, later as many as the layer before has filters. "
        "Each filter looks at all channels that come in and gives one that goes out.",
        r"\text{weight}: C_{out} \times C_{in} \times k \times k",
        f"`{layer.name}` here keeps its weight as {written(layer.weight)}, so {inputs} channels for each of {outputs} "
        "filters.",
        "How many channels does it hand on?",
        outputs,
    )
