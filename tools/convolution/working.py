"""One entry of the output as the sum under its window, with the task's numbers."""

from __future__ import annotations

from tools.content import number, signed
from tools.convolution.method import Convolution, Worked

LONGEST = 9
"""Products of a window that are written out: a 3×3 kernel on one channel."""


def working(convolution: Convolution, worked: Worked, row: int, column: int) -> str | None:
    """LaTeX of the entry's own sum, not worked out; None for several channels or filters and for large kernels."""
    kernel, window = convolution.weight, worked.window(row, column)
    if kernel.shape[:2] != (1, 1) or kernel[0, 0].size > LONGEST:
        return None
    products = zip(window[0].flat, kernel[0, 0].flat, strict=True)
    summands = [rf"{signed(float(cell))} \cdot {signed(float(weight))}" for cell, weight in products]
    bias = [] if convolution.bias is None else [number(float(convolution.bias[0]))]
    return " + ".join([*summands, *bias])
