"""Layers and whole models: what they are made of, and where the parameters are."""

from __future__ import annotations

from math import prod

from tools.concept import Concept, concept
from tools.parameters.compute import Network
from tools.parameters.concepts import samples
from tools.parameters.notation import a, product, written


def layer(network: Network) -> Concept:
    learning, every = len(network.whole.counted), len(network.layers)
    return concept(
        "A layer is one step of the forward pass. Some learn: convolutions, linear layers, normalisation. Others, such "
        "as ReLU, pooling, dropout and flatten, only apply a fixed rule and have no parameters.",
        r"x \;\to\; \text{layer}_1 \;\to\; \text{layer}_2 \;\to\; \dots \;\to\; y",
        f"Here {learning} of {every} have parameters. `named_modules()` gives every layer its name, such as "
        f"`{samples.learning(network).name}`.",
        "How many of them count 0?",
        every - learning,
    )


def parameter_and_layer(network: Network) -> Concept:
    one = samples.learning(network)
    tensors = len(one.shapes)
    return concept(
        "A layer is a step of the calculation. A parameter is a single learned number inside one; a layer keeps many, "
        "in tensors, or none at all.",
        r"N_{\text{layer}} = \sum_{\text{its tensors}} \texttt{numel}",
        f"`{one.name}`, {a(one)}, is one layer with {tensors} tensor{'s' * (tensors != 1)}: "
        f"{', '.join(written(shape) for shape in list(one.shapes.values())[:4])}.",
        "How many elements has the last of these tensors?",
        prod(list(one.shapes.values())[:4][-1]),
    )


def features_and_classifier(network: Network) -> Concept:
    layers = network.whole.counted
    convolutions = [one for one in layers if one.kind == "convolution"]
    linear = [one for one in layers if one.kind == "linear"]
    every = network.whole.total or 1
    share = round(100 * sum(one.parameters for one in linear) / every)
    return concept(
        "AlexNet and its kin run `features` → `avgpool` → `flatten` → `classifier`. `features` is the backbone: "
        "convolutions find patterns. `classifier` is the head: linear layers decide.",
        r"N = N_{\text{features}} + N_{\text{classifier}}",
        f"Here the convolutions number {len(convolutions)} and the linear layers {len(linear)}; yet the linear layers "
        f"hold {share} % of the parameters, one weight for every pair of input and output.",
        "How many layers of the two kinds are there together?",
        len(convolutions) + len(linear),
    )


def alexnet(network: Network) -> Concept:
    one = samples.convolution(network)
    _, *sides = one.weight
    return concept(
        "AlexNet won the ImageNet competition of 2012 with five convolutions and three linear layers. torchvision's "
        "version follows a later paper with one tower and fewer channels, so counts from the first paper differ.",
        r"\text{filters} \times \text{input channels} \times k \times k",
        f"That is the shape of a weight: {written(one.weight)} in `{one.name}` here.",
        "How many weights has one of its filters?",
        prod(sides),
    )


def num_classes(network: Network) -> Concept:
    last = samples.last_linear(network)
    outputs, inputs = last.weight
    return concept(
        "`num_classes` is the number of outputs of the last layer; ImageNet has 1000 classes, torchvision's default. "
        "Only that layer changes with it. Each class more costs one weight for each input, and a bias.",
        rf"n_{{in}} + 1 = {inputs} + 1" if last.has_bias else rf"n_{{in}} = {inputs}",
        f"Here `{last.name}`, {a(last)}, has {inputs} inputs and {outputs} outputs.",
        "How many parameters do 10 more classes cost?",
        10 * (inputs + last.has_bias),
    )


def parameters_in_all(network: Network) -> Concept:
    layers = network.whole.counted or (samples.learning(network),)
    largest = max(layers, key=lambda one: one.parameters)
    every = sum(one.parameters for one in layers)
    linear = round(100 * sum(one.parameters for one in layers if one.kind == "linear") / every)
    name, shape = max(largest.shapes.items(), key=lambda tensor: prod(tensor[1]))
    return concept(
        "Mostly because of a few layers. A linear layer needs one weight for each pair of input and output, and where "
        "a flattened map comes in, those are many pairs.",
        r"N = \sum_{\text{layers}} N_{\text{layer}}",
        f"Here the linear layers hold {linear} % of all parameters, and `{largest.name}` alone "
        f"{round(100 * largest.parameters / every)} %: its `{name}` has ${product(shape)}$ of them.",
        f"How many numbers are in that one tensor, {written(shape)}?",
        prod(shape),
    )
