"""The public tools `conv2d` and `output_size`: JSON in, every intermediate step out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod
from typing import TypeVar

import numpy as np
from pydantic import ValidationError

from tools.convolution.geometry import Geometry, Pair, amounts, pair, size
from tools.convolution.method import RIGHT, Convolution, Worked, follow
from tools.schema import MAX_ENTRIES, MAX_SIDE, Array, Frozen, Json, Tensor, ToolError
from tools.settings import Padding

MAX_PRODUCTS = 2**22
"""Most multiplications of one convolution."""
MAX_PADDED = 2 * MAX_ENTRIES
"""Most entries of a padded input."""
MAX_WINDOWS = 64
"""Windows listed one by one in the output of the tool, as long as they stay within `MAX_LISTED` numbers."""
MAX_LISTED = 8192


_FIELDS = {
    "input": "H×W or C×H×W numbers",
    "weight": "h×w or O×C/groups×h×w numbers",
    "bias": "a number, or one for each filter",
    "input_size": "a whole number or [rows, columns]",
    "kernel_size": "a whole number or [rows, columns]",
    "stride": "a whole number or [vertical, horizontal]",
    "padding": 'a whole number, [vertical, horizontal], [top, left, bottom, right], "valid" or "same"',
    "dilation": "a whole number or [vertical, horizontal]",
    "groups": "a whole number",
}
"""What each field of the JSON input may be."""
_Input = TypeVar("_Input", bound=Frozen)


class SizeInput(Frozen):
    """Sizes without numbers; `padding` p, [vertical, horizontal], [top, left, bottom, right], "valid" or "same"."""

    input_size: int | Pair
    kernel_size: int | Pair
    stride: int | Pair = 1
    padding: Padding = 0
    dilation: int | Pair = 1

    def geometry(self) -> Geometry:
        """The sizes, checked against each other."""
        kernel_size, stride, dilation = pair(self.kernel_size), pair(self.stride), pair(self.dilation)
        padding = amounts(self.padding, kernel_size, stride, dilation)
        return Geometry(pair(self.input_size), kernel_size, stride, padding, dilation)


class SizeOutput(Frozen):
    """Sizes as [rows, columns], and the LaTeX of the formula for each side."""

    padded: Pair
    formulas: tuple[str, str]
    output: Pair


class ConvolutionInput(Frozen):
    """As in PyTorch's conv2d. `input` H×W or C×H×W, `weight` h×w or O×C/groups×h×w, `bias` a number or one a filter."""

    input: Tensor
    weight: Tensor
    bias: Tensor | None = None
    stride: int | Pair = 1
    padding: Padding = 0
    dilation: int | Pair = 1
    groups: int = 1

    def convolution(self) -> Convolution:
        """The numbers and sizes, checked against each other; raises ToolError naming both sides."""
        channels, filters = self._channels(), self._filters()
        sizes = SizeInput(
            input_size=(channels.shape[1], channels.shape[2]),
            kernel_size=(filters.shape[2], filters.shape[3]),
            stride=self.stride,
            padding=self.padding,
            dilation=self.dilation,
        )
        geometry = sizes.geometry()
        if max(geometry.padding) > MAX_SIDE:
            raise ToolError(f"the padding is {max(geometry.padding)}, but may be at most {MAX_SIDE}", "too_large")
        bias = None if self.bias is None else _bias(self.bias, len(filters))
        padded = len(channels) * prod(geometry.padded_size)
        if padded > MAX_PADDED:
            raise ToolError(f"the padded input has {padded:,} entries, but at most {MAX_PADDED:,} fit", "too_large")
        outputs = len(filters) * prod(geometry.output_size)
        if outputs > MAX_ENTRIES or outputs * prod(filters.shape[1:]) > MAX_PRODUCTS:
            raise ToolError(
                f"that makes {outputs:,} entries of {prod(filters.shape[1:]):,} products each; "
                f"at most {MAX_ENTRIES:,} entries and {MAX_PRODUCTS:,} products are worked out",
                "too_large",
            )
        return Convolution(geometry, channels, filters, bias, self.groups, flat=self.input.ndim == 2)

    def _channels(self) -> Array:
        """The input as (C, H, W)."""
        if self.input.ndim not in (2, 3):
            raise ToolError(f"the input has {self.input.ndim} dimensions, but it must be H×W or C×H×W", "shape")
        _bounded("input", self.input)
        return self.input if self.input.ndim == 3 else self.input[None]

    def _filters(self) -> Array:
        """The weight as (O, C/groups, h, w), fitting the input's channels."""
        weight, groups = self.weight, self.groups
        if weight.ndim not in (2, 4):
            raise ToolError(f"the weight has {weight.ndim} dimensions, but it must be h×w or O×C/groups×h×w", "shape")
        _bounded("weight", weight)
        filters = weight if weight.ndim == 4 else weight[None, None]
        outputs, seen = filters.shape[:2]
        channels = 1 if self.input.ndim == 2 else self.input.shape[0]
        if groups < 1:
            raise ToolError(f"groups must be at least 1, not {groups}")
        if channels % groups or outputs % groups:
            raise ToolError(
                f"groups is {groups}, but must divide the input's {channels} channels and the {outputs} filters",
                "shape",
            )
        if channels != seen * groups:
            each = f" / {groups} groups" if groups > 1 else ""
            raise ToolError(
                f"the input has {channels} channels{each}, but the kernel has {seen}: they must be equal", "shape"
            )
        if self.input.ndim == 2 and outputs > 1:
            raise ToolError(
                f"the input is H×W, so the output is one matrix, but the weight has {outputs} filters: "
                "give the input as 1×H×W",
                "shape",
            )
        return filters


