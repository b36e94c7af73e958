"""The sizes of a convolution: what fits where, and how many windows there are. Meaning and order follow PyTorch."""

from __future__ import annotations

from dataclasses import dataclass

from tools.schema import ToolError
from tools.settings import Padding

Pair = tuple[int, int]
"""Vertical, horizontal."""
Amounts = tuple[int, int, int, int]
"""Top, left, bottom, right."""

NO_PADDING: Amounts = (0, 0, 0, 0)
MAX_SIZE = 10**6
"""Largest side, stride, dilation or padding of which sizes are computed."""


def size(sides: tuple[int, ...]) -> str:
    """Sides as they are said.

    >>> size((4, 3))
    '4×3'
    """
    return "×".join(str(side) for side in sides)


def pair(value: int | Pair) -> Pair:
    """A setting for both directions; a pair stays one."""
    return value if isinstance(value, tuple) else (value, value)


@dataclass(frozen=True)
class Geometry:
    """Everything about a convolution but its numbers; raises ToolError where the kernel does not fit.

    `ceil_mode` counts a last window that hangs over the edge, as PyTorch's pooling layers can.

    >>> Geometry((4, 4), (2, 2), stride=(2, 2), padding=(1, 1, 1, 1)).output_size
    (3, 3)
    >>> Geometry((1, 1), (1, 2))
    Traceback (most recent call last):
    tools.schema.ToolError: the kernel (1×2) is larger than the input (1×1)
    """

    input_size: Pair
    kernel_size: Pair
    stride: Pair = (1, 1)
    padding: Amounts = NO_PADDING
    dilation: Pair = (1, 1)
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        at_least = {"input": 1, "kernel": 1, "stride": 1, "padding": 0, "dilation": 1}
        values = (self.input_size, self.kernel_size, self.stride, self.padding, self.dilation)
        for (name, least), numbers in zip(at_least.items(), values, strict=True):
            what = f"every side of the {name}" if name in ("input", "kernel") else f"the {name}"
            if min(numbers) < least:
                raise ToolError(f"{what} must be at least {least}, not {min(numbers)}")
            if max(numbers) > MAX_SIZE:
                raise ToolError(f"{what} may be at most {MAX_SIZE:,}, not {max(numbers):,}", "too_large")
        if any(span > side for span, side in zip(self.span, self.padded_size, strict=True)):
            spread = f", spread to {size(self.span)} by dilation" if self.span != self.kernel_size else ""
            target = "padded input" if any(self.padding) else "input"
            raise ToolError(
                f"the kernel ({size(self.kernel_size)}{spread}) is larger than the {target} ({size(self.padded_size)})",
                "shape",
            )

    @property
    def padded_size(self) -> Pair:
        """Rows and columns of the padded input."""
        top, left, bottom, right = self.padding
        height, width = self.input_size
        return (height + top + bottom, width + left + right)

    @property
    def span(self) -> Pair:
        """Rows and columns from the first to the last entry of a window: d·(k − 1) + 1."""
        (h, w), (down, across) = self.kernel_size, self.dilation
        return (down * (h - 1) + 1, across * (w - 1) + 1)

    @property
    def remainder(self) -> Pair:
        """Rows and columns behind the last whole window."""
        return (
            (self.padded_size[0] - self.span[0]) % self.stride[0],
            (self.padded_size[1] - self.span[1]) % self.stride[1],
        )

    @property
    def output_size(self) -> Pair:
        """Rows and columns of the output: ⌊(padded − span) / stride⌋ + 1."""
        rows, columns = (
            (side - span) // step + 1 + (self.ceil_mode and rest > 0)
            for side, span, step, rest in zip(self.padded_size, self.span, self.stride, self.remainder, strict=True)
        )
        return (rows, columns)

    def output_side(self, axis: int) -> str:
        """LaTeX of the formula for one side of the output with these numbers, not worked out.

        >>> Geometry((4, 4), (2, 2), padding=(1, 1, 1, 1)).output_side(0)
        '\\\\left\\\\lfloor \\\\frac{4 + 1 + 1 - 2}{1} \\\\right\\\\rfloor + 1'
        """
        before, after = self.padding[axis], self.padding[axis + 2]
        added = f" + {before} + {after}" if before or after else ""
        kernel, gap = self.kernel_size[axis], self.dilation[axis]
        span = f"({gap} \\cdot ({kernel} - 1) + 1)" if gap > 1 else f"{kernel}"
        fraction = rf"\frac{{{self.input_size[axis]}{added} - {span}}}{{{self.stride[axis]}}}"
        return rf"\left\lfloor {fraction} \right\rfloor + 1"


def amounts(padding: Padding, kernel_size: Pair, stride: Pair, dilation: Pair) -> Amounts:
    """Padding as top, left, bottom, right. "same" adds d·(k − 1) rows and columns, an odd one at the bottom and right.

    >>> amounts("same", (2, 3), (1, 1), (1, 1))
    (0, 1, 1, 1)
    >>> amounts("same", (3, 3), (2, 2), (1, 1))
    Traceback (most recent call last):
    tools.schema.ToolError: padding "same" needs stride 1, but the stride is 2×2: with it the output is smaller
    """
    if padding == "valid":
        return NO_PADDING
    if padding == "same":
        if stride != (1, 1):
            raise ToolError(
                f'padding "same" needs stride 1, but the stride is {size(stride)}: with it the output is smaller'
            )
        down, across = (gap * (side - 1) for gap, side in zip(dilation, kernel_size, strict=True))
        return (down // 2, across // 2, down - down // 2, across - across // 2)
    if isinstance(padding, int):
        return (padding, padding, padding, padding)
    if len(padding) == 2:
        return (padding[0], padding[1], padding[0], padding[1])
    return padding
