"""The task in words: sizes, stride, padding, dilation and bias as one would say them, and the idea parts share."""

from __future__ import annotations

from collections.abc import Iterable

from tools.content import Block, MatrixBlock, Prose, number
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution
from tools.schema import Array


def stride_words(geometry: Geometry) -> str:
    """How far the kernel moves.

    >>> stride_words(Geometry((4, 4), (2, 2), stride=(2, 1)))
    'stride 2 downwards and 1 to the right'
    """
    down, across = geometry.stride
    return f"stride {down}" if down == across else f"stride {down} downwards and {across} to the right"


def padding_words(geometry: Geometry) -> str:
    """How many zeros stand where.

    >>> padding_words(Geometry((4, 4), (2, 2), padding=(1, 1, 1, 1)))
    'zero padding 1'
    >>> padding_words(Geometry((4, 4), (2, 2), padding=(0, 0, 1, 1)))
    'zero padding 0 at the top, 0 at the left, 1 at the bottom and 1 at the right'
    """
    top, left, bottom, right = geometry.padding
    if not any(geometry.padding):
        return "no padding"
    if top == left == bottom == right:
        return f"zero padding {top}"
    if (top, left) == (bottom, right):
        return f"zero padding {top} above and below and {left} at the left and right"
    return f"zero padding {top} at the top, {left} at the left, {bottom} at the bottom and {right} at the right"


def choices(geometry: Geometry) -> str:
    """Stride, padding and, where there is one, dilation.

    >>> choices(Geometry((4, 4), (2, 2)))
    'stride 1 and no padding'
    """
    down, across = geometry.dilation
    words = f"{stride_words(geometry)} and {padding_words(geometry)}"
    if (down, across) == (1, 1):
        return words
    return f"{words}, with dilation {down if down == across else f'{down} downwards and {across} to the right'}"


def input_shown(convolution: Convolution) -> Array:
    """The input as one matrix, or one a channel."""
    return convolution.input[0] if convolution.flat else convolution.input


def kernel_shown(convolution: Convolution) -> Array:
    """The kernel as one matrix, one a channel, or all filters."""
    weight = convolution.weight
    return weight[0, 0] if convolution.flat else weight[0] if len(weight) == 1 else weight


def _bias_words(convolution: Convolution) -> str:
    if convolution.bias is None:
        return "no bias"
    numbers = ", ".join(f"${number(float(bias))}$" for bias in convolution.bias)
    return f"the bias {numbers}"


def statement(convolution: Convolution) -> tuple[Block, ...]:
    """The task with its numbers."""
    filters = len(convolution.weight)
    kernel = "the kernel $K$" if filters == 1 else f"{filters} kernels $K$"
    channels = f" with {len(convolution.input)} channels" if len(convolution.input) > 1 else ""
    return (
        Prose(
            text=f"A convolutional layer with {_bias_words(convolution)} gets the input $X${channels} and has {kernel}."
        ),
        MatrixBlock(name="X", value=input_shown(convolution)),
        MatrixBlock(name="K", value=kernel_shown(convolution)),
        Prose(text=f"Compute the output $Y$ with {choices(convolution.geometry)}. The kernel is not flipped."),
    )


def idea(geometries: Iterable[Geometry]) -> tuple[Block, ...]:
    """What these parts of one exercise share, and in what they differ."""
    settings = list(dict.fromkeys(choices(geometry) for geometry in geometries))
    blocks = [
        Prose(
            text="The kernel $K$ slides over $X$. At every place it is multiplied with the numbers under it, entry by "
            "entry, and the sum of the products is one entry of $Y$. The kernel is not flipped: in deep learning, "
            "“convolution” means cross-correlation."
        )
    ]
    if len(settings) > 1:
        blocks.append(
            Prose(
                text="The parts differ only in how far the kernel moves (stride) and in whether zeros stand around $X$ "
                f"(padding): {'; '.join(settings)}."
            )
        )
    return tuple(blocks)
