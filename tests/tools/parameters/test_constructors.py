"""Closed forms against PyTorch's own modules, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.parameters import constructors
from tools.schema import ToolError

ROWS = [
    ("Conv1d", {"in_channels": 4, "out_channels": 6, "kernel_size": 3}),
    ("Conv2d", {"in_channels": 3, "out_channels": 64, "kernel_size": 11}),
    ("Conv2d", {"in_channels": 4, "out_channels": 6, "kernel_size": [3, 5], "bias": False, "padding": "same"}),
    ("Conv2d", {"in_channels": 8, "out_channels": 8, "kernel_size": 3, "groups": 8, "stride": 2}),
    ("Conv3d", {"in_channels": 2, "out_channels": 5, "kernel_size": [1, 2, 3]}),
    ("ConvTranspose2d", {"in_channels": 6, "out_channels": 4, "kernel_size": 2, "groups": 2}),
    ("Linear", {"in_features": 7, "out_features": 5}),
    ("Linear", {"in_features": 7, "out_features": 5, "bias": False}),
    ("BatchNorm1d", {"num_features": 9}),
    ("BatchNorm2d", {"num_features": 9, "affine": False}),
    ("InstanceNorm2d", {"num_features": 9}),
    ("GroupNorm", {"num_groups": 3, "num_channels": 9}),
    ("LayerNorm", {"normalized_shape": 12}),
    ("LayerNorm", {"normalized_shape": [3, 4], "bias": False}),
    ("LayerNorm", {"normalized_shape": 12, "elementwise_affine": False}),
    ("Embedding", {"num_embeddings": 11, "embedding_dim": 4}),
    ("PReLU", {}),
    ("MultiheadAttention", {"embed_dim": 12, "num_heads": 3}),
    ("MultiheadAttention", {"embed_dim": 12, "num_heads": 3, "bias": False, "kdim": 5, "vdim": 7}),
    ("RNN", {"input_size": 3, "hidden_size": 4}),
    ("GRU", {"input_size": 3, "hidden_size": 4, "num_layers": 3, "bias": False}),
    ("LSTM", {"input_size": 3, "hidden_size": 4, "num_layers": 2, "bidirectional": True}),
    ("ReLU", {}),
    ("MaxPool2d", {"kernel_size": 3, "stride": 2}),
    ("AvgPool2d", {"kernel_size": 3}),
    ("AdaptiveAvgPool2d", {"output_size": 6}),
    ("Flatten", {}),
    ("Dropout", {"p": 0.5}),
    ("Softmax", {"dim": 1}),
]


@pytest.mark.parametrize(("kind", "arguments"), ROWS)
def test_shapes_are_those_of_the_pytorch_module(kind, arguments):
    import torch

    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in arguments.items()}
    module = getattr(torch.nn, kind)(**plain)
    expected = {name: tuple(parameter.shape) for name, parameter in module.named_parameters()}
    layer = constructors.layer({"type": kind, **arguments})
    assert dict(layer.shapes) == expected
    assert layer.parameters == sum(parameter.numel() for parameter in module.parameters())


@given(st.integers(1, 20), st.integers(1, 20), st.integers(1, 12), st.booleans())
@settings(deadline=None)
def test_a_convolution_is_its_formula(inputs, outputs, side, bias):
    described = {"type": "Conv2d", "in_channels": inputs, "out_channels": outputs, "kernel_size": side, "bias": bias}
    layer = constructors.layer(described)
    assert layer.parameters == side * side * inputs * outputs + bias * outputs
    products = [term.split("·") for term in layer.formula.split(" + ")]
    values = []
    for factors in products:
        value = 1
        for factor in factors:
            value *= int(factor)
        values.append(value)
    assert sum(values) == layer.parameters


REFUSED = [
    # layer, kind of error, what the sentence names
    ({"type": "Conv2d", "in_channels": 3, "out_channels": 4}, "invalid", "kernel_size"),
    ({"type": "Conv2d", "in_channels": 3, "out_channels": 4, "kernel_size": [3, 3, 3]}, "shape", "2 numbers"),
    ({"type": "Conv2d", "in_channels": 3, "out_channels": 4, "kernel_size": 3, "groups": 2}, "shape", "2 groups"),
    ({"type": "Conv2d", "in_channels": 0, "out_channels": 4, "kernel_size": 3}, "invalid", "in_channels"),
    ({"type": "Conv2d", "in_channels": True, "out_channels": 4, "kernel_size": 3}, "invalid", "in_channels"),
    ({"type": "Linear", "in_features": 10**9, "out_features": 4}, "too_large", "1,000,000"),
    ({"type": "Linear", "in_features": 2.5, "out_features": 4}, "invalid", "whole number"),
    ({"type": "Linear", "in_features": 2, "out_features": 4, "bias": "no"}, "invalid", "true or false"),
    ({"type": "Linear", "in_features": 2, "out_features": 4, "kernel_size": 3}, "invalid", "no argument"),
    ({"type": "Convolution2d"}, "invalid", "Conv2d"),
    ({"type": "__class__"}, "invalid", "__class__"),
    ({"in_features": 2}, "invalid", "needs a type"),
    ({"type": "LSTM", "input_size": 2, "hidden_size": 2, "num_layers": 1000}, "too_large", "num_layers"),
    ({"type": "MultiheadAttention", "embed_dim": 10, "num_heads": 3}, "shape", "3 heads"),
]


@pytest.mark.parametrize(("described", "kind", "said"), REFUSED)
def test_an_impossible_layer_is_refused_by_name(described, kind, said):
    with pytest.raises(ToolError) as refusal:
        constructors.layer(described)
    assert refusal.value.kind == kind
    assert said in str(refusal.value)


def test_lists_are_bounded():
    with pytest.raises(ToolError) as refusal:
        constructors.layers([{"type": "ReLU"}] * (constructors.MAX_LAYERS + 1))
    assert refusal.value.kind == "too_large"
    largest = {"type": "Conv2d", "in_channels": 10**6, "out_channels": 10**6, "kernel_size": 10**6}
    with pytest.raises(ToolError) as refusal:
        constructors.layers([largest])
    assert refusal.value.kind == "too_large"
    with pytest.raises(ToolError):
        constructors.layers([])
