"""The calculation as a function of its choices, so that a slip is another choice and two slips compose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tools.convolution.geometry import NO_PADDING, Amounts, Geometry, Pair
from tools.schema import Array

KernelUse = Literal["as given", "rotated", "rows reversed", "columns reversed", "transposed", "negated"]
Fill = Literal["zeros", "ones", "edge", "reflect"]
Reduction = Literal[
    "sum",
    "sum over k²",  # the sum divided by the number of entries under the kernel
    "mean",  # of the window's own numbers, each channel by itself
    "maximum",  # likewise
    "channels apart",
    "products",  # every window's products, laid out side by side
    "first product",
    "first window",  # its products alone
]


@dataclass(frozen=True)
class Convolution:
    """A convolution with its numbers.

    `input` (C, H, W), `weight` (O, C/groups, h, w), `bias` (O,) or None; `flat`: the output is one matrix without
    a channel axis.
    """

    geometry: Geometry
    input: Array
    weight: Array
    bias: Array | None = None
    groups: int = 1
    flat: bool = True

    @property
    def per_group(self) -> int:
        """Channels that each filter sees."""
        return int(self.weight.shape[1])

    @property
    def work(self) -> int:
        """Multiplications of the right method."""
        return int(self.weight.size) * prod(self.geometry.output_size)


@dataclass(frozen=True)
class Method:
    """How a convolution is worked out. The defaults are the right way; None means "as the exercise says"."""

    kernel: KernelUse = "as given"
    padding: Amounts | None = None
    fill: Fill = "zeros"
    stride: Pair | None = None
    dilation: Pair | None = None
    stride_only_in_size: bool = False
    ceil_mode: bool = False
    reduction: Reduction = "sum"
    added: float = 0.0
    relu: bool = False
    frame: Amounts = NO_PADDING

    def geometry(self, right: Geometry) -> Geometry:
        """The sizes this method works with; raises ToolError where they do not fit."""
        turned = (right.kernel_size[1], right.kernel_size[0])
        return replace(
            right,
            kernel_size=turned if self.kernel == "transposed" else right.kernel_size,
            padding=right.padding if self.padding is None else self.padding,
            stride=right.stride if self.stride is None else self.stride,
            dilation=right.dilation if self.dilation is None else self.dilation,
            ceil_mode=self.ceil_mode,
        )


RIGHT = Method()


@dataclass(frozen=True)
class Worked:
    """Every intermediate of a convolution.

    `padded` (C, H, W), `patches` (C, rows, columns, h, w), `products` (O, C/groups, rows, columns, h, w),
    `output` (O, rows, columns), without the channel axis where the convolution is flat.
    """

    padded: Array
    patches: Array
    products: Array
    output: Array

    def window(self, row: int, column: int) -> Array:
        """The numbers under the kernel for one entry of the output, (C, h, w)."""
        return self.patches[:, row, column]


def _used(kernel: Array, use: KernelUse) -> Array:
    match use:
        case "as given":
            return kernel
        case "rotated":
            return kernel[..., ::-1, ::-1]
        case "rows reversed":
            return kernel[..., ::-1, :]
        case "columns reversed":
            return kernel[..., ::-1]
        case "transposed":
            return np.swapaxes(kernel, -1, -2)
        case "negated":
            return -kernel


def _framed(channels: Array, frame: Amounts) -> Array:
    """The channels (…, H, W) with zeros around them."""
    if frame == NO_PADDING:
        return channels
    top, left, bottom, right = frame
    height, width = channels.shape[-2:]
    framed = np.zeros((*channels.shape[:-2], top + height + bottom, left + width + right))
    framed[..., top : top + height, left : left + width] = channels
    return framed


def _padded(channels: Array, padding: Amounts, fill: Fill) -> Array:
    top, left, bottom, right = padding
    widths = ((0, 0), (top, bottom), (left, right))
    match fill:
        case "zeros":
            return _framed(channels, padding)
        case "ones":
            return np.pad(channels, widths, constant_values=1.0)
        case "edge":
            return np.pad(channels, widths, mode="edge")
        case "reflect":
            return np.pad(channels, widths, mode="reflect")


def _patches(padded: Array, geometry: Geometry, stride_only_in_size: bool) -> Array:
    """All windows, (C, rows, columns, h, w)."""
    rows, columns = geometry.output_size
    down, across = (1, 1) if stride_only_in_size else geometry.stride
    over = [
        max(0, (count - 1) * step + span - side)
        for count, step, span, side in zip(
            (rows, columns), (down, across), geometry.span, padded.shape[1:], strict=True
        )
    ]
    whole = _framed(padded, (0, 0, over[0], over[1]))  # what hangs over the edge counts as zero
    views = sliding_window_view(whole, geometry.span, axis=(1, 2))
    chosen = views[:, ::down, ::across, :: geometry.dilation[0], :: geometry.dilation[1]]
    return chosen[:, :rows, :columns]


def _products(patches: Array, kernel: Array, groups: int) -> Array:
    """Every window times the kernel, entry by entry, (O, C/groups, rows, columns, h, w)."""
    grouped = patches.reshape(groups, 1, -1, *patches.shape[1:])
    filters = kernel.reshape(groups, -1, *kernel.shape[1:])[:, :, :, None, None]
    with np.errstate(invalid="ignore"):
        products: Array = (grouped * filters).reshape(-1, *grouped.shape[2:])
    return products


def _reduced(products: Array, patches: Array, reduction: Reduction) -> Array:
    """Windows to numbers, (O, rows, columns) as a rule."""
    rows, columns, h, w = products.shape[2:]
    reduced: Array
    match reduction:
        case "sum":
            reduced = products.sum(axis=(1, 4, 5))
        case "sum over k²":
            reduced = products.sum(axis=(1, 4, 5)) / (h * w)
        case "mean":
            reduced = patches.mean(axis=(3, 4))
        case "maximum":
            reduced = patches.max(axis=(3, 4))
        case "channels apart":
            reduced = products.sum(axis=(4, 5)).reshape(-1, rows, columns)
        case "products":
            reduced = products.transpose(0, 1, 2, 4, 3, 5).reshape(-1, rows * h, columns * w)
        case "first product":
            reduced = products[:, 0, :, :, 0, 0]
        case "first window":
            reduced = products[:, :, 0, 0].reshape(-1, h, w)
    return reduced


def follow(method: Method, convolution: Convolution) -> Worked:
    """Work a convolution out by a method; raises ToolError where the kernel does not fit.

    Worked out as PyTorch does: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
    """
    geometry = method.geometry(convolution.geometry)
    kernel = _used(convolution.weight, method.kernel)
    padded = _padded(convolution.input, geometry.padding, method.fill)
    patches = _patches(padded, geometry, method.stride_only_in_size)
    products = _products(patches, kernel, convolution.groups)
    with np.errstate(invalid="ignore"):
        output = _reduced(products, patches, method.reduction) + method.added
    if convolution.bias is not None and method.reduction in ("sum", "sum over k²", "first product"):
        output = output + convolution.bias[:, None, None]
    if method.relu:
        output = np.maximum(output, 0.0)
    output = _framed(output, method.frame)
    return Worked(padded, patches, products, output[0] if convolution.flat else output)