class Window(Frozen):
    """One position of the kernel: `filter`, `row`, `column` index its entry of the output, counted from 0."""

    filter: int
    row: int
    column: int
    patch: Tensor
    products: Tensor
    sum: Tensor


class ConvolutionOutput(Frozen):
    """Every intermediate: the padded input, the size formula of each side, the windows, the output."""

    padded: Tensor
    output_size: Pair
    formulas: tuple[str, str]
    windows: tuple[Window, ...]
    windows_left_out: int
    output: Tensor


def _bounded(name: str, array: Array) -> None:
    if array.size == 0:
        raise ToolError(f"the {name} is empty ({size(array.shape)})", "shape")
    if max(array.shape[-2:]) > MAX_SIDE:
        raise ToolError(f"the {name} is {size(array.shape)}, but a side may be at most {MAX_SIDE}", "too_large")


def _bias(bias: Array, filters: int) -> Array:
    """One bias a filter; a single number serves all."""
    if bias.ndim == 0 or bias.shape == (1,):
        return np.full(filters, float(bias.reshape(())))
    if bias.shape != (filters,):
        raise ToolError(f"the bias has {size(bias.shape)} entries, but there are {filters} filters", "shape")
    return bias


def _windows(convolution: Convolution, worked: Worked) -> Iterator[Window]:
    """The windows of every filter, row by row."""
    per_group, filters = convolution.per_group, len(convolution.weight)
    sums = worked.products.sum(axis=(1, 4, 5))
    for index in np.ndindex(filters, *convolution.geometry.output_size):
        out, row, column = index
        first = out * convolution.groups // filters * per_group
        patch = worked.window(row, column)[first : first + per_group]
        products = worked.products[out, :, row, column]
        if convolution.flat:
            patch, products = patch[0], products[0]
        yield Window(filter=out, row=row, column=column, patch=patch, products=products, sum=sums[index])


def _read(model: type[_Input], arguments: Mapping[str, Json]) -> _Input:
    """The JSON input as a model; raises ToolError naming the field and what it may be."""
    try:
        return model.model_validate(dict(arguments))
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        if name not in model.model_fields:
            raise ToolError(f"there is no field {name}; the fields are {', '.join(model.model_fields)}") from error
        given = f"is {arguments[name]!r:.40}" if name in arguments else "is missing"
        raise ToolError(f"{name} {given}: it must be {_FIELDS[name]}") from error


def conv2d(arguments: Mapping[str, Json]) -> ConvolutionOutput:
    """Cross-correlation of an input with a kernel, as PyTorch's conv2d; raises ToolError.

    >>> conv2d({"input": [[1, 2], [3, 4]], "weight": [[1, 0], [0, 1]]}).output.tolist()
    [[5.0]]
    >>> conv2d({"input": [[1]], "weight": [[1, 2]]})
    Traceback (most recent call last):
    tools.schema.ToolError: the kernel (1×2) is larger than the input (1×1)
    """
    convolution = _read(ConvolutionInput, arguments).convolution()
    worked = follow(RIGHT, convolution)
    geometry = convolution.geometry
    total = len(convolution.weight) * prod(geometry.output_size)
    shown = min(total, MAX_WINDOWS, MAX_LISTED // prod(convolution.weight.shape[1:]))
    windows = tuple(window for window, _ in zip(_windows(convolution, worked), range(shown), strict=False))
    return ConvolutionOutput(
        padded=worked.padded[0] if convolution.flat else worked.padded,
        output_size=geometry.output_size,
        formulas=(geometry.output_side(0), geometry.output_side(1)),
        windows=windows,
        windows_left_out=total - shown,
        output=worked.output,
    )


def output_size(arguments: Mapping[str, Json]) -> SizeOutput:
    """Rows and columns of a convolution's output, from sizes alone; raises ToolError.

    >>> output_size({"input_size": 224, "kernel_size": 11, "stride": 4, "padding": 2}).output
    (55, 55)
    """
    geometry = _read(SizeInput, arguments).geometry()
    return SizeOutput(
        padded=geometry.padded_size,
        formulas=(geometry.output_side(0), geometry.output_side(1)),
        output=geometry.output_size,
    )
