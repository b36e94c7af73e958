"""The ideas behind a convolutional layer, each in a few sentences with this task's own numbers, never its result."""

from __future__ import annotations

from collections.abc import Callable

from tools.concept import Concept
from tools.convolution.concepts import channels, kernels, sizes, windows
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution

CONCEPTS: dict[str, Callable[[Geometry, Convolution | None], Concept]] = {
    "convolution": kernels.convolution,
    "kernel": kernels.kernel,
    "cross_correlation": kernels.cross_correlation,
    "elementwise": kernels.elementwise,
    "negative": kernels.negative,
    "window": windows.window,
    "kernel_and_window": windows.kernel_and_window,
    "feature_map": windows.feature_map,
    "stride": sizes.stride,
    "padding": sizes.padding,
    "stride_and_padding": sizes.stride_and_padding,
    "zero_padding": sizes.zero_padding,
    "padding_size": sizes.padding_size,
    "same_and_valid": sizes.same_and_valid,
    "output_size": sizes.output_size,
    "dilation": sizes.dilation,
    "channel": channels.channel,
    "batch": channels.batch,
    "conv_bias": channels.bias,
    "bias_parameters": channels.bias,
    "weight_and_bias": channels.bias,
}
"""Explanations by topic, from the sizes and, where there are any, the numbers.

A key that several families have means what the conversation is about.
"""
