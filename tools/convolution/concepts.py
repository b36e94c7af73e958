"""The ideas behind a convolutional layer, each in a few sentences with this task's own numbers and never its result."""

from __future__ import annotations

from collections.abc import Callable

from tools.content import Block, Formula, MatrixBlock, Prose
from tools.convolution.geometry import Geometry, size
from tools.convolution.method import Convolution
from tools.convolution.statement import kernel_shown, padding_words, stride_words

_CORRELATION = Formula(latex=r"Y_{i,j} = \sum_{a,b} K_{a,b} \, X_{i s + a,\; j s + b}")


def _convolution(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    return (
        Prose(
            text="A convolutional layer slides a small kernel $K$ over its input $X$. At each place it multiplies $K$ "
            "with the numbers under it, entry by entry, and adds the products up. With stride $s$ and indices from 0:"
        ),
        _CORRELATION,
        Prose(
            text=f"Here $K$ is {size(geometry.kernel_size)} and $X$ is {size(geometry.input_size)}, with "
            f"{stride_words(geometry)} and {padding_words(geometry)}."
        ),
    )


def _kernel(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    shown = () if numbers is None else (MatrixBlock(name="K", value=kernel_shown(numbers)),)
    return (
        Prose(
            text="The kernel, or filter, holds the weights of the layer: the same few numbers serve every place of the "
            f"input. Here it is {size(geometry.kernel_size)}, so each entry of $Y$ depends on "
            f"${geometry.kernel_size[0]} \\cdot {geometry.kernel_size[1]}$ numbers of each channel."
        ),
        *shown,
    )


def _cross_correlation(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    h, w = geometry.kernel_size
    return (
        Prose(
            text="In mathematics a convolution turns the kernel by 180° first; without the turn it is called "
            "cross-correlation. Deep learning uses the latter and calls it convolution, because a learned kernel can "
            "hold its weights in either order."
        ),
        _CORRELATION,
        Prose(text=f"So the {h}×{w} kernel is used as printed: its top left entry meets the top left of each window."),
    )


def _stride(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    down, across = geometry.stride
    return (
        Prose(
            text="The stride $s$ is how many cells the kernel moves from one window to the next, to the right and "
            f"downwards. Here it is {stride_words(geometry)}: window $(i, j)$, counted from 0, "
            f"starts at row ${down} i$ and column ${across} j$ of the grid. A larger stride gives a smaller output."
        ),
    )


def _padding(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    (height, width), (top, left, bottom, right) = geometry.input_size, geometry.padding
    return (
        Prose(
            text="Padding $p$ puts $p$ rows and columns of zeros on every side of the input before the kernel moves, "
            f"so that the border counts as often as the middle. Here there is {padding_words(geometry)}. The "
            "kernel slides over a grid of size"
        ),
        Formula(latex=rf"({height} + {top} + {bottom}) \times ({width} + {left} + {right})"),
    )


def _output_size(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    return (
        Prose(
            text="With $n$ rows, $p$ rows of zeros in all, a kernel that spans $k$ rows and stride $s$, the kernel "
            "fits $\\lfloor (n + p - k) / s \\rfloor + 1$ times: the room it has to move, in whole strides, plus the "
            "place where it starts. The columns go the same way. Here:"
        ),
        Formula(
            latex=rf"\text{{rows}} = {geometry.output_side(0)}, \qquad \text{{columns}} = {geometry.output_side(1)}"
        ),
    )


def _channel(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    channels, filters = (1, 1) if numbers is None else (len(numbers.input), len(numbers.weight))
    height, width = geometry.input_size
    return (
        Prose(
            text="A channel is one layer of an image, such as red, green or blue. A kernel has as many channels as its "
            "input, and the products of all channels are added to one number:"
        ),
        Formula(latex=r"Y_{i,j} = \sum_{c} \sum_{a,b} K_{c,a,b} \, X_{c,\; i s + a,\; j s + b}"),
        Prose(
            text=f"Here the input is {height}×{width}×{channels}: {channels} channel{'s' * (channels > 1)}. Each "
            f"kernel (here {filters}) gives one channel of $Y$."
        ),
    )


def _dilation(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    (down, across), (h, w) = geometry.dilation, geometry.kernel_size
    return (
        Prose(
            text="Dilation $d$ spreads the kernel: its entries meet numbers that lie $d$ cells apart, so it reaches "
            f"over $d (k - 1) + 1$ cells. Here $d$ is "
            f"{down if down == across else f'{down} downwards and {across} across'}, and the {h}×{w} kernel spans"
        ),
        Formula(latex=rf"({down} \cdot ({h} - 1) + 1) \times ({across} \cdot ({w} - 1) + 1)"),
    )


def _window(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    h, w = geometry.kernel_size
    return (
        Prose(
            text="A window, or patch, is what lies under the kernel at one place. It has the kernel's size, here "
            f"{h}×{w}, and gives one entry of the output: multiply it with $K$ entry by entry, then add the products. "
            f"Neighbouring windows lie one stride apart ({stride_words(geometry)})."
        ),
        Formula(latex=r"Y_{i,j} = \sum_{a,b} (\text{window}_{i,j} \odot K)_{a,b}"),
    )


def _feature_map(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    filters = 1 if numbers is None else len(numbers.weight)
    return (
        Prose(
            text="The output of one kernel is called a feature map: each entry says how well the input matches the "
            f"kernel at that place. Every kernel gives a map of its own, here {filters}. A map's size follows from the "
            f"{size(geometry.input_size)} input, the {size(geometry.kernel_size)} kernel, stride and padding."
        ),
        _CORRELATION,
    )


def _bias(geometry: Geometry, numbers: Convolution | None) -> tuple[Block, ...]:
    given = numbers is not None and numbers.bias is not None
    return (
        Prose(
            text="The bias $b$ is one learned number for each kernel, added to every sum of its map. "
            + ("Here there is one." if given else "Here there is none, so the sums are the output.")
        ),
        Formula(latex=r"Y_{i,j} = b + \sum_{a,b'} K_{a,b'} \, X_{i s + a,\; j s + b'}"),
    )


CONCEPTS: dict[str, Callable[[Geometry, Convolution | None], tuple[Block, ...]]] = {
    "convolution": _convolution,
    "kernel": _kernel,
    "cross_correlation": _cross_correlation,
    "stride": _stride,
    "padding": _padding,
    "output_size": _output_size,
    "channel": _channel,
    "dilation": _dilation,
    "window": _window,
    "feature_map": _feature_map,
    "conv_bias": _bias,
}
"""Explanations by topic, from the sizes and, where there are any, the numbers."""
