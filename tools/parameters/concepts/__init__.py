"""The concepts of parameter counting, each in a few sentences with this task's own numbers, never with its total."""

from __future__ import annotations

from collections.abc import Callable

from tools.concept import Concept
from tools.parameters.compute import Network
from tools.parameters.concepts import learning, models, resting, tensors

CONCEPTS: dict[str, Callable[[Network], Concept]] = {
    "parameter": tensors.parameter,
    "numel": tensors.numel,
    "numel_against_len": tensors.numel_against_len,
    "bias_parameters": tensors.bias,
    "weight_and_bias": tensors.weight_and_bias,
    "tensors_and_layers": tensors.tensors_and_layers,
    "layer": models.layer,
    "parameter_and_layer": models.parameter_and_layer,
    "features_and_classifier": models.features_and_classifier,
    "alexnet": models.alexnet,
    "num_classes": models.num_classes,
    "parameters_in_all": models.parameters_in_all,
    "convolution_parameters": learning.convolution_parameters,
    "linear_parameters": learning.linear_parameters,
    "linear_and_convolution": learning.linear_and_convolution,
    "channel": learning.channel,
    "flatten": resting.flatten,
    "avgpool": resting.avgpool,
    "pooling": resting.pooling,
    "activation": resting.activation,
    "dropout": resting.dropout,
}
"""What each topic says; a key that several families have means what the conversation is about."""
