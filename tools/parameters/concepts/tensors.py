"""Parameters, the tensors they are kept in, and how those are counted."""

from __future__ import annotations

from tools.concept import Concept, concept
from tools.parameters.compute import Network
from tools.parameters.concepts import samples
from tools.parameters.layer import is_bias
from tools.parameters.notation import product, written


def parameter(network: Network) -> Concept:
    layer = samples.learning(network)
    tensors = " and ".join(f"`{name}` {written(shape)}" for name, shape in list(layer.shapes.items())[:4])
    return concept(
        "A parameter is a number that training changes: an entry of a weight or a bias. `model.parameters()` yields, "
        "one by one, the tensors they are kept in, not single numbers.",
        r"N = \sum_{p \,\in\, \texttt{parameters()}} \texttt{numel}(p)",
        f"`{layer.name}` here keeps its parameters in {tensors}. Inputs, activations and buffers such as running means "
        "are no parameters.",
        "How many parameters does a 3×3 weight with 3 biases make?",
        12,
    )


def numel(network: Network) -> Concept:
    layer = samples.learning(network)
    name, shape = samples.tensor(layer)
    return concept(
        "`numel()` is the number of elements of a tensor, the product of all sides of its shape.",
        rf"\texttt{{numel}} = {product(shape) or '1'}",
        f"That is `{name}` of `{layer.name}`, with the shape {written(shape)}. Added up over all tensors that "
        "`parameters()` yields, `numel()` gives the number of parameters.",
        "What does `numel()` give for the shape `(2, 3, 4)`?",
        24,
    )


def numel_against_len(network: Network) -> Concept:
    layer = samples.learning(network)
    name, shape = samples.tensor(layer)
    length = shape[0] if shape else 1
    return concept(
        "`len(p)` is the first side of a tensor, `p.numel()` the product of all of them. They agree only where a "
        "tensor has a single side, as a bias has.",
        rf"\texttt{{len}} = {length}, \qquad \texttt{{numel}} = {product(shape) or '1'}",
        f"That is `{name}` of `{layer.name}`, shape {written(shape)}. On the model, `len(list(model.parameters()))` "
        "counts tensors, not numbers.",
        "What does `len` tell of a tensor of shape `(10, 300)`?",
        10,
    )


def bias(network: Network) -> Concept:
    convolution, linear = samples.convolution(network), samples.linear(network)
    return concept(
        "A bias is one number added to each output after the weighted sum; it counts as a parameter. A convolution has "
        "one for each output channel, a linear layer one for each output.",
        r"y_j = \sum_i w_{ji} x_i + b_j",
        f"So {convolution.weight[0]} in a layer like `{convolution.name}` and {linear.weight[0]} in one like "
        f"`{linear.name}`. The number of inputs and the size of the picture make no difference; with `bias=False` "
        "there is none.",
        "How many biases does `Conv2d(3, 7, kernel_size=5)` have?",
        7,
    )


def weight_and_bias(network: Network) -> Concept:
    layer = samples.linear(network)
    outputs, inputs = layer.weight
    return concept(
        "A weight is multiplied with an input: one for each connection. A bias is added to the sum: one for each "
        "output, whatever comes in. Both are learned, both count.",
        r"y_j = \underbrace{\sum_i w_{ji} x_i}_{\text{weights}} + \underbrace{b_j}_{\text{bias}}",
        f"A layer from {inputs} to {outputs} like `{layer.name}` has ${outputs} \\cdot {inputs}$ weights, but only "
        f"{outputs} biases.",
        "How many weights and biases has `Linear(3, 2)` together?",
        8,
    )


def tensors_and_layers(network: Network) -> Concept:
    layers = network.whole.counted
    names = [name for layer in layers for name in layer.shapes]
    biases = sum(map(is_bias, names))
    counts = " + ".join(str(len(layer.shapes)) for layer in layers[:3])
    dots = r" + \dots" if len(layers) > 3 else ""
    return concept(
        "`parameters()` yields tensors, not layers: most layers that learn keep two, a weight and a bias. A table by "
        "layer has one row for both; layers that learn nothing yield none.",
        rf"\text{{tensors}} = {counts or '0'}{dots} = {len(names)}",
        f"Here {len(layers)} layer{'s' * (len(layers) != 1)} with parameters hold {len(names)} tensors, "
        f"and `named_parameters()` tells which is whose.",
        "How many tensors would be left without the biases?",
        len(names) - biases,
    )
